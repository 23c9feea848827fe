// Answers the methods of Range that scripts of others use beside those of range.ts: looks, copies, clearing, sorting.
import { a1 } from '../../book/a1';
import { clearLooks } from '../../book/columnLooks';
import { copyCells } from '../../book/copy';
import { cellsIn, readFormulas, readValues } from '../../book/grid';
import { setNotes, setValidations } from '../../book/rules';
import { shownText } from '../../book/shown';
import { area, boolean, data, fields, list, number, optional, table, text } from './arguments';
import { enter, filled, onRange, onSettled, type Target } from './range';
import type { Handlers } from './service';
import { type Desktop, onSheet } from './spreadsheet';

/** `clear()` takes everything; with options only what they name. */
function clear({ book, sheet, area: block, range }: Target, options: unknown): void {
  const wanted = fields(options ?? {}, 'The options');
  const all = Object.values(wanted).every((each) => each !== true);
  if (all || wanted.contentsOnly === true) range.clearContent();
  if (all || wanted.formatOnly === true) clearLooks(book, sheet, block);
  if (wanted.commentsOnly === true) setNotes(book, sheet, block, filled(block, null));
  if (wanted.validationsOnly === true) setValidations(book, sheet, block, filled(block, null));
}

/** One colour, font or the like for each cell. */
const each = (
  { sheet, area: block }: Target,
  values: unknown,
  set: (cell: Target['range'], value: string) => void,
) =>
  table(values, 'The table', (value) => optional(value, text, 'A value', '')).forEach((row, r) => {
    row.forEach((value, c) => {
      set(sheet.getRange(block.row - 1 + r, block.column - 1 + c, 1, 1), value);
    });
  });

/** The engine shortens colours; no colour is white. */
const sixDigits = (color: string): string =>
  /^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color || '#ffffff';

const ORDER = ['number', 'string', 'boolean'];
function compared(a: unknown, b: unknown): number {
  const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);
  const [left, right] = [plain(a), plain(b)];
  // Blanks come last in either direction.
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  if (typeof left !== typeof right) return ORDER.indexOf(typeof left) - ORDER.indexOf(typeof right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right));
}

interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

function sortKeys(order: unknown): readonly SortKey[] {
  return (Array.isArray(order) ? order : [order]).map((key) => {
    if (typeof key === 'number') return { column: key, ascending: true };
    const { column, ascending } = fields(key, 'A sort order');
    return { column: number(column, 'A column'), ascending: optional(ascending, boolean, 'Ascending', true) };
  });
}

function sort(target: Target, order: unknown): void {
  const { book, sheet, area: block } = target;
  if (readFormulas(sheet, block).some((row) => row.some((formula) => formula !== '')))
    throw new Error('not implemented locally: sorting a range with formulas');
  const rows = readValues(book, sheet, block);
  const keys = sortKeys(order);
  rows.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const [left = '', right = ''] = [a[column - block.column], b[column - block.column]];
      const by = compared(left, right);
      if (by !== 0) return ascending || left === '' || right === '' ? by : -by;
    }
    return 0;
  });
  enter(target, rows);
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of methods that are looked up by name
export function rangeEditHandlers(desktop: Desktop): Handlers {
  const on = onRange(desktop);
  const looks = {
    setFontSize: on(({ range }, [size]) => void range.setFontSize(number(size, 'A font size'))),
    setFontFamily: on(({ range }, [family]) => void range.setFontFamily(text(family, 'A font'))),
    setFontStyle: on(
      ({ range }, [style]) => void range.setFontStyle(style === 'italic' ? 'italic' : 'normal'),
    ),
    setFontLine: on(({ range }, [line]) => {
      const known = (['underline', 'line-through', 'none'] as const).find((one) => one === line);
      range.setFontLine(known ?? 'none');
    }),
    setVerticalAlignment: on(({ range }, [value]) => {
      const known = (['top', 'middle', 'bottom'] as const).find((one) => one === value);
      if (!known) throw new Error(`Invalid argument: ${String(value)}`);
      range.setVerticalAlignment(known);
    }),
    setBackgrounds: on((target, [colors]) =>
      each(target, colors, (cell, color) => void cell.setBackground(color === '' ? '#ffffff' : color)),
    ),
    setFontColors: on((target, [colors]) =>
      each(target, colors, (cell, color) => void cell.setFontColor(color === '' ? null : color)),
    ),
    setFontWeights: on((target, [weights]) =>
      each(target, weights, (cell, weight) => void cell.setFontWeight(weight === 'bold' ? 'bold' : 'normal')),
    ),
    getBackgrounds: on(({ range }) => range.getBackgrounds().map((row) => row.map(sixDigits))),
    merge: on(({ range }) => void range.merge()),
    breakApart: on(({ range }) => void range.breakApart()),
  };
  const settled = onSettled(desktop);
  return {
    ...Object.fromEntries(Object.entries(looks).map(([name, answer]) => [`Range.${name}`, answer])),
    'Range.clear': on((target, [options]) => clear(target, options)),
    'Range.clearFormat': on(({ book, sheet, area: block }) => clearLooks(book, sheet, block)),
    'Range.clearNote': on(({ book, sheet, area: block }) =>
      setNotes(book, sheet, block, filled(block, null)),
    ),
    'Range.clearDataValidations': on(({ book, sheet, area: block }) =>
      setValidations(book, sheet, block, filled(block, null)),
    ),
    'Range.getDisplayValues': settled(({ book, sheet, area: block }) =>
      cellsIn(sheet, block, (cell, looks) => shownText(cell, looks, book.place)),
    ),
    'Range.isBlank': on(({ book, sheet, area: block }) =>
      readValues(book, sheet, block).every((row) => row.every((value) => value === '')),
    ),
    'Range.setFormulas': on((target, [formulas]) => enter(target, table(formulas, 'The formulas', text))),
    'Range.sort': on((target, [order]) => sort(target, order)),
    'Range.copyTo': on((target, [to, options]) => {
      const where = data(to, 'Range');
      const wanted = fields(options ?? {}, 'The options');
      onSheet(desktop)((sheet, _args, book) =>
        copyCells(
          target,
          { book, sheet, area: area(where.area) },
          wanted.formatOnly === true ? 'formats' : wanted.contentsOnly === true ? 'values' : 'all',
        ),
      )([where]);
    }),
    'Range.setBorder': on(({ range, area: block }, sides) => {
      const [top, left, bottom, right] = list(sides, 'The sides');
      const { univerAPI } = desktop.shelf.engine;
      const { BorderType, BorderStyleTypes } = univerAPI.Enum;
      if ([top, left, bottom, right].every((side) => side === true))
        range.setBorder(BorderType.ALL, BorderStyleTypes.THIN);
      else if (bottom === true) range.setBorder(BorderType.BOTTOM, BorderStyleTypes.THIN);
      else if (top === true) range.setBorder(BorderType.TOP, BorderStyleTypes.THIN);
      else if ([top, left, bottom, right].every((side) => !side))
        range.setBorder(BorderType.NONE, BorderStyleTypes.NONE);
      else throw new Error(`not implemented locally: Range.setBorder of these sides of ${a1(block)}`);
    }),
  };
}
