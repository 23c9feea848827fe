// The morning of a random day: ETFs, funds, brokers, holdings, orders and settings, drawn from a seed.
import { type Chance, shuffled } from '../solver/seeded';
import type { Cells, DayHead, Rows } from './types';

export interface DrawnEtf {
  readonly asset: string;
  readonly open: number;
  readonly sharesPerUnit: number;
}

export interface DrawnFund {
  readonly fund: string;
  readonly cnpj: string;
}

export interface Morning {
  readonly head: DayHead;
  readonly etfs: readonly DrawnEtf[];
  readonly funds: readonly DrawnFund[];
  /** Accounts by broker; a broker without one is on the phone, and its fills are typed. */
  readonly accounts: ReadonlyMap<string, string | null>;
  readonly trades: Rows;
  /** Minutes of the day. */
  readonly close: number;
  readonly cutoff: number;
  /** Of the second family, where it has its own. */
  readonly laterCutoff: number | null;
  readonly odd: Oddities;
}

/** What only some days have, of a chance of their own: whoever plays a day without them has the day of before. */
export interface Oddities {
  /** A broker that may trade more than its cap. */
  readonly beyond: boolean;
  /** Now and then the price moves by some per cent. */
  readonly jumps: boolean;
  /** Funds ask for the same by two rows of the list. */
  readonly twoRows: boolean;
  /** Numbers of fills are the exchange's: one for each broker, ETF and side. */
  readonly sameNumbers: boolean;
  /** Phone brokers tell no time. */
  readonly untimed: boolean;
  /** The iNAV provider does not answer now and then. */
  readonly noQuotes: boolean;
  /** The second family has a cut-off of its own, later than the first. */
  readonly families: boolean;
  /** Late sellers, and orders that change their side. */
  readonly turned: boolean;
}

export const PLAIN: Oddities = {
  ...{ beyond: false, jumps: false, twoRows: false, sameNumbers: false },
  ...{ untimed: false, noQuotes: false, families: false, turned: false },
};

export const drawOddities = (chance: Chance): Oddities => ({
  beyond: chance.is(0.15),
  jumps: chance.is(0.2),
  twoRows: chance.is(0.2),
  sameNumbers: chance.is(0.2),
  untimed: chance.is(0.2),
  noQuotes: chance.is(0.2),
  families: chance.is(0.3),
  turned: chance.is(0.2),
});

const DATES = [
  '2024-11-08',
  '2024-11-12',
  '2024-11-26',
  '2024-12-05',
  '2024-12-18',
  '2025-01-09',
  '2025-02-04',
];
const SYMBOLS = ['HASH11', 'ETHE11', 'QBTC11'];
const NAMES = ['ALFA FIF', 'BETA FIF', 'GAMA FIF', 'DELTA FIF', 'EPSILON FIF', 'ZETA FIF'];
const BROKERS = ['Aurora', 'Boreal', 'Cume'];
const FULL_CLOSE = 17 * 60 + 55;
const HALF_CLOSE = 13 * 60;

export const timeAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A valid one for each number. */
export function cnpjOf(number: number): string {
  const digits = String(11_222_333_000_100 + number * 7_919).slice(0, 12);
  const check = (text: string): string => {
    const sum = [...text].reverse().reduce((total, digit, at) => total + Number(digit) * ((at % 8) + 2), 0);
    return String(sum % 11 < 2 ? 0 : 11 - (sum % 11));
  };
  const first = check(digits);
  return digits + first + check(digits + first);
}

const cents = (brl: number): number => Math.round(brl * 100) / 100;

export function drawMorning(seed: number, chance: Chance, odd: Oddities): Morning {
  const isHalf = chance.is(0.15);
  const [close, cutoff] = isHalf ? [HALF_CLOSE, 12 * 60] : [FULL_CLOSE, 13 * 60 + 30];
  const etfs = SYMBOLS.slice(0, 1 + chance.whole(2)).map((asset) => ({
    asset,
    open: cents(8 + chance.real() * 90),
    sharesPerUnit: [1_000, 5_000, 10_000, 20_000][chance.whole(4)] ?? 5_000,
  }));
  const funds = NAMES.slice(0, 2 + chance.whole(4)).map((fund, at) => ({
    fund,
    cnpj: cnpjOf(seed * 10 + at),
  }));
  const brokers = BROKERS.slice(0, 1 + chance.whole(3));
  const accounts = new Map(
    brokers.map((name, at) => [name, at > 0 && chance.is(0.2) ? null : String(101 + at)] as const),
  );
  const trades = inTwoRows(drawTrades(chance, etfs, funds), odd);
  const laterCutoff = odd.families ? cutoff + 25 : null;
  const date = DATES[chance.whole(DATES.length)] ?? '2024-11-08';
  const head: DayHead = {
    name: `random day ${seed}`,
    date,
    language: 'en',
    base: 'empty',
    tabs: {
      'fund-stats': funds.map(
        (fund): Cells => ({
          ...fund,
          strategy: chance.is(0.5) ? 'Full_alocation' : 'Partial_alocation',
          onshore_assets: etfs.map(({ asset }) => asset).join(', '),
          primary_access: chance.is(0.15) ? 'no' : null,
        }),
      ),
      'daily-trades': trades,
      etfs: withCutoff(etfRows(chance, etfs, cutoff, brokers), laterCutoff),
      brokers: brokerRows(chance, accounts),
      holdings: drawHoldings(chance, etfs, trades),
      holidays: isHalf ? [{ date, open: '10:00', close: timeAt(HALF_CLOSE) }] : [],
      settings: drawSettings(chance),
    },
  };
  return { head, etfs, funds, accounts, trades, close, cutoff, laterCutoff, odd };
}

