// What a run did, and what one would do: plain data that nobody has read yet, and the same as its reader's language has it.
import { type Problem, problemKey, type Severity, sayProblem } from '../../domain/problem';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { print, printAll } from '../../language/print';
import type { MailMessage } from '../../messages/mail';
import type { DecisionTable } from '../../stages/decisions/table';
import type { Fact, Summary } from '../../stages/outcome/outcome';
import type { DayStatus } from '../../stages/status';
import { type PrintedTable, printedTable } from './printedTable';

export type RunStatus = 'applied' | 'unchanged' | 'refused' | 'changed' | 'held';

/** For the log, the dialogs and the command line. */
export interface RunReport {
  readonly stage: string;
  readonly scope: string;
  readonly runId: string;
  readonly status: RunStatus;
  readonly headline: Message;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly tabs: readonly WrittenTab[];
  readonly rowsSaved: number;
  readonly mails: number;
  readonly files: readonly string[];
  /** Where those of them lie that are for people. */
  readonly links: readonly Message[];
}

export interface WrittenTab {
  readonly name: string;
  readonly rows: number;
}

/** Exactly what applying would do, and the fingerprint that applying has to find again. */
export interface Preview {
  readonly stage: string;
  readonly scope: string;
  readonly hash: string | null;
  readonly status: 'ready' | 'unchanged' | 'refused' | 'held';
  readonly summary: Summary;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly mails: readonly MailMessage[];
  readonly tabs: readonly WrittenTab[];
  readonly rowsSaved: number;
  readonly files: readonly string[];
  /** Brokers whose own spreadsheet is written. */
  readonly brokerBooks: readonly string[];
  /** What is to be decided, before and after. */
  readonly decisions: readonly DecisionTable[];
  /** What is true of it at the moment, and stands in nobody's way. */
  readonly notes: readonly Message[];
}

// --- printed: what leaves the desk through src/main -------------------------------------------------------------

/** A problem in its reader's language; `text` is without the place. */
export interface PrintedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly text: string;
  /** A tab's name, or in words what else was read. */
  readonly tab: string | null;
  readonly cell: string | null;
  /** Whether the desk's own spreadsheet has the cell, so that a page can go there. */
  readonly inBook: boolean;
  /** The same for the same problem, whatever its figures. */
  readonly key: string;
}

export interface PrintedSummary {
  readonly headline: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

type Printed<T> = Omit<T, 'headline' | 'summary' | 'problems' | 'warnings'> & {
  readonly problems: readonly PrintedProblem[];
  readonly warnings: readonly PrintedProblem[];
};
export type PrintedReport = Omit<Printed<RunReport>, 'links'> & {
  readonly headline: string;
  readonly links: readonly string[];
};
export type PrintedPreview = Omit<Printed<Preview>, 'decisions' | 'notes'> & {
  readonly summary: PrintedSummary;
  readonly decisions: readonly PrintedTable[];
  readonly notes: readonly string[];
};

export const printedProblem = (problem: Problem, language: Language): PrintedProblem => ({
  code: problem.code,
  severity: problem.severity,
  inBook: typeof problem.tab === 'string' && problem.cell !== null,
  key: problemKey(problem),
  ...sayProblem(problem, language),
});

export const printedProblems = (
  problems: readonly Problem[],
  language: Language,
): readonly PrintedProblem[] => problems.map((problem) => printedProblem(problem, language));

/** With its place before it, on one line. */
export function printedLine({ tab, cell, text }: PrintedProblem): string {
  if (tab === null) return text;
  return `${cell === null ? tab : `${tab}!${cell}`}: ${text}`;
}

export const printedFacts = (facts: readonly Fact[], language: Language): PrintedSummary['facts'] =>
  facts.map(({ label, value }) => ({ label: print(label, language), value: print(value, language) }));

export const printedReport = (report: RunReport, language: Language): PrintedReport => ({
  ...report,
  headline: print(report.headline, language),
  links: printAll(report.links, language),
  problems: printedProblems(report.problems, language),
  warnings: printedProblems(report.warnings, language),
});

export const printedPreview = (preview: Preview, language: Language): PrintedPreview => ({
  ...preview,
  summary: {
    headline: print(preview.summary.headline, language),
    facts: printedFacts(preview.summary.facts, language),
  },
  decisions: preview.decisions.map((table) => printedTable(table, language)),
  notes: printAll(preview.notes, language),
  problems: printedProblems(preview.problems, language),
  warnings: printedProblems(preview.warnings, language),
});

/** What `checkAdjustmentStatus()` gives: the figures, and the run that wrote them. */
export type PrintedStatus = Omit<DayStatus, 'missing' | 'waits'> & {
  readonly missing: readonly string[];
  readonly waits: readonly string[];
  readonly run: PrintedReport;
};

export const printedStatus = (
  { run, ...day }: DayStatus & { readonly run: RunReport },
  language: Language,
): PrintedStatus => ({
  ...day,
  missing: printAll(day.missing, language),
  waits: printAll(day.waits, language),
  run: printedReport(run, language),
});
