// What the bundle's functions answer, checked where it comes in: a desk run on half-understood figures is worse than none.

export const RUN_STATUSES = ['applied', 'unchanged', 'refused', 'held'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One stage that ran, as the bundle reports it. */
export interface RunReport {
  readonly stage: string;
  readonly scope: string;
  readonly runId: string;
  readonly status: RunStatus;
  readonly headline: string;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
  readonly tabs: readonly { readonly name: string; readonly rows: number }[];
  readonly rowsSaved: number;
  readonly mails: number;
  readonly files: readonly string[];
}

export interface DayRun {
  readonly runs: readonly RunReport[];
  /** São Paulo time at which something is due next; null = the day is over. */
  readonly nextDue: string | null;
}

/** One ETF and side; money in BRL. */
export interface AssetStatus {
  readonly asset: string;
  readonly side: string;
  readonly target: number;
  readonly executed: number;
  readonly primary: number;
  readonly residual: number;
  readonly residualBps: number;
}

export interface DayStatus {
  /** The trade date; null = no day was ever opened. */
  readonly date: string | null;
  readonly complete: boolean;
  readonly state: string;
  readonly missing: readonly string[];
  readonly assets: readonly AssetStatus[];
}

export function readDayRun(value: unknown): DayRun {
  const day = record(value, 'executeDailyTradingWorkflow');
  return {
    runs: list(day, 'runs').map(readRun),
    nextDue: day.nextDue === null ? null : text(day, 'nextDue'),
  };
}

export function readStatus(value: unknown): DayStatus {
  const status = record(value, 'checkAdjustmentStatus');
  return {
    date: status.date === null ? null : text(status, 'date'),
    complete: status.complete === true,
    state: text(status, 'state'),
    missing: texts(status, 'missing'),
    assets: list(status, 'assets').map((item) => {
      const asset = record(item, 'assets');
      return {
        asset: text(asset, 'asset'),
        side: text(asset, 'side'),
        target: number(asset, 'target'),
        executed: number(asset, 'executed'),
        primary: number(asset, 'primary'),
        residual: number(asset, 'residual'),
        residualBps: number(asset, 'residualBps'),
      };
    }),
  };
}

/** What came of an import: with any error nothing is written and both counts are 0. */
export interface ImportReport {
  readonly funds: number;
  readonly trades: number;
  readonly problems: readonly string[];
}

export function readImport(value: unknown): ImportReport {
  const report = record(value, 'importFiles');
  return {
    funds: number(report, 'funds'),
    trades: number(report, 'trades'),
    problems: texts(report, 'problems'),
  };
}

/** São Paulo time of what the desk does next; null = nothing is planned. */
export function readNextStep(value: unknown): string | null {
  const { next } = record(value, 'deskOverview');
  if (next === null) return null;
  const { at } = record(next, 'next');
  return at === null ? null : text({ at }, 'at');
}

function readRun(value: unknown): RunReport {
  const run = record(value, 'runs');
  const status = RUN_STATUSES.find((one) => one === run.status);
  if (status === undefined) throw unexpected('status', run.status);
  return {
    stage: text(run, 'stage'),
    scope: text(run, 'scope'),
    runId: text(run, 'runId'),
    status,
    headline: text(run, 'headline'),
    problems: list(run, 'problems').map(problemLine),
    warnings: list(run, 'warnings').map(problemLine),
    tabs: list(run, 'tabs').map((item) => {
      const tab = record(item, 'tabs');
      return { name: text(tab, 'name'), rows: number(tab, 'rows') };
    }),
    rowsSaved: number(run, 'rowsSaved'),
    mails: number(run, 'mails'),
    files: texts(run, 'files'),
  };
}

/** `daily-trades!E7: …` */
function problemLine(value: unknown): string {
  const problem = record(value, 'problems');
  if (problem.tab === null) return text(problem, 'text');
  const cell = problem.cell === null ? '' : `!${text(problem, 'cell')}`;
  return `${text(problem, 'tab')}${cell}: ${text(problem, 'text')}`;
}

type Fields = Readonly<Record<string, unknown>>;

const unexpected = (where: string, value: unknown): Error =>
  new Error(
    `The bundle answered ${JSON.stringify(value) ?? 'nothing'} for ${where}: build it again, npm run build.`,
  );

function record(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpected(where, value);
  return { ...value };
}

function list(from: Fields, key: string): readonly unknown[] {
  const value = from[key];
  if (!Array.isArray(value)) throw unexpected(key, value);
  return value;
}

function text(from: Fields, key: string): string {
  const value = from[key];
  if (typeof value !== 'string') throw unexpected(key, value);
  return value;
}

const texts = (from: Fields, key: string): readonly string[] =>
  list(from, key).map((value) => text({ [key]: value }, key));

function number(from: Fields, key: string): number {
  const value = from[key];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw unexpected(key, value);
  return value;
}
