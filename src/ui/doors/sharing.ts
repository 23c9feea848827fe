// Who would get to see what, and who does now, as an alert or a caller by name gets it.
import type { SharingPlan, SharingReport } from '../../desk/brokers/sharing';
import { type PrintedProblem, printedLine } from '../../desk/run/report';
import type { Language } from '../../language/language';
import { printedAny, said } from './said';

interface Printed {
  readonly lines: readonly string[];
  readonly problems: readonly PrintedProblem[];
}
export type PrintedPlan = Omit<SharingPlan, keyof Printed> & Printed;
export type PrintedSharing = Omit<SharingReport, keyof Printed | 'headline'> &
  Printed & { readonly headline: string };

const printed = ({ lines, problems }: SharingPlan | SharingReport, language: Language): Printed => ({
  lines: lines.map((line) => said(line, language)),
  problems: problems.map((problem) => printedAny(problem, language)),
});

export const printedPlan = (plan: SharingPlan, language: Language): PrintedPlan => ({
  ...plan,
  ...printed(plan, language),
});

export const printedSharing = (report: SharingReport, language: Language): PrintedSharing => ({
  ...report,
  headline: said(report.headline, language),
  ...printed(report, language),
});

/** Asked before it is done: what happens, then what is wrong. */
export const planText = ({ lines, problems }: PrintedPlan): string =>
  [...lines, ...problems.map((problem) => `! ${printedLine(problem)}`)].join('\n');

export const sharingText = ({ headline, problems }: PrintedSharing): string =>
  [headline, ...problems.map(printedLine)].join('\n');
