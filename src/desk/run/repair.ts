// What a trader can do when a run was cut off: each answer is recorded, nothing is guessed.

import { type Message, msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { readTable } from '../../sheets/read';
import { brokers } from '../../sheets/tabs';
import { currentTables } from '../../stages/day/brokerBooks';
import type { BrokerBook } from '../../stages/day/outcome';
import type { Services } from '../services';
import { alone } from './alone';
import { writeBooks } from './apply';
import { unkeepDay } from './keptDays';
import { anyMailStarted, settleMails } from './mailJournal';
import { note } from './note';
import { type OpenBook, openBook } from './openBook';
import { clearPending, loadPending, markPending, type PendingRun } from './pending';
import { acceptState, writeState } from './stateStore';

/** Mails in doubt: they went, or they did not and go with the next run. */
export const settleDoubtfulMails = (services: Services, went: boolean): Message =>
  alone(services, () => settle(services, went));

function settle(services: Services, went: boolean): Message {
  const book = openBook(services.book);
  const pending = loadPending(book, services);
  for (const { entry } of pending) settleMails(services, entry.outcome.mails, went);
  const headline = went
    ? msg('the mails in doubt went out')
    : msg('the mails in doubt go again with the next run');
  return note(services, { what: 'settle-mails', headline });
}

/** Lets the mails of a pending run go although the warehouse is down; its rows wait. */
export const releaseMails = (services: Services): Message => alone(services, () => release(services));

function release(services: Services): Message {
  const book = openBook(services.book);
  const waiting = loadPending(book, services);
  for (const { mark } of waiting) markPending(services.journal, { ...mark, released: true });
  const headline = msg('{n} {n|run|runs} may send {n|its|their} mails before the warehouse is back', {
    n: waiting.length,
  });
  return note(services, { what: 'release-mails', headline });
}

/** Drops a pending run and goes back to the state before it, while nothing of it has left the desk. */
export function abandonPending(services: Services, reason: string): Message {
  if (reason.trim() === '') throw new SaidError(msg('abandoning a run needs a reason; write why'));
  return alone(services, () => abandon(services, reason.trim()));
}

function abandon(services: Services, reason: string): Message {
  const book = openBook(services.book);
  const latest = loadPending(book, services).slice(-1)[0];
  if (!latest) return msg('no run is pending');
  const { mark, entry } = latest;
  if (mark.step === 'rows' || anyMailStarted(services, entry.outcome.mails)) {
    throw new SaidError(
      msg('run {run} has left the desk; it can only be rolled forward', { run: mark.runId }),
    );
  }
  // Cut off from here on it is rolled forward from its beginning, or gone: never half of it.
  markPending(services.journal, { ...mark, step: 'stored', released: false });
  services.journal.setAll(writeState(book, services.digest, entry.before));
  if (entry.outcome.keeps) unkeepDay(book, services, entry.outcome.tradeDate, mark.runId);
  book.flush();
  clearPending(services.journal, mark.runId);
  const late = writeBooks(services, booksBefore(book, entry));
  const headline = msg('run {run} was abandoned: {reason}', { run: mark.runId, reason });
  return note(services, { what: 'abandon', headline, details: late });
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
export function acceptChangedState(services: Services, reason: string): Message {
  if (reason.trim() === '') throw new SaidError(msg('accepting a changed state needs a reason; write why'));
  return alone(services, () => accept(services, reason.trim()));
}

function accept(services: Services, reason: string): Message {
  const book = openBook(services.book);
  acceptState(book, services.journal, services.digest);
  book.flush();
  const headline = msg('the changed state was accepted: {reason}', { reason });
  return note(services, { what: 'accept-state', headline });
}
