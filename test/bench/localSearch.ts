// A faithful local search of today's kind: start pro rata, move 1, 2, 5 or 10 shares between pairs while it helps.
import type { PrimaryProblem } from '../../src/solver';
import type { Split } from './models';

const MOVES = [1, 2, 5, 10];

/** Capped at ⌊V/P⌋ shares; units are the nearest whole number to what is left; ends when no move helps, or after `seconds` without an answer. */
export function localSearch(day: PrimaryProblem, seconds: number): Split | undefined {
  const { price, unitValue, funds, executedShares } = day;
  const wanted = funds.reduce((sum, { target }) => sum + target, 0);
  const caps = funds.map(({ target }) => Math.floor(target / price));
  const shares = funds.map(({ target }, at) =>
    Math.min(caps[at] ?? 0, Math.floor((executedShares * target) / wanted)),
  );
  let open = executedShares - shares.reduce((sum, count) => sum + count, 0);
  for (let at = 0; open > 0 && at < funds.length; at++) {
    const more = Math.min(open, (caps[at] ?? 0) - (shares[at] ?? 0));
    shares[at] = (shares[at] ?? 0) + more;
    open -= more;
  }
  const unitsFor = (at: number, count: number): number => {
    const { target = 0, maxUnits = Infinity } = funds[at] ?? {};
    return Math.min(maxUnits, Math.max(0, Math.round((target - price * count) / unitValue)));
  };
  const error = (at: number, count: number): number => {
    const target = funds[at]?.target ?? 1;
    return ((target - price * count - unitValue * unitsFor(at, count)) / target) ** 2;
  };
  const end = performance.now() + seconds * 1_000;
  for (let moved = true; moved; ) {
    moved = false;
    for (let from = 0; from < funds.length; from++) {
      if (performance.now() > end) return undefined;
      for (let to = 0; to < funds.length; to++) {
        if (from === to) continue;
        for (const step of MOVES) {
          const [given, taken] = [(shares[from] ?? 0) - step, (shares[to] ?? 0) + step];
          if (given < 0 || taken > (caps[to] ?? 0)) continue;
          const before = error(from, shares[from] ?? 0) + error(to, shares[to] ?? 0);
          if (error(from, given) + error(to, taken) >= before - 1e-15) continue;
          [shares[from], shares[to]] = [given, taken];
          moved = true;
        }
      }
    }
  }
  return { shares, units: shares.map((count, at) => unitsFor(at, count)) };
}
