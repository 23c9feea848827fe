// Status for whoever asks: refreshes the feeds, writes the status tab, gives the figures. Decides nothing.
import { readInputs, readSettingsTab, STANDING_TABS } from './inputs';
import { openBook } from './run/openBook';
import { apply, type RunReport } from './run/runner';
import { readState } from './run/stateStore';
import type { Services } from './services';
import { status } from './stages';
import { type DayStatus, dayStatus } from './status';

export function currentStatus(services: Services): DayStatus & { readonly run: RunReport } {
  const run = apply(services, status());
  const book = openBook(services.book);
  const { settings } = readSettingsTab(book.read);
  const { state } = readState(book, services.journal, services.digest);
  const known = { now: services.now(), user: services.user(), settings, state };
  return { ...dayStatus(readInputs(book.read, STANDING_TABS, known).inputs), run };
}
