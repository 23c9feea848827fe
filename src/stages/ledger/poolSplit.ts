// The question of one pool put to the ledger: what each claim calls for and may hold, given what its fund's other claims have.
import type { Instruction } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import type { Fill } from '../../domain/fill';
import { type Cents, fromBrl, type Price, toBrl } from '../../domain/money';
import type { Side } from '../../domain/trade';
import {
  allocateLedger,
  type LedgerAnswer,
  type LedgerClaim,
  type LedgerProblem,
  type LedgerRank,
  type LedgerSlice,
  stillKept,
  type Weighting,
} from '../../solver';
import { type Claim, type Has, inForceNow, isLive } from './claims';
import { type Cut, type Slice, span } from './slices';

/** What the split of a pool rests on beside its own claims. */
export interface PoolQuestion {
  readonly asset: string;
  readonly side: Side;
  readonly claims: readonly Claim[];
  /** Without busted ones. */
  readonly fills: readonly Fill[];
  readonly cuts: readonly Cut[];
  /** Every version of the day's: by them it is told who traded beyond its cap. */
  readonly instructions: readonly Instruction[];
  readonly inav: Price;
  readonly weighting: Weighting;
  /** What a fund's claims here need no longer fill: units, less what it gave back on the other side; may be negative. */
  readonly covered: (cnpj: Cnpj) => Cents;
  /** Most shares that a fund's orders, or its give-backs, may be given here in all; undefined = no limit. */
  readonly limit: (cnpj: Cnpj, rank: LedgerRank) => number | undefined;
}

/** How the pool's day is cut. */
export interface Day {
  readonly boundaries: readonly string[];
  readonly slices: readonly Slice[];
  /** Of the pool, for slices in which nothing was executed. */
  readonly price: Price;
}

/**
 * The claims in force are counted with what was busted of what their orders kept. The claims of one fund share its limit, and what an older one has beyond its call is no call of a younger one. What each had
 * when the next began is known once the slices before that are split: so the split is made again with it, until nothing is new.
 * What came before a claim stays as it is in that.
 */
export function splitSlices(
  asked: PoolQuestion,
  day: Day,
): { readonly problem: LedgerProblem; readonly answer: LedgerAnswer } {
  const slices = day.slices.map(({ id, executed: { price, shares: executedShares } }) => ({
    id,
    price: price ?? day.price,
    executedShares,
  }));
  const known = withoutBusted(asked.claims, slices);
  const splitBy = (claims: readonly LedgerClaim[]) => {
    const problem: LedgerProblem = { weighting: asked.weighting, slices, claims };
    return { problem, answer: allocateLedger(problem) };
  };
  const prices = new Map(slices.map(({ id, price }) => [id, price]));
  const claims = inForceNow(known, ({ kept }) => worthOf(kept, prices));
  let found = splitBy(ledgerClaims({ ...asked, claims }, day, null));
  for (let left = 2 * claims.length + 2; left > 0; left--) {
    const rows = new Map(found.answer.claims.map((row) => [row.id, row.slices]));
    // What ended ones have: what they kept, and what of their time was reported late.
    const now = inForceNow(known, ({ id, kept }) => worthOf(rows.get(id) ?? kept, prices));
    const before: Before = {
      had: hadBefore(nextOf(now), day, found.answer),
      shares: new Map(found.answer.claims.map(({ id, shares }) => [id, shares])),
      late: lateFor(asked, day, found.answer),
    };
    const again = ledgerClaims({ ...asked, claims: now }, day, before);
    if (JSON.stringify(again) === JSON.stringify(found.problem.claims)) break;
    found = splitBy(again);
  }
  return found;
}

/** What shares of slices cost, at the slices' averages. */
function worthOf(parts: Claim['kept'], prices: ReadonlyMap<string, number>): ReturnType<Has> {
  const brl = parts.reduce((sum, { slice, shares }) => sum + shares * (prices.get(slice) ?? 0), 0);
  return { shares: sharesIn(parts), money: fromBrl(Math.round(brl * 100) / 100) };
}

/** Ended claims keep what is left of their slices: what was busted takes no room of its fund's other claims. */
function withoutBusted(claims: readonly Claim[], slices: readonly LedgerSlice[]): readonly Claim[] {
  const ended = claims.filter((claim) => !isLive(claim));
  const left = stillKept({
    slices,
    claims: ended.map(({ id, rank, weight, kept }) => ({
      ...{ id, rank, kept, target: 0, intent: toBrl(weight) },
      ...{ from: 0, to: slices.length - 1 },
    })),
  });
  return claims.map((claim) => ({ ...claim, kept: left.get(claim.id) ?? claim.kept }));
}

/** What a claim had when the next of its fund began. */
interface Had {
  readonly shares: number;
  readonly money: Cents;
}

/** By claim in force: the next one of the same fund and rank. */
function nextOf(claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  const next = new Map<string, Claim>();
  const last = new Map<string, Claim>();
  for (const claim of claims.filter(isLive)) {
    const older = last.get(ownerOf(claim));
    if (older) next.set(older.id, claim);
    last.set(ownerOf(claim), claim);
  }
  return next;
}

/** What the split before this one gave. */
interface Before {
  /** By claim in force with a younger one. */
  readonly had: ReadonlyMap<string, Had>;
  /** By claim. */
  readonly shares: ReadonlyMap<string, number>;
  readonly late: Late | null;
}

