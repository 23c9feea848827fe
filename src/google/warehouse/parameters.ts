// Values on their way into a statement: named, and as text, so that decimals stay decimals.
import type { SqlValue } from '../../sheets/warehouse';

export type Parameter = GoogleAppsScript.BigQuery.Schema.QueryParameter;

export const dateParameter = (name: string, value: string): Parameter => ({
  name,
  parameterType: { type: 'DATE' },
  parameterValue: { value },
});

export const textParameter = (name: string, value: string): Parameter => ({
  name,
  parameterType: { type: 'STRING' },
  parameterValue: { value },
});

/**
 * A row as one line of JSON: a request has room for three times as many of them as of structs, each value of which names its
 * column. Decimals are texts, because JSON has no exact ones.
 */
export function lineOf(row: readonly SqlValue[]): string {
  const line = JSON.stringify(
    row.map((value) => (value === null || Number.isSafeInteger(value) ? value : String(value))),
  );
  return line.includes('\\ud') ? wellFormed(line) : line;
}

/** Half of a character is none in JSON: the whole row could not be read. */
const wellFormed = (line: string): string =>
  line.replace(/(\\\\)|\\ud[89a-f][0-9a-f]{2}/g, (_, escaped: string | undefined) => escaped ?? '\ufffd');
