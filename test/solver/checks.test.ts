import type { CostProblem, FillProblem, PrimaryProblem } from '../../src/solver';
import { checkCost } from '../../src/solver/checks/checkCost';
import { checkFills } from '../../src/solver/checks/checkFills';
import { CheckError, checkHoldings, checkShares, possibleGain } from '../../src/solver/checks/checkShares';
import { checkUnits } from '../../src/solver/checks/checkUnits';
import { CheapestFirst } from '../../src/solver/heap';
import { remainder } from '../../src/solver/numbers';
import type { UnitProof } from '../../src/solver/units/unitNode';

describe('no split of shares leaves', () => {
  const hold = (shares: number, cap = 100) => ({ id: 'A', shares, cap });

  it('with a negative, fractional or capped holding, or another total', () => {
    expect(() => checkHoldings(7, 1, [hold(7)])).not.toThrow();
    for (const bad of [
      [hold(-1), hold(8)],
      [hold(3.5), hold(3.5)],
      [hold(7, 6)],
      [hold(6)],
      [hold(8)],
      [hold(Number.NaN)],
    ]) {
      expect(() => checkHoldings(7, 1, bad)).toThrow(CheckError);
    }
    expect(() => checkHoldings(7, 1, [hold(-1), hold(8)])).toThrow('A would hold -1 shares');
    expect(() => checkHoldings(7, 1, [hold(7, 6)])).toThrow('A would hold 7 shares of at most 6');
    expect(new CheckError('x')).toHaveProperty('name', 'CheckError');
    expect(() => checkHoldings(7, 1, [hold(8)])).toThrow(
      'The answer was refused by its check: 8 shares instead of 7.',
    );
  });

  it('with an odd lot too many', () => {
    expect(() => checkHoldings(20, 10, [hold(20)])).not.toThrow();
    expect(() => checkHoldings(25, 10, [hold(15), hold(10)])).not.toThrow();
    expect(() => checkHoldings(25, 10, [hold(12), hold(13)])).toThrow('2 funds hold odd lots of 10');
    expect(() => checkHoldings(20, 10, [hold(15), hold(5)])).toThrow('odd lots');
  });

  it('when another split is better', () => {
    const problem = {
      price: 10,
      executedShares: 4,
      funds: [
        { id: 'A', target: 20, intent: 20 },
        { id: 'B', target: 20, intent: 20 },
      ],
    };
    const check = (a: number, b: number) =>
      checkShares(
        problem,
        (intent) => 1 / intent,
        new Map([
          ['A', a],
          ['B', b],
        ]),
        [0],
      );
    expect(check(2, 2)).toEqual({ objective: 0, lowerBound: 0 });
    expect(() => check(3, 1)).toThrow('another split could be better by');
    expect(() => check(2, Number.NaN)).toThrow(CheckError);
  });

  it('whose bound is not a true one, whatever the hints', () => {
    const funds = [30, 10, 25].map((target, at) => ({
      weight: 1 / target,
      target,
      cap: 9,
      shares: [2, 1, 3][at] ?? 0,
    }));
    const gains = [-3, -1, 0, 0.2, 1, 5].map((hint) => possibleGain(10, 1, 0, funds, [hint]));
    expect(Math.min(...gains)).toBeGreaterThanOrEqual(0);
    expect(possibleGain(10, 1, 0, funds, [-3, 0, 5])).toBeCloseTo(
      Math.min(...[-3, 0, 5].map((hint) => possibleGain(10, 1, 0, funds, [hint]))),
      9,
    );
  });
});

