import fc from 'fast-check';
import { allocateShares, InputError, type PrimaryProblem, solvePrimary } from '../../src/solver';
import { effort, rest } from '../effort';
import { leastByTable, leastByUnits, roundingAllowance, weightOf } from './bruteForce';
import { type Chance, chanceOf, FEW_DAYS, MANY_DAYS, ODD_DAYS, SIZES, shuffled } from './seeded';
import { smallUnitDay } from './smallDays';

const DAY: PrimaryProblem = {
  price: 62.4,
  unitValue: 1_250_000,
  executedShares: 60_000,
  funds: [
    { id: 'A', target: 10_000_000 },
    { id: 'B', target: 2_000_000 },
    { id: 'C', target: 300_000 },
  ],
};

/** A unit holds 20,000 shares to the centavo: whoever takes it, the rounding is the same. */
const EVEN: PrimaryProblem = { ...DAY, unitValue: 1_248_000 };

const unitsOf = (problem: PrimaryProblem): number[] => solvePrimary(problem).funds.map(({ units }) => units);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('shares and creation units together', () => {
  it('take the nearest total of units, pro rata to target', () => {
    const answer = solvePrimary(EVEN);
    expect(answer.funds.map(({ units }) => units)).toEqual([6, 1, 0]);
    expect(total(answer.funds.map(({ residual }) => residual))).toBeCloseTo(-180_000, 6);
    expect(total(answer.funds.map(({ shares }) => shares))).toBe(60_000);
  });

  it('are as near to the targets as they can be before they are pro rata', () => {
    const best = solvePrimary(DAY); // a unit here holds no whole number of shares: who takes it changes what rounding costs
    const proRata = solvePrimary({
      ...DAY,
      funds: DAY.funds.map((fund, at) => ({ ...fund, maxUnits: [6, 1, 0][at] ?? 0 })),
    });
    expect(best.funds.map(({ units }) => units)).toEqual([7, 0, 0]);
    expect(proRata.objective).toBeGreaterThan(best.objective);
    expect(proRata.objective - best.objective).toBeLessThan(roundingAllowance(DAY));
  });

  it('are proven where large units leave little to choose, whatever rounding does to the price of a unit', () => {
    for (const sharesAUnit of [20_000, 50_000, 100_000])
      for (let seed = 1; seed <= effort(4, 20); seed++) {
        const chance = chanceOf(seed);
        const funds = Array.from({ length: 3 + (seed % 3) }, (_, nth) => ({
          id: `F${nth}`,
          target: Math.round(10 ** (5 + 2.5 * chance.real())),
        }));
        const unitValue = DAY.price * sharesAUnit;
        const executedShares = Math.floor((total(funds.map(({ target }) => target)) * 0.2) / DAY.price);
        const { objective, lowerBound } = solvePrimary({ ...DAY, unitValue, executedShares, funds });
        expect({ seed, sharesAUnit, part: lowerBound / objective }).toEqual({
          seed,
          sharesAUnit,
          part: expect.closeTo(1, 6),
        });
      }
    const known = [1_041_074, 444_375, 14_265_051].map((target, nth) => ({ id: `F${nth}`, target }));
    const { objective, lowerBound } = solvePrimary({
      price: 62.4,
      unitValue: 6_240_000,
      executedShares: 50_486,
      funds: known,
    });
    expect(objective).toBeCloseTo(916.9045687577203, 9);
    expect(lowerBound).toBeCloseTo(objective, 6);
  });

  it('take one unit less when the desk rounds down', () => {
    const funds = DAY.funds.map((fund) => ({ ...fund, maxUnits: Math.floor(fund.target / DAY.unitValue) }));
    const answer = solvePrimary({ ...DAY, funds, maxTotalUnits: 6 });
    expect(total(answer.funds.map(({ units }) => units))).toBe(6);
    expect(total(answer.funds.map(({ residual }) => residual))).toBeCloseTo(1_056_000, 6);
  });

  it('file the fewest requests when the desk prefers', () => {
    expect(unitsOf({ ...DAY, ties: 'fewest-requests' })).toEqual([7, 0, 0]);
  });

  it('file a second request only when one fund cannot hold the total', () => {
    const funds = DAY.funds.map((fund) => (fund.id === 'A' ? { ...fund, maxUnits: 6 } : fund));
    expect(unitsOf({ ...DAY, funds, ties: 'fewest-requests' })).toEqual([6, 1, 0]);
  });

  it('spread units pro rata, not by how the funds are named', () => {
    const funds = [4, 2, 2].map((part, at) => ({ id: `F${at}`, target: part * 2_500_000 }));
    expect(unitsOf({ ...DAY, executedShares: 160_256, funds })).toEqual([4, 2, 2]);
  });

  it('give no unit to a fund without access, and shares instead', () => {
    const funds = DAY.funds.map((fund) => (fund.id === 'B' ? { ...fund, maxUnits: 0 } : fund));
    const answer = solvePrimary({ ...DAY, funds });
    expect(answer.funds[1]).toMatchObject({ id: 'B', units: 0, shares: 32_557 });
  });

  it('keep buys within cash and sells within holdings', () => {
    const [a, b] = solvePrimary({
      ...DAY,
      executedShares: 30_000,
      funds: [
        { id: 'buyer', target: 5_000_000, limit: { perShare: 62.4, perUnit: 1_250_000, total: 2_000_000 } },
        { id: 'seller', target: 5_000_000, limit: { perShare: 1, perUnit: 20_000, total: 25_000 } },
      ],
    }).funds;
    expect(62.4 * (a?.shares ?? 0) + 1_250_000 * (a?.units ?? 0)).toBeLessThanOrEqual(2_000_000);
    expect((b?.shares ?? 0) + 20_000 * (b?.units ?? 0)).toBeLessThanOrEqual(25_000);
  });

  it('let a fund spend its cash to the last centavo', () => {
    const answer = solvePrimary({
      ...DAY,
      executedShares: 3,
      funds: [{ id: 'A', target: 300, limit: { perShare: 62.4, perUnit: 1_250_000, total: 187.2 } }],
    });
    expect(answer.funds[0]?.shares).toBe(3);
  });

  it('are the best of all splits that keep what was decided, and keep it', () => {
    const chance = chanceOf(53);
    let solved = 0;
    for (let day = 0; day < MANY_DAYS; day++) {
      const free = smallUnitDay(chance);
      const decided = chance.whole(free.funds.length);
      const funds = free.funds.map((fund, at) =>
        at === decided || chance.is(0.2)
          ? { ...fund, fixedUnits: chance.whole(Math.ceil(fund.target / free.unitValue) + 1) }
          : fund,
      );
      const problem: PrimaryProblem = { ...free, funds };
      const least = leastByUnits(problem);
      if (least === Infinity) {
        expect(() => solvePrimary(problem)).toThrow(InputError);
        continue;
      }
      const answer = solvePrimary(problem);
      expect(answer.funds.map(({ units }, at) => funds[at]?.fixedUnits ?? units)).toEqual(
        answer.funds.map(({ units }) => units),
      );
      expect(Math.abs(answer.objective - least)).toBeLessThan(1e-9);
      expect(answer.lowerBound).toBeLessThanOrEqual(least + 1e-9);
      solved++;
    }
    expect(solved).toBeGreaterThan(0.3 * MANY_DAYS);
  });

  it('refuse what was decided where it cannot be, by its field', () => {
    const refused = (fund: Partial<PrimaryProblem['funds'][number]>, more: Partial<PrimaryProblem> = {}) => {
      const [first, ...rest] = DAY.funds;
      if (first === undefined) throw new Error('the day has no fund');
      return () => solvePrimary({ ...DAY, ...more, funds: [{ ...first, ...fund }, ...rest] });
    };
    expect(refused({ fixedUnits: 4, maxUnits: 3 })).toThrow('funds[0].fixedUnits');
    expect(refused({ fixedUnits: 4 }, { maxTotalUnits: 3 })).toThrow('funds[0].fixedUnits');
    expect(refused({ fixedUnits: 1.5 })).toThrow('funds[0].fixedUnits');
    const limit = { perShare: 62.4, perUnit: 1_250_000, total: 2_000_000 };
    expect(refused({ fixedUnits: 2, limit })).toThrow('funds[0].fixedUnits');
  });

  it(`are the best of all splits on ${MANY_DAYS} small days`, () => {
    const chance = chanceOf(47);
    let solved = 0;
    for (let day = 0; day < MANY_DAYS; day++) {
      const problem = smallUnitDay(chance);
      const least = leastByUnits(problem);
      if (least === Infinity) {
        expect(() => solvePrimary(problem)).toThrow(InputError);
        continue;
      }
      const answer = solvePrimary(problem);
      expect(Math.abs(answer.objective - least)).toBeLessThan(1e-9);
      expect(answer.lowerBound).toBeLessThanOrEqual(least + 1e-9);
      expect(answer.gap).toBeCloseTo(answer.objective - answer.lowerBound, 12);
      solved++;
    }
    expect(solved).toBeGreaterThan(0.85 * MANY_DAYS);
  });

  it('are the best of all splits by dynamic programming, up to eight funds and forty shares', () => {
    const chance = chanceOf(61);
    for (let day = 0; day < ODD_DAYS; day++) {
      const price = 1 + chance.whole(300) / 100;
      const funds = Array.from({ length: 2 + chance.whole(7) }, (_, at) => ({
        id: `FUND ${at}`,
        target: Math.round(100 * (5 + 60 * chance.real())) / 100,
        ...(chance.is(0.2) ? { maxUnits: chance.whole(3) } : {}),
      }));
      const problem: PrimaryProblem = {
        price,
        unitValue: price * (3 + 6 * chance.real()),
        executedShares: chance.whole(40),
        weighting: chance.is(0.5) ? 'equal-bps' : 'squared-relative',
        funds,
      };
      const { objective, lowerBound } = solvePrimary(problem);
      const least = leastByTable(problem);
      expect(objective).toBeLessThanOrEqual(least * (1 + 1e-12) + 1e-12);
      expect(lowerBound).toBeLessThanOrEqual(least * (1 + 1e-12) + 1e-12);
    }
  });

  it('are proven to be the best where a unit holds no whole number of shares, up to three hundred funds', () => {
    const chance = chanceOf(31);
    for (const size of SIZES) {
      const { gap, objective } = solvePrimary({ ...realDay(chance, size, 0.2), unitValue: 1_251_234.56 });
      expect(gap).toBeLessThan(1e-5 * objective);
    }
  });

  it('are strictly the best on days of real size: no unit more, less or elsewhere makes them better, ties or not', () => {
    for (let seed = 1; seed <= FEW_DAYS / 2; seed++) {
      const chance = chanceOf(seed);
      const problem = realDay(chance, 9, 0.05 + 0.3 * chance.real());
      const { funds, objective } = solvePrimary(problem);
      const units = funds.map((fund) => fund.units);
      const isBetter = neighboursOf(units).filter(
        (other) => costWith(problem, other) < objective * (1 - 1e-12),
      );
      expect({ seed, isBetter }).toEqual({ seed, isBetter: [] });
      expect(costWith(problem, units)).toBeGreaterThanOrEqual(objective * (1 - 1e-12));
    }
  });

  it('do not depend on the order of the rows, to the last bit', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 12 }), (seed, size) => {
        const chance = chanceOf(seed);
        const problem = realDay(chance, size, 0.05 + 0.3 * chance.real());
        const answer = solvePrimary(problem);
        const other = solvePrimary({ ...problem, funds: shuffled(problem.funds, chance) });
        const rows = new Map(other.funds.map((row) => [row.id, row]));
        expect(answer.funds.map(({ id }) => rows.get(id))).toEqual(answer.funds);
        expect([other.objective, other.lowerBound]).toEqual([answer.objective, answer.lowerBound]);
      }),
      { numRuns: FEW_DAYS },
    );
  });

  it('are proven within the rounding of shares from three funds to three hundred, shares scarce or ample', () => {
    const chance = chanceOf(9);
    for (const size of SIZES) {
      for (const part of [0.02, 0.1, 0.3]) {
        const problem = realDay(chance, size, part);
        for (const weighting of ['equal-bps', 'squared-relative'] as const) {
          const answer = solvePrimary({ ...problem, weighting });
          expect(answer.gap).toBeLessThanOrEqual(
            roundingAllowance({ ...problem, weighting }) * 1.001 + 1e-9 * answer.objective,
          );
        }
      }
    }
  });

  it('hold from a centavo to a trillion', () => {
    for (const size of [1e-2, 1, 1e12]) {
      const funds = [
        { id: 'A', target: 10 * size },
        { id: 'B', target: 2 * size },
      ];
      const answer = solvePrimary({ price: size / 100, unitValue: size, executedShares: 300, funds });
      expect(total(answer.funds.map(({ units }) => units))).toBe(9);
      expect(answer.objective).toBeCloseTo(0, 6);
    }
  });

  it('hold, with a proof and without end-less search, on the oddest mixes of magnitudes', () => {
    const chance = chanceOf(103);
    const between = (low: number, high: number): number => 10 ** (low + (high - low) * chance.real());
    for (let day = 0; day < ODD_DAYS; day++) {
      const price = between(-2, 4);
      const unitValue = price * Math.max(1, Math.round(between(0, 6)));
      const funds = Array.from({ length: 1 + chance.whole(5) }, (_, at) => ({
        id: `F${at}`,
        target: between(-2, 12),
        ...(chance.is(0.2) ? { limit: { perShare: price, perUnit: unitValue, total: between(-2, 12) } } : {}),
      }));
      const executedShares = Math.floor((total(funds.map(({ target }) => target)) * between(-3, 0)) / price);
      const weighting = chance.is(0.5) ? 'equal-bps' : 'squared-relative';
      const problem: PrimaryProblem = {
        price,
        unitValue,
        executedShares,
        funds,
        weighting,
        maxTotalUnits: chance.whole(1e6),
      };
      try {
        const answer = solvePrimary(problem);
        expect(total(answer.funds.map(({ shares }) => shares))).toBe(executedShares);
        expect(answer.lowerBound).toBeLessThanOrEqual(answer.objective);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }
  });

  it('cost more when fewer units may be had, never less', () => {
    const costs = [9, 7, 6, 5, 0].map((maxTotalUnits) => solvePrimary({ ...DAY, maxTotalUnits }).objective);
    expect([...costs].sort((a, b) => a - b)).toEqual(costs);
    expect(solvePrimary({ ...DAY, maxTotalUnits: 0 }).funds.every(({ units }) => units === 0)).toBe(true);
  });
});

