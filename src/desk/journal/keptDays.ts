// Days that are over, kept in the hidden tab `_days` for whatever comes later: packed, a row a piece, with a seal in the journal.
// A day's last two runs stand there, so that one that is abandoned leaves the day as it was before it.
import type { IsoDate } from '../../domain/stamp';
import { readTable } from '../../sheets/read';
import { type KeptRow, keptTab } from '../../sheets/tabs';
import { printTable, type TableCells } from '../../sheets/write';
import { type DayState, isOpen } from '../../stages/day/state';
import { storedState } from '../../stages/day/stored';
import type { KeptDay } from '../../stages/outcome/kept';
import type { OpenBook } from '../openBook';
import type { Journal, Services } from '../services';
import { compact, restored } from './packed/compact';
import { isSealed, joined, pieces, type Seal, sealOf } from './packed/sealed';

type KeptServices = Pick<Services, 'journal' | 'digest' | 'pack' | 'unpack'>;

/** Trade dates that are kept at most: a month of them, longer than anything settles. */
const MOST_DAYS = 21;
/** However large they are: longer than it takes to settle. */
const LEAST_DAYS = 4;
/** Characters of all of them, so that a run that writes a day does not read for minutes; the oldest go first. */
const MOST_CHARACTERS = 5_000_000;

const PREFIX = 'kept:';

interface KeptRun {
  readonly runId: string;
  readonly seal: Seal;
}

/** The latest last. */
const runsOf = (journal: Journal, date: IsoDate): readonly KeptRun[] =>
  JSON.parse(journal.get(PREFIX + date) ?? '[]');

/** The dates that can be corrected, the latest first. */
export const keptDates = (journal: Journal): readonly IsoDate[] =>
  journal
    .keys(PREFIX)
    .map((key) => key.slice(PREFIX.length))
    .sort()
    .reverse();

/** A spreadsheet takes no such text for a date. */
const placeOf = (date: IsoDate, runId: string): string => `day ${date} run ${runId}`;

const rowsIn = (book: OpenBook): readonly KeptRow[] =>
  readTable(keptTab, book.read(keptTab.name)).table.rows.map(({ value }) => value);

export const keptTable = (rows: readonly KeptRow[]): TableCells => printTable(keptTab, rows);

/** Days that were packed with the outcome that keeps them: it takes as long as the outcome itself. */
export const keptPacked = new WeakMap<KeptDay, string>();

/**
 * Writes the day beside what was kept; written again by the same run it is the same. What the day was before this run stays until
 * another day is written: an abandoned run goes back to it.
 */
export function keepDay(book: OpenBook, services: KeptServices, kept: KeptDay, runId: string): void {
  const { journal, digest } = services;
  const date = kept.state.tradeDate;
  const packed = keptPacked.get(kept) ?? services.pack(compact(kept));
  const own: KeptRun = { runId, seal: sealOf(packed, digest) };
  const before = runsOf(journal, date).filter((run) => run.runId !== runId);
  const dates = [...new Set([date, ...keptDates(journal)])].sort().reverse();
  const runs = new Map(
    dates.map((each) => [each, each === date ? [...before.slice(-1), own] : runsOf(journal, each).slice(-1)]),
  );
  const staying = dates.slice(0, daysThatFit(dates, runs));
  const places = new Set(
    staying.flatMap((each) => (runs.get(each) ?? []).map((run) => placeOf(each, run.runId))),
  );
  const place = placeOf(date, runId);
  const others = rowsIn(book).filter((row) => row.day !== place && places.has(row.day));
  const fresh = pieces(packed).map((chunk, part) => ({ day: place, part, chunk }));
  book.replace(keptTable([...others, ...fresh]));
  for (const each of dates) {
    const stays = staying.includes(each) || each === date;
    if (!stays) journal.remove(PREFIX + each);
    else if (each === date || runsOf(journal, each).length > 1)
      journal.set(PREFIX + each, JSON.stringify(runs.get(each)));
  }
}

/** How many of these days, the latest first, there is room for. */
function daysThatFit(dates: readonly IsoDate[], runs: ReadonlyMap<IsoDate, readonly KeptRun[]>): number {
  let room = MOST_CHARACTERS;
  const at = dates.findIndex((date) => {
    room -= (runs.get(date) ?? []).reduce((sum, { seal }) => sum + seal.length, 0);
    return room < 0;
  });
  return Math.min(MOST_DAYS, Math.max(LEAST_DAYS, at < 0 ? dates.length : at));
}

export type Kept =
  | { readonly kind: 'kept'; readonly day: KeptDay }
  /** Nothing of that date was ever kept, or it is too long ago. */
  | { readonly kind: 'none' }
  /** It does not stand there as the desk wrote it. */
  | { readonly kind: 'changed' };

export function readKept(book: OpenBook, services: KeptServices, date: IsoDate): Kept {
  const latest = runsOf(services.journal, date).slice(-1)[0];
  if (latest === undefined) return { kind: 'none' };
  const place = placeOf(date, latest.runId);
  const cells = rowsIn(book)
    .filter(({ day }) => day === place)
    .sort((a, b) => a.part - b.part)
    .map(({ chunk }) => chunk);
  const packed = joined(cells);
  if (cells.length === 0 || packed === null || !isSealed(packed, latest.seal, services.digest))
    return { kind: 'changed' };
  // Sealed by the desk itself: it is what `keepDay` was given.
  const day = restored(services.unpack(packed)) as KeptDay;
  const state = storedState(day.state);
  return isOpen(state) ? { kind: 'kept', day: { ...day, state } } : { kind: 'changed' };
}

/** The day as it was before that run. */
export function unkeepDay(book: OpenBook, { journal }: KeptServices, date: IsoDate, runId: string): void {
  const runs = runsOf(journal, date);
  if (runs.every((run) => run.runId !== runId)) return;
  const left = runs.filter((run) => run.runId !== runId);
  const place = placeOf(date, runId);
  book.replace(keptTable(rowsIn(book).filter(({ day }) => day !== place)));
  if (left.length === 0) journal.remove(PREFIX + date);
  else journal.set(PREFIX + date, JSON.stringify(left));
}

/** What is kept of the state's day, with what was decided since beside its allocation; null = nothing is kept of it. */
export function keptWith(book: OpenBook, services: KeptServices, state: DayState): KeptDay | null {
  if (!isOpen(state) || state.allocation === null) return null;
  const kept = readKept(book, services, state.tradeDate);
  return kept.kind === 'kept' ? { ...kept.day, state } : null;
}
