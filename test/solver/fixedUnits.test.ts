// Units that are decided already fit a limit that pays for exactly so many, whatever the last bit of a float says.
import { describe, expect, it } from '@jest/globals';
import { solvePrimary } from '../../src/solver';

describe('units that are decided already', () => {
  it('fit a limit of exactly so many, at every price of a unit to the cent', () => {
    for (let cents = 1_000_003; cents < 1_040_000; cents += 997)
      for (const units of [3, 7, 23, 59]) {
        const limit = { perShare: 0, perUnit: cents / 100, total: (cents * units) / 100 };
        const fund = { id: 'A', target: limit.total, fixedUnits: units, limit };
        const problem = { price: 1, unitValue: cents / 100, executedShares: 0, funds: [fund] };
        expect(solvePrimary(problem).funds[0]?.units).toBe(units);
      }
  });

  it('do not fit where a cent is missing', () => {
    const limit = { perShare: 0, perUnit: 1_250_000.33, total: 3 * 1_250_000.33 - 0.01 };
    const fund = { id: 'A', target: 3_750_000, fixedUnits: 3, limit };
    const problem = { price: 1, unitValue: limit.perUnit, executedShares: 0, funds: [fund] };
    expect(() => solvePrimary(problem)).toThrow('do not fit');
  });
});
