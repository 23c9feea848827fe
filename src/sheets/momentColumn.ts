// Columns of days, moments and times of day. A spreadsheet keeps all three as numbers: one that only looks like a moment is told.
import { fail, ok, quote, type Result } from '../domain/result';
import {
  dateOf,
  fromSerial,
  type IsoDate,
  parseIsoDate,
  parseStamp,
  type Stamp,
  type Time,
  timeOf,
  toSerial,
} from '../domain/stamp';
import { type Message, msg, type PlainSentence } from '../language/message';
import type { Cell } from './cell';
import { trimmed } from './column';
import { type Column, column, TEXT } from './columnType';

/** Spreadsheets count days from 1899: a small number in a column of dates is a year or a count, and no day of the desk. */
const FIRST_DAY_OF_USE = '1990-01-01';
const FIRST_SERIAL = toSerial(FIRST_DAY_OF_USE);
const OLDEST_SERIAL = toSerial('1900-01-01');
const dated =
  <T extends string>(parse: (cell: Cell) => Result<T>) =>
  (cell: Cell): Result<T> => {
    if (typeof cell === 'number' && cell >= OLDEST_SERIAL && cell < FIRST_SERIAL)
      return fail(
        msg(
          '{said} is a number, and as a date it would be {date}; write the date like 2025-01-31 or 31/01/2025',
          { said: quote(cell), date: dateOf(fromSerial(Math.floor(cell))) },
        ),
      );
    const read = parse(cell);
    const day = dayIn(read, cell);
    return day !== null && day < FIRST_DAY_OF_USE ? fail(tooOld(cell, day)) : read;
  };

/** The day that the cell means or shows; null = none. */
function dayIn(read: Result<string>, cell: Cell): IsoDate | null {
  const day = parseIsoDate(read.ok ? read.value.slice(0, 10) : trimmed(cell).slice(0, 10));
  return day.ok ? day.value : null;
}

/** In a cell of dates a number is shown as the date that it would be. */
const tooOld = (cell: Cell, day: IsoDate): Message =>
  msg(
    '{said} is what a spreadsheet makes of the number {n} in a cell of dates; write the date like 2025-01-31 or 31/01/2025',
    { said: quote(cell), n: toSerial(day) },
  );

export const date = (help: PlainSentence): Column<IsoDate> => ({
  ...column(help, 'DATE', 'yyyy-mm-dd', 100, dated(parseIsoDate), (value) => toSerial(value)),
  toSql: (value) => value,
});

export const stamp = (help: PlainSentence): Column<Stamp> => ({
  ...column(help, 'DATETIME', 'yyyy-mm-dd hh:mm:ss', 150, dated(parseStamp), (value) => toSerial(value)),
  toSql: (value) => value,
});

/** A time that a spreadsheet took for a moment of its first day. */
const FIRST_DAY = /^1899-12-30T(\d\d:\d\d)(:00)?$/;

/** `9:30`, `13h30` or `13:30:00` as HH:mm; null = no time of day. */
export function parseTime(typed: string): Time | null {
  const found = /^([01]?\d|2[0-3])[:h]([0-5]\d)(?::00)?$/i.exec(typed);
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : null;
}

/** A time of day, HH:mm; kept as text so that no locale rewrites it. */
export const timeOfDay = (help: PlainSentence): Column<string> => ({
  ...column<string>(
    help,
    'STRING',
    TEXT,
    80,
    (cell) => {
      if (typeof cell === 'number' && cell > 0 && cell < 1)
        return fail(
          msg('{said} is a time kept as a number ({time}); write it as text, like 13:30', {
            said: quote(cell),
            time: timeOf(fromSerial(FIRST_SERIAL + cell)),
          }),
        );
      const time = parseTime(FIRST_DAY.exec(trimmed(cell))?.[1] ?? trimmed(cell));
      return time === null ? fail(msg('{said} is not a time; write 13:30', { said: quote(cell) })) : ok(time);
    },
    (value) => value,
  ),
  takes: 'a time from 00:00 to 23:59',
});
