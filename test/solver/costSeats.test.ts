import type { CostProblem } from '../../src/solver';
import { bookOf, type CostBook, costOf, type Slot } from '../../src/solver/money/costBook';
import { optionsOf } from '../../src/solver/money/costOptions';
import { jointOf, type SeatOption } from '../../src/solver/money/costSeats';
import { type Chance, chanceOf, QUICK_DAYS } from './seeded';
import { total } from './smallMarkets';

/** Up to three ETFs, bought and sold, and funds with much, little or no cash. */
function mixedDay(chance: Chance): CostProblem {
  const assets = Array.from({ length: 1 + chance.whole(3) }, (_, at) => {
    const price = 2 + chance.whole(3);
    return {
      ...{ id: `ETF${at}`, side: chance.is(0.7) ? ('BUY' as const) : ('SELL' as const), price },
      ...{ sharesPerUnit: 4, unitValue: 4 * price, executedShares: chance.whole(9) },
      ...{ feePerRequest: chance.whole(4), primaryBps: chance.whole(500), halfSpreadBps: 0 },
      ...{ residualPenalty: (1 + chance.whole(10)) / 10 },
      ...(chance.is(0.4) ? { maxTotalUnits: chance.whole(4) } : {}),
    };
  });
  const funds = Array.from({ length: 1 + chance.whole(3) }, (_, at) => ({
    id: `FUND ${at}`,
    ...(chance.is(0.8) ? { cash: chance.is(0.2) ? 0 : chance.whole(90) } : {}),
    positions: assets.map(({ id }) => ({
      asset: id,
      target: chance.whole(40) - 5,
      ...(chance.is(0.3) ? { holdings: chance.whole(12) } : {}),
      ...(chance.is(0.2) ? { maxShares: chance.whole(6) } : {}),
      ...(chance.is(0.2) ? { maxUnits: chance.whole(3) } : {}),
    })),
  }));
  return { assets, funds };
}

const cashOf = (book: CostBook, slot: Slot | undefined): number =>
  book.funds[slot?.fund ?? -1]?.cash ?? Infinity;

const isBought = ({ asset }: Slot): boolean => asset.side === 'BUY';

/** Slots of one fund that buy, where all they want and one more unit of each is more than its cash. */
function partners(book: CostBook, at: number): number[] {
  const own = book.slots[at];
  if (!own || !isBought(own)) return [at];
  const all = book.slots.map((_, other) => other);
  const bought = all.filter((other) => {
    const slot = book.slots[other];
    return slot?.fund === own.fund && isBought(slot);
  });
  const wanted = total(
    bought.map((other) => {
      const slot = book.slots[other];
      return slot ? Math.max(0, slot.target) + slot.asset.unitValue : 0;
    }),
  );
  return cashOf(book, own) < wanted ? bought : [at];
}

/** By resource: share money and rationed units, as an option should say. */
function usesOf(book: CostBook, slots: readonly Slot[], { units, shares }: SeatOption): number[] {
  const money = book.assets.map((asset) =>
    total(slots.map((slot, at) => (slot.asset === asset ? (shares[at] ?? 0) : 0))),
  );
  const taken = book.assets.flatMap((asset) => {
    if (asset.maxTotalUnits === undefined) return [];
    return [0 - total(slots.map((slot, at) => (slot.asset === asset ? (units[at] ?? 0) : 0)))];
  });
  return [...money, ...taken];
}

const near = (one: readonly number[], two: readonly number[]): boolean =>
  one.length === two.length && one.every((value, at) => Math.abs(value - (two[at] ?? Number.NaN)) < 1e-9);

