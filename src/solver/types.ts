// The shapes every split takes and gives. Prices and targets in BRL, shares and units in whole numbers.

/** How a fund's miss is measured: w = 1/V treats every BRL of intent alike, w = 1/V² every fund alike. */
export type Weighting = 'equal-bps' | 'squared-relative';

/** Which of equally good unit splits is taken. */
export type Ties = 'pro-rata' | 'fewest-requests';

/** What the answer is worth: the objective, a proven floor under every possible answer, and their difference. */
export interface Proof {
  readonly objective: number;
  readonly lowerBound: number;
  readonly gap: number;
}

export interface ShareFund {
  readonly id: string;
  /** BRL left for shares; zero or negative when units have already filled the fund. */
  readonly target: number;
  /** BRL the fund asked for, above zero: what its miss is measured against. */
  readonly intent: number;
  readonly maxShares?: number;
}

export interface ShareProblem {
  readonly price: number;
  readonly executedShares: number;
  /** Every fund takes whole lots; what is left over of executedShares goes to one fund as an odd lot. */
  readonly shareLot?: number;
  readonly weighting?: Weighting;
  readonly funds: readonly ShareFund[];
}

export interface ShareAnswer extends Proof {
  readonly funds: { id: string; shares: number; residual: number }[];
  /** Shares that funds take beyond their targets, rounded up to whole shares. */
  readonly overAllocated: number;
}

/** perShare · shares + perUnit · units ≤ total: cash for buys, holdings for sells. */
export interface Limit {
  readonly perShare: number;
  readonly perUnit: number;
  readonly total: number;
}

export interface PrimaryFund {
  readonly id: string;
  /** BRL to be filled by shares and units together, above zero. */
  readonly target: number;
  /** BRL the fund asked for in all, above zero: what its miss is measured against; left out, its target. */
  readonly intent?: number;
  /** 0 for a fund without access to the primary market. */
  readonly maxUnits?: number;
  /** Decided already: exactly so many, whatever else would be better; within `maxUnits` and `limit`. */
  readonly fixedUnits?: number;
  readonly maxShares?: number;
  readonly limit?: Limit;
}

export interface PrimaryProblem {
  readonly price: number;
  readonly unitValue: number;
  readonly executedShares: number;
  readonly shareLot?: number;
  readonly maxTotalUnits?: number;
  readonly weighting?: Weighting;
  readonly ties?: Ties;
  readonly funds: readonly PrimaryFund[];
}

export interface PrimaryAnswer extends Proof {
  readonly funds: { id: string; shares: number; units: number; residual: number }[];
}

export interface FillProblem {
  readonly fills: readonly { readonly id: string; readonly price: number; readonly quantity: number }[];
  readonly funds: readonly { readonly id: string; readonly shares: number }[];
  /** 'price' (default): the fairest averages; 'few-lines': nearly as fair with about one line per fill. */
  readonly prefer?: 'price' | 'few-lines';
}

export interface FillAnswer {
  readonly lines: { fillId: string; fundId: string; shares: number }[];
  /** deviation: BRL paid above (below, if negative) what the pool's average price would have cost. */
  readonly funds: { id: string; averagePrice: number; deviation: number }[];
  readonly worstDeviation: number;
  /** No split into whole shares has a smaller worst deviation: each fund's distance to the next possible sum. */
  readonly lowerBound: number;
}

export interface CostAsset {
  readonly id: string;
  readonly side: 'BUY' | 'SELL';
  readonly price: number;
  readonly unitValue: number;
  readonly sharesPerUnit: number;
  readonly executedShares: number;
  /** BRL for each fund that files a request for units. */
  readonly feePerRequest: number;
  /** Cost of primary, in basis points of the units' value. */
  readonly primaryBps: number;
  /** Cost of secondary, in basis points of the shares' value. */
  readonly halfSpreadBps: number;
  /** BRL per BRL of |residual|. */
  readonly residualPenalty: number;
  readonly maxTotalUnits?: number;
}

export interface CostPosition {
  readonly asset: string;
  /** BRL; may be zero or negative when the fund wants nothing of the asset. */
  readonly target: number;
  /** Shares the fund holds: what a seller can give, in shares and units together. */
  readonly holdings?: number;
  readonly maxUnits?: number;
  readonly maxShares?: number;
}

export interface CostProblem {
  readonly assets: readonly CostAsset[];
  readonly funds: readonly {
    readonly id: string;
    /** BRL for all the fund buys, shares and units; unlimited when left out. */
    readonly cash?: number;
    readonly positions: readonly CostPosition[];
  }[];
}

/** When a search stops that could go on. Work counted is the same on every machine, time is not. */
export interface Budget {
  /** Asked every few milliseconds: true ends the search with the best answer so far and the gap proven so far. */
  readonly isSpent?: () => boolean;
  /** Numbers looked at, about `WORK_A_SECOND` a second; eight seconds' worth unless there is a word on time. */
  readonly work?: number;
}

export interface CostAnswer extends Proof {
  /**
   * Why the search ended: no answer is cheaper by more than a ten-thousandth; all was searched, and whole shares leave more
   * than that unproven; or its work or its time was done.
   */
  readonly end: 'proven' | 'searched' | 'work' | 'time';
  readonly positions: {
    fund: string;
    asset: string;
    shares: number;
    units: number;
    residual: number;
    cost: number;
  }[];
}
