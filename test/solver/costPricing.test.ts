import { type Book, bookOf } from '../../src/solver/money/book';
import { realCost, roomBeside } from '../../src/solver/money/corners';
import type { Prices } from '../../src/solver/money/hull';
import { Pricing } from '../../src/solver/money/pricing';
import { marketsOf, type Seat } from '../../src/solver/money/seats';
import { type Chance, chanceOf, QUICK_DAYS } from './seeded';
import { smallCostDay } from './smallDays';

function anyPrices({ assets }: Book, chance: Chance): Prices {
  const list = (most: number): Float64Array =>
    Float64Array.from(assets, ({ unitValue }) => most * unitValue * (chance.real() - 0.5));
  return { share: list(2), unit: list(1), request: list(0.2), open: list(1).map(Math.abs) };
}

/** All mixes of units, the cash left going to shares in the best of a fine grid and all kinks. */
function leastOf(book: Book, seat: Seat, prices: Prices, low: Int32Array, high: Int32Array): number {
  let least = Infinity;
  const visit = (own: number, cash: number, cost: number): void => {
    const index = seat.slots[own];
    const slot = index === undefined ? undefined : book.slots[index];
    if (index === undefined || !slot) {
      least = Math.min(least, cost);
      return;
    }
    const { unitValue, side } = slot.asset;
    for (let units = low[index] ?? 0; units <= (high[index] ?? 0); units++) {
      const paid = side === 'BUY' ? unitValue * units : 0;
      if (paid > cash + 1e-9) break;
      const { room, need } = roomBeside(slot, units, seat.cash === Infinity ? Infinity : cash);
      for (const money of new Set([0, need, room, Math.min(room, cash - paid), ...grid(room)])) {
        if (side === 'BUY' && paid + money > cash + 1e-9) continue;
        const open = Math.abs(slot.target - unitValue * units - money) / unitValue;
        const earned =
          ((prices.share[slot.pool] ?? 0) * money) / unitValue +
          (prices.unit[slot.pool] ?? 0) * units +
          (units > 0 ? (prices.request[slot.pool] ?? 0) : 0) +
          (prices.open[slot.pool] ?? 0) * open;
        visit(
          own + 1,
          side === 'BUY' ? cash - paid - money : cash,
          cost + realCost(slot, units, money) - earned,
        );
      }
    }
  };
  visit(0, seat.cash, 0);
  return least;
}

const grid = (room: number): number[] => (room < Infinity ? [1, 2, 3].map((part) => (part * room) / 4) : []);

describe('the best plan of a fund at given prices', () => {
  it('costs no more than any mix of units and shares that its cash pays for', () => {
    const chance = chanceOf(33);
    let checked = 0;
    for (let day = 0; day < QUICK_DAYS / 4; day++) {
      const [market] = marketsOf(bookOf(smallCostDay(chance)));
      const seat = market?.seats.find(({ slots }) => slots.length <= 3);
      if (!market || !seat) continue;
      const { book } = market;
      const prices = anyPrices(book, chance);
      const low = Int32Array.from(book.slots, ({ unitCap }) => (chance.is(0.2) ? Math.min(1, unitCap) : 0));
      const high = Int32Array.from(book.slots, ({ unitCap }) => unitCap);
      const priced = new Pricing(book, { done: 0 }).cheapest(seat, { low, high }, prices);
      const least = leastOf(book, seat, prices, low, high);
      if (!priced) {
        expect(least).toBe(Infinity);
        continue;
      }
      expect(priced.floor).toBeLessThanOrEqual(least + 1e-6);
      expect(priced.cost).toBeLessThanOrEqual(least + 1e-6);
      expect(priced.cost - priced.floor).toBeLessThan(1e-6 * (1 + Math.abs(priced.cost)));
      let [own, paid] = [0, 0];
      seat.slots.forEach((index, place) => {
        const slot = book.slots[index];
        if (!slot) return;
        const [units, money] = [
          priced.plan.units[place] ?? 0,
          (priced.plan.money[place] ?? 0) * slot.asset.unitValue,
        ];
        own += realCost(slot, units, money);
        if (slot.asset.side === 'BUY') paid += slot.asset.unitValue * units + money;
        expect(units).toBeGreaterThanOrEqual(low[index] ?? 0);
        expect(units).toBeLessThanOrEqual(high[index] ?? 0);
      });
      expect(priced.plan.cost).toBeCloseTo(own, 6);
      expect(paid).toBeLessThanOrEqual(seat.cash + 1e-6);
      checked++;
    }
    expect(checked).toBeGreaterThan(QUICK_DAYS / 8);
  });
});
