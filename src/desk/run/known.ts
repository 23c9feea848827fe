// What every look at the day knows before it reads a tab of it: the settings, the state, and what the journal has beside them.
import type { Problem } from '../../domain/problem';
import { dateOf, type Stamp } from '../../domain/stamp';
import type { Settings } from '../../sheets/settings';
import { type DayInputs, readSettingsTab } from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { readDayLook } from '../look/dayLook';
import type { Services } from '../services';
import type { OpenBook } from './openBook';
import { owedOf } from './owed';
import { readState } from './stateStore';

export interface Standing {
  readonly settings: Settings;
  readonly badSettings: readonly Problem[];
  readonly state: DayState;
  readonly badState: readonly Problem[];
}

/** Settings that cannot be read are their defaults, and a state that cannot be is an empty one: ask what is bad of them. */
export function readStanding(
  { journal, digest }: Pick<Services, 'journal' | 'digest'>,
  book: OpenBook,
): Standing {
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const { state, problems: badState } = readState(book, journal, digest);
  return { settings, badSettings, state, badState };
}

export type Known = Pick<DayInputs, 'now' | 'user' | 'settings' | 'state' | 'owed' | 'look'>;

/**
 * With what is owed and what earlier looks saw, as of this moment: ask once whatever changes that is done.
 * @param user who looks; left out = nobody asks, which spares a call
 */
export const knownOf = (
  { journal }: Pick<Services, 'journal'>,
  now: Stamp,
  { settings, state }: Pick<Standing, 'settings' | 'state'>,
  user = '',
): Known => ({
  ...{ now, user, settings, state },
  owed: owedOf(journal, state.tradeDate),
  look: readDayLook(journal, dateOf(now)),
});
