// A desk that follows a script instead of a bundle: what is due when, and what each stage reports.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunReport } from '../../../src/local/cli/answers';
import type { OpenWorld, WorldOptions } from '../../../src/local/cli/world';
import type { Loss } from '../../../src/local/host';
import { fromSaoPaulo, openWoundClock, saoPauloStamp } from '../../../src/local/host/clock';
import type { Listed } from '../../../src/local/market';

export const report = (stage: string, change: Partial<RunReport> = {}): RunReport => ({
  stage,
  scope: 'all',
  runId: `run-${stage}`,
  status: 'applied',
  headline: `${stage} done`,
  problems: [],
  warnings: [],
  tabs: [],
  rowsSaved: 10,
  mails: 2,
  files: [],
  ...change,
});

/** Time of day → what runs then. A stage is due once. */
export type Script = Readonly<Record<string, readonly RunReport[]>>;

export const WHOLE_DAY: Script = {
  '10:15': [report('initial')],
  '12:00': [report('primary', { scope: 'thematics' })],
  '13:00': [report('primary', { scope: 'nasdaq' })],
  '15:00': [report('adjustments', { scope: '1' })],
  '15:30': [report('adjustments', { scope: '2', status: 'unchanged', mails: 0, rowsSaved: 0 })],
  '18:35': [report('final', { files: ['Aurora/aloc_trading_2024-11-08.csv'] })],
};

export const COMPLETE = {
  date: '2024-11-08',
  complete: true,
  state: 'COMPLETE',
  missing: [],
  waits: [],
  asOf: { now: '2024-11-08T18:35:00', fills: '2024-11-08T18:35:00' },
  assets: [
    {
      asset: 'HASH11',
      side: 'BUY',
      target: 1234567.5,
      executed: 999.99,
      primary: 1.25e6,
      givenBack: 0,
      open: -0.001,
      over: 1_000,
      done: 1.0008,
      openAtNav: 12.5,
      overAtNav: 0,
    },
  ],
  funds: [],
};

/** A line as the bundle answers it. */
const problem = (text: string) => ({ tab: null, cell: null, text });
const answered = (run: RunReport) => ({
  ...run,
  problems: run.problems.map(problem),
  warnings: run.warnings.map(problem),
});

const forgottenMail = (subject: string, i: number) => ({
  number: i + 1,
  file: `000${i + 1}.eml`,
  sentAt: 0,
  from: 'desk@trading.example',
  to: ['broker@broker.example'],
  cc: [],
  recipients: ['broker@broker.example'],
  subject,
  text: '',
  html: null,
  attachments: [],
});

export interface Fake {
  readonly open: OpenWorld;
  readonly calls: (readonly [string, readonly unknown[]])[];
  readonly tabs: Map<string, unknown[][]>;
  readonly listed: readonly Listed[];
  opened: WorldOptions | null;
  closed: boolean;
}

interface FakeOptions {
  readonly script?: Script;
  readonly status?: object | null;
  /** What the desk says of a day on which B3 is closed. */
  readonly closed?: string | null;
  readonly importErrors?: readonly string[];
  readonly importWarnings?: readonly string[];
  readonly rejected?: readonly string[];
  /** Null = the book says nothing of it. */
  readonly language?: 'en' | null;
  /** What the desk finds half-way when it is opened again. */
  readonly takenUp?: { readonly [part: string]: readonly unknown[] };
  /** Trades of the reader's files beside the usual ones, each with the ETFs that its fund may trade. */
  readonly own?: readonly (readonly [asset: string, onshore: string])[];
  readonly losses?: readonly Loss[];
  /** What the system says when the workbook is replaced. */
  readonly workbookError?: string | null;
  /** The iNAV that the simulator says of an ETF, at any moment. */
  readonly said?: Readonly<Record<string, number>>;
  /** Subjects of mails that went and that the desk does not know of. */
  readonly forgotten?: readonly string[];
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  // Another order than the sample's, and columns that it lacks, as users leave them.
  etfs: ['family', 'asset', 'note', 'limit_bps'],
  brokers: ['name', 'share', 'account_codes'],
  holdings: ['cnpj', 'asset', 'shares'],
  settings: ['key', 'value', 'meaning'],
  'fund-stats': ['fund', 'cnpj', 'onshore_assets'],
  'daily-trades': ['asset'],
};

