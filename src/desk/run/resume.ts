// Goes on with what a crash or an outage left half-way, before anything else is begun.
import { hasErrors, type Problem } from '../../domain/problem';
import { msg } from '../../language/message';
import { isEndedRun } from '../../stages/day/acceptances';
import { readSettingsTab } from '../../stages/day/inputs';
import { catchUpBooks } from '../brokers/writeBooks';
import { pendingMarks } from '../journal/pending';
import { tryNote } from '../log/note';
import { openBook } from '../openBook';
import type { Services } from '../services';
import { rollForward } from './rollForward';

export interface Resumed {
  /** Runs that were half-way and are finished. */
  readonly runIds: readonly string[];
  /** What keeps them there; empty when everything is out. */
  readonly problems: readonly Problem[];
  /** Of an earlier day, and ended: what is lost, and what nobody can tell any more. */
  readonly ended: readonly Problem[];
}

/** The caller holds the lock. */
export function resumePending(services: Services): Resumed {
  const book = openBook(services.book);
  catchUpBooks({ services, book });
  if (pendingMarks(services.journal).length === 0) return { runIds: [], problems: [], ended: [] };
  const { settings, problems } = readSettingsTab(book.read);
  // With settings that cannot be read nobody knows where its rows go.
  if (hasErrors(problems)) return { runIds: [], problems, ended: [] };
  const applied = rollForward(services, book, settings);
  book.flush();
  // Mails that still wait for quota are no news.
  const left = pendingMarks(services.journal).map(({ runId }) => runId);
  const ended = applied.flatMap(({ warnings }) => warnings.filter(isEnd));
  const done = applied
    .filter(({ runId, warnings }) => !left.includes(runId) && !warnings.some(isEnd))
    .map(({ runId }) => runId);
  // What was ended has its own row.
  const late = applied
    .filter(({ waiting }) => !waiting)
    .flatMap(({ warnings }) => warnings.filter((each) => !isEnd(each)));
  if (late.length > 0) {
    const headline = msg('finished what was left half-way: {runs}', {
      runs: applied.map(({ runId }) => runId).join(', '),
    });
    tryNote(services, { what: 'resume', headline, details: late });
  }
  return {
    runIds: done,
    problems: applied.flatMap(({ problems }) => problems),
    ended,
  };
}

const isEnd = ({ code }: Problem): boolean => isEndedRun(code);
