// How amounts, prices, shares and dates are written in a language, and in files.

import type { Language } from '../domain/broker';
import {
  type Cents,
  formatBrl,
  formatBrlEnglish,
  formatPrice,
  formatWhole,
  type Price,
} from '../domain/money';
import type { IsoDate } from '../domain/stamp';

export interface Figures {
  /** `R$ 1.200.000,00`, in English `R$ 1,200,000.00`. */
  money(cents: Cents): string;
  /** With its currency, to the tick, or to as many of 8 decimals as it has. */
  price(price: Price): string;
  /** An average, always to 8 decimals. */
  average(price: Price): string;
  whole(n: number): string;
  /** Basis points, `30` or `12,5`. */
  bps(n: number): string;
  /** `08/11/2024`, in English `8 November 2024`. */
  date(date: IsoDate): string;
}

export const figuresOf = (language: Language): Figures => ({
  money: language === 'pt' ? formatBrl : formatBrlEnglish,
  price: (price) => `R$ ${shortest(price, 2, language)}`,
  average: (price) => `R$ ${formatPrice(price, 8, language)}`,
  whole: (n) => formatWhole(n, language),
  bps: (n) => shortest(n, 0, language),
  date: language === 'pt' ? portugueseDate : englishDate,
});

/** Cents as files write them: `1200000.00`. */
export function fileMoney(cents: Cents): string {
  return formatBrlEnglish(cents).replace(/R\$ |,/g, '');
}

/** A price or basis points as files write them, with at least `decimals`. */
export function fileNumber(n: number, decimals: number): string {
  return shortest(n, decimals, 'en').replace(/,/g, '');
}

/** At least `decimals`, and of the other of 8 only as many as say something. */
function shortest(n: number, decimals: number, language: Language): string {
  return formatPrice(n, 8, language)
    .replace(new RegExp(`0{0,${8 - decimals}}$`), '')
    .replace(/[.,]$/, '');
}

function portugueseDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function englishDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 0) - 1]} ${year}`;
}
