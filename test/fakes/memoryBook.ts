// A workbook in memory that does to cells what Sheets does: numbers are made of texts, formulas run, dates are numbers
// that are read as text, and what was not flushed is lost with the execution. One call, one count.

import type { Book } from '../../src/desk/services';
import { fromSerial, toSerial } from '../../src/domain/stamp';
import { typed } from '../../src/local/host/book/typed';
import type { Cell, Grid } from '../../src/sheets/cell';
import { headerOf } from '../../src/sheets/tab';
import { ALL_TABS } from '../../src/sheets/tabs';

export interface MemoryBook extends Book {
  readonly tabs: Map<string, Cell[][]>;
  /** Calls so far, such as `read daily-trades`. */
  readonly calls: string[];
  /** Puts rows under the tab's headers, by header; what is not named stays blank. */
  fill(tab: string, rows: readonly Readonly<Record<string, Cell>>[]): void;
  /** The tab's rows by header, blank rows left out. */
  records(tab: string): readonly Readonly<Record<string, Cell>>[];
  /** The execution ended well: everything is written. */
  keep(): void;
  /** The execution was cut off: what was written since the last flush never came to be. */
  lose(): void;
}

/** What a cell shows that would have run as a formula: no test wants to see it. */
export const RAN = '#RAN ';
const LONGEST_CELL = 50_000;
/** Dates beyond the year 2199 stay numbers here. */
const LAST_SERIAL = toSerial('2199-12-31');

/** Every tab of the schema, empty under its headers. */
export function memoryBook(): MemoryBook {
  const tabs = new Map<string, Cell[][]>(
    ALL_TABS.map(({ name, columns }) => [name, [Object.keys(columns).map(headerOf)]]),
  );
  const calls: string[] = [];
  /** Tabs as they stood at the last flush. */
  const flushed = new Map<string, Cell[][]>();
  const headersOf = (tab: string): readonly string[] => (tabs.get(tab)?.[0] ?? []).map(String);
  const shown = (tab: string, grid: Grid): Grid => {
    const isDate = headersOf(tab).map((header) => formatOf(tab, header).startsWith('yyyy'));
    const used = grid.slice(0, lastRow(grid));
    return used.map((row) => row.map((cell, column) => (isDate[column] ? dateText(cell) : cell)));
  };
  return {
    tabs,
    calls,
    read(tab) {
      calls.push(`read ${tab}`);
      const grid = tabs.get(tab);
      return grid ? shown(tab, grid) : null;
    },
    tail(tab, rows) {
      calls.push(`tail ${tab}`);
      const grid = tabs.get(tab);
      return grid ? [grid[0] ?? [], ...shown(tab, grid).slice(1).slice(-rows)] : null;
    },
    strangers(known) {
      calls.push('strangers');
      return [...tabs]
        .filter(([name]) => !known.includes(name))
        .map(([name, grid]) => ({ name, headers: grid[0] ?? [] }));
    },
    outline(tab) {
      calls.push(`outline ${tab}`);
      const grid = tabs.get(tab);
      return grid ? { headers: grid[0] ?? [], lastRow: lastRow(grid) } : null;
    },
    write(tab, row, column, values) {
      calls.push(`write ${tab}`);
      const grid = tabs.get(tab);
      if (!grid) throw new Error(`no tab ${tab}`);
      if (!flushed.has(tab))
        flushed.set(
          tab,
          grid.map((cells) => [...cells]),
        );
      const formats = headersOf(tab).map((header) => formatOf(tab, header));
      let at = row;
      for (const own of values) {
        const width = Math.max(headersOf(tab).length, column + own.length);
        const cells = grid[at] ?? new Array<Cell>(width).fill(null);
        grid[at] = cells;
        at += 1;
        own.forEach((cell, offset) => {
          cells[column + offset] = entered(cell, formats[column + offset] ?? '');
        });
      }
    },
    append(tab, headers, cells) {
      const present = headersOf(tab);
      if (!tabs.has(tab) || headers.some((header) => !present.includes(header))) return false;
      const row = present.map((header) => cells[headers.indexOf(header)] ?? null);
      this.write(tab, lastRow(tabs.get(tab) ?? []), 0, [row]);
      return true;
    },
    flush() {
      calls.push('flush');
      flushed.clear();
    },
    refresh() {
      calls.push('refresh');
      flushed.clear();
    },
    keep: () => flushed.clear(),
    lose() {
      for (const [tab, grid] of flushed) tabs.set(tab, grid);
      flushed.clear();
    },
    fill(tab, rows) {
      const headers = headersOf(tab);
      tabs.set(tab, [[...headers], ...rows.map((row) => headers.map((header) => row[header] ?? null))]);
    },
    records(tab) {
      const headers = headersOf(tab);
      return (tabs.get(tab) ?? [])
        .slice(1)
        .filter((row) => row.some((cell) => cell !== null && cell !== ''))
        .map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? null])));
    },
  };
}

/** Number formats by tab and header, as Set up leaves them. */
const FORMATS = new Map(
  ALL_TABS.flatMap(({ name, columns }) =>
    Object.entries(columns).map(([field, { format }]) => [`${name}!${headerOf(field)}`, format] as const),
  ),
);
const formatOf = (tab: string, header: string): string => FORMATS.get(`${tab}!${header}`) ?? '';

/** As Sheets takes a value: an apostrophe makes text of it and is not part of it, other texts become what they look like. */
function entered(cell: Cell, format: string): Cell {
  if (typeof cell !== 'string') return cell;
  if (cell.length > LONGEST_CELL)
    throw new Error(
      `Your input contains more than the maximum of ${LONGEST_CELL} characters in a single cell.`,
    );
  const value = typed(cell, /^[=+]/.test(cell) ? '' : format, 'pt_BR', 2024);
  if (value.kind === 'blank') return null;
  return value.kind === 'formula' ? `${RAN}${value.value}` : value.value;
}

const dateText = (cell: Cell): Cell =>
  typeof cell === 'number' && cell < LAST_SERIAL ? fromSerial(cell).replace(/T00:00:00$/, '') : cell;

function lastRow(grid: Grid): number {
  let last = grid.length;
  while (last > 1 && (grid[last - 1] ?? []).every((cell) => cell === null || cell === '')) last -= 1;
  return last;
}
