// What feeds answer the runner: fills and quotes as rows of the desk, and what of an answer is not the desk's.
import type { DayException } from '../domain/dayException';
import type { Etf, Quote } from '../domain/etf';
import type { Fill } from '../domain/fill';
import type { Problem } from '../domain/problem';
import type { IsoDate, Stamp } from '../domain/stamp';
import type { KeptDay } from '../stages/outcome/kept';

/** A remote answer, or what went wrong in words. */
export interface Fetched<T> {
  readonly rows: readonly T[];
  readonly problems: readonly Problem[];
  /** Rows that are not the desk's, by reason and broker; none = none were left out. */
  readonly leftOut?: readonly LeftOut[];
}

/** What is known of fills beside those that the day has recorded. */
export interface PastFills {
  /** Which numbers corrected which, as earlier answers told: by key of the correction's own number, the number corrected. */
  readonly corrected: Readonly<Record<string, string>>;
  /** Fills of days that are over; read only where a row is about none of the day. */
  readonly earlier: () => readonly Fill[];
  /** A day that is over as it is kept; null = nothing is kept of it. Read only where a row is of that date. */
  readonly keptOn: (date: IsoDate) => KeptFills | null;
}

/** What is known of a day that is over. */
export interface KeptFills extends Pick<KeptDay, 'fills' | 'overruled'> {
  readonly corrected: PastFills['corrected'];
}

export interface FetchedFills extends Fetched<Fill> {
  /** With what this answer tells; none = nothing was corrected. */
  readonly corrected?: PastFills['corrected'];
  /** Its rows are averages, one an account, symbol and side. */
  readonly isConsolidated?: boolean;
  /** Rows of the day that could not be put to any fill; left out = there are none. */
  readonly unplaced?: readonly Unplaced[];
}

/** A row of the day of which nobody knows what it is about. */
export interface Unplaced {
  /** Among the answer’s problems too. */
  readonly problem: Problem;
  /** As an acceptance names it; blank = nobody can accept it. */
  readonly subject: string;
}

/** Rows of an answer that do not count, and why. */
export interface LeftOut {
  /** `earlier`: of a day that is over and kept, and other than it is known there; `booked`: as it is known there. */
  readonly reason: 'alias' | 'date' | 'hedge' | 'earlier' | 'booked';
  /** Whose account they are of; null = nobody's. */
  readonly broker: string | null;
  /** Of a day that is over. */
  readonly date?: IsoDate;
  readonly n: number;
}

export interface Feeds {
  /** Fills of the day; null when no post-trade system is configured. @param known what the day has recorded of them */
  executions(
    date: IsoDate,
    accounts: readonly BrokerAccount[],
    known: readonly Fill[],
    past?: PastFills,
  ): FetchedFills | null;
  /** The same of a day that is over, as far as today's answer tells: rows that name that day; null when there is no telling. */
  earlier(
    date: IsoDate,
    accounts: readonly BrokerAccount[],
    known: readonly Fill[],
    past?: PastFills,
  ): FetchedFills | null;
  /**
   * iNAV and unit size of each ETF; null when no provider is configured.
   * @param holidays the desk's own corrections of the calendar: they say when the market closes
   */
  quotes(
    etfs: readonly Pick<Etf, 'asset' | 'isin'>[],
    now: Stamp,
    holidays: readonly DayException[],
  ): Fetched<Quote> | null;
}

export interface BrokerAccount {
  readonly broker: string;
  readonly accountCode: string;
}
