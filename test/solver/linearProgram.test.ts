import library from 'javascript-lp-solver';
import { type LinearProgram, solveLinear } from '../../src/solver/linearProgram';

const term = (variable: string, factor: number) => ({ variable, factor });

describe('the guarded face of javascript-lp-solver', () => {
  it('solves what the library solves', () => {
    const answer = solveLinear({
      variables: [
        { name: 'a', cost: -3, whole: true, atMost: 4 },
        { name: 'b', cost: -2, whole: true },
      ],
      rows: [{ terms: [term('a', 2), term('b', 1)], atMost: 9.5 }],
    });
    expect(answer).toEqual({
      kind: 'solved',
      values: new Map([
        ['a', 0],
        ['b', 9],
      ]),
      objective: -18,
    });
  });

  it('reads a variable left out of the answer as zero', () => {
    const answer = solveLinear({
      variables: [{ name: 'a', cost: 1 }],
      rows: [{ terms: [term('a', 1)], atMost: 5 }],
    });
    expect(answer).toEqual({ kind: 'solved', values: new Map([['a', 0]]), objective: 0 });
  });

  it('adds terms that name a variable twice', () => {
    const answer = solveLinear({
      variables: [{ name: 'a', cost: 1 }],
      rows: [{ terms: [term('a', 1), term('a', 1)], atLeast: 4 }],
    });
    expect(answer).toMatchObject({ kind: 'solved', objective: 2 });
  });

  it('rejects names that the library takes for its own', () => {
    for (const name of [
      'result',
      'feasible',
      'bounded',
      'isIntegral',
      'cost',
      'midpoint',
      'ranges',
      'vertices',
    ]) {
      expect(() => solveLinear({ variables: [{ name, cost: 1 }], rows: [] })).toThrow(name);
    }
  });

  it('rejects a name used twice and a row about no variable', () => {
    expect(() =>
      solveLinear({
        variables: [
          { name: 'a', cost: 1 },
          { name: 'a', cost: 2 },
        ],
        rows: [],
      }),
    ).toThrow('twice');
    expect(() => solveLinear({ variables: [], rows: [{ terms: [term('b', 1)], atMost: 1 }] })).toThrow(
      'no variable b',
    );
  });

  it('says so when nothing fits, and when there is no end', () => {
    const a = { name: 'a', cost: 1 };
    const between = { terms: [term('a', 1)], atLeast: 2 };
    expect(solveLinear({ variables: [{ ...a, atMost: 1 }], rows: [between] })).toEqual({
      kind: 'infeasible',
    });
    const endless = solveLinear({ variables: [{ ...a, cost: -1 }], rows: [between] });
    expect(endless).toEqual({ kind: 'gave-up', reason: 'the model is unbounded' });
  });

  it('ends within its pivots where the library itself goes on for ever', () => {
    const endless: LinearProgram = {
      variables: [
        { name: 'a', cost: 0, whole: true },
        { name: 'b', cost: -2, whole: true },
      ],
      rows: [{ terms: [term('a', -2), term('b', 6)], atMost: 7 }],
    };
    for (const pivots of [20, 200]) {
      expect(solveLinear(endless, pivots)).toEqual({
        kind: 'gave-up',
        reason: `no answer within ${pivots} pivots`,
      });
    }
    expect(solveLinear(endless)).toEqual({ kind: 'gave-up', reason: 'no answer within 20000 pivots' });
  });

  it('finds the answer of a model that the library, left alone, calls infeasible', () => {
    const alone = library.Solve({
      optimize: 'cost',
      opType: 'min',
      constraints: { first: { max: 2 }, second: { max: 5 } },
      variables: { a: { cost: 5, first: 3, second: 0 } },
      ints: { a: 1 },
    });
    expect(alone).toMatchObject({ feasible: false });
    const answer = solveLinear({
      variables: [{ name: 'a', cost: 5, whole: true }],
      rows: [
        { terms: [term('a', 3)], atMost: 2 },
        { terms: [term('a', 0)], atMost: 5 },
      ],
    });
    expect(answer).toEqual({ kind: 'solved', values: new Map([['a', 0]]), objective: 0 });
  });

  it('gives whole numbers where the library, left alone, answers a fraction and calls it integral', () => {
    const alone = library.Solve({
      optimize: 'cost',
      opType: 'min',
      constraints: { first: { equal: 12_000_006 }, second: { max: 12_000_006 }, third: { min: -2_000_001 } },
      variables: { a: { cost: 4, first: 2_000_001, second: 7 }, b: { cost: -2, first: -2, third: 7 } },
      ints: { a: 1, b: 1 },
    });
    const b = Number(new Map(Object.entries(Object(alone))).get('b'));
    expect(alone).toMatchObject({ feasible: true, isIntegral: true });
    expect(Number.isInteger(b)).toBe(false);
    const answer = solveLinear({
      variables: [
        { name: 'a', cost: 4, whole: true },
        { name: 'b', cost: -2, whole: true },
      ],
      rows: [
        { terms: [term('a', 2_000_001), term('b', -2)], atLeast: 12_000_006, atMost: 12_000_006 },
        { terms: [term('a', 7)], atMost: 12_000_006 },
        { terms: [term('b', 7)], atLeast: -2_000_001 },
      ],
    });
    expect(answer).toMatchObject({ kind: 'solved', objective: 4 * 1_714_286 - 2 * 1_714_280_857_140 });
  });

  it('leaves the library as it found it, after an answer and after giving up', () => {
    const { pivot, simplex } = library.Tableau.prototype;
    solveLinear(knapsackOfHalves(12), 50);
    solveLinear(knapsackOfHalves(3));
    expect([library.Tableau.prototype.pivot, library.Tableau.prototype.simplex]).toEqual([pivot, simplex]);
    expect(library.lastSolvedModel).toBeNull();
  });

  it('refuses any answer that breaks a bound, a row or the wholeness of a variable', () => {
    const real = library.Solve;
    try {
      library.Solve = () => ({ feasible: true, bounded: true, result: 1, a: 0.5 });
      const whole: LinearProgram = { variables: [{ name: 'a', cost: 2, whole: true }], rows: [] };
      expect(solveLinear(whole)).toEqual({ kind: 'gave-up', reason: 'a is fractional' });
      const capped: LinearProgram = { variables: [{ name: 'a', cost: 2, atMost: 0.4 }], rows: [] };
      expect(solveLinear(capped)).toEqual({ kind: 'gave-up', reason: 'a = 0.5 is out of bounds' });
      const bound = (row: object): LinearProgram => ({
        variables: [{ name: 'a', cost: 2 }],
        rows: [{ terms: [term('a', 2)], ...row }],
      });
      expect(solveLinear(bound({ atMost: 0.9 }))).toEqual({ kind: 'gave-up', reason: 'row 0 is broken' });
      expect(solveLinear(bound({ atLeast: 1.1 }))).toEqual({ kind: 'gave-up', reason: 'row 0 is broken' });
      expect(solveLinear(bound({ atLeast: 1, atMost: 1 }))).toMatchObject({ kind: 'solved', objective: 1 });
      library.Solve = () => ({ feasible: true, bounded: true, result: 1, a: Number.NaN });
      expect(solveLinear(bound({}))).toEqual({ kind: 'gave-up', reason: 'a has no value' });
      library.Solve = () => ({ feasible: true, bounded: true, result: 1, a: -0.5 });
      expect(solveLinear(bound({}))).toEqual({ kind: 'gave-up', reason: 'a = -0.5 is out of bounds' });
      library.Solve = () => {
        throw new Error('broken inside');
      };
      expect(() => solveLinear(bound({}))).toThrow('broken inside');
    } finally {
      library.Solve = real;
    }
  });
});

/** Maximises one half-filled knapsack: 2·Σx = an odd number cannot be met, which branching only learns at the end. */
function knapsackOfHalves(size: number): LinearProgram {
  const names = Array.from({ length: size }, (_, at) => `x${at}`);
  return {
    variables: names.map((name) => ({ name, cost: -1, whole: true, atMost: 1 })),
    rows: [
      { terms: names.map((name) => term(name, 2)), atLeast: size - 0.5, atMost: size + 0.5 - (size % 2) },
    ],
  };
}
