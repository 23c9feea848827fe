// The desk speaks another language: what shows the day is written anew, and the charts read so at once. Without it they would go on
// in the old one until something runs.
import { hasErrors } from '../../domain/problem';
import { deskLanguage, readInputs, STANDING_TABS } from '../../stages/day/inputs';
import { alone } from '../alone';
import { openBook } from '../openBook';
import { knownOf, readSettingsAndState } from '../run/settingsAndState';
import type { Services } from '../services';
import type { DrawCharts, RelabelCharts } from '../status/charts';
import { followStatus, shownLanguage } from '../status/statusChart';
import { writeStatusTabs } from '../status/statusTabs';
import { historyLabels } from './history';

/** Costs two reads while the language is the same. Never throws: whoever opens the book gets it in any case. */
export function followLanguage(services: Services, draw: DrawCharts, relabel: RelabelCharts): void {
  try {
    const shown = shownLanguage(services.journal);
    if (shown === null) return;
    const language = deskLanguage(services);
    if (language === shown) return;
    alone(services, () => writeAgain(services));
    relabel(historyLabels(language));
    followStatus(services, draw);
  } catch {
    // Somebody else is at work, or the book is not as it was set up: what runs next writes it.
  }
}

/** From the book as it stands; fetches nothing. */
function writeAgain(services: Services): void {
  const book = openBook(services.book);
  const now = services.now();
  const standing = readSettingsAndState(services, book);
  const { badSettings, badState } = standing;
  const { inputs, problems } = readInputs(book.read, STANDING_TABS, knownOf(services, now, standing));
  if (hasErrors([...badSettings, ...badState, ...problems])) return;
  writeStatusTabs({ services, book, now }, inputs);
  book.flush();
}
