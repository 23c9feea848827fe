// The phrases of the end-of-day report: one type, so that no language can lack one; figures arrive already printed.
import type { Side } from '../../domain/trade';
import type { ExceptionKind } from './report';

/** Some money, in words a reader knows on which side of a benchmark it lies. */
export interface Worth {
  readonly money: string;
  readonly bps: string;
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
  readonly version: (version: number) => string;
  readonly replaces: (version: number) => string;
  readonly subject: (of: {
    readonly state: string;
    readonly version: number;
    readonly residual: Worth;
    readonly cost: Worth | null;
  }) => string;
  readonly asOf: (of: { readonly fills: string | null; readonly inav: string | null }) => string;
  readonly withoutNav: (assets: string) => string;
  readonly atNav: string;
  readonly tile: {
    readonly residual: string;
    readonly cost: string;
    readonly broker: string;
    readonly person: string;
    readonly ofTarget: (bps: string, target: string) => string;
    readonly against: (bps: string, money: string) => string;
    readonly ofBroker: (cost: Worth) => string;
    readonly noFills: string;
    readonly waits: (n: number) => string;
    readonly nothingWaits: string;
  };
  readonly minute: {
    readonly title: string;
    readonly nothingLeft: string;
    readonly left: (
      of: { readonly residual: Worth; readonly target: string } & Where & { readonly most: string },
    ) => string;
    readonly shares: (cost: Worth, isWorse: boolean) => string;
    readonly units: (cost: Worth, isWorse: boolean) => string;
    readonly unitsWait: (money: string, assets: string) => string;
    readonly brokers: (of: {
      readonly worst: string;
      readonly worstCost: Worth;
      readonly best: string;
      readonly bestCost: Worth;
    }) => string;
    readonly oneBroker: (of: { readonly broker: string; readonly cost: Worth }) => string;
    readonly fairness: (of: { readonly fund: string; readonly cost: Worth } & Where) => string;
    readonly settles: (date: string) => string;
  };
  readonly person: {
    readonly title: string;
    readonly missing: string;
    readonly nothing: string;
  };
  readonly sides: { readonly title: string; readonly note: string };
  readonly brokers: { readonly title: string; readonly note: string; readonly unasked: string };
  readonly routes: {
    readonly title: string;
    readonly note: string;
    readonly secondary: string;
    readonly primary: string;
    readonly units: (n: string) => string;
    readonly shares: (n: string) => string;
    readonly notYet: string;
  };
  readonly mixes: {
    readonly title: string;
    readonly note: string;
    readonly of: (fund: string, cost: Worth) => string;
  };
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
    readonly others: (file: string) => string;
  };
  readonly fund: {
    readonly title: string;
    readonly settles: (date: string) => string;
    readonly wanted: (of: { readonly target: string } & Where) => string;
    readonly gaveBack: (of: { readonly money: string } & Where) => string;
    readonly got: (of: {
      readonly units: string;
      readonly primary: string;
      readonly shares: string;
      readonly price: string;
    }) => string;
    readonly gotUnits: (of: { readonly units: string; readonly primary: string }) => string;
    readonly gotShares: (of: { readonly shares: string; readonly price: string }) => string;
    readonly gotNothing: string;
    readonly leaves: (residual: Worth) => string;
    readonly why: string;
    readonly fair: (of: { readonly price: string; readonly pool: string }) => string;
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
    readonly residual: string;
    readonly residualAtNav: string;
    readonly ofDay: string;
    readonly broker: string;
    readonly vwap: string;
    readonly inav: string;
    readonly cost: string;
    readonly againstAll: string;
    readonly route: string;
    readonly count: string;
    readonly assumed: string;
    readonly average: string;
    readonly paidMost: string;
    readonly paidLeast: string;
    readonly furthest: string;
    readonly what: string;
    readonly why: string;
    readonly who: string;
    readonly when: string;
  };
}
