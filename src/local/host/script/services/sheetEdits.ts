// Answers the methods of Sheet that scripts of others use beside those of sheet.ts: rows added, taken away, cleared, hidden.
import type { Area } from '../../book/a1';
import type { Book } from '../../book/book';
import { clearLooks } from '../../book/columnLooks';
import type { UniverSheet } from '../../book/engine';
import { extent, readValues } from '../../book/grid';
import { gridSize, rangeOf } from '../../book/ranges';
import { setNotes } from '../../book/rules';
import { data, list, number, optional, text } from './arguments';
import { enter, filled } from './range';
import type { Handlers } from './service';
import { markedRange } from './sheet';
import { type Desktop, onSheet } from './spreadsheet';

const wholeOf = (sheet: UniverSheet): Area => ({ row: 1, column: 1, ...gridSize(sheet) });

/** Below the last row with content; the grid grows where it has to. */
function appendRow(book: Book, sheet: UniverSheet, values: readonly unknown[]): void {
  const row = extent(sheet).rows + 1;
  const grid = gridSize(sheet);
  if (row > grid.rows) sheet.insertRowsAfter(grid.rows - 1, 1);
  if (values.length > grid.columns) sheet.insertColumnsAfter(grid.columns - 1, values.length - grid.columns);
  if (values.length === 0) return;
  const area = { row, column: 1, rows: 1, columns: values.length };
  enter({ book, sheet, area, range: rangeOf(sheet, area) }, [values]);
}

const first = (at: unknown): number => number(at, 'A position') - 1;
const count = (many: unknown): number => optional(many, number, 'A number of rows or columns', 1);

/** A script's column fits its longest text: about seven pixels a character. */
function fitColumn(sheet: UniverSheet, column: number): void {
  const rows = Math.max(1, extent(sheet).rows);
  const shown = rangeOf(sheet, { row: 1, column: column + 1, rows, columns: 1 }).getDisplayValues();
  const longest = Math.max(0, ...shown.map(([value]) => String(value ?? '').length));
  sheet.setColumnWidth(column, Math.min(400, Math.max(40, longest * 7 + 16)));
}

export function sheetEditHandlers(desktop: Desktop): Handlers {
  const on = onSheet(desktop);
  const selected = on((sheet, _args, book, seat) => markedRange(book, sheet, book.selected(sheet, seat)));
  const cell = on((sheet, _args, book, seat) => {
    const { row, column } = book.selected(sheet, seat);
    return markedRange(book, sheet, { row, column, rows: 1, columns: 1 });
  });
  return {
    'Sheet.getActiveRange': selected,
    'Sheet.getActiveCell': cell,
    'Sheet.getCurrentCell': cell,
    'Sheet.setActiveRange': on((sheet, [range], book, seat) => {
      const { area: block } = data(range, 'Range');
      const { row, column, rows, columns } = Object.assign({ row: 1, column: 1, rows: 1, columns: 1 }, block);
      book.show(sheet, { row, column, rows, columns }, seat);
      return range;
    }),
    'Sheet.getSheetValues': async (args, { custom }) => {
      if (!custom) await desktop.shelf.settled();
      return on((sheet, [row, column, rows, columns], book) => {
        const block: Area = {
          row: number(row, 'The row of a range'),
          column: number(column, 'The column of a range'),
          rows: number(rows, 'The number of rows'),
          columns: number(columns, 'The number of columns'),
        };
        rangeOf(sheet, block);
        return readValues(book, sheet, block);
      })(args);
    },
    'Sheet.appendRow': on((sheet, [values], book) => appendRow(book, sheet, list(values, 'A row'))),
    'Sheet.setName': on((sheet, [name], book) => book.renameSheet(sheet, text(name, 'The name of a sheet'))),
    'Sheet.clear': on((sheet, _args, book) => {
      rangeOf(sheet, wholeOf(sheet)).clearContent();
      clearLooks(book, sheet, wholeOf(sheet));
    }),
    'Sheet.clearContents': on((sheet) => void rangeOf(sheet, wholeOf(sheet)).clearContent()),
    'Sheet.clearFormats': on((sheet, _args, book) => clearLooks(book, sheet, wholeOf(sheet))),
    'Sheet.clearNotes': on((sheet, _args, book) =>
      setNotes(book, sheet, wholeOf(sheet), filled(wholeOf(sheet), null)),
    ),
    'Sheet.deleteRows': on((sheet, [at, many]) => {
      if (count(many) >= sheet.getMaxRows()) throw new Error("You can't delete all the rows on the sheet.");
      sheet.deleteRows(first(at), count(many));
    }),
    'Sheet.deleteColumns': on((sheet, [at, many]) => {
      if (count(many) >= sheet.getMaxColumns())
        throw new Error("You can't delete all the columns on the sheet.");
      sheet.deleteColumns(first(at), count(many));
    }),
    'Sheet.insertRowsBefore': on((sheet, [at, many]) => void sheet.insertRowsBefore(first(at), count(many))),
    'Sheet.insertColumnsBefore': on(
      (sheet, [at, many]) => void sheet.insertColumnsBefore(first(at), count(many)),
    ),
    'Sheet.hideRows': on((sheet, [at, many]) => void sheet.hideRows(first(at), count(many))),
    'Sheet.showRows': on((sheet, [at, many]) => void sheet.showRows(first(at), count(many))),
    'Sheet.hideColumns': on((sheet, [at, many]) => void sheet.hideColumns(first(at), count(many))),
    'Sheet.showColumns': on((sheet, [at, many]) => void sheet.showColumns(first(at), count(many))),
    'Sheet.setFrozenColumns': on(
      (sheet, [columns]) => void sheet.setFrozenColumns(number(columns, 'Columns')),
    ),
    'Sheet.getFrozenColumns': on((sheet) => sheet.getFrozenColumns()),
    'Sheet.setRowHeight': on(
      (sheet, [row, height]) => void sheet.setRowHeight(first(row), number(height, 'A height')),
    ),
    'Sheet.getColumnWidth': on((sheet, [column]) => sheet.getColumnWidth(first(column))),
    'Sheet.autoResizeColumns': on((sheet, [at, many]) => {
      for (let column = 0; column < count(many); column++) fitColumn(sheet, first(at) + column);
    }),
  };
}
