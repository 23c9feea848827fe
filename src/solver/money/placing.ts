// Whole shares of one ETF over its funds, beside what they hold of the others: the cheapest, and of these the fairest.
import { at } from '../at';
import { remainder } from '../numbers';
import { shareOut } from '../shares/sharing';
import { type Book, type Slot, shareRoom, spend } from './book';
import { sharesPaid } from './paid';

export interface Desk {
  readonly book: Book;
  readonly units: readonly number[];
  readonly shares: number[];
  /** BRL that each fund has left. */
  readonly cash: number[];
}

/**
 * One ETF again beside what its funds hold of the others; what finds no room stays open. A share that stays within
 * its fund's target saves its price, the one across it saves less, any further one costs: first shares within
 * targets, then those across in order of what they save, then the excess. Each step is spread with equal-bps weights.
 */
export function place({ book, units, shares, cash }: Desk, pool: number): number {
  const { price, unitValue, executedShares } = at(book.assets, pool);
  const own = book.slots.flatMap((slot, index) => (slot.pool === pool ? [{ slot, index }] : []));
  const seats = own.map(({ slot, index }) => {
    const target = remainder(slot.target, unitValue, at(units, index));
    const left = at(cash, slot.fund) + spend(slot, at(shares, index), 0);
    const paid = slot.asset.side === 'BUY' ? sharesPaid(left, price) : Infinity;
    return { slot, target, room: Math.max(0, Math.min(Math.floor(shareRoom(slot, at(units, index))), paid)) };
  });
  const room = sum(seats.map((seat) => seat.room));
  const placed = placeOne(price, Math.min(room, executedShares), seats);
  own.forEach(({ slot, index }, seat) => {
    const count = at(placed, seat);
    cash[slot.fund] = at(cash, slot.fund) + spend(slot, at(shares, index), 0) - spend(slot, count, 0);
    shares[index] = count;
  });
  return Math.max(0, executedShares - room);
}

interface Taker {
  readonly slot: Slot;
  readonly target: number;
  readonly room: number;
}

function placeOne(price: number, total: number, takers: readonly Taker[]): number[] {
  const within = takers.map(({ target, room }) => Math.min(room, Math.max(0, Math.floor(target / price))));
  const rooms = takers.map(({ room }) => room);
  let open = total - sum(within);
  if (open <= 0) return spread(price, total, takers, { caps: within, floors: within.map(() => 0) });
  const rest = takers.map(({ target }, index) => remainder(target, price, at(within, index)));
  const order = takers.flatMap((_, index) => (at(within, index) < at(rooms, index) ? [index] : []));
  order.sort((a, b) => at(rest, b) - at(rest, a) || a - b);
  const across = [...within];
  for (const index of order) {
    if (open === 0 || at(rest, index) <= 0) break;
    across[index] = at(across, index) + 1;
    open--;
  }
  return open === 0 ? across : spread(price, total, takers, { caps: rooms, floors: across });
}

/** Between a floor and a cap each, with weights 1/V. */
function spread(
  price: number,
  total: number,
  takers: readonly Taker[],
  { caps, floors }: { readonly caps: readonly number[]; readonly floors: readonly number[] },
): number[] {
  const result = shareOut({
    price,
    lot: 1,
    total: total - sum(floors),
    weights: takers.map(({ slot }) => 1 / Math.max(Math.abs(slot.target), price)),
    targets: takers.map(({ target }, index) => remainder(target, price, at(floors, index))),
    caps: caps.map((cap, index) => Math.max(0, cap - at(floors, index))),
  });
  return floors.map((floor, index) => floor + (result?.shares[index] ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
