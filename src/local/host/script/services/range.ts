// Answers the methods of Range: values, formats, validations, notes and looks of a block of cells.
import { type Area, a1 } from '../../book/a1';
import type { Book } from '../../book/book';
import { alike, changeLooks } from '../../book/columnLooks';
import type { UniverRange, UniverSheet } from '../../book/engine';
import {
  checkShape,
  readFormats,
  readFormulas,
  readValues,
  writeFormats,
  writeValues,
} from '../../book/grid';
import { addressOf, sourceOf } from '../../book/lists';
import { rangeOf } from '../../book/ranges';
import {
  checkAccepted,
  readNotes,
  readValidations,
  setNotes,
  setValidations,
  type ValidationSpec,
} from '../../book/rules';
import type { Seat } from '../hosts';
import { CELL_CHARACTERS } from '../limits';
import { Marked } from '../wire';
import { area, boolean, data, fields, list, optional, table, text } from './arguments';
import { protect } from './protections';
import type { Handler, Handlers } from './service';
import { markedRange } from './sheet';
import { type Desktop, onSheet, type Watched } from './spreadsheet';

export interface Target {
  readonly book: Book;
  readonly sheet: UniverSheet;
  readonly area: Area;
  readonly range: UniverRange;
}

export const filled = <T>(block: Area, value: T): T[][] =>
  Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, () => value));

const same = (value: unknown): unknown => value;
const note = (value: unknown): string => optional(value, text, 'A note', '');

/** The range whose cells a dropdown offers, by its address. */
function sourceIn(book: Book, range: unknown): string {
  const found = data(range, 'Range');
  if (found.book !== book.id) throw new Error('The range of a dropdown must be in the same spreadsheet.');
  return addressOf(book.sheet(text(found.sheet, 'A sheet')), area(found.area));
}

const validation =
  (book: Book) =>
  (value: unknown): ValidationSpec | null => {
    if (value === null || value === undefined) return null;
    const { criteria, values, range, showDropdown, allowInvalid, help } = data(value, 'DataValidation');
    return {
      criteria: criteria === 'CHECKBOX' || criteria === 'VALUE_IN_RANGE' ? criteria : 'VALUE_IN_LIST',
      values: list(values, 'The values of a dropdown').map(String),
      source: criteria === 'VALUE_IN_RANGE' ? sourceIn(book, range) : '',
      showDropdown: boolean(showDropdown, 'Show dropdown'),
      allowInvalid: boolean(allowInvalid, 'Allow invalid'),
      help: optional<string | null>(help, text, 'A help text', null),
    };
  };

/** A rule as a script holds it, with its range where it has one. */
function markedRule(book: Book, { source, ...spec }: ValidationSpec): Marked {
  const found = source === '' ? null : sourceOf(book, source);
  return new Marked('DataValidation', {
    ...spec,
    range: found === null ? null : markedRange(book, found.sheet, found.area),
  });
}

/** What a script enters is refused where Sheets refuses it; nothing is written then. */
export function enter({ book, sheet, area }: Target, values: readonly (readonly unknown[])[]): void {
  checkShape(values, area);
  if (values.some((row) => row.some((value) => typeof value === 'string' && value.length > CELL_CHARACTERS)))
    throw new Error(
      `Your input contains more than the maximum of ${CELL_CHARACTERS} characters in a single cell.`,
    );
  checkAccepted(book, sheet, area, values);
  writeValues(book, sheet, area, values);
}

/** HorizontalAlign of the engine. */
const ALIGNMENTS: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3, normal: 1 };

/** A cell's alignment, of each one; null puts it back to the left. */
function align({ book, sheet, area }: Target, values: readonly (readonly unknown[])[]): void {
  checkShape(values, area);
  const change = alike((value: unknown) => {
    const ht = value === null ? ALIGNMENTS.left : ALIGNMENTS[String(value)];
    if (ht === undefined)
      throw new Error(`not implemented locally: the horizontal alignment ${String(value)}`);
    return { ht };
  });
  changeLooks(
    book,
    sheet,
    area,
    values.map((row) => row.map(change)),
  );
}

