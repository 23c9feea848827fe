// Words as people compare them: whatever the case, the accents and what stands between the letters; and the likely meant one.
import { tidy } from './result';

/** `Estratégia (R$)` → `estrategiar`: letters and digits alone, without accents, in lower case. */
export const folded = (text: string): string =>
  unaccented(tidy(text))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** `Manacá` → `Manaca`. */
export const unaccented = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** The candidate that is nearest to what was written, if it is a slip of a few letters; on a tie the first by alphabet. */
export function nearest(written: string, candidates: readonly string[]): string | null {
  const word = folded(written);
  if (word === '') return null;
  const ranked = candidates
    .flatMap((candidate) => {
      const slips = slipsBetween(word, folded(candidate));
      return slips === null ? [] : [{ candidate, slips }];
    })
    .sort((a, b) => a.slips - b.slips || (a.candidate < b.candidate ? -1 : 1));
  return ranked[0]?.candidate ?? null;
}

/** A name that is missing, and how else people write it. */
export interface Wanted {
  readonly name: string;
  readonly otherwise: readonly string[];
}

/** Which of the strangers each missing name probably is: each stranger once, the likeliest pairs first. */
export function likelyOnes(
  missing: readonly Wanted[],
  strangers: readonly string[],
): ReadonlyMap<string, string> {
  if (missing.length === 0) return new Map();
  const words = strangers
    .map((stranger) => ({ stranger, word: folded(stranger) }))
    .filter(({ word }) => word !== '');
  const pairs = missing.flatMap(({ name, otherwise }) => {
    const [wanted, others] = [folded(name), new Set(otherwise.map(folded))];
    return words.flatMap(({ stranger, word }) => {
      const slips = others.has(word) ? 0 : slipsBetween(wanted, word);
      return slips !== null && slips <= slipsAllowed(wanted, word) ? [{ name, stranger, slips }] : [];
    });
  });
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, stranger } of [...pairs].sort((a, b) => a.slips - b.slips)) {
    if (found.has(name) || taken.has(stranger)) continue;
    found.set(name, stranger);
    taken.add(stranger);
  }
  return found;
}

/** Slips that make one word of the other and leave it known: a short one is soon another word. */
function slipsAllowed(a: string, b: string): number {
  const [longer, shorter] = [Math.max(a.length, b.length), Math.min(a.length, b.length)];
  return Math.min(longer < 4 ? 0 : longer < 8 ? 2 : 3, shorter - 1);
}

/** The slips between two words; null where there are more than leave it known, which their lengths alone may tell. */
function slipsBetween(a: string, b: string): number | null {
  const allowed = slipsAllowed(a, b);
  if (Math.abs(a.length - b.length) > allowed) return null;
  const slips = distance(a, b);
  return slips <= allowed ? slips : null;
}

/** Letters to add, drop, change or exchange with their neighbour (optimal string alignment). */
export function distance(a: string, b: string): number {
  const width = b.length + 1;
  const at = (table: readonly number[], i: number, j: number): number => table[i * width + j] ?? 0;
  const table: number[] = Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 0; j <= b.length; j += 1) {
      if (j === 0) {
        table.push(i);
        continue;
      }
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      table.push(
        Math.min(
          at(table, i - 1, j) + 1,
          at(table, i, j - 1) + 1,
          at(table, i - 1, j - 1) + same,
          exchanged ? at(table, i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  return at(table, a.length, b.length);
}
