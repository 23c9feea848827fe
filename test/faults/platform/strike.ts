// What can happen to a call to the platform, one call of an execution at a time.

/** `lost` = killed after the call, and whatever was not flushed never came to be. */
export const WAYS = [
  'killed before',
  'killed after',
  'killed after, unflushed lost',
  'fails before',
  'fails after',
] as const;
export type Way = (typeof WAYS)[number];

/** The execution was killed: nothing that it does afterwards has any effect. */
export class Killed extends Error {}

export interface Strikes {
  /** The n-th call from now on is struck; null = none is. @param only of these services, such as `MailApp` */
  at(call: number | null, way?: Way): void;
  /** Calls since then, by name. */
  names(): readonly string[];
  /** Whether the call that was to be struck was made. */
  struck(): string | null;
  /** Every call to the platform goes through here. */
  call<T>(name: string, work: () => T): T;
}

/**
 * @param lose what was not flushed is gone
 * @param outage what the platform says to a call of that name, for as long as it lasts; null = it does it
 */
export function openStrikes(lose: () => void, outage: (name: string) => Error | null): Strikes {
  let at: number | null = null;
  let way: Way = 'killed before';
  let names: string[] = [];
  let struck: string | null = null;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    if (way === 'killed after, unflushed lost') lose();
    throw new Killed();
  };
  return {
    at(call, how = 'killed before') {
      at = call;
      way = how;
      names = [];
      struck = null;
      isDead = false;
    },
    names: () => names,
    struck: () => struck,
    call(name, work) {
      if (isDead) throw new Killed();
      names.push(name);
      const down = outage(name);
      if (down !== null) throw down;
      if (names.length !== at) return work();
      struck = name;
      if (way === 'killed before') die();
      if (way === 'fails before') throw failure(name);
      const result = work();
      if (way === 'fails after') throw failure(name);
      if (way !== 'killed after' && way !== 'killed after, unflushed lost') return result;
      return die();
    },
  };
}

/** In the platform's words. */
function failure(name: string): Error {
  const [service = ''] = name.split('.');
  if (service === 'BigQuery')
    return new Error('API call to bigquery.jobs.query failed with error: Internal error');
  if (service === 'Drive')
    return new Error('API call to drive.files.create failed with error: Internal Error');
  if (service === 'Sheets')
    return new Error('API call to sheets.spreadsheets.batchUpdate failed with error: Internal error');
  if (service === 'UrlFetchApp') return new Error('Address unavailable');
  return new Error(`Service error: ${service}`);
}
