// The fills of an answer while its rows are put to them, and what is said of them.
import type { Unplaced } from '../desk/feeds';
import { type Fill, fillKey } from '../domain/fill';
import { type Problem, warning } from '../domain/problem';
import { msg } from '../language/message';
import type { Known } from './about';
import type { ReportedFill } from './fillRow';

export interface Book extends Known {
  /** By key; changed as rows are put to them. */
  readonly fills: Map<string, Fill>;
  readonly earlier: () => readonly Fill[];
  readonly url: string;
  readonly problems: Problem[];
  readonly unplaced: Unplaced[];
}

/** A row about a fill of a day that is over changes nothing today, and is told of until that day knows it. */
export function isOfEarlier(book: Book, event: ReportedFill, id: string): boolean {
  const key = fillKey({ ...event.fill, fillId: id });
  const [latest] = book
    .earlier()
    .filter((fill) => fillKey(fill) === key)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  if (latest === undefined) return false;
  if (isBooked(latest, event)) return true;
  const text = msg(
    '{url}: row {n} ({fill}) takes back or corrects fill {fill2} of {broker}, which is of {date}: it changes nothing today; use Trading > Correct an earlier day',
    {
      ...{ url: book.url, n: event.row, fill: event.fill.fillId, fill2: id },
      ...{ broker: latest.broker, date: latest.date },
    },
  );
  book.problems.push(warning('other-date', text));
  return true;
}

/** Whether the day that is over has it as the row says; what takes back a part never says how much is left. */
const isBooked = (latest: Fill, { kind, takesBack, fill }: ReportedFill): boolean =>
  kind === 'correction' && !takesBack
    ? latest.quantity === fill.quantity && latest.price === fill.price
    : latest.status === 'BUSTED';
