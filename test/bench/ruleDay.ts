// One seeded day of the sample book, played in memory by the stages themselves against the sample market: what a trading rule
// makes of it. No spreadsheet, no mails: state goes in, instructions come out, brokers work them, fills come back.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Quote } from '../../src/domain/etf';
import type { Fill } from '../../src/domain/fill';
import { notional } from '../../src/domain/money';
import type { Stamp } from '../../src/domain/stamp';
import { fromSaoPaulo, saoPauloStamp } from '../../src/local/host/clock';
import { inavAt, type MarketDay, marketDay } from '../../src/local/market/day';
import { FIGURES, type Figures } from '../../src/local/market/figures';
import type { Order } from '../../src/local/market/instructions';
import { bell, randomOf } from '../../src/local/market/random';
import { readSample } from '../../src/local/market/sample';
import { workPool } from '../../src/local/market/working';
import type { Grid } from '../../src/sheets/cell';
import { mergeFunds, parseFundsFile, parseTradesFile } from '../../src/sheets/importFiles';
import { readTable, type Table } from '../../src/sheets/read';
import { headerOf } from '../../src/sheets/tab';
import {
  type AnyTab,
  brokers,
  dailyTrades,
  etfs,
  executions,
  fundStats,
  holdings,
  marketData,
} from '../../src/sheets/tabs';
import { printTable, type TableCells } from '../../src/sheets/write';
import { maximumOf } from '../../src/stages/agenda/moments';
import { roundsLeft } from '../../src/stages/agenda/rounds';
import { type DayInputs, readInputs, readSettingsTab, valuesOf } from '../../src/stages/day/inputs';
import { EMPTY_STATE } from '../../src/stages/day/state';
import {
  adjustmentCycle,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
} from '../../src/stages/stages';
import { dayStanding } from '../../src/stages/standing/dayStanding';
import type { Position } from '../../src/stages/standing/positions';
import { texts } from '../fakes/said';

/** A trading day of ordinary hours that is not the sample date: prices and volumes are scaled by the seed. */
const DATE = '2024-11-12';
const at = (time: string): Stamp => `${DATE}T${time}:00`;

/** Standard deviations of what the NAV moves after the last iNAV, in basis points: with all ETFs, and by itself. */
const NAV_MOVE = { common: 30, own: 25 };
/** Intents are between this part of the sample's and all of it: holdings have to cover what is sold. */
const LEAST_INTENT = 0.8;

const SETTINGS = { DESK_LANGUAGE: 'en', OFFSHORE_EMAILS: 'offshore@desk.example' };

/** What a desk may set differently, and whether it knows the ETFs' spreads. */
export interface Rule {
  readonly settings: Readonly<Record<string, string>>;
  readonly knowsSpreads: boolean;
}

/** Basis points of the middle of bid and ask. */
export const spreadOf = (asset: string): number => {
  const figures = FIGURES.get(asset);
  if (figures === undefined) throw new Error(`${asset} has no figures`);
  return Math.round(((figures.ask - figures.bid) / ((figures.ask + figures.bid) / 2)) * 10_000);
};

/** BRL, except the counts. */
export interface Outcome {
  readonly givenBack: number;
  /** The spread on what was given back: half of it there, half on what had been traded to no purpose. */
  readonly crossing: number;
  /** Sum of the residuals' sizes, each at the NAV, and of all targets. */
  readonly residual: number;
  readonly targets: number;
  readonly above100: number;
  readonly instructions: number;
}

/** The market of a seed, drawn once for all rules. */
export interface SeededDay {
  readonly seed: number;
  readonly days: ReadonlyMap<string, MarketDay>;
  readonly navs: ReadonlyMap<string, number>;
}

export function seededDay(seed: number): SeededDay {
  const days = new Map([...FIGURES].map(([asset, row]) => [asset, marketDay(turned(row, seed), seed, DATE)]));
  const common = bell(randomOf(seed, 'nav')) * NAV_MOVE.common;
  const navs = new Map(
    [...days].map(([asset, day]) => {
      const move = common + bell(randomOf(seed, 'nav', asset)) * NAV_MOVE.own;
      return [asset, Math.round(inavAt(day, day.session.end) * (1 + move / 10_000) * 10_000) / 10_000];
    }),
  );
  return { seed, days, navs };
}

/** Half of the days upside down, ETF by ETF: else every one of them would rise or fall as on the sample date. */
function turned(figures: Figures, seed: number): Figures {
  if (randomOf(seed, 'turned', figures.asset)() < 0.5) return figures;
  const { average, open, high, low, close } = figures;
  const other = (price: number): number => 2 * average - price;
  return { ...figures, open: other(open), high: other(low), low: other(high), close: other(close) };
}

