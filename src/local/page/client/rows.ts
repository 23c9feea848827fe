// Rows of the tab that is shown, sorted and filtered by the column that is selected, as Sheets' menu Data does. Filters are the
// workbook's: they are kept with it, and everybody who has it open sees them.
import '@univerjs/sheets-filter/facade';
import type { Menu } from '../../host/browser';
import type { SheetApi } from './api';
import { askForValues } from './filterDialog';
import type { ShownTab } from './sheet';
import { words } from './words';

const PREFIX = 'page:';

type Deed = 'ascending' | 'descending' | 'filter' | 'unfilter';

/** The page's own menu, beside the script's. */
export const rowsMenu = (): Menu => {
  const { title, ascending, descending, filter, unfilter } = words.rows;
  const item = (deed: Deed, label: string) => ({ kind: 'item', label, fn: PREFIX + deed }) as const;
  return {
    label: title,
    items: [
      item('ascending', ascending),
      item('descending', descending),
      { kind: 'separator' },
      item('filter', filter),
      item('unfilter', unfilter),
    ],
  };
};

interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The table of a tab: its headers are the rows that stay in sight, or the first. null = there is nothing in it. */
function tableOf(tab: ShownTab): (Block & { readonly headers: number }) | null {
  const data = tab.getDataRange().getRange();
  const headers = Math.max(1, tab.getFrozenRows());
  if (data.endRow < headers) return null;
  return { startRow: 0, endRow: data.endRow, startColumn: 0, endColumn: data.endColumn, headers };
}

/**
 * @param done gives the sheet the focus again
 * @returns whether it was one of the page's own items
 */
export function rowsDeed(api: SheetApi, fn: string, done: () => void): boolean {
  if (!fn.startsWith(PREFIX)) return false;
  carryOut(api, fn.slice(PREFIX.length), done);
  return true;
}

function carryOut(api: SheetApi, deed: string, done: () => void): void {
  const book = api.getActiveWorkbook();
  const tab = book?.getActiveSheet();
  const table = tab ? tableOf(tab) : null;
  const column = book?.getActiveRange()?.getColumn() ?? 0;
  if (!book || !tab || !table) {
    done();
    return;
  }
  const place = { unitId: book.getId(), subUnitId: tab.getSheetId() };
  const { headers, ...range } = table;
  const sort = (type: 'asc' | 'desc'): void => {
    void api.executeCommand('sheet.command.sort-range', {
      ...place,
      range: { ...range, startRow: headers },
      orderRules: [{ type, colIndex: column }],
      hasTitle: false,
    });
  };
  switch (deed) {
    case 'ascending':
      sort('asc');
      break;
    case 'descending':
      sort('desc');
      break;
    case 'unfilter':
      tab.getFilter()?.remove();
      break;
    case 'filter':
      if (column > range.endColumn) break;
      filterBy(tab, { ...range, startRow: headers - 1 }, column, done);
      return;
  }
  done();
}

/** A filter hides rows in the engine, whoever sets it; the sheet is drawn anew for that. */
export function drawFilters(api: SheetApi, measure: () => void): void {
  api.addEvent(api.Event.CommandExecuted, ({ id }) => {
    if (/^sheet\.mutation\..*-filter/.test(id)) measure();
  });
}

/** Asks which of the column's values stay in sight; all of them = the column filters nothing. */
function filterBy(tab: ShownTab, range: Block, column: number, done: () => void): void {
  const cells = tab.getRange(range.startRow + 1, column, range.endRow - range.startRow, 1);
  const shown = cells.getDisplayValues();
  // A filter compares what stands in the cells, people what is shown.
  const labels = new Map(
    cells.getRawValues().map(([raw], row) => [String(raw ?? ''), String(shown[row]?.[0] ?? '')] as const),
  );
  const before = tab.getFilter()?.getColumnFilterCriteria(column)?.filters;
  const isKept = (value: string): boolean =>
    before === undefined ||
    (value === '' ? before.blank === true : (before.filters?.includes(value) ?? false));
  const header = tab.getRange(range.startRow, column, 1, 1).getDisplayValue();
  askForValues(header, labels, isKept, (kept) => {
    done();
    if (kept === null) return;
    const { startRow, endRow, startColumn, endColumn } = range;
    const whole = tab.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1);
    const filter = tab.getFilter() ?? whole.createFilter();
    if (kept.length === labels.size) filter?.removeColumnFilterCriteria(column);
    else
      filter?.setColumnFilterCriteria(column, {
        colId: column,
        filters: {
          filters: kept.filter((value) => value !== ''),
          ...(kept.includes('') ? { blank: true } : {}),
        },
      });
  });
}
