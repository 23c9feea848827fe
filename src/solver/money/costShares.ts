// Whole shares once all units are fixed: the cheapest by |residual|, and among equally cheap ones the fairest.

import { remainder } from '../numbers';
import { shareOut } from '../shares/sharing';
import type { CostAsset } from '../types';
import { type CostBook, type Slot, shareRoom, spend } from './costBook';

/**
 * Asset by asset. A share that stays within its fund's target saves its price, the one across it saves less, any
 * further one costs: so first shares within targets, then those across in order of what they save, then the excess.
 * Each step is spread with equal-bps weights. `plan` (shares as real numbers) reserves cash for assets not yet
 * placed. Undefined when the shares of an asset do not fit.
 */
export function placeShares(
  book: CostBook,
  units: readonly number[],
  plan: readonly number[],
): number[] | undefined {
  const paid = book.funds.map(() => 0);
  book.slots.forEach((slot, at) => {
    paid[slot.fund] = (paid[slot.fund] ?? 0) + spend(slot, 0, units[at] ?? 0);
  });
  if (book.funds.some(({ cash }, fund) => (paid[fund] ?? 0) > cash)) return undefined;
  const shares = [...plan];
  const spent = book.funds.map(() => 0);
  book.slots.forEach((slot, at) => {
    spent[slot.fund] = (spent[slot.fund] ?? 0) + spend(slot, plan[at] ?? 0, units[at] ?? 0);
  });
  for (const asset of byLeftOver(book, plan)) {
    const own = book.slots.map((_, at) => at).filter((at) => book.slots[at]?.asset === asset);
    const slots = own.flatMap((at) => {
      const slot = book.slots[at];
      if (!slot) return [];
      const cash =
        (book.funds[slot.fund]?.cash ?? Infinity) - (spent[slot.fund] ?? 0) + spend(slot, plan[at] ?? 0, 0);
      const target = remainder(slot.target, asset.unitValue, units[at] ?? 0);
      return [{ slot, target, room: shareRoom(slot, units[at] ?? 0, cash) }];
    });
    const placed = placeOne(asset.price, asset.executedShares, slots);
    if (!placed) return undefined;
    own.forEach((at, index) => {
      const slot = book.slots[at];
      if (!slot) return;
      const count = placed[index] ?? 0;
      spent[slot.fund] = (spent[slot.fund] ?? 0) - spend(slot, plan[at] ?? 0, 0) + spend(slot, count, 0);
      shares[at] = count;
    });
  }
  return shares;
}

/** What is planned beyond an asset's shares frees cash for the others, so it goes first. */
function byLeftOver(book: CostBook, plan: readonly number[]): CostAsset[] {
  const planned = new Map(book.assets.map((asset) => [asset, -asset.price * asset.executedShares]));
  book.slots.forEach(({ asset }, at) => {
    planned.set(asset, (planned.get(asset) ?? 0) + asset.price * (plan[at] ?? 0));
  });
  return [...book.assets].sort((a, b) => (planned.get(b) ?? 0) - (planned.get(a) ?? 0));
}

interface Seat {
  readonly slot: Slot;
  readonly target: number;
  readonly room: number;
}

function placeOne(price: number, total: number, seats: readonly Seat[]): number[] | undefined {
  const within = seats.map(({ target, room }) => Math.min(room, Math.max(0, Math.floor(target / price))));
  let open = total - sum(within);
  if (open <= 0)
    return spread(
      price,
      total,
      seats,
      within,
      within.map(() => 0),
    );
  const order = seats.map((_, at) => at).filter((at) => (within[at] ?? 0) < (seats[at]?.room ?? 0));
  const rest = (at: number): number => remainder(seats[at]?.target ?? 0, price, within[at] ?? 0);
  order.sort((a, b) => rest(b) - rest(a) || a - b);
  const across = [...within];
  for (const at of order) {
    if (open === 0 || rest(at) <= 0) break;
    across[at] = (across[at] ?? 0) + 1;
    open--;
  }
  if (open === 0) return across;
  return spread(
    price,
    total,
    seats,
    seats.map(({ room }) => room),
    across,
  );
}

/** Between a floor and a cap per seat, with weights 1/V. */
function spread(
  price: number,
  total: number,
  seats: readonly Seat[],
  caps: readonly number[],
  floors: readonly number[],
): number[] | undefined {
  const result = shareOut({
    price,
    lot: 1,
    total: total - sum(floors),
    weights: seats.map(({ slot }) => 1 / Math.max(Math.abs(slot.target), price)),
    targets: seats.map(({ target }, at) => remainder(target, price, floors[at] ?? 0)),
    caps: caps.map((cap, at) => Math.max(0, cap - (floors[at] ?? 0))),
  });
  return result?.shares.map((count, at) => count + (floors[at] ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
