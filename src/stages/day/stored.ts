// What an older version wrote down as words, taken over as it was said: a state or an outcome outlives the script that made it.
import { type Message, verbatim } from '../../language/message';
import type { AllocationMark, DayState } from './state';

/** A message as it is kept now, or the words that were kept before. */
type Stored = Message | string;

export const storedMessage = (stored: Stored): Message =>
  typeof stored === 'string' ? verbatim(stored) : stored;

export const storedMessages = (stored: readonly Stored[]): readonly Message[] => stored.map(storedMessage);

/** The state as it was read back; what an older version said in words becomes messages, and what it did not know is as it was then. */
export function storedState(state: StoredState): DayState {
  const { allocation, units, offshore, cycle, acceptances = [], known = [], unitOverrides = [] } = state;
  return {
    ...state,
    units: units.map((unit) => ({ ...unit, reasons: storedMessages(unit.reasons) })),
    offshore: offshore.map((order) => ({ ...order, version: order.version ?? 1 })),
    cycle: { ...cycle, maximum: cycle.maximum ?? null },
    allocation: allocation && {
      ...allocation,
      parts: allocation.parts ?? null,
      unplaced: allocation.unplaced ?? [],
    },
    acceptances,
    known,
    unitOverrides,
  };
}

/** What an older version did not keep is not there. */
type StoredState = Omit<DayState, 'allocation' | 'acceptances' | 'known' | 'unitOverrides'> & {
  readonly allocation: (Omit<AllocationMark, 'parts' | 'unplaced'> & Partial<AllocationMark>) | null;
  readonly acceptances?: DayState['acceptances'];
  readonly known?: DayState['known'];
  readonly unitOverrides?: DayState['unitOverrides'];
};
