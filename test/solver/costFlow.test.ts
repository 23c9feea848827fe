import { bookOf } from '../../src/solver/money/book';
import { Cuts } from '../../src/solver/money/cuts';
import type { Mix } from '../../src/solver/money/master';
import { marketsOf } from '../../src/solver/money/seats';
import { ShareFlow } from '../../src/solver/money/shareFlow';
import { cashDay, halfDay } from './costDays';
import { chanceOf, FEW_DAYS } from './seeded';

describe('the flow of share money', () => {
  it('costs after many changes of units what one that begins there costs, and as much where one is taken back', () => {
    const chance = chanceOf(61);
    let settled = 0;
    for (let day = 0; day < FEW_DAYS / 3; day++) {
      const book = bookOf(day % 2 === 0 ? cashDay(chance, 6, 3) : halfDay(chance, 8, 4));
      const kept = new ShareFlow(book, { done: 0 });
      const units = book.slots.map(() => 0);
      for (let step = 0; step < 60; step++) {
        const before = [...units];
        const held = kept.keep();
        for (let change = 0; change <= chance.whole(3); change++) {
          const slot = chance.whole(units.length);
          units[slot] = chance.whole((book.slots[slot]?.unitCap ?? 0) + 1);
        }
        const own = kept.settle(units);
        const fresh = new ShareFlow(book, { done: 0 }).settle(units);
        expect(own === undefined).toBe(fresh === undefined);
        if (own !== undefined && fresh !== undefined) {
          settled++;
          expect(Math.abs(own - fresh)).toBeLessThan(1e-7 * fresh);
        }
        if (own !== undefined && chance.is(0.6)) continue;
        kept.restore(held);
        units.splice(0, units.length, ...before);
      }
    }
    expect(settled).toBeGreaterThan(100);
  });
});

describe('the choice of a cut', () => {
  it('takes the slot that raised floors before those that never did, though another one was the first', () => {
    const [market] = marketsOf(bookOf(cashDay(chanceOf(62), 8, 3)));
    if (!market) throw new Error('one market');
    const { slots, assets } = market.book;
    const cuts = new Cuts(market);
    // Totals are whole: two slots of one ETF lie between two numbers, and two of another.
    const between = [0, 1].flatMap((pool) =>
      slots.flatMap((slot, index) => (slot.pool === pool ? [index] : [])).slice(0, 2),
    );
    const [a = -1, b = -1, c = -1, d = -1] = between;
    const list = (value: number): Float64Array => new Float64Array(slots.length).fill(value);
    const units = list(1);
    for (const [slot, over] of [
      [a, 0.5],
      [b, 0.5],
      [c, 0.2],
      [d, 0.8],
    ] as const)
      units[slot] = 1 + over;
    const none = new Float64Array(assets.length);
    const prices = { share: none, unit: none, request: none, open: none };
    const mix: Mix = {
      units,
      requests: list(1),
      fewest: list(1),
      most: list(2),
      plans: [],
      prices,
      money: list(0),
      basis: { columns: new Int32Array(0), of: cuts },
    };
    const first = cuts.of(mix)?.slot;
    const other = between.find((slot) => slot !== first) ?? -1;
    for (const slot of between)
      for (const isHigher of [false, true])
        cuts.learn({ slot, total: -1, at: 1, isHigher, over: 0.5 }, isHigher, slot === other ? 1_000 : 0);
    expect(between).toContain(first);
    expect(cuts.of(mix)?.slot).toBe(other);
  });
});
