// Slices: claims' beginnings and ends cut a pool's day; every fill belongs to the slice in which it happened.
import { type Executed, executed, type Fill, fillKey } from '../../domain/fill';
import { lookup } from '../../domain/lookup';
import { notionalE8, priceFromE8 } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import type { Claim } from './claims';

/**
 * What the feed showed, when a claim began or ended, of rows that tell no time (a consolidated row grows through the day).
 * What such a row had then happened before; what came later, after. Rows with a time need no such mark.
 */
export interface Cut {
  readonly at: Stamp;
  readonly untimed: readonly { readonly fill: string; readonly quantity: number; readonly price: number }[];
}

export interface Slice {
  /** The moment at which it begins; `open` for the first. */
  readonly id: string;
  readonly fills: readonly Fill[];
  readonly executed: Executed;
}

export const OPEN = 'open';

/** The moments that cut the pool of these claims, in time order. */
export const boundariesOf = (claims: readonly Claim[]): readonly Stamp[] =>
  [...new Set(claims.flatMap(({ from, to }) => [from, to]))]
    .filter((moment): moment is Stamp => moment !== null)
    .sort();

/** The slice in which a claim is in force first, and last. */
export function span(
  claim: Claim,
  boundaries: readonly Stamp[],
): { readonly from: number; readonly to: number } {
  const from = claim.from === null ? 0 : boundaries.indexOf(claim.from) + 1;
  const to = claim.to === null ? boundaries.length : boundaries.indexOf(claim.to);
  return { from, to };
}

/** @param fills of one pool, without busted ones */
export function slicesOf(
  boundaries: readonly Stamp[],
  fills: readonly Fill[],
  cuts: readonly Cut[],
): readonly Slice[] {
  const bySlice: Fill[][] = [[], ...boundaries.map((): Fill[] => [])];
  for (const fill of fills)
    partsOf(fill, boundaries, cuts).forEach((part, at) => {
      if (part !== null) bySlice[at]?.push(part);
    });
  return bySlice.map((own, at) => ({
    id: at === 0 ? OPEN : (boundaries[at - 1] ?? OPEN),
    fills: own,
    executed: executed(own),
  }));
}

/** One entry a slice; a row without a time may lie in several. */
function partsOf(fill: Fill, boundaries: readonly Stamp[], cuts: readonly Cut[]): readonly (Fill | null)[] {
  const { time } = fill;
  if (time !== null) {
    const at = boundaries.filter((boundary) => boundary < time).length;
    return Array.from({ length: boundaries.length + 1 }, (_, index) => (index === at ? fill : null));
  }
  return grown(fill, boundaries, cuts);
}

const untimedOf = lookup(({ fill }: Cut['untimed'][number]) => fill);

/** What a row without a time had, in shares and at which average. */
type Seen = Pick<Fill, 'quantity' | 'price'>;

/** Parts of a row as its growth tells them, and whether these prices may be believed. */
interface Grown {
  readonly looks: readonly Seen[];
  readonly parts: readonly (Fill | null)[];
  readonly isOdd: boolean;
}

function grown(fill: Fill, boundaries: readonly Stamp[], cuts: readonly Cut[]): readonly (Fill | null)[] {
  const { looks, parts, isOdd } = growthOf(fill, boundaries, cuts);
  if (!isOdd) return parts;
  return partsAt(
    fill,
    looks.map(({ quantity }) => ({ quantity, price: fill.price })),
  );
}

/**
 * What the row had at each boundary; where nobody looked then, it counts as before: the later claim gets none of it.
 * A row that was found smaller or corrected later had no more of it then, and at that price: the later look tells.
 */
function growthOf(fill: Fill, boundaries: readonly Stamp[], cuts: readonly Cut[]): Grown {
  const key = fillKey(fill);
  let least: Seen = fill;
  const seen = [...boundaries].reverse().map((boundary): Seen => {
    const cut = cuts.find(({ at }) => at === boundary);
    if (cut) {
      const then = untimedOf(cut.untimed, key)[0] ?? { quantity: 0, price: fill.price };
      if (then.quantity < least.quantity) least = then;
    }
    return least;
  });
  const looks = [...seen.reverse(), fill];
  const parts = partsAt(fill, looks);
  return { looks, parts, isOdd: parts.some((part) => part !== null && !isNear(part.price, fill.price)) };
}

/** A row whose growth nobody can have traded at that price, so that all of it stands at its average. */
export interface Averaged {
  readonly fill: Fill;
  /** What it grew by, and what that would have cost a share: below zero where the money fell. */
  readonly grownBy: number;
  readonly price: number;
}

/** Rows of one pool that stand at their average in several slices, in the order of their fills. */
export function averagedIn(
  boundaries: readonly Stamp[],
  fills: readonly Fill[],
  cuts: readonly Cut[],
): readonly Averaged[] {
  return fills.flatMap((fill): readonly Averaged[] => {
    if (fill.time !== null) return [];
    const { parts, isOdd } = growthOf(fill, boundaries, cuts);
    if (!isOdd) return [];
    const [worst] = parts
      .flatMap((part) => part ?? [])
      .sort((a, b) => Math.abs(b.price - fill.price) - Math.abs(a.price - fill.price));
    return worst === undefined ? [] : [{ fill, grownBy: worst.quantity, price: worst.price }];
  });
}

/** Growth costs what the row's money grew by. */
function partsAt(fill: Fill, looks: readonly Seen[]): readonly (Fill | null)[] {
  let [shares, moneyE8] = [0, BigInt(0)];
  return looks.map((look): Fill | null => {
    const quantity = look.quantity - shares;
    if (quantity <= 0) return null;
    const upToE8 = notionalE8(look.quantity, look.price);
    const price = priceFromE8(upToE8 - moneyE8, quantity);
    [shares, moneyE8] = [look.quantity, upToE8];
    return { ...fill, quantity, price };
  });
}

/**
 * Whether somebody may have traded at that price: where a bust or a correction of what was there before hides in the growth,
 * the money that it grew by says nothing of its price, and all of the row stands at its average.
 */
const isNear = (price: number, average: number): boolean =>
  Math.abs(price - average) <= average * MOST_FROM_AVERAGE;
const MOST_FROM_AVERAGE = 0.2;

/** Where claims began or ended now, what rows without a time had by then is kept; one mark a moment. @param fills of all pools */
export function withCut(
  cuts: readonly Cut[],
  claims: readonly Claim[],
  fills: readonly Fill[],
  now: Stamp,
): readonly Cut[] {
  const isCut = claims.some(({ from, to }) => from === now || to === now);
  return isCut && cuts.every(({ at }) => at !== now) ? [...cuts, cutAt(now, fills)] : cuts;
}

const cutAt = (at: Stamp, fills: readonly Fill[]): Cut => ({
  at,
  untimed: fills
    .filter(({ time, status }) => time === null && status !== 'BUSTED')
    .map((fill) => ({ fill: fillKey(fill), quantity: fill.quantity, price: fill.price })),
});