/** A day as desks have them: intents from hundreds of thousands to tens of millions. */
function realDay(chance: Chance, size: number, partExecuted: number): PrimaryProblem {
  const funds = Array.from({ length: size }, (_, at) => ({
    id: `F${at}`,
    target: (Math.round(3e7 * Math.exp(-5 * chance.real())) / 100) * 100,
  }));
  const wanted = total(funds.map(({ target }) => target));
  return { ...DAY, executedShares: Math.floor((wanted * partExecuted) / DAY.price), funds };
}

/** One unit more or less for one fund, or one from each fund to each other. */
function neighboursOf(units: readonly number[]): readonly (readonly number[])[] {
  const changed = (changes: ReadonlyMap<number, number>): readonly number[] =>
    units.map((count, at) => count + (changes.get(at) ?? 0));
  const all = units.flatMap((_, from) => [
    changed(new Map([[from, 1]])),
    changed(new Map([[from, -1]])),
    ...units.flatMap((__, to) =>
      to === from
        ? []
        : [
            changed(
              new Map([
                [from, -1],
                [to, 1],
              ]),
            ),
          ],
    ),
  ]);
  return all.filter((counts) => counts.every((count) => count >= 0));
}

/** What these units cost with the best whole shares beside them; Infinity where a fund has more than it asked for to the nearest unit. */
function costWith(problem: PrimaryProblem, units: readonly number[]): number {
  const { price, unitValue, executedShares, funds, weighting } = problem;
  const isBeyond = funds.some(({ target }, at) => (units[at] ?? 0) > Math.round(target / unitValue));
  if (isBeyond) return Infinity;
  const rest = funds.map(({ id, target }, at) => ({
    id,
    target: target - unitValue * (units[at] ?? 0),
    intent: target,
  }));
  const answer = allocateShares({ price, executedShares, ...(weighting ? { weighting } : {}), funds: rest });
  return answer.funds.reduce(
    (sum, { residual }, at) => sum + weightOf(weighting, funds[at]?.target ?? 1) * residual ** 2,
    0,
  );
}

