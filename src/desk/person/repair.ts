// What a trader can do when a run was cut off: each answer is about one thing that is named, is recorded, and nothing is guessed.
// Where there is nothing to do, nothing is done.

import { hasErrors } from '../../domain/problem';
import { reasonFault } from '../../domain/reason';
import { type Message, msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { alone } from '../alone';
import { abandonedNews, abandonInWords, endAbandoned, type How, howOf } from '../ended/abandon';
import { type Loaded, loadPending, markPending, pendingMarks } from '../journal/pending';
import { acceptState, readState } from '../journal/stateStore';
import { note } from '../log/note';
import {
  mailInWords,
  type OpenMail,
  openMailsOf,
  refusalInWords,
  settleMark,
  unsentOf,
} from '../mails/mailJournal';
import { sendElsewhere } from '../mails/sendMails';
import { openBook } from '../openBook';
import type { Services } from '../services';

const loadedRuns = (services: Services): readonly Loaded[] => loadPending(openBook(services.book), services);

// --- mails -----------------------------------------------------------------------------------------------------

/** A mail that waits for a person's word, as it is shown. */
export interface MailToSettle {
  readonly id: string;
  /** `sending`: it may have gone. `refused`: it certainly did not. */
  readonly status: OpenMail['status'];
  readonly run: string;
  /** Subject, recipients, time; why it did not go. */
  readonly said: Message;
}

/** Those of every run that waits, in the order in which they were handed over. */
export const mailsToSettle = (services: Services): readonly MailToSettle[] =>
  openMails(services).map(({ run, open }) => ({
    id: open.id,
    status: open.status,
    run,
    said: open.status === 'sending' ? mailInWords(open) : refusalInWords(open),
  }));

const openMails = (services: Services): readonly { readonly run: string; readonly open: OpenMail }[] =>
  loadedRuns(services).flatMap(({ mark, entry }) =>
    openMailsOf(services, entry?.outcome.mails ?? []).map((open) => ({ run: mark.runId, open })),
  );

/**
 * A person's word on one mail. `done`: it went, or its recipient knows it otherwise, so it never goes; `again`: it did not go, and
 * goes with the next run; an address, or several with commas: it is sent there now.
 */
export type MailAnswer = 'done' | 'again' | (string & {});

/** @throws where no such mail is open any more, or where the answer is none */
export function settleMail(services: Services, id: string, answer: MailAnswer): Message {
  return alone(services, () => {
    const open = openMails(services).find((each) => each.open.id === id)?.open;
    if (open === undefined) throw new SaidError(msg('that mail is settled already, or there is none such'));
    return note(services, { what: 'settle-mail', headline: settled(services, open, answer.trim()) });
  });
}

function settled(services: Services, open: OpenMail, answer: string): Message {
  const said = mailInWords(open);
  if (answer === 'again' && open.elsewhere === undefined) {
    settleMark(services, open, true);
    return msg('{said} goes with the next run', { said });
  }
  if (answer === 'done') {
    settleMark(services, open, false);
    return open.status === 'sending'
      ? msg('{said} went out', { said })
      : msg('{said} is not sent: its recipient knows', { said });
  }
  // One that was under way to somebody else goes there once more: its own recipients were refused.
  const isRepeated = answer === 'again';
  const to = (isRepeated ? (open.elsewhere ?? '') : answer).split(/[,;\s]+/).filter((each) => each !== '');
  if (to.length === 0 || !to.every((address) => ADDRESS.test(address)))
    throw new SaidError(
      msg('"{value}" is no answer: write done, again, or the address to send it to', { value: answer }),
    );
  if (open.status === 'sending' && !isRepeated)
    throw new SaidError(msg('{said} may have gone: say done or again before it is sent elsewhere', { said }));
  const why = sendElsewhere(services, open, to);
  const holes = { said, recipients: to.join(', ') };
  return why === null
    ? msg('{said} was sent to {recipients} instead', holes)
    : msg('{said} did not go to {recipients} either ({said2})', { ...holes, said2: why });
}

const ADDRESS = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,190}$/;

// --- runs ------------------------------------------------------------------------------------------------------

/** What could be done about a run that waits, as it is shown before it is done. */
export interface RunToSettle {
  readonly runId: string;
  readonly said: Message;
}

/** Runs whose mails wait although nothing is wrong with them: for the warehouse. */
export const runsToRelease = (services: Services): readonly RunToSettle[] =>
  loadedRuns(services).flatMap(({ mark, entry }) => {
    const unsent = entry === null ? [] : unsentOf(services, entry.outcome.mails);
    if (entry === null || mark.abandoned !== undefined || unsent.length === 0) return [];
    const ands = unsent.map((mail) => mailInWords({ mail, at: null }));
    const holes = { run: mark.runId, ands, n: unsent.length };
    if (mark.released || mark.step === 'rows' || entry.outcome.rows.length === 0) return [];
    const said = msg(
      'run {run}: {n} {n|mail|mails} would go before the warehouse has its rows, which stay owed: {ands}',
      holes,
    );
    return [{ runId: mark.runId, said }];
  });

