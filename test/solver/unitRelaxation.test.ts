import { relax } from '../../src/solver/units/unitRelaxation';
import { chanceOf, MANY_DAYS } from './seeded';
import { costOfChoice, hasRoom, leastAt, smallMarket, smallNode, total } from './smallMarkets';

describe('the price of share money', () => {
  it('is the one that bounds every split of a part best', () => {
    const chance = chanceOf(37);
    for (let day = 0; day < MANY_DAYS; day++) {
      const market = smallMarket(chance);
      const node = smallNode(market, chance);
      if (node.low.some((least, at) => least === node.high[at]) || !hasRoom(market, node)) continue;
      const budget = market.price * market.shares;
      const boundAt = (theta: number): number => leastAt(market, node, theta) - 2 * theta * budget;
      const { theta, bound } = relax(
        market,
        node,
        { start: 0.2 * (chance.real() - 0.5), precision: 1e-9 },
        { done: 0 },
      );
      expect(bound).toBeCloseTo(boundAt(theta), 9);
      for (const by of [1e-3, 0.01, 0.1, 1]) {
        for (const other of [theta - by, theta + by]) {
          expect(bound).toBeGreaterThanOrEqual(boundAt(other) - 1e-6);
        }
      }
    }
  });

  it('lies between units that would use too much of it and units that would use too little', () => {
    const chance = chanceOf(38);
    let apart = 0;
    for (let day = 0; day < MANY_DAYS; day++) {
      const market = smallMarket(chance);
      const node = smallNode(market, chance);
      if (node.low.some((least, at) => least === node.high[at]) || !hasRoom(market, node)) continue;
      const budget = market.price * market.shares;
      const { rich, scarce, theta } = relax(market, node, { start: 0, precision: 1e-9 }, { done: 0 });
      for (const side of [rich, scarce]) {
        expect(total(side.units)).toBe(side.total);
        const cost = costOfChoice(market, node, side.units, side.theta);
        expect(side.bound).toBeCloseTo(cost - 2 * side.theta * budget, 9);
        expect(side.bound).toBeCloseTo(leastAt(market, node, side.theta) - 2 * side.theta * budget, 9);
      }
      if (rich === scarce) continue;
      expect(rich.money).toBeGreaterThanOrEqual(budget - 1e-9);
      expect(scarce.money).toBeLessThanOrEqual(budget + 1e-9);
      expect(rich.theta).toBeLessThanOrEqual(scarce.theta);
      expect([rich.theta, scarce.theta]).toContain(theta);
      apart++;
    }
    expect(apart).toBeGreaterThan(0.1 * MANY_DAYS);
  });
});
