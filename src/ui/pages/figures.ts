// Figures that pages make themselves, as the desk's language writes them.
import { decimalPoint, formatPrice, formatWhole } from '../../language/figures';
import type { Language } from '../../language/language';

/** Whole reais, `12.300.000`; a minus sign as wide as a digit. */
export const reais = (brl: number, language: Language): string =>
  formatWhole(Math.round(brl), language).replace('-', '−');

/** `98,4%`; never 100% while something is left. */
export function percent(part: number, language: Language): string {
  const tenths = part < 1 ? Math.min(999, Math.round(part * 1000)) : Math.round(part * 1000);
  return `${Math.trunc(tenths / 10)}${decimalPoint(language)}${Math.abs(tenths % 10)}%`;
}

/**
 * `2 h 05 min`, `20 min`, `4 min 09 s`, `59 s`: seconds once they matter. Without them a minute that has begun is one that is left: beside
 * a clock that says 09:00 it is 1 h 05 min to 10:05.
 */
export function duration(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const begun = Math.ceil(seconds / 60);
  if (begun >= 60) return `${Math.floor(begun / 60)} h ${two(begun % 60)} min`;
  if (seconds >= 600) return `${begun} min`;
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${two(seconds % 60)} s` : `${seconds} s`;
}

/** Seconds of the day of a stamp or a time. */
export function secondsOf(moment: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = moment
    .slice(moment.indexOf('T') + 1)
    .split(':')
    .map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Of text, to a tenth. */
export const kilobytes = (text: string): number => Math.max(1, Math.round(text.length / 102.4)) / 10;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A price of a share to the tick, or to four decimals where it is an average; `–` where there is none. */
export function priceOf(price: number | null, language: Language): string {
  if (price === null) return '–';
  const isTick = Math.abs(price * 100 - Math.round(price * 100)) < 1e-6;
  return formatPrice(price, isTick ? 2 : 4, language);
}

/** Basis points to a tenth, with their sign; `–` where there are none. */
export const bps = (value: number | null, language: Language): string =>
  value === null ? '–' : `${value > 0.05 ? '+' : ''}${formatPrice(value, 1, language).replace('-', '−')}`;

/** The class of a cell by how good or bad its basis points are; above zero is worse. */
export function heat(value: number | null): string {
  if (value === null || Math.abs(value) < 2) return '';
  const step = Math.abs(value) < 8 ? 1 : Math.abs(value) < 20 ? 2 : 3;
  return `heat ${value > 0 ? 'worse' : 'better'}${step}`;
}
