// The allocation fund by fund: what it got, at what price, why, and what one share more or less would have cost.
import type { Cnpj } from '../../domain/cnpj';
import { grouped, lookup } from '../../domain/lookup';
import { centsFromE8, notional, notionalE8, priceFromE8 } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import type { Intent, Side } from '../../domain/trade';
import { type Message, msg, verbatim } from '../../language/message';
import type { AllocationRow, BrokerOrderRow } from '../../sheets/tabs';
import type { ShareExplanation } from '../../solver';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { fundAssetKey, memberKey, poolKey } from '../day/keys';
import { fundOf } from '../day/lookups';
import { officialQuotes, type UnitQuotes } from '../day/quotes';
import { settlesOn } from '../day/settles';
import type { UnitRequest } from '../day/state';
import { explainPool } from '../ledger/explain';
import type { Pool } from '../ledger/pool';
import { sliceReasons } from '../ledger/sliceReasons';
import type { Reasoned } from '../outcome/tables';
import { bps, type Position, type Standing } from '../standing/positions';
import { atNav } from './atNav';
import { nameOf } from './brokerOrderRows';
import type { Line } from './lines';
import { holdingsLimit, opposed, type ReasonContext, reasonContext, residualReasons } from './residualReason';

const orderKey = ({ asset, side }: Pick<Pool, 'asset' | 'side'>, cnpj: Cnpj): string =>
  `${asset} ${side === 'BUY' ? 'C' : 'V'} ${cnpj}`;
const positionsIn = lookup((position: Position) => poolKey(position));
const intentsFor = lookup((intent: Intent) => fundAssetKey(intent));
const unitsFor = lookup((unit: UnitRequest) => memberKey(unit));

/** What all rows of one pool share. */
interface PoolContext {
  readonly inputs: OpenInputs;
  readonly day: ReasonContext;
  readonly pool: Pool;
  /** By fund. */
  readonly lines: ReadonlyMap<Cnpj | null, readonly Line[]>;
  readonly version: number;
  readonly settlementDate: IsoDate;
  /** What brokers take, by `orderKey`. */
  readonly orders: ReadonlyMap<string, readonly BrokerOrderRow[]>;
  readonly official: UnitQuotes;
  /** Where its shares come from, by fund. */
  readonly origins: ReadonlyMap<Cnpj, readonly Message[]>;
}

/** What the split gave, and what brokers take of it. */
interface Allocated {
  readonly lines: readonly Line[];
  readonly orders: readonly BrokerOrderRow[];
  readonly version: number;
}

/** @param standing as brokers book it */
export function allocationRows(
  inputs: OpenInputs,
  standing: Standing,
  { lines, orders, version }: Allocated,
): readonly Reasoned<AllocationRow>[] {
  const { pools, positions } = standing;
  const day = reasonContext(inputs, standing);
  const official = officialQuotes(inputs);
  const settlementDate = settlesOn(inputs, inputs.state.tradeDate);
  // Nobody asks a second time, and what is looked up would be kept for as long as lines and orders are.
  const linesIn = grouped(lines, ({ fill }) => poolKey(fill));
  const byFund = grouped(orders, ({ asset, side, cnpj }) => `${asset} ${side} ${cnpj}`);
  return pools.flatMap((pool) => {
    const origins = sliceReasons(pool);
    const context: PoolContext = {
      inputs,
      day,
      pool,
      lines: grouped(linesIn.get(poolKey(pool)) ?? [], ({ cnpj }) => cnpj),
      version,
      settlementDate,
      orders: byFund,
      official,
      origins,
    };
    const home = new Map(positionsIn(positions, poolKey(pool)).map((position) => [position.cnpj, position]));
    const reasons = explainPool(pool, (cnpj) => home.get(cnpj)?.unitShares ?? 0);
    const why = new Map(reasons.map((reason) => [reason.id, reason]));
    // An order that was cancelled before anything came of it has nothing to tell.
    const touched = [...home.values()].filter((own) => !isEmpty(own)).map(({ cnpj }) => cnpj);
    const taking = [...pool.sharesByFund].flatMap(([cnpj, shares]) => (shares > 0 ? [cnpj] : []));
    const members = [...new Set([...touched, ...taking])].sort();
    const rows = members.map((cnpj) => fundRow(context, cnpj, home.get(cnpj), why.get(cnpj)));
    return pool.excess > 0 ? [...rows, fundRow(context, null, undefined, undefined)] : rows;
  });
}

const isEmpty = ({ amount, units, shares, opposite }: Position): boolean =>
  amount === 0 && units === 0 && shares === 0 && opposite === 0;

