import {
  allocateLedger,
  CheckError,
  type LedgerAnswer,
  type LedgerClaim,
  type LedgerProblem,
} from '../../src/solver';
import { checkLedger } from '../../src/solver/checks/checkLedger';
import { remainder } from '../../src/solver/numbers';
import { chanceOf, ODD_DAYS } from './seeded';
import { sharesOf, smallLedger } from './smallLedgers';

const order = { rank: 'order', intent: 1_000, target: 1_000, from: 0, to: 1 } as const;
const A: LedgerClaim = { ...order, id: 'A' };
const B: LedgerClaim = { ...order, id: 'B' };
const SLICES = [
  { id: 'S0', price: 10, executedShares: 20 },
  { id: 'S1', price: 10, executedShares: 40 },
];
const ledger = (...claims: LedgerClaim[]): LedgerProblem => ({ slices: SLICES, claims });

/** An answer that gives these shares by slice, with everything else as it follows from them. */
function given(problem: LedgerProblem, rows: Readonly<Record<string, readonly number[]>>): LedgerAnswer {
  const claims = problem.claims.map(({ id, target }) => {
    const counts = rows[id] ?? [];
    const slices = problem.slices.flatMap((slice, at) =>
      (counts[at] ?? 0) === 0 ? [] : [{ slice: slice.id, shares: counts[at] ?? 0 }],
    );
    const shares = counts.reduce((sum, count) => sum + count, 0);
    const residual = problem.slices.reduce(
      (open, { price }, at) => ((counts[at] ?? 0) === 0 ? open : remainder(open, price, counts[at] ?? 0)),
      target,
    );
    return { id, shares, slices, money: target - residual, residual };
  });
  const unplaced = problem.slices.flatMap(({ id }, at) => {
    const shares = rows.unplaced?.[at] ?? 0;
    return shares === 0 ? [] : [{ slice: id, shares }];
  });
  return { claims, unplaced, overAllocated: 0, objective: 0, lowerBound: 0, gap: 0 };
}

