// What the steps of a scenario came to, short enough to compare.
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import type { StepResult } from '../../src/local/cli/scenarioStep';

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;

/** `applied`, `refused` … as the stage said; `killed`, the error's name, or `edited` where there is no report. */
export const statusOf = ({ call, result, error, killed }: StepResult): string =>
  killed
    ? 'killed'
    : error !== null
      ? error.name
      : call === null
        ? 'edited'
        : String(field(result, 'status') ?? 'done');

export const statuses = ({ steps }: ScenarioResult): readonly string[] => steps.map(statusOf);

/** What a step's report says is wrong, as one text. */
export const problemsOf = (step: StepResult | undefined): string =>
  JSON.stringify(field(step?.result, 'problems'));

export const warningsOf = (step: StepResult | undefined): string =>
  JSON.stringify(field(step?.result, 'warnings'));

export const mailsBySteps = ({ steps }: ScenarioResult): readonly number[] => steps.map(({ mails }) => mails);

/** Σ of a column over a tab's rows, in its own unit. */
export const total = ({ tabs }: ScenarioResult, tab: string, column: string): number =>
  (tabs[tab] ?? []).reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

/** The warehouse's lines of the last run whose id names this stage. */
export function linesOf({ warehouse }: ScenarioResult, stage: string): readonly Row[] {
  const lines = (warehouse.allocation_lines ?? []).filter(({ run_id }) =>
    String(run_id).includes(`-${stage}-`),
  );
  const last = lines
    .map(({ run_id }) => String(run_id))
    .sort()
    .at(-1);
  return lines.filter(({ run_id }) => run_id === last);
}

type Row = Readonly<Record<string, unknown>>;
