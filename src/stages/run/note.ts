// A row in the log for what is no stage: a repair, a start of the schedule, a step that was only prepared.

import { readSettingsTab } from '../inputs';
import type { Services } from '../services';
import { reasonOf } from './apply';
import { openBook } from './openBook';

export interface Note {
  readonly what: string;
  readonly scope?: string;
  readonly status?: string;
  readonly headline: string;
  readonly details?: string | null;
}

/** Written to the log tab and, where there is one, to the warehouse; gives the headline back. */
export function note(services: Services, { what, scope = 'all', status = 'applied', ...said }: Note): string {
  const { headline, details = null } = said;
  const book = openBook(services.book);
  const now = services.now();
  const user = services.user();
  const runId = `${now.replace(/[-:]/g, '').replace('T', '-')}-${what}`;
  const record = { at: now, runId, stage: what, scope, user, status, headline, details };
  book.append(record);
  const { settings } = readSettingsTab(book.read);
  book.flush();
  try {
    services.warehouse(settings)?.log({ ...record, tradeDate: null });
  } catch (error) {
    // The tab has it: a warehouse that is down is the very thing a repair may be about.
    services.progress(`the warehouse did not log it: ${reasonOf(error)}`);
  }
  return headline;
}

/** The same where nobody can wait for the log: one that fails stops nothing. */
export function tryNote(services: Services, said: Note): void {
  try {
    note(services, said);
  } catch (error) {
    services.progress(`it could not be logged: ${reasonOf(error)}`);
  }
}
