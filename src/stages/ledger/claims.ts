// Claims: who has a right to shares of a pool (ETF × side), from when, until when. An order that is raised, reduced or
// cancelled and a give-back that is restated never change what happened before: they end claims and begin others.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import type { LedgerRank, SliceShares } from '../../solver';

export interface Claim {
  /** `HASH11/BUY/<cnpj>/order/1`: stable for the day. */
  readonly id: string;
  readonly rank: LedgerRank;
  readonly cnpj: Cnpj;
  readonly asset: string;
  /** Of the pool that it has a right to; a give-back lies on the side opposite to its fund's order. */
  readonly side: Side;
  /**
   * What it calls for in all; of an order that was cut, beside what its ended claims keep, so that it is zero or less while these
   * have all of it. Once it has ended, what it had executed then, or what was left of that when its order went on anew.
   */
  readonly amount: Cents;
  /** What its miss is measured against. */
  readonly weight: Cents;
  /** null = since the day opened: nothing was executed before it. */
  readonly from: Stamp | null;
  /** null = in force. */
  readonly to: Stamp | null;
  /** What it had of each slice when it ended: that stays with it. */
  readonly kept: readonly SliceShares[];
  /** What its claimant called for in all when it ended; nothing while it is in force, or where an older version ended it. */
  readonly called?: Cents;
  /** What its fund had beside its orders when it ended; nothing while it is in force, or where an older version ended it. */
  readonly beside?: Beside;
}

/** What a fund has of a side beside what its orders executed there. */
export interface Beside {
  /** Whole units asked for. */
  readonly units: number;
  /** What it gave back on the other side. */
  readonly givenBack: Cents;
}

/** Whose claims on which pool. */
export interface Claimant {
  readonly rank: LedgerRank;
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
}

/** What a claim has executed by now, as the ledger splits it. */
export type Has = (claim: Claim) => { readonly shares: number; readonly money: Cents };

/** The same with its slices, and what its fund has beside it. */
export type Got = (claim: Claim) => ReturnType<Has> & {
  readonly slices: readonly SliceShares[];
  readonly beside: Beside;
};

export const claimantKey = ({ rank, cnpj, asset, side }: Claimant): string =>
  `${asset}/${side}/${cnpj}/${rank}`;

export const isLive = (claim: Claim): boolean => claim.to === null;

/**
 * What the claims of one claimant call for together. While an order is in force that is what it asks for, whatever was busted of
 * what it kept: its claim in force takes that over (`inForceNow`). Of others ended claims count as what they have: what was
 * busted of them is called for by nobody, until they begin anew with it.
 */
export const calledFor = (claims: readonly Claim[], has: Has): Cents =>
  claims.some((claim) => claim.rank === 'order' && isLive(claim))
    ? claims.reduce((sum, { amount }) => sum + amount, 0)
    : claims.reduce((sum, claim) => sum + worthNow(claim, has), 0);

/** An ended claim has another amount than it kept where that is a share or more: less is what prices are rounded to. */
function isRevalued(claim: Claim, has: Has): boolean {
  if (isLive(claim)) return false;
  const { shares, money } = has(claim);
  const off = Math.abs(money - claim.amount);
  return off > 0 && off * shares >= money;
}

const worthNow = (claim: Claim, has: Has): Cents =>
  isRevalued(claim, has) ? has(claim).money : claim.amount;

/**
 * The claims that call for shares. An order that was cut goes on from then on with what it kept: it calls for what a bust takes
 * of that, the claim that followed the cut standing for it. While it has all it asks for, that claim calls for nothing and is
 * left out, so that nothing beyond others' targets falls to it.
 * @param claims of one pool; @param has of ended ones
 */
export function inForceNow(claims: readonly Claim[], has: Has): readonly Claim[] {
  const lost = new Map<string, Cents>();
  for (const claim of claims) {
    if (claim.rank !== 'order' || isLive(claim)) continue;
    const key = claimantKey(claim);
    lost.set(key, (lost.get(key) ?? 0) + claim.amount - worthNow(claim, has));
  }
  return claims.flatMap((claim): readonly Claim[] => {
    if (claim.rank !== 'order' || !isLive(claim)) return [claim];
    const key = claimantKey(claim);
    const amount = claim.amount + (lost.get(key) ?? 0);
    // What ended ones have too much of is no call of a younger one either.
    lost.set(key, Math.min(0, amount));
    return amount > 0 ? [{ ...claim, amount }] : [];
  });
}

export interface Restatement {
  readonly claimant: Claimant;
  /** What is called for from now on, everything executed so far included. */
  readonly total: Cents;
}

