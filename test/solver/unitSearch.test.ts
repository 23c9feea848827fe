import { mostUnits, type UnitFund, type UnitMarket } from '../../src/solver/units/unitFund';
import type { UnitProof } from '../../src/solver/units/unitNode';
import { searchUnits } from '../../src/solver/units/unitSearch';
import { chanceOf } from './seeded';
import { total } from './smallMarkets';

/** Counts every look at a fund's target: the work of a search on any machine alike. */
function watched(fund: Omit<UnitFund, 'target'>, target: number, looks: { count: number }): UnitFund {
  return {
    ...fund,
    get target() {
      looks.count++;
      return target;
    },
  };
}

const partsOf = (proof: UnitProof): number =>
  proof.kind === 'split' ? partsOf(proof.below) + partsOf(proof.above) : 1;

interface Effort {
  readonly looks: number;
  readonly parts: number;
  readonly score: number;
}

/** Shares so scarce (or so many) that units must fill in, which is a knapsack where no residual can be spread. */
function effortOf(
  seed: number,
  size: number,
  part: number,
  more: { lot?: number; cash?: boolean; most?: number },
): Effort {
  const chance = chanceOf(seed);
  const [price, unitValue, lot] = [62.5, 1_250_000, more.lot ?? 1];
  const looks = { count: 0 };
  const targets = Array.from({ length: size }, () => 3e7 * Math.exp(-5 * chance.real())).sort(
    (a, b) => b - a,
  );
  const shares = Math.floor((total(targets) * part) / price);
  const funds = targets.map((target) => {
    const limit = more.cash
      ? { perShare: price, perUnit: unitValue, total: target * (0.8 + 0.4 * chance.real()) }
      : { perShare: 0, perUnit: 0, total: 0 };
    const shareCap = chance.is(0.2) ? Math.floor(shares / size) : shares;
    return watched({ weight: 1 / target ** 2, shareCap, ...limit }, target, looks);
  });
  const market: UnitMarket = { price, unitValue, shares, lot, funds };
  const high = funds.map((fund) => mostUnits(fund, unitValue, Infinity));
  const highTotal = Math.min(more.most ?? Infinity, total(high));
  looks.count = 0;
  const result = searchUnits(market, { low: high.map(() => 0), high, lowTotal: 0, highTotal }, 'pro-rata');
  if (!result) throw new Error('some split fits');
  const score = targets.reduce((sum, target, at) => {
    const residual = target - unitValue * (result.units[at] ?? 0) - price * (result.shares[at] ?? 0);
    return sum + (residual / target) ** 2;
  }, 0);
  return { looks: looks.count, parts: partsOf(result.proof), score };
}

describe('the search for units', () => {
  it('settles hard days in few parts and few looks, and no worse', () => {
    for (const [part, more, looks, parts, score] of [
      [0.004, {}, 5_889, 6, 4.070984],
      [0.02, {}, 75_797, 12, 1.96824],
      [0.02, { lot: 100 }, 83_853, 41, 1.974201],
      [0.1, { lot: 1000 }, 218_729, 293, 0.054711],
      [0.1, { cash: true }, 78_683, 53, 0.57401],
      [0.3, { most: 5 }, 10_730, 6, 4.233625],
      [0.02, { cash: true, lot: 50 }, 9_924, 27, 3.682016],
    ] as const) {
      const efforts = [3, 8].flatMap((size) => [1, 2, 3].map((seed) => effortOf(seed, size, part, more)));
      expect(total(efforts.map((effort) => effort.score))).toBeLessThanOrEqual(score);
      expect(total(efforts.map((effort) => effort.parts))).toBeLessThanOrEqual(parts);
      expect(total(efforts.map((effort) => effort.looks))).toBeLessThanOrEqual(looks * 1.005);
    }
  });
});
