// Giving up a run that is half-way: decided by a person, written down first, then done, so that one that is cut off in between is
// ended by whoever comes next and never rolled forward.
import { hasErrors, type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { readTable } from '../../sheets/read';
import { brokers } from '../../sheets/tabs';
import type { KeyedMail } from '../../stages/day/keyedMail';
import { currentTables } from '../../stages/outcome/brokerBooks';
import type { BrokerBook } from '../../stages/outcome/outcome';
import { writeBooks } from '../brokers/writeBooks';
import { unkeepDay } from '../journal/keptDays';
import { clearPending, type Loaded, type PendingMark, type PendingRun } from '../journal/pending';
import { readState, signedAs, writeState } from '../journal/stateStore';
import { anyMailStarted, isWithdrawn, mailInWords, openMailsOf, unsentOf } from '../mails/mailJournal';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';

/**
 * `back`: nothing has left the desk, so the day goes back to what it was before the run. `rest`: something has, or what it was
 * cannot be read any more; what is done stays, what is not is never done.
 */
export type How = 'back' | 'rest';

export const howOf = (services: Services, { mark, entry }: Loaded): How =>
  entry === null || mark.step === 'rows' || hasBegun(services, entry.outcome.mails) ? 'rest' : 'back';

/** Also where it took the place of mails that would have gone: what they said is said by nobody else. */
const hasBegun = (services: Services, mails: readonly KeyedMail[]): boolean =>
  anyMailStarted(services, mails) ||
  mails.some(({ takesPlaceOf = [] }) => takesPlaceOf.some((key) => isWithdrawn(services, key)));

/** What giving it up comes to, before it is done. */
export function abandonInWords(services: Services, loaded: Loaded): Message {
  const { mark, entry } = loaded;
  const run = mark.runId;
  if (entry === null)
    return msg(
      'run {run} cannot be read any more: what of it stands in the tabs stays, its mails that did not go never go, and rows that the warehouse lacks stay lacking; look at the tabs, and run the stage again',
      { run },
    );
  const { mails, rows, tables } = entry.outcome;
  if (howOf(services, loaded) === 'back')
    return msg(
      'run {run}: nothing of it has left the desk; the day goes back to what it was before it. The tabs {tabs} show it until their stage runs again',
      { run, tabs: tables.map(({ tab }) => tab).join(', ') || '–' },
    );
  const open = openMailsOf(services, mails);
  const left = [...unsentOf(services, mails).map((mail) => ({ mail, at: null })), ...open];
  const n = mark.step === 'rows' ? 0 : rows.reduce((sum, table) => sum + table.rows.length, 0);
  return left.length === 0
    ? msg('run {run}: its mails are out; {n} {n|row|rows} that it owes the warehouse are never saved', {
        run,
        n,
      })
    : msg(
        'run {run}: part of it has left the desk and stays; {n} {n|row is|rows are} never saved, and these mails never go: {ands}',
        { run, n, ands: left.map(mailInWords) },
      );
}

/** Ends what somebody gave up; may be cut off and repeated at any call. @returns what could not be put back */
export function endAbandoned(
  services: Services,
  book: OpenBook,
  { mark, entry }: Loaded,
): readonly Problem[] {
  if (entry === null && mark.step === 'stored') services.journal.setAll(lateSignature(services, book, mark));
  const goesBack = entry !== null && mark.abandoned?.how === 'back';
  const late = goesBack ? goBack(services, book, entry) : [];
  clearPending(services.journal, mark.runId);
  return late;
}

/** Of one that died over the state and can no longer be read the day before it is not known: what it wrote is what there is. */
export function lateSignature(
  { journal, digest }: Services,
  book: OpenBook,
  { state }: PendingMark,
): Readonly<Record<string, string>> {
  if (state === undefined || !hasErrors(readState(book, journal, digest).problems)) return {};
  return signedAs(book, digest, state) ?? {};
}

function goBack(services: Services, book: OpenBook, entry: PendingRun): readonly Problem[] {
  const signed = writeState(book, services.digest, entry.before);
  if (entry.outcome.keeps) unkeepDay(book, services, entry.outcome.tradeDate, entry.run.runId);
  book.flush();
  services.journal.setAll(signed);
  return writeBooks(services, booksBefore(book, entry));
}

/** Brokers may have read the run's instructions in their spreadsheets: those before it go back there. */
function booksBefore(book: OpenBook, { outcome, before }: PendingRun): readonly BrokerBook[] {
  const { table } = readTable(brokers, book.read(brokers.name));
  return outcome.brokerBooks.flatMap(({ broker: name }) => {
    const broker = table.rows.find(({ value }) => value.name === name)?.value;
    return broker ? [{ broker: name, tables: currentTables(before, broker) }] : [];
  });
}

/** What whoever ended it says of it. */
export const abandonedNews = ({ mark: { runId: run, abandoned } }: Loaded): Message =>
  abandoned?.reason === ''
    ? msg('run {run} was ended, because its day is over', { run })
    : msg('run {run} was abandoned: {reason}', { run, reason: abandoned?.reason ?? '–' });

export const abandonedWarning = (loaded: Loaded): Problem => warning('abandoned', abandonedNews(loaded));
