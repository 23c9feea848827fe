// Assets that compete for cash: what a fund buys with limited cash is decided as one, all its units and shares.
import { type CostBook, type Slot, shareRoom } from './costBook';
import { optionsOf } from './costOptions';

export interface SeatOption {
  /** By slot of the seat; shares in BRL, as real numbers. */
  readonly units: readonly number[];
  readonly shares: readonly number[];
  /** As if no share were allocated. */
  readonly cost: number;
  /** By resource: share money within needs, then −units of each rationed asset. */
  readonly uses: readonly number[];
  /** The same in whole shares, and then the cash that is left for shares beyond all needs. */
  readonly whole: readonly number[];
}

export interface Seat {
  readonly slots: readonly number[];
  readonly options: readonly SeatOption[];
}

/** An option per seat: min Σ cost + Σ steepest·max(0, demand − Σ uses), by resource. */
export interface Joint {
  readonly seats: readonly Seat[];
  readonly demand: readonly number[];
  /** BRL per missing BRL of share money; Infinity for units beyond the ration. */
  readonly steepest: readonly number[];
  /** Whether it is paid in cash. */
  readonly isBought: readonly boolean[];
  /** Prices beyond which a resource gains nothing. */
  readonly reach: readonly number[];
  /** Whether every seat has all its options, so that a floor of this is a floor. */
  readonly isWhole: boolean;
}

const MOST_MIXES = 4_096; // of units by fund: three ETFs in up to fifteen units each
const MOST_OPTIONS = 2e5; // of all funds

export function jointOf(book: CostBook): Joint {
  const rationed = book.assets.filter(({ maxTotalUnits }) => maxTotalUnits !== undefined);
  const places = new Map(
    book.assets.map((asset, at) => [asset, { at, ration: book.assets.length + rationed.indexOf(asset) }]),
  );
  const nothing = [...book.assets, ...rationed].map(() => 0);
  const usesOf = (slots: readonly Slot[], units: readonly number[], shares: readonly number[]): number[] => {
    const uses = [...nothing];
    slots.forEach(({ asset }, index) => {
      const { at = 0, ration = 0 } = places.get(asset) ?? {};
      uses[at] = shares[index] ?? 0;
      if (ration >= book.assets.length) uses[ration] = -(units[index] ?? 0);
    });
    return uses;
  };
  let isWhole = true;
  const groups = seatsOf(book);
  const most = Math.max(16, Math.min(MOST_MIXES, MOST_OPTIONS / groups.length));
  const seats = groups.map((at): Seat => {
    const slots = at.flatMap((index) => book.slots[index] ?? []);
    const cash = book.funds[slots[0]?.fund ?? -1]?.cash ?? Infinity;
    const own = slots.length === 1 ? aloneOf(slots, cash) : mixesOf(slots, cash, most);
    isWhole &&= own.isWhole;
    const options = own.options.map(({ units, shares, cost, spare }) => {
      const rounded = shares.map((money, index) => wholeShares(slots[index], money));
      const whole = [...usesOf(slots, units, rounded), spare];
      return { units, shares, cost, uses: usesOf(slots, units, shares), whole };
    });
    return { slots: at, options };
  });
  const penalties = book.assets.map(({ residualPenalty }) => 2 * residualPenalty);
  const executed = book.assets.map(({ price, executedShares }) => price * executedShares);
  return {
    seats,
    demand: [...executed, ...rationed.map(({ maxTotalUnits = 0 }) => -maxTotalUnits)],
    isBought: [...book.assets.map(({ side }) => side === 'BUY'), ...rationed.map(() => false)],
    steepest: [...penalties, ...rationed.map(() => Infinity)],
    reach: [
      ...penalties,
      ...rationed.map(({ residualPenalty, unitValue }) => 2 * residualPenalty * unitValue),
    ],
    isWhole,
  };
}

/** Slots that share cash which may run short, together; every other slot alone. */
function seatsOf(book: CostBook): number[][] {
  const wanted = book.funds.map(() => 0);
  for (const { fund, asset, target } of book.slots) {
    if (asset.side === 'BUY') wanted[fund] = (wanted[fund] ?? 0) + Math.max(0, target) + asset.unitValue;
  }
  const seats: number[][] = [];
  const shared = new Map<number, number[]>();
  book.slots.forEach(({ fund, asset }, at) => {
    const isShort = asset.side === 'BUY' && (book.funds[fund]?.cash ?? Infinity) < (wanted[fund] ?? 0);
    const seat = isShort ? shared.get(fund) : undefined;
    if (seat) seat.push(at);
    else {
      const own = [at];
      seats.push(own);
      if (isShort) shared.set(fund, own);
    }
  });
  return seats;
}

