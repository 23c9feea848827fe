import {
  allocateLedger,
  allocateShares,
  type LedgerAnswer,
  type LedgerClaim,
  type LedgerProblem,
} from '../../src/solver';
import { chanceOf, MANY_DAYS } from './seeded';
import { smallShareDay } from './smallDays';
import { sharesOf } from './smallLedgers';

const order = { rank: 'order', intent: 10_000, target: 10_000, from: 0, to: 1 } as const;
const back = { rank: 'give-back', intent: 2_000, target: 2_000, from: 0, to: 1 } as const;
const SLICES = [
  { id: 'morning', price: 10, executedShares: 600 },
  { id: 'noon', price: 10, executedShares: 700 },
];

describe('one slice', () => {
  it(`gives what allocateShares gives, to the share and to the last bit, on ${MANY_DAYS} days`, () => {
    const chance = chanceOf(31);
    for (let day = 0; day < MANY_DAYS; ) {
      const { shareLot: _, ...problem } = smallShareDay(chance);
      const room = problem.funds.reduce((sum, { maxShares = Infinity }) => sum + maxShares, 0);
      if (room < problem.executedShares) continue;
      day++;
      const today = allocateShares(problem);
      const ledger = allocateLedger(oneSlice(problem));
      expect(ledger.claims.map(({ id, shares, residual }) => ({ id, shares, residual }))).toEqual(
        today.funds,
      );
      const { objective, lowerBound, gap, overAllocated } = today;
      expect(ledger).toMatchObject({ objective, lowerBound, gap, overAllocated, unplaced: [] });
    }
  });
});

describe('exact ties', () => {
  it('go to the claim that asked for more, then by id', () => {
    const first = (...claims: readonly [id: string, intent: number, target: number][]) =>
      allocateLedger({
        slices: [{ id: 'day', price: 10, executedShares: 1 }],
        claims: claims.map(([id, intent, target]) => ({ id, intent, target, rank: 'order', from: 0, to: 0 })),
      }).claims.find(({ shares }) => shares === 1)?.id;
    expect(first(['A', 100, 105], ['B', 200, 205])).toBe('B');
    expect(first(['B', 100, 105], ['A', 200, 205])).toBe('A');
    expect(first(['B', 100, 105], ['A', 100, 105])).toBe('A');
  });
});

describe('an order that begins later', () => {
  const claims = [
    { ...order, id: 'A' },
    { ...order, id: 'B', from: 1 },
  ];

  it('gets none of the earlier fills, and is served before those who have had theirs', () => {
    const answer = allocateLedger({ slices: SLICES, claims });
    expect(table(answer, ['A', 'B'])).toEqual([
      [600, 50],
      [0, 650],
    ]);
  });

  it('pays the later price', () => {
    const slices = [
      SLICES[0] ?? { id: '', price: 1, executedShares: 0 },
      { id: 'noon', price: 20, executedShares: 100 },
    ];
    const [, late] = allocateLedger({ slices, claims }).claims;
    expect(late).toMatchObject({ money: 2_000, residual: 8_000 });
  });

  it('is a claim of its own when a fund raises its order', () => {
    const raised = allocateLedger({
      slices: SLICES,
      claims: [
        { ...order, id: 'A' },
        { ...order, id: 'B' },
        { ...order, id: 'A raised', intent: 5_000, target: 5_000, from: 1 },
      ],
    });
    expect(table(raised, ['A', 'B', 'A raised'])).toEqual([
      [300, 220],
      [300, 220],
      [0, 260],
    ]);
  });
});

describe('a claim that has ended', () => {
  const ended = (kept: number) => ({ ...order, id: 'A', kept: [{ slice: 'morning', shares: kept }], to: 0 });
  const other = { ...order, id: 'B' };

  it('keeps what it had, and nothing flows back or comes in', () => {
    const answer = allocateLedger({ slices: SLICES, claims: [ended(137), other] });
    expect(table(answer, ['A', 'B'])).toEqual([
      [137, 0],
      [463, 700],
    ]);
  });

  it('gives pro rata with the others that keep when a bust leaves fewer shares than are kept', () => {
    const claims = [
      { ...order, id: 'A', to: 0, kept: [{ slice: 'morning', shares: 450 }] },
      { ...order, id: 'B', to: 0, kept: [{ slice: 'morning', shares: 300 }] },
      { ...order, id: 'C' },
    ];
    const answer = allocateLedger({ slices: SLICES, claims });
    expect(table(answer, ['A', 'B', 'C'])).toEqual([
      [360, 0],
      [240, 0],
      [0, 700],
    ]);
  });

  it('takes what was traded for it and reported late, where nobody else was in force', () => {
    const answer = allocateLedger({ slices: SLICES, claims: [ended(500), { ...other, from: 1 }] });
    expect(sharesOf(answer, 'A', 'morning')).toBe(600);
    expect(answer.unplaced).toEqual([]);
  });

  it('has as much of that whatever it keeps of later slices', () => {
    const claim = (id: string, intent: number, kept: readonly [number, number]): LedgerClaim => ({
      ...{ ...order, id, intent, target: 10 * (kept[0] + kept[1]) },
      kept: SLICES.map(({ id: slice }, at) => ({ slice, shares: kept[at] ?? 0 })).filter(
        ({ shares }) => shares > 0,
      ),
    });
    const lateOf = (noon: number): readonly number[] =>
      allocateLedger({
        slices: SLICES.map((slice, at) => (at === 1 ? { ...slice, executedShares: noon } : slice)),
        claims: [claim('A', 3_000, [300, noon]), claim('B', 1_000, [100, 0])],
      }).claims.map(({ slices }) => slices[0]?.shares ?? 0);
    // 200 of the morning's 600 are late: three to one.
    expect(lateOf(0)).toEqual([450, 150]);
    expect(lateOf(700)).toEqual([450, 150]);
  });

  it('shares that with others who had ended too, pro rata to what they asked for', () => {
    const ended = (id: string, intent: number, shares: number): LedgerClaim => ({
      ...order,
      id,
      intent,
      target: shares * 10,
      to: 0,
      kept: [{ slice: 'morning', shares }],
    });
    const claims = [ended('A', 3_000, 100), ended('B', 1_000, 420), { ...order, id: 'C', maxShares: 0 }];
    const answer = allocateLedger({ slices: SLICES, claims });
    expect(table(answer, ['A', 'B', 'C']).map(([morning]) => morning)).toEqual([160, 440, 0]);
  });

  it('keeps what its slices gave even when nobody says what that was', () => {
    const claims = [{ ...order, id: 'A', to: 0 }, other];
    const then = allocateLedger({
      slices: SLICES.slice(0, 1),
      claims: claims.map((own) => ({ ...own, to: 0 })),
    });
    const now = allocateLedger({ slices: SLICES, claims });
    expect(sharesOf(now, 'A', 'morning')).toBe(sharesOf(then, 'A', 'morning'));
  });

  it('keeps what was traded even where its cap has fallen below that', () => {
    const answer = allocateLedger({ slices: SLICES, claims: [{ ...ended(500), maxShares: 100 }, other] });
    expect(sharesOf(answer, 'A', 'morning')).toBe(500);
  });
});