/** @throws when a stage refuses: a day that was not played whole must not count */
export function playDay(day: SeededDay, rule: Rule): Outcome {
  let inputs = opening(day, rule);
  const run = (stage: Stage, now: Stamp): void => {
    inputs = seenAt(inputs, day, now);
    if (!('plan' in stage)) throw new Error(`${stage.name} works on no open day`);
    const plan = stage.plan(inputs, (text) => createHash('sha256').update(text).digest('hex'));
    if (plan.kind === 'refused')
      throw new Error(`seed ${day.seed}, ${stage.name} at ${now}: ${texts(plan.problems).join('; ')}`);
    inputs = { ...inputs, state: plan.outcome.state };
  };
  run(initialOrders(), at('10:15'));
  run(primaryUnits('thematics', null), at('12:00'));
  run(primaryUnits('nasdaq', null), at('13:00'));
  for (const round of roundsLeft(inputs, maximumOf(inputs))) run(adjustmentCycle(null), round);
  run(finalAllocation(), at('18:35'));
  return outcomeOf(inputs, day);
}

function outcomeOf(inputs: DayInputs, { navs }: SeededDay): Outcome {
  const { positions } = dayStanding(inputs);
  const sizes = positions.map((position) => Math.abs(residualAtNav(inputs, position, navs)));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / 100;
  return {
    givenBack: sum(positions.map(({ opposite }) => opposite)),
    crossing: sum(positions.map(({ opposite, asset }) => (opposite * spreadOf(asset)) / 10_000)),
    residual: sum(sizes),
    targets: sum(positions.map(({ amount }) => amount)),
    above100: positions.filter(({ amount }, nth) => (sizes[nth] ?? 0) * 100 > amount).length,
    instructions: inputs.state.instructions.length,
  };
}

/** Units settle at the NAV; shares cost what they cost. In cents. */
function residualAtNav(
  { state }: DayInputs,
  { asset, amount, units, executed, opposite }: Position,
  navs: SeededDay['navs'],
): number {
  const perUnit = state.quotes.find((quote) => quote.asset === asset)?.sharesPerUnit;
  const nav = navs.get(asset);
  if (perUnit === undefined || nav === undefined) throw new Error(`${asset} has no NAV`);
  return amount - notional(units * perUnit, nav) - (executed - opposite);
}

/** The desk before the market opens: the sample's tabs, the rule's settings, intents of this seed. */
function opening({ seed }: SeededDay, { settings: wanted, knowsSpreads }: Rule): DayInputs {
  const { settings, problems: unread } = readSettingsTab(() => [
    ['key', 'value'],
    ...Object.entries({ ...SETTINGS, ...wanted }),
  ]);
  const known = { now: at('09:00'), user: 'bench@desk.example', settings, state: EMPTY_STATE };
  const all = ['fundStats', 'dailyTrades', 'etfs', 'brokers', 'holdings'] as const;
  const { inputs, problems } = readInputs((tab) => sampleGrids().get(tab) ?? null, all, known);
  const wrong = [...unread, ...problems].filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(texts(wrong).join('; '));
  // The sample gives every ETF a rounding of its own; here the rule's is meant.
  const etfs = mapped(inputs.etfs, (etf) => ({
    ...etf,
    unitRounding: null,
    spreadBps: knowsSpreads ? spreadOf(etf.asset) : null,
  }));
  const trades = mapped(inputs.trades, (trade, nth) => {
    const part = LEAST_INTENT + (1 - LEAST_INTENT) * randomOf(seed, 'intent', nth)();
    return { ...trade, amount: Math.round(trade.amount * part) };
  });
  return { ...inputs, etfs, trades };
}

const mapped = <R>(table: Table<R>, change: (value: R, nth: number) => R): Table<R> => ({
  ...table,
  rows: table.rows.map(({ row, value }, nth) => ({ row, value: change(value, nth) })),
});

let grids: ReadonlyMap<string, Grid> | undefined;
/** The sample's tabs as cells, read once. */
function sampleGrids(): ReadonlyMap<string, Grid> {
  if (grids !== undefined) return grids;
  const sample = readSample(join(process.cwd(), 'src/local/market/sample'));
  const funds = mergeFunds(parseFundsFile(sample.fundsJson), []);
  const cells = ({ tab, headers, rows }: TableCells): [string, Grid] => [tab, [headers, ...rows]];
  const [, fundCells] = cells(printTable(fundStats, funds));
  grids = new Map<string, Grid>([
    [etfs.name, wide(etfs, sample.tabs.etfs)],
    [brokers.name, wide(brokers, sample.tabs.brokers)],
    [holdings.name, wide(holdings, sample.tabs.holdings)],
    [fundStats.name, withMoney(fundCells, sample.fundsMoney)],
    cells(printTable(dailyTrades, parseTradesFile(sample.tradesCsv).records)),
  ]);
  return grids;
}