interface Mix {
  readonly units: readonly number[];
  readonly shares: readonly number[];
  readonly cost: number;
  readonly spare: number;
}

interface Mixes {
  readonly options: readonly Mix[];
  readonly isWhole: boolean;
}

function aloneOf(slots: readonly Slot[], cash: number): Mixes {
  const options = slots.flatMap((slot) =>
    optionsOf(slot, cash).map(({ units, cost, need }) => {
      const { price, unitValue, side } = slot.asset;
      const room = shareRoom(slot, units, cash - unitValue * units) * price;
      const left = side === 'BUY' ? Math.max(0, cash - unitValue * units) : Infinity;
      return {
        units: [units],
        shares: [Math.min(need, left)],
        cost,
        spare: side === 'BUY' ? Math.max(0, room - need) : 0,
      };
    }),
  );
  return { options, isWhole: true };
}

function mixesOf(slots: readonly Slot[], cash: number, most: number): Mixes {
  const counts = slots.map(
    (slot) => Math.min(slot.unitCap, Math.floor(cash / slot.asset.unitValue + 1e-9)) + 1,
  );
  const isWhole = counts.reduce((product, count) => product * count, 1) <= most;
  const each = isWhole ? Infinity : Math.floor(most ** (1 / slots.length));
  const options = combinations(counts.map((count) => evenly(count, each))).flatMap((units) => {
    const left = cash - slots.reduce((sum, { asset }, at) => sum + asset.unitValue * (units[at] ?? 0), 0);
    if (left < 0) return [];
    const cost = slots.reduce((sum, slot, at) => sum + costBesideShares(slot, units[at] ?? 0), 0);
    const needs = slots.map(({ asset, target, shareCap }, at) =>
      Math.max(0, Math.min(target - asset.unitValue * (units[at] ?? 0), shareCap * asset.price)),
    );
    return fillings(needs, left).map((shares) => {
      const spare = left - shares.reduce((sum, money) => sum + money, 0);
      return { units, shares, cost, spare };
    });
  });
  return { options, isWhole };
}

/** Whole numbers from 0 up to, not including, `count`: all, or about `most` of them with the last. */
function evenly(count: number, most: number): number[] {
  const parts = Math.max(1, Math.min(count, most) - 1);
  const numbers = Array.from({ length: parts + 1 }, (_, at) => Math.round((at * (count - 1)) / parts));
  return [...new Set(numbers)];
}

function combinations<Item>(choices: readonly (readonly Item[])[]): Item[][] {
  return choices.reduce<Item[][]>(
    (all, own) => all.flatMap((some) => own.map((item) => [...some, item])),
    [[]],
  );
}

/** How cash can go to needs with none left that could: all of some, a part of one, nothing of the others. */
function fillings(needs: readonly number[], cash: number): number[][] {
  if (needs.reduce((sum, need) => sum + need, 0) <= cash) return [[...needs]];
  const found: number[][] = [];
  for (let some = 0; some < 2 ** needs.length; some++) {
    const isIn = (at: number): boolean => (some & (1 << at)) !== 0;
    if (needs.some((need, at) => isIn(at) && need <= 0)) continue;
    const left = needs.reduce((open, need, at) => (isIn(at) ? open - need : open), cash);
    if (left < 0) continue;
    needs.forEach((part, at) => {
      if (isIn(at) || left >= part) return;
      found.push(needs.map((need, index) => (index === at ? left : isIn(index) ? need : 0)));
    });
  }
  return found;
}

function costBesideShares({ asset, target }: Slot, units: number): number {
  const fee = units > 0 ? asset.feePerRequest : 0;
  const open = Math.abs(target - asset.unitValue * units);
  return fee + (asset.primaryBps / 1e4) * asset.unitValue * units + asset.residualPenalty * open;
}

function wholeShares(slot: Slot | undefined, money: number): number {
  const price = slot?.asset.price ?? 1;
  return Math.floor(money / price + 1e-9) * price;
}
