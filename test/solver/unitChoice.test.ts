import { chooseUnits, fewestUnits, proRataUnits } from '../../src/solver/unitChoice';
import { unitMarginal } from '../../src/solver/unitFund';
import type { UnitNode } from '../../src/solver/unitNode';
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
