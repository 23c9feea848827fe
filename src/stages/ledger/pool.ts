// One price pool (ETF × side) of the day: its slices, and the ledger's answer to who gets which shares of them.
import type { Cnpj } from '../../domain/cnpj';
import { type Executed, executed, type Fill } from '../../domain/fill';
import { type Cents, type Price, splitCents, toBrl } from '../../domain/money';
import type { Side } from '../../domain/trade';
import {
  allocateLedger,
  type LedgerAnswer,
  type LedgerClaim,
  type LedgerProblem,
  type LedgerRank,
  type Weighting,
} from '../../solver';
import { type Claim, isLive } from './claims';
import { boundariesOf, type Cut, type Slice, slicesOf, span } from './slices';

export interface Pool {
  readonly asset: string;
  readonly side: Side;
  readonly fills: readonly Fill[];
  readonly executed: Executed;
  /** Volume-weighted average over the whole day, or the iNAV while nothing is executed. */
  readonly price: Price;
  readonly slices: readonly Slice[];
  readonly claims: readonly Claim[];
  /** The question put to the solver and its answer; null when there is nothing to split or nobody to take it. */
  readonly split: { readonly problem: LedgerProblem; readonly answer: LedgerAnswer } | null;
  /** By claim. */
  readonly sharesByClaim: ReadonlyMap<string, number>;
  /** What these shares cost at the slices' averages: rounded together, so that they add up to the pool's cents. */
  readonly moneyByClaim: ReadonlyMap<string, Cents>;
  readonly sharesByFund: ReadonlyMap<Cnpj, number>;
  readonly moneyByFund: ReadonlyMap<Cnpj, Cents>;
  /** Shares that no claim may take: an exception for a person to settle, never a fund's. */
  readonly excess: number;
}

/** What the split of a pool rests on beside its own claims. */
export interface PoolQuestion {
  readonly asset: string;
  readonly side: Side;
  readonly claims: readonly Claim[];
  /** Without busted ones. */
  readonly fills: readonly Fill[];
  readonly cuts: readonly Cut[];
  readonly inav: Price;
  readonly weighting: Weighting;
  /** What a fund's claims here need no longer fill: units, less what it gave back on the other side; may be negative. */
  readonly covered: (cnpj: Cnpj) => Cents;
  /** Most shares that a fund's orders, or its give-backs, may be given here in all; undefined = no limit. */
  readonly limit: (cnpj: Cnpj, rank: LedgerRank) => number | undefined;
}

export function splitPool(question: PoolQuestion): Pool {
  const { asset, side, claims, fills, cuts, weighting } = question;
  const boundaries = boundariesOf(claims);
  const slices = slicesOf(boundaries, fills, cuts);
  const done = executed(fills);
  const price = done.price ?? question.inav;
  const base = { asset, side, fills, executed: done, price, slices, claims };
  if (done.shares === 0 || claims.length === 0)
    return {
      ...base,
      split: null,
      sharesByClaim: new Map(),
      moneyByClaim: new Map(),
      sharesByFund: new Map(),
      moneyByFund: new Map(),
      excess: done.shares,
    };
  const problem: LedgerProblem = {
    weighting,
    slices: slices.map(({ id, executed: own }) => ({
      id,
      price: own.price ?? price,
      executedShares: own.shares,
    })),
    claims: ledgerClaims(question, boundaries, price),
  };
  const answer = allocateLedger(problem);
  const moneyByClaim = moneyOf(slices, answer);
  const sharesByClaim = new Map(answer.claims.map(({ id, shares }) => [id, shares]));
  const byFund = (figures: ReadonlyMap<string, number>): ReadonlyMap<Cnpj, number> => {
    const sums = new Map<Cnpj, number>();
    for (const { id, cnpj } of claims) sums.set(cnpj, (sums.get(cnpj) ?? 0) + (figures.get(id) ?? 0));
    return sums;
  };
  return {
    ...base,
    split: { problem, answer },
    sharesByClaim,
    moneyByClaim,
    sharesByFund: byFund(sharesByClaim),
    moneyByFund: byFund(moneyByClaim),
    excess: answer.unplaced.reduce((sum, { shares }) => sum + shares, 0),
  };
}

/** What covers a fund's demand covers its oldest order first; what is too much stands against the youngest. */
function ledgerClaims(
  { claims, covered, limit }: PoolQuestion,
  boundaries: readonly string[],
  price: Price,
): readonly LedgerClaim[] {
  const lastLive = new Map(claims.filter(isLive).map((claim) => [ownerOf(claim), claim.id]));
  const last = new Map(claims.map((claim) => [ownerOf(claim), claim.id]));
  const cover = new Map<Cnpj, Cents>();
  const room = new Map<string, number>();
  const kept = new Map<string, Claim['kept']>();
  for (const claim of claims) {
    const { id, cnpj, rank } = claim;
    if (!cover.has(cnpj)) cover.set(cnpj, covered(cnpj));
    const most = limit(cnpj, rank);
    const left = most === undefined ? undefined : (room.get(ownerOf(claim)) ?? most);
    const own = rank === 'give-back' && left !== undefined ? withinRoom(claim.kept, left) : claim.kept;
    kept.set(id, own);
    if (left !== undefined) room.set(ownerOf(claim), left - sharesIn(own));
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
      // What is reported late may still fall to it, within what the fund's claims in force leave.
      const isFree = !lastLive.has(owner) && last.get(owner) === id;
      return { ...ended, maxShares: sharesIn(own) + (isFree ? Math.max(0, most) : 0) };
    }
    const isLast = lastLive.get(owner) === id;
    let target = amount;
    if (rank === 'order') {
      const left = cover.get(cnpj) ?? 0;
      const taken = isLast || left < 0 ? left : Math.min(left, amount);
      cover.set(cnpj, left - taken);
      target = amount - taken;
    }
    if (most === undefined) return { ...common, target: toBrl(target) };
    const own = isLast
      ? Math.max(0, most)
      : Math.min(Math.max(0, most), Math.ceil(Math.max(0, target) / 100 / price));
    room.set(owner, most - own);
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

/** Slice by slice, so that every slice's cents are given out whole; what no claim may take pays for itself. */
function moneyOf(slices: readonly Slice[], answer: LedgerAnswer): ReadonlyMap<string, Cents> {
  const money = new Map<string, Cents>();
  for (const { id: slice, executed: own } of slices) {
    const takers = answer.claims.flatMap(({ id, slices: parts }) =>
      parts.filter((part) => part.slice === slice).map(({ shares }) => ({ id, shares })),
    );
    const unplaced = answer.unplaced.find((left) => left.slice === slice)?.shares ?? 0;
    const weights = [...takers.map(({ shares }) => shares), unplaced];
    if (weights.every((weight) => weight === 0)) continue;
    const parts = splitCents(own.money, weights);
    takers.forEach(({ id }, index) => {
      money.set(id, (money.get(id) ?? 0) + (parts[index] ?? 0));
    });
  }
  return money;
}
