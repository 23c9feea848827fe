// The kinds of column that tabs are made of (columnType.ts says what a column is): text, choice, money, counts, flags; and what any of
// them can be besides: optional, marked, picked, a reading of the clock.
import { parseCnpj } from '../domain/cnpj';
import { parseIsin } from '../domain/isin';
import { type Cents, type Price, toBrl } from '../domain/money';
import { parseAmount, parsePrice, parseSignedAmount, parseWhole } from '../domain/readFigures';
import { fail, ok, quote, type Result, tidy } from '../domain/result';
import { folded, nearest } from '../domain/words';
import { msg, type PlainSentence } from '../language/message';
import type { Cell } from './cell';
import { type Column, column, TEXT } from './columnType';

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
