// What the bundle's functions answer, checked where it comes in: a desk run on half-understood figures is worse than none.
import * as v from 'valibot';

const TEXTS = v.array(v.string());
const COUNT = v.pipe(v.number(), v.finite());

/** A problem as a line: `daily-trades!E7: …`. */
const LINES = v.array(
  v.pipe(
    v.object({ tab: v.nullable(v.string()), cell: v.nullable(v.string()), text: v.string() }),
    v.transform(({ tab, cell, text }) =>
      tab === null ? text : `${tab}${cell === null ? '' : `!${cell}`}: ${text}`,
    ),
  ),
);

/** One stage that ran, as the bundle reports it. */
const RunReport = v.object({
  stage: v.string(),
  scope: v.string(),
  runId: v.string(),
  status: v.picklist(['applied', 'unchanged', 'refused', 'held']),
  headline: v.string(),
  problems: LINES,
  warnings: LINES,
  tabs: v.array(v.object({ name: v.string(), rows: COUNT })),
  rowsSaved: COUNT,
  mails: COUNT,
  files: TEXTS,
});
export type RunReport = Readonly<v.InferOutput<typeof RunReport>>;
export type RunStatus = RunReport['status'];

/** `nextDue`: São Paulo time at which something is due next; null = the day is over. */
const DayRun = v.object({ runs: v.array(RunReport), nextDue: v.nullable(v.string()) });
export type DayRun = Readonly<v.InferOutput<typeof DayRun>>;

/** One ETF and side; money in BRL. */
const AssetStatus = v.object({
  asset: v.string(),
  side: v.string(),
  target: COUNT,
  executed: COUNT,
  primary: COUNT,
  givenBack: COUNT,
  /** What funds lack, and what they have too much: nothing nets out between two funds. */
  open: COUNT,
  over: COUNT,
  done: COUNT,
  /** The same with units at the official NAV; null until it is known. */
  openAtNav: v.nullable(COUNT),
  overAtNav: v.nullable(COUNT),
});

/** `date`: the trade date; null = no day was ever opened. */
const DayStatus = v.object({
  date: v.nullable(v.string()),
  complete: v.boolean(),
  state: v.string(),
  missing: TEXTS,
  /** All that is not finished by the day's plan, what is missing included. */
  waits: TEXTS,
  /** When it was counted, and of when the fills are; null = nothing fetches them. */
  asOf: v.object({ now: v.string(), fills: v.nullable(v.string()) }),
  assets: v.array(AssetStatus),
});
export type DayStatus = Readonly<v.InferOutput<typeof DayStatus>>;

/** What came of an import: with any error nothing is written and both counts are 0. */
const ImportReport = v.object({ funds: COUNT, trades: COUNT, problems: LINES });
export type ImportReport = Readonly<v.InferOutput<typeof ImportReport>>;

/** What a desk that is opened again found half-way: finished runs, steps that are due again, and what keeps a run there. */
const TakenUp = v.object({ runIds: TEXTS, steps: TEXTS, problems: LINES, ended: LINES });
export type TakenUp = Readonly<v.InferOutput<typeof TakenUp>>;

/** Steps that are still to come today, such as `primary:nasdaq`. */
const NextSteps = v.object({
  steps: v.array(v.object({ name: v.string() })),
  /** Why B3 does not open today, and when it does; null = it trades today. */
  closed: v.nullable(v.string()),
});

/** The same, asked about a day that the clock has not reached. `tradeDate`: the last one that was opened; null = none. */
const Ahead = v.object({ tradeDate: v.nullable(v.string()), closed: v.nullable(v.string()) });
export type Ahead = Readonly<v.InferOutput<typeof Ahead>>;

/** `at`: São Paulo time of what the desk does next; null = nothing is planned. */
const Overview = v.object({ next: v.nullable(v.object({ at: v.nullable(v.string()) })) });

export const readDayRun = (value: unknown): DayRun => read(DayRun, value, 'executeDailyTradingWorkflow');
export const readStatus = (value: unknown): DayStatus => read(DayStatus, value, 'checkAdjustmentStatus');
export const readImport = (value: unknown): ImportReport => read(ImportReport, value, 'importFiles');
export const readTakenUp = (value: unknown): TakenUp => read(TakenUp, value, 'takeUpDay');
export const readStepsLeft = (value: unknown): readonly string[] =>
  read(NextSteps, value, 'nextSteps').steps.map(({ name }) => name);
export const readClosed = (value: unknown): string | null => read(NextSteps, value, 'nextSteps').closed;
export const readAhead = (value: unknown): Ahead => read(Ahead, value, 'nextSteps');
export const readNextStep = (value: unknown): string | null =>
  read(Overview, value, 'deskOverview').next?.at ?? null;

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown, from: string): T {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  const [issue] = issues;
  const where = v.getDotPath(issue) ?? from;
  const got = JSON.stringify(issue.input) ?? 'nothing';
  throw new Error(
    `The bundle answered ${got} for ${where.split('.').at(-1)} of ${from}: build it again, npm run build.`,
  );
}
