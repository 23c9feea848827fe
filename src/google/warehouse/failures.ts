// What BigQuery's refusals mean, and what to do about each.
import type { Place } from './identifiers';

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Worth another try in a moment. */
export const isPassing = (error: unknown): boolean =>
  /rate ?limit|too many|backendError|internalError|internal error|server error|service unavailable|\b50[0234]\b|timed? ?out|empty response|try again/i.test(
    wordsOf(error),
  ) && !isUnprepared(error);

/** Dataset, table or column is not there yet: *Set up* has not run, or an older version did. */
export const isUnprepared = (error: unknown): boolean =>
  /not found: (dataset|table)|column \S+ is not present|(dataset|table) \S+ (was not found|does not exist)/i.test(
    wordsOf(error),
  );

/** The same failure in words that say what to do; the platform's own words follow. */
export function explained(error: unknown, { project, dataset, location }: Place): Error {
  const words = wordsOf(error);
  const advice = ADVICE.find(({ when }) => when.test(words))?.say;
  return new Error(
    advice === undefined
      ? `BigQuery (${project}.${dataset}): ${words}`
      : `${advice.replace('{project}', project).replace('{dataset}', dataset).replace('{location}', location)} (${words})`,
  );
}

const ADVICE: readonly { readonly when: RegExp; readonly say: string }[] = [
  {
    when: /billing has not been enabled|free tier|billing.*(disabled|not enabled)/i,
    say: 'The project {project} has no billing, and BigQuery’s sandbox takes no rows: enable billing for the project in the Cloud console, then run Trading > Set up again.',
  },
  {
    when: /has not been used|accessNotConfigured|is disabled/i,
    say: 'The BigQuery API is off in the project {project}: enable it in the Cloud console, wait a minute, then try again.',
  },
  {
    when: /access denied|permission/i,
    say: 'You may not write to {project}.{dataset}: ask for the roles BigQuery Job User and BigQuery Data Editor.',
  },
  {
    when: /not found: project|invalid project|project.*not (be )?found/i,
    say: 'There is no project {project}: correct GOOGLE_CLOUD_PROJECT in settings.',
  },
  {
    when: /unrecognized name|not found inside/i,
    say: 'The views of {project}.{dataset} are those of an older version: run Trading > Set up.',
  },
  {
    when: /not found in location|not found: dataset|not found: table/i,
    say: 'The warehouse {project}.{dataset} is not complete in {location}: run Trading > Set up, or correct BIGQUERY_LOCATION in settings.',
  },
];
