// Sheet as the script sees it: calls to the host, and the many short forms of them.
import { chartBuilder } from './charts';
import { rangeList } from './range';
import { ask, callOn, dataOf, field, objectOf, remote } from './remote';

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of methods that are looked up by name
export function sheet(data: unknown): object {
  const chain = (method: string, ...args: unknown[]): object => {
    ask(`Sheet.${method}`, data, ...args);
    return self;
  };
  const self = remote('Sheet', data, {
    gives: [
      'getActiveRange',
      'getActiveCell',
      'getCurrentCell',
      'setActiveRange',
      'getFrozenColumns',
      'getColumnWidth',
      'deleteRows',
      'deleteColumns',
      'setFrozenColumns',
      'showRows',
      'showColumns',
      'getName',
      'getSheetId',
      'getIndex',
      'getDataRange',
      'getRange',
      'getSheetValues',
      'getLastRow',
      'getLastColumn',
      'getMaxRows',
      'getMaxColumns',
      'getFrozenRows',
      'isSheetHidden',
      'protect',
      'getProtections',
      'getCharts',
      'setConditionalFormatRules',
      'getConditionalFormatRules',
      'setFrozenRows',
      'insertChart',
      'updateChart',
      'removeChart',
    ],
    chains: [
      'insertRowsAfter',
      'insertColumnsAfter',
      'hideSheet',
      'showSheet',
      'setColumnWidth',
      'setColumnWidths',
      'setRowHeight',
      'autoResizeColumns',
      'setTabColor',
      'activate',
      'appendRow',
      'setName',
      'clear',
      'clearContents',
      'clearFormats',
      'clearNotes',
      'insertRowsBefore',
      'insertColumnsBefore',
      'hideRows',
      'hideColumns',
    ],
    own: {
      newChart: () => chartBuilder(),
      getParent: () => objectOf('Spreadsheet', { book: field(data, 'book') }),
      getSheetName: () => ask('Sheet.getName', data),
      getRangeList: (all: unknown) =>
        rangeList((Array.isArray(all) ? all : []).map((a1) => callOn(self, 'getRange', a1))),
      setActiveSelection: (a1: unknown) =>
        ask('Sheet.setActiveRange', data, typeof a1 === 'string' ? callOn(self, 'getRange', a1) : a1),
      deleteRow: (row: unknown) => ask('Sheet.deleteRows', data, row, 1),
      deleteColumn: (column: unknown) => ask('Sheet.deleteColumns', data, column, 1),
      insertRowAfter: (row: unknown) => chain('insertRowsAfter', row, 1),
      insertRowBefore: (row: unknown) => chain('insertRowsBefore', row, 1),
      insertRows: (row: unknown, many: unknown) => ask('Sheet.insertRowsBefore', data, row, many ?? 1),
      insertColumnAfter: (column: unknown) => chain('insertColumnsAfter', column, 1),
      insertColumnBefore: (column: unknown) => chain('insertColumnsBefore', column, 1),
      autoResizeColumn: (column: unknown) => chain('autoResizeColumns', column, 1),
      hideRow: (cells: unknown) => hide('hideRows', cells, 'row', 'rows'),
      hideColumn: (cells: unknown) => hide('hideColumns', cells, 'column', 'columns'),
      unhideRow: (cells: unknown) => hide('showRows', cells, 'row', 'rows'),
      unhideColumn: (cells: unknown) => hide('showColumns', cells, 'column', 'columns'),
      sort(column: unknown, ascending: unknown = true) {
        const frozen = Number(ask('Sheet.getFrozenRows', data));
        const [rows, columns] = [
          Number(ask('Sheet.getLastRow', data)),
          Number(ask('Sheet.getLastColumn', data)),
        ];
        if (rows <= frozen) return self;
        const cells = ask('Sheet.getRange', data, frozen + 1, 1, rows - frozen, columns);
        callOn(cells, 'sort', { column, ascending });
        return self;
      },
    },
  });
  const hide = (method: string, cells: unknown, at: string, many: string): void => {
    const area = field(dataOf(cells), 'area');
    ask(`Sheet.${method}`, data, field(area, at), field(area, many));
  };
  return self;
}
