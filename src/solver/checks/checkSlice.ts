// Re-checks how one slice of a ledger was shared out: every share, every cap, what is kept, who comes first, and no better swap.
import type { LedgerClaim, LedgerProblem } from '../ledger/ledgerTypes';
import { remainder } from '../numbers';
import { CheckError } from './checkShares';

/** A claim and what it holds by slice; `open` (BRL) and `held` (shares) run along as slices are gone through. */
export interface Seat {
  readonly claim: LedgerClaim;
  readonly shares: readonly number[];
  readonly kept: readonly number[];
  weight: number;
  open: number;
  held: number;
}

/** How much of a share or a margin is taken for float noise. */
const NOISE = 1e-9;

/** One claim in one slice: BRL open before and after it, shares that its cap still allows after it. */
interface Place {
  readonly id: string;
  readonly rank: LedgerClaim['rank'];
  readonly intent: number;
  readonly weight: number;
  readonly shares: number;
  readonly before: number;
  readonly after: number;
  readonly room: number;
}

/** Refuses a slice that is not shared out by the rules; `seats` are those in force, and move on past the slice. */
export function checkSliceSplit(
  problem: LedgerProblem,
  at: number,
  seats: readonly Seat[],
  unplaced: number,
): void {
  const { id, price = 0, executedShares = 0 } = problem.slices[at] ?? { id: `${at}` };
  const given = seats.reduce((sum, seat) => sum + (seat.shares[at] ?? 0), unplaced);
  if (!(unplaced >= 0) || given !== executedShares)
    throw new CheckError(`${given} shares of ${id} instead of ${executedShares}`);
  const kept = seats.reduce((sum, seat) => sum + (seat.kept[at] ?? 0), 0);
  if (kept > executedShares) checkReduced(id, at, seats);
  const free = seats.filter(({ claim }) => claim.kept === undefined);
  const wanted = free.map(({ open }) => Math.max(open, 0)).sort((a, b) => b - a);
  const isOver = price * (executedShares - kept) > wanted.reduce((sum, open) => sum + open, 0);
  if (isOver) for (const seat of free) seat.weight = 1 / seat.claim.intent;
  const places = free.map((seat) => placeOf(problem, seat, at, isOver));
  const isFull = places.every(({ room }) => room === 0);
  checkEnded(id, at, seats, { kept, executedShares, isFull, unplaced });
  checkOrder(id, price, places);
  for (const seat of seats) {
    const count = seat.shares[at] ?? 0;
    if (count > 0) seat.open = remainder(seat.open, price, count);
    seat.held += count;
  }
}

function placeOf(problem: LedgerProblem, seat: Seat, at: number, isOver: boolean): Place {
  const { claim, open } = seat;
  const shares = seat.shares[at] ?? 0;
  const room = (claim.maxShares ?? Number.MAX_SAFE_INTEGER) - seat.held - shares;
  if (room < 0) throw new CheckError(`${claim.id} would hold more than ${claim.maxShares} shares`);
  const isSquared = problem.weighting === 'squared-relative' && !isOver;
  return {
    id: claim.id,
    rank: claim.rank,
    intent: claim.intent,
    weight: isSquared ? 1 / claim.intent / claim.intent : 1 / claim.intent,
    shares,
    before: open,
    after: remainder(open, problem.slices[at]?.price ?? 0, shares),
    room,
  };
}

/** Fewer shares than are kept: nobody gets more than it kept, and each loses the same part to the nearest share. */
function checkReduced(id: string, at: number, seats: readonly Seat[]): void {
  let [most, least] = [-Infinity, Infinity];
  for (const seat of seats) {
    const [shares, kept] = [seat.shares[at] ?? 0, seat.kept[at] ?? 0];
    if (shares > kept) throw new CheckError(`${seat.claim.id} would get more of ${id} than it kept`);
    if (shares > 0) most = Math.max(most, (shares - 0.5) / kept);
    if (shares < kept) least = Math.min(least, (shares + 0.5) / kept);
  }
  if (most > least * (1 + NOISE)) throw new CheckError(`what is kept of ${id} is not reduced pro rata`);
}

