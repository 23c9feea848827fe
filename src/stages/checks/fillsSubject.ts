// What the checks on the day's fills look at.
import type { Instruction } from '../../domain/broker';
import type { Session } from '../../domain/calendar';
import type { Fill } from '../../domain/fill';
import { lookup } from '../../domain/lookup';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { workKey } from '../day/keys';
import type { DayState } from '../day/state';

export interface FillsSubject {
  /** Every version ever written today. */
  readonly instructions: readonly Instruction[];
  /** Those that count. */
  readonly fills: readonly Fill[];
  /** Typed rows of another date than the open day's, which is today's. */
  readonly others: readonly Fill[];
  readonly tradeDate: IsoDate | null;
  readonly now: Stamp;
  /** What cut the day, and what rows without a time had then. */
  readonly ledger: Pick<DayState, 'claims' | 'cuts'>;
  /** Of the trade date; null = B3 is closed. */
  readonly hours: Session | null;
}

type Worked = Pick<Fill, 'asset' | 'side' | 'broker'>;

const fillsOfWork = lookup((fill: Fill) => workKey(fill));
const versionsOfWork = lookup((instruction: Instruction) => workKey(instruction));

/** Fills of a broker, ETF and side, in the order of the list. */
export const fillsFor = (fills: readonly Fill[], worked: Worked): readonly Fill[] =>
  fillsOfWork(fills, workKey(worked));

/** The same of instructions. */
export const versionsFor = (instructions: readonly Instruction[], worked: Worked): readonly Instruction[] =>
  versionsOfWork(instructions, workKey(worked));
