// The points of a sample day at which operations are tried, each reached by the functions of the bundle themselves.
import * as main from '../../src/main';
import { installPlatform, type Platform, WELL } from './platform';
import { copyWorld, newWorld, type WebReply, type World } from './platform/world';

export const TODAY = '2024-11-08';
export const TOMORROW = '2024-11-11';
export const POST_TRADE = 'https://post-trade.example';
export const INAV = 'https://inav.example';

export const SETTINGS: Readonly<Record<string, string>> = {
  DESK_LANGUAGE: 'en',
  GOOGLE_CLOUD_PROJECT: 'desk-trading-1',
  BIGQUERY_DATASET: 'trading',
  TRADING_API_URL: POST_TRADE,
  TRADING_API_SECRET: 'trading-api-token',
  INAV_API_URL: INAV,
  EXECUTIONS_LEVEL: 'fills',
  auto_send: 'initial, primary, adjustments, final',
};

interface Told {
  readonly account: string;
  readonly fillId: string;
  readonly symbol: string;
  readonly side: 'Buy' | 'Sell';
  readonly qty: number;
  readonly price: number;
  /** Known from this moment on. */
  readonly time: string;
}

const told = (row: string): Told => {
  const [account = '', fillId = '', symbol = '', side, qty, price, time = ''] = row.split(' ');
  return {
    account,
    fillId,
    symbol,
    side: side === 'Sell' ? 'Sell' : 'Buy',
    qty: Number(qty),
    price: Number(price),
    time,
  };
};

const FILLS: readonly Told[] = [
  '70311 A1 HASH11 Buy 20000 62.4 2024-11-08T10:40:00',
  '70311 A2 HASH11 Sell 8000 62.5 2024-11-08T10:55:00',
  'M-5520 M1 HASH11 Buy 9000 62.45 2024-11-08T11:00:00',
  '70311 A3 BITH11 Buy 5000 101.3 2024-11-08T11:10:00',
  'M-5520 M2 DEFI11 Buy 500 28.95 2024-11-08T11:20:00',
  '70311 A4 WEB311 Buy 900 34.15 2024-11-08T11:40:00',
  '70311 A5 HASH11 Buy 30000 62.6 2024-11-08T15:20:00',
  'M-5520 M3 HASH11 Sell 3000 62.6 2024-11-08T15:30:00',
  '70311 B1 HASH11 Buy 5000 62.4 2024-11-11T10:40:00',
].map(told);

const QUOTES: Readonly<Record<string, readonly [inav: number, shares: number]>> = {
  BITH11: [101.4, 5_000],
  DEFI11: [28.99, 500],
  HASH11: [62.5, 20_000],
  WEB311: [34.19, 1_000],
};

const json = (body: unknown): WebReply => ({ status: 200, body: JSON.stringify(body) });

/** Whatever the two systems know at the world's time. @param busted numbers of fills that were taken back */
export const systems =
  (busted: readonly string[] = []) =>
  (url: string, { now }: World): WebReply => {
    const date = now.slice(0, 10);
    if (url.startsWith(POST_TRADE)) {
      const fills = FILLS.filter(({ time }) => time <= now && time >= TODAY).map(
        ({ account, time, ...row }) => ({
          accountAlias: 'CASA',
          accountCode: account,
          ...row,
          time: `${time}-03:00`,
          ...(busted.includes(row.fillId) ? { status: 'BUSTED' } : {}),
        }),
      );
      return json({ fills });
    }
    const [, kind, asset = ''] = /\/v2\/(inav|nav)\/(.+)$/.exec(url) ?? [];
    const [inav, shares] = QUOTES[asset] ?? [1, 1];
    if (kind === 'inav')
      return json({
        info: { numberOfSharesPerCreationUnit: shares },
        inavPerShare: now.slice(11) > '15' ? inav * 1.004 : inav,
      });
    if (kind === 'nav' && now.slice(11) > '20:00')
      return json({ info: { fundName: asset }, officialNavPerShare: inav, date });
    return { status: 404 };
  };

/** Where a day stands. */
export type Point =
  | 'new book'
  | 'set up'
  | 'morning'
  | 'midday'
  | 'afternoon'
  | 'evening'
  | 'allocated'
  | 'night'
  | 'next day';

const at = (platform: Platform, time: string, work: () => unknown): void => {
  platform.world.now = `${time.length === 5 ? `${TODAY}T${time}` : time}:00`;
  const came = platform.run(work);
  if (came.threw !== null || came.killed) throw new Error(`the sample day at ${time}: ${came.threw}`);
  const { status, problems } = Object.assign({ status: 'done', problems: [] }, came.value);
  if (status === 'refused' || status === 'held')
    throw new Error(`the sample day at ${time}: ${JSON.stringify(problems)}`);
};

const STEPS: Readonly<Record<Point, readonly [before: Point | null, walk: (platform: Platform) => void]>> = {
  'new book': [null, () => undefined],
  'set up': [
    'new book',
    (p) => at(p, '09:40', () => main.setUpDesk({ sample: true, settings: SETTINGS, token: 'a-token' })),
  ],
  morning: ['set up', (p) => at(p, '10:15', () => main.runInitialOrders())],
  midday: ['morning', (p) => at(p, '12:05', () => main.refreshExecutions())],
  afternoon: [
    'midday',
    (p) => {
      at(p, '12:06', () => main.runPrimaryCalculation('all'));
      at(p, '15:45', () => main.refreshExecutions());
    },
  ],
  evening: [
    'afternoon',
    (p) => {
      at(p, '15:46', () => main.runAdjustmentCycle());
      at(p, '18:16', () => main.refreshExecutions());
    },
  ],
  allocated: ['evening', (p) => at(p, '18:20', () => main.completeAdjustmentWorkflow())],
  night: ['allocated', (p) => at(p, '21:10', () => main.refreshExecutions())],
  'next day': [
    'night',
    (p) => {
      at(p, '21:12', () => main.saveOfficialNav());
      at(p, `${TOMORROW}T10:15`, () => main.runInitialOrders());
    },
  ],
};

/** What gives a world of its own at a point. */
export type Reach = (point: Point) => World;

function sampleDays(platform: Platform): Reach {
  const known = new Map<Point, World>();
  const reach = (point: Point): World => {
    const there = known.get(point);
    if (there !== undefined) return copyWorld(there);
    const [before, walk] = STEPS[point];
    const world = before === null ? newWorld() : reach(before);
    world.web = systems();
    platform.world = world;
    walk(platform);
    known.set(point, copyWorld(platform.world));
    return copyWorld(platform.world);
  };
  return reach;
}

let bench: { readonly platform: Platform; readonly reach: Reach } | null = null;

/** The platform with its sample day: one for all kinds of a process, at peace whenever another begins; the day is played once. */
export function sampleBench(): { readonly platform: Platform; readonly reach: Reach } {
  if (bench === null) {
    const platform = installPlatform();
    bench = { platform, reach: sampleDays(platform) };
  }
  Object.assign(bench.platform, WELL);
  return bench;
}
