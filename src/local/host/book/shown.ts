// What a reader sees in a cell: numbers and dates by the cell's format and the book's locale.
import type { ICellData, Nullable } from '@univerjs/core';
import { format as formatted } from 'numfmt';
import { formatIn, type Place, scriptValue } from './cells';
import type { Looks } from './looks';
import { PLAIN_TEXT } from './typed';

const EXPONENT = 1e15;

/** The empty text for a blank cell. A serial number under a date format is shown as that date's wall clock. */
export function shownText(cell: Nullable<ICellData>, looks: Looks, place: Place): string {
  const format = formatIn(looks);
  // Read without its format: a date stays the serial number that the format is made for.
  const value = scriptValue(cell, '', place);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value !== 'number') return String(value);
  const locale = place.locale.replace('_', '-');
  if (format === '' || format === PLAIN_TEXT || format === 'General')
    return formatted(Math.abs(value) >= EXPONENT ? '0.00000E+00' : 'General', value, { locale });
  return formatted(format, value, { locale, throws: false });
}
