// A run of an earlier day that can no longer be read: it is ended, with all that the journal tells of it, and its text is kept aside.
import { type Problem, problemMessage, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { pendingTab } from '../../sheets/tabs';
import { clearPending, dayOf, type Loaded, markPending, type PendingMark } from '../journal/pending';
import { tryNote } from '../log/note';
import { fateOf } from '../mails/notedMails';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { lateSignature } from './abandon';
import { withEnded } from './endedRuns';

export type Damaged = Loaded & { readonly entry: null };

export const STANDS_AS_TOLD = msg('what it decided stays in the day as if everybody had been told');
export const TELL_BY_HAND = msg(
  'tell by hand whomever it still concerns, then accept it under Trading > Repair > Accept what is odd',
);

/** A row of the log for each that is ended. */
export const noteEnd = (services: Services, said: Problem, late: readonly Problem[]): void =>
  tryNote(services, { what: 'overnight', headline: problemMessage(said), details: late });

/** The text that cannot be read is put where a person can look at it; until then it stays where it is and holds nobody. */
export function endLost(services: Services, book: OpenBook, loaded: Damaged): readonly Problem[] {
  const { mark } = loaded;
  const signed = mark.step === 'stored' ? lateSignature(services, book, mark) : {};
  const known = fateInWords(services, mark, Object.keys(signed).length > 0);
  const kept = keepAside(services, loaded);
  const said = lost(mark, [...known, kept.said, TELL_BY_HAND]);
  if (!kept.isKept) return [said];
  markPending(
    services.journal,
    { ...mark, abandoned: { reason: '', how: 'rest' } },
    { ...signed, ...withEnded(services.journal, said, mark.runId) },
  );
  clearPending(services.journal, mark.runId);
  noteEnd(services, said, [loaded.damage]);
  return [said];
}

function lost(mark: PendingMark, saids: readonly Message[]): Problem {
  const holes = { run: mark.runId, date: dayOf(mark) ?? '', saids };
  return warning(
    'run-lost',
    msg(
      'run {run} of {date} was left half-way, cannot be read any more and is ended, because its day is over: {saids}',
      holes,
    ),
  );
}

/** All that the journal tells of it. */
function fateInWords(services: Services, mark: PendingMark, isWritten: boolean): readonly Message[] {
  const isStored = mark.step === 'stored';
  return [
    ...(isStored ? [msg('nothing of it had left the desk')] : [msg('what it decided stands in the day')]),
    ...(isWritten ? [STANDS_AS_TOLD] : []),
    ...mailsInWords(services, mark),
    ...(!isStored && mark.owes === true && mark.step !== 'rows'
      ? [msg('its rows may be missing from the warehouse')]
      : []),
  ];
}

function mailsInWords(services: Services, { mails, step }: PendingMark): readonly Message[] {
  // An older version noted none: before its state was written nothing went.
  if (mails === undefined)
    return step === 'stored' ? [] : [msg('which of its mails went is not known: look into Sent')];
  const { unsent, doubtful } = fateOf(services, mails);
  const n = mails.n - mails.each.length;
  return [
    ...(unsent.length === 0
      ? []
      : [
          msg('{n} {n|mail|mails} did not go and never {n|goes|go}: to {list}', {
            n: unsent.length,
            list: unsent.join('; '),
          }),
        ]),
    ...(doubtful.length === 0
      ? []
      : [
          msg('it is not known whether {n|the mail|the mails} to {list} went: ask there', {
            n: doubtful.length,
            list: doubtful.join('; '),
          }),
        ]),
    ...(n === 0 ? [] : [msg('which of {n} further {n|mail|mails} went is not known: look into Sent', { n })]),
  ];
}

function keepAside(
  services: Pick<Services, 'files'>,
  { mark, damage, ...loaded }: Damaged,
): { readonly isKept: boolean; readonly said: Message } {
  const cells = 'cells' in loaded ? loaded.cells : [];
  if (cells.length === 0)
    return { isKept: true, said: msg('nothing of it stood in {tab} any more', { tab: pendingTab.name }) };
  const stays = (said: Message): { readonly isKept: boolean; readonly said: Message } => ({
    isKept: false,
    said: msg('what stands of it in {tab} stays there until it can be kept in a file ({said})', {
      tab: pendingTab.name,
      said,
    }),
  });
  const file = { folder: FOLDER, name: `${mark.runId}.txt`, content: cells.join('\n') };
  try {
    const filed = services.files.save(file);
    if (filed.kind !== 'there') return stays(filed.why);
    return {
      isKept: true,
      said: msg('what stood of it in {tab} is kept in {file}', {
        tab: pendingTab.name,
        file: `${file.folder}/${file.name}`,
      }),
    };
  } catch (cause) {
    return stays(saidBy(cause));
  }
}

/** Beside the brokers' folders. */
const FOLDER = 'half-way';
