import { chooseUnits, fewestUnits, proRataUnits } from '../../src/solver/units/unitChoice';
import { unitMarginal } from '../../src/solver/units/unitFund';
import type { UnitNode } from '../../src/solver/units/unitNode';
import { chanceOf, MANY_DAYS, QUICK_DAYS } from './seeded';
import { choicesOf, costAt, costOfChoice, leastAt, smallMarket, smallNode, total } from './smallMarkets';

/** Free nodes only: there the rounding of the last share is not counted, so costs are convex in the units. */
const isFree = (node: UnitNode): boolean => node.low.every((least, at) => least < (node.high[at] ?? 0));

describe('the units of a part at a price for share money', () => {
  it('are the cheapest of all choices, ties and all', () => {
    const chance = chanceOf(13);
    let [checked, tied] = [0, 0];
    for (let day = 0; day < 2 * MANY_DAYS; day++) {
      const market = smallMarket(chance);
      const node = smallNode(market, chance);
      if (!isFree(node)) continue;
      const theta = chance.is(0.1) ? 0 : chance.real() - 0.5;
      const { least, most, lowTotal, highTotal } = chooseUnits(market, node, theta, { done: 0 });
      const cheapest = leastAt(market, node, theta);
      const within = choicesOf({ low: least, high: most, lowTotal, highTotal });
      expect(within.length).toBeGreaterThan(0);
      for (const units of within) expect(costOfChoice(market, node, units, theta)).toBeCloseTo(cheapest, 9);
      expect(lowTotal).toBeGreaterThanOrEqual(node.lowTotal);
      expect(highTotal).toBeLessThanOrEqual(node.highTotal);
      checked++;
      if (within.length > 1) tied++;
    }
    expect(checked).toBeGreaterThan(0.8 * MANY_DAYS);
    expect(tied).toBeGreaterThan(0.02 * checked);
  });

  it('come with a level that bounds every choice from below, exactly', () => {
    const chance = chanceOf(14);
    for (let day = 0; day < MANY_DAYS; day++) {
      const market = smallMarket(chance);
      const node = smallNode(market, chance);
      if (!isFree(node)) continue;
      const theta = chance.real() - 0.5;
      const { level } = chooseUnits(market, node, theta, { done: 0 });
      const floors = market.funds.map((fund, at) => {
        const counts = Array.from({ length: (node.high[at] ?? 0) + 1 }, (_, units) => units);
        const costs = counts.map((units) => costAt(market, fund, units, theta) - level * units);
        return Math.min(...costs.slice(node.low[at]));
      });
      const bound = total(floors) + level * (level < 0 ? node.highTotal : node.lowTotal);
      expect(bound).toBeCloseTo(leastAt(market, node, theta), 9);
    }
  });

  it('cost what the marginal says, which never falls', () => {
    const chance = chanceOf(15);
    for (let day = 0; day < QUICK_DAYS / 4; day++) {
      const market = smallMarket(chance);
      const theta = chance.real() - 0.5;
      for (const fund of market.funds) {
        const most = fund.perUnit > 0 ? Math.floor(fund.total / fund.perUnit) : 6;
        let last = -Infinity;
        for (let units = 0; units < most; units++) {
          const marginal = unitMarginal(market, fund, units, theta);
          const [now, next] = [0, 1].map((more) => costAt(market, fund, units + more, theta));
          expect(marginal).toBeCloseTo((next ?? 0) - (now ?? 0), 9);
          expect(marginal).toBeGreaterThanOrEqual(last - 1e-9);
          last = marginal;
        }
      }
    }
  });

  it('count the looks they took, which is what ends a search', () => {
    const market = smallMarket(chanceOf(1));
    const node = smallNode(market, chanceOf(2));
    const work = { done: 5 };
    chooseUnits(market, node, 0.1, work);
    expect(work.done).toBeGreaterThanOrEqual(5 + 2 * market.funds.length);
  });
});