export function fakeWorld({
  script = WHOLE_DAY,
  status = COMPLETE,
  closed = null,
  importErrors = [],
  importWarnings = [],
  rejected = [],
  language = 'en',
  takenUp = {},
  losses = [],
  own = [],
  forgotten = [],
  workbookError = null,
  said = {},
}: FakeOptions = {}): Fake {
  const calls: (readonly [string, readonly unknown[]])[] = [];
  const tabs = new Map<string, unknown[][]>();
  const done = new Set<string>();
  const listed: Listed[] = [];

  const fake: Fake = {
    calls,
    tabs,
    listed,
    opened: null,
    closed: false,
    async open(options) {
      fake.opened = options;
      const date = options.date ?? '2024-11-08';
      const clock = openWoundClock(join(options.dir, 'clock.json'), fromSaoPaulo(`${date}T09:00:00`));
      const importFiles = (): unknown => {
        if (importErrors.length > 0) return { funds: 0, trades: 0, problems: importErrors.map(problem) };
        tabs.get('fund-stats')?.push(['Ipê', '71.204.918/0001-09', '']);
        for (const [asset, onshore] of own) {
          tabs.get('fund-stats')?.push(['Own', '', onshore]);
          tabs.get('daily-trades')?.push([asset]);
        }
        tabs.get('daily-trades')?.push(['HASH11'], ['DEFI11'], ['USBTC']);
        return { funds: 1, trades: 3, problems: importWarnings.map(problem) };
      };
      const answer = (fn: string): unknown => {
        if (fn === 'setUp') {
          if (tabs.size > 0) return null;
          for (const [tab, header] of Object.entries(HEADERS)) tabs.set(tab, [[...header]]);
          if (language !== null) tabs.get('settings')?.push(['DESK_LANGUAGE', language, 'language']);
          tabs.get('settings')?.push(['DESK_NAME', '', 'how e-mails are signed'], ['tolerance', '', 'BRL']);
        }
        if (fn === 'importFiles') return importFiles();
        if (fn === 'checkAdjustmentStatus')
          return done.size > 0 || status === null ? status : { ...status, date: null };
        if (fn === 'takeUpDay') return { runIds: [], steps: [], problems: [], ended: [], ...takenUp };
        if (fn === 'nextSteps') {
          const left = Object.keys(script).filter((time) => !done.has(time));
          const nameOf = ({ stage, scope }: RunReport): string =>
            stage === 'primary' ? `primary:${scope}` : stage;
          return {
            closed,
            steps: left.flatMap((time) => (script[time] ?? []).map((run) => ({ name: nameOf(run) }))),
          };
        }
        if (fn !== 'executeDailyTradingWorkflow') return null;
        const now = saoPauloStamp(clock.now()).slice(11, 16);
        const due = Object.keys(script).filter((time) => time <= now && !done.has(time));
        for (const time of due) done.add(time);
        const next = Object.keys(script).find((time) => !done.has(time));
        return {
          runs: due.flatMap((time) => script[time] ?? []).map(answered),
          nextDue: next === undefined ? null : `${date}T${next}:00`,
        };
      };
      return {
        date,
        clock,
        token: 'open sesame',
        warehouseFile: join(options.dir, 'warehouse.duckdb'),
        mail: { outbox: [], forgotten: forgotten.map(forgottenMail) },
        market: {
          url: 'http://127.0.0.1:4321',
          rejected,
          list: (one) => listed.push(one),
          inavOf: (asset) => said[asset] ?? null,
        },
        losses,
        desk: {
          call: async (fn, args = []) => {
            calls.push([fn, args]);
            return { value: answer(fn), calls: {}, ms: 1, logs: [] };
          },
          book: {
            tabs: () => [...tabs.keys()],
            readTab: async (tab) =>
              (tabs.get(tab) ?? []).map((row) =>
                row.map((cell) => (cell instanceof Date ? cell : String(cell))),
              ),
            writeTab: (tab, rows) => {
              tabs.set(
                tab,
                rows.map((row) => [...row]),
              );
            },
          },
          save: async () => undefined,
          exportXlsx: async (path) => {
            if (workbookError !== null)
              throw Object.assign(new Error(`${workbookError}: resource busy`), { code: workbookError });
            mkdirSync(options.dir, { recursive: true });
            writeFileSync(path, 'xlsx');
          },
        },
        close: async () => {
          fake.closed = true;
        },
      };
    },
  };
  return fake;
}
