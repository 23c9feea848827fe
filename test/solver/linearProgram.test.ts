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
    for (const name of ['result', 'feasible', 'bounded', 'isIntegral', 'cost']) {
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

  it('ends within its pivots where the library would go on for ever', () => {
    const endless = knapsackOfHalves(12);
    expect(solveLinear(endless, 300)).toEqual({ kind: 'gave-up', reason: 'no answer within 300 pivots' });
  });

  it('leaves the library as it found it, after an answer and after giving up', () => {
    const { pivot, simplex } = library.Tableau.prototype;
    solveLinear(knapsackOfHalves(12), 50);
    solveLinear(knapsackOfHalves(3));
    expect([library.Tableau.prototype.pivot, library.Tableau.prototype.simplex]).toEqual([pivot, simplex]);
    expect(library.lastSolvedModel).toBeNull();
  });

  it('refuses what the library answers in fractions', () => {
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
