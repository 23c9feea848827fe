// Reads a tab by its schema: columns in any order, blank rows and own columns of the users are fine, all problems at once.
// A bad cell is its row's problem: the other rows are read all the same, and no row is left out without a word.

import { error, type Problem, warning } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import { turnsText } from '../domain/result';
import { folded, unaccented } from '../domain/words';
import { type Message, msg, plain } from '../language/message';
import { address, type Cell, faultOf, type Grid, isBlank } from './cell';
import { locate, type Places, type Source } from './headers';
import { type Field, fieldsOf, headerOf, type Tab } from './tab';

export type { Source } from './headers';

export interface Located<R> {
  /** 0-based row of the grid; the header is row 0. */
  readonly row: number;
  readonly value: R;
}

export interface Table<R> {
  /** The tab's name, or in words the file or inbox that was read like one. */
  readonly tab: string | Message;
  /** 0-based column of each field. */
  readonly columns: Readonly<Places<R>>;
  readonly rows: readonly Located<R>[];
}

export interface Reading<R> {
  readonly table: Table<R>;
  readonly problems: readonly Problem[];
  /** 0-based rows that were left out because they are totals; each is a problem too. */
  readonly totals: readonly number[];
}

/** A problem at one field of one row, addressed as the trader sees it. */
export function problemAt<R>(
  table: Pick<Table<R>, 'tab' | 'columns'>,
  row: number,
  field: Field<R>,
  severity: Problem['severity'],
  code: ProblemCode,
  text: Message,
): Problem {
  const column = table.columns[field];
  return { severity, code, tab: table.tab, cell: column === undefined ? null : address(row, column), text };
}

/** Reads every row of `grid`; null = the tab is not there. Rows with a problem are left out of the table. */
export function readTable<R>(tab: Tab<R>, grid: Grid | null, source: Source | null = null): Reading<R> {
  const place = source?.place ?? tab.name;
  if (grid === null) {
    const text = msg('the tab "{tab}" is missing; run Trading > Set up', { tab: tab.name });
    const { columns } = locate(tab, [], source);
    return {
      table: { tab: place, columns, rows: [] },
      problems: [error('missing-tab', text, { tab: place })],
      totals: [],
    };
  }
  const headerRow = source?.headerRow ?? 0;
  const { columns, problems } = locate(tab, grid[headerRow] ?? [], source);
  const table: Table<R> = { tab: place, columns, rows: [] };
  // Under headers that are in doubt no row means what it seems to.
  if (problems.length > 0) return { table, problems, totals: [] };
  return readRows(tab, table, grid, headerRow, source?.kind === 'file');
}

function readRows<R>(
  tab: Tab<R>,
  empty: Table<R>,
  grid: Grid,
  headerRow: number,
  isFile: boolean,
): Reading<R> {
  const rows: Located<R>[] = [];
  const problems: Problem[] = [];
  const totals: number[] = [];
  grid.forEach((cells, row) => {
    if (row <= headerRow || isBlankRow(empty.columns, cells, isFile)) return;
    const { value, wrong } = readRow(tab, empty, cells, row);
    const total = wrong.some(({ code }) => code === 'blank') ? totalAt(empty.columns, cells) : null;
    if (total !== null) {
      totals.push(row);
      problems.push(
        warning('total-row', msg('the row is a total and is left out'), {
          tab: empty.tab,
          cell: address(row, total),
        }),
      );
    } else {
      const found = wrong.length > 0 ? wrong : contradictions(tab, empty, value, row);
      if (found.length === 0) rows.push({ row, value });
      problems.push(...found);
    }
  });
  const table = { ...empty, rows };
  return { table, problems: [...problems, ...duplicates(tab, table)], totals };
}

const contradictions = <R>(tab: Tab<R>, table: Table<R>, value: R, row: number): readonly Problem[] =>
  (tab.faults?.(value) ?? []).map(({ field, text }) =>
    problemAt(table, row, field, 'error', 'contradiction', text),
  );

