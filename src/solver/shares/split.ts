// Splits a whole number over funds at the least total cost when each fund's next piece costs more than its last.
import { at } from '../at';
import { CheapestFirst } from '../heap';

/** `level` is what the dearest piece taken may cost; marginals must not fall as the count rises. */
export interface ConvexSplit {
  readonly total: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Cost of going from `count` to `count + 1` pieces for one fund. */
  readonly marginal: (fund: number, count: number) => number;
  /** About how many pieces cost at most `level` each, within one; need not respect the bounds. */
  readonly countAt: (fund: number, level: number) => number;
  /** A level low enough to take too few pieces (or just enough), and one high enough to take too many. */
  readonly lowLevel: number;
  readonly highLevel: number;
}

/**
 * Greedy is exact for convex costs; bisecting the level first leaves it only about one piece a fund to place:
 * O(F log F) whatever the number of pieces. Needs Σ lower ≤ total ≤ Σ upper.
 */
export function splitWholes(split: ConvexSplit): number[] {
  const size = split.lower.length;
  const counts = countsAt(split, levelBelow(split), 1);
  let open = split.total;
  for (const count of counts) open -= count;
  const queue = new CheapestFirst(size);
  const next = (fund: number): number => {
    const count = at(counts, fund);
    return count < at(split.upper, fund) ? split.marginal(fund, count) : Infinity;
  };
  for (let fund = 0; fund < size; fund++) {
    const cost = next(fund);
    if (cost < Infinity) queue.push(fund, cost);
  }
  for (; open > 0; open--) {
    const fund = queue.front;
    if (fund === undefined) break;
    counts[fund] = at(counts, fund) + 1;
    queue.replaceFront(next(fund));
  }
  return counts;
}

/** Each fund's count at a level, less `margin` pieces in case the estimate is one too many. */
function countsAt(split: ConvexSplit, level: number, margin: number): number[] {
  return split.lower.map((lower, fund) => {
    const count = split.countAt(fund, level) - margin;
    return Math.max(lower, Math.min(split.upper[fund] ?? lower, count));
  });
}

function totalAt(split: ConvexSplit, level: number): number {
  let total = 0;
  for (let fund = 0; fund < split.lower.length; fund++) {
    const lower = at(split.lower, fund);
    total += Math.max(lower, Math.min(split.upper[fund] ?? lower, split.countAt(fund, level)));
  }
  return total;
}

/** A level that takes no more than the total, and less than about one piece a fund below it. */
function levelBelow(split: ConvexSplit): number {
  let low = split.lowLevel;
  let high = split.highLevel;
  const size = split.lower.length;
  for (let step = 0; step < 200; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const total = totalAt(split, middle);
    if (total > split.total) high = middle;
    else {
      low = middle;
      if (split.total - total <= size) break;
    }
  }
  return low;
}
