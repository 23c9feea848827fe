// One price pool (ETF × side) of the day: its slices, and the ledger's answer to who gets which shares of them.
import type { Cnpj } from '../../domain/cnpj';
import { type Executed, executed, type Fill } from '../../domain/fill';
import { type Cents, type Price, splitCents } from '../../domain/money';
import type { Side } from '../../domain/trade';
import type { LedgerAnswer, LedgerProblem } from '../../solver';
import { type Aside, setAside } from './beyondCaps';
import type { Claim, Has } from './claims';
import { type Day, type PoolQuestion, splitSlices } from './poolSplit';
import { boundariesOf, type Slice, slicesOf } from './slices';

export interface Pool {
  readonly asset: string;
  readonly side: Side;
  readonly fills: readonly Fill[];
  readonly executed: Executed;
  /** Volume-weighted average over the whole day, or the iNAV while nothing is executed. */
  readonly price: Price;
  /** Without what is set aside. */
  readonly slices: readonly Slice[];
  /** What was traded beyond caps and no claim may take: the brokers' that broke them. */
  readonly aside: readonly Aside[];
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

export function splitPool(question: PoolQuestion): Pool {
  const { asset, side, claims, fills, cuts } = question;
  const boundaries = boundariesOf(claims);
  const whole = slicesOf(boundaries, fills, cuts);
  const done = executed(fills);
  const price = done.price ?? question.inav;
  const base = { asset, side, fills, executed: done, price, claims };
  if (done.shares === 0 || claims.length === 0)
    return {
      ...base,
      slices: whole,
      aside: [],
      split: null,
      sharesByClaim: new Map(),
      moneyByClaim: new Map(),
      sharesByFund: new Map(),
      moneyByFund: new Map(),
      excess: done.shares,
    };
  const { slices, aside, problem, answer } = splitBeside(question, { boundaries, slices: whole, price });
  const moneyByClaim = moneyOf(slices, answer);
  const sharesByClaim = new Map(answer.claims.map(({ id, shares }) => [id, shares]));
  return {
    ...base,
    ...{ slices, aside },
    split: { problem, answer },
    sharesByClaim,
    moneyByClaim,
    sharesByFund: byFund(claims, sharesByClaim),
    moneyByFund: byFund(claims, moneyByClaim),
    excess: [...answer.unplaced, ...aside.map(({ fill }) => ({ shares: fill.quantity }))].reduce(
      (sum, { shares }) => sum + shares,
      0,
    ),
  };
}

/** What no claim may take is set aside, and the funds share the rest at its own prices, until nothing more is to be. */
function splitBeside(question: PoolQuestion, day: Day) {
  let [slices, aside] = [day.slices, [] as readonly Aside[]];
  for (;;) {
    const { problem, answer } = splitSlices(question, { ...day, slices });
    const found = setAside(slices, answer.unplaced, question.instructions);
    if (found.aside.length === 0) return { slices, aside, problem, answer };
    slices = found.slices;
    aside = [...aside, ...found.aside];
  }
}

/** What a claim of the pool has, to the cent that positions count. */
export const hasIn =
  ({ sharesByClaim, moneyByClaim }: Pool): Has =>
  ({ id }) => ({ shares: sharesByClaim.get(id) ?? 0, money: moneyByClaim.get(id) ?? 0 });

/** @param figures by claim */
export function byFund(
  claims: readonly Claim[],
  figures: ReadonlyMap<string, number>,
): ReadonlyMap<Cnpj, number> {
  const sums = new Map<Cnpj, number>();
  for (const { id, cnpj } of claims) sums.set(cnpj, (sums.get(cnpj) ?? 0) + (figures.get(id) ?? 0));
  return sums;
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