describe('the seats of funds that are short of cash', () => {
  it('hold what a fund buys together where its cash may not do for all of it, else each ETF alone', () => {
    const chance = chanceOf(131);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const book = bookOf(mixedDay(chance));
      const { seats, isWhole } = jointOf(book);
      const groups = book.slots.map((_, at) => partners(book, at)).filter((own, at) => own[0] === at);
      expect(seats.map(({ slots }) => slots)).toEqual(groups);
      expect(isWhole).toBe(true);
    }
  });

  it('ask for the executed shares and ration units, at penalties that make sense of both', () => {
    const chance = chanceOf(132);
    for (let day = 0; day < QUICK_DAYS / 4; day++) {
      const book = bookOf(mixedDay(chance));
      const { demand, steepest, isBought: bought, reach } = jointOf(book);
      const rationed = book.assets.filter(({ maxTotalUnits }) => maxTotalUnits !== undefined);
      expect(demand).toEqual([
        ...book.assets.map(({ price, executedShares }) => price * executedShares),
        ...rationed.map(({ maxTotalUnits = 0 }) => -maxTotalUnits),
      ]);
      const twice = book.assets.map(({ residualPenalty }) => 2 * residualPenalty);
      expect(steepest).toEqual([...twice, ...rationed.map(() => Infinity)]);
      expect(bought).toEqual([
        ...book.assets.map(({ side }) => side === 'BUY'),
        ...rationed.map(() => false),
      ]);
      const most = rationed.map(({ residualPenalty, unitValue }) => 2 * residualPenalty * unitValue);
      expect(reach).toEqual([...twice, ...most]);
    }
  });

  it('offer options that cost and use what they say, within cash, and all that is left as spare', () => {
    const chance = chanceOf(133);
    for (let day = 0; day < QUICK_DAYS / 2; day++) {
      const book = bookOf(mixedDay(chance));
      const wrong = jointOf(book).seats.flatMap((seat) => {
        const slots = seat.slots.flatMap((at) => book.slots[at] ?? []);
        const [first] = slots;
        const cash = cashOf(book, first);
        return seat.options.filter((option) => {
          const { units, shares, cost, uses, whole } = option;
          const taken = total(slots.map(({ asset }, at) => asset.unitValue * (units[at] ?? 0)));
          const rounded = slots.map(
            ({ asset }, at) => Math.floor((shares[at] ?? 0) / asset.price + 1e-9) * asset.price,
          );
          const needs = slots.map(({ target, asset, shareCap }, at) =>
            Math.max(0, Math.min(target - asset.unitValue * (units[at] ?? 0), (shareCap + 1) * asset.price)),
          );
          let spare = cash - taken - total(shares);
          if (first && slots.length === 1) {
            const alone = optionsOf(first, cash).find((own) => own.units === units[0]);
            const { price } = first.asset;
            const held = Math.min(first.shareCap, Math.floor((cash - taken) / price + 1e-9)) * price;
            spare = isBought(first) ? Math.max(0, held - (alone?.need ?? 0)) : 0;
          }
          return !(
            Math.abs(cost - total(slots.map((slot, at) => costOf(slot, 0, units[at] ?? 0)))) < 1e-9 &&
            near(uses, usesOf(book, slots, option)) &&
            near(whole, [...usesOf(book, slots, { ...option, shares: rounded }), spare]) &&
            shares.every((money, at) => money >= 0 && money <= (needs[at] ?? 0) + 1e-9) &&
            (!slots.every(isBought) || taken + total(shares) <= cash + 1e-9)
          );
        });
      });
      expect(wrong).toEqual([]);
    }
  });

  it('leave out no units that cash and caps allow, and of fillings none that some prices make the best', () => {
    const chance = chanceOf(134);
    for (let day = 0; day < QUICK_DAYS / 2; day++) {
      const book = bookOf(mixedDay(chance));
      for (const { slots: at, options } of jointOf(book).seats) {
        const slots = at.flatMap((index) => book.slots[index] ?? []);
        if (slots.length < 2) continue;
        const cash = cashOf(book, slots[0]);
        let mixes: number[][] = [[]];
        for (const { unitCap } of slots) {
          mixes = mixes.flatMap((own) => Array.from({ length: unitCap + 1 }, (_, units) => [...own, units]));
        }
        const paid = mixes.filter(
          (units) => total(slots.map(({ asset }, own) => asset.unitValue * (units[own] ?? 0))) <= cash,
        );
        const offered = new Set(options.map(({ units }) => units.join()));
        expect([...offered].sort()).toEqual(paid.map((units) => units.join()).sort());
        const prices = slots.map(() => 0.1 + chance.real());
        for (const units of paid) {
          const own = options.filter((option) => option.units.join() === units.join());
          const worth = own.map(({ shares }) =>
            total(shares.map((money, slot) => money * (prices[slot] ?? 0))),
          );
          let left = cash - total(slots.map(({ asset }, slot) => asset.unitValue * (units[slot] ?? 0)));
          let best = 0;
          const dearest = slots.map((_, slot) => slot).sort((a, b) => (prices[b] ?? 0) - (prices[a] ?? 0));
          for (const slot of dearest) {
            const { target = 0, shareCap = 0, asset } = slots[slot] ?? {};
            const open = target - (asset?.unitValue ?? 0) * (units[slot] ?? 0);
            const money = Math.max(0, Math.min(left, open, shareCap * (asset?.price ?? 0)));
            best += money * (prices[slot] ?? 0);
            left -= money;
          }
          expect(Math.max(...worth)).toBeCloseTo(best, 9);
        }
      }
    }
  });

  it('take every few units only, the most among them, where all mixes would be too many', () => {
    const assets = ['ONE', 'TWO'].map((id) => ({
      ...{ id, side: 'BUY' as const, price: 10, sharesPerUnit: 10, unitValue: 100, executedShares: 0 },
      ...{ feePerRequest: 0, primaryBps: 0, halfSpreadBps: 0, residualPenalty: 1 },
    }));
    const unitsOf = (target: number) => {
      const positions = assets.map(({ id }) => ({ asset: id, target }));
      const joint = jointOf(bookOf({ assets, funds: [{ id: 'A', cash: 1.99 * target, positions }] }));
      const [seat] = joint.seats;
      const counts = new Set(seat?.options.map(({ units }) => units[0] ?? -1));
      return { isWhole: joint.isWhole, counts: [...counts].sort((a, b) => a - b) };
    };
    expect(unitsOf(6_250)).toEqual({
      isWhole: true,
      counts: Array.from({ length: 64 }, (_, units) => units),
    });
    const { isWhole, counts } = unitsOf(100_000);
    expect(isWhole).toBe(false);
    expect([counts.length, counts[0], counts[1], counts[63]]).toEqual([64, 0, 16, 1_001]);
  });
});
