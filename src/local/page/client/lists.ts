// Cells with a list: what is typed is completed as Sheets does it, and a list that only suggests accuses nobody.
import { InterceptorEffectEnum, type Workbook } from '@univerjs/core';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/sheets';
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

/** Univer's red corner of a value that is not on the list. */
const INVALID = '#fe4b4b';
/** One handler's answer goes on to the next, from the highest number down: this one comes after Univer's own. */
const AFTER_VALIDATION = 5;

/**
 * A fund is known by its CNPJ, and files have its name as they like: where a list is another tab's column, whatever else stands in
 * the cell is for a stage to judge.
 */
export function quietSuggestions(service: SheetInterceptorService, model: SheetDataValidationModel): void {
  service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: AFTER_VALIDATION,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col }, next) => {
      if (cell?.markers?.tr?.color !== INVALID) return next(cell);
      const rule = model.getRuleByLocation(unitId, subUnitId, row, col);
      const suggests = rule?.errorStyle === WARNING && rule.formula1?.startsWith('=') === true;
      const { tr: _mark, ...markers } = cell.markers;
      return next(suggests ? { ...cell, markers } : cell);
    },
  });
}
