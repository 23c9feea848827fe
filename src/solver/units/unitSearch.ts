// Searches the unit splits: bound each part by Lagrange, finish its best units with exact shares, cut what is open.
import { remainder } from '../numbers';
import { shareOut } from '../shares/sharing';
import type { Ties } from '../types';
import { fewestUnits, proRataUnits, type Work } from './unitChoice';
import { type UnitMarket, wholeRoomFor } from './unitFund';
import { cut, type UnitNode, type UnitProof, type UnitSplit } from './unitNode';
import { type Relaxation, relax, type Side } from './unitRelaxation';
import { type WholeBound, WholeBounds } from './wholeBound';

const MOST_PARTS = 600;
const MOST_REFINEMENTS = 150; // parts cut only because lots, not single shares, leave room
const MOST_OPTIONS = 12_000; // units of all funds that whole shares are tried with
const MOST_WHOLE_WORK = 1e6; // units of one fund looked at
const MOST_WORK = 1.5e7; // looks at one fund's marginal cost; at the limit the answer stands with the gap proven so far

export interface UnitResult {
  readonly units: number[];
  readonly shares: number[];
  readonly proof: UnitProof;
}

interface Part {
  readonly node: UnitNode;
  relaxation?: Relaxation;
  whole?: WholeBound;
  split?: { readonly split: UnitSplit; readonly below: Part; readonly above: Part };
}

/** A part that is still to be looked into. */
interface Open {
  readonly part: Part;
  readonly relaxation: Relaxation;
}

interface Leaf {
  readonly units: number[];
  readonly shares: number[];
  readonly objective: number;
}

/** Best first: the part with the lowest bound is cut next, until none is below the best split found. */
export function searchUnits(market: UnitMarket, root: UnitNode, ties: Ties): UnitResult | undefined {
  const work: Work = { done: 0 };
  const allowance = market.funds.reduce((sum, fund) => sum + fund.weight, 0) * market.price ** 2 * 0.25;
  let refinements = 0;
  const first = finish(market, [...root.low]);
  if (!first) return undefined;
  let best: Leaf = first;
  const top: Part = { node: root };
  const open: Open[] = [];
  const bound = (part: Part, start: number): void => {
    if (isEmpty(market, part.node)) return;
    const precision = 1e-6 * allowance + 1e-11 * best.objective;
    const relaxation = relax(market, part.node, start, precision, work);
    part.relaxation = relaxation;
    open.push({ part, relaxation });
  };
  bound(top, closedForm(market, root, root.highTotal));
  for (let parts = 0; parts < MOST_PARTS && work.done < MOST_WORK; parts++) {
    const lowest = takeLowest(open);
    if (!lowest || lowest.relaxation.bound >= best.objective * (1 - 1e-12)) break;
    const { part, relaxation } = lowest;
    const { node } = part;
    let closest = Infinity;
    for (const side of new Set([relaxation.rich, relaxation.scarce])) {
      const leaf = finish(market, tiedUnits(market, side, ties));
      if (!leaf) continue;
      closest = Math.min(closest, leaf.objective);
      if (leaf.objective < best.objective) best = leaf;
    }
    const excess = closest - relaxation.bound - 1e-12 * closest;
    if (excess <= allowance) continue;
    if (excess <= allowance * market.lot ** 2 && ++refinements > MOST_REFINEMENTS) continue;
    const split = splitOf(market, node, relaxation);
    if (!split) continue;
    const [below, above] = cut(node, split);
    part.split = { split, below: { node: below }, above: { node: above } };
    for (const child of [part.split.below, part.split.above]) {
      const total =
        split.fund < 0
          ? closedForm(market, child.node, child === part.split.below ? split.at : split.at + 1)
          : relaxation.theta;
      bound(child, total);
    }
  }
  best = refine(market, leavesOf(top), best, allowance);
  return { units: best.units, shares: best.shares, proof: proofOf(top) };
}

