// Whether this script may work in this book: it must be the desk's own (not a copy of it) and laid out by this version of the script.
// Every stage asks before anything else, and the sidebar says so on the first look of the day.
import { error, type Problem } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { layoutOf } from '../../sheets/layout';
import { MIGRATIONS, versionOf } from '../../sheets/migrations';
import type { Settings } from '../../sheets/settings';
import { settingsTab } from '../../sheets/tabs';
import { alone } from '../alone';
import { note } from '../log/note';
import type { Journal, Services } from '../services';
import { writeBookId } from './fillBook';
import { VERSION_KEY } from './migrate';

const LAYOUT_KEY = 'book-layout';

type Kept = Pick<Settings, 'bookId'>;

/** The settings travel with a copy of the book, its id does not. A book that was never set up says nothing. */
export const isCopy = ({ bookId }: Kept, { bookId: own }: Pick<Services, 'bookId'>): boolean =>
  bookId !== null && bookId !== own();

/** Errors that keep every stage from beginning: a copy that nobody has made a desk of its own, a book of another version. */
export const bookFitProblems = (
  services: Pick<Services, 'bookId' | 'journal'>,
  settings: Kept,
): readonly Problem[] => [
  ...(isCopy(settings, services) ? [error('copied-book', copied(settings), { tab: settingsTab.name })] : []),
  ...versionProblems(services.journal),
];

const copied = ({ bookId }: Kept): Message =>
  msg(
    'this book is a copy of {code}: it sends nothing and saves nothing to the warehouse. Work in the original; or, if this one is to be a desk of its own, write its own addresses and dataset into the tabs and say so with Trading > Repair > Make this copy a desk',
    { code: bookId ?? '' },
  );

function versionProblems(journal: Journal): readonly Problem[] {
  const kept = journal.get(VERSION_KEY);
  if (kept === null) return [];
  const newest = versionOf(MIGRATIONS);
  if (Number(kept) > newest)
    return [
      error(
        'set-up-needed',
        msg(
          'the book is of version {n} and this script knows {n2} only: an older script was pushed over it; push the newer one, or work in a copy from before the upgrade',
          { n: Number(kept), n2: newest },
        ),
      ),
    ];
  return Number(kept) === newest && journal.get(LAYOUT_KEY) === layoutOf()
    ? []
    : [
        error(
          'set-up-needed',
          msg('the script was upgraded and this book was not: run Trading > Set up before anything goes out'),
        ),
      ];
}

/** After Set up has made the tabs: the book is of this version, and knows its id. The id of another stays until a person says so. */
export function markSetUp(services: Services, { bookId }: Kept): void {
  if (bookId === null) writeBookId(services);
  services.journal.set(LAYOUT_KEY, layoutOf());
}

/** A person takes the copy over as a desk of its own. @throws without a reason, or where it is no copy */
export function adoptCopy(services: Services, settings: Kept, reason: string): Message {
  const why = reason.trim();
  if (why === '') throw new SaidError(msg('a copy becomes a desk with a reason; write why'));
  if (!isCopy(settings, services)) throw new SaidError(msg('this book is no copy; there is nothing to do'));
  const of = settings.bookId ?? '';
  return alone(services, () => {
    writeBookId(services);
    const headline = msg('this copy of {code} is a desk of its own: {reason}', { code: of, reason: why });
    return note(services, { what: 'adopt-copy', headline });
  });
}
