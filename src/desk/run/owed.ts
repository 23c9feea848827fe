// What the desk still owes somebody, as the journal knows it: runs half-way, rows for the warehouse, mails; and what the last look
// at the executions could not take. While any of it stands the day is not COMPLETE.
import type { ProblemCode } from '../../domain/problemCodes';
import type { IsoDate } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { Missing } from '../../stages/day/missing';
import { endedOwed } from '../ended/endedRuns';
import { missingFromFetch } from '../fills/lastFetch';
import { type PendingMark, pendingMarks } from '../journal/pending';
import type { Journal } from '../services';

/** @param tradeDate of the open day */
export const owedOf = (journal: Journal, tradeDate: IsoDate | null): readonly Missing[] => [
  ...pendingMarks(journal).map(owedBy),
  ...endedOwed(journal),
  ...missingFromFetch(journal, tradeDate),
];

function owedBy(mark: PendingMark): Missing {
  const { runId: run, waiting = null } = mark;
  const owed = (code: ProblemCode, text: Message, who: Missing['who']): Missing => ({
    code,
    subject: run,
    text,
    who,
  });
  if (waiting !== null)
    return owed(
      'mails-waiting',
      msg('{n} {n|mail|mails} to {n2} {n2|recipient|recipients} of run {run} {n|waits|wait} for mail quota', {
        n: waiting.mails,
        n2: waiting.recipients,
        run,
      }),
      'desk',
    );
  if (mark.step === 'rows')
    return owed('mails-in-doubt', msg('the mails of run {run} are not all out', { run }), 'trader');
  if (mark.released)
    return owed('rows-owed', msg('the rows of run {run} wait for the warehouse', { run }), 'desk');
  return owed('run-pending', msg('run {run} is half-way; the next step finishes it', { run }), 'desk');
}
