// Keeps long text in a hidden tab: cut into cells, each beginning with a letter so that no spreadsheet takes it for a number, a date
// or a formula, and sealed with length and digest, so that a change by hand is noticed when it is read back.
import { LIMITS } from '../../limits';

/** How long the text was, and its digest: kept where nobody types. */
export interface Seal {
  readonly length: number;
  readonly digest: string;
}

/** Well below what a cell holds: what is written grows where it is escaped. */
export const PIECE = LIMITS.cellCharacters * 0.8;
const LETTER = 't';

/** The text in pieces that begin with a letter; an empty text is one piece. */
export function pieces(text: string): readonly string[] {
  const count = Math.max(1, Math.ceil(text.length / PIECE));
  return Array.from({ length: count }, (_, at) => LETTER + text.slice(at * PIECE, (at + 1) * PIECE));
}

/** The pieces put together; null where one lost its letter. */
export const joined = (cells: readonly string[]): string | null =>
  cells.every((cell) => cell.startsWith(LETTER))
    ? cells.map((cell) => cell.slice(LETTER.length)).join('')
    : null;

export const sealOf = (text: string, digest: (text: string) => string): Seal => ({
  length: text.length,
  digest: digest(text),
});

export const isSealed = (text: string, seal: Seal, digest: (text: string) => string): boolean =>
  text.length === seal.length && digest(text) === seal.digest;
