import type { CostProblem } from '../../src/solver';
import { solveLinear } from '../../src/solver/linearProgram';
import { type Book, bookOf, costOf, countsCash, totalCost } from '../../src/solver/money/book';
import { realCost, roomWithin } from '../../src/solver/money/corners';
import { ShareFlow } from '../../src/solver/money/shareFlow';
import { wholeShares } from '../../src/solver/money/wholeShares';
import { cashDay } from './costDays';
import { type Chance, chanceOf, FEW_DAYS, QUICK_DAYS } from './seeded';
import { smallCostDay } from './smallDays';
import { total } from './smallMarkets';

const anyUnits = ({ slots }: Book, chance: Chance): number[] =>
  slots.map(({ unitCap }) => (chance.is(0.5) ? 0 : chance.whole(unitCap + 1)));

/** The same as a linear program: money within targets and beyond them by slot, under cash and what was executed. */
function leastByProgram(book: Book, units: readonly number[]): number | undefined {
  const variables: { name: string; cost: number; atMost: number }[] = [];
  const leftTo = (fund: number): number =>
    book.slots.reduce((left, slot, index) => {
      const isOwn = slot.fund === fund && countsCash(book, slot);
      return isOwn ? left - slot.asset.unitValue * (units[index] ?? 0) : left;
    }, book.funds[fund]?.cash ?? Infinity);
  book.slots.forEach((slot, index) => {
    // To one slot no more than its fund's cash holds in whole shares.
    const left = countsCash(book, slot) ? leftTo(slot.fund) : Infinity;
    const { need, room } = roomWithin(slot, units[index] ?? 0, left);
    const { halfSpreadBps, residualPenalty } = slot.asset;
    variables.push({ name: `y${index}`, cost: halfSpreadBps / 1e4 - residualPenalty, atMost: need });
    variables.push({ name: `e${index}`, cost: halfSpreadBps / 1e4 + residualPenalty, atMost: room - need });
  });
  const termsOf = (has: (index: number) => boolean) =>
    book.slots.flatMap((_, index) =>
      has(index) ? ['y', 'e'].map((kind) => ({ variable: `${kind}${index}`, factor: 1 })) : [],
    );
  const answer = solveLinear({
    variables,
    rows: [
      ...book.assets.map(({ price, executedShares }, pool) => ({
        terms: termsOf((index) => book.slots[index]?.pool === pool),
        atLeast: price * executedShares,
        atMost: price * executedShares,
      })),
      ...book.funds.flatMap(({ cash }, fund) => {
        const own = (index: number): boolean => {
          const slot = book.slots[index];
          return slot !== undefined && slot.fund === fund && countsCash(book, slot);
        };
        const paid = total(
          book.slots.map((slot, index) => (own(index) ? slot.asset.unitValue * (units[index] ?? 0) : 0)),
        );
        return cash < Infinity ? [{ terms: termsOf(own), atMost: cash - paid }] : [];
      }),
    ].filter(({ terms }) => terms.length > 0),
  });
  if (answer.kind !== 'solved') return undefined;
  return answer.objective + total(book.slots.map((slot, index) => realCost(slot, units[index] ?? 0, 0)));
}

/** Funds whose cash is that of whole shares of two ETFs and one BRL; what they want leaves open which shares. */
function barelyPaidDay(chance: Chance): CostProblem {
  const prices = [76.31, 42.86];
  const held = Array.from({ length: 8 }, () => prices.map(() => 500 + chance.whole(3_000)));
  const assets = prices.map((price, at) => ({
    ...{ id: `ETF${at}`, side: 'BUY' as const, price, unitValue: price * 20_000, sharesPerUnit: 20_000 },
    ...{ feePerRequest: 0, primaryBps: 0, halfSpreadBps: 0, residualPenalty: 0.01 },
    executedShares: total(held.map((own) => own[at] ?? 0)),
  }));
  const funds = held.map((own, at) => ({
    id: `FUND ${at}`,
    cash: total(own.map((count, etf) => count * (prices[etf] ?? 0))) + 1,
    positions: assets.map(({ id }) => ({ asset: id, target: 500_000, maxUnits: 0 })),
  }));
  return { assets, funds };
}

