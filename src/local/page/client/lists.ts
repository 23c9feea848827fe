// As Sheets completes what is typed into a cell with a list.
import type { Workbook } from '@univerjs/core';
import type { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { parseA1 } from '../../host/browser';

export type FromList = (
  text: string,
  workbook: Workbook,
  sheet: string,
  row: number,
  column: number,
) => string | undefined;

/** DataValidationErrorStyle.WARNING: anything may be written there. */
const WARNING = 2;

/**
 * The one entry that it is, in whatever letters; and the one that it begins, where nothing else is taken: where anything may be
 * written, the beginning of an entry may be a name of its own.
 */
export const listOf =
  (model: SheetDataValidationModel): FromList =>
  (text, workbook, sheet, row, column) => {
    const rule = model.getRuleByLocation(workbook.getUnitId(), sheet, row, column);
    if (rule?.type !== 'list' || !rule.formula1) return undefined;
    const words = entriesIn(workbook, rule.formula1);
    const wanted = text.trim().toLowerCase();
    const exact = words.find((word) => word.toLowerCase() === wanted);
    if (exact !== undefined || rule.errorStyle === WARNING) return exact;
    const begun = words.filter((word) => word.toLowerCase().startsWith(wanted));
    return begun.length === 1 ? begun[0] : undefined;
  };

function entriesIn(workbook: Workbook, formula: string): readonly string[] {
  if (formula.startsWith('[')) {
    const entries: unknown = JSON.parse(formula);
    return Array.isArray(entries) ? entries.map(String) : [];
  }
  const [, quoted, cells = ''] = /^='((?:[^']|'')+)'!(.+)$/.exec(formula) ?? [];
  const sheet = quoted === undefined ? null : workbook.getSheetBySheetName(quoted.replace(/''/g, "'"));
  if (!sheet) return [];
  const grid = { rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
  const { row, column, rows } = parseA1(cells, grid);
  return Array.from({ length: rows }, (_, at) =>
    String(sheet.getCellRaw(row - 1 + at, column - 1)?.v ?? ''),
  ).filter((entry) => entry !== '');
}
