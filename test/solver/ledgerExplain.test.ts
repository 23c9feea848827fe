import {
  allocateLedger,
  allocateShares,
  explainLedger,
  explainShares,
  type LedgerProblem,
} from '../../src/solver';
import { chanceOf, ODD_DAYS } from './seeded';
import { smallShareDay } from './smallDays';

const order = { rank: 'order', intent: 10_000, target: 10_000, from: 0, to: 1 } as const;
const SLICES = [
  { id: 'morning', price: 10, executedShares: 600 },
  { id: 'noon', price: 10, executedShares: 700 },
];

describe('why a claim got what it got', () => {
  it('is with one slice what explainShares says', () => {
    const chance = chanceOf(81);
    for (let day = 0; day < ODD_DAYS; day++) {
      const { shareLot: _, price, executedShares, funds, weighting = 'equal-bps' } = smallShareDay(chance);
      const room = funds.reduce((sum, { maxShares = Infinity }) => sum + maxShares, 0);
      if (executedShares === 0 || room < executedShares) continue;
      const single = { price, executedShares, funds, weighting };
      const problem: LedgerProblem = {
        weighting,
        slices: [{ id: 'day', price, executedShares }],
        claims: funds.map((fund) => ({ ...fund, rank: 'order', from: 0, to: 0 })),
      };
      const reasons = explainLedger(problem, allocateLedger(problem));
      const flat = reasons.map(({ id, slices }) => {
        const { target, proRataShares, oneMore, oneLess, capBinds } = slices[0] ?? {};
        return { id, target, proRataShares, oneMore, oneLess, capBinds };
      });
      expect(flat).toEqual(explainShares(single, allocateShares(single)));
    }
  });

  it('names the slices since it began, what they left open, and the rule', () => {
    const problem: LedgerProblem = {
      slices: SLICES,
      claims: [
        { ...order, id: 'A', target: 5_000 },
        { ...order, id: 'B', from: 1 },
        { ...order, id: 'G', rank: 'give-back', target: 1_000, intent: 1_000 },
      ],
    };
    const [a, b, g] = explainLedger(problem, allocateLedger(problem));
    expect(a?.slices.map(({ slice, shares, rule, target }) => [slice, shares, rule, target])).toEqual([
      ['morning', 500, 'first', 5_000],
      ['noon', 0, 'first', 0],
    ]);
    expect(b?.slices.map(({ slice, shares, rule, target }) => [slice, shares, rule, target])).toEqual([
      ['noon', 700, 'first', 10_000],
    ]);
    expect(g?.slices.map(({ slice, shares, rule }) => [slice, shares, rule])).toEqual([
      ['morning', 100, 'rest'],
      ['noon', 0, 'rest'],
    ]);
    expect(b?.proRataShares).toBeCloseTo((700 * 10_000) / 21_000, 9);
  });

  it('is what it kept, or what was reported late, once it has ended', () => {
    const kept = (shares: number) => ({ ...order, to: 0, kept: [{ slice: 'morning', shares }] });
    const problem: LedgerProblem = {
      slices: SLICES,
      claims: [
        { ...kept(250), id: 'A', maxShares: 250 },
        { ...kept(300), id: 'B' },
      ],
    };
    const [a, b] = explainLedger(problem, allocateLedger(problem));
    expect(a?.slices).toMatchObject([{ shares: 250, rule: 'kept', oneMore: null, proRataShares: 250 }]);
    expect(b?.slices).toMatchObject([{ shares: 350, rule: 'late' }]);
  });

  it('is its cap where it would else have had more, also one that earlier slices filled', () => {
    const problem: LedgerProblem = {
      slices: SLICES,
      claims: [
        { ...order, id: 'A', maxShares: 300 },
        { ...order, id: 'B' },
      ],
    };
    const [a, b] = explainLedger(problem, allocateLedger(problem));
    expect(a?.slices).toMatchObject([
      { shares: 300, capBinds: false },
      { shares: 0, oneMore: null, capBinds: true },
    ]);
    expect(b?.slices).toMatchObject([{ shares: 300 }, { shares: 700, capBinds: false }]);
    expect(b?.slices[1]?.oneMore).toBeCloseTo((10 * (10 - 2 * 0)) / 10_000, 9);
  });

  it('counts a share that lies across the target as asked for', () => {
    const problem: LedgerProblem = {
      slices: [{ id: 'day', price: 10, executedShares: 11 }],
      claims: [{ ...order, id: 'A', target: 101, to: 0 }],
    };
    const rule = (executedShares: number) => {
      const own = { ...problem, slices: [{ id: 'day', price: 10, executedShares }] };
      return explainLedger(own, allocateLedger(own))[0]?.slices[0]?.rule;
    };
    expect([rule(11), rule(12)]).toEqual(['measure', 'beyond']);
  });
});
