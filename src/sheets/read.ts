// Reads a tab by its schema: columns in any order, blank rows and own columns of the users are fine, all problems at once.
import type { Problem } from '../domain/problem';
import { address, type Cell, type Grid, isBlank } from './cell';
import { type Field, fieldsOf, headerOf, normalHeader, type Tab } from './tab';

export interface Located<R> {
  /** 0-based row of the grid; the header is row 0. */
  readonly row: number;
  readonly value: R;
}

export interface Table<R> {
  readonly tab: string;
  /** 0-based column of each field. */
  readonly columns: Readonly<Partial<Record<Field<R>, number>>>;
  readonly rows: readonly Located<R>[];
}

export interface Reading<R> {
  readonly table: Table<R>;
  readonly problems: readonly Problem[];
}

const error = (tab: string, cell: string | null, code: string, text: string): Problem => ({
  severity: 'error',
  code,
  tab,
  cell,
  text,
});

/** A problem at one field of one row, addressed as the trader sees it. */
export function problemAt<R>(
  table: Table<R>,
  row: number,
  field: Field<R>,
  severity: Problem['severity'],
  code: string,
  text: string,
): Problem {
  const column = table.columns[field];
  return { severity, code, tab: table.tab, cell: column === undefined ? null : address(row, column), text };
}

/** Where each field stands; a header that is missing or stands twice is a problem. */
function locate<R>(
  tab: Tab<R>,
  headers: readonly Cell[],
): { columns: Partial<Record<Field<R>, number>>; problems: Problem[] } {
  const columns: Partial<Record<Field<R>, number>> = {};
  const problems: Problem[] = [];
  for (const field of fieldsOf(tab)) {
    const header = headerOf(field);
    const found = headers.flatMap((cell, index) => (normalHeader(cell) === header ? [index] : []));
    const [first, second] = found;
    if (first !== undefined) columns[field] = first;
    if (second !== undefined) {
      problems.push(
        error(
          tab.name,
          address(0, second),
          'duplicate-header',
          `header "${header}" stands twice; rename one`,
        ),
      );
    } else if (first === undefined && tab.columns[field].whenBlank === null) {
      problems.push(
        error(
          tab.name,
          '1:1',
          'missing-header',
          `header "${header}" is missing; add it in row 1 or run Trading > Set up`,
        ),
      );
    }
  }
  return { columns, problems };
}

/** Reads every row of `grid`; null = the tab is not there. Rows with a problem are left out of the table. */
export function readTable<R>(tab: Tab<R>, grid: Grid | null): Reading<R> {
  if (grid === null) {
    const text = `the tab "${tab.name}" is missing; run Trading > Set up`;
    const { columns } = locate(tab, []);
    return {
      table: { tab: tab.name, columns, rows: [] },
      problems: [error(tab.name, null, 'missing-tab', text)],
    };
  }
  const { columns, problems } = locate(tab, grid[0] ?? []);
  const rows: Located<R>[] = [];
  if (problems.length === 0) {
    grid.forEach((cells, row) => {
      if (row === 0 || isBlankRow(columns, cells)) return;
      const { value, wrong } = readRow(tab, columns, cells, row);
      problems.push(...wrong);
      if (wrong.length === 0) rows.push({ row, value });
    });
  }
  const table = { tab: tab.name, columns, rows };
  return { table, problems: [...problems, ...duplicates(tab, table)] };
}

const isBlankRow = (columns: Readonly<Record<string, number | undefined>>, cells: readonly Cell[]): boolean =>
  Object.values(columns).every((column) => column === undefined || isBlank(cells[column]));

function readRow<R>(
  tab: Tab<R>,
  columns: Partial<Record<Field<R>, number>>,
  cells: readonly Cell[],
  row: number,
): { value: R; wrong: Problem[] } {
  const record: Partial<R> = {};
  const wrong: Problem[] = [];
  for (const field of fieldsOf(tab)) {
    const { parse, whenBlank } = tab.columns[field];
    const column = columns[field];
    const cell = column === undefined ? null : (cells[column] ?? null);
    const at = column === undefined ? null : address(row, column);
    if (isBlank(cell)) {
      if (whenBlank !== null) record[field] = whenBlank.value;
      else
        wrong.push(error(tab.name, at, 'blank', `${headerOf(field)} is blank; ${tab.columns[field].help}`));
      continue;
    }
    const parsed = parse(cell);
    if (parsed.ok) record[field] = parsed.value;
    else wrong.push(error(tab.name, at, `bad-${headerOf(field)}`, `${headerOf(field)} ${parsed.reason}`));
  }
  // Every field was set just now or a problem says why not; the compiler cannot see that.
  return { value: record as R, wrong };
}

function duplicates<R>(tab: Tab<R>, table: Table<R>): Problem[] {
  const [first] = tab.key;
  if (first === undefined) return [];
  const seen = new Map<string, number>();
  return table.rows.flatMap(({ row, value }) => {
    const key = JSON.stringify(tab.key.map((field) => value[field]));
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row);
    if (earlier === undefined) return [];
    const named = tab.key.map((field) => String(value[field])).join(' ');
    return [
      problemAt(
        table,
        row,
        first,
        'error',
        'duplicate-row',
        `${named} stands in row ${earlier + 1} already; keep one`,
      ),
    ];
  });
}