/** Answers a method of a block of cells. */
export const onRange =
  (desktop: Desktop) =>
  (answer: (target: Target, args: readonly unknown[], seat: Seat | null) => unknown) =>
  ([ref, ...args]: readonly unknown[], execution?: Watched): unknown =>
    onSheet(desktop)((sheet, _args, book, seat) => {
      const block = area(fields(ref, 'A range').area);
      return answer({ book, sheet, area: block, range: rangeOf(sheet, block) }, args, seat);
    })([ref], execution);

/** Values are read once the formulas are up to date; a custom function is a formula itself, and does not wait. */
export const onSettled =
  (desktop: Desktop) =>
  (answer: (target: Target) => unknown): Handler =>
  async (args, { custom }) => {
    if (!custom) await desktop.shelf.settled();
    return onRange(desktop)(answer)(args);
  };

export function rangeHandlers(desktop: Desktop): Handlers {
  const on = onRange(desktop);
  const settled = onSettled(desktop);
  return {
    'Range.getA1Notation': on((target) => a1(target.area)),
    'Range.getValues': settled(({ book, sheet, area }) => readValues(book, sheet, area)),
    'Range.getValue': settled(({ book, sheet, area }) => readValues(book, sheet, area)[0]?.[0]),
    'Range.setValues': on((target, [values]) => enter(target, table(values, 'The values', same))),
    'Range.setValue': on((target, [value]) => enter(target, filled(target.area, value))),
    'Range.clearContent': on(({ book, sheet, area }) => writeValues(book, sheet, area, filled(area, ''))),
    'Range.getFormulas': on(({ sheet, area }) => readFormulas(sheet, area)),
    'Range.getNumberFormats': on(({ sheet, area }) => readFormats(sheet, area)),
    'Range.setNumberFormat': on(({ book, sheet, area }, [format]) =>
      writeFormats(book, sheet, area, filled(area, text(format, 'A number format'))),
    ),
    'Range.setNumberFormats': on(({ book, sheet, area }, [formats]) =>
      writeFormats(book, sheet, area, table(formats, 'The number formats', text)),
    ),
    'Range.getDataValidations': on(({ book, sheet, area }) =>
      readValidations(book, sheet, area).map((row) =>
        row.map((spec) => (spec === null ? null : markedRule(book, spec))),
      ),
    ),
    'Range.setDataValidation': on(({ book, sheet, area }, [rule]) =>
      setValidations(book, sheet, area, filled(area, validation(book)(rule))),
    ),
    'Range.setDataValidations': on(({ book, sheet, area }, [rules]) =>
      setValidations(book, sheet, area, table(rules, 'The validations', validation(book))),
    ),
    'Range.getNotes': on(({ sheet, area }) => readNotes(sheet, area)),
    'Range.setNote': on(({ book, sheet, area }, [value]) =>
      setNotes(book, sheet, area, filled(area, note(value))),
    ),
    'Range.setNotes': on(({ book, sheet, area }, [notes]) =>
      setNotes(book, sheet, area, table(notes, 'The notes', note)),
    ),
    'Range.setFontWeight': on(({ range }, [weight]) => {
      range.setFontWeight(weight === 'bold' ? 'bold' : 'normal');
    }),
    'Range.setBackground': on(({ range }, [color]) => {
      range.setBackground(optional(color, text, 'A color', '#ffffff'));
    }),
    'Range.setFontColor': on(({ range }, [color]) => {
      range.setFontColor(optional<string | null>(color, text, 'A color', null));
    }),
    'Range.setHorizontalAlignment': on((target, [value]) => align(target, filled(target.area, value))),
    'Range.setHorizontalAlignments': on((target, [values]) =>
      align(target, table(values, 'The alignments', text)),
    ),
    'Range.setWrap': on(({ range }, [wrap]) => {
      range.setWrap(boolean(wrap, 'Wrap'));
    }),
    'Range.protect': on(({ book, sheet, area }) => protect(book, sheet, a1(area))),
    'Range.activate': on(({ book, sheet, area }, _args, seat) => book.show(sheet, area, seat)),
  };
}
