// What npm run bench is asked for: its parts by name, and the options that some of them take.
import { FORMS, readWords, UsageError, wholeNumber } from '../../build/commandLine.cjs';

export interface Wishes {
  /** Parts by name; none = those that run unasked. */
  readonly parts: readonly string[];
  /** A revision of git that is measured beside this one. */
  readonly against: string | null;
  /** Without peers. */
  readonly alone: boolean;
  /** Of a part's first day. */
  readonly seed: number | null;
  /** Whether a table goes into its page of docs/. */
  readonly write: boolean;
}

/** @throws UsageError where a word is none of these */
export function wishesIn(words: readonly string[] = process.argv.slice(2)): Wishes {
  const { values, words: parts } = readWords(FORMS.bench, words, { words: true });
  const { against = null, alone, seed, write } = values;
  return { parts, against, alone, write, seed: seed === undefined ? null : wholeNumber('--seed', seed) };
}

/** @throws UsageError with what there is, where a part is none of it: it would be measured in silence as nothing */
export function checkParts(parts: readonly string[], there: readonly string[]): void {
  const stranger = parts.find((part) => !there.includes(part));
  if (stranger !== undefined)
    throw new UsageError(`There is no part "${stranger}" here; there are ${there.join(', ')}.`);
}
