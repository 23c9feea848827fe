// A JSON value as BigQuery writes it: without blanks, its keys in order. What would come out otherwise is refused.
import { NotLocal } from './errors';

/** @param text JSON as DuckDB keeps it: as it was given */
export function jsonText(text: string): string {
  const value: unknown = JSON.parse(text);
  // Keys given twice, long numbers and other spellings do not come back as they were.
  if (JSON.stringify(value) !== withoutBlanks(text))
    throw new NotLocal('a JSON value that is not written in its shortest form');
  return JSON.stringify(inOrder(value));
}

/** Blanks outside of texts. */
const withoutBlanks = (text: string): string =>
  text.replace(/("(?:\\.|[^"\\])*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '');

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]));
}
