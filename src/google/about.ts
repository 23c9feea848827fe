// Which fill a row of the answer is about: by its number, by the number of a correction of it, however long the chain, or by a
// number that only adds something. The order of rows changes nothing.
import { type Fill, fillIdIn, fillKey } from '../domain/fill';
import type { ReportedFill } from './fillRow';

/** The key of a correction's own number, and the number of what it corrects. */
export type CorrectedNumbers = Readonly<Record<string, string>>;

/** What rows may be about. */
export interface Known {
  /** By key; of this answer. */
  readonly fills: ReadonlyMap<string, Fill>;
  /** What the day has recorded. */
  readonly known: readonly Fill[];
  readonly corrected: CorrectedNumbers;
}

export const isPool = (fill: Fill, { fill: of }: ReportedFill): boolean =>
  fill.broker === of.broker && fill.asset === of.asset && fill.side === of.side;

const keyOf = ({ fill }: ReportedFill, fillId: string): string => fillKey({ ...fill, fillId });

/** The fill of that very number; of two accounts of one broker, the row's own. */
function exactly(book: Known, event: ReportedFill, id: string): Fill | null {
  const keys = [keyOf(event, `${id}@${event.account}`), keyOf(event, id)];
  for (const key of keys) {
    const found = book.fills.get(key) ?? book.known.find((fill) => fillKey(fill) === key);
    if (found !== undefined) return found;
  }
  return null;
}

/** The fill of that number in the row's pool; the number of a correction is that of what it corrects. */
export function named(book: Known, event: ReportedFill, id: string): Fill | null {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    const found = exactly(book, event, at);
    if (found !== null) return found;
    seen.add(at);
    at = book.corrected[keyOf(event, at)];
  }
  return null;
}

const isAffixed = (longer: string, id: string): boolean =>
  id !== '' &&
  longer !== id &&
  ((longer.startsWith(id) && /^[^A-Za-z0-9]/.test(longer.slice(id.length))) ||
    (longer.endsWith(id) && /[^A-Za-z0-9]$/.test(longer.slice(0, longer.length - id.length))));

/** `A1-C`, `A1/2`, `CXL_A1` are about A1, where there is one: the longest such number. */
export function affixOf(book: Known, event: ReportedFill): string | null {
  const { fillId } = event.fill;
  const numbers = [
    ...[...book.fills.values(), ...book.known]
      .filter((fill) => isPool(fill, event))
      .map((fill) => fill.fillId),
    ...Object.keys(book.corrected)
      .filter((key) => keyOf(event, fillIdIn(key)) === key)
      .map(fillIdIn),
  ].filter((id) => isAffixed(fillId, id));
  return numbers.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

export const byAffix = (book: Known, event: ReportedFill): Fill | null => {
  const id = affixOf(book, event);
  return id === null ? null : named(book, event, id);
};

/** What the corrections of an answer say of their own numbers, beside what earlier answers said. */
export function correctedNumbers(
  corrections: readonly ReportedFill[],
  book: Omit<Known, 'corrected'>,
  before: CorrectedNumbers,
): CorrectedNumbers {
  const own = new Set(corrections.map((event) => fillKey(event.fill)));
  // Whatever corrects is told by a number of its own, so that a number that only adds to it is told too.
  const byItself: CorrectedNumbers = Object.fromEntries([...own].map((key) => [key, fillIdIn(key)]));
  const found = new Map<string, Set<string>>();
  for (const event of corrections) {
    const id = event.about ?? affixOf({ ...book, corrected: { ...before, ...byItself } }, event);
    const key = fillKey(event.fill);
    if (id === null || id === event.fill.fillId) continue;
    found.set(key, (found.get(key) ?? new Set()).add(id));
  }
  // One number that corrects two fills names neither.
  const fresh = [...found].flatMap(([key, ids]): readonly (readonly [string, string])[] => {
    const [id = '', other] = [...ids];
    return other === undefined ? [[key, id]] : [];
  });
  return { ...before, ...Object.fromEntries(fresh.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
