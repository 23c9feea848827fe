import { solvePrimaryCost } from '../../src/solver';
import { bookOf } from '../../src/solver/money/book';
import { LastShare } from '../../src/solver/money/lastShare';
import { Master } from '../../src/solver/money/master';
import { marketsOf } from '../../src/solver/money/seats';
import { rootOf } from '../../src/solver/money/tree';
import { leastByTables } from './bruteForce';
import { chanceOf, FEW_DAYS } from './seeded';
import { tightCostDay } from './smallDays';

const KINDS = [
  ['some hundred reais beside', 300],
  ['a few reais beside', 5],
  ['not a centavo beside', 0],
] as const;

describe('small days with units of a few shares, cash with', () => {
  it.each(KINDS)('%s: none is dearer than the best of all splits, and the floor meets it', (_, slack) => {
    const chance = chanceOf(1 + slack);
    for (let day = 0; day < FEW_DAYS; day++) {
      const problem = tightCostDay(chance, { slack, most: 24 });
      const least = leastByTables(problem);
      const { objective, lowerBound, end } = solvePrimaryCost(problem);
      expect({ day, cost: objective.toFixed(6) }).toEqual({ day, cost: least.toFixed(6) });
      expect(lowerBound).toBeLessThanOrEqual(least + 1e-6);
      expect(lowerBound).toBeGreaterThan(least * (1 - 1e-6));
      expect(end).toBe('proven');
    }
  });
});

describe('cutting shares', () => {
  it('leaves a mix of broken shares in neither half, and lowers no floor', () => {
    const chance = chanceOf(7);
    let cuts = 0;
    for (let day = 0; day < FEW_DAYS; day++) {
      const work = { done: 0 };
      for (const market of marketsOf(bookOf(tightCostDay(chance, { slack: 5, most: 24 })), true)) {
        const root = rootOf(market);
        const part = { ...root, high: root.low };
        const lastShare = new LastShare(market, 10, work);
        const { floor, mix } = new Master(market, part, work).solve(part, Infinity);
        const sides = mix && lastShare.sidesOf(mix, part);
        for (const side of sides ?? []) {
          cuts++;
          const { floor: own, mix: other } = lastShare.masterOf(side).solve(side, Infinity);
          expect(own).toBeGreaterThanOrEqual(floor - 1e-6 * Math.abs(floor));
          expect(other && Array.from(other.money)).not.toEqual(Array.from(mix?.money ?? []));
        }
      }
    }
    expect(cuts).toBeGreaterThan(FEW_DAYS / 2);
  });
});