/**
 * The claims after these restatements, in the order of their ids.
 * More = one more claim that begins now: the added part takes nothing that was executed before it. Less, or something else
 * left of what ended ones kept = all that are in force end with what they have, and what is left of the total begins anew; it
 * weighs as the whole order does, and an order begins anew also where nothing is left: it may come to lose some of what it kept.
 * @param at null = nothing was executed yet: the claims are simply other ones
 */
export function restated(
  claims: readonly Claim[],
  restatements: readonly Restatement[],
  at: Stamp | null,
  got: Got,
): readonly Claim[] {
  const byClaimant = new Map<string, readonly Claim[]>();
  for (const claim of claims) {
    const key = claimantKey(claim);
    byClaimant.set(key, [...(byClaimant.get(key) ?? []), claim]);
  }
  for (const { claimant, total } of restatements) {
    const key = claimantKey(claimant);
    byClaimant.set(key, restatedOne(claimant, byClaimant.get(key) ?? [], total, at, got));
  }
  return [...byClaimant.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1));
}

function restatedOne(
  claimant: Claimant,
  own: readonly Claim[],
  total: Cents,
  at: Stamp | null,
  got: Got,
): readonly Claim[] {
  const goesOn = claimant.rank === 'order' && total > 0;
  const isInForce = own.some(isLive);
  const called = calledFor(own, got);
  // What an order in force lost of what it kept is called for already.
  const hasRevalued = !(goesOn && isInForce) && own.some((claim) => isRevalued(claim, got));
  const least = hasRevalued && total > 0 ? dearest(own, got) : 1;
  const isMissing = goesOn && own.length > 0 && !isInForce;
  if (Math.abs(total - called) < least && !isMissing) return own;
  if (at === null) return total > 0 ? [begun(claimant, 1, total, total, null)] : [];
  if (total > called && !hasRevalued && !isMissing) {
    const more = total - called;
    return [...own, begun(claimant, nextOf(own), more, more, at)];
  }
  const ended = own.flatMap((claim): readonly Claim[] => {
    if (!isLive(claim)) return [{ ...claim, amount: worthNow(claim, got) }];
    const has = got(claim);
    // One that called for nothing and has nothing leaves nothing to keep.
    return claim.amount <= 0 && has.shares === 0 ? [] : [endedAt(claim, at, called, has)];
  });
  const left = total - calledFor(ended, got);
  return left > 0 || goesOn ? [...ended, begun(claimant, nextOf(own), left, total, at)] : ended;
}

const nextOf = (own: readonly Claim[]): number =>
  1 + Math.max(0, ...own.map(({ id }) => Number(id.slice(id.lastIndexOf('/') + 1))));

/** What a share of these claims cost at most, in cents; 1 where they have none. */
const dearest = (claims: readonly Claim[], has: Has): Cents =>
  Math.max(
    1,
    ...claims.map((claim) => {
      const { shares, money } = has(claim);
      return shares > 0 ? money / shares : 1;
    }),
  );

const begun = (
  { rank, cnpj, asset, side }: Claimant,
  nth: number,
  amount: Cents,
  weight: Cents,
  from: Stamp | null,
): Claim => ({
  id: `${claimantKey({ rank, cnpj, asset, side })}/${String(nth).padStart(3, '0')}`,
  rank,
  cnpj,
  asset,
  side,
  amount,
  weight: Math.max(weight, 1),
  from,
  to: null,
  kept: [],
});

const endedAt = (
  claim: Claim,
  at: Stamp,
  called: Cents,
  { slices, money, beside }: ReturnType<Got>,
): Claim => ({
  ...claim,
  amount: money,
  to: at,
  kept: slices,
  called,
  beside,
});

/**
 * What ended claims of one claimant have by right: what their fund had when they ended, and no more than was called for then.
 * What a broker executed beyond that is too much before and after, and so is what came after: units asked for later are no
 * part of what was kept.
 * @param moneyOf what each has now; @param besideAt what counted beside them when that one ended, in cents
 */
export function rightOf(
  ended: readonly Claim[],
  moneyOf: (claim: Claim) => Cents,
  besideAt: (claim: Claim) => Cents,
): Cents {
  return ended.reduce((right, one) => {
    const has = ended
      .filter(({ to }) => (to ?? '') <= (one.to ?? ''))
      .reduce((sum, claim) => sum + moneyOf(claim), besideAt(one));
    return Math.max(right, Math.min(has, one.called ?? has));
  }, 0);
}