describe('no split of units leaves', () => {
  const problem: PrimaryProblem = {
    price: 10,
    unitValue: 100,
    executedShares: 5,
    maxTotalUnits: 3,
    funds: [
      { id: 'A', target: 250, maxUnits: 2, maxShares: 5 },
      { id: 'B', target: 100, limit: { perShare: 10, perUnit: 100, total: 100 } },
    ],
  };
  const bound: UnitProof = { kind: 'bound', theta: 0, level: 0 };
  const check = (a: readonly [number, number], b: readonly [number, number], proof: UnitProof = bound) =>
    checkUnits(problem, {
      rows: problem.funds.map((fund, at) => {
        const [shares, units] = at === 0 ? a : b;
        return { fund, weight: 1 / fund.target, shares, units };
      }),
      proof,
    });

  it('that breaks a cap, the total or a limit', () => {
    expect(check([5, 2], [0, 1])).toEqual({ objective: 0, lowerBound: 0 });
    expect(() => check([5, 3], [0, 0])).toThrow('A would get 3 units');
    expect(() => check([5, -1], [0, 0])).toThrow('A would get -1 units');
    expect(() => check([5, 0.5], [0, 0])).toThrow('A would get 0.5 units');
    expect(() => check([5, 2], [0, 2])).toThrow('B would use 200 of its limit 100');
    expect(() => check([4, 2], [1, 1])).toThrow('B would use 110 of its limit 100');
    expect(() => check([4, 2], [0, 1])).toThrow('4 shares instead of 5');
    expect(() => check([6, 2], [-1, 1])).toThrow('A would hold 6 shares of at most 5');
    const tight = { ...problem, maxTotalUnits: 2 };
    const rows = problem.funds.map((fund, at) => ({
      fund,
      weight: 1,
      shares: at === 0 ? 5 : 0,
      units: at === 0 ? 2 : 1,
    }));
    expect(() => checkUnits(tight, { rows, proof: bound })).toThrow('3 units in total');
  });

  it('whose proof leaves out a part, and every proof bounds from below', () => {
    expect(() => check([5, 2], [0, 1], { kind: 'empty' })).toThrow('a part of the splits was skipped');
    const split: UnitProof = {
      kind: 'split',
      split: { fund: -1, at: 3 },
      below: bound,
      above: { kind: 'empty' },
    };
    expect(check([5, 1], [0, 1], split).lowerBound).toBe(0);
    const skipped: UnitProof = {
      kind: 'split',
      split: { fund: 0, at: 1 },
      below: bound,
      above: { kind: 'empty' },
    };
    expect(() => check([5, 1], [0, 1], skipped)).toThrow('skipped');
    for (const theta of [-50, -5, 0.1, 3, 40]) {
      for (const level of [-200, -1, 0, 1, 500]) {
        expect(check([5, 2], [0, 1], { kind: 'bound', theta, level })).toEqual({
          objective: 0,
          lowerBound: 0,
        });
      }
    }
  });
});

describe('no allocation of fills leaves', () => {
  const problem: FillProblem = {
    fills: [
      { id: 'x', price: 10, quantity: 2 },
      { id: 'y', price: 12, quantity: 2 },
    ],
    funds: [
      { id: 'A', shares: 2 },
      { id: 'B', shares: 2 },
    ],
  };
  const line = (fillId: string, fundId: string, shares: number) => ({ fillId, fundId, shares });

  it('that forgets, invents or overdraws a share', () => {
    const good = [line('x', 'A', 1), line('x', 'B', 1), line('y', 'A', 1), line('y', 'B', 1)];
    expect(checkFills(problem, good)).toEqual({
      funds: [
        { id: 'A', averagePrice: 11, deviation: 0 },
        { id: 'B', averagePrice: 11, deviation: 0 },
      ],
      worstDeviation: 0,
    });
    expect(() => checkFills(problem, good.slice(1))).toThrow('1 shares of x are not allocated');
    expect(() => checkFills(problem, [...good, line('z', 'A', 1)])).toThrow('a line names z and A');
    expect(() => checkFills(problem, [...good, line('x', 'C', 1)])).toThrow('a line names x and C');
    for (const shares of [0, -1, 0.5])
      expect(() => checkFills(problem, [...good, line('x', 'A', shares)])).toThrow(
        `A would get ${shares} of x`,
      );
    expect(() => checkFills(problem, [line('x', 'A', 2), line('y', 'A', 2)])).toThrow('not allocated');
    const apart = checkFills(problem, [line('x', 'A', 2), line('y', 'B', 2)]);
    expect([apart.worstDeviation, apart.funds[0]?.deviation]).toEqual([2, -2]);
  });
});

