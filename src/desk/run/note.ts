// A row in the log for what is no stage: a repair, a start of the schedule, a step that was only prepared.

import { sayLines, sayText } from '../../messages/said/said';
import { readSettingsTab } from '../../stages/day/inputs';
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

/** Written to the log tab, in the desk's language, and to the warehouse, where there is one; gives the headline back. */
export function note(services: Services, { what, scope = 'all', status = 'applied', ...said }: Note): string {
  const { headline, details = null } = said;
  const book = openBook(services.book);
  const now = services.now();
  const user = services.user();
  const runId = `${now.replace(/[-:]/g, '').replace('T', '-')}-${what}`;
  const record = { at: now, runId, stage: what, scope, user, status, headline, details };
  const { settings } = readSettingsTab(book.read);
  const { deskLanguage: language } = settings;
  book.append({
    ...record,
    headline: sayText(headline, language),
    details: details === null ? null : sayLines(details, language),
  });
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
