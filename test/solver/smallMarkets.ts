// Small markets of shares and units with a part of the unit splits, and what each choice costs, computed the long way.
import type { UnitFund, UnitMarket } from '../../src/solver/units/unitFund';
import type { UnitNode } from '../../src/solver/units/unitNode';
import type { Chance } from './seeded';

export function smallMarket(chance: Chance): UnitMarket {
  const price = 1 + chance.whole(3) + (chance.is(0.5) ? 0.25 : 0);
  const sharesPerUnit = 2 + chance.whole(5);
  const unitValue = price * sharesPerUnit;
  const funds = Array.from({ length: 1 + chance.whole(4) }, (): UnitFund => {
    const target = unitValue * (0.5 + 4 * chance.real());
    const isCash = chance.is(0.5);
    const hasLimit = chance.is(0.4);
    return {
      target,
      weight: 1 / target,
      shareCap: chance.is(0.4) ? chance.whole(8) : 15,
      perShare: hasLimit ? (isCash ? price : 1) : 0,
      perUnit: hasLimit ? (isCash ? unitValue : sharesPerUnit) : 0,
      total: hasLimit ? chance.whole(60) : 0,
    };
  });
  return { price, unitValue, shares: chance.whole(12), lot: 1, funds };
}

/** Bounds per fund within what it can pay and wants, and on the total, that some choice of units meets. */
export function smallNode(market: UnitMarket, chance: Chance): UnitNode {
  const high = market.funds.map(({ target, total, perUnit }) => {
    const paid = perUnit > 0 ? Math.floor(total / perUnit) : Infinity;
    return Math.min(paid, Math.round(target / market.unitValue));
  });
  const low = high.map((most) => (chance.is(0.3) ? chance.whole(most + 1) : 0));
  const [least, most] = [total(low), total(high)];
  const lowTotal = chance.is(0.4) ? least + chance.whole(most - least + 1) : least;
  return { low, high, lowTotal, highTotal: lowTotal + chance.whole(most - lowTotal + 1) };
}

/** The least of w·r² + 2θ·x over the share money x that fits beside so many units. */
export function costAt(
  { price, unitValue }: UnitMarket,
  fund: UnitFund,
  units: number,
  theta: number,
  whole = false,
) {
  const left = fund.total - fund.perUnit * units;
  const paid = fund.perShare > 0 ? Math.max(0, left / fund.perShare) : Infinity;
  const room = Math.min(fund.shareCap, whole ? Math.floor(paid + 1e-9) : paid);
  const open = fund.target - unitValue * units;
  const money = Math.max(0, Math.min(room * price, open - theta / fund.weight));
  return fund.weight * (open - money) ** 2 + 2 * theta * money;
}

/** Some choice of units leaves room for all the shares. */
export function hasRoom(market: UnitMarket, node: UnitNode): boolean {
  const roomAt = (fund: UnitFund, units: number): number => {
    const paid = fund.perShare > 0 ? (fund.total - fund.perUnit * units) / fund.perShare : Infinity;
    return Math.max(0, Math.min(fund.shareCap, paid));
  };
  return choicesOf(node).some(
    (units) => total(market.funds.map((fund, at) => roomAt(fund, units[at] ?? 0))) >= market.shares,
  );
}

/** Every choice of units within the bounds. */
export function choicesOf(node: UnitNode): number[][] {
  let rows: number[][] = [[]];
  node.low.forEach((least, at) => {
    const counts = Array.from({ length: (node.high[at] ?? 0) - least + 1 }, (_, more) => least + more);
    rows = rows.flatMap((row) => counts.map((units) => [...row, units]));
  });
  return rows.filter((row) => total(row) >= node.lowTotal && total(row) <= node.highTotal);
}

/** The cheapest choice of units of a part, when share money costs θ. */
export function leastAt(market: UnitMarket, node: UnitNode, theta: number): number {
  return Math.min(...choicesOf(node).map((units) => costOfChoice(market, node, units, theta)));
}

export function costOfChoice(
  market: UnitMarket,
  node: UnitNode,
  units: readonly number[],
  theta: number,
): number {
  return total(
    market.funds.map((fund, at) =>
      costAt(market, fund, units[at] ?? 0, theta, node.low[at] === node.high[at]),
    ),
  );
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
