// What sharing would do and what it did: messages until somebody reads them.
import type { Problem } from '../../domain/problem';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { print, printAll } from '../../language/print';
import { type PrintedProblem, printedProblems } from '../log/report';

/** What sharing would do, line by line, and the fingerprint that doing it has to find again. */
export interface SharingPlan {
  /** null = it cannot be done before the problems are solved. */
  readonly hash: string | null;
  readonly lines: readonly Message[];
  readonly problems: readonly Problem[];
}

export interface SharingReport {
  readonly status: 'applied' | 'refused' | 'changed' | 'held';
  readonly headline: Message;
  readonly lines: readonly Message[];
  readonly problems: readonly Problem[];
}

// --- printed: what leaves the desk through src/main -------------------------------------------------------------

type Printed<T> = Omit<T, 'headline' | 'lines' | 'problems'> & {
  readonly lines: readonly string[];
  readonly problems: readonly PrintedProblem[];
};
export type PrintedSharingPlan = Printed<SharingPlan>;
export type PrintedSharingReport = Printed<SharingReport> & { readonly headline: string };

export const printedPlan = (plan: SharingPlan, language: Language): PrintedSharingPlan => ({
  ...plan,
  lines: printAll(plan.lines, language),
  problems: printedProblems(plan.problems, language),
});

export const printedSharing = (report: SharingReport, language: Language): PrintedSharingReport => ({
  ...report,
  headline: print(report.headline, language),
  lines: printAll(report.lines, language),
  problems: printedProblems(report.problems, language),
});
