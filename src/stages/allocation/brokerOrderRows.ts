// The allocation as brokers take it: one row per fund at its own average price there, at the one average of all funds, or
// one per fill. Shares that no claim may take are nobody's: they stand in no row.
import { type Broker, exchangeCode } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import { type Fill, fillKey, isConsolidated } from '../../domain/fill';
import { grouped, lookup, once } from '../../domain/lookup';
import { type Cents, centsFromE8, notional, notionalE8, priceFromE8, splitCents } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import type { Stamp } from '../../domain/stamp';
import type { Intent } from '../../domain/trade';
import { msg } from '../../language/message';
import type { BrokerOrderRow } from '../../sheets/tabs';
import { countedFills } from '../day/fills';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { workKey } from '../day/keys';
import { brokerOf, fundOf } from '../day/lookups';
import { settlesOn } from '../day/settles';
import { OPEN } from '../ledger/slices';
import type { Line } from './lines';

/** What stands for a fund on the desk's own screen where there is none. */
const NO_FUND = 'NO FUND';

const ZERO = BigInt(0);

interface Share {
  readonly cnpj: Cnpj;
  readonly shares: number;
  readonly totalE8: bigint;
}

/**
 * Rows that are booked together: of one broker, ETF and side; of one fill where it takes fill by fill; and where it takes one average
 * of all funds of one part of the day, so that who joins late pays late prices there too.
 */
interface Block {
  readonly broker: Broker | null;
  readonly allocateBy: Broker['allocateBy'];
  readonly fill: Fill;
  /** When its part of the day began; null = at the opening, or it is of no part. */
  readonly partFrom: Stamp | null;
  readonly shares: readonly Share[];
}

export function brokerOrderRows(inputs: OpenInputs, lines: readonly Line[]): readonly BrokerOrderRow[] {
  const whole = new Map(countedFills(inputs).map((fill) => [fillKey(fill), fill]));
  const spent = new Map<string, bigint>();
  return blocksOf(inputs, lines).flatMap((block) => {
    // The parts of a day add up to the cent: each gets what the sum so far comes to beyond the one before.
    const key = block.allocateBy === 'fill' ? fillKey(block.fill) : workOf(block.fill);
    const before = spent.get(key) ?? ZERO;
    const after = before + block.shares.reduce((sum, { totalE8 }) => sum + totalE8, ZERO);
    spent.set(key, after);
    return blockRows(inputs, block, whole, centsFromE8(after) - centsFromE8(before));
  });
}

/** A fill has many lines. */
const workOf = once((fill: Fill) => workKey(fill));

/**
 * What a broker that takes fill by fill traded, by broker, ETF and side, where there are no fills to book: a consolidated row is
 * several executions at their average, and of a row that grew over a claim's beginning each part has a price of its own.
 */
const withoutFills = once((lines: readonly Line[]): ReadonlySet<string> => {
  const prices = new Map<string, number>();
  const found = new Set<string>();
  for (const { fill } of lines) {
    const known = prices.get(fillKey(fill)) ?? fill.price;
    prices.set(fillKey(fill), known);
    if (isConsolidated(fill) || known !== fill.price) found.add(workOf(fill));
  }
  return found;
});

/** Brokers that take fill by fill and get averages all the same: the traders hear of it, as the brokers do. */
export function bookedAsAverages(inputs: DayInputs, lines: readonly Line[]): readonly Problem[] {
  const without = withoutFills(lines);
  const assets = new Map<string, Set<string>>();
  for (const { fill } of lines) {
    const { broker, asset } = fill;
    if (brokerOf(inputs, broker)?.allocateBy !== 'fill' || !without.has(workOf(fill))) continue;
    assets.set(broker, (assets.get(broker) ?? new Set()).add(asset));
  }
  return [...assets.keys()].sort().map((broker) => {
    const codes = [...(assets.get(broker) ?? [])].sort().join(', ');
    return warning(
      'not-by-fill',
      msg(
        '{broker} takes its allocation fill by fill, and the fills of {codes} are not known one by one (consolidated rows): its file has each fund at its own average there, and says so',
        { broker, codes },
      ),
    );
  });
}

function blocksOf(inputs: DayInputs, lines: readonly Line[]): readonly Block[] {
  const without = withoutFills(lines);
  const howFor = (fill: Fill): Broker['allocateBy'] => {
    const wanted = brokerOf(inputs, fill.broker)?.allocateBy ?? 'average';
    return wanted === 'fill' && without.has(workOf(fill)) ? 'average' : wanted;
  };
  const keyOfFill = once((fill: Fill) => ({
    isParted: howFor(fill) === 'block',
    key: [workOf(fill), howFor(fill) === 'fill' ? fill.fillId : ''].join('\n'),
  }));
  const groups = grouped(lines, (line) => {
    const { isParted, key } = keyOfFill(line.fill);
    return isParted ? `${key}${partOf(line) ?? ''}` : key;
  });
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      const shares = sharesOf(group);
      if (!first || shares.length === 0) return [];
      const { fill } = first;
      const allocateBy = howFor(fill);
      const partFrom = allocateBy === 'block' ? partOf(first) : null;
      return [{ broker: brokerOf(inputs, fill.broker) ?? null, allocateBy, fill, partFrom, shares }];
    });
}