export function drawTrade(
  chance: Chance,
  { asset, open, sharesPerUnit }: DrawnEtf,
  fund: DrawnFund,
  side: string,
): Cells {
  const units = chance.is(0.3) ? chance.real() * 0.8 : chance.real() * 6;
  const amount = cents(Math.max(4_000, units * open * sharesPerUnit));
  return { ...fund, asset, side, amount, strategy: chance.is(0.7) ? 'SimpleOrder' : 'RebalanceOrder' };
}

function drawTrades(chance: Chance, etfs: readonly DrawnEtf[], funds: readonly DrawnFund[]): Rows {
  const rows = etfs.flatMap((etf) => {
    const main = chance.is(0.7) ? 'BUY' : 'SELL';
    const other = main === 'BUY' ? 'SELL' : 'BUY';
    const isMixed = chance.is(0.25);
    return funds
      .filter((_, at) => at === 0 || chance.is(0.75))
      .map((fund) => drawTrade(chance, etf, fund, isMixed && chance.is(0.4) ? other : main));
  });
  return shuffled(rows, chance);
}

/** An order for a rebalance beside each simple one. */
const inTwoRows = (rows: Rows, { twoRows }: Oddities): Rows =>
  !twoRows
    ? rows
    : rows.flatMap((row): Rows => {
        if (row.strategy !== 'SimpleOrder') return [row];
        const part = cents(Number(row.amount) / 3);
        return [
          { ...row, amount: cents(Number(row.amount) - part) },
          { ...row, amount: part, strategy: 'RebalanceOrder' },
        ];
      });

const withCutoff = (rows: Rows, later: number | null): Rows =>
  rows.map((row, at) => (at === 0 || later === null ? row : { ...row, primary_cutoff: timeAt(later) }));

/** Sellers hold what they sell, or nothing is known of anybody. */
function drawHoldings(chance: Chance, etfs: readonly DrawnEtf[], trades: Rows): Rows {
  if (chance.is(0.35)) return [];
  return trades.flatMap(({ fund = null, cnpj = null, asset = null, side, amount }): Rows => {
    const open = etfs.find((etf) => etf.asset === asset)?.open ?? 1;
    const whole = Math.ceil(Number(amount) / open);
    // A little more than the order, or just about all of it: when the price falls, shares run out before money.
    if (side === 'SELL')
      return [{ fund, cnpj, asset, shares: Math.ceil(whole * (chance.is(0.5) ? 1.001 : 1.3)) }];
    return chance.is(0.3) ? [{ fund, cnpj, asset, shares: chance.whole(whole + 1) }] : [];
  });
}

const etfRows = (
  chance: Chance,
  etfs: readonly DrawnEtf[],
  cutoff: number,
  brokers: readonly string[],
): Rows =>
  etfs.map(({ asset }, at) => ({
    asset,
    family: at === 0 ? 'nasdaq' : 'thematics',
    limit_bps: 20 + chance.whole(40),
    primary_cutoff: timeAt(cutoff),
    unit_rounding: [null, null, 'nearest', 'down'][chance.whole(4)] ?? null,
    administrator: 'Administradora Serra',
    administrator_emails: 'lotes@serra.example',
    broker: chance.is(0.15) ? (brokers[chance.whole(brokers.length)] ?? null) : null,
    spread_bps: chance.is(0.3) ? 10 : null,
  }));

function brokerRows(chance: Chance, accounts: Morning['accounts']): Rows {
  const names = [...accounts.keys()];
  const parts = names.length === 1 ? [1] : names.length === 2 ? [0.6, 0.4] : [0.5, 0.3, 0.2];
  return names.map((name, at) => ({
    name,
    code: String(3 + at),
    emails: `mesa@${name.toLowerCase()}.example`,
    language: chance.is(0.5) ? 'en' : 'pt',
    account_codes: accounts.get(name) ?? null,
    share: parts[at] ?? 0,
    allocate_by: (['average', 'fill', 'block'] as const)[chance.whole(3)] ?? 'average',
    min_ticket: chance.is(0.1) ? 50_000 : null,
  }));
}

function drawSettings(chance: Chance): Rows {
  const maybe = (probability: number, key: string, value: string): Rows =>
    chance.is(probability) ? [{ key, value }] : [];
  return [
    { key: 'TRADER_EMAILS', value: 'mesa@desk.example' },
    { key: 'check_nav_share', value: 'off' },
    ...maybe(0.15, 'EXECUTIONS_LEVEL', 'consolidated'),
    ...maybe(0.4, 'give_back', 'every'),
    ...maybe(0.05, 'give_back', 'never'),
    ...maybe(0.3, 'tolerance', '1'),
    ...maybe(0.2, 'weighting', 'squared-relative'),
    ...maybe(0.1, 'split_by', 'money'),
    ...maybe(0.2, 'fund_at_one_broker', 'yes'),
    ...maybe(0.2, 'fill_lines', 'few-lines'),
  ];
}