describe('a give-back', () => {
  it('gets only what orders in force leave', () => {
    const claims = [
      { ...order, id: 'A', target: 5_000 },
      { ...back, id: 'G' },
    ];
    const answer = allocateLedger({ slices: SLICES, claims });
    expect(sharesOf(answer, 'A', 'morning')).toBe(500);
    expect(sharesOf(answer, 'G', 'morning')).toBe(100);
  });

  it('gets nothing of a slice that orders can take whole, and all of one before they began', () => {
    const claims = [
      { ...order, id: 'A', from: 1 },
      { ...back, id: 'G', target: 9_000 },
    ];
    const answer = allocateLedger({ slices: SLICES, claims });
    expect(table(answer, ['A', 'G'])).toEqual([
      [0, 700],
      [600, 0],
    ]);
  });

  it('gets the share that would put an order as far beyond its target as it is short without', () => {
    for (const [target, shares] of [
      [15, [1, 1]],
      [15.01, [2, 0]],
      [14.99, [1, 1]],
    ] as const) {
      const answer = allocateLedger({
        slices: [{ id: 'day', price: 10, executedShares: 2 }],
        claims: [
          { ...order, id: 'A', target, to: 0 },
          { ...back, id: 'G', target: 10, to: 0 },
        ],
      });
      expect(answer.claims.map((row) => row.shares)).toEqual(shares);
    }
  });

  it('shares with the others what is left, by the same measure', () => {
    const claims = [
      { ...order, id: 'A', target: 3_000 },
      { ...back, id: 'G', target: 4_000, intent: 4_000 },
      { ...back, id: 'H', target: 2_000 },
    ];
    const answer = allocateLedger({
      slices: SLICES.slice(0, 1),
      claims: claims.map((own) => ({ ...own, to: 0 })),
    });
    expect(answer.claims.map(({ shares }) => shares)).toEqual([300, 200, 100]);
  });

  it('shares the excess with the orders pro rata to what each asked for, whatever the weighting', () => {
    for (const weighting of ['equal-bps', 'squared-relative'] as const) {
      const answer = allocateLedger({
        weighting,
        slices: [{ id: 'day', price: 1, executedShares: 800 }],
        claims: [
          { id: 'A', rank: 'order', intent: 3_000, target: 300, from: 0, to: 0 },
          { id: 'G', rank: 'give-back', intent: 1_000, target: 100, from: 0, to: 0 },
        ],
      });
      expect(answer.claims.map(({ shares }) => shares)).toEqual([600, 200]);
      expect(answer.overAllocated).toBe(400);
    }
  });
});

describe('shares that nobody in force may take', () => {
  it('stay unplaced, slice by slice, and only those', () => {
    const claims = [
      { ...order, id: 'A', maxShares: 250, to: 0 },
      { ...back, id: 'G', maxShares: 100, to: 0 },
    ];
    const answer = allocateLedger({ slices: SLICES, claims });
    expect(answer.unplaced).toEqual([
      { slice: 'morning', shares: 250 },
      { slice: 'noon', shares: 700 },
    ]);
    expect(answer.claims.map(({ shares }) => shares)).toEqual([250, 100]);
  });

  it('are all of them when there is no claim at all', () => {
    const answer = allocateLedger({ slices: SLICES, claims: [] });
    expect(answer.unplaced.map(({ shares }) => shares)).toEqual([600, 700]);
    expect(answer).toMatchObject({ claims: [], objective: 0, lowerBound: 0, gap: 0 });
  });
});

const table = (answer: LedgerAnswer, ids: readonly string[]): number[][] =>
  ids.map((id) => SLICES.map((slice) => sharesOf(answer, id, slice.id)));

function oneSlice(problem: ReturnType<typeof smallShareDay>): LedgerProblem {
  const { price, executedShares, funds, weighting = 'equal-bps' } = problem;
  return {
    weighting,
    slices: [{ id: 'day', price, executedShares }],
    claims: funds.map((fund) => ({ ...fund, rank: 'order', from: 0, to: 0 })),
  };
}