describe('units by the million', () => {
  it('are chosen by a level that takes all below it, and of those at it what the total asks', () => {
    const chance = chanceOf(16);
    for (let day = 0; day < QUICK_DAYS / 2; day++) {
      const [price, unitValue] = [10, 1_000];
      const funds = Array.from({ length: 1 + chance.whole(4) }, () => {
        const target = Math.round(10 ** (4 + 6 * chance.real()));
        const shareCap = chance.is(0.4) ? 0 : Math.round((target / price) * chance.real());
        return { target, weight: 1 / target, shareCap, perShare: 0, perUnit: 0, total: 0 };
      });
      const market = { price, unitValue, shares: 0, lot: 1, funds };
      const high = funds.map(({ target }) => Math.round(target / unitValue));
      const low = high.map((most) => (chance.is(0.3) ? chance.whole(most) : 0));
      const asked = total(low) + chance.whole(total(high) - total(low) + 1);
      const theta = chance.real() - 0.5;
      const work = { done: 0 };
      const node = { low, high, lowTotal: asked, highTotal: asked };
      const { level, least, most, lowTotal, highTotal } = chooseUnits(market, node, theta, work);
      expect([lowTotal, highTotal]).toEqual([asked, asked]);
      expect(total(least)).toBeLessThanOrEqual(asked);
      expect(total(most)).toBeGreaterThanOrEqual(asked);
      const wrong = funds.filter((fund, at) => {
        const marginal = (units: number): number => unitMarginal(market, fund, units, theta);
        const [from, to] = [least[at] ?? 0, most[at] ?? 0];
        return (
          (from > (low[at] ?? 0) && marginal(from - 1) >= level) ||
          (from < (high[at] ?? 0) && marginal(from) < level) ||
          (to > (low[at] ?? 0) && marginal(to - 1) > level) ||
          (to < (high[at] ?? 0) && marginal(to) <= level)
        );
      });
      expect(wrong).toEqual([]);
      expect(work.done).toBeLessThan(funds.length * 26 * 60); // bisected, not counted one by one
    }
  });

  it('and of all magnitudes are tied so that the total that is asked can be met, whatever floats round', () => {
    // Days on which marginal costs lie so close that rounding puts some on the wrong side of the level, and others.
    const days = [
      53, 188, 192, 515, 885, 1105, 1871, 2608, 3107, 3122, 3488, 5253, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ];
    for (const day of days) {
      const chance = chanceOf(day);
      const between = (low: number, high: number): number => 10 ** (low + (high - low) * chance.real());
      const price = between(-2, 4);
      const unitValue = price * Math.max(1, Math.round(between(0, 4)));
      const funds = Array.from({ length: 1 + chance.whole(4) }, () => {
        const target = between(3, 12);
        const shareCap = Math.floor((target * chance.real()) / price);
        return { target, weight: 1 / target ** 2, shareCap, perShare: 0, perUnit: 0, total: 0 };
      });
      const market = { price, unitValue, shares: 0, lot: 1, funds };
      const high = funds.map(({ target }) => Math.round(target / unitValue));
      const node = { low: high.map(() => 0), high, lowTotal: 0, highTotal: 0 };
      const asked = Math.floor(total(high) * chance.real());
      const theta = (chance.real() - 0.5) * 10 ** -chance.whole(16);
      const bounds = chance.is(0.5) ? { lowTotal: asked, highTotal: asked } : { highTotal: asked };
      const { least, most, lowTotal, highTotal } = chooseUnits(market, { ...node, ...bounds }, theta, {
        done: 0,
      });
      expect(total(least)).toBeLessThanOrEqual(lowTotal);
      expect(total(most)).toBeGreaterThanOrEqual(highTotal);
      expect(lowTotal).toBeLessThanOrEqual(highTotal);
      expect(highTotal).toBeLessThanOrEqual(asked);
      const isWithin = high.every((units, at) => {
        const [from, to] = [least[at] ?? -1, most[at] ?? -1];
        return from >= 0 && from <= to && to <= units;
      });
      expect(isWithin).toBe(true);
    }
  });

  it('are shared pro rata at once, to the unit', () => {
    const targets = [5e8, 3e8, 2e8];
    const none = targets.map(() => 0);
    expect(proRataUnits(targets, none, targets, 1e8)).toEqual([5e7, 3e7, 2e7]);
    expect(proRataUnits(targets, none, targets, 1e8 + 1)).toEqual([5e7 + 1, 3e7, 2e7]);
    expect(proRataUnits(targets, none, [1e7, 1e9, 1e9], 1e8)).toEqual([1e7, 5.4e7, 3.6e7]);
    expect(proRataUnits([2e-8, 1e-8], [0, 0], [2e8, 1e8], 3e8)).toEqual([2e8, 1e8]);
  });
});

describe('among equally good units the desk', () => {
  const draw = (seed: number) => {
    const chance = chanceOf(seed);
    const size = 1 + chance.whole(4);
    const targets = Array.from({ length: size }, () => 1 + chance.whole(50)).sort((a, b) => b - a);
    const least = targets.map(() => (chance.is(0.3) ? chance.whole(3) : 0));
    const most = least.map((units) => units + chance.whole(5));
    const sum = total(least) + chance.whole(total(most) - total(least) + 1);
    const choices = choicesOf({ low: least, high: most, lowTotal: sum, highTotal: sum });
    return { targets, least, most, sum, choices };
  };

  it('takes those most nearly pro rata to what the funds asked for', () => {
    const unfair = (units: readonly number[], targets: readonly number[]): number =>
      total(units.map((count, at) => count ** 2 / (targets[at] ?? 1)));
    for (let seed = 0; seed < QUICK_DAYS; seed++) {
      const { targets, least, most, sum, choices } = draw(seed);
      const units = proRataUnits(targets, least, most, sum);
      expect(choices).toContainEqual(units);
      expect(unfair(units, targets)).toBeCloseTo(Math.min(...choices.map((row) => unfair(row, targets))), 9);
    }
  });

  it('gives the one request to the larger of two that can hold it, the first of equals', () => {
    expect(fewestUnits([9, 8, 7], [0, 0, 0], [2, 3, 3], 3)).toEqual([0, 3, 0]);
    expect(fewestUnits([9, 8, 7], [0, 0, 0], [3, 3, 3], 3)).toEqual([3, 0, 0]);
    expect(fewestUnits([9, 8, 7], [1, 0, 0], [1, 1, 3], 3)).toEqual([1, 0, 2]);
  });

  it('or those of the fewest funds, when it prefers few requests', () => {
    const requests = (units: readonly number[]): number => units.filter((count) => count > 0).length;
    for (let seed = 0; seed < QUICK_DAYS; seed++) {
      const { targets, least, most, sum, choices } = draw(seed);
      const units = fewestUnits(targets, least, most, sum);
      expect(choices).toContainEqual(units);
      expect(requests(units)).toBe(Math.min(...choices.map(requests)));
    }
  });
});
