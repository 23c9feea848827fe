// Mails of earlier runs that nobody has received yet: a later mail of the same topic takes their place, so that no reader hears the
// old after the new. Their place is taken when the later run sends, not before: until then giving that run up leaves them as they were.
import { type Problem, warning } from '../../domain/problem';
import { msg } from '../../language/message';
import type { KeyedMail, WaitingMail } from '../../stages/day/keyedMail';
import { type Loaded, loadPending } from '../journal/pending';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { type MailServices, mailInWords, openAs } from './mailJournal';
import { recipientsOf } from './sendMails';

export interface Waiting extends WaitingMail {
  readonly mail: KeyedMail;
  /** Recipients that quota is kept for. */
  readonly reserved: number;
}

/** Keys whose place a mail of these runs takes; one that was given up takes nothing. */
export const placesTaken = (runs: readonly Loaded[]): ReadonlySet<string> =>
  new Set(
    runs.flatMap(({ mark, entry }) =>
      mark.abandoned !== undefined || entry === null
        ? []
        : entry.outcome.mails.flatMap(({ takesPlaceOf = [] }) => takesPlaceOf),
    ),
  );

/** Those of which it is known what they tell, the oldest first. */
export function waitingMails(
  services: Pick<Services, 'journal' | 'digest' | 'pack' | 'unpack'> & MailServices,
  book: OpenBook,
): readonly Waiting[] {
  const runs = loadPending(book, services);
  const taken = placesTaken(runs);
  return runs.flatMap(({ mark, entry }) =>
    mark.abandoned !== undefined || entry === null
      ? []
      : entry.outcome.mails.flatMap((mail): readonly Waiting[] => {
          const { key, tells } = mail;
          const how = tells === undefined || taken.has(key) ? null : openAs(services, key);
          if (tells === undefined || how === null) return [];
          const reserved = mark.waiting === undefined ? 0 : recipientsOf(mail);
          return [{ key, ...tells, isInDoubt: how === 'in doubt', mail, reserved }];
        }),
  );
}

/** Those whose place these mails take. */
export const replacedBy = (mails: readonly KeyedMail[], waiting: readonly Waiting[]): readonly Waiting[] => {
  const taken = new Set(mails.flatMap(({ takesPlaceOf = [] }) => takesPlaceOf));
  return waiting.filter(({ key }) => taken.has(key));
};

export function withdrawn(replaced: readonly Waiting[]): readonly Problem[] {
  if (replaced.length === 0) return [];
  const text = msg(
    '{n} {n|mail that is|mails that are} not out {n|is|are} withdrawn and never {n|goes|go}; what {n|it says|they say} stands in the mails of this run, as it is now: {ands}',
    { n: replaced.length, ands: replaced.map(({ mail }) => mailInWords({ mail, at: null })) },
  );
  return [warning('mails-withdrawn', text)];
}
