// Moments and dates as other systems write them.
import { dateOf, type IsoDate, parseIsoDate, parseStamp, type Stamp } from '../domain/stamp';

/** An instant with its zone becomes São Paulo time; a time without a zone is taken for it. null = it is none */
export function readMoment(text: string, localTime: (instant: Date) => Stamp): Stamp | null {
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const instant = new Date(text);
    if (!Number.isNaN(instant.getTime())) return localTime(instant);
  }
  const local = parseStamp(text.replace(/\.\d+$/, ''));
  return local.ok ? local.value : null;
}

/** `2024-11-08`, `08/11/2024`, `20241108`, or the date of a moment; null = it is none */
export function readDate(value: unknown, localTime: (instant: Date) => Stamp): IsoDate | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  const plain = parseIsoDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  if (plain.ok) return plain.value;
  const moment = readMoment(text, localTime);
  return moment === null ? null : dateOf(moment);
}
