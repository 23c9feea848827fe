// The shapes of the ledger: who may get which shares of one pool (ETF × side) over the slices of a day.
import type { FillProblem, Proof, Weighting } from '../types';

/** A stretch of the day between two beginnings or ends of claims, with what was executed in it. */
export interface LedgerSlice {
  readonly id: string;
  /** BRL per share, the slice's own average; may be 0 in a slice without shares. */
  readonly price: number;
  readonly executedShares: number;
}

/** Real orders are served before give-backs in every slice in which both are in force. */
export type LedgerRank = 'order' | 'give-back';

/** A right to shares of the pool; each is a member of its own, so a fund that raises its order has two. */
export interface LedgerClaim {
  readonly id: string;
  readonly rank: LedgerRank;
  /** BRL called for in shares over all slices, what is kept included; zero or negative when nothing is wanted. */
  readonly target: number;
  /** BRL, above zero: what the miss is measured against. */
  readonly intent: number;
  /** First and last slice in force, counted from 0, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** Most shares over all slices. */
  readonly maxShares?: number;
  /** Given for a claim that has ended, if only as an empty list: the shares that it had of each slice at that moment. */
  readonly kept?: readonly SliceShares[];
}

export interface SliceShares {
  readonly slice: string;
  readonly shares: number;
}

export interface LedgerProblem {
  readonly weighting?: Weighting;
  /** In time order. */
  readonly slices: readonly LedgerSlice[];
  readonly claims: readonly LedgerClaim[];
}

/**
 * `objective` is Σ w·residual² over all claims. No ledger that splits what each rank got of each slice among claims
 * in force and within their caps has less than `lowerBound`, even with all slices open at once; `gap` is therefore
 * what whole shares and the promise (a slice is settled by what happened up to it) cost together, at most.
 */
export interface LedgerAnswer extends Proof {
  readonly claims: {
    id: string;
    shares: number;
    /** Only slices with shares, in time order. */
    slices: { slice: string; shares: number }[];
    /** BRL at the slices' average prices, not rounded to cents. */
    money: number;
    residual: number;
  }[];
  /** Shares that claims took beyond their targets, rounded up to whole shares, slice by slice. */
  readonly overAllocated: number;
  /** Shares that no claim in force may take. */
  readonly unplaced: { slice: string; shares: number }[];
}

export interface LedgerFillProblem {
  readonly prefer?: 'price' | 'few-lines';
  readonly slices: readonly { readonly id: string; readonly fills: FillProblem['fills'] }[];
  /** As in `LedgerAnswer`, like `unplaced`. */
  readonly claims: readonly { readonly id: string; readonly slices: readonly SliceShares[] }[];
  readonly unplaced?: readonly SliceShares[];
}

export interface LedgerFillAnswer {
  /** claimId null: shares that no claim may take. */
  readonly lines: { slice: string; fillId: string; claimId: string | null; shares: number }[];
  readonly claims: {
    id: string;
    /** BRL paid above (below, if negative) the slices' average prices, over all slices. */
    deviation: number;
    slices: { slice: string; shares: number; averagePrice: number; deviation: number }[];
  }[];
  /** The largest |deviation| of a claim in one slice, and a floor under it for these shares. */
  readonly worstDeviation: number;
  readonly lowerBound: number;
}
