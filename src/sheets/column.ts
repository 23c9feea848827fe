// The kinds of column a tab is made of: each knows how to read a cell, print a value, look and explain itself.
import { parseCnpj } from '../domain/cnpj';
import { parseIsin } from '../domain/isin';
import {
  type Cents,
  type Price,
  parseAmount,
  parsePrice,
  parseSignedAmount,
  parseWhole,
  toBrl,
} from '../domain/money';
import { fail, ok, quote, type Result, tidy } from '../domain/result';
import { folded, nearest } from '../domain/words';
import type { Language } from '../language/language';
import { msg, type PlainSentence } from '../language/message';
import type { Cell } from './cell';

/** How a value is kept in the warehouse (BigQuery's names). */
export type SqlType = 'STRING' | 'INT64' | 'NUMERIC' | 'FLOAT64' | 'BOOL' | 'DATE' | 'DATETIME';

/** What of a column is needed to write its values. */
export interface WrittenColumn<T> {
  /** A reading of the clock: that it moved on changes nothing of what was decided. */
  readonly clock?: true;
  readonly sqlType: SqlType;
  readonly print: (value: T) => Cell;
  /** As the warehouse takes it: decimals and dates as text, so that nothing is rounded on the way. */
  readonly toSql: (value: T) => string | number | boolean | null;
}

export interface Column<T> extends WrittenColumn<T> {
  /** In the note of the header, and said where a required cell is blank. */
  readonly help: PlainSentence;
  /** It only explains: the tab may lack it. */
  readonly explains?: boolean;
  /** What a blank cell means; null = a blank cell is an error. */
  readonly whenBlank: { readonly value: T } | null;
  /** Sheets number format; '@' keeps what is typed as text. */
  readonly format: string;
  readonly width: number;
  readonly align: Align;
  /** Values that stand out, with the colour of their cell. */
  readonly marks: Readonly<Record<string, string>>;
  readonly allowed: readonly string[] | null;
  /** What may be written where no list says it, for the pages: a kind with its range. */
  readonly takes?: string;
  /** Offered by the cell's dropdown where anything may be written. */
  readonly suggests?: readonly string[];
  /** Offered as they stand in a column of another tab, so that the list follows it; anything may be written. */
  readonly picks?: Picks;
  /** How people write the values, by language: all of them are read, and offered with those of the desk's language first. */
  readonly spelled?: Spelled;
  /** A blank cell never comes here. A reason quotes the value and says what to write. */
  readonly parse: (cell: Cell) => Result<T>;
}

export interface Picks {
  readonly tab: string;
  readonly header: string;
}

export type Spelled = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** The format of what is kept as it was typed. */
export const TEXT = '@';

/** Numbers stand right, moments in the middle, all else left: so no two columns run into each other. */
export type Align = 'left' | 'center' | 'right';

function alignOf(sqlType: SqlType): Align {
  if (sqlType === 'DATE' || sqlType === 'DATETIME') return 'center';
  return sqlType === 'INT64' || sqlType === 'NUMERIC' || sqlType === 'FLOAT64' ? 'right' : 'left';
}

/** 0.1 + 0.2 never shows: at most 8 decimals, no exponent; and what has no more of them to its last digit, however large it is. */
function decimalText(cell: Cell): Cell {
  if (typeof cell !== 'number') return cell;
  const shortest = String(cell);
  const point = shortest.indexOf('.');
  const isPlain = (point < 0 || shortest.length - point <= DECIMALS + 1) && !shortest.includes('e');
  return isPlain ? shortest : cell.toFixed(DECIMALS).replace(/\.?0+$/, '');
}
const DECIMALS = 8;

export function column<T>(
  help: PlainSentence,
  sqlType: SqlType,
  format: string,
  width: number,
  parse: (cell: Cell) => Result<T>,
  print: (value: T) => Cell,
): Column<T> {
  const toSql = (value: T): Cell => (sqlType === 'NUMERIC' ? decimalText(print(value)) : print(value));
  const align = alignOf(sqlType);
  return {
    help,
    whenBlank: null,
    format,
    width,
    align,
    marks: {},
    allowed: null,
    sqlType,
    parse,
    print,
    toSql,
  };
}

