// What is remembered of earlier looks at the day: it is shown, and decides nothing.
import type { Cents } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';

/** A side when it was last seen finished. */
export interface Finished {
  readonly at: Stamp;
  readonly target: Cents;
  readonly executed: Cents;
  readonly primary: Cents;
  readonly givenBack: Cents;
}

/** By `HASH11 BUY`. */
export type FinishedSides = Readonly<Record<string, Finished>>;

export interface Remembered {
  /** When the executions were last brought up to date; null = people type them, or nobody has asked yet. */
  readonly fillsAsOf: Stamp | null;
  /** Sides that were finished today, as they stood then. */
  readonly finished: FinishedSides;
  /** When busts of today were heard of, by fill; left out where nobody knows. */
  readonly busts: Readonly<Record<string, Stamp>>;
}