describe('the check of a ledger', () => {
  it('accepts the right answer', () => {
    const problem = ledger(A, B);
    const { objective } = checkLedger(problem, given(problem, { A: [10, 20], B: [10, 20] }), []);
    expect(objective).toBe(2 * (700 ** 2 / 1_000));
  });

  const kept = (shares: number) => ({ to: 0, kept: [{ slice: 'S0', shares }] });
  it.each<[string, LedgerProblem, Readonly<Record<string, readonly number[]>>, string]>([
    ['a share too few', ledger(A, B), { A: [10, 20], B: [9, 20] }, '19 shares of S0 instead of 20'],
    ['part of a share', ledger(A, B), { A: [9.5, 20], B: [10.5, 20] }, 'A would get 9.5'],
    ['less than nothing', ledger(A, B), { A: [-1, 20], B: [21, 20] }, 'A would get -1'],
    [
      'shares before the beginning',
      ledger(A, { ...B, from: 1 }),
      { A: [19, 20], B: [1, 20] },
      'not in force',
    ],
    ['shares above a cap', ledger({ ...A, maxShares: 29 }, B), { A: [10, 20], B: [10, 20] }, 'more than 29'],
    ['a worse split', ledger(A, B), { A: [11, 20], B: [9, 20] }, 'better placed with another claim'],
    [
      'a worse split later on',
      ledger(A, B),
      { A: [10, 21], B: [10, 19] },
      'better placed with another claim',
    ],
    [
      'less than what is kept',
      ledger({ ...A, ...kept(7) }, B),
      { A: [6, 0], B: [14, 40] },
      'lose what it kept',
    ],
    ['more than what is kept', ledger({ ...A, ...kept(7) }, B), { A: [8, 0], B: [12, 40] }, 'has ended'],
    [
      'a bust not borne pro rata',
      ledger({ ...A, ...kept(20) }, { ...B, ...kept(20) }, { ...A, id: 'C' }),
      { A: [11, 0], B: [9, 0], C: [0, 40] },
      'not reduced pro rata',
    ],
    [
      'a bust borne by one that had nothing of it',
      ledger({ ...A, ...kept(21) }, B),
      { A: [19, 0], B: [1, 40] },
      'would get more of S0 than it kept',
    ],
    [
      'a give-back before an order',
      ledger(A, { ...B, rank: 'give-back' }),
      { A: [19, 40], B: [1, 0] },
      'before an order has its due',
    ],
    [
      'an order beyond its target before a give-back has its own',
      ledger({ ...A, target: 100 }, { ...B, rank: 'give-back' }),
      { A: [11, 0], B: [9, 40] },
      'beyond its target before others have theirs',
    ],
    [
      'a worse split among orders that give-backs wait for',
      ledger(A, B, { ...A, id: 'G', rank: 'give-back' }),
      { A: [12, 20], B: [8, 20] },
      'better placed with another claim',
    ],
    [
      'a worse split among give-backs',
      ledger({ ...A, target: 0 }, { ...A, id: 'G', rank: 'give-back' }, { ...A, id: 'H', rank: 'give-back' }),
      { G: [12, 20], H: [8, 20] },
      'better placed with another claim',
    ],
    [
      'a worse split of the excess',
      ledger({ ...A, target: 50 }, { ...A, id: 'G', rank: 'give-back', target: 50 }),
      { A: [11, 20], G: [9, 20] },
      'better placed with another claim',
    ],
    [
      'shares unplaced early that an ended claim got later',
      {
        slices: SLICES,
        claims: [
          {
            ...A,
            maxShares: 40,
            kept: [
              { slice: 'S0', shares: 18 },
              { slice: 'S1', shares: 20 },
            ],
          },
        ],
      },
      { A: [18, 22], unplaced: [2, 18] },
      'shares of S0 would stay unplaced',
    ],
    [
      'shares without need unplaced',
      ledger({ ...A, maxShares: 50 }),
      { A: [19, 30], unplaced: [1, 10] },
      'would stay unplaced',
    ],
    [
      'shares unplaced that an ended claim could hold',
      ledger({ ...A, ...kept(7) }),
      { A: [7, 0], unplaced: [13, 40] },
      'would stay unplaced',
    ],
    [
      'an ended claim above its cap',
      ledger({ ...A, ...kept(7), maxShares: 8 }),
      { A: [20, 0], unplaced: [0, 40] },
      'more than 8 shares',
    ],
  ])('refuses %s', (_, problem, rows, complaint) => {
    const check = () => checkLedger(problem, given(problem, rows), []);
    expect(check).toThrow(CheckError);
    expect(check).toThrow(complaint);
  });

  it('refuses rows that do not add up, figures that do not follow, and other claims than were asked about', () => {
    const problem = ledger(A, B);
    const right = given(problem, { A: [10, 20], B: [10, 20] });
    const [first, second] = right.claims;
    if (!first || !second) throw new Error('two rows');
    const refuse = (claims: LedgerAnswer['claims']) =>
      expect(() => checkLedger(problem, { ...right, claims }, []));
    refuse([{ ...first, shares: 31 }, second]).toThrow('A holds 30 shares, not 31');
    refuse([{ ...first, residual: 1 }, second]).toThrow('A has 700 BRL open');
    refuse([first, { ...second, id: 'C' }]).toThrow(CheckError);
    refuse([first]).toThrow('not those that were asked about');
    refuse([first, first, second]).toThrow('not those that were asked about');
  });

  it('refuses any share moved from one claim to another where that is worse', () => {
    const chance = chanceOf(71);
    let refused = 0;
    while (refused < ODD_DAYS) {
      const problem = smallLedger(chance, { slices: 2, claims: 3, shares: 30, caps: 0.2, giveBacks: 0.3 });
      const answer = allocateLedger(problem);
      const counts = new Map(
        problem.claims.map(({ id }) => [id, problem.slices.map((slice) => sharesOf(answer, id, slice.id))]),
      );
      const [from, to, at] = [`CLAIM ${chance.whole(3)}`, `CLAIM ${chance.whole(3)}`, chance.whole(2)];
      const [giver, taker] = [counts.get(from) ?? [], counts.get(to) ?? []];
      if (from === to || (giver[at] ?? 0) < 2) continue;
      giver[at] = (giver[at] ?? 0) - 2;
      taker[at] = (taker[at] ?? 0) + 2;
      const rows = { ...Object.fromEntries(counts), unplaced: unplacedOf(problem, answer) };
      expect(() => checkLedger(problem, given(problem, rows), [])).toThrow(CheckError);
      refused++;
    }
  });

  it('takes any levels for hints, since every one of them bounds', () => {
    const problem = smallLedger(chanceOf(72), { slices: 3, claims: 3, shares: 30 });
    const answer = allocateLedger(problem);
    const bound = (level: number) =>
      checkLedger(problem, answer, [{ rank: 'order', levels: [[level, -level, 2 * level]] }]).lowerBound;
    for (const level of [-1, 0, 0.1, 3]) expect(bound(level)).toBeLessThanOrEqual(answer.objective);
    expect(bound(3)).toBeLessThan(answer.lowerBound);
  });
});

const unplacedOf = (problem: LedgerProblem, { unplaced }: LedgerAnswer): number[] =>
  problem.slices.map(({ id }) => unplaced.find(({ slice }) => slice === id)?.shares ?? 0);
