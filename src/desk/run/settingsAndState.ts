// What every stage and screen reads first: the settings, the state of the day, and the facts that the journal keeps beside them.
import type { Problem } from '../../domain/problem';
import { dateOf, type Stamp } from '../../domain/stamp';
import type { Settings } from '../../sheets/settings';
import { type DayInputs, readSettingsTab } from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { readState } from '../journal/stateStore';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { readRemembered } from '../status/remembered';
import { owedOf } from './owed';

export interface SettingsAndState {
  readonly settings: Settings;
  readonly badSettings: readonly Problem[];
  readonly state: DayState;
  readonly badState: readonly Problem[];
}

/** Never fails: unreadable settings come as their defaults, an unreadable state as an empty one. Callers must check `badSettings`, `badState`. */
export function readSettingsAndState(
  { journal, digest }: Pick<Services, 'journal' | 'digest'>,
  book: OpenBook,
): SettingsAndState {
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const { state, problems: badState } = readState(book, journal, digest);
  return { settings, badSettings, state, badState };
}

export type Known = Pick<DayInputs, 'now' | 'user' | 'settings' | 'state' | 'owed' | 'remembered'>;

/**
 * The part of a stage's inputs that comes from no tab: who and when, settings and state, what the desk owes (unsaved rows, unsent
 * mails, runs half-way) and what earlier looks saw. Call it after whatever changes these, because it reads the journal now.
 * @param user who looks; left out where nobody needs it, which spares a call to the platform
 */
export const knownOf = (
  { journal }: Pick<Services, 'journal'>,
  now: Stamp,
  { settings, state }: Pick<SettingsAndState, 'settings' | 'state'>,
  user = '',
): Known => ({
  ...{ now, user, settings, state },
  owed: owedOf(journal, state.tradeDate),
  remembered: readRemembered(journal, dateOf(now)),
});
