// What the last look at the executions found wrong and kept out of the tab: the day is not COMPLETE while it stands. One fact in
// the journal, so that whoever asks how the day stands need not ask the post-trade system.
import { utf8Length } from '../../domain/bytes';
import type { IsoDate } from '../../domain/stamp';
import { verbatim } from '../../language/message';
import { print } from '../../language/print';
import type { Missing } from '../../stages/day/missing';
import { LIMITS } from '../limits';
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
  const text = fitting({ date, missing: missing.slice(0, MOST) });
  const before = journal.get(KEY);
  if (missing.length === 0) {
    if (before !== null) journal.remove(KEY);
  } else if (before !== text) journal.set(KEY, text);
}

/** Names are of any length and a property is not: what is too much for it is cut from the end, and the first stays in few words. */
function fitting(look: FeedLook): string {
  const text = JSON.stringify(look);
  if (utf8Length(text) <= LONGEST) return text;
  const [first] = look.missing;
  if (look.missing.length > 1 || first === undefined)
    return fitting({ ...look, missing: look.missing.slice(0, -1) });
  const short: Missing = {
    ...first,
    subject: first.subject.slice(0, FEW),
    text: verbatim(print(first.text, 'en').slice(0, FEW)),
  };
  return JSON.stringify({ ...look, missing: [short] });
}
const LONGEST = LIMITS.propertyBytes * 0.9;
const FEW = 500;
