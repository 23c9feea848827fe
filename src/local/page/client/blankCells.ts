// A blank cell looks as its column does, and gets those looks when something is put into it, however that is done: by a list, by
// pasting, by filling. Above all a column of texts keeps texts that look like numbers.
import type { ICellData, IStyleData } from '@univerjs/core';
import type { SheetApi } from './api';

type Cells = Readonly<Record<string, Readonly<Record<string, ICellData | null>>>>;

export function dressBlankCells(api: SheetApi): void {
  api.addEvent(api.Event.BeforeCommandExecute, ({ id, params, options }) => {
    if (id !== 'sheet.mutation.set-range-values' || options?.fromCollab || options?.fromFormula) return;
    const sheet = api.getActiveWorkbook()?.getSheetBySheetId(String(params?.subUnitId))?.getSheet();
    if (!sheet) return;
    const cells: Cells = params?.cellValue ?? {};
    for (const [row, line] of Object.entries(cells))
      for (const [column, cell] of Object.entries(line)) {
        // Headers do not look as what stands below them.
        const ofColumn = row === '0' ? undefined : sheet.getColumnStyle(Number(column));
        const isFilled = cell !== null && (cell.v ?? cell.f ?? cell.p ?? null) !== null;
        if (!ofColumn || !isFilled || sheet.getCellRaw(Number(row), Number(column))?.s) continue;
        const own: IStyleData = typeof cell.s === 'object' && cell.s !== null ? cell.s : {};
        if (typeof cell.s !== 'string') cell.s = { ...ofColumn, ...own };
      }
  });
}