/** What is kept stays; ended claims get more, and shares stay unplaced, only when nobody before them has room. */
function checkEnded(
  id: string,
  at: number,
  seats: readonly Seat[],
  slice: { kept: number; executedShares: number; isFull: boolean; unplaced: number },
): void {
  for (const { claim, shares, kept } of seats) {
    if (claim.kept === undefined) continue;
    const more = (shares[at] ?? 0) - (kept[at] ?? 0);
    if (more < 0 && slice.kept <= slice.executedShares)
      throw new CheckError(`${claim.id} would lose what it kept of ${id}`);
    const held = shares.reduce(
      (sum, count, when) => sum + (when > at ? Math.min(count, kept[when] ?? 0) : count),
      0,
    );
    const room = (claim.maxShares ?? Number.MAX_SAFE_INTEGER) - held;
    if (more > 0 && room < 0)
      throw new CheckError(`${claim.id} would hold more than ${claim.maxShares} shares`);
    if (more > 0 && !slice.isFull)
      throw new CheckError(`${claim.id} has ended and would get more of ${id} before others are full`);
    if (slice.unplaced > 0 && room > 0) throw new CheckError(`shares of ${id} would stay unplaced`);
  }
  if (slice.unplaced > 0 && !slice.isFull) throw new CheckError(`shares of ${id} would stay unplaced`);
}

/** No swap of one share within the slice helps, and no rank is served before one above it has its due. */
function checkOrder(id: string, price: number, places: readonly Place[]): void {
  const [orders, backs] = (['order', 'give-back'] as const).map((rank) =>
    places.filter((place) => place.rank === rank),
  );
  if (!orders?.length || !backs?.length) {
    checkSwaps(id, price, places.filter(hasShares), places.filter(hasRoom));
    return;
  }
  const half = (price / 2) * (1 + NOISE);
  const isShort = (place: Place): boolean => place.room > 0 && place.after > half;
  const isBeyond = (place: Place): boolean => place.shares > 0 && place.after < -half;
  const beyond = places.filter(isBeyond);
  const shortOrders = orders.filter(isShort);
  const shortBacks = backs.filter(isShort);
  const gave = backs.find(hasShares);
  if (shortOrders.length > 0 && gave)
    throw new CheckError(`${gave.id} would get shares of ${id} before an order has its due`);
  if ((shortOrders.length > 0 || shortBacks.length > 0) && beyond.length > 0)
    throw new CheckError(
      `${beyond[0]?.id} would get shares of ${id} beyond its target before others have theirs`,
    );
  checkSwaps(id, price, orders.filter(hasShares), shortOrders);
  checkSwaps(id, price, backs.filter(hasShares), shortBacks);
  const byIntent = (place: Place): Place => ({ ...place, weight: 1 / place.intent });
  checkSwaps(id, price, beyond.map(byIntent), beyond.length > 0 ? places.filter(hasRoom).map(byIntent) : []);
}

const hasShares = ({ shares }: Place): boolean => shares > 0;
const hasRoom = ({ room }: Place): boolean => room > 0;

/**
 * Costs are convex, so a split is the least there is when no single share is better placed elsewhere: the last share
 * that a giver has costs −w·(residual + P/2) at the margin, the next that a taker would get −w·(residual − P/2).
 */
function checkSwaps(id: string, price: number, givers: readonly Place[], takers: readonly Place[]): void {
  let [dearest, cheapest, scale] = [-Infinity, Infinity, 0];
  for (const { weight, after } of givers) {
    dearest = Math.max(dearest, -weight * (after + price / 2));
    scale = Math.max(scale, weight * price);
  }
  for (const { weight, after } of takers) {
    cheapest = Math.min(cheapest, -weight * (after - price / 2));
    scale = Math.max(scale, weight * price);
  }
  if (dearest > cheapest + NOISE * (scale + Math.abs(dearest)))
    throw new CheckError(`a share of ${id} would be better placed with another claim`);
}
