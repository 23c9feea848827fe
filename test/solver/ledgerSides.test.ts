import { allocateLedger, type LedgerAnswer, type LedgerClaim, settleTogether } from '../../src/solver';
import { type Chance, chanceOf, ODD_DAYS } from './seeded';

interface Fund {
  readonly id: string;
  readonly side: 0 | 1;
  readonly intent: number;
  readonly from: number;
  /** What it was told to give back on the other side, and since when. */
  readonly back: number;
  readonly backFrom: number;
}

/** An ETF whose funds buy and sell and give back on the other side, through one to four slices. */
function etf(chance: Chance) {
  const count = 1 + chance.whole(4);
  const funds = Array.from({ length: 2 + chance.whole(8) }, (_, at): Fund => {
    const intent = 1e4 * Math.exp(5 * chance.real());
    const back = chance.is(0.6) ? intent * 0.3 * chance.real() : 0;
    const [from, backFrom] = [chance.whole(count), chance.whole(count)];
    return { id: `FUND ${at}`, side: chance.is(0.5) ? 0 : 1, intent, from, back, backFrom };
  });
  const sides = ([0, 1] as const).map((side) => {
    const wanted = funds.reduce((sum, fund) => sum + (fund.side === side ? fund.intent : 0), 0);
    return Array.from({ length: count }, (_, at) => ({
      id: `S${at}`,
      price: 60 + chance.real(),
      executedShares: Math.floor(((wanted / 60 / count) * 3 + 100) * chance.real()),
    }));
  });
  /** Both sides, each fund's own credited with what it gave back so far. */
  const split = (given: readonly number[]): LedgerAnswer[] =>
    sides.map((slices, side) => {
      const to = slices.length - 1;
      const claims = funds.flatMap(({ id, intent, from, back, backFrom, ...fund }, at): LedgerClaim[] => {
        if (fund.side === side)
          return [{ id, rank: 'order', intent, target: intent + (given[at] ?? 0), from, to }];
        return back > 0 ? [{ id, rank: 'give-back', intent: back, target: back, from: backFrom, to }] : [];
      });
      return allocateLedger({ slices, claims });
    });
  const givenIn = (answers: readonly LedgerAnswer[]): number[] =>
    funds.map(({ id, side }) => answers[1 - side]?.claims.find((row) => row.id === id)?.money ?? 0);
  return { funds, split, givenIn };
}

describe('the two sides of an ETF', () => {
  it('come to rest with every fund credited for exactly what it gave back', () => {
    const chance = chanceOf(101);
    let several = 0;
    for (let day = 0; day < ODD_DAYS; day++) {
      const { funds, split, givenIn } = etf(chance);
      const { state, rounds, isSettled } = settleTogether<readonly number[]>(
        funds.map(() => 0),
        (given) => givenIn(split(given)),
        (given) => given.join(),
      );
      expect(isSettled).toBe(true);
      expect(givenIn(split(state))).toEqual(state);
      if (rounds > 1) several++;
    }
    expect(several).toBeGreaterThan(ODD_DAYS / 4);
  });
});
