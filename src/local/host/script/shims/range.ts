// Range and RangeList as the script sees them.
import { ask, callOn, field, guard, objectOf, remote } from './remote';
import { validationBuilder } from './validation';

const LISTED = [
  'activate',
  'check',
  'clear',
  'clearContent',
  'clearDataValidations',
  'clearFormat',
  'clearNote',
  'insertCheckboxes',
  'setBackground',
  'setFontColor',
  'setFontFamily',
  'setFontLine',
  'setFontSize',
  'setFontStyle',
  'setFontWeight',
  'setFormula',
  'setHorizontalAlignment',
  'setNote',
  'setNumberFormat',
  'setValue',
  'setVerticalAlignment',
  'setWrap',
  'uncheck',
] as const;

/** Several ranges of a tab, of which each gets what is asked of the list. */
export function rangeList(ranges: readonly unknown[]): object {
  const members: Record<string, unknown> = { getRanges: () => [...ranges] };
  const self = guard('RangeList', members);
  for (const name of LISTED)
    members[name] = (...args: unknown[]) => {
      for (const each of ranges) callOn(each, name, ...args);
      return self;
    };
  return self;
}

/** The position is known here already; only what lies in the cells is asked of the host. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of methods that are looked up by name
export function range(data: unknown): object {
  const area = field(data, 'area');
  const [row, column] = [Number(field(area, 'row')), Number(field(area, 'column'))];
  const [rows, columns] = [Number(field(area, 'rows')), Number(field(area, 'columns'))];
  const sheetData = { book: field(data, 'book'), sheet: field(data, 'sheet') };
  const at = (...block: readonly unknown[]): unknown => ask('Sheet.getRange', sheetData, ...block);
  const first = (method: string) => (): unknown => {
    const table = ask(`Range.${method}`, data);
    const [line] = Array.isArray(table) ? table : [];
    return Array.isArray(line) ? line[0] : null;
  };
  const self = remote('Range', data, {
    gives: [
      'getDisplayValues',
      'getBackgrounds',
      'isBlank',
      'getValues',
      'getValue',
      'getFormulas',
      'getNumberFormats',
      'getDataValidations',
      'getNotes',
      'getA1Notation',
      'protect',
    ],
    chains: [
      'setValues',
      'setValue',
      'setNumberFormat',
      'setNumberFormats',
      'setDataValidation',
      'setDataValidations',
      'setNote',
      'setNotes',
      'setFontWeight',
      'setBackground',
      'setFontColor',
      'setHorizontalAlignment',
      'setHorizontalAlignments',
      'setWrap',
      'activate',
      'clearContent',
      'clear',
      'clearFormat',
      'clearNote',
      'clearDataValidations',
      'setFormulas',
      'setFontSize',
      'setFontFamily',
      'setFontStyle',
      'setFontLine',
      'setFontWeights',
      'setFontColors',
      'setBackgrounds',
      'setVerticalAlignment',
      'merge',
      'breakApart',
      'sort',
      'copyTo',
    ],
    own: {
      getRow: () => row,
      getRowIndex: () => row,
      getColumn: () => column,
      getColumnIndex: () => column,
      getNumRows: () => rows,
      getNumColumns: () => columns,
      getHeight: () => rows,
      getWidth: () => columns,
      getLastRow: () => row + rows - 1,
      getLastColumn: () => column + columns - 1,
      getSheet: () => objectOf('Sheet', sheetData),
      getGridId: () => ask('Sheet.getSheetId', sheetData),
      getCell: (r: number, c: number) => at(row + r - 1, column + c - 1, 1, 1),
      offset: (down: number, right: number, height: unknown = rows, width: unknown = columns) =>
        at(row + down, column + right, height, width),
      getDisplayValue: first('getDisplayValues'),
      getFormula: first('getFormulas'),
      getNumberFormat: first('getNumberFormats'),
      getDataValidation: first('getDataValidations'),
      getNote: first('getNotes'),
      getBackground: first('getBackgrounds'),
      setFormula(formula: unknown) {
        ask('Range.setValue', data, String(formula).startsWith('=') ? formula : `=${String(formula)}`);
        return self;
      },
      setBorder(...sides: unknown[]) {
        ask('Range.setBorder', data, ...sides);
        return self;
      },
      insertCheckboxes() {
        ask('Range.setDataValidation', data, callOn(callOn(validationBuilder(), 'requireCheckbox'), 'build'));
        const blank = ask('Range.isBlank', data);
        if (blank === true) ask('Range.setValue', data, false);
        return self;
      },
      check() {
        ask('Range.setValue', data, true);
        return self;
      },
      uncheck() {
        ask('Range.setValue', data, false);
        return self;
      },
    },
  });
  return self;
}