/** Under all headers of the tab: what the sample says nothing of stays blank. */
function wide({ columns }: Pick<AnyTab, 'columns'>, [names = [], ...rows]: Grid): Grid {
  const others = Object.keys(columns)
    .map(headerOf)
    .filter((name) => !names.includes(name));
  return [[...names, ...others], ...rows.map((row) => [...row, ...others.map(() => null)])];
}

/** What only the desk knows of its funds, beside what their file says; the CNPJ joins them. */
function withMoney([headers = [], ...rows]: Grid, [names = [], ...known]: Grid): Grid {
  const cnpj = headers.indexOf('cnpj');
  const filled = rows.map((row) => {
    const own = known.find((money) => money[0] === row[cnpj]);
    return row.map((cell, column) => {
      const place = names.indexOf(headers[column] ?? null);
      return place > 0 && own !== undefined && own[place] !== '' ? (own[place] ?? null) : cell;
    });
  });
  return [headers, ...filled];
}

/** What the desk sees at a moment: quotes as they stand, fills as far as they were reported. */
function seenAt(inputs: DayInputs, day: SeededDay, now: Stamp): DayInputs {
  const ms = fromSaoPaulo(now);
  const quotes = [...day.days].map(
    ([asset, { figures, ...rest }]): Quote => ({
      asset,
      inav: inavAt({ figures, ...rest }, ms),
      sharesPerUnit: figures.sharesPerUnit,
      officialNav: null,
      avgVolume: null,
      asOf: now,
    }),
  );
  return {
    ...inputs,
    now,
    quotes: tableOf(readTable(marketData, null).table, quotes),
    executions: tableOf(readTable(executions, null).table, reported(inputs, day, ms)),
  };
}

const tableOf = <R>(empty: Table<R>, values: readonly R[]): Table<R> => ({
  ...empty,
  rows: values.map((value, nth) => ({ row: nth + 1, value })),
});

/** Fills that the post-trade system shows by now; one purchase pool a day has a trade that the exchange cancels. */
function reported({ state, brokers }: DayInputs, day: SeededDay, now: number): readonly Fill[] {
  const names = valuesOf(brokers).map(({ name }) => name);
  const busy = ['HASH11', 'BITH11', 'ETHE11'];
  const drawn = randomOf(day.seed, 'bust');
  const busted = `${busy[Math.floor(drawn() * busy.length)]}|BUY|${names[Math.floor(drawn() * names.length)]}`;
  const pools = new Map<string, Order[]>();
  for (const { asset, side, broker, cap, limitPrice, issuedAt, ...rest } of state.instructions) {
    const key = `${asset}|${side}|${broker}`;
    const { version, tradeDate, limitBps } = rest;
    const limit = Math.round(limitPrice * 100);
    const receivedAt = fromSaoPaulo(issuedAt);
    const order = { broker, tradeDate, asset, side, version, cap, limitPrice: limit, limitBps, receivedAt };
    pools.set(key, [...(pools.get(key) ?? []), order]);
  }
  return [...pools].flatMap(([key, orders]) => {
    const market = day.days.get(orders[0]?.asset ?? '');
    const [{ side, broker } = { side: 'BUY' as const, broker: '' }] = orders;
    if (market === undefined) throw new Error(`${key} has no market`);
    const pool = { seed: day.seed, broker, side, hasBust: key === busted };
    return workPool(market, pool, orders)
      .filter(({ reportedAt }) => reportedAt <= now)
      .map(
        (fill): Fill => ({
          date: DATE,
          fillId: fill.id,
          broker,
          asset: fill.asset,
          side,
          quantity: fill.quantity,
          price: fill.price / 100,
          time: saoPauloStamp(fill.at),
          status: statusAt(fill, now),
          source: 'api',
        }),
      );
  });
}

function statusAt(fill: { readonly bustedAt: number | null; readonly confirmedAt: number }, now: number) {
  if (fill.bustedAt !== null && fill.bustedAt <= now) return 'BUSTED';
  return fill.confirmedAt <= now ? 'EXECUTED' : 'PENDING';
}
