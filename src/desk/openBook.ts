// The workbook during one run: each tab is read at most once and written in one block, and what was written is known.
import { error, type Problem, problemMessage } from '../domain/problem';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import type { Cell, Grid } from '../sheets/cell';
import { type Stranger, TAB_NAMES } from '../sheets/renamed';
import { normalHeader } from '../sheets/tab';
import { type LogRow, log } from '../sheets/tabs';
import { type Block, placeTable, printTable, type TableCells } from '../sheets/write';
import { LIMITS } from './limits';
import type { Book } from './services';

export interface OpenBook {
  read(tab: string): Grid | null;
  /** The tab as it stands now, for whoever waited for something since it was read; what nobody touched is the grid that was read. */
  reread(tab: string): Grid | null;
  /** Tabs by other names than the desk's. */
  strangers(): readonly Stranger[];
  /** What keeps the tab from taking the table; null = nothing does. */
  lacks(table: TableCells): Problem | null;
  /** Replaces the tab's records; what stood below is blanked, columns of the users stay. */
  replace(table: TableCells): void;
  append(row: LogRow): void;
  /** Writes a hidden tab anew from its first row on, without a look at it: what stood further down is left over. */
  restart(table: TableCells): void;
  /** Cells of the tabs that were read, these ones left out. */
  cellsBeside(tabs: readonly string[]): number;
  flush(): void;
}

type Outline = NonNullable<ReturnType<Book['outline']>>;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export function openBook(book: Book): OpenBook {
  const grids = new Map<string, Grid | null>();
  const read = (tab: string): Grid | null => {
    const known = grids.get(tab);
    if (known !== undefined) return known;
    const grid = book.read(tab);
    grids.set(tab, grid);
    return grid;
  };
  /** What this run has put where. */
  const written = new Map<string, TableCells>();
  const outlines = new Map<string, Outline>();
  const outlineOf = ({ tab, headers }: Pick<TableCells, 'tab' | 'headers'>): Outline | null => {
    const grid = grids.get(tab);
    if (grid) return { headers: grid[0] ?? [], lastRow: grid.length };
    const known = outlines.get(tab) ?? book.outline(tab, headers);
    if (known !== null) outlines.set(tab, known);
    return known;
  };
  const lacks = ({ tab, headers: wanted }: TableCells): Problem | null => {
    const outline = outlineOf({ tab, headers: wanted });
    if (outline === null) {
      const said = msg('the tab "{tab}" is missing; run Trading > Set up, then run the stage again', { tab });
      return error('missing-tab', said);
    }
    const present = outline.headers.map(normalHeader);
    const header = wanted.find((each) => !present.includes(each));
    if (header === undefined) return null;
    const said = msg('header "{header}" is missing; run Trading > Set up, then run the stage again', {
      header,
    });
    return error('missing-header', said, { tab });
  };
  const lackOf = (table: TableCells): Problem =>
    lacks(table) ?? error('missing-tab', msg('{text}', { text: table.tab }));
  const orThrow = (table: TableCells): Outline => {
    const problem = lacks(table);
    const outline = outlineOf(table);
    if (problem !== null || outline === null) throw new SaidError(problemMessage(lackOf(table)));
    return outline;
  };
  return {
    read,
    reread(tab) {
      const before = grids.get(tab);
      book.refresh();
      const grid = book.read(tab);
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(grid)) return before;
      grids.set(tab, grid);
      written.delete(tab);
      outlines.delete(tab);
      return grid;
    },
    strangers: () => book.strangers(TAB_NAMES),
    lacks,
    replace(table) {
      const before = written.get(table.tab);
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(table)) return;
      written.set(table.tab, table);
      const { headers, lastRow } = orThrow(table);
      const blocks = placeTable(table, headers, lastRow);
      const grid = grids.get(table.tab);
      const after = grid ? overlay(grid, blocks) : null;
      // What stands there already is not written again: each write costs its time.
      if (after !== null && JSON.stringify(after) === JSON.stringify(grid)) return;
      for (const { column, values } of blocks) book.write(table.tab, 1, column, values);
      if (after !== null) grids.set(table.tab, after);
      outlines.set(table.tab, { headers, lastRow: Math.max(lastRow, table.rows.length + 1) });
    },
    append(row) {
      const table = printTable(log, [
        { ...row, headline: fitting(row.headline), details: fitting(row.details) },
      ]);
      const [cells = []] = table.rows;
      if (!book.append(table.tab, table.headers, cells)) throw new SaidError(problemMessage(lackOf(table)));
      grids.delete(table.tab);
      outlines.delete(table.tab);
    },
    restart(table) {
      book.write(table.tab, 0, 0, [table.headers, ...table.rows]);
      // An outcome is large, and who has just written it need not read it: whoever does reads it there.
      grids.delete(table.tab);
      outlines.delete(table.tab);
    },
    cellsBeside: (tabs) =>
      [...grids].reduce(
        (sum, [tab, grid]) =>
          tabs.includes(tab) ? sum : sum + (grid?.length ?? 0) * (grid?.[0]?.length ?? 0),
        0,
      ),
    flush: () => book.flush(),
  };
}

/** The log says as much as a cell takes: what is longer is cut, because a run must not fail for what is said of it. */
const fitting = <T extends string | null>(text: T): T | string =>
  text !== null && text.length > LOG_CHARACTERS ? `${text.slice(0, LOG_CHARACTERS)} …` : text;
const LOG_CHARACTERS = LIMITS.cellCharacters * 0.9;

/** The grid as it stands once the blocks are written, so that nobody has to read it again. */
function overlay(grid: Grid, blocks: readonly Block[]): Grid {
  const width = grid[0]?.length ?? 0;
  const height = Math.max(grid.length, ...blocks.map(({ values }) => values.length + 1));
  const rows: Cell[][] = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => grid[row]?.[column] ?? null),
  );
  for (const { column, values } of blocks) {
    let row = 0;
    for (const cells of values) {
      row += 1;
      rows[row]?.splice(column, cells.length, ...cells.map(entered));
    }
  }
  return rows;
}

/** The apostrophe that makes a text of what could be a formula is not part of the value. */
const entered = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell;