/**
 * What real shares leave undecided, whole shares decide: parts that could still hold a better split are bounded again
 * and cut until none can, or until the work is done. The split found first keeps its units among equally good ones.
 */
function refine(market: UnitMarket, parts: readonly Part[], first: Leaf, allowance: number): Leaf {
  const work: Work = { done: 0 };
  const bounds = new WholeBounds(market, first.shares, work);
  let best = first;
  const isOpen = (bound: number): boolean => bound < best.objective - 1e-12 * (best.objective + allowance);
  const open: { part: Part; bound: number }[] = [];
  const look = (part: Part, theta: number, level: number): void => {
    if (isEmpty(market, part.node)) return;
    const whole = bounds.of(part.node, theta, level);
    part.whole = whole;
    if (!isOpen(whole.bound)) return;
    const leaf = finish(market, within(part.node, whole.units));
    if (leaf && isOpen(leaf.objective)) best = leaf;
    open.push({ part, bound: whole.bound });
  };
  for (const part of parts) {
    const options = part.node.high.reduce((sum, high, at) => sum + high - (part.node.low[at] ?? 0) + 1, 0);
    if (!part.relaxation || !isOpen(part.relaxation.bound) || options > MOST_OPTIONS) continue;
    look(part, part.relaxation.theta, part.relaxation.level);
  }
  while (work.done < MOST_WHOLE_WORK) {
    open.sort((a, b) => b.bound - a.bound);
    const lowest = open.pop();
    if (!lowest || !isOpen(lowest.bound)) break;
    const { part } = lowest;
    const split = widestSplit(part.node, part.whole?.units ?? []);
    if (!split) continue;
    const [below, above] = cut(part.node, split);
    part.split = { split, below: { node: below }, above: { node: above } };
    for (const child of [part.split.below, part.split.above])
      look(child, part.whole?.theta ?? 0, part.whole?.level ?? 0);
  }
  return best;
}

/** Units moved into the part's total one by one, fund after fund. */
function within(node: UnitNode, wanted: readonly number[]): number[] {
  const units = [...wanted];
  let total = units.reduce((sum, count) => sum + count, 0);
  units.forEach((count, fund) => {
    const fewer = Math.max(0, Math.min(total - node.highTotal, count - (node.low[fund] ?? 0)));
    const more = Math.max(0, Math.min(node.lowTotal - total, (node.high[fund] ?? 0) - count));
    units[fund] = count - fewer + more;
    total += more - fewer;
  });
  return units;
}

/** The total first, then the fund whose units are least settled, beside what it would take. */
function widestSplit(node: UnitNode, units: readonly number[]): UnitSplit | undefined {
  const beside = (fund: number, count: number, low: number, high: number): UnitSplit => {
    return { fund, at: Math.max(low, Math.min(high - 1, count)) };
  };
  const [low, high] = [Math.max(node.lowTotal, sum(node.low)), Math.min(node.highTotal, sum(node.high))];
  if (low < high) return beside(-1, sum(units), low, high);
  let [fund, widest] = [-1, 0];
  node.high.forEach((most, index) => {
    const width = most - (node.low[index] ?? 0);
    if (width > widest) [fund, widest] = [index, width];
  });
  return fund < 0 ? undefined : beside(fund, units[fund] ?? 0, node.low[fund] ?? 0, node.high[fund] ?? 0);
}

