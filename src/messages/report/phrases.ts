// The phrases of the end-of-day report: one type, so that no language can lack one; figures arrive already printed.
import type { Side } from '../../domain/trade';
import type { ExceptionKind, ReportWait } from './report';

/** Some money, in words a reader knows on which side of a benchmark it lies. */
export interface Worth {
  readonly money: string;
  readonly bps: string;
}

/** What came of something against its benchmark: the figures without a sign, and the word for it. */
export interface Result extends Worth {
  readonly how: 'gained' | 'even' | 'lost';
}

/** Of a side, with where its prices lay. */
export interface ResultOfSide extends Result {
  readonly side: Side;
  readonly place: Place;
}

/** On which side of the iNAV a price lies. */
export type Place = 'above' | 'at' | 'below';

/** What of a residual is not done and what is too much; null = nothing. */
export interface Parts {
  readonly missing: string | null;
  readonly over: string | null;
}

/** An ETF and side, printed. */
export interface Where {
  readonly asset: string;
  readonly side: Side;
}

export interface ReportWords {
  readonly title: string;
  /** How its file's name begins. */
  readonly fileName: string;
  readonly complete: string;
  readonly pending: string;
  /** How many things wait. */
  readonly points: (n: number) => string;
  readonly version: (version: number) => string;
  readonly replaces: (earlier: number) => string;
  readonly subject: (of: {
    readonly state: string;
    readonly version: number;
    readonly replaces: number | null;
    readonly points: number;
    readonly residual: Worth;
  }) => string;
  /** What COMPLETE says of a day whose orders were not all done; one of the parts is there. */
  readonly onlyExecuted: (left: Parts) => string;
  /** @param of `inav`: one time where all units are counted at one, else each family with its own; null where none is frozen */
  readonly asOf: (of: {
    readonly fills: string | null;
    readonly inav: string | readonly string[] | null;
  }) => string;
  /** @param assets null = of any ETF */
  readonly withoutNav: (assets: string | null) => string;
  readonly atNav: string;
  readonly tile: {
    readonly residual: string;
    readonly cost: string;
    readonly broker: string;
    readonly person: string;
    readonly ofTarget: (of: Parts & { readonly bps: string; readonly target: string }) => string;
    readonly ofSide: (result: ResultOfSide) => string;
    readonly against: (results: readonly ResultOfSide[], money: string) => string;
    /** The worst broker of a side. */
    readonly ofBroker: (of: { readonly side: Side; readonly broker: string }) => string;
    readonly ofBrokerCost: (result: Result & { readonly side: Side }) => string;
    /** Of brokers of a side that came out the same. */
    readonly alike: (side: Side) => string;
    readonly alikeCost: (result: Result & { readonly side: Side }) => string;
    readonly noTwoBrokers: string;
    readonly noFills: string;
    readonly waits: (n: number, warnings: number) => string;
  };
  readonly minute: {
    readonly title: string;
    readonly nothingLeft: string;
    readonly left: (
      of: Parts & Where & { readonly residual: Worth; readonly target: string; readonly most: Parts },
    ) => string;
    readonly ofFund: (of: Parts & Where & { readonly fund: string; readonly bps: string }) => string;
    readonly shares: (side: Side, cost: Worth, place: Place) => string;
    readonly units: (cost: Worth, isGain: boolean) => string;
    readonly brokers: (of: {
      readonly side: Side;
      readonly worst: string;
      readonly worstResult: Result;
      readonly best: string;
      readonly bestResult: Result;
    }) => string;
    readonly alike: (of: { readonly side: Side; readonly result: Result }) => string;
    readonly oneBroker: (of: {
      readonly side: Side;
      readonly broker: string;
      readonly result: Result;
    }) => string;
    readonly fairness: (of: { readonly fund: string; readonly result: Result } & Where) => string;
    readonly settles: (date: string) => string;
  };
  readonly person: {
    readonly title: string;
    readonly kind: Readonly<Record<ReportWait['kind'], string>>;
    readonly nothing: string;
  };
  readonly sides: {
    readonly title: string;
    readonly note: string;
    readonly most: (shown: number, all: number) => string;
    /** Of a side on which no fund has an order. */
    readonly back: (line: string, money: { readonly asked: string; readonly given: string }) => string;
  };
  readonly brokers: {
    readonly title: string;
    readonly note: string;
    readonly unasked: string;
    readonly of: Readonly<Record<Side, string>>;
    /** null = nothing of that kind. */
    readonly tradedFor: (of: {
      readonly all: string;
      readonly own: string;
      readonly forOthers: string | null;
      readonly nobodys: string | null;
    }) => string;
  };
  readonly routes: {
    readonly title: string;
    /** What the settings take both ways to cost, in basis points; null where nobody took one. */
    readonly note: (assumed: { readonly shares: string | null; readonly units: string | null }) => string;
    readonly notYet: string;
  };
  readonly mixes: { readonly title: string; readonly note: string };
  readonly exceptions: {
    readonly title: string;
    readonly none: string;
    readonly kind: Readonly<Record<ExceptionKind, string>>;
    readonly noReason: string;
    readonly nobody: string;
    /** What was accepted, by its code. */
    readonly accepted: Readonly<Record<string, string>>;
    readonly otherwise: string;
  };
  readonly funds: {
    readonly title: string;
    readonly most: (shown: number, all: number) => string;
    /** @param further files that are not attached */
    readonly others: (file: string, further: readonly string[]) => string;
  };
  readonly fund: {
    readonly title: string;
    readonly settles: (date: string) => string;
    readonly wanted: (of: { readonly target: string } & Where) => string;
    readonly amended: (money: string) => string;
    readonly cancelled: string;
    readonly keeps: (money: string) => string;
    readonly gaveBack: (of: { readonly money: string } & Where) => string;
    /** null where it had none of them. */
    readonly got: (of: {
      readonly side: Side;
      readonly units: { readonly n: number; readonly printed: string; readonly money: string } | null;
      readonly shares: { readonly printed: string; readonly price: string } | null;
    }) => string;
    readonly leaves: (of: Parts & { readonly bps: string }) => string;
    readonly byHand: (said: string) => string;
    readonly why: string;
    readonly fair: (pool: string) => string;
    readonly beyond: (cost: Worth, isWorse: boolean) => string;
    readonly proRata: (shares: string) => string;
    readonly signed: string;
  };
  readonly method: {
    readonly title: string;
    readonly items: Readonly<Record<'residual' | 'nav' | 'slippage' | 'routes' | 'mix' | 'source', string>>;
  };
  readonly sign: { readonly trader: string; readonly head: string; readonly date: string };
  readonly legend: {
    readonly primary: string;
    readonly secondary: string;
    readonly open: string;
    readonly worse: string;
    readonly better: string;
    readonly over: string;
  };
  readonly column: {
    readonly done: string;
    readonly ordered: string;
    readonly asked: string;
    readonly traded: string;
    readonly open: string;
    readonly over: string;
    readonly residual: string;
    readonly residualAtNav: string;
    readonly ofDay: string;
    readonly broker: string;
    readonly vwap: string;
    readonly inav: string;
    readonly cost: string;
    readonly againstAll: string;
    readonly shares: string;
    readonly units: string;
    readonly average: string;
    readonly paidMost: string;
    readonly paidLeast: string;
    readonly sharesAlone: string;
    readonly what: string;
    readonly why: string;
    readonly who: string;
    readonly when: string;
  };
}
