// The last look at the executions: when they were brought up to date, and what was found wrong and kept out of the tab: the day is
// not COMPLETE while that stands. One fact in the journal, so that whoever asks how the day stands need not ask the post-trade system.
import type { IsoDate, Stamp } from '../../domain/stamp';
import type { Missing } from '../../stages/day/missing';
import type { Journal } from '../services';

const KEY = 'feed-look';
/** What fits into a property of the journal with room to spare; more than that is one story. */
const MOST = 12;

interface FeedLook {
  readonly date: IsoDate;
  /** When the tab was brought up to date; left out = not on that date, or an older version wrote this. */
  readonly at?: Stamp;
  readonly missing: readonly Missing[];
}

/** An earlier day's says nothing of this one. */
function readLook(journal: Journal, date: IsoDate | null): FeedLook | null {
  const written = journal.get(KEY);
  if (written === null) return null;
  const look: FeedLook = JSON.parse(written);
  return look.date === date ? look : null;
}

/** What stands from a look of that date. */
export const readFeedLook = (journal: Journal, date: IsoDate | null): readonly Missing[] =>
  readLook(journal, date)?.missing ?? [];

/** When the executions of that date were brought up to date last; null = they were not. */
export const fillsFetchedAt = (journal: Journal, date: IsoDate | null): Stamp | null =>
  readLook(journal, date)?.at ?? null;

/** @param now moment of the look: the tab is as of then, unless something was kept out of it */
export function writeFeedLook(
  journal: Journal,
  date: IsoDate,
  now: Stamp,
  missing: readonly Missing[],
): void {
  const at = missing.length === 0 ? now : readLook(journal, date)?.at;
  const look: FeedLook = { date, ...(at === undefined ? {} : { at }), missing: missing.slice(0, MOST) };
  journal.set(KEY, JSON.stringify(look));
}
