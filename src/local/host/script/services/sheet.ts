// Answers the methods of Sheet: the size and looks of a tab, its ranges, protections and charts.
import { type Area, parseA1 } from '../../book/a1';
import type { Book } from '../../book/book';
import type { UniverSheet } from '../../book/engine';
import { extent } from '../../book/grid';
import { gridSize, rangeOf } from '../../book/ranges';
import { CONDITIONS, type ConditionSpec, readConditions, setConditions } from '../../book/rules';
import { Marked } from '../wire';
import { area, data, list, number, optional, text } from './arguments';
import { chartHandlers } from './charts';
import { protect, protectionsOf } from './protections';
import type { Handlers } from './service';
import { numberOf } from './sheetsService/numbers';
import { type Desktop, onSheet } from './spreadsheet';

export function markedRange(book: Book, sheet: UniverSheet, block: Area): Marked {
  rangeOf(sheet, block);
  return new Marked('Range', { book: book.id, sheet: sheet.getSheetId(), area: block });
}

/** `getRange('B2:C3')`, or row, column and optionally the numbers of rows and columns. */
function askedArea(sheet: UniverSheet, [first, column, rows, columns]: readonly unknown[]): Area {
  if (typeof first === 'string') return parseA1(first, gridSize(sheet));
  return {
    row: number(first, 'The row of a range'),
    column: number(column, 'The column of a range'),
    rows: optional(rows, number, 'The number of rows', 1),
    columns: optional(columns, number, 'The number of columns', 1),
  };
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of methods that are looked up by name
export function sheetHandlers(desktop: Desktop): Handlers {
  const on = onSheet(desktop);
  return {
    'Sheet.getName': on((sheet) => sheet.getSheetName()),
    'Sheet.getSheetId': on(numberOf),
    'Sheet.getIndex': on((sheet) => sheet.getIndex() + 1),
    'Sheet.getLastRow': on((sheet) => extent(sheet).rows),
    'Sheet.getLastColumn': on((sheet) => extent(sheet).columns),
    'Sheet.getMaxRows': on((sheet) => sheet.getMaxRows()),
    'Sheet.getMaxColumns': on((sheet) => sheet.getMaxColumns()),
    'Sheet.getRange': on((sheet, args, book) => markedRange(book, sheet, askedArea(sheet, args))),
    'Sheet.getDataRange': on((sheet, _args, book) => {
      const { rows, columns } = extent(sheet);
      return markedRange(book, sheet, {
        row: 1,
        column: 1,
        rows: Math.max(1, rows),
        columns: Math.max(1, columns),
      });
    }),
    'Sheet.insertRowsAfter': on((sheet, [after, count]) => {
      const row = number(after, 'A row');
      if (row < 1 || row > sheet.getMaxRows()) throw new Error('Those rows are out of bounds.');
      sheet.insertRowsAfter(row - 1, number(count, 'The number of rows'));
    }),
    'Sheet.insertColumnsAfter': on((sheet, [after, count]) => {
      const column = number(after, 'A column');
      if (column < 1 || column > sheet.getMaxColumns()) throw new Error('Those columns are out of bounds.');
      sheet.insertColumnsAfter(column - 1, number(count, 'The number of columns'));
    }),
    'Sheet.setFrozenRows': on((sheet, [rows]) => {
      sheet.setFrozenRows(number(rows, 'The number of rows'));
    }),
    'Sheet.getFrozenRows': on((sheet) => sheet.getFrozenRows()),
    'Sheet.hideSheet': on((sheet, _args, book) => {
      if (sheet.isSheetHidden()) return;
      if (book.sheets().every((each) => each.getSheetId() === sheet.getSheetId() || each.isSheetHidden()))
        throw new Error("You can't hide all the sheets in a document.");
      sheet.hideSheet();
    }),
    'Sheet.showSheet': on((sheet) => {
      sheet.showSheet();
    }),
    'Sheet.isSheetHidden': on((sheet) => sheet.isSheetHidden()),
    'Sheet.setColumnWidth': on((sheet, [column, width]) => {
      sheet.setColumnWidth(number(column, 'A column') - 1, number(width, 'A width'));
    }),
    'Sheet.setColumnWidths': on((sheet, [start, count, width]) => {
      const columns = number(count, 'The number of columns');
      const first = number(start, 'A column');
      if (first + columns - 1 > sheet.getMaxColumns()) throw new Error('Those columns are out of bounds.');
      sheet.setColumnWidths(first - 1, columns, number(width, 'A width'));
    }),
    'Sheet.setTabColor': on((sheet, [color]) => {
      sheet.setTabColor(optional(color, text, 'A color', ''));
    }),
    'Sheet.activate': on((sheet, _args, book, seat) => book.show(sheet, null, seat)),
    'Sheet.setConditionalFormatRules': on((sheet, [rules]) => {
      setConditions(
        sheet,
        list(rules, 'The rules').map((rule) => condition(sheet, rule)),
      );
    }),
    'Sheet.getConditionalFormatRules': on((sheet, _args, book) =>
      readConditions(sheet).map(
        ({ areas, ...rule }) =>
          new Marked('ConditionalFormatRule', {
            ...rule,
            ranges: areas.map((each) => markedRange(book, sheet, each)),
          }),
      ),
    ),
    'Sheet.protect': on((sheet, _args, book) => protect(book, sheet, null)),
    'Sheet.getProtections': on((sheet, [type], book) => protectionsOf(book, sheet, type === 'RANGE')),
    ...chartHandlers(on),
  };
}

function condition(sheet: UniverSheet, rule: unknown): ConditionSpec {
  const found = data(rule, 'ConditionalFormatRule');
  const kind = CONDITIONS.find((each) => each === found.condition);
  if (!kind) throw new Error(`not implemented locally: the condition ${String(found.condition)}`);
  const areas = list(found.ranges, 'The ranges of a rule').map((range) => {
    const where = data(range, 'Range');
    if (where.sheet !== sheet.getSheetId())
      throw new Error('Conditional format rules must be set on the sheet of their ranges.');
    return area(where.area);
  });
  return {
    condition: kind,
    kept: optional<string | null>(found.kept, text, 'The rule', null),
    value: typeof found.value === 'number' ? found.value : String(found.value),
    background: optional<string | null>(found.background, text, 'A color', null),
    fontColor: optional<string | null>(found.fontColor, text, 'A color', null),
    areas,
  };
}
