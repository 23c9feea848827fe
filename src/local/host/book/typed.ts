// What a cell becomes when somebody types a text into it: the rules by which Sheets makes numbers, dates, percentages,
// booleans and formulas of strings. Nothing here knows the spreadsheet engine.
import { serialOfDate } from './serial';

export type Typed =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly value: string; readonly forced?: true }
  | { readonly kind: 'formula'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `format` is what the cell shows it as when it has no number format of its own. */
  | { readonly kind: 'number'; readonly value: number; readonly format?: string };

export const PLAIN_TEXT = '@';

/** Locales such as pt_BR write 1.234,56; en_US and en_GB write 1,234.56. */
const writesComma = (locale: string): boolean => !/^en|^ja|^zh|^ko/i.test(locale);
/** en_US writes month/day/year; en_GB and pt_BR the day first. */
export const writesDayFirst = (locale: string): boolean => !/^en(?![-_](?!US))|^ja|^zh|^ko/i.test(locale);

/**
 * `format` is the cell's number format ('' for none), `locale` the spreadsheet's, such as en_US or pt_BR, and `year` the
 * one that a day and a month without a year fall into.
 */
export function typed(text: string, format: string, locale: string, year: number): Typed {
  if (text === '') return { kind: 'blank' };
  if (text.startsWith("'")) return { kind: 'text', value: text.slice(1), forced: true };
  if (format === PLAIN_TEXT) return { kind: 'text', value: text };
  if (/^=./s.test(text)) return { kind: 'formula', value: text };
  const trimmed = text.trim();
  return (
    typedBoolean(trimmed, locale) ??
    typedNumber(trimmed, writesComma(locale)) ??
    typedDate(trimmed, writesDayFirst(locale)) ??
    typedShortDate(trimmed, writesDayFirst(locale), year) ?? { kind: 'text', value: text }
  );
}

function typedBoolean(text: string, locale: string): Typed | undefined {
  const word = text.toUpperCase();
  const portuguese = /^pt/i.test(locale);
  if (word === 'TRUE' || (portuguese && word === 'VERDADEIRO')) return { kind: 'boolean', value: true };
  if (word === 'FALSE' || (portuguese && word === 'FALSO')) return { kind: 'boolean', value: false };
  return undefined;
}

const POINT = /^([+-]?)(R\$|\$)?\s*([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(E[+-]?\d+)?(?:\s*(%))?$/i;
const COMMA = /^([+-]?)(R\$|\$)?\s*([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)?(,\d*)?(E[+-]?\d+)?(?:\s*(%))?$/i;

function typedNumber(text: string, comma: boolean): Typed | undefined {
  const match = (comma ? COMMA : POINT).exec(text);
  if (!match) return undefined;
  const [, sign = '', currency, inner = '', whole = '', fraction = '', exponent = '', percent] = match;
  if (whole === '' && !/\d/.test(fraction)) return undefined;
  if (sign && inner) return undefined;
  if (exponent && (currency || percent)) return undefined;
  const digits = whole.replace(/[.,]/g, '') || '0';
  const size = Number(`${digits}${fraction.replace(',', '.')}${exponent}`);
  if (!Number.isFinite(size)) return undefined;
  const value = rounded((sign || inner) === '-' ? -size : size);
  const decimals = fraction.length > 1;
  if (percent) return { kind: 'number', value: percentOf(value), format: decimals ? '0.00%' : '0%' };
  if (currency)
    return {
      kind: 'number',
      value,
      format: `"${currency.toUpperCase()}"${decimals ? ' #,##0.00' : ' #,##0'}`,
    };
  if (exponent) return { kind: 'number', value, format: '0.00E+00' };
  if (/[.,]/.test(whole)) return { kind: 'number', value, format: decimals ? '#,##0.00' : '#,##0' };
  return { kind: 'number', value };
}

/** A number that is typed keeps 15 digits: an account of 20 becomes another one. */
const rounded = (value: number): number => Number(value.toPrecision(15));

/** Decimal shift, not a division: 12.3% is the double nearest to 0.123. */
const percentOf = (value: number): number => Number(`${value}e-2`);

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const LOCAL = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?\s*(AM|PM)?$/i;

function typedDate(text: string, dayFirst: boolean): Typed | undefined {
  const [first = '', ...rest] = text.split(/[ T]+/);
  const iso = ISO.exec(first);
  const local = LOCAL.exec(first);
  if (!iso && !local) {
    const time = fractionOfDay(text);
    return time === undefined ? undefined : { kind: 'number', value: time, format: 'H:mm:ss' };
  }
  const [, a = '', b = '', c = ''] = iso ?? local ?? [];
  const [year, month, day] = iso ? [a, b, c] : dayFirst ? [c, b, a] : [c, a, b];
  const date = realDate(Number(year), Number(month), Number(day));
  if (date === undefined) return undefined;
  const shown = iso ? 'yyyy-mm-dd' : dayFirst ? 'dd/MM/yyyy' : 'M/d/yyyy';
  if (rest.length === 0) return { kind: 'number', value: date, format: shown };
  const time = fractionOfDay(rest.join(' '));
  if (time === undefined) return undefined;
  return { kind: 'number', value: date + time, format: `${shown} H:mm:ss` };
}

const DAY_AND_MONTH = /^(\d{1,2})[-/](\d{1,2})$/;
const YEAR_AND_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const MONTH_AND_YEAR = /^(\d{1,2})[-/](\d{4})$/;

/** 1/2 is a day of this year, 2024-11 and 11/2024 are the first of a month: what was meant as a ratio or a key is gone. */
function typedShortDate(text: string, dayFirst: boolean, year: number): Typed | undefined {
  const [, a = '', b = ''] = DAY_AND_MONTH.exec(text) ?? [];
  const [, longYear = '', month = ''] = YEAR_AND_MONTH.exec(text) ?? [];
  const [, early = '', lateYear = ''] = MONTH_AND_YEAR.exec(text) ?? [];
  if (a !== '') {
    const date = dayFirst ? realDate(year, Number(b), Number(a)) : realDate(year, Number(a), Number(b));
    return date === undefined
      ? undefined
      : { kind: 'number', value: date, format: dayFirst ? 'dd/MM' : 'M/d' };
  }
  const date = realDate(Number(longYear || lateYear), Number(month || early), 1);
  if (date === undefined) return undefined;
  return { kind: 'number', value: date, format: longYear === '' ? 'MM/yyyy' : 'yyyy-mm' };
}

function realDate(year: number, month: number, day: number): number | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day && year >= 1900;
  return exists ? serialOfDate(year, month, day) : undefined;
}

function fractionOfDay(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, h = '', m = '', s = '0', ms = '0', half] = match;
  const hour = half ? (Number(h) % 12) + (/PM/i.test(half) ? 12 : 0) : Number(h);
  if (hour > 23 || Number(m) > 59 || Number(s) > 59 || (half && Number(h) > 12)) return undefined;
  return (hour * 3600 + Number(m) * 60 + Number(s) + Number(ms)) / 86_400;
}
