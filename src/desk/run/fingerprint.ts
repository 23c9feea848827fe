// One fingerprint for what a stage decides, without who looked and when: only changed inputs change it.
import { TIME_CODES } from '../../sheets/checkSettings';
import type { WarehouseRows } from '../../sheets/warehouse';
import type { TableCells } from '../../sheets/write';
import { decidedPart } from '../../stages/day/state';
import type { Outcome } from '../../stages/outcome/outcome';

/** The rows without the columns that read the clock. */
const timeless = <T>(isClock: readonly boolean[], rows: readonly (readonly T[])[]) =>
  isClock.includes(true) ? rows.map((row) => row.filter((_, column) => !isClock[column])) : rows;

const timelessTable = ({ clocks = [], ...table }: TableCells) => ({
  ...table,
  rows: timeless(
    table.headers.map((header) => clocks.includes(header)),
    [...table.rows],
  ),
});

/** Rows of which the text is made at a time: all of them beside all of their text would be more than a large day has room for. */
const SOME_ROWS = 2_000;

/** The JSON of the rows, columns that read the clock left out. */
function timelessRows({ columns, rows, ...save }: WarehouseRows): string {
  const isClock = columns.map(({ clock }) => clock === true);
  const named = JSON.stringify({ ...save, columns: columns.map(({ name, type }) => ({ name, type })) });
  const texts: string[] = [];
  let some: (readonly unknown[])[] = [];
  const say = (): void => {
    if (some.length > 0) texts.push(JSON.stringify(timeless(isClock, some)).slice(1, -1));
    some = [];
  };
  for (const row of rows) {
    some.push(row);
    if (some.length === SOME_ROWS) say();
  }
  say();
  return `${named.slice(0, -1)},"rows":[${texts.join(',')}]}`;
}

export function fingerprintOf(outcome: Outcome, digest: (text: string) => string): string {
  // What is kept of a day repeats what is decided, with the clock readings of its stages.
  const {
    state,
    tables,
    warnings,
    brokerBooks,
    rows,
    mails,
    files,
    keeps: _kept,
    decisions: _shown,
    notes: _saidNow,
    standing: _follows,
    ...rest
  } = outcome;
  // Part by part: all of it as one text would be the largest thing that a large day holds.
  const of = (part: unknown): string => digest(JSON.stringify(part));
  const content = {
    ...rest,
    state: decidedPart(state),
    // That a warning tells the time counts, not the minute that it names.
    warnings: warnings.map((each) => (TIME_CODES.includes(each.code) ? { ...each, text: null } : each)),
    mails: mails.map(({ key, message, says }) => (says === undefined ? { key, message } : { key, says })),
    files: files.map(({ folder, name, content: text, says }) => ({ folder, name, says: says ?? text })),
    tables: tables.map((table) => of(timelessTable(table))),
    brokerBooks: brokerBooks.map((book) => ({
      ...book,
      tables: book.tables.map((table) => of(timelessTable(table))),
    })),
    rows: rows.map((save) => digest(timelessRows(save))),
  };
  return of(content);
}