/** @param home the fund's position when this is its own side; it gives back here when there is none */
function fundRow(
  context: PoolContext,
  cnpj: Cnpj | null,
  home: Position | undefined,
  why: ShareExplanation | undefined,
): Reasoned<AllocationRow> {
  const { inputs, day, pool, lines, version } = context;
  const mine = lines.get(cnpj) ?? [];
  const shares = mine.reduce((sum, line) => sum + line.shares, 0);
  const booked = bookedFor(context, cnpj, mine);
  const fair = fairFor(pool, mine);
  const deviation = booked.amount - fair;
  const residual = home?.residual ?? 0;
  const nav = home ? atNav(home, context.official) : null;
  return {
    tradeDate: inputs.state.tradeDate,
    version,
    asset: pool.asset,
    side: pool.side,
    fund: nameOf(inputs, cnpj),
    cnpj,
    strategy: strategyOf(inputs, cnpj, pool.asset, pool.side),
    target: home?.amount ?? 0,
    units: home?.units ?? 0,
    primary: home?.primary ?? 0,
    shares,
    proRataShares: why?.proRataShares ?? null,
    averagePrice: booked.price,
    poolPrice: pool.executed.price,
    deviation,
    deviationBps: bps(deviation, fair),
    residual,
    residualBps: bps(residual, home?.amount ?? 0),
    oneMore: why?.oneMore ?? null,
    oneLess: why?.oneLess ?? null,
    reasons: [
      ...reasonsOf(context, cnpj, home, { why, shares }),
      ...(cnpj === null ? [] : (context.origins.get(cnpj) ?? [])),
      ...(home ? residualReasons(day, home) : []),
    ],
    objective: pool.split?.answer.objective ?? null,
    lowerBound: pool.split?.answer.lowerBound ?? null,
    executed: home?.executed ?? 0,
    booked: booked.amount,
    rounding: booked.rounding,
    givenBack: home?.opposite ?? 0,
    primaryAtNav: nav?.primaryAtNav ?? null,
    residualAtNav: nav?.residualAtNav ?? null,
    residualAtNavBps: nav === null ? null : bps(nav.residualAtNav, home?.amount ?? 0),
    settlementDate: context.settlementDate,
  };
}

/** What a fund has to pay for its shares, as `broker-orders` has it; what no fund takes stands there in no row. */
function bookedFor({ orders, pool }: PoolContext, cnpj: Cnpj | null, mine: readonly Line[]) {
  const own = cnpj === null ? [] : (orders.get(orderKey(pool, cnpj)) ?? []);
  const parts =
    cnpj === null
      ? mine.map(({ shares, fill }) => ({ shares, price: fill.price }))
      : own.map(({ assetAmount: shares, averagePrice: price }) => ({ shares, price }));
  const totalE8 = parts.reduce((sum, part) => sum + notionalE8(part.shares, part.price), BigInt(0));
  const shares = parts.reduce((sum, part) => sum + part.shares, 0);
  const amount = cnpj === null ? centsFromE8(totalE8) : own.reduce((sum, row) => sum + row.amount, 0);
  if (shares === 0) return { amount, price: null, rounding: 0 };
  const price = priceFromE8(totalE8, shares);
  return { amount, price, rounding: amount - notional(shares, price) };
}

/** What the shares cost at the averages of the slices in which they were traded. */
function fairFor({ slices, price }: Pool, mine: readonly Line[]): number {
  const averages = new Map(slices.map(({ id, executed }) => [id, executed.price ?? price]));
  const shares = new Map<string, number>();
  for (const line of mine) shares.set(line.slice, (shares.get(line.slice) ?? 0) + line.shares);
  return [...shares].reduce((sum, [slice, count]) => sum + notional(count, averages.get(slice) ?? price), 0);
}

function strategyOf(inputs: DayInputs, cnpj: Cnpj | null, asset: string, side: Side): string | null {
  if (cnpj === null) return null;
  const own = intentsFor(inputs.state.intents, fundAssetKey({ cnpj, asset }));
  if (own.length === 0) return null;
  const strategies = own.filter((intent) => intent.side === side).map(({ strategy }) => strategy);
  return strategies.length > 0 ? strategies.join(', ') : 'AdjustmentOrder';
}

function reasonsOf(
  { inputs, day, pool }: PoolContext,
  cnpj: Cnpj | null,
  home: Position | undefined,
  { why, shares }: { readonly why: ShareExplanation | undefined; readonly shares: number },
): readonly Message[] {
  if (cnpj === null) return [msg('no fund may take these shares')];
  const [request] = home ? unitsFor(inputs.state.units, memberKey(home)) : [];
  const fund = fundOf(inputs, cnpj);
  const asked = { cnpj, pool: { ...pool, opposite: opposed(day, pool) }, shares, isHome: home !== undefined };
  const limit = why?.capBinds ? holdingsLimit(day, asked) : null;
  return [
    ...(home === undefined ? [msg('gives back what it had too much')] : []),
    ...(request && request.units > 0
      ? [msg('{n} {n|unit|units}: {ands}', { n: request.units, ands: request.reasons })]
      : (request?.reasons ?? [])),
    ...(limit === null ? [] : [limit]),
    ...(fund?.strategy ? [verbatim(fund.strategy)] : []),
  ];
}
