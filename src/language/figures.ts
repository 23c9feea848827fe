// How amounts, prices, counts and dates are written in a language: R$ 1.234,56 in Portuguese, R$ 1,234.56 in English.
import type { Language } from './language';

export interface Figures {
  /** Cents: `R$ 1.200.000,00`, in English `R$ 1,200,000.00`; negative `-R$ 3,00`. */
  money(cents: number): string;
  /** Cents where the currency stands elsewhere, in the title of a column: `1.200.000,00`. */
  amount(cents: number): string;
  /** A price where the currency stands elsewhere, to as many decimals as `price`. */
  bare(price: number): string;
  /** BRL a share with its currency, to the tick, or to as many of 8 decimals as it has. */
  price(price: number): string;
  /** An average price, always to 8 decimals. */
  average(price: number): string;
  whole(n: number): string;
  /** Basis points, always to a tenth: `3,0`. */
  bps(n: number): string;
  /** Those by which funds differ from one another, to a hundredth: what is fair is far below a tenth. */
  fairBps(n: number): string;
  /** Any figure, to as many of 8 decimals as it has: `30` or `12,5`. */
  decimal(n: number): string;
  /** As it is to be typed into a cell: `1234,56`, without groups, and never so that its decimals could be thousands. */
  typed(n: number): string;
  /** `08/11/2024`, in English `8 November 2024`. */
  date(date: string): string;
}

interface Written {
  readonly point: string;
  /** Between groups of three digits. */
  readonly group: string;
  readonly date: (date: string) => string;
}

const WRITTEN: Readonly<Record<Language, Written>> = {
  pt: { point: ',', group: '.', date: portugueseDate },
  en: { point: '.', group: ',', date: englishDate },
};

/** `,` in Portuguese. */
export const decimalPoint = (language: Language): string => WRITTEN[language].point;

export const figuresOf = (language: Language): Figures => ({
  money: (cents) => formatBrl(cents, language),
  amount: (cents) => amountOf(cents, language),
  bare: (price) => shortest(price, 2, language),
  price: (price) => `R$ ${shortest(price, 2, language)}`,
  average: (price) => `R$ ${formatPrice(price, 8, language)}`,
  whole: (n) => formatWhole(n, language),
  bps: (n) => formatPrice(n, 1, language),
  fairBps: (n) => formatPrice(n, 2, language),
  decimal: (n) => shortest(n, 0, language),
  typed: (n) => typedFigure(n, language),
  date: WRITTEN[language].date,
});

/** A text as a screen or a sheet of paper shows it: no line ends between a sign, `R$` and its amount. */
export const unbroken = (text: string): string =>
  text.replace(/-?R\$ /g, (mark) => (mark.startsWith('-') ? '−R$\u00a0' : 'R$\u00a0'));

/** @param cents whole, negative where a residual is */
export const formatBrl = (cents: number, language: Language): string =>
  `${cents < 0 ? '-' : ''}R$ ${amountOf(Math.abs(cents), language)}`;

const amountOf = (cents: number, language: Language): string =>
  (cents < 0 ? '-' : '') + fixed(String(Math.abs(whole(cents, 'cents'))), 2, language);

export const formatWhole = (n: number, language: Language): string =>
  (n < 0 ? '-' : '') + grouped(String(Math.abs(whole(n, 'shares or units'))), language);

/** A price without its currency, to 0–8 decimals; half of the last goes away from zero. */
export function formatPrice(price: number, decimals: number, language: Language): string {
  const units = rounded(price, decimals);
  return (price < 0 && /[1-9]/.test(units) ? '-' : '') + fixed(units, decimals, language);
}

/** Digits in groups of three. */
export const grouped = (digits: string, language: Language): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, WRITTEN[language].group);

/** Three decimals behind three digits at most may be read as thousands: they get a fourth. */
const typedFigure = (n: number, language: Language): string =>
  shortest(n, 2, language)
    .split(WRITTEN[language].group)
    .join('')
    .replace(/([.,]\d{3})$/, '$10');

/** A figure as files write it: a point, no groups, at least `decimals`. */
export const fileNumber = (n: number, decimals: number): string =>
  shortest(n, decimals, 'en').replace(/,/g, '');

/** Cents as files write them: `1200000.00`. */
export const fileMoney = (cents: number): string => amountOf(cents, 'en').replace(/,/g, '');

/** The digits of the figure in units of its last decimal, without a sign; exact, as a person rounds the printed number. */
function rounded(n: number, decimals: number): string {
  if (!(Math.abs(n) <= 1e13)) throw new RangeError(`${n} is not a figure that can be printed`);
  const digits = Math.abs(n).toFixed(8).replace('.', '');
  const cut = digits.length - (8 - decimals);
  const up = (digits[cut] ?? '0') >= '5';
  return String(BigInt(digits.slice(0, cut) || '0') + BigInt(up ? 1 : 0));
}

/** At least `decimals`, and of the other of 8 only as many as say something. */
function shortest(n: number, decimals: number, language: Language): string {
  return formatPrice(n, 8, language)
    .replace(new RegExp(`0{0,${8 - decimals}}$`), '')
    .replace(/[.,]$/, '');
}

function fixed(units: string, decimals: number, language: Language): string {
  const digits = units.padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return (
    grouped(digits.slice(0, cut), language) + (decimals > 0 ? decimalPoint(language) + digits.slice(cut) : '')
  );
}

function whole(n: number, what: string): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number of ${what}`);
  return n;
}

function portugueseDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function englishDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 0) - 1]} ${year}`;
}
