// Why somebody did something: said in a cell of the log and of the tabs, so it is no longer than a cell takes with what stands around it.
import { type Message, msg } from '../language/message';
import { error, type Problem } from './problem';

const LONGEST = 2_000;

/** Why a trimmed reason cannot be kept; null = it can. */
export const reasonFault = (reason: string): Message | null =>
  reason.length <= LONGEST
    ? null
    : msg('the reason has {n} characters and {n2} are taken; write it shorter', {
        n: reason.length,
        n2: LONGEST,
      });

/** The same for a stage. */
export function longReason(reason: string): readonly Problem[] {
  const fault = reasonFault(reason);
  return fault === null ? [] : [error('long-reason', fault)];
}
