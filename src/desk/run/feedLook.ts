// What the last look at the executions found wrong and kept out of the tab: the day is not COMPLETE while it stands. One fact in
// the journal, so that whoever asks how the day stands need not ask the post-trade system.
import type { IsoDate } from '../../domain/stamp';
import type { Missing } from '../../stages/day/missing';
import type { Journal } from '../services';

const KEY = 'feed-look';
/** What fits into a property of the journal with room to spare; more than that is one story. */
const MOST = 12;

interface FeedLook {
  readonly date: IsoDate;
  readonly missing: readonly Missing[];
}

/** What stands from a look of that date; an earlier day's says nothing of it. */
export function readFeedLook(journal: Journal, date: IsoDate | null): readonly Missing[] {
  const written = journal.get(KEY);
  if (written === null) return [];
  const look: FeedLook = JSON.parse(written);
  return look.date === date ? look.missing : [];
}

export function writeFeedLook(journal: Journal, date: IsoDate, missing: readonly Missing[]): void {
  const look: FeedLook = { date, missing: missing.slice(0, MOST) };
  const text = JSON.stringify(look);
  const before = journal.get(KEY);
  if (missing.length === 0) {
    if (before !== null) journal.remove(KEY);
  } else if (before !== text) journal.set(KEY, text);
}
