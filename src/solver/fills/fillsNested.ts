// Few lines: each fund takes one run of fills below the average price and one above, so lines are fills + 2·funds.
import { at } from '../at';
import type { Pool } from './fillPool';

/** A run of shares in price order: from (inclusive) to (exclusive). */
export interface Run {
  readonly fund: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Runs are nested around the average: each fund takes the shares nearest to the gap its forerunners left, so many
 * from below and so many from above that its average is the pool's. What is left then has the pool's average too,
 * so there is always such a choice; whole shares miss by at most one price step across the gap, and the direction
 * of rounding keeps the sum of the misses, which the last fund bears, within the spread.
 */
export function nestRuns(pool: Pool): Run[] {
  const { levels, funds, total, average } = pool;
  const worthBelow = worthOfCheapest(pool);
  const spread = at(levels, levels.length - 1).value;
  const middle = levels.reduce((count, level) => count + (level.value <= average ? level.quantity : 0), 0);
  const runs: Run[] = [];
  let [from, to, carried] = [middle, middle, 0];
  for (let fund = funds.length - 1; fund >= 0; fund--) {
    const shares = at(funds, fund).shares;
    const missWith = (below: number): number =>
      worthBelow(from) -
      worthBelow(from - below) +
      worthBelow(to + shares - below) -
      worthBelow(to) -
      shares * average;
    let low = Math.max(0, shares - (total - to));
    const most = Math.min(shares, from);
    for (let high = most; low < high; ) {
      const half = Math.floor((low + high) / 2);
      if (missWith(half + 1) >= 0) low = half + 1;
      else high = half;
    }
    if (low < most && prefers(missWith(low + 1), missWith(low), carried, spread)) low++;
    carried += missWith(low);
    runs.push({ fund, from: from - low, to: from }, { fund, from: to, to: to + shares - low });
    from -= low;
    to += shares - low;
  }
  return runs.filter((run) => run.to > run.from);
}

/** The nearer miss, unless it would let the carried sum run away. */
function prefers(miss: number, other: number, carried: number, spread: number): boolean {
  const [runsAway, otherRunsAway] = [miss, other].map((value) => Math.abs(carried + value) > spread / 2);
  if (runsAway !== otherRunsAway) return otherRunsAway === true;
  return Math.abs(miss) < Math.abs(other);
}

/** Worth of the `count` cheapest shares, by binary search over the levels. */
function worthOfCheapest(pool: Pool): (count: number) => number {
  const ends: number[] = [];
  const worths: number[] = [];
  let [shares, worth] = [0, 0];
  for (const level of pool.levels) {
    shares += level.quantity;
    worth += level.quantity * level.value;
    ends.push(shares);
    worths.push(worth);
  }
  return (count) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const half = (low + high) >> 1;
      if (at(ends, half) < count) low = half + 1;
      else high = half;
    }
    return at(worths, low) - (at(ends, low) - count) * at(pool.levels, low).value;
  };
}
