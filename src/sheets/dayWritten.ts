// The day that a cell of a file means, however a spreadsheet or a person wrote it: `12/11/26`, `12-nov-2026`, `46338`, `20261112`.
// Only what compares it with a day that is known reads it so freely; what the desk keeps is read strictly (domain/stamp.ts).
import { fromSerial, type IsoDate, parseIsoDate, parseStamp } from '../domain/stamp';
import { unaccented } from '../domain/words';

/** Each month as Portuguese and English begin it. */
const MONTHS = [
  ['jan'],
  ['fev', 'feb'],
  ['mar'],
  ['abr', 'apr'],
  ['mai', 'may'],
  ['jun'],
  ['jul'],
  ['ago', 'aug'],
  ['set', 'sep'],
  ['out', 'oct'],
  ['nov'],
  ['dez', 'dec'],
];

/** Days around which a spreadsheet's number of days can only be a date: 1980 to 2099. */
const SERIALS = { from: 29_221, to: 73_050 };

/**
 * @param today says which year is meant where none is written
 * @returns null = nobody can tell which day it is
 */
export function dayWritten(cell: string, today: IsoDate): IsoDate | null {
  const text = cell.trim();
  const strict = parseStamp(text);
  if (strict.ok) return strict.value.slice(0, 10);
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (serial >= SERIALS.from && serial <= SERIALS.to) return fromSerial(serial).slice(0, 10);
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed !== null) return dayOf(packed.slice(1).map(Number));
  return dayOf(partsOf(text, today.slice(0, 4)));
}

/** Year, month and day; null = there is no such day. */
function dayOf(parts: readonly number[] | null): IsoDate | null {
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0] = parts;
  const two = (part: number): string => `${part}`.padStart(2, '0');
  const read = parseIsoDate(`${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`);
  return read.ok ? read.value : null;
}

/** Words that are no month say nothing of the day: `sexta-feira, 13 de novembro de 2026`. */
function partsOf(text: string, thisYear: string): readonly number[] | null {
  // A time of day behind the date, with its zone.
  const [date = ''] = text.split(/T(?=\d\d:)|[ ,]+(?=\d{1,2}[:h]\d)/i);
  const words =
    unaccented(date)
      .toLowerCase()
      .match(/\d+|[a-z]+/g) ?? [];
  const numbers = words.filter((word) => /^\d/.test(word));
  const month = words.map(monthOf).find((found) => found > 0) ?? 0;
  const wanted = month > 0 ? 1 : 2;
  const all = numbers.length === wanted ? [...numbers, thisYear] : numbers;
  if (all.length !== wanted + 1) return null;
  const isYearFirst = (all[0] ?? '').length === 4;
  const [a = 0, b = 0, c = 0] = all.map(Number);
  if (month > 0) return isYearFirst ? [a, month, b] : [b, month, a];
  if (isYearFirst) return [a, b, c];
  // Where the second can be no month, it is the day, as Americans write it.
  return b > 12 ? [c, a, b] : [c, b, a];
}

/** 1 to 12; 0 = it is no month. */
const monthOf = (word: string): number => MONTHS.findIndex((names) => names.includes(word.slice(0, 3))) + 1;
