// A row in the log for what is no stage: a repair, a start of the schedule, a step that was only prepared.
import { plainStamp } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { readSettingsTab } from '../../stages/day/inputs';
import { openBook } from '../openBook';
import type { Detail, Services } from '../services';
import { writeLog } from './runLog';

export interface Note {
  readonly what: string;
  readonly scope?: string;
  readonly status?: string;
  readonly headline: Message;
  readonly details?: readonly Detail[];
}

/** Written to the log tab, in the desk's language, and to the warehouse, where there is one; gives the headline back. */
export function note(
  services: Services,
  { what, scope = 'all', status = 'applied', headline, details = [] }: Note,
): Message {
  const book = openBook(services.book);
  const now = services.now();
  const user = services.user();
  const runId = `${plainStamp(now)}-${what}`;
  const record = { at: now, runId, stage: what, scope, user, status };
  const { settings } = readSettingsTab(book.read);
  writeLog({ services, book, settings }, { ...record, headline, details, tradeDate: null });
  book.flush();
  return headline;
}

/** The same where nobody can wait for the log: one that fails stops nothing. */
export function tryNote(services: Services, said: Note): void {
  try {
    note(services, said);
  } catch (error) {
    services.progress(msg('it could not be logged: {said}', { said: saidBy(error) }));
  }
}