/** The same column, where some values stand out in a colour. */
export const marked = <T>(of: Column<T>, marks: Readonly<Record<string, string>>): Column<T> => ({
  ...of,
  marks,
});

/** The same column, which offers what stands in a column of another tab. */
export const picked = <T>(of: Column<T>, tab: string, header: string): Column<T> => ({
  ...of,
  picks: { tab, header },
});

/** The same column, which tells when the desk did something. */
export const clock = <T>(of: Column<T>): Column<T> => ({ ...of, clock: true });

/** The same column, where a blank cell means "not known" or "none". */
export function optional<T>(of: Column<T>): Column<T | null> {
  return {
    ...of,
    whenBlank: { value: null },
    print: (value) => (value === null ? null : of.print(value)),
    toSql: (value) => (value === null ? null : of.toSql(value)),
  };
}

export const trimmed = (cell: Cell): string => tidy(String(cell ?? ''));

export const text = (help: PlainSentence, width = 160): Column<string> => ({
  ...column<string>(
    help,
    'STRING',
    TEXT,
    width,
    (cell) => ok(trimmed(cell)),
    (value) => value,
  ),
  takes: 'any text',
});

/** Files and folders are named by it, and subjects of mails. */
const LONGEST_NAME = 100;

/** What a fund or a broker is called. */
export const named = (help: PlainSentence, width?: number): Column<string> => ({
  ...text(help, width),
  parse: (cell) => {
    const name = trimmed(cell);
    return name.length <= LONGEST_NAME
      ? ok(name)
      : fail(
          msg('{said} has {n} letters, and a name may have {n2}; shorten it', {
            ...{ said: quote(`${name.slice(0, 20)}…`), n: name.length, n2: LONGEST_NAME },
          }),
        );
  },
});

/** A number that names something: text as it was given out. What a cell has rounded names something else. */
export const identifier = (help: PlainSentence, width = 160): Column<string> => ({
  ...text(help, width),
  parse: (cell) =>
    (typeof cell === 'number' && !Number.isSafeInteger(cell)) ||
    (typeof cell === 'string' && /^-?\d([.,]\d+)?E\+\d+$/i.test(trimmed(cell)))
      ? fail(
          msg(
            '{said} is no number as it was given out, the cell has lost digits of it; format the column as plain text and write all its digits',
            { said: quote(cell) },
          ),
        )
      : ok(trimmed(cell)),
});

/** Text exactly as it is, blanks included: for what only the desk writes and reads. */
export const raw = (help: PlainSentence): Column<string> => ({
  ...text(help),
  parse: (cell) => ok(String(cell)),
});

export const cnpj = (help: PlainSentence): Column<string> =>
  column(help, 'STRING', TEXT, 150, parseCnpj, (value) => value);

export const isin = (help: PlainSentence): Column<string> =>
  column(help, 'STRING', TEXT, 120, parseIsin, (value) => value);

/** Letters and digits, 2 to 12. */
export const SYMBOL = /^[A-Z0-9]{2,12}$/;

/** An exchange symbol: HASH11. */
export const ticker = (help: PlainSentence): Column<string> =>
  column(
    help,
    'STRING',
    TEXT,
    80,
    (cell) => {
      const symbol = trimmed(cell).toUpperCase();
      return SYMBOL.test(symbol)
        ? ok(symbol)
        : fail(msg('{said} is not a symbol; write one such as HASH11', { said: quote(cell) }));
    },
    (value) => value,
  );

/**
 * One of a fixed list, whatever the case; the list becomes the cell's dropdown, which needs room for its arrow.
 * @param otherwise how else people write a value: `compra` for BUY
 */
export function choice<T extends string>(
  values: readonly T[],
  help: PlainSentence,
  otherwise: Readonly<Record<string, T>> = {},
): Column<T> {
  const parse = (cell: Cell): Result<T> => {
    const wanted = folded(String(cell ?? ''));
    const found =
      values.find((value) => folded(value) === wanted) ?? new Map(Object.entries(otherwise)).get(wanted);
    if (found !== undefined) return ok(found);
    const likely = nearest(trimmed(cell), values);
    const holes = { said: quote(cell), values: values.join(', ') };
    return fail(
      likely === null
        ? msg('{said} is not one of {values}', holes)
        : msg('{said} is not one of {values}; {likely} is probably meant', { ...holes, likely }),
    );
  };
  const longest = Math.max(...values.map(({ length }) => length));
  const width = 48 + 8 * longest;
  return { ...column<T>(help, 'STRING', TEXT, width, parse, (value) => value), allowed: values };
}

