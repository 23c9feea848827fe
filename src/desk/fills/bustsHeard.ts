// When the desk heard of today's busts from the feeds: one fact in the journal. What a person typed was known before it was read.
import { utf8Length } from '../../domain/bytes';
import { type Fill, fillKey } from '../../domain/fill';
import type { IsoDate, Stamp } from '../../domain/stamp';
import { LIMITS } from '../limits';
import type { Journal } from '../services';

const KEY = 'busts-heard';

/** By fill. */
type Heard = Readonly<Record<string, Stamp>>;

interface Kept {
  readonly date: IsoDate;
  readonly at: Heard;
}

export function readBustsHeard(journal: Journal, date: IsoDate): Heard {
  const kept: Kept | null = JSON.parse(journal.get(KEY) ?? 'null');
  return kept?.date === date ? kept.at : {};
}

/** What an answer brought, and what the tab had before it. */
interface Brought {
  readonly recorded: readonly Fill[];
  readonly rows: readonly Fill[];
  readonly now: Stamp;
}

/**
 * To be written before the tab is: the first that heard of a bust stays, whoever died since. One that the tab knew before anybody
 * wrote this is left out, and one that counts again is forgotten.
 */
export function noteBusts(journal: Journal, date: IsoDate, { recorded, rows, now }: Brought): void {
  const before = readBustsHeard(journal, date);
  const known = new Set(bustedOn(recorded, date));
  const at = Object.fromEntries(
    bustedOn(rows, date).flatMap((key): readonly (readonly [string, Stamp])[] => {
      const heard = before[key] ?? (known.has(key) ? null : now);
      return heard === null ? [] : [[key, heard]];
    }),
  );
  if (JSON.stringify(at) === JSON.stringify(before)) return;
  journal.set(KEY, fitting({ date, at }));
}

const bustedOn = (fills: readonly Fill[], date: IsoDate): readonly string[] =>
  fills
    .filter((fill) => fill.date === date && fill.status === 'BUSTED')
    .map(fillKey)
    .sort();

/** What is too much for a property is cut from the earliest heard on: of those nobody says when. */
function fitting(kept: Kept): string {
  const text = JSON.stringify(kept);
  if (utf8Length(text) <= LIMITS.propertyBytes * 0.9) return text;
  const latest = Object.entries(kept.at).sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return fitting({ ...kept, at: Object.fromEntries(latest.slice(Math.ceil(latest.length / 4))) });
}
