// Tables whose rows hold from a date until the next row begins.
import type { IsoDate } from './stamp';

/** The row that holds on a date: the last that began by then; before all of them, the earliest. */
export function rowOn<R extends { readonly from: IsoDate }>(rows: readonly R[], date: IsoDate): R {
  const latestFirst = [...rows].sort((a, b) => (a.from > b.from ? -1 : 1));
  const held = latestFirst.find(({ from }) => from <= date) ?? latestFirst[latestFirst.length - 1];
  if (held === undefined) throw new RangeError('a table of dates needs a row');
  return held;
}
