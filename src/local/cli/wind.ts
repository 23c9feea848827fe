// Where the desk's clock goes at a start: nowhere by a date that is refused, for what was wound is never wound back.
import { type Clock, fromSaoPaulo, type Host, type HostBook, saoPauloDate } from '../host';
import { SAMPLE_DATE } from '../market';
import { readAhead } from './answers';
import { UsageError } from './options';
import type { Words } from './words';

/** A desk begins its day before the market opens. */
const MORNING = 'T09:00:00';

/** So many days may lie between a day that was played and the next: a longer way is a slip of the year, most likely. */
const FARTHEST = 31;
const DAY_MS = 86_400_000;

export const morningStamp = (date: string): string => `${date}${MORNING}`;

/** Where a new desk's clock begins. */
export const morningOf = (date: string | null): number => fromSaoPaulo(morningStamp(date ?? SAMPLE_DATE));

/** @throws UsageError for a day that the desk has left behind */
export function checkNotBefore(dir: string, date: string | null, clock: Clock): void {
  const stands = saoPauloDate(clock.now());
  if (date !== null && date < stands) {
    throw new UsageError(
      `The desk in ${dir} has reached ${stands}, after ${date}: add --fresh --until final to start over, or --dir for another desk.`,
    );
  }
}

interface Asked extends Pick<Host, 'call'> {
  readonly book: Pick<HostBook, 'tabs'>;
}

interface Winding {
  readonly dir: string;
  readonly date: string | null;
  readonly clock: Clock;
  /** Somebody laid out a book here, and all of it could be read: it is asked first. */
  readonly isAsked: boolean;
  /** Whether the start plays that day by itself; a reader may look at any. */
  readonly isPlayed: boolean;
  readonly words: Words;
}

/** @throws UsageError for a day that cannot be played, before anything is wound or written */
export async function windOn(
  desk: Asked,
  { dir, date, clock, isAsked, isPlayed, words }: Winding,
): Promise<void> {
  const stands = saoPauloDate(clock.now());
  if (date === null || date <= stands) return;
  if (isAsked && desk.book.tabs().includes('settings')) {
    const why = await refusalOf(desk, { date, stands, isPlayed, words });
    if (why !== null) throw new UsageError(`${why} ${words.stands(dir, stands)}`);
  }
  clock.set(morningOf(date));
}

async function refusalOf(
  desk: Asked,
  {
    date,
    stands,
    isPlayed,
    words,
  }: Pick<Winding, 'isPlayed' | 'words'> & { readonly date: string; readonly stands: string },
): Promise<string | null> {
  const ask = async (...at: readonly string[]) => readAhead((await desk.call('nextSteps', at)).value);
  // A book that cannot answer refuses no date: what is wrong with it is said when it is played, or opened.
  const today = await ask().catch(() => null);
  if (today === null) return null;
  const days = Math.round((morningOf(date) - morningOf(stands)) / DAY_MS);
  if (today.tradeDate !== null && days > FARTHEST) return words.tooFar(date, stands, String(FARTHEST));
  const { closed } = await ask(morningStamp(date));
  return closed === null || !isPlayed ? null : `${closed.slice(0, 1).toUpperCase()}${closed.slice(1)}.`;
}