/** In a tab the users may write beside the desk's columns; in a file every cell is accounted for. */
const isBlankRow = (
  columns: Readonly<Record<string, number | undefined>>,
  cells: readonly Cell[],
  isFile: boolean,
): boolean =>
  isFile
    ? cells.every(isBlank)
    : Object.values(columns).every((column) => column === undefined || isBlank(cells[column]));

/** The column where the row says that it is a total; null = it does not. */
function totalAt(
  columns: Readonly<Record<string, number | undefined>>,
  cells: readonly Cell[],
): number | null {
  const isTotal = (cell: Cell | undefined): boolean =>
    typeof cell === 'string' && /^(grand |sub-? ?)?tota(l|is)\b|^soma\b/i.test(unaccented(cell.trim()));
  const read = Object.values(columns).filter((column) => column !== undefined);
  const at = read.find((column) => isTotal(cells[column]));
  if (at === undefined) return null;
  // A total has figures beside its word: with an ETF or a side it is a row of a fund that is called so.
  const isFigure = (column: number): boolean =>
    !/[a-z]/i.test(String(cells[column] ?? '').replace(/^\s*R\$/i, ''));
  return read.every((column) => column === at || isFigure(column)) ? at : null;
}

/** What a cell of a spreadsheet takes: a file may hold more, and could not be written. */
const CELL_CHARACTERS = 50_000;

function readRow<R>(
  tab: Tab<R>,
  table: Table<R>,
  cells: readonly Cell[],
  row: number,
): { readonly value: R; readonly wrong: readonly Problem[] } {
  const record: Partial<R> = {};
  const wrong: Problem[] = [];
  for (const field of fieldsOf(tab)) {
    const { parse, whenBlank, help } = tab.columns[field];
    const column = table.columns[field];
    const cell = column === undefined ? null : (cells[column] ?? null);
    const report = (code: ProblemCode, text: Message) =>
      wrong.push(problemAt(table, row, field, 'error', code, text));
    const header = headerOf(field);
    const fault = faultOf(cell);
    if (fault !== null)
      report(
        'error-cell',
        msg('{header} shows the error {value}; correct its formula, or write the value', {
          header,
          value: fault,
        }),
      );
    else if (typeof cell === 'string' && turnsText(cell))
      report(
        'hidden-mark',
        msg(
          '{header} holds a hidden mark that turns text round, so that it shows otherwise than it reads; type it again',
          { header },
        ),
      );
    else if (tab.role === 'input' && typeof cell === 'string' && cell.length > CELL_CHARACTERS)
      report(
        'too-long',
        msg('{header} has {n} letters, and a cell takes {n2}; shorten it', {
          ...{ header, n: cell.length, n2: CELL_CHARACTERS },
        }),
      );
    else if (!isBlank(cell)) {
      const parsed = parse(cell);
      if (parsed.ok) record[field] = parsed.value;
      else report(`bad-${header}`, msg('{header} {said}', { header, said: parsed.reason }));
    } else if (whenBlank !== null) record[field] = whenBlank.value;
    else report('blank', msg('{header} is blank; {said}', { header, said: plain(help) }));
  }
  // Every field was set just now or a problem says why not; the compiler cannot see that.
  return { value: record as R, wrong };
}

function duplicates<R>(tab: Tab<R>, table: Table<R>): readonly Problem[] {
  const [first] = tab.key;
  if (first === undefined) return [];
  // Names that people type are one name whatever the case and the accents; an exchange's numbers are compared as they are.
  const compared = (value: R[Field<R>]): unknown =>
    tab.role === 'input' && typeof value === 'string' ? folded(value) || value : value;
  const seen = new Map<string, number>();
  return table.rows.flatMap(({ row, value }) => {
    const key = JSON.stringify(tab.key.map((field) => compared(value[field])));
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row);
    if (earlier === undefined) return [];
    const named = tab.key.map((field) => String(value[field])).join(' ');
    const text = msg('{key} stands in row {n} already; keep one', { key: named, n: earlier + 1 });
    return [problemAt(table, row, first, 'error', 'duplicate-row', text)];
  });
}
