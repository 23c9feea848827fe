// One fingerprint for what a stage decides, without who looked and when: only changed inputs change it.
import type { TableCells } from '../../sheets/write';
import type { Outcome } from '../../stages/day/outcome';

const CLOCK_FIELDS = ['at', 'lastAt', 'frozenAt', 'issuedAt', 'requestedAt', 'asOf'];
const CLOCK_HEADERS = ['at', 'frozen_at', 'issued_at', 'as_of'];
/** Warnings that tell the time: that they are there counts, not the minute that they name. */
const CLOCK_WARNINGS = ['stale-inav', 'past-cutoff', 'market-closed'];

const withoutClock = (key: string, value: unknown): unknown =>
  CLOCK_FIELDS.includes(key) ? undefined : value;

function dropColumns<T>(
  headers: readonly string[],
  rows: readonly (readonly T[])[],
): readonly (readonly T[])[] {
  const kept = headers.map((header) => !CLOCK_HEADERS.includes(header));
  return rows.map((row) => row.filter((_, index) => kept[index]));
}

const tableWithoutClock = (table: TableCells) => ({
  ...table,
  rows: dropColumns(table.headers, table.rows),
});

export function fingerprintOf(outcome: Outcome, digest: (text: string) => string): string {
  const { state, tables, warnings, brokerBooks, rows, ...rest } = outcome;
  const { marks: _, ...decided } = state;
  const content = {
    ...rest,
    state: decided,
    warnings: warnings.map((warning) =>
      CLOCK_WARNINGS.includes(warning.code) ? { ...warning, text: '' } : warning,
    ),
    tables: tables.map(tableWithoutClock),
    brokerBooks: brokerBooks.map((book) => ({ ...book, tables: book.tables.map(tableWithoutClock) })),
    rows: rows.map((save) => ({
      ...save,
      rows: dropColumns(
        save.columns.map(({ name }) => name),
        save.rows,
      ),
    })),
  };
  return digest(JSON.stringify(content, withoutClock));
}
