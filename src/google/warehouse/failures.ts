// What BigQuery's refusals mean, and what to do about each.
import { type Message, msg } from '../../language/message';
import { SaidError, saidBy } from '../../language/print';
import type { Place } from './identifiers';

/** Dataset, table or column is not there yet: *Set up* has not run, or an older version did. */
export class Unprepared extends SaidError {}

/** The platform's own words: it gives no codes. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_WORDS);
/** What it says of itself stands at the beginning; what follows may be the statement. */
const LONGEST_WORDS = 2_000;

/** Worth another try in a moment. Only for what the platform threw: what the desk said of it has a type. */
export const isPassing = (error: unknown): boolean =>
  /rate ?limit|too many|backendError|internalError|internal error|server error|service unavailable|\b50[0234]\b|timed? ?out|empty response|try again/i.test(
    wordsOf(error),
  ) &&
  !isMissing(error) &&
  !isConcurrent(error);

/** Another run changed the same table meanwhile: the statement has failed for good and changed nothing; a new one may do it. */
export const isConcurrent = (error: unknown): boolean =>
  /could not serialize|concurrent (update|modification)|due to conflict/i.test(wordsOf(error));

/** What was asked for is not there. */
export const isMissing = (error: unknown): boolean =>
  /not found: (dataset|table)|column \S+ is not present|(dataset|table) \S+ (was not found|does not exist)/i.test(
    wordsOf(error),
  );

/** The same failure in words that say what to do; the platform's own words follow. What the desk said stays. */
export function explained(error: unknown, place: Place): Error {
  if (error instanceof SaidError) return error;
  const why = wordsOf(error);
  const advice = ADVICE.find(({ when }) => when.test(why));
  const said =
    advice?.say(holesOf(place, why)) ??
    msg('BigQuery ({place}): {said}', { place: nameOf(place), said: saidBy(error) });
  return isMissing(error) ? new Unprepared(said) : new SaidError(said);
}

interface Holes {
  readonly project: string;
  /** Project and dataset. */
  readonly place: string;
  readonly location: string;
  readonly why: string;
}

export const nameOf = ({ project, dataset }: Place): string => `${project}.${dataset}`;

const holesOf = (place: Place, why: string): Holes => ({
  project: place.project,
  place: nameOf(place),
  location: place.location,
  why,
});

const ADVICE: readonly { readonly when: RegExp; readonly say: (holes: Holes) => Message }[] = [
  {
    when: /billing has not been enabled|free tier|billing.*(disabled|not enabled)/i,
    say: ({ project, why }) =>
      msg(
        'The project {project} has no billing, and BigQuery’s sandbox takes no rows: enable billing for the project in the Cloud console, then run Trading > Set up again. ({why})',
        { project, why },
      ),
  },
  {
    when: /has not been used|accessNotConfigured|is disabled/i,
    say: ({ project, why }) =>
      msg(
        'The BigQuery API is off in the project {project}: enable it in the Cloud console, wait a minute, then try again. ({why})',
        { project, why },
      ),
  },
  {
    when: /could not serialize|concurrent (update|modification)|due to conflict/i,
    say: ({ place, why }) =>
      msg('Somebody else is writing to {place} at the same time: try again in a minute. ({why})', {
        place,
        why,
      }),
  },
  {
    when: /access denied|permission/i,
    say: ({ place, why }) =>
      msg(
        'You may not write to {place}: ask for the roles BigQuery Job User and BigQuery Data Editor. ({why})',
        { place, why },
      ),
  },
  {
    when: /not found: project|invalid project|project.*not (be )?found/i,
    say: ({ project, why }) =>
      msg('There is no project {project}: correct GOOGLE_CLOUD_PROJECT in settings. ({why})', {
        project,
        why,
      }),
  },
  {
    when: /unrecognized name|not found inside/i,
    say: ({ place, why }) =>
      msg('The views of {place} are those of an older version: run Trading > Set up. ({why})', {
        place,
        why,
      }),
  },
  {
    when: /not found in location|not found: dataset|not found: table/i,
    say: ({ place, location, why }) =>
      msg(
        'The warehouse {place} is not complete in {location}: run Trading > Set up, or correct BIGQUERY_LOCATION in settings. ({why})',
        { place, location, why },
      ),
  },
];