/** BRL in whole cents; printed as a number of reais. */
export const money = (help: PlainSentence): Column<Cents> => ({
  ...column<Cents>(help, 'NUMERIC', '#,##0.00', 120, parseAmount, (value) => toBrl(value)),
  takes: 'BRL from 0, to the cent',
});

const RED_BELOW_ZERO = '#,##0.00;[Red]-#,##0.00';

/** BRL that may be negative, such as a residual. */
export const signedMoney = (help: PlainSentence): Column<Cents> => ({
  ...money(help),
  format: RED_BELOW_ZERO,
  takes: 'BRL, to the cent',
  parse: parseSignedAmount,
});

/** BRL per share. */
export const price = (help: PlainSentence, decimals = 2): Column<Price> =>
  column(help, 'NUMERIC', `#,##0.${'0'.repeat(decimals)}`, 100, parsePrice, (value) => value);

/** BRL per share with every decimal that it has, and no zeros behind them. */
export const exactPrice = (help: PlainSentence): Column<Price> => ({
  ...price(help),
  format: '#,##0.00######',
});

export const whole = (help: PlainSentence): Column<number> => ({
  ...column<number>(help, 'INT64', '#,##0', 90, parseWhole, (value) => value),
  takes: 'a whole number from 0',
});

/** A number of the desk's own making (basis points, objectives), never money. */
export const decimal = (help: PlainSentence, format = '#,##0.00'): Column<number> => ({
  ...column<number>(
    help,
    'FLOAT64',
    format,
    90,
    (cell) => {
      const value = typeof cell === 'number' ? cell : plainNumber(trimmed(cell));
      return value !== null && Number.isFinite(value)
        ? ok(value)
        : fail(msg('{said} is not a number', { said: quote(cell) }));
    },
    (value) => value,
  ),
  takes: 'a number',
});

/** `12,5` or `-3`: no groups, no exponent, no other base; null = anything else, a blank text too. */
const plainNumber = (text: string): number | null =>
  /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;

/** Basis points of the desk's own making, to a tenth wherever they are shown. */
export const basisPoints = (help: PlainSentence): Column<number> => decimal(help, '#,##0.0;[Red]-#,##0.0');

/** Those by which funds differ from one another: what is fair is far below a tenth. */
export const fairBasisPoints = (help: PlainSentence): Column<number> =>
  decimal(help, '#,##0.00;[Red]-#,##0.00');

/** 0.6, "60%" or "60" never mixed up: a fraction of one, printed as a percentage. */
export const fraction = (help: PlainSentence): Column<number> => ({
  ...column<number>(
    help,
    'FLOAT64',
    '0.00%',
    80,
    (cell) => {
      const typed = trimmed(cell);
      const percent = typed.endsWith('%') ? plainNumber(typed.slice(0, -1).trim()) : null;
      const value = percent === null ? (typeof cell === 'number' ? cell : plainNumber(typed)) : percent / 100;
      return value !== null && value >= 0 && value <= 1
        ? ok(value)
        : fail(msg('{said} is not a share; write 0.6 or 60%', { said: quote(cell) }));
    },
    (value) => value,
  ),
  takes: '0 to 1, or 0% to 100%',
});

const YES = ['yes', 'sim', 'true', 'verdadeiro', '1'];
const NO = ['no', 'não', 'nao', 'false', 'falso', '0'];

export const flag = (help: PlainSentence): Column<boolean> => ({
  ...column(
    help,
    'BOOL',
    TEXT,
    80,
    (cell) => {
      const typed = trimmed(cell).toLowerCase();
      if (YES.includes(typed)) return ok(true);
      return NO.includes(typed)
        ? ok(false)
        : fail(msg('{said} is neither yes nor no', { said: quote(cell) }));
    },
    (value) => (value ? 'yes' : 'no'),
  ),
  allowed: ['yes', 'no'],
  toSql: (value) => value,
});
