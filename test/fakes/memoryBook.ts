// A workbook in memory that keeps to what the desk relies on: one call, one count; blocks go where they are told.
import type { Cell, Grid } from '../../src/sheets/cell';
import { headerOf } from '../../src/sheets/tab';
import { ALL_TABS } from '../../src/sheets/tabs';
import type { Book } from '../../src/stages/services';

export interface MemoryBook extends Book {
  readonly tabs: Map<string, Cell[][]>;
  /** Calls so far, such as `read daily-trades`. */
  readonly calls: string[];
  /** Puts rows under the tab's headers, by header; what is not named stays blank. */
  fill(tab: string, rows: readonly Readonly<Record<string, Cell>>[]): void;
  /** The tab's rows by header, blank rows left out. */
  records(tab: string): readonly Readonly<Record<string, Cell>>[];
}

/** Every tab of the schema, empty under its headers. */
export function memoryBook(): MemoryBook {
  const tabs = new Map<string, Cell[][]>(
    ALL_TABS.map(({ name, columns }) => [name, [Object.keys(columns).map(headerOf)]]),
  );
  const calls: string[] = [];
  const headersOf = (tab: string): readonly string[] => (tabs.get(tab)?.[0] ?? []).map(String);
  return {
    tabs,
    calls,
    read(tab) {
      calls.push(`read ${tab}`);
      return tabs.get(tab)?.map((row) => [...row]) ?? null;
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
      const width = Math.max(headersOf(tab).length, column + (values[0]?.length ?? 0));
      for (let index = 0; index < values.length; index += 1) {
        const cells = grid[row + index] ?? new Array<Cell>(width).fill(null);
        grid[row + index] = cells;
        values[index]?.forEach((cell, offset) => {
          cells[column + offset] = shown(cell);
        });
      }
    },
    flush() {
      calls.push('flush');
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

/** A leading apostrophe makes text of it and is not part of the value. */
const shown = (cell: Cell): Cell => (typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell);

function lastRow(grid: Grid): number {
  let last = grid.length;
  while (last > 1 && (grid[last - 1] ?? []).every((cell) => cell === null || cell === '')) last -= 1;
  return last;
}
