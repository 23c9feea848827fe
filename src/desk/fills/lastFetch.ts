// The last look at the executions: when they were brought up to date, and what was found wrong and kept out of the tab: the day is
// not COMPLETE while that stands. One fact in the journal, so that whoever asks how the day stands need not ask the post-trade system.
import { utf8Length } from '../../domain/bytes';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { verbatim } from '../../language/message';
import { print } from '../../language/print';
import type { Missing } from '../../stages/day/missing';
import { LIMITS } from '../limits';
import type { Journal } from '../services';

const KEY = 'feed-look';
/** What fits into a property of the journal with room to spare; more than that is one story. */
const MOST = 12;

interface LastFetch {
  readonly date: IsoDate;
  /** When the tab was brought up to date; left out = not on that date, or an older version wrote this. */
  readonly at?: Stamp;
  readonly missing: readonly Missing[];
}

/** An earlier day's says nothing of this one. */
function readFetch(journal: Journal, date: IsoDate | null): LastFetch | null {
  const written = journal.get(KEY);
  if (written === null) return null;
  const fetch: LastFetch = JSON.parse(written);
  return fetch.date === date ? fetch : null;
}

/** What stands from a look of that date. */
export const missingFromFetch = (journal: Journal, date: IsoDate | null): readonly Missing[] =>
  readFetch(journal, date)?.missing ?? [];

/** When the executions of that date were brought up to date last; null = they were not. */
export const fillsFetchedAt = (journal: Journal, date: IsoDate | null): Stamp | null =>
  readFetch(journal, date)?.at ?? null;

export interface Seen {
  /** The tab is as of then; null = something was kept out of it, so it is as old as it was. */
  readonly at: Stamp | null;
  /** What keeps the day from being COMPLETE. */
  readonly missing: readonly Missing[];
}

export function writeLastFetch(journal: Journal, date: IsoDate, { at: now, missing }: Seen): void {
  const at = now ?? readFetch(journal, date)?.at;
  journal.set(KEY, fitting({ date, ...(at === undefined ? {} : { at }), missing: missing.slice(0, MOST) }));
}

/** Names are of any length and a property is not: what is too much for it is cut from the end, and the first stays in few words. */
function fitting(fetch: LastFetch): string {
  const text = JSON.stringify(fetch);
  if (utf8Length(text) <= LONGEST) return text;
  const [first] = fetch.missing;
  if (fetch.missing.length > 1 || first === undefined)
    return fitting({ ...fetch, missing: fetch.missing.slice(0, -1) });
  const short: Missing = {
    ...first,
    subject: first.subject.slice(0, FEW),
    text: verbatim(print(first.text, 'en').slice(0, FEW)),
  };
  return JSON.stringify({ ...fetch, missing: [short] });
}
const LONGEST = LIMITS.propertyBytes * 0.9;
const FEW = 500;