describe('the weighting', () => {
  it('decides who bears what cannot be filled', () => {
    const [bps, squared] = (['equal-bps', 'squared-relative'] as const).map((weighting) => {
      const answer = solvePrimary({ ...DAY, maxTotalUnits: 6, weighting });
      const scored = DAY.funds.reduce((sum, fund, at) => {
        return sum + weightOf(weighting, fund.target) * (answer.funds[at]?.residual ?? 0) ** 2;
      }, 0);
      expect(answer.objective).toBeCloseTo(scored, 6);
      return answer.funds.map(({ residual }, at) => residual / (DAY.funds[at]?.target ?? 1));
    });
    expect((bps?.[0] ?? 0) / (bps?.[2] ?? 1)).toBeCloseTo(1, 2);
    expect((squared?.[0] ?? 0) / (squared?.[2] ?? 1)).toBeCloseTo(100 / 3, 0);
  });
});

describe('units of funds alike, where rounding parts what their next unit costs', () => {
  // All its splits are tried, which takes seconds; the small days above are of its kind.
  rest(() => {
    it('are the best of all splits, though limits make marginal costs equal but for the last bit', () => {
      const limit = (total: number) => ({ limit: { perShare: 3.33, perUnit: 16.65, total } });
      const others = [{}, {}, {}, limit(19.98), limit(119.88), { maxShares: 14, ...limit(89.91) }];
      const funds = others.map((own, fund) => ({ id: `F${fund}`, target: 129.87, ...own }));
      const problem = { price: 3.33, unitValue: 16.65, executedShares: 22, funds };
      const least = leastByUnits(problem);
      for (const ties of ['pro-rata', 'fewest-requests'] as const) {
        const { objective, gap } = solvePrimary({ ...problem, ties });
        expect(objective).toBeCloseTo(least, 9);
        expect(gap).toBeLessThan(1e-6);
      }
    });
  });
});
