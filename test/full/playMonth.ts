// A month of the laptop desk, run by its trigger alone, and what could be seen of it from outside: the tabs at the end of
// each day, the brokers' own spreadsheets, the mails, and what the market says that it executed. A program of its own,
// because inside jest's sandbox the spreadsheet engine is three times as slow: playMonth.ts PLAN.json MONTH.json
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBook } from '../../src/local/cli/morning';
import { openWorld, type World } from '../../src/local/cli/world';
import type { Host, HostBook } from '../../src/local/host';
import { fromSaoPaulo, saoPauloStamp } from '../../src/local/host/clock';
import { readSample } from '../../src/local/market/sample';
import type {
  Past,
  PastAllocation,
  PastFill,
  PastInstruction,
  PastQuote,
  PastRequest,
  PastRun,
} from '../local/bigquery/pastDays';

const MINUTE = 60_000;
const FIRST_TICK = '09:02';
const LAST_TICK = '20:00';

/** When the trigger does not fire, and when the market answers nothing but errors: from the first time to the second. */
export interface Trouble {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export interface MonthPlan {
  /** Where the desk lies, and the bundle that it runs. */
  readonly dir: string;
  readonly bundleDir: string;
  readonly days: readonly string[];
  readonly missed: Trouble;
  readonly outage: Trouble;
  /** Over which the history is asked for at the end: first and last day. */
  readonly periods: readonly (readonly [string, string])[];
}

export type Row = Readonly<Record<string, unknown>>;

/** What an executed share was, as the market reports it: whose account, how many, at how many cents. */
export interface MarketFill {
  readonly broker: string;
  readonly asset: string;
  readonly side: string;
  readonly quantity: number;
  readonly cents: number;
}

export interface BrokerView {
  readonly broker: string;
  readonly address: string;
  /** Every tab of every file that the address may open. */
  readonly tabs: Readonly<Record<string, readonly Row[]>>;
}

export interface DayEnd {
  readonly date: string;
  readonly status: unknown;
  readonly views: readonly BrokerView[];
  readonly executed: readonly MarketFill[];
}

export interface LogLine {
  readonly date: string;
  readonly time: string;
  readonly stage: string;
  readonly scope: string;
  readonly status: string;
  readonly headline: string;
}

export interface Month {
  readonly log: readonly LogLine[];
  readonly mails: readonly {
    readonly to: readonly string[];
    readonly subject: string;
    readonly text: string;
  }[];
  readonly rejected: readonly string[];
  readonly ends: readonly DayEnd[];
  /** The month's decisions as the tabs showed them when they were made. */
  readonly past: Past;
  /** The tabs of the history, each row with its report, by the period that it was asked for, `from/to`. */
  readonly history: Readonly<Record<string, readonly Row[]>>;
  readonly ticks: {
    readonly busy: readonly number[];
    readonly idle: readonly number[];
    readonly oneCall: number;
  };
}

async function playMonth({ dir, bundleDir, days, missed, outage, periods }: MonthPlan): Promise<Month> {
  const [date = ''] = days;
  const sample = readSample(join(process.cwd(), 'src/local/market/sample'));
  mkdirSync(dir, { recursive: true });
  const world = await openWorld({ dir, bundleDir, date, seed: 5, sample });
  try {
    await prepareBook(world, sample, { fundsJson: null, tradesCsv: null });
    const settings = {
      DESK_LANGUAGE: 'pt',
      auto_send: 'initial, primary, adjustments, final',
      refresh_interval: '120',
    };
    await world.desk.call('setUpDesk', [{ settings, schedule: true }]);
    await world.desk.call('shareWithBrokers');
    const watch = watcher(world);
    for (const [day, date] of days.entries()) {
      await newTrades(world, day);
      for (let now = moment(date, FIRST_TICK); now < moment(date, LAST_TICK); now += 5 * MINUTE) {
        world.clock.set(now);
        breakMarket(world, isIn(outage, date, now));
        if (!isIn(missed, date, now)) await watch.tick(date);
      }
      breakMarket(world, false);
      await watch.end(date);
    }
    const history: Record<string, readonly Row[]> = {};
    for (const [from, to] of periods) {
      await world.desk.call('history', [from, to]);
      history[`${from}/${to}`] = await historyOf(world.desk.book);
    }
    return {
      ...(await watch.seen()),
      mails: world.mail.outbox.map(({ to, subject, text }) => ({ to, subject, text })),
      rejected: [...world.market.rejected],
      history,
    };
  } finally {
    await world.close();
  }
}

const moment = (date: string, time: string): number => fromSaoPaulo(`${date}T${time}:00`);
const isIn = (trouble: Trouble, date: string, now: number): boolean =>
  date === trouble.date && now >= moment(date, trouble.from) && now < moment(date, trouble.to);

/** Every day another amount, to the cent: nobody trades the same twice. */
async function newTrades({ desk }: World, day: number): Promise<void> {
  const [header = [], ...rows] = await desk.book.readTab('daily-trades');
  const amount = header.indexOf('amount');
  const moved = rows.map((row, i) =>
    row.map((cell, column) =>
      column === amount ? Math.round(Number(cell) * (100 + (((day * 7 + i * 3) % 11) - 5))) / 100 : cell,
    ),
  );
  desk.book.writeTab('daily-trades', [header, ...moved]);
}

/** The simulator's own switch; the command line's view of it has none. */
function breakMarket({ market }: World, isDown: boolean): void {
  const faults = 'faults' in market ? market.faults : null;
  if (!(faults instanceof Set)) throw new Error('the market has no switch for faults');
  if (isDown) faults.add('error 500');
  else faults.delete('error 500');
}

const isWhole = (desk: World['desk']): desk is Host => 'bookOf' in desk && 'triggers' in desk;

/** Dates as the wall clock of São Paulo shows them, blanks as null. */
const plain = (cell: unknown): unknown =>
  cell instanceof Date ? saoPauloStamp(cell.getTime()) : cell === '' ? null : cell;

async function records(book: Pick<HostBook, 'readTab'>, tab: string): Promise<readonly Row[]> {
  const [headers = [], ...rows] = await book.readTab(tab);
  return rows.map((row) => Object.fromEntries(headers.map((name, i) => [String(name), plain(row[i])])));
}

const HISTORY_TABS = {
  'desk by day': 'history',
  funds: 'history-funds',
  brokers: 'history-brokers',
  'funds by day': 'history-fund-days',
} as const;

async function historyOf(book: Pick<HostBook, 'readTab'>): Promise<readonly Row[]> {
  const tables = await Promise.all(
    Object.entries(HISTORY_TABS).map(async ([report, tab]) =>
      (await records(book, tab)).map((row): Row => ({ ...row, report })),
    ),
  );
  return tables.flat();
}

function watcher(world: World) {
  const { desk } = world;
  if (!isWhole(desk)) throw new Error('a month needs a whole desk');
  const [trigger, ...others] = desk.triggers();
  if (!trigger || others.length > 0 || trigger.everyMinutes !== 5)
    throw new Error('one trigger, every five minutes');
  const busy: number[] = [];
  const idle: number[] = [];
  let oneCall = 0;
  const ends: DayEnd[] = [];
  const told = new Map<string, PastInstruction>();
  const closed = new Map<string, Pick<Past, 'fills' | 'quotes' | 'allocation_rows'>>();
  const requests: PastRequest[] = [];

  const tell = async (date: string): Promise<void> => {
    for (const row of await records(desk.book, 'orders'))
      if (String(row.trade_date).startsWith(date))
        told.set(`${row.instruction}/${row.version}`, instructionOf(date, row));
  };
  return {
    async tick(date: string): Promise<void> {
      const { value, ms, calls } = await desk.call(trigger.handler, [], { trigger: true });
      const said = Array.isArray(value) ? value.map(String) : [];
      if (said.length === 0) {
        idle.push(ms);
        if (Object.values(calls).reduce((sum, each) => sum + each, 0) === 1) oneCall += 1;
        return;
      }
      busy.push(ms);
      await tell(date);
      if (said.some((text) => /^Final allocation: (COMPLETE|PENDING)/.test(text)))
        closed.set(date, {
          fills: (await records(desk.book, 'executions')).map((row) => fillOf(date, row)),
          quotes: (await records(desk.book, 'market-data')).map((row) => quoteOf(date, row)),
          allocation_rows: (await records(desk.book, 'allocation')).map((row) => allocationOf(date, row)),
        });
    },
    async end(date: string): Promise<void> {
      const { value } = await desk.call('checkAdjustmentStatus');
      const status = typeof value === 'object' && value !== null && 'state' in value ? value.state : value;
      ends.push({ date, status, views: await brokerViews(desk), executed: await executedBy(world) });
      const decided = closed.get(date);
      if (!decided) return;
      // Published after the allocation: the iNAVs stay those that it used.
      const navs = new Map(
        (await records(desk.book, 'market-data')).map((row) => [row.asset, numberOrNull(row.official_nav)]),
      );
      const quotes = decided.quotes.map((quote) => ({
        ...quote,
        official_nav: navs.get(quote.asset) ?? null,
      }));
      closed.set(date, { ...decided, quotes });
      for (const row of await records(desk.book, 'primary-requests'))
        requests.push({ ...KEY(date, 'primary'), ...requestOf(row) });
    },
    async seen(): Promise<Omit<Month, 'mails' | 'rejected' | 'history'>> {
      const days = [...closed.values()];
      const log = (await records(desk.book, 'log')).map((row): LogLine => {
        const at = String(row.at);
        return {
          date: at.slice(0, 10),
          time: at.slice(11, 16),
          stage: String(row.stage),
          scope: String(row.scope),
          status: String(row.status),
          headline: String(row.headline),
        };
      });
      return {
        log,
        ends,
        ticks: { busy, idle, oneCall },
        past: {
          runs: [...closed.keys()].flatMap(runsOf),
          fills: days.flatMap(({ fills }) => fills),
          quotes: days.flatMap(({ quotes }) => quotes),
          allocation_rows: days.flatMap(({ allocation_rows }) => allocation_rows),
          instructions: [...told.values()],
          primary_request_rows: requests,
          // No tab shows them.
          allocation_lines: [],
        },
      };
    },
  };
}

// --- the tabs as the history's independent figures want them -----------------------------------------------------

const KEY = (date: string, stage: string) => ({ run_id: `${date} ${stage}`, row_key: '', trade_date: date });
const runsOf = (date: string): readonly PastRun[] =>
  ['initial', 'primary', 'final'].map((stage, i) => ({
    ...KEY(date, stage),
    stage,
    scope: 'all',
    run_at: `${date}T${String(10 + i)}:00:00`,
  }));

const textOrNull = (cell: unknown): string | null =>
  cell === null || cell === undefined ? null : String(cell);
const numberOrNull = (cell: unknown): number | null =>
  cell === null || cell === undefined ? null : Number(cell);

const instructionOf = (date: string, row: Row): PastInstruction => ({
  ...KEY(date, 'initial'),
  asset: String(row.asset),
  side: String(row.side),
  broker: String(row.broker),
  inav: Number(row.inav),
  version: Number(row.version),
  issued_at: String(row.issued_at),
});
const fillOf = (date: string, row: Row): PastFill => ({
  ...KEY(date, 'final'),
  fill_id: String(row.fill_id),
  broker: String(row.broker),
  asset: String(row.asset),
  side: String(row.side),
  quantity: Number(row.quantity),
  price: Number(row.price),
  time: textOrNull(row.time),
  status: String(row.status),
});
const quoteOf = (date: string, row: Row): PastQuote => ({
  ...KEY(date, 'final'),
  asset: String(row.asset),
  inav: Number(row.inav),
  shares_per_unit: Number(row.shares_per_unit),
  official_nav: numberOrNull(row.official_nav),
});
const allocationOf = (date: string, row: Row): PastAllocation => ({
  ...KEY(date, 'final'),
  asset: String(row.asset),
  side: String(row.side),
  fund: String(row.fund),
  cnpj: textOrNull(row.cnpj),
  target: Number(row.target),
  units: Number(row.units),
  primary: Number(row.primary),
  shares: Number(row.shares),
  average_price: numberOrNull(row.average_price),
  residual: Number(row.residual),
  given_back: numberOrNull(row.given_back),
});
const requestOf = (row: Row) => ({
  asset: String(row.asset),
  side: String(row.side),
  family: String(row.family),
  fund: String(row.fund),
  cnpj: String(row.cnpj),
  units: Number(row.units),
  unit_shares: Number(row.unit_shares),
  unit_value: Number(row.unit_value),
});

// --- what others see ---------------------------------------------------------------------------------------------

/** Each broker's first address, and all that Drive would open for it. */
async function brokerViews(desk: Host): Promise<readonly BrokerView[]> {
  const views: BrokerView[] = [];
  for (const row of await records(desk.book, 'brokers')) {
    const [address = ''] = String(row.emails).split(', ');
    const tabs: Record<string, readonly Row[]> = {};
    for (const { id, mimeType, permissions } of desk.files()) {
      if (permissions.every(({ emailAddress }) => emailAddress !== address)) continue;
      if (!mimeType.endsWith('.spreadsheet')) throw new Error(`${address} may open ${id}, a ${mimeType}`);
      const book = desk.bookOf(id);
      for (const tab of book.tabs()) tabs[`${id}/${tab}`] = await records(book, tab);
    }
    views.push({ broker: String(row.name), address, tabs });
  }
  return views;
}

/** Asked of the post-trade system past the desk: the desk's own accounts, hedge legs and busts left out. */
async function executedBy({ desk, market, token }: World): Promise<readonly MarketFill[]> {
  const settings = await records(desk.book, 'settings');
  const alias = settings.find(({ key }) => key === 'ACCOUNT_ALIAS')?.value;
  const brokerOf = new Map(
    (await records(desk.book, 'brokers')).flatMap(({ name, account_codes }) =>
      String(account_codes)
        .split(', ')
        .map((code) => [code, String(name)]),
    ),
  );
  const headers = { authorization: `Bearer ${token}` };
  let answer = await fetch(`${market.url}/allocation/fills`, { headers });
  // The simulator's own short outage, on a day on which nobody has asked yet.
  while (answer.status === 503) answer = await fetch(`${market.url}/allocation/fills`, { headers });
  const { fills }: { readonly fills: readonly Row[] } = JSON.parse(await answer.text());
  return fills
    .filter(
      (row) => row.accountAlias === alias && row.status !== 'BUSTED' && !String(row.symbol).endsWith('H'),
    )
    .map((row) => ({
      broker: brokerOf.get(String(row.accountCode)) ?? '',
      asset: String(row.symbol),
      side: row.side === 'Buy' ? 'BUY' : 'SELL',
      quantity: Number(row.qty),
      cents: Math.round(Number(row.price) * 100),
    }));
}

const [planFile, monthFile] = process.argv.slice(2);
if (!planFile || !monthFile) throw new Error('usage: playMonth.ts PLAN.json MONTH.json');
const plan: MonthPlan = JSON.parse(readFileSync(planFile, 'utf8'));
playMonth(plan).then(
  (month) => {
    writeFileSync(monthFile, JSON.stringify(month));
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
