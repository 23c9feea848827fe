// What a trader can do when a run was cut off: each answer is recorded, nothing is guessed.

import { inEnglish } from '../../domain/problem';
import { readTable } from '../../sheets/read';
import { brokers } from '../../sheets/tabs';
import { currentTables } from '../../stages/day/brokerBooks';
import type { BrokerBook } from '../../stages/day/outcome';
import type { Services } from '../services';
import { alone } from './alone';
import { writeBooks } from './apply';
import { anyMailStarted, settleMails } from './mailJournal';
import { note } from './note';
import { type OpenBook, openBook } from './openBook';
import { clearPending, loadPending, markPending, type PendingRun } from './pending';
import { acceptState, writeState } from './stateStore';

/** Mails in doubt: they went, or they did not and go with the next run. */
export const settleDoubtfulMails = (services: Services, went: boolean): string =>
  alone(services, () => settle(services, went));

function settle(services: Services, went: boolean): string {
  const book = openBook(services.book);
  const pending = loadPending(book, services.journal);
  for (const { entry } of pending) settleMails(services, entry.outcome.mails, went);
  const headline = went ? 'the mails in doubt went out' : 'the mails in doubt go again with the next run';
  return note(services, { what: 'settle-mails', headline });
}

/** Lets the mails of a pending run go although the warehouse is down; its rows wait. */
export const releaseMails = (services: Services): string => alone(services, () => release(services));

function release(services: Services): string {
  const book = openBook(services.book);
  const waiting = loadPending(book, services.journal);
  for (const { mark } of waiting) markPending(services.journal, { ...mark, released: true });
  const headline = `${waiting.length} runs may send their mails before the warehouse is back`;
  return note(services, { what: 'release-mails', headline });
}

/** Drops a pending run and goes back to the state before it, while nothing of it has left the desk. */
export function abandonPending(services: Services, reason: string): string {
  if (reason.trim() === '') throw new Error('abandoning a run needs a reason; write why');
  return alone(services, () => abandon(services, reason.trim()));
}

function abandon(services: Services, reason: string): string {
  const book = openBook(services.book);
  const latest = loadPending(book, services.journal).slice(-1)[0];
  if (!latest) return 'no run is pending';
  const { mark, entry } = latest;
  if (mark.step === 'rows' || anyMailStarted(services, entry.outcome.mails)) {
    throw new Error(`run ${mark.runId} has left the desk; it can only be rolled forward`);
  }
  // Cut off from here on it is rolled forward from its beginning, or gone: never half of it.
  markPending(services.journal, { ...mark, step: 'stored', released: false });
  writeState(book, services.journal, services.digest, entry.before);
  book.flush();
  clearPending(services.journal, mark.runId);
  const late = writeBooks(services, booksBefore(book, entry)).map(inEnglish);
  const headline = `run ${mark.runId} was abandoned: ${reason}`;
  return note(services, { what: 'abandon', headline, details: late.join('\n') || null });
}

/** Brokers may have read the run's instructions in their spreadsheets: those before it go back there. */
function booksBefore(book: OpenBook, { outcome, before }: PendingRun): readonly BrokerBook[] {
  const { table } = readTable(brokers, book.read(brokers.name));
  return outcome.brokerBooks.flatMap(({ broker: name }) => {
    const broker = table.rows.find(({ value }) => value.name === name)?.value;
    return broker ? [{ broker: name, tables: currentTables(before, broker) }] : [];
  });
}

/** Takes over the state as somebody changed it by hand. */
export function acceptChangedState(services: Services, reason: string): string {
  if (reason.trim() === '') throw new Error('accepting a changed state needs a reason; write why');
  return alone(services, () => accept(services, reason.trim()));
}

function accept(services: Services, reason: string): string {
  const book = openBook(services.book);
  acceptState(book, services.journal, services.digest);
  book.flush();
  const headline = `the changed state was accepted: ${reason}`;
  return note(services, { what: 'accept-state', headline });
}
