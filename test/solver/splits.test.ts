import { possibleGain } from '../../src/solver/checks/checkShares';
import { CheapestFirst } from '../../src/solver/heap';
import { type SharingResult, shareOut } from '../../src/solver/shares/sharing';
import { splitWholes } from '../../src/solver/shares/split';
import { chanceOf, QUICK_DAYS } from './seeded';

describe('the queue of what comes next', () => {
  it('always has the cheapest in front, the first of equals, as sorting would', () => {
    const chance = chanceOf(61);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const size = 1 + chance.whole(12);
      const queue = new CheapestFirst(size);
      const open = new Map<number, number>();
      for (let item = 0; item < size; item++) {
        const cost = chance.whole(6);
        open.set(item, cost);
        queue.push(item, cost);
      }
      const trail: (number | undefined)[] = [];
      const sorted: (number | undefined)[] = [];
      while (open.size > 0 && trail.length < 40) {
        const [first, least] = [...open].sort(([a, x], [b, y]) => x - y || a - b)[0] ?? [-1, 0];
        trail.push(queue.front, queue.frontCost);
        sorted.push(first, least);
        const next = chance.is(0.4) ? Infinity : least + chance.whole(4);
        if (next === Infinity) open.delete(first);
        else open.set(first, next);
        queue.replaceFront(next);
      }
      expect(trail).toEqual(sorted);
      if (open.size === 0) expect([queue.front, queue.frontCost]).toEqual([undefined, Infinity]);
    }
  });
});

describe('pieces whose cost rises', () => {
  it('are split as by taking the cheapest piece each time, the first fund of equals', () => {
    const chance = chanceOf(62);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const size = 1 + chance.whole(5);
      const slopes = Array.from({ length: size }, () => 1 + chance.whole(4));
      const starts = slopes.map(() => chance.whole(8) - 4);
      const lower = slopes.map(() => chance.whole(3));
      const upper = lower.map((least) => least + chance.whole(30));
      const [least, most] = [lower, upper].map((counts) => counts.reduce((sum, count) => sum + count, 0));
      const total = (least ?? 0) + chance.whole((most ?? 0) - (least ?? 0) + 1);
      const marginal = (fund: number, count: number): number =>
        (starts[fund] ?? 0) + (slopes[fund] ?? 1) * count;
      let looks = 0;
      const counts = splitWholes({
        total,
        lower,
        upper,
        marginal: (fund, count) => {
          looks++;
          return marginal(fund, count);
        },
        countAt: (fund, level) => Math.floor((level - (starts[fund] ?? 0)) / (slopes[fund] ?? 1)) + 1,
        lowLevel: -10,
        highLevel: 200,
      });
      const taken = [...lower];
      for (let open = total - (least ?? 0); open > 0; open--) {
        let cheapest = -1;
        taken.forEach((count, fund) => {
          if (count === upper[fund]) return;
          const best = cheapest < 0 ? Infinity : marginal(cheapest, taken[cheapest] ?? 0);
          if (marginal(fund, count) < best) cheapest = fund;
        });
        taken[cheapest] = (taken[cheapest] ?? 0) + 1;
      }
      expect(counts).toEqual(taken);
      expect(looks).toBeLessThanOrEqual(5 * size + 5); // however many pieces there are
    }
  });
});

describe('the odd lot', () => {
  const two = { price: 1, lot: 10, weights: [1, 1], targets: [15, 15] };

  it('of two equal funds goes to the first', () => {
    expect(shareOut({ ...two, total: 25, caps: [25, 25] })?.shares).toEqual([15, 10]);
  });

  it('goes to the second when the first has no room for it', () => {
    expect(shareOut({ ...two, total: 25, caps: [14, 25] })?.shares).toEqual([10, 15]);
  });

  it('takes the place of a whole lot, which goes to the fund that misses it least', () => {
    expect(shareOut({ ...two, total: 15, targets: [5, 10], caps: [15, 15] })?.shares).toEqual([5, 10]);
    const three = { ...two, weights: [1, 1, 1], targets: [10, 10, 14], total: 34, caps: [40, 40, 40] };
    expect(shareOut(three)?.shares).toEqual([10, 10, 14]);
  });

  it('goes, and moves a whole lot, as in the best of all splits, and levels prove it', () => {
    const chance = chanceOf(63);
    let [moved, refused] = [0, 0];
    for (let day = 0; day < 5 * QUICK_DAYS; day++) {
      const size = 2 + chance.whole(2);
      const lot = 2 + chance.whole(6);
      const total = lot * chance.whole(4) + 1 + chance.whole(lot - 1);
      const weights = Array.from({ length: size }, () => 1 / (1 + chance.whole(9)));
      const targets = weights.map(() => chance.whole(2 * lot) + chance.real());
      const caps = weights.map(() => Math.min(total, chance.is(0.7) ? chance.whole(3 * lot) : total));
      const price = chance.is(0.5) ? 1 : 2.5;
      const scoreOf = (shares: readonly number[]): number =>
        shares.reduce(
          (sum, count, at) => sum + (weights[at] ?? 0) * ((targets[at] ?? 0) * price - price * count) ** 2,
          0,
        );
      const result = shareOut({
        ...{ price, lot, total, weights, caps },
        targets: targets.map((shares) => shares * price),
      });
      let least = Infinity;
      const visit = (at: number, left: number, hasOdd: boolean, shares: number[]): void => {
        if (at === size) {
          if (left === 0 && hasOdd) least = Math.min(least, scoreOf(shares));
          return;
        }
        for (let count = 0; count <= Math.min(left, caps[at] ?? 0); count++) {
          const isOdd = count % lot !== 0;
          if (isOdd && (hasOdd || count % lot !== total % lot)) continue;
          visit(at + 1, left - count, hasOdd || isOdd, [...shares, count]);
        }
      };
      visit(0, total, false, []);
      if (!result) {
        expect(least).toBe(Infinity);
        refused++;
        continue;
      }
      expect(scoreOf(result.shares)).toBeCloseTo(least, 9);
      const whole = shareOut({
        price,
        lot,
        total: total - (total % lot),
        weights,
        caps,
        targets: targets.map((shares) => shares * price),
      });
      const gainOf = (split: SharingResult, odd: number): number => {
        const funds = split.shares.map((shares, at) => ({
          ...{ shares, weight: weights[at] ?? 0, cap: caps[at] ?? 0 },
          target: (targets[at] ?? 0) * price,
        }));
        return possibleGain(price, lot, odd, funds, split.levels);
      };
      expect(gainOf(result, total % lot)).toBeLessThan(1e-9);
      if (whole) expect(gainOf(whole, 0)).toBeLessThan(1e-9);
      if (result.shares.some((count, at) => count - (whole?.shares[at] ?? 0) === lot)) moved++;
    }
    expect(moved).toBeGreaterThan(0.05 * QUICK_DAYS);
    expect(refused).toBeGreaterThan(0.05 * QUICK_DAYS);
  });

  it('does not exist when the total is whole lots, or when no fund has room for it', () => {
    expect(shareOut({ ...two, total: 20, caps: [10, 10] })?.shares).toEqual([10, 10]);
    expect(shareOut({ ...two, total: 25, caps: [14, 14] })).toBeUndefined();
    expect(shareOut({ ...two, total: 30, caps: [19, 19] })).toBeUndefined();
    expect(shareOut({ ...two, total: 4, caps: [3, 3] })).toBeUndefined();
  });
});
