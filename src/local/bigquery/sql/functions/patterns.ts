// Patterns of FORMAT_DATE and PARSE_DATE: the elements that mean the same here and there.
import { NotLocal } from '../../errors';
import { sqlString } from '../typed';
import { type Call, literalText } from './shape';

const SHARED = new Set([...'YmdHMSybBaAjpI%']);
const SHORT: Readonly<Record<string, string>> = { F: '%Y-%m-%d', T: '%H:%M:%S', R: '%H:%M', D: '%m/%d/%y' };
const PARSED = new Set([...'YmdHMSyb%']);
/** On a DATE BigQuery leaves the elements of the clock as they stand. */
const OF_DATE = new Set([...'YmdybBaAj%']);

/** What a pattern is for: it writes a moment or a date, or reads one. */
type Use = 'moment' | 'date' | 'reading';
const KNOWN: Readonly<Record<Use, ReadonlySet<string>>> = { moment: SHARED, date: OF_DATE, reading: PARSED };

/** The pattern as DuckDB takes it; an element outside the shared ones is refused. */
export function pattern(call: Call, index: number, use: Use = 'moment'): string {
  const given = literalText(call, index, 'a pattern');
  if (given === '') throw new NotLocal(`an empty pattern of ${call.name} at ${call.at}`);
  const known = KNOWN[use];
  const long = given.replace(/%(.|$)/gs, (whole, element: string) => {
    if (known.has(element)) return whole;
    const short = Object.hasOwn(SHORT, element) ? SHORT[element] : undefined;
    if (short !== undefined && (use !== 'date' || !/[HMS]/.test(short))) return short;
    throw new NotLocal(`the pattern ${whole} of ${call.name} at ${call.at}`);
  });
  return sqlString(long);
}
