// Patterns of FORMAT_DATE and PARSE_DATE: the elements that mean the same here and there.
import { NotLocal } from '../../errors';
import { sqlString } from '../typed';
import { type Call, literalText } from './shape';

const SHARED = new Set([...'YmdHMSybBaAjpI%']);
const SHORT: Readonly<Record<string, string>> = { F: '%Y-%m-%d', T: '%H:%M:%S', R: '%H:%M', D: '%m/%d/%y' };
const PARSED = new Set([...'YmdHMSyb%']);

/** The pattern as DuckDB takes it; an element outside the shared ones is refused. */
export function pattern(call: Call, index: number, reading = false): string {
  const given = literalText(call, index, 'a pattern');
  const known = reading ? PARSED : SHARED;
  const long = given.replace(/%(.|$)/gs, (whole, element: string) => {
    if (known.has(element)) return whole;
    const short = Object.hasOwn(SHORT, element) ? SHORT[element] : undefined;
    if (short !== undefined) return short;
    throw new NotLocal(`the pattern ${whole} of ${call.name} at ${call.at}`);
  });
  return sqlString(long);
}
