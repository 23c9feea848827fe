import {
  allocateLedger,
  allocateLedgerFills,
  InputError,
  type LedgerFillProblem,
  settleTogether,
} from '../../src/solver';
import { chanceOf, ODD_DAYS } from './seeded';
import { smallLedger } from './smallLedgers';

describe('the fills of a ledger', () => {
  it('are used up slice by slice: every fill, every claim, and what is unplaced', () => {
    const chance = chanceOf(61);
    for (let day = 0; day < ODD_DAYS; day++) {
      const problem = smallLedger(chance, { slices: 3, claims: 4, shares: 60, caps: 0.5, giveBacks: 0.3 });
      const answer = allocateLedger(problem);
      const slices = problem.slices.map(({ id, executedShares }) => ({
        id,
        fills: Array.from({ length: executedShares > 0 ? 3 : 0 }, (_, nth) => ({
          id: `${id}/${nth}`,
          price: 10 + chance.whole(40) / 100,
          quantity:
            nth < 2 ? Math.floor(executedShares / 3) : executedShares - 2 * Math.floor(executedShares / 3),
        })),
      }));
      const { lines, claims, worstDeviation, lowerBound } = allocateLedgerFills({ ...answer, slices });
      const count = (matches: (line: (typeof lines)[number]) => boolean): number =>
        lines.filter(matches).reduce((sum, { shares }) => sum + shares, 0);
      for (const { id, fills } of slices) {
        for (const fill of fills)
          expect(count((line) => line.fillId === fill.id && line.slice === id)).toBe(fill.quantity);
        expect(count(({ claimId, slice }) => claimId === null && slice === id)).toBe(
          answer.unplaced.find(({ slice }) => slice === id)?.shares ?? 0,
        );
      }
      expect(claims.map(({ id }) => id)).toEqual(answer.claims.map(({ id }) => id));
      for (const [at, row] of claims.entries()) {
        const own = answer.claims[at]?.slices ?? [];
        expect(row.slices.map(({ slice, shares }) => ({ slice, shares }))).toEqual(own);
        for (const { slice, shares } of own)
          expect(count((line) => line.claimId === row.id && line.slice === slice)).toBe(shares);
        expect(row.deviation).toBeCloseTo(
          row.slices.reduce((sum, { deviation }) => sum + deviation, 0),
          9,
        );
        for (const { deviation } of row.slices)
          expect(Math.abs(deviation)).toBeLessThanOrEqual(worstDeviation);
      }
      expect(lowerBound).toBeLessThanOrEqual(worstDeviation);
    }
  });

  it('are measured against the average of their own slice', () => {
    const { claims } = allocateLedgerFills({
      slices: [
        {
          id: 'morning',
          fills: [
            { id: '1', price: 10, quantity: 2 },
            { id: '2', price: 12, quantity: 2 },
          ],
        },
        { id: 'noon', fills: [{ id: '3', price: 20, quantity: 3 }] },
      ],
      claims: [
        {
          id: 'A',
          slices: [
            { slice: 'morning', shares: 2 },
            { slice: 'noon', shares: 3 },
          ],
        },
        { id: 'B', slices: [{ slice: 'morning', shares: 2 }] },
      ],
    });
    expect(claims).toEqual([
      {
        id: 'A',
        deviation: 0,
        slices: [
          { slice: 'morning', shares: 2, averagePrice: 11, deviation: 0 },
          { slice: 'noon', shares: 3, averagePrice: 20, deviation: 0 },
        ],
      },
      { id: 'B', deviation: 0, slices: [{ slice: 'morning', shares: 2, averagePrice: 11, deviation: 0 }] },
    ]);
  });

  it('may go to a claim with any name, even that of what nobody takes', () => {
    const slices = [{ id: 'day', fills: [{ id: '1', price: 10, quantity: 3 }] }];
    const unplaced = [{ slice: 'day', shares: 1 }];
    const claims = [{ id: '~', slices: [{ slice: 'day', shares: 2 }] }];
    const { lines } = allocateLedgerFills({ prefer: 'few-lines', slices, claims, unplaced });
    expect(lines.map(({ claimId, shares }) => [claimId, shares])).toEqual([
      ['~', 2],
      [null, 1],
    ]);
  });

  const FILLS: LedgerFillProblem = {
    slices: [{ id: 'day', fills: [{ id: '1', price: 10, quantity: 3 }] }],
    claims: [{ id: 'A', slices: [{ slice: 'day', shares: 3 }] }],
  };
  const claimsOf = (...slices: { slice: string; shares: number }[]) => [{ id: 'A', slices }];
  it.each<[string, LedgerFillProblem]>([
    ['slices', { ...FILLS, slices: [] }],
    ['slices[0].fills', { ...FILLS, claims: claimsOf({ slice: 'day', shares: 2 }) }],
    ['slices[0].fills', { ...FILLS, unplaced: [{ slice: 'day', shares: 1 }] }],
    ['claims[0].slices[0].slice', { ...FILLS, claims: claimsOf({ slice: 'night', shares: 3 }) }],
    ['claims[0].slices[0].shares', { ...FILLS, claims: claimsOf({ slice: 'day', shares: -3 }) }],
    ['unplaced[0].slice', { ...FILLS, unplaced: [{ slice: 'night', shares: 1 }] }],
    [
      'claims[0].slices[1].slice',
      { ...FILLS, claims: claimsOf({ slice: 'day', shares: 2 }, { slice: 'day', shares: 1 }) },
    ],
    ['claims[1].id', { ...FILLS, claims: [...FILLS.claims, ...FILLS.claims] }],
    [
      'slices[1].fills[0].id',
      { ...FILLS, slices: [...FILLS.slices, { id: 'eve', fills: [{ id: '1', price: 10, quantity: 0 }] }] },
    ],
    [
      'slices[0].fills[0].quantity',
      { ...FILLS, slices: [{ id: 'day', fills: [{ id: '1', price: 10, quantity: 2.5 }] }] },
    ],
  ])('are refused with the field named: %s', (field, problem) => {
    expect(() => allocateLedgerFills(problem)).toThrow(InputError);
    expect(() => allocateLedgerFills(problem)).toThrow(`${field}: `);
  });
});

describe('questions that depend on each other', () => {
  const key = (value: number): string => `${value}`.padStart(3, '0');

  it('are asked again until the answer stands', () => {
    const settled = settleTogether<number>(100, (value) => Math.ceil((value + 10) / 2), key);
    expect(settled).toEqual({ state: 11, rounds: 8, isSettled: true });
  });

  it('take the same answer of a share handed to and fro, wherever the cycle was entered', () => {
    const next = (value: number): number => (value >= 12 ? 10 : value + 1);
    for (const first of [3, 10, 11, 12]) {
      expect(settleTogether(first, next, key)).toMatchObject({ state: 10, isSettled: false });
    }
  });

  it('stop after so many rounds, and say so', () => {
    expect(settleTogether<number>(0, (value) => value + 1, key, 5)).toEqual({
      state: 0,
      rounds: 5,
      isSettled: false,
    });
  });
});