/** Lets the mails of one run go with the next run; its rows stay owed. @param runId left out = of all that wait */
export const releaseMails = (services: Services, runId: string | null = null): Message =>
  alone(services, () => {
    const chosen = runsToRelease(services).filter((each) => runId === null || each.runId === runId);
    if (chosen.length === 0) return msg('no mails wait to be released');
    for (const mark of pendingMarks(services.journal))
      if (chosen.some((each) => each.runId === mark.runId))
        markPending(services.journal, { ...mark, released: true });
    const headline = msg('{n} {n|run|runs} may send {n|its|their} mails: {saids}', {
      n: chosen.length,
      saids: chosen.map(({ said }) => said),
    });
    return note(services, { what: 'release-mails', headline });
  });

/** The runs that wait, newest first, each with what giving it up comes to. */
export const runsToAbandon = (services: Services): readonly (RunToSettle & { readonly how: How })[] =>
  [...loadedRuns(services)]
    .reverse()
    .filter((loaded, index) => index === 0 || howOf(services, loaded) === 'rest')
    .map((loaded) => ({
      runId: loaded.mark.runId,
      how: howOf(services, loaded),
      said: abandonInWords(services, loaded),
    }));

/**
 * Gives up a run that waits: goes back to the state before it where nothing of it has left the desk, else leaves what is done and
 * drops what is not.
 * @param shown which run, and what giving it up was said to come to: where it comes to something else by now nothing is done; left
 * out = the newest, whatever it comes to
 */
export function abandonPending(
  services: Services,
  reason: string,
  shown: RunToSettle | null = null,
): Message {
  const why = reasonFor(reason, msg('abandoning a run needs a reason; write why'));
  return alone(services, () => abandon(services, why, shown));
}

function abandon(services: Services, reason: string, shown: RunToSettle | null): Message {
  const runId = shown?.runId ?? null;
  const book = openBook(services.book);
  const runs = loadPending(book, services);
  const [newest] = runsToAbandon(services);
  if (newest === undefined) return msg('no run is pending');
  const chosen = runsToAbandon(services).find((each) => each.runId === (runId ?? newest.runId));
  const loaded = runs.find(({ mark }) => mark.runId === chosen?.runId);
  if (chosen === undefined || loaded === undefined)
    throw new SaidError(
      msg('there is no run "{run}" to be abandoned; those after it come first', { run: runId ?? '' }),
    );
  if (shown !== null && JSON.stringify(shown.said) !== JSON.stringify(chosen.said))
    throw new SaidError(
      msg('the run went on meanwhile, so it was not given up; look at it again. By now: {said}', {
        said: chosen.said,
      }),
    );
  const { how } = chosen;
  // From here on it is abandoned, whoever ends it: nothing of it is rolled forward any more.
  const mark = { ...loaded.mark, abandoned: { reason: reason.slice(0, REASON_KEPT), how } };
  markPending(services.journal, mark);
  const late = endAbandoned(services, book, { ...loaded, mark });
  book.flush();
  const headline = abandonedNews({ ...loaded, mark });
  return note(services, { what: 'abandon', headline, details: [chosen.said, ...late] });
}

// --- the state -------------------------------------------------------------------------------------------------

/** Takes over the state as somebody changed it by hand. */
export function acceptChangedState(services: Services, reason: string): Message {
  const why = reasonFor(reason, msg('accepting a changed state needs a reason; write why'));
  return alone(services, () => accept(services, why));
}

function accept(services: Services, reason: string): Message {
  const { journal, digest } = services;
  const book = openBook(services.book);
  if (!hasErrors(readState(book, journal, digest).problems))
    return msg('the state stands as the desk wrote it; there is nothing to accept');
  const { unreadable } = acceptState(book, journal, digest);
  book.flush();
  const headline = msg('the changed state was accepted: {reason}', { reason });
  const details = unreadable.map((key) => msg('the row "{key}" could not be read and was left out', { key }));
  return note(services, { what: 'accept-state', headline, details });
}

// --- reasons ---------------------------------------------------------------------------------------------------

/** The journal keeps the beginning of it for whoever ends what was given up. */
const REASON_KEPT = 300;

function reasonFor(reason: string, blank: Message): string {
  const why = reason.trim();
  const fault = why === '' ? blank : reasonFault(why);
  if (fault !== null) throw new SaidError(fault);
  return why;
}