/** An ended claim that may have more of what was traded in its time than it kept: nobody else could take that. */
interface Late {
  readonly id: string;
  /** Shares that its fund may still be given. */
  readonly free: number;
}

/** The first one; what is left for others is seen once it has its part. */
function lateFor(
  { claims, limit }: PoolQuestion,
  { boundaries, slices }: Day,
  answer: LedgerAnswer,
): Late | null {
  const shares = new Map(answer.claims.map((row) => [row.id, row.shares]));
  const places = answer.unplaced.map((left) => slices.findIndex(({ id }) => id === left.slice));
  for (const claim of claims) {
    const most = isLive(claim) ? undefined : limit(claim.cnpj, claim.rank);
    const { from, to } = span(claim, boundaries);
    if (most === undefined || !places.some((at) => from <= at && at <= to)) continue;
    const used = claims
      .filter((own) => ownerOf(own) === ownerOf(claim))
      .reduce((sum, { id }) => sum + (shares.get(id) ?? 0), 0);
    if (used < most) return { id: claim.id, free: most - used };
  }
  return null;
}

function hadBefore(
  next: ReadonlyMap<string, Claim>,
  { boundaries, slices }: Day,
  { claims }: LedgerAnswer,
): ReadonlyMap<string, Had> {
  const places = new Map(slices.map((slice, at) => [slice.id, { at, price: slice.executed.price ?? 0 }]));
  return new Map(
    claims.flatMap(({ id, slices: parts }) => {
      const younger = next.get(id);
      if (younger === undefined) return [];
      const { from } = span(younger, boundaries);
      let [shares, brl] = [0, 0];
      for (const part of parts) {
        const { at, price } = places.get(part.slice) ?? { at: from, price: 0 };
        if (at >= from) continue;
        shares += part.shares;
        brl += part.shares * price;
      }
      return [[id, { shares, money: Math.round(brl * 100) }] as const];
    }),
  );
}

/** What covers a fund's demand covers its oldest order first; what is too much stands against the youngest. */
function ledgerClaims(
  { claims, covered, limit }: PoolQuestion,
  { boundaries, price }: Day,
  before: Before | null,
): readonly LedgerClaim[] {
  const lastLive = new Map(claims.filter(isLive).map((claim) => [ownerOf(claim), claim.id]));
  const last = new Map(claims.map((claim) => [ownerOf(claim), claim.id]));
  const cover = new Map<Cnpj, Cents>();
  const beyond = new Map<string, Cents>();
  const room = new Map<string, number>();
  const kept = new Map<string, Claim['kept']>();
  for (const claim of claims) {
    const { id, cnpj, rank } = claim;
    if (!cover.has(cnpj)) cover.set(cnpj, covered(cnpj));
    const most = limit(cnpj, rank);
    const left = most === undefined ? undefined : (room.get(ownerOf(claim)) ?? most);
    const own = rank === 'give-back' && left !== undefined ? withinRoom(claim.kept, left) : claim.kept;
    kept.set(id, own);
    const taken = isLive(claim) ? 0 : Math.max(sharesIn(own), before?.shares.get(id) ?? 0);
    if (left !== undefined) room.set(ownerOf(claim), left - taken);
  }
  return claims.map((claim): LedgerClaim => {
    const { id, rank, cnpj, amount, weight } = claim;
    const common = { id, rank, intent: toBrl(weight), ...span(claim, boundaries) };
    const owner = ownerOf(claim);
    const most = room.get(owner);
    if (!isLive(claim)) {
      const own = kept.get(id) ?? [];
      const ended = { ...common, target: toBrl(amount), kept: own };
      if (most === undefined) return ended;
      // What is reported late may still fall to it, within what the fund's other claims leave.
      const isFree = before === null && !lastLive.has(owner) && last.get(owner) === id;
      const late = before?.late?.id === id ? before.late.free : 0;
      const had = Math.max(sharesIn(own), before?.shares.get(id) ?? 0);
      return { ...ended, maxShares: had + (isFree ? Math.max(0, most) : late) };
    }
    const isLast = lastLive.get(owner) === id;
    let target = amount;
    if (rank === 'order') {
      const left = cover.get(cnpj) ?? 0;
      const taken = isLast || left < 0 ? left : Math.min(left, amount);
      cover.set(cnpj, left - taken);
      target = amount - taken;
    }
    target -= beyond.get(owner) ?? 0;
    const had = before?.had.get(id);
    if (had) beyond.set(owner, Math.max(0, had.money - target));
    if (most === undefined) return { ...common, target: toBrl(target) };
    const wanted = Math.max(had?.shares ?? most, Math.ceil(Math.max(0, target) / 100 / price));
    const own = isLast ? Math.max(0, most) : Math.min(Math.max(0, most), wanted);
    room.set(owner, before === null ? most : most - own);
    return { ...common, target: toBrl(target), maxShares: own };
  });
}

const ownerOf = ({ cnpj, rank }: Claim): string => `${cnpj}/${rank}`;
const sharesIn = (kept: Claim['kept']): number => kept.reduce((sum, { shares }) => sum + shares, 0);

/** What was given back of shares whose purchase was busted since is no fund's sale: the earliest stay. */
function withinRoom(kept: Claim['kept'], room: number): Claim['kept'] {
  let left = Math.max(0, room);
  return kept.flatMap(({ slice, shares }) => {
    const own = Math.min(shares, left);
    left -= own;
    return own > 0 ? [{ slice, shares: own }] : [];
  });
}
