// Searches the unit splits: bound each part by Lagrange, finish its best units with exact shares, cut what is open.
import { at } from '../at';
import type { Ties } from '../types';
import { fewestUnits, proRataUnits, type Work } from './unitChoice';
import type { UnitMarket } from './unitFund';
import { cut, type UnitNode, type UnitProof, type UnitSplit } from './unitNode';
import { finish, isEmpty, type Leaf, type Part } from './unitPart';
import { type Relaxation, relax, type Side } from './unitRelaxation';
import { refine } from './wholeSearch';

const MOST_PARTS = 600;
const MOST_REFINEMENTS = 150; // parts cut only because lots, not single shares, leave room
const MOST_WORK = 1.5e7; // looks at one fund's marginal cost; at the limit the answer stands with the gap proven so far

export interface UnitResult {
  readonly units: number[];
  readonly shares: number[];
  readonly proof: UnitProof;
}

/** A part that is still to be looked into. */
interface Open {
  readonly part: Part;
  readonly relaxation: Relaxation;
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
    const relaxation = relax(market, part.node, { start, precision }, work);
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
  best = refine(market, top, best, allowance);
  return { units: best.units, shares: best.shares, proof: proofOf(top) };
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

/** Among the ties of one side, the units the desk prefers. */
function tiedUnits(market: UnitMarket, side: Side, ties: Ties): number[] {
  const targets = market.funds.map((fund) => fund.target);
  const choose = ties === 'fewest-requests' ? fewestUnits : proRataUnits;
  return choose(targets, side.choice.least, side.choice.most, side.total);
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
  market.funds.forEach((own, index) => {
    const apart = Math.abs(at(rich.units, index) - at(scarce.units, index)) * own.weight;
    if (apart > widest) [widest, fund] = [apart, index];
  });
  if (fund >= 0) return { fund, at: between(at(rich.units, fund), at(scarce.units, fund)) };
  fund = node.low.findIndex((low, index) => low < at(node.high, index));
  if (fund < 0) return undefined;
  const units = at(rich.units, fund);
  return { fund, at: units > at(node.low, fund) ? units - 1 : units };
}

function takeLowest(open: Open[]): Open | undefined {
  let [lowest, least] = [0, Infinity];
  open.forEach(({ relaxation: { bound } }, index) => {
    if (bound < least) [lowest, least] = [index, bound];
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