function leavesOf(part: Part): Part[] {
  return part.split ? [...leavesOf(part.split.below), ...leavesOf(part.split.above)] : [part];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The θ at which all residuals are θ/w, when the total of units is known. */
function closedForm(market: UnitMarket, node: UnitNode, total: number): number {
  let [money, spread] = [0, 0];
  for (const fund of market.funds) {
    money += fund.target;
    spread += 1 / fund.weight;
  }
  const rest = (money - market.price * market.shares) / market.unitValue;
  const units = Math.max(node.lowTotal, Math.min(total, rest));
  return ((rest - units) * market.unitValue) / spread;
}

/** No units, or no shares, can fit such bounds. */
function isEmpty(market: UnitMarket, node: UnitNode): boolean {
  let [low, high, room] = [0, 0, 0];
  market.funds.forEach((fund, at) => {
    const least = node.low[at] ?? 0;
    const most = node.high[at] ?? 0;
    low += least;
    high += most;
    room += wholeRoomFor(fund, least);
  });
  return (
    low > node.highTotal || high < node.lowTotal || room < market.shares || node.lowTotal > node.highTotal
  );
}

/** Among the ties of one side, the units the desk prefers. */
function tiedUnits(market: UnitMarket, side: Side, ties: Ties): number[] {
  const targets = market.funds.map((fund) => fund.target);
  const choose = ties === 'fewest-requests' ? fewestUnits : proRataUnits;
  return choose(targets, side.choice.least, side.choice.most, side.total);
}

/** With units fixed, exact shares. */
function finish(market: UnitMarket, units: number[]): Leaf | undefined {
  const { price, unitValue, lot, funds } = market;
  const targets = funds.map((fund, at) => remainder(fund.target, unitValue, units[at] ?? 0));
  const result = shareOut({
    price,
    lot,
    total: market.shares,
    weights: funds.map((fund) => fund.weight),
    targets,
    caps: funds.map((fund, at) => wholeRoomFor(fund, units[at] ?? 0)),
  });
  if (!result) return undefined;
  const objective = funds.reduce((sum, fund, at) => {
    return sum + fund.weight * remainder(targets[at] ?? 0, price, result.shares[at] ?? 0) ** 2;
  }, 0);
  return { units, shares: result.shares, objective };
}

/**
 * Where to cut: on the total while the two sides of θ* differ in it, else on the fund whose units differ most in
 * money; a part whose sides agree but whose shares do not fit is cut at any fund that is still free.
 */
function splitOf(market: UnitMarket, node: UnitNode, { rich, scarce }: Relaxation): UnitSplit | undefined {
  const budget = market.price * market.shares;
  const gap = rich.money - scarce.money;
  const along = gap > 0 ? Math.max(0, Math.min(1, (rich.money - budget) / gap)) : 0.5;
  const between = (from: number, to: number): number => {
    const low = Math.min(from, to);
    return Math.max(low, Math.min(Math.max(from, to) - 1, Math.floor(from + along * (to - from))));
  };
  if (rich.total !== scarce.total && node.lowTotal < node.highTotal) {
    return { fund: -1, at: between(rich.total, scarce.total) };
  }
  let fund = -1;
  let widest = 0;
  market.funds.forEach((own, at) => {
    const apart = Math.abs((rich.units[at] ?? 0) - (scarce.units[at] ?? 0)) * own.weight;
    if (apart > widest) [widest, fund] = [apart, at];
  });
  if (fund >= 0) return { fund, at: between(rich.units[fund] ?? 0, scarce.units[fund] ?? 0) };
  fund = node.low.findIndex((low, at) => low < (node.high[at] ?? 0));
  if (fund < 0) return undefined;
  const units = rich.units[fund] ?? 0;
  return { fund, at: units > (node.low[fund] ?? 0) ? units - 1 : units };
}

function takeLowest(open: Open[]): Open | undefined {
  let [lowest, least] = [0, Infinity];
  open.forEach(({ relaxation: { bound } }, at) => {
    if (bound < least) [lowest, least] = [at, bound];
  });
  return open.splice(lowest, 1)[0];
}

function proofOf(part: Part): UnitProof {
  if (part.split) {
    return {
      kind: 'split',
      split: part.split.split,
      below: proofOf(part.split.below),
      above: proofOf(part.split.above),
    };
  }
  const { relaxation, whole } = part;
  if (whole && whole.bound > (relaxation?.bound ?? -Infinity))
    return { kind: 'bound', theta: whole.theta, level: whole.level, isWhole: true };
  return relaxation ? { kind: 'bound', theta: relaxation.theta, level: relaxation.level } : { kind: 'empty' };
}
