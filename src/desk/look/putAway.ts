// What a trader has seen and put away today: for the whole desk, one bounded fact in the journal. What was put away comes back once it
// says something else, such as a larger amount; that it is older by a minute is nothing else.
import { type Problem, problemKey } from '../../domain/problem';
import type { IsoDate } from '../../domain/stamp';
import { TIME_CODES } from '../../sheets/checkSettings';
import type { Journal, Services } from '../services';

const KEY = 'put-away';
/** At 16 characters each that is a fifth of a property. */
const MOST = 100;
const LENGTH = 16;

interface Kept {
  readonly date: IsoDate;
  /** The oldest first. */
  readonly marks: readonly string[];
}

type Digest = Services['digest'];

const markOf = (digest: Digest, key: string): string => digest(key).slice(0, LENGTH);

/** What a warning is put away by. */
export const seenKey = (problem: Problem): string =>
  TIME_CODES.includes(problem.code) ? problemKey(problem) : JSON.stringify([problem.code, problem.text]);

function readMarks(journal: Journal, date: IsoDate): readonly string[] {
  const written = journal.get(KEY);
  if (written === null) return [];
  const kept: Kept = JSON.parse(written);
  return kept.date === date ? kept.marks : [];
}

/** Whether something was put away on that date, by its key. */
export function putAwayOn(
  { journal, digest }: Pick<Services, 'journal' | 'digest'>,
  date: IsoDate,
): (key: string) => boolean {
  const marks = readMarks(journal, date);
  return (key) => marks.length > 0 && marks.includes(markOf(digest, key));
}

/** Beyond the bound the oldest come back. */
export function putAway(
  { journal, digest }: Pick<Services, 'journal' | 'digest'>,
  date: IsoDate,
  keys: readonly string[],
): void {
  const fresh = keys.map((key) => markOf(digest, key));
  const marks = [...readMarks(journal, date).filter((mark) => !fresh.includes(mark)), ...fresh];
  journal.set(KEY, JSON.stringify({ date, marks: marks.slice(-MOST) } satisfies Kept));
}

export const bringBack = (journal: Journal): void => journal.remove(KEY);