const partOf = ({ slice }: Line): Stamp | null => (slice === OPEN ? null : slice);

function blockRows(
  inputs: OpenInputs,
  { broker, allocateBy, fill, partFrom, shares: parts }: Block,
  fills: ReadonlyMap<string, Fill>,
  total: Cents,
): readonly BrokerOrderRow[] {
  const whole = allocateBy === 'fill' ? (fills.get(fillKey(fill)) ?? fill) : null;
  const priced = allocateBy === 'block' ? blockAverage(parts) : averages(parts);
  const amounts = splitCents(
    total,
    priced.map((part) => Number(notionalE8(part.shares, part.averagePrice)) / 1e6),
  );
  const settlementDate = settlesOn(inputs, inputs.state.tradeDate);
  const takenAs = broker ? exchangeCode(broker) : fill.broker;
  return priced.map(({ cnpj, shares, averagePrice }, index): BrokerOrderRow => {
    const amount = amounts[index] ?? 0;
    return {
      tradeDate: inputs.state.tradeDate,
      asset: fill.asset,
      side: fill.side === 'BUY' ? 'C' : 'V',
      assetAmount: shares,
      exchangeCode: takenAs,
      fund: nameOf(inputs, cnpj),
      cnpj,
      averagePrice,
      fillId: whole?.fillId ?? null,
      fillTime: whole?.time ?? null,
      fillPrice: whole?.price ?? null,
      priceOf: allocateBy === 'average' ? 'fund' : allocateBy,
      amount,
      rounding: amount - notional(shares, averagePrice),
      settlementDate,
      partFrom,
    };
  });
}

export const nameOf = (inputs: DayInputs, cnpj: Cnpj | null): string =>
  cnpj === null
    ? NO_FUND
    : (intentsOf(inputs.state.intents, cnpj)[0]?.fund ?? fundOf(inputs, cnpj)?.fund ?? cnpj);

const intentsOf = lookup(({ cnpj }: Intent) => cnpj);

/** What the brokers executed and no row gives to anybody. */
export interface OpenShares {
  readonly broker: string;
  readonly asset: string;
  readonly side: 'C' | 'V';
  readonly shares: number;
}

export function openShares(lines: readonly Line[]): readonly OpenShares[] {
  const sums = new Map<string, OpenShares>();
  for (const { cnpj, fill, shares } of lines) {
    if (cnpj !== null) continue;
    const { broker, asset } = fill;
    const side = fill.side === 'BUY' ? 'C' : 'V';
    const key = [broker, asset, side].join('\n');
    sums.set(key, { broker, asset, side, shares: shares + (sums.get(key)?.shares ?? 0) });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

function sharesOf(lines: readonly Line[]): readonly Share[] {
  const byFund = new Map<Cnpj, { readonly cnpj: Cnpj; shares: number; totalE8: bigint }>();
  for (const { cnpj, shares, fill } of lines) {
    if (cnpj === null) continue;
    const own = notionalE8(shares, fill.price);
    const known = byFund.get(cnpj);
    if (known === undefined) byFund.set(cnpj, { cnpj, shares, totalE8: own });
    else {
      known.shares += shares;
      known.totalE8 += own;
    }
  }
  return [...byFund.values()];
}

type Priced = Share & { readonly averagePrice: number };

const byCnpj = (a: Share, b: Share): number => (a.cnpj < b.cnpj ? -1 : 1);

/**
 * Average prices to 8 decimals whose sum over shares is the executed money, to the cent: each fund's own. Only where so many
 * shares are rounded that a cent would be missing, each rounding error is carried to the next fund, largest first.
 */
function averages(shares: readonly Share[]): readonly Priced[] {
  const own = shares.map((share) => ({
    ...share,
    averagePrice: priceFromE8(share.totalE8, share.shares),
  }));
  const paid = own.reduce((sum, each) => sum + notionalE8(each.shares, each.averagePrice), BigInt(0));
  const total = shares.reduce((sum, { totalE8 }) => sum + totalE8, BigInt(0));
  return (centsFromE8(paid) === centsFromE8(total) ? own : carried(shares)).slice().sort(byCnpj);
}

function carried(shares: readonly Share[]): readonly Priced[] {
  const largestFirst = shares.slice().sort((a, b) => b.shares - a.shares || byCnpj(a, b));
  let left = BigInt(0);
  return largestFirst.map((share) => {
    const averagePrice = priceFromE8(share.totalE8 + left, share.shares);
    left += share.totalE8 - notionalE8(share.shares, averagePrice);
    return { ...share, averagePrice };
  });
}

/** One price for all, to 8 decimals: what it rounds off stands in the rows' amounts. */
function blockAverage(shares: readonly Share[]): readonly Priced[] {
  const count = shares.reduce((sum, share) => sum + share.shares, 0);
  const totalE8 = shares.reduce((sum, share) => sum + share.totalE8, BigInt(0));
  const averagePrice = priceFromE8(totalE8, count);
  return shares.map((share) => ({ ...share, averagePrice })).sort(byCnpj);
}
