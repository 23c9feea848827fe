// One cell between the script and the engine: what is written for a script's value, and what a stored cell reads as.
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { columnLetters } from './a1';
import { epochOfSerial, isDateFormat, serialOf } from './serial';
import { PLAIN_TEXT, type Typed, typed, writesDayFirst } from './typed';
import { wallTime } from './zone';

/** Where the book is: dates are read on this wall clock, texts by this locale. */
export interface Place {
  readonly zone: string;
  readonly locale: string;
  /** The current one there. */
  readonly year: number;
}

export type ScriptValue = string | number | boolean | Date;

/** Univer's TYPE. */
const TYPE = { STRING: 1, NUMBER: 2, BOOLEAN: 3, FORCE_STRING: 4 } as const;

const BLANK = { v: null, f: null, si: null, p: null, t: null };

/** What to store; `format` is the number format that the value brings along for a cell without one. */
export interface Stored {
  readonly cell: ICellData;
  readonly format?: string;
}

/** @throws where a cell cannot hold the value */
export function checkStorable(value: unknown, where: { row: number; column: number }): void {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return;
  const shown = value instanceof Date ? 'an invalid Date' : typeof value === 'number' ? value : typeof value;
  throw new Error(
    `A cell cannot hold ${String(shown)} (${columnLetters(where.column)}${where.row}); ` +
      'write a text, a number, a boolean or a Date.',
  );
}

/** Of a value that a cell can hold. */
export function stored(value: unknown, format: string, place: Place): Stored {
  if (typeof value === 'string') return storedText(typed(value, format, place.locale, place.year));
  if (typeof value === 'number')
    return format === PLAIN_TEXT ? text(String(value)) : number(value === 0 ? 0 : value);
  if (typeof value === 'boolean')
    return format === PLAIN_TEXT
      ? text(String(value).toUpperCase())
      : { cell: { ...BLANK, v: value ? 1 : 0, t: TYPE.BOOLEAN } };
  return value instanceof Date ? storedDate(value, format, place) : { cell: BLANK };
}

const text = (value: string): Stored => ({ cell: { ...BLANK, v: value, t: TYPE.STRING } });
const number = (value: number, format?: string): Stored => ({
  cell: { ...BLANK, v: value, t: TYPE.NUMBER },
  ...(format === undefined ? {} : { format }),
});

function storedText(entry: Typed): Stored {
  switch (entry.kind) {
    case 'blank':
      return { cell: BLANK };
    case 'text':
      // Forced: a later edit in the page must not turn the text into a number.
      return entry.forced ? { cell: { ...BLANK, v: entry.value, t: TYPE.FORCE_STRING } } : text(entry.value);
    case 'formula':
      return { cell: { ...BLANK, f: entry.value } };
    case 'boolean':
      return { cell: { ...BLANK, v: entry.value ? 1 : 0, t: TYPE.BOOLEAN } };
    case 'number':
      return number(entry.value, entry.format);
  }
}

function storedDate(date: Date, format: string, place: Place): Stored {
  const wall = wallTime(date.getTime(), place.zone);
  const midnight = wall.hour + wall.minute + wall.second + wall.millisecond === 0;
  const pad = (part: number): string => String(part).padStart(2, '0');
  if (format === PLAIN_TEXT) {
    const day = `${wall.year}-${pad(wall.month)}-${pad(wall.day)}`;
    return text(midnight ? day : `${day} ${pad(wall.hour)}:${pad(wall.minute)}:${pad(wall.second)}`);
  }
  const day = writesDayFirst(place.locale) ? 'dd/MM/yyyy' : 'M/d/yyyy';
  return number(serialOf(date.getTime(), place.zone), midnight ? day : `${day} H:mm:ss`);
}

/** A value stored as what it is, and not as what it looks like; undefined is a blank cell. */
export function given(value: string | number | boolean | undefined, { locale, year }: Place): ICellData {
  if (value === undefined) return BLANK;
  if (typeof value === 'string') {
    const read = typed(value, '', locale, year);
    const isPlain = read.kind === 'text' && !read.forced && read.value === value;
    return { ...BLANK, v: value, t: isPlain ? TYPE.STRING : TYPE.FORCE_STRING };
  }
  return typeof value === 'number'
    ? { ...BLANK, v: value, t: TYPE.NUMBER }
    : { ...BLANK, v: value ? 1 : 0, t: TYPE.BOOLEAN };
}

/** A cell that says that it has no number format, in a column that has one. */
export const NO_FORMAT = 'General';

/** The number format; '' for none. */
export function formatIn(looks: Nullable<IStyleData>): string {
  const pattern = looks?.n?.pattern ?? '';
  return pattern === NO_FORMAT ? '' : pattern;
}

/** '' for a blank cell, a Date for a number under a date or time format. */
export function scriptValue(cell: Nullable<ICellData>, format: string, place: Place): ScriptValue {
  const value = cell?.v;
  if (cell === null || cell === undefined || value === null || value === undefined) return richText(cell);
  if (cell.t === TYPE.BOOLEAN) return value === 1 || value === true || value === 'TRUE';
  if (typeof value === 'boolean') return value;
  if (cell.t === TYPE.STRING || cell.t === TYPE.FORCE_STRING) return String(value);
  if (typeof value === 'number' && isDateFormat(format)) return new Date(epochOfSerial(value, place.zone));
  return value;
}

/** A cell edited in the page may hold formatted text instead of a value. */
const richText = (cell: Nullable<ICellData>): string =>
  cell?.p?.body?.dataStream?.replace(/\r\n$/, '').replace(/\r/g, '\n') ?? '';
