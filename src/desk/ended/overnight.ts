// A run of an earlier day that was left half-way holds no later day: what stays true of it is finished, orders that are not out never
// go, and whatever is lost or cannot be told any more is said, in the log and wherever the day is shown.
import { hasErrors, type Problem, warning } from '../../domain/problem';
import { stageNamed } from '../../domain/stage';
import { dateOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { STAGES } from '../../stages/stages';
import {
  dayOf,
  type Loaded,
  markPending,
  type PendingMark,
  type PendingRun,
  STEPS,
  type Step,
} from '../journal/pending';
import { readState, stands } from '../journal/stateStore';
import { dropped, mailInWords, openMailsOf, unsentOf } from '../mails/mailJournal';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { endAbandoned, howOf } from './abandon';
import { withEnded } from './endedRuns';
import { endLost, noteEnd, STANDS_AS_TOLD, TELL_BY_HAND } from './lostRun';

type Healthy = Loaded & { readonly entry: PendingRun };

/** Begun on an earlier date; one whose id tells none is taken for today's. */
export function isOfEarlierDay({ now }: Pick<Services, 'now'>, { mark }: Loaded): boolean {
  const day = dayOf(mark);
  return day !== null && day < dateOf(now());
}

export interface Ended {
  /** null = it is ended; else what of it still goes on: files and rows. */
  readonly left: Healthy | null;
  readonly warnings: readonly Problem[];
}

/** Of a run of an earlier day: ends what must not go on. May be cut off and repeated at any call. */
export function endOvernight(services: Services, book: OpenBook, loaded: Loaded): Ended {
  if (loaded.entry === null) return { left: null, warnings: endLost(services, book, loaded) };
  const healthy: Healthy = { ...loaded, entry: loaded.entry };
  if (!isLate(services, healthy)) return { left: healthy, warnings: [] };
  return loaded.mark.step === 'stored' || mayGoBack(services, healthy)
    ? { left: null, warnings: giveUp(services, book, healthy) }
    : finishUntold(services, healthy);
}

/** Orders and stops of a day are nothing for another one; an allocation stays true, and so does what tells nobody anything. */
function isLate(services: Services, { mark, entry: { run, outcome } }: Healthy): boolean {
  const stage = stageNamed(run.stage);
  if (stage !== null && STAGES[stage].closesDay === true) return false;
  const books = isBefore(mark.step, 'brokers') ? outcome.brokerBooks.length : 0;
  return (
    books > 0 ||
    openMailsOf(services, outcome.mails).length > 0 ||
    unsentOf(services, outcome.mails).length > 0
  );
}

const isBefore = (step: Step, other: Step): boolean => STEPS.indexOf(step) < STEPS.indexOf(other);

/** Its decisions stand and nobody has heard of them: no mail, no spreadsheet, and nothing was decided upon them since. */
function mayGoBack(services: Services, loaded: Healthy): boolean {
  const { brokerBooks, state } = loaded.entry.outcome;
  const readers = brokerBooks.length === 0 ? [] : services.brokerBooks.shared();
  return (
    howOf(services, loaded) === 'back' &&
    brokerBooks.every(({ broker }) => !readers.includes(broker)) &&
    stands(services, state)
  );
}

function giveUp(services: Services, book: OpenBook, loaded: Healthy): readonly Problem[] {
  const { mark } = loaded;
  const nothing = msg('nothing of it had left the desk, and the day is as it was before it');
  const said = ended(loaded, [nothing, ...untold(services, loaded)]);
  // Of one that was only written down the state is untouched, unless it died over it.
  const isTouched =
    mark.step !== 'stored' || hasErrors(readState(book, services.journal, services.digest).problems);
  const given: PendingMark = { ...mark, abandoned: { reason: '', how: isTouched ? 'back' : 'rest' } };
  markPending(services.journal, given, withEnded(services.journal, said, mark.runId));
  const late = endAbandoned(services, book, { ...loaded, mark: given });
  noteEnd(services, said, late);
  return [said, ...late];
}

/** What is done stays; files and rows go on, mails and spreadsheets do not. */
function finishUntold(services: Services, loaded: Healthy): Ended {
  const { mark, entry } = loaded;
  const said = ended(loaded, [STANDS_AS_TOLD, ...untold(services, loaded)]);
  const { waiting: _none, ...plain } = mark;
  const left: PendingMark = {
    ...{ ...plain, released: true },
    step: isBefore(mark.step, 'brokers') ? 'brokers' : mark.step,
  };
  const open = [
    ...unsentOf(services, entry.outcome.mails),
    ...openMailsOf(services, entry.outcome.mails).map(({ mail }) => mail),
  ];
  markPending(services.journal, left, {
    ...dropped(
      services,
      open.map(({ key }) => key),
    ),
    ...withEnded(services.journal, said, mark.runId),
  });
  noteEnd(services, said, []);
  return { left: { ...loaded, mark: left }, warnings: [said] };
}

/** Which of its mails did not go, and of which nobody knows. */
function untold(services: Services, { entry: { outcome } }: Healthy): readonly Message[] {
  const open = openMailsOf(services, outcome.mails);
  const unsent = [
    ...unsentOf(services, outcome.mails).map((mail) => ({ mail, at: null })),
    ...open.filter(({ status }) => status === 'refused'),
  ];
  const doubtful = open.filter(({ status }) => status === 'sending');
  return [
    ...(unsent.length === 0
      ? []
      : [
          msg('{n} {n|mail|mails} did not go and never {n|goes|go}: {ands}', {
            n: unsent.length,
            ands: unsent.map(mailInWords),
          }),
        ]),
    ...(doubtful.length === 0
      ? []
      : [msg('it is not known whether {ands} went: ask the recipient', { ands: doubtful.map(mailInWords) })]),
  ];
}

function ended({ mark, entry }: Healthy, saids: readonly Message[]): Problem {
  const holes = { run: mark.runId, date: entry.run.tradeDate, saids: [...saids, TELL_BY_HAND] };
  return warning(
    'run-ended',
    msg('run {run} of {date} was left half-way and is ended, because its day is over: {saids}', holes),
  );
}

/** What the day after hears of a run that was finished whole. @param mails of it that went now */
export function finishedLate(services: Services, { mark, entry: { run } }: Healthy, mails: number): Problem {
  const holes = { run: mark.runId, date: run.tradeDate, n: mails };
  const said = warning(
    'run-finished',
    msg('run {run} of {date} was left half-way and is finished now; {n} {n|mail|mails} of it went', holes),
  );
  noteEnd(services, said, []);
  return said;
}
