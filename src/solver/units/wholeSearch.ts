// The second search: between splits that real shares cannot tell apart, whole shares decide.
import { at } from '../at';
import type { Work } from './unitChoice';
import type { UnitMarket } from './unitFund';
import { cut, type UnitNode, type UnitSplit } from './unitNode';
import { finish, isEmpty, type Leaf, type Part } from './unitPart';
import { WholeBounds } from './wholeBound';

const MOST_OPTIONS = 4_000; // units of all funds that whole shares are tried with
const MOST_WHOLE_WORK = 2e7; // units of one fund looked at

/**
 * What real shares leave undecided, whole shares decide: parts that could still hold a better split are bounded again
 * and cut until none can, or until the work is done. The split found first keeps its units among equally good ones.
 */
export function refine(market: UnitMarket, top: Part, first: Leaf, allowance: number): Leaf {
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
  for (const part of leavesOf(top)) {
    const options = part.node.high.reduce((sum, high, index) => sum + high - at(part.node.low, index) + 1, 0);
    if (!part.relaxation || !isOpen(part.relaxation.bound) || options > MOST_OPTIONS) continue;
    if (work.done >= MOST_WHOLE_WORK) break;
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
    const fewer = Math.max(0, Math.min(total - node.highTotal, count - at(node.low, fund)));
    const more = Math.max(0, Math.min(node.lowTotal - total, at(node.high, fund) - count));
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
    const width = most - at(node.low, index);
    if (width > widest) [fund, widest] = [index, width];
  });
  return fund < 0 ? undefined : beside(fund, at(units, fund), at(node.low, fund), at(node.high, fund));
}

function leavesOf(part: Part): Part[] {
  return part.split ? [...leavesOf(part.split.below), ...leavesOf(part.split.above)] : [part];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