describe('no mix of primary and secondary leaves', () => {
  const asset = {
    id: 'ETF',
    side: 'BUY' as const,
    price: 10,
    unitValue: 100,
    sharesPerUnit: 10,
    executedShares: 5,
  };
  const costs = {
    feePerRequest: 3,
    primaryBps: 100,
    halfSpreadBps: 200,
    residualPenalty: 0.5,
    maxTotalUnits: 2,
  };
  const problem = (more: object, fund: object = {}, side: 'BUY' | 'SELL' = 'BUY'): CostProblem => ({
    assets: [{ ...asset, ...costs, side }],
    funds: [{ id: 'A', ...fund, positions: [{ asset: 'ETF', target: 260, ...more }] }],
  });
  const row = (shares: number, units: number) => [
    { fund: 'A', asset: 'ETF', shares, units, residual: 0, cost: 0 },
  ];

  it('that breaks a cap, holdings, cash or a total; what leaves is costed anew', () => {
    expect(checkCost(problem({}), row(5, 2))).toBeCloseTo(3 + 2 + 1 + 5, 9);
    expect(checkCost(problem({}), row(5, 0))).toBeCloseTo(1 + 105, 9);
    expect(() => checkCost(problem({}), [])).toThrow('A has no row for ETF');
    expect(() => checkCost(problem({}), row(4, 2))).toThrow('4 shares of ETF');
    expect(() => checkCost(problem({}), row(5, 3))).toThrow('3 units of ETF');
    for (const [shares, units] of [
      [5, 0.5],
      [4.5, 0],
      [-1, 0],
      [5, -1],
    ] as const) {
      expect(() => checkCost(problem({}), row(shares, units))).toThrow('A would hold');
    }
    expect(() => checkCost(problem({ maxShares: 4 }), row(5, 2))).toThrow('A would hold 5 of ETF');
    expect(() => checkCost(problem({ maxUnits: 1 }), row(5, 2))).toThrow('A would hold 2 of ETF');
    expect(() => checkCost(problem({}, { cash: 249 }), row(5, 2))).toThrow('A would spend 250 of 249');
    expect(() => checkCost(problem({}, { cash: 250 }), row(5, 2))).not.toThrow();
    expect(() => checkCost(problem({ holdings: 24 }, {}, 'SELL'), row(5, 2))).toThrow(
      'sell more ETF than it holds',
    );
    expect(() => checkCost(problem({ holdings: 25 }, { cash: 0 }, 'SELL'), row(5, 2))).not.toThrow();
  });
});

describe('the tools', () => {
  it('keep the last centavo of a difference of trillions', () => {
    expect(remainder(1e12, 0.1, 1e13)).toBeCloseTo(-5.55e-5, 7);
    expect(remainder(0.3, 0.1, 3)).toBeCloseTo(-2.8e-17, 18);
    expect(remainder(62.4 * 3, 62.4, 2)).toBeCloseTo(62.4, 12);
  });

  it('queue the cheapest first, ties by position, and drop what is used up', () => {
    const queue = new CheapestFirst(6);
    expect([queue.front, queue.frontCost]).toEqual([undefined, Infinity]);
    queue.replaceFront(1);
    for (const [item, cost] of [5, 3, 9, 3, 1, 7].entries()) queue.push(item, cost);
    const taken: (number | undefined)[] = [];
    for (let turn = 0; queue.front !== undefined && turn < 20; turn++) {
      taken.push(queue.front);
      queue.replaceFront(turn === 0 ? 4 : Infinity);
    }
    expect(taken).toEqual([4, 1, 3, 4, 0, 5, 2]);
  });
});
