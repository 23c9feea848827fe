// What is wrong, where, and what to do about it: problems are values, collected all at once.

export type Severity = 'error' | 'warning';

export interface Problem {
  readonly severity: Severity;
  /** Stable name of the rule, such as `unknown-cnpj`: settings and tests refer to it. */
  readonly code: string;
  readonly tab: string | null;
  /** A1 address inside the tab, such as E7; null when the problem is the whole tab's or nobody's. */
  readonly cell: string | null;
  readonly text: string;
}

/** As a trader reads it: `daily-trades!E7: amount "1,2,3" is not an amount in BRL; write 1234,56`. */
export function printProblem(problem: Problem): string {
  const where =
    problem.tab === null ? '' : problem.cell === null ? problem.tab : `${problem.tab}!${problem.cell}`;
  return where === '' ? problem.text : `${where}: ${problem.text}`;
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