describe('shares beside given units', () => {
  it('flow to where they cost least, as another solver finds', () => {
    const chance = chanceOf(81);
    let checked = 0;
    for (let day = 0; day < QUICK_DAYS / 2; day++) {
      const book = bookOf(smallCostDay(chance));
      const units = anyUnits(book, chance);
      const cost = new ShareFlow(book, { done: 0 }).settle(units);
      if (cost === undefined) continue;
      const other = leastByProgram(book, units);
      if (other === undefined) continue;
      expect(cost).toBeCloseTo(other, 4);
      checked++;
    }
    expect(checked).toBeGreaterThan(QUICK_DAYS / 8);
  });

  it('cost the same wherever the flow has been before', () => {
    const chance = chanceOf(82);
    for (let day = 0; day < FEW_DAYS / 3; day++) {
      const book = bookOf(cashDay(chance, 8, 3));
      const warm = new ShareFlow(book, { done: 0 });
      for (let step = 0; step < 5; step++) {
        const units = anyUnits(book, chance).map((count) => Math.floor(count / 4));
        const cost = warm.settle(units);
        const fresh = new ShareFlow(book, { done: 0 }).settle(units);
        if (cost === undefined || fresh === undefined) expect(cost).toBe(fresh);
        else expect(Math.abs(cost - fresh)).toBeLessThan(1e-3);
      }
    }
  });

  it('are dealt out whole, all of them, within cash, close to what real shares cost', () => {
    const chance = chanceOf(83);
    for (let day = 0; day < FEW_DAYS / 3; day++) {
      const book = bookOf(cashDay(chance, 10, 3));
      const units = book.slots.map(() => 0);
      const flow = new ShareFlow(book, { done: 0 });
      const least = flow.settle(units) ?? Number.NaN;
      const shares = wholeShares({ book, units, money: flow.money() }, 100, { done: 0 });
      if (!shares) throw new Error('they fit');
      book.assets.forEach(({ executedShares }, pool) => {
        expect(total(shares.filter((_, slot) => book.slots[slot]?.pool === pool))).toBe(executedShares);
      });
      book.funds.forEach(({ cash }, fund) => {
        const paid = book.slots.map((slot, at) =>
          slot.fund === fund ? slot.asset.price * (shares[at] ?? 0) : 0,
        );
        expect(total(paid)).toBeLessThanOrEqual(cash + 1e-6);
      });
      const cost = totalCost(book, shares, units);
      expect(cost).toBeGreaterThanOrEqual(least - 1e-6);
      expect(cost).toBeLessThan(least * (1 + 1e-4));
    }
  });

  it('fit where every fund has a BRL left, by swaps of shares between funds, at no cost', () => {
    const chance = chanceOf(84);
    for (let day = 0; day < FEW_DAYS / 3; day++) {
      const book = bookOf(barelyPaidDay(chance));
      const units = book.slots.map(() => 0);
      const flow = new ShareFlow(book, { done: 0 });
      const least = flow.settle(units) ?? Number.NaN;
      const shares = wholeShares({ book, units, money: flow.money() }, 0, { done: 0 });
      if (!shares) throw new Error(`they fit on day ${day}`);
      book.assets.forEach(({ executedShares }, pool) => {
        expect(total(shares.filter((_, slot) => book.slots[slot]?.pool === pool))).toBe(executedShares);
      });
      book.funds.forEach(({ cash }, fund) => {
        const paid = book.slots.map((slot, at) =>
          slot.fund === fund ? slot.asset.price * (shares[at] ?? 0) : 0,
        );
        expect(total(paid)).toBeLessThanOrEqual(cash + 1e-6);
      });
      expect(totalCost(book, shares, units)).toBeCloseTo(least, 6);
    }
  });

  it('make room for two cheap shares where one dear share stood in the way', () => {
    const asset = {
      side: 'BUY' as const,
      unitValue: 100,
      sharesPerUnit: 10,
      primaryBps: 0,
      halfSpreadBps: 0,
      feePerRequest: 0,
    };
    const book = bookOf({
      assets: [
        { ...asset, id: 'CHEAP', price: 2, executedShares: 2, residualPenalty: 1 },
        { ...asset, id: 'DEAR', price: 4, executedShares: 1, residualPenalty: 0.1 },
      ],
      funds: [
        {
          id: 'A',
          cash: 4,
          positions: ['CHEAP', 'DEAR'].map((id) => ({ asset: id, target: 4, maxUnits: 0 })),
        },
        { id: 'B', positions: ['CHEAP', 'DEAR'].map((id) => ({ asset: id, target: 0, maxUnits: 0 })) },
      ],
    });
    const units = book.slots.map(() => 0);
    const dearFirst = book.slots.map((slot) => (slot.asset.id === 'DEAR' && slot.target > 0 ? 4 : 0));
    const patient = wholeShares({ book, units, money: dearFirst }, 10, { done: 0 });
    const held = book.slots.map((slot, at) => [slot.asset.id, slot.target, patient?.[at]]);
    expect(held).toContainEqual(['CHEAP', 4, 2]);
    expect(held).toContainEqual(['DEAR', 0, 1]);
    expect(total(book.slots.map((slot, at) => costOf(slot, patient?.[at] ?? 0, 0)))).toBeCloseTo(0.8, 9);
  });
});
