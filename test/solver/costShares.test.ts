import type { CostProblem } from '../../src/solver';
import { bookOf, type CostBook, costOf } from '../../src/solver/money/costBook';
import { placeShares } from '../../src/solver/money/costShares';
import { chanceOf, QUICK_DAYS } from './seeded';
import { total } from './smallMarkets';

const ETF = {
  ...{ id: 'ETF', side: 'BUY' as const, price: 10, unitValue: 100, sharesPerUnit: 10, executedShares: 0 },
  ...{ feePerRequest: 0, primaryBps: 0, halfSpreadBps: 0, residualPenalty: 1 },
};

const costOfAll = (book: CostBook, shares: readonly number[], units: readonly number[]): number =>
  total(book.slots.map((slot, at) => costOf(slot, shares[at] ?? 0, units[at] ?? 0)));

/** The least cost over every way to place so many whole shares; Infinity when they do not fit. */
function leastPlaced(book: CostBook, units: readonly number[]): number {
  const rooms = book.slots.map(({ fund, shareCap, asset }, at) => {
    const left = (book.funds[fund]?.cash ?? Infinity) - asset.unitValue * (units[at] ?? 0);
    return left < 0 ? -1 : Math.min(shareCap, Math.floor(left / asset.price));
  });
  let best = Infinity;
  const visit = (at: number, left: number, shares: number[]): void => {
    if (at === rooms.length) {
      if (left === 0) best = Math.min(best, costOfAll(book, shares, units));
      return;
    }
    for (let count = 0; count <= Math.min(rooms[at] ?? 0, left); count++)
      visit(at + 1, left - count, [...shares, count]);
  };
  visit(0, book.assets[0]?.executedShares ?? 0, []);
  return best;
}

describe('whole shares of one ETF', () => {
  it('go within targets, then across those they reach furthest into, then beyond, as cheaply as can be', () => {
    const chance = chanceOf(161);
    let [within, across, beyond, refused] = [0, 0, 0, 0];
    for (let day = 0; day < 2 * QUICK_DAYS; day++) {
      const funds = Array.from({ length: 1 + chance.whole(4) }, (_, at) => ({
        id: `FUND ${at}`,
        ...(chance.is(0.2) ? { cash: chance.whole(90) } : {}),
        positions: [
          {
            asset: 'ETF',
            target: chance.whole(60) - 10,
            ...(chance.is(0.2) ? { maxShares: chance.whole(4) } : {}),
          },
        ],
      }));
      const book = bookOf({ assets: [{ ...ETF, executedShares: chance.whole(12) }], funds });
      const units = book.slots.map(({ unitCap }) => (chance.is(0.1) ? Math.min(1, unitCap) : 0));
      const shares = placeShares(
        book,
        units,
        units.map(() => 0),
      );
      const least = leastPlaced(book, units);
      expect(shares === undefined).toBe(least === Infinity);
      if (!shares) {
        refused++;
        continue;
      }
      expect(total(shares)).toBe(book.assets[0]?.executedShares);
      expect(costOfAll(book, shares, units)).toBeCloseTo(least, 9);
      const open = book.slots.map(
        ({ target }, at) => target - 10 * (shares[at] ?? 0) - 100 * (units[at] ?? 0),
      );
      if (open.every((money) => money >= 0)) within++;
      else if (open.every((money) => money > -10)) across++;
      else beyond++;
    }
    expect(Math.min(within, across, beyond, refused)).toBeGreaterThan(0.05 * QUICK_DAYS);
  });

  it('across their targets go to those with most of one left, the larger of equals', () => {
    const place = (executedShares: number, ...targets: number[]) => {
      const funds = targets.map((target, at) => ({ id: `F${at}`, positions: [{ asset: 'ETF', target }] }));
      const book = bookOf({ assets: [{ ...ETF, executedShares }], funds });
      return placeShares(
        book,
        targets.map(() => 0),
        targets.map(() => 0),
      );
    };
    expect(place(7, 38, 27, 19)).toEqual([3, 2, 2]);
    expect(place(7, 37, 28, 19)).toEqual([3, 2, 2]);
    expect(place(8, 37, 28, 19)).toEqual([3, 3, 2]);
    expect(place(9, 37, 28, 19)).toEqual([4, 3, 2]);
    expect(place(7, 38, 28, 18)).toEqual([4, 2, 1]);
    expect(place(6, 30, 20, 10)).toEqual([3, 2, 1]);
    expect(place(12, 30, 20, 10)).toEqual([6, 4, 2]);
  });
});

describe('whole shares of several ETFs', () => {
  const positions = ['ONE', 'TWO'].map((asset) => ({ asset, target: 200 }));
  const bookWith = (one: number, two: number, cash: readonly number[]): CostBook => {
    const problem: CostProblem = {
      assets: [
        { ...ETF, id: 'ONE', executedShares: one },
        { ...ETF, id: 'TWO', executedShares: two },
      ],
      funds: cash.map((own, at) => ({ id: `F${at}`, cash: own, positions })),
    };
    return bookOf(problem);
  };

  it('leave the cash that is planned for another', () => {
    const book = bookWith(10, 10, [100, 100]);
    const nothing = [0, 0, 0, 0];
    expect(placeShares(book, nothing, [10, 0, 0, 10])).toEqual([10, 0, 0, 10]);
    expect(placeShares(book, nothing, [0, 10, 10, 0])).toEqual([0, 10, 10, 0]);
    expect(placeShares(book, nothing, nothing)).toEqual([5, 5, 5, 5]);
  });

  it('start with the one of which too much is planned, whose cash the others need', () => {
    const nothing = [0, 0];
    expect(placeShares(bookWith(4, 6, [100]), nothing, [0, 10])).toEqual([4, 6]);
    expect(placeShares(bookWith(6, 4, [100]), nothing, [10, 0])).toEqual([6, 4]);
    expect(placeShares(bookWith(1, 9, [100]), nothing, [3, 7])).toEqual([1, 9]);
  });

  it('do not fit beside units that take the cash', () => {
    const book = bookWith(4, 4, [179]);
    expect(placeShares(book, [1, 0], [0, 0])).toBeUndefined();
    expect(placeShares(book, [2, 0], [0, 0])).toBeUndefined();
    expect(placeShares(bookWith(4, 4, [180]), [1, 0], [0, 0])).toEqual([4, 4]);
    expect(placeShares(bookWith(4, 4, [180]), [0, 1], [0, 0])).toEqual([4, 4]);
  });
});
