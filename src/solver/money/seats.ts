// Who decides as one: a fund short of cash over all it buys (a seat), all other slots of an ETF together (a row of
// seats without cash to share). ETFs that no seat links are markets of their own, and searched apart.
import { at } from '../at';
import type { Book, Slot } from './book';

export interface Seat {
  readonly slots: readonly number[];
  /** BRL for all its slots; Infinity where cash cannot run short. */
  readonly cash: number;
}

/** ETFs that meet in the cash of their funds, as a book of its own. */
export interface Market {
  readonly book: Book;
  readonly seats: readonly Seat[];
  /** By slot its index in the book of all. */
  readonly origin: readonly number[];
}

/** With `careful`, every fund with limited cash has a seat, though it could pay for all it wants. */
export function marketsOf(book: Book, careful = false): Market[] {
  const short = fundsThatMayRunShort(book, careful);
  const links = new Map<number, number[]>();
  for (const { fund, pool, asset } of book.slots)
    if (asset.side === 'BUY' && short.has(fund)) add(links, fund, pool);
  const first = linked(book.assets.length, [...links.values()]);
  return [...new Set(first)].flatMap((group) => {
    const origin = book.slots.flatMap(({ pool }, slot) => (first[pool] === group ? [slot] : []));
    if (origin.length === 0) return [];
    const own = partOf(book, origin);
    return { book: own, seats: seatsOf(own, short), origin };
  });
}

function partOf({ assets, funds, slots }: Book, origin: readonly number[]): Book {
  const own = origin.map((slot) => at(slots, slot));
  const pools = [...new Set(own.map(({ pool }) => pool))].sort((a, b) => a - b);
  return {
    assets: pools.map((pool) => at(assets, pool)),
    funds,
    slots: own.map((slot) => ({ ...slot, pool: pools.indexOf(slot.pool) })),
  };
}

function seatsOf(book: Book, short: ReadonlySet<number>): Seat[] {
  const shared = new Map<number, number[]>();
  const free = new Map<number, number[]>();
  book.slots.forEach(({ fund, pool, asset }, slot) => {
    if (asset.side === 'BUY' && short.has(fund)) add(shared, fund, slot);
    else add(free, pool, slot);
  });
  return [
    ...[...shared].map(([fund, slots]): Seat => ({ slots, cash: at(book.funds, fund).cash })),
    ...[...free.values()].map((slots): Seat => ({ slots, cash: Infinity })),
  ];
}

/** Funds that could not pay for all they want and one unit beyond of each ETF. */
function fundsThatMayRunShort({ funds, slots }: Book, careful: boolean): Set<number> {
  const wanted = funds.map(() => 0);
  for (const slot of slots) wanted[slot.fund] = at(wanted, slot.fund) + most(slot);
  return new Set(
    funds.flatMap(({ cash }, fund) => (cash < (careful ? Infinity : at(wanted, fund)) ? [fund] : [])),
  );
}

function most({ asset, target }: Slot): number {
  return asset.side === 'BUY' ? Math.max(0, target) + asset.unitValue : 0;
}

/** By item the first of those it is linked to. */
function linked(size: number, links: readonly (readonly number[])[]): number[] {
  const first = Array.from({ length: size }, (_, item) => item);
  for (const link of links) {
    const groups = new Set(link.map((item) => at(first, item)));
    const least = Math.min(...groups);
    first.forEach((group, item) => {
      if (groups.has(group)) first[item] = least;
    });
  }
  return first;
}

function add(lists: Map<number, number[]>, key: number, item: number): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}
