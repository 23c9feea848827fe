// What the checks on the day's fills look at.
import type { Instruction } from '../../domain/broker';
import type { Fill } from '../../domain/fill';

export interface FillsSubject {
  /** Every version ever written today. */
  readonly instructions: readonly Instruction[];
  /** Those in force. */
  readonly working: readonly Instruction[];
  /** Those that count. */
  readonly fills: readonly Fill[];
}

type Worked = Pick<Fill, 'asset' | 'side' | 'broker'>;

export const isOf = (a: Worked, b: Worked): boolean =>
  a.asset === b.asset && a.side === b.side && a.broker === b.broker;
