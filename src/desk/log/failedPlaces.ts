// Where the problems of the last failed runs lie: the log keeps their sentences, and a sidebar leads to their cells. A comfort: a
// fact that is lost or damaged costs the way there, never the sentence.
import type { Problem } from '../../domain/problem';
import type { Journal } from '../services';
import type { RunReport } from './report';

/** A cell of the desk's own spreadsheet. */
export interface CellPlace {
  readonly tab: string;
  readonly cell: string;
}

/** By the run's id, problem by problem; null where a problem names no cell. */
export type FailedPlaces = Readonly<Record<string, readonly (CellPlace | null)[]>>;

export const FAILED_PLACES_KEY = 'failed-places';
/** As many as the sidebar shows: one property holds them. */
const MOST_RUNS = 3;
const MOST_PROBLEMS = 5;

export const isFailed = (status: string): boolean => status === 'refused' || status === 'held';

export function rememberPlaces(journal: Journal, { status, runId, problems }: RunReport): void {
  const places = problems.slice(0, MOST_PROBLEMS).map(placeOf);
  if (!isFailed(status) || places.every((place) => place === null)) return;
  const others = Object.entries(failedPlaces(journal)).filter(([id]) => id !== runId);
  const all = [...others, [runId, places] as const];
  journal.set(FAILED_PLACES_KEY, JSON.stringify(Object.fromEntries(all.slice(-MOST_RUNS))));
}

export function failedPlaces(journal: Journal): FailedPlaces {
  try {
    return JSON.parse(journal.get(FAILED_PLACES_KEY) ?? '{}') ?? {};
  } catch {
    return {};
  }
}

const placeOf = ({ tab, cell }: Problem): CellPlace | null =>
  typeof tab === 'string' && cell !== null ? { tab, cell } : null;
