// The BigQuery service itself, asked patiently, its refusals in words that say what to do.
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { explained, isPassing } from './failures';
import type { Place } from './identifiers';

type Collections = GoogleAppsScript.BigQuery;

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1_000;

export function collection<K extends 'Jobs' | 'Datasets' | 'Tables'>(name: K): NonNullable<Collections[K]> {
  const found = typeof BigQuery === 'undefined' ? undefined : BigQuery[name];
  if (!found)
    throw new SaidError(
      msg('The BigQuery service is missing; in the script editor add the service BigQuery, version v2.'),
    );
  return found;
}

/** Tries again what fails in passing. Repeating must be harmless: changes carry a request id, the rest only adds. */
export function patiently<T>(call: () => T, passes: (error: unknown) => boolean = isPassing): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return call();
    } catch (error) {
      if (attempt === ATTEMPTS || !passes(error)) throw error;
      Utilities.sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    }
  }
}

export function inWords<T>(place: Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error, place);
  }
}
