// Spreads every price level over all funds, so that no fund is ever a whole share ahead of or behind its part.
import { at, realAt } from '../at';
import type { Pool } from './fillPool';

/** Shares by level and fund, row after row: takes[level · funds + fund]. */
export type Takes = Float64Array;

/**
 * With T = A·C/Q, a fund's fair part of the C cheapest shares, whole cumulative counts y with |y − T| < 1 always
 * exist (earliest deadline first finds them). Summing by parts, a fund's deviation is Σ (price step)·(T − y), so it
 * stays below p_max − p_min in BRL whatever the size of the order.
 */
export function spreadEvenly(pool: Pool): Takes {
  const { levels, funds, total } = pool;
  const size = funds.length;
  const takes = new Float64Array(levels.length * size);
  const held = new Float64Array(size);
  const deadline = new Float64Array(size);
  const waiting: number[] = [];
  let sold = 0;
  levels.forEach((level, index) => {
    sold += level.quantity;
    let open = level.quantity;
    waiting.length = 0;
    for (let fund = 0; fund < size; fund++) {
      const shares = at(funds, fund).shares;
      const fair = sold === total ? shares : (shares * sold) / total;
      const have = realAt(held, fund);
      // A hair below whole counts as not yet due; its deadline then comes first, so it is served all the same.
      const due = Math.max(0, Math.floor(fair === shares ? fair : fair - 1e-12 * fair) - have);
      held[fund] = have + due;
      takes[index * size + fund] = due;
      open -= due;
      if (have + due < fair) {
        deadline[fund] = (have + due + 1) / shares;
        waiting.push(fund);
      }
    }
    if (open < waiting.length) waiting.sort((a, b) => realAt(deadline, a) - realAt(deadline, b) || a - b);
    for (const fund of waiting.slice(0, open)) {
      held[fund] = realAt(held, fund) + 1;
      takes[index * size + fund] = realAt(takes, index * size + fund) + 1;
    }
  });
  return takes;
}

/** What each fund pays beyond its shares at the pool's average, in units of value. */
export function deviationsOf(pool: Pool, takes: Takes): Float64Array {
  const size = pool.funds.length;
  const paid = new Float64Array(size);
  pool.levels.forEach((level, index) => {
    for (let fund = 0; fund < size; fund++) {
      paid[fund] = realAt(paid, fund) + level.value * realAt(takes, index * size + fund);
    }
  });
  return paid.map((worth, fund) => worth - at(pool.funds, fund).shares * pool.average);
}
