// Reads a tab by its schema: columns in any order, blank rows and own columns of the users are fine, all problems at once.
import { error, type Problem } from '../domain/problem';
import { type Message, msg, plain } from '../language/message';
import { address, type Cell, type Grid, isBlank } from './cell';
import { type Field, fieldsOf, headerOf, normalHeader, type Tab } from './tab';

export interface Located<R> {
  /** 0-based row of the grid; the header is row 0. */
  readonly row: number;
  readonly value: R;
}

export interface Table<R> {
  /** The tab's name, or in words the file or inbox that was read like one. */
  readonly tab: string | Message;
  /** 0-based column of each field. */
  readonly columns: Readonly<Partial<Record<Field<R>, number>>>;
  readonly rows: readonly Located<R>[];
}

export interface Reading<R> {
  readonly table: Table<R>;
  readonly problems: readonly Problem[];
}

/** What is read by a tab's schema and is no tab of the desk. */
export interface Source {
  readonly place: Message;
  /** Who can mend its headers. */
  readonly kind: 'file' | 'inbox';
}

/** A problem at one field of one row, addressed as the trader sees it. */
export function problemAt<R>(
  table: Pick<Table<R>, 'tab' | 'columns'>,
  row: number,
  field: Field<R>,
  severity: Problem['severity'],
  code: string,
  text: string | Message,
): Problem {
  const column = table.columns[field];
  return { severity, code, tab: table.tab, cell: column === undefined ? null : address(row, column), text };
}

type Place = string | Message;

/** Where each field stands; a header that is missing or stands twice is a problem. */
function locate<R>(
  tab: Tab<R>,
  headers: readonly Cell[],
  source: Source | null,
): { columns: Partial<Record<Field<R>, number>>; problems: Problem[] } {
  const columns: Partial<Record<Field<R>, number>> = {};
  const problems: Problem[] = [];
  const at = source?.place ?? tab.name;
  for (const field of fieldsOf(tab)) {
    const header = headerOf(field);
    const found = headers.flatMap((cell, index) => (normalHeader(cell) === header ? [index] : []));
    const [first, second] = found;
    if (first !== undefined) columns[field] = first;
    if (second !== undefined)
      problems.push(
        wrongAt(
          at,
          address(0, second),
          'duplicate-header',
          msg('header "{header}" stands twice; rename one', { header }),
        ),
      );
    else if (first === undefined && tab.columns[field].whenBlank === null)
      problems.push(wrongAt(at, '1:1', 'missing-header', missing(header, source)));
  }
  return { columns, problems };
}

/** Set up repairs the desk's own tabs; a broker's are repaired by sharing them again. */
function missing(header: string, source: Source | null): Message {
  if (source?.kind === 'file')
    return msg('header "{header}" is missing; add it to the file and import it again', { header });
  return source?.kind === 'inbox'
    ? msg('header "{header}" is missing; add it in row 1 or use Trading > Brokers > Share with brokers', {
        header,
      })
    : msg('header "{header}" is missing; add it in row 1 or run Trading > Set up', { header });
}

const wrongAt = (tab: Place, cell: string | null, code: string, text: Message): Problem =>
  error(code, text, { tab, cell });

/** Reads every row of `grid`; null = the tab is not there. Rows with a problem are left out of the table. */
export function readTable<R>(tab: Tab<R>, grid: Grid | null, source: Source | null = null): Reading<R> {
  const place = source?.place ?? tab.name;
  if (grid === null) {
    const text = msg('the tab "{tab}" is missing; run Trading > Set up', { tab: tab.name });
    return {
      table: { tab: place, columns: locate(tab, [], source).columns, rows: [] },
      problems: [wrongAt(place, null, 'missing-tab', text)],
    };
  }
  const { columns, problems } = locate(tab, grid[0] ?? [], source);
  const rows: Located<R>[] = [];
  if (problems.length === 0) {
    grid.forEach((cells, row) => {
      if (row === 0 || isBlankRow(columns, cells)) return;
      const { value, wrong } = readRow(tab, place, columns, cells, row);
      problems.push(...wrong);
      if (wrong.length === 0) rows.push({ row, value });
    });
  }
  const table = { tab: place, columns, rows };
  return { table, problems: [...problems, ...duplicates(tab, table)] };
}

const isBlankRow = (columns: Readonly<Record<string, number | undefined>>, cells: readonly Cell[]): boolean =>
  Object.values(columns).every((column) => column === undefined || isBlank(cells[column]));

function readRow<R>(
  tab: Tab<R>,
  place: Place,
  columns: Partial<Record<Field<R>, number>>,
  cells: readonly Cell[],
  row: number,
): { value: R; wrong: Problem[] } {
  const record: Partial<R> = {};
  const wrong: Problem[] = [];
  for (const field of fieldsOf(tab)) {
    const { parse, whenBlank, help } = tab.columns[field];
    const column = columns[field];
    const cell = column === undefined ? null : (cells[column] ?? null);
    const at = column === undefined ? null : address(row, column);
    if (isBlank(cell)) {
      if (whenBlank !== null) record[field] = whenBlank.value;
      else
        wrong.push(
          wrongAt(
            place,
            at,
            'blank',
            msg('{header} is blank; {said}', { header: headerOf(field), said: plain(help) }),
          ),
        );
      continue;
    }
    const parsed = parse(cell);
    if (parsed.ok) record[field] = parsed.value;
    else
      wrong.push(
        wrongAt(
          place,
          at,
          `bad-${headerOf(field)}`,
          msg('{header} {said}', { header: headerOf(field), said: parsed.reason }),
        ),
      );
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
        msg('{key} stands in row {n} already; keep one', { key: named, n: earlier + 1 }),
      ),
    ];
  });
}
