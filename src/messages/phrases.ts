// The phrases of the desk's mails: one type, so that no language can lack one; figures arrive already printed.

import type { Broker } from '../domain/broker';
import type { Side, TradeStrategy } from '../domain/trade';
import type { ReportWords } from './report/phrases';

export type Occasion = 'opening' | 'primary' | 'adjustment' | 'amendment' | 'stop';

/** The price that binds, and how it came about: so many bps above the iNAV in a buy, below it in a sell. */
export interface Limit {
  readonly bps: string;
  readonly price: string;
  readonly inav: string;
}

export interface Order {
  readonly side: Side;
  readonly asset: string;
  readonly cap: string;
  /** Executed so far; null when nothing is. */
  readonly done: string | null;
  readonly limit: Limit;
}

/** One order of the offshore desk that begins, changes or stops. */
export interface OffshoreLine {
  readonly side: Side;
  readonly asset: string;
  readonly fund: string;
  readonly before: string;
  readonly now: string;
}

export interface Words {
  readonly side: Readonly<Record<Side, string>>;
  readonly strategy: Readonly<Record<TradeStrategy, string>>;
  readonly signature: (deskName: string) => string;
  readonly greeting: string;
  readonly confirm: string;
  readonly attached: (file: string) => string;
  /** Where a mail shows totals of too many rows. */
  readonly totalled: (file: string) => string;
  /** What a list of too many leaves out. */
  readonly more: (n: string, what: string) => string;
  readonly total: string;
  readonly column: {
    readonly asset: string;
    readonly side: string;
    readonly cap: string;
    readonly shareCap: string;
    readonly done: string;
    readonly limit: string;
    readonly bps: string;
    readonly version: string;
    readonly fund: string;
    readonly cnpj: string;
    readonly amount: string;
    readonly strategy: string;
    readonly units: string;
    readonly shares: string;
    readonly value: string;
    readonly averagePrice: string;
    readonly price: string;
    readonly target: string;
    readonly executed: string;
    readonly primary: string;
    readonly difference: string;
    readonly givenBack: string;
    readonly fill: string;
    readonly time: string;
    readonly partFrom: string;
    readonly funds: string;
    readonly orders: string;
    readonly requests: string;
  };
  readonly broker: {
    readonly subject: Readonly<Record<Occasion, string>>;
    readonly intro: Readonly<Record<Occasion, string>>;
    readonly start: (order: Order) => string;
    readonly replaces: (order: Order & { readonly version: number }) => string;
    readonly stop: (order: {
      readonly side: Side;
      readonly asset: string;
      readonly done: string;
      readonly version: number | null;
    }) => string;
    readonly doNotCross: string;
    /** Funds whose orders are split over no other broker. */
    readonly wholeOrders: (funds: string) => string;
    /** Of a sale: what may be sold in shares, whatever the amount leaves open. */
    readonly noMoreThan: (shares: string) => string;
    readonly doNotCrossIn: (assets: string) => string;
    readonly inFile: string;
    readonly number: (id: string, version: number) => string;
    readonly cumulative: (date: string) => string;
    /** Which price binds, and until when. */
    readonly binds: (date: string) => string;
    readonly settles: (date: string) => string;
  };
  readonly offshore: {
    readonly subject: string;
    readonly intro: (date: string) => string;
    readonly none: string;
    readonly changedSubject: string;
    readonly changed: (date: string) => string;
    readonly start: (line: OffshoreLine) => string;
    readonly replaces: (line: OffshoreLine) => string;
    readonly stop: (line: OffshoreLine) => string;
    readonly noneLeft: string;
  };
  readonly administrator: {
    readonly subject: string;
    readonly side: Readonly<Record<Side, string>>;
    readonly intro: (administrator: string, date: string) => string;
    readonly request: (request: {
      readonly side: Side;
      readonly units: number;
      readonly printedUnits: string;
      readonly asset: string;
      readonly fund: string;
      readonly cnpj: string;
      readonly value: string;
    }) => string;
    readonly account: (account: {
      readonly bank: string;
      readonly branch: string;
      readonly account: string;
    }) => string;
    readonly accountMissing: string;
    readonly accountsInFile: string;
    readonly unit: (shares: string) => string;
    readonly settlement: (date: string, settles: string) => string;
  };
  readonly adjustment: {
    readonly subject: (iteration: number, maximum: number) => string;
    readonly converged: string;
    readonly naked: string;
    /** Converged with differences for which no order is out. */
    readonly nothingNow: string;
    /** @param waits for the last round; else it is kept */
    readonly over: (money: string, waits: boolean) => string;
    readonly missing: (money: string) => string;
    readonly open: string;
    readonly last: string;
    readonly assets: string;
    readonly asOf: (fills: string | null) => string;
    readonly orders: string;
    readonly none: string;
  };
  /** Of the market, where a part of the day begins with it. */
  readonly opening: string;
  readonly allocation: {
    /** @param before the version that its reader had before; null = none. */
    readonly subject: (version: number, before: number | null) => string;
    readonly intro: (date: string, settles: string) => string;
    readonly replaces: (version: number, before: number) => string;
    /** What the prices are, by how the broker takes its allocation. */
    readonly prices: Readonly<Record<Broker['allocateBy'], string>>;
    /** Of a broker that takes fill by fill: ETFs whose fills are not known one by one. */
    readonly noFills: (assets: string) => string;
    /** ETFs in which one average for all holds for a part of the day only. */
    readonly parts: (assets: string) => string;
    readonly rounding: (money: string) => string;
    /** Shares that the broker executed and that are nobody's yet. */
    readonly open: (open: { readonly asset: string; readonly side: Side; readonly shares: string }) => string;
    /** What they are where a fund's fills stand in one row. */
    readonly meanPrices: string;
    readonly none: string;
  };
  readonly report: ReportWords;
  readonly summary: {
    readonly problems: string;
    readonly warnings: string;
    readonly allOf: (file: string) => string;
  };
  readonly notice: {
    readonly prepared: (step: string) => string;
    readonly preparedAdvice: (step: string) => string;
    readonly refused: (step: string) => string;
    readonly refusedAdvice: string;
    readonly missedAdvice: string;
    readonly reminder: (step: string, cutoff: string) => string;
    readonly sends: (step: string, at: string) => string;
    readonly prepares: (step: string, at: string) => string;
    readonly pause: (assets: string) => string;
    readonly standsStill: string;
    /** A run of an earlier day that the desk ended. */
    readonly ended: string;
    readonly endedAdvice: string;
  };
}
