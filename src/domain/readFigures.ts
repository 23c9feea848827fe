// Reads amounts, prices and counts as desks write them, in Brazilian or English writing: what has two readings is refused with both.
import { type Message, msg } from '../language/message';
import { type Cents, MAX_PRICE, MAX_SHARES, type Price, roundPrice } from './money';
import { fail, ok, quote, type Result, tidy } from './result';
import { slipOf } from './slips';

const MAX_AMOUNT_BRL = 1e13;

interface Written {
  readonly whole: string;
  readonly decimals: string;
  /** `1.234` and `1,234`: thousands to one desk, a decimal to another. */
  readonly ambiguous: boolean;
}

const GROUPED = [
  /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/,
  /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/,
  /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?$/,
];

/** A number as written; a single separator is taken for the decimal one and flagged where it might not be. */
function readWritten(text: string): Written | null {
  const bare = tidy(text).replace(/^R\$/i, '').trim();
  const form = [/^(\d+)(?:[.,](\d+))?$/, ...GROUPED].find((pattern) => pattern.test(bare));
  const parts = form?.exec(bare);
  if (!parts) return null;
  return {
    whole: (parts[1] ?? '').replace(/\D/g, ''),
    decimals: parts[2] ?? '',
    ambiguous: /^[1-9]\d{0,2}[.,]\d{3}$/.test(bare),
  };
}

/** Non-negative BRL with at most 2 decimals, as text in Brazilian or English writing or as a numeric cell. */
export function parseAmount(cell: unknown): Result<Cents> {
  const said = quote(cell);
  const number = readNumber(cell, msg('{said} is not an amount in BRL; write it like 1234.56', { said }));
  if (!number.ok) return number;
  const { written, shown: brl } = number.value;
  if (written?.ambiguous) return fail(twoAmounts(said, written));
  if (brl > MAX_AMOUNT_BRL)
    return fail(
      msg('{said} is more than {money}; write it like 1234.56, in BRL and not in cents', {
        said,
        money: MAX_AMOUNT_BRL * 100,
      }),
    );
  if ((written?.decimals.length ?? 0) > 2 || Math.round(brl * 100) / 100 !== brl)
    return fail(msg('{said} has more than 2 decimals; write it like 1234.56', { said }));
  return ok(Math.round(brl * 100));
}

/** `1.234` as thousands and as decimals, and how to write either. */
const twoAmounts = (said: Message, { whole: before, decimals: after }: Written): Message =>
  msg('{said} can be read as {money} or as {price}; write {typed} or {typed2}', {
    said,
    money: Number(before + after) * 100,
    price: Number(`${before}.${after}`),
    typed: Number(before + after),
    typed2: Number(`${before}.${after.slice(0, 2)}`),
  });

/** A positive price. A single comma or point is its decimal one: `62.505` has three decimals, as iNAVs do. */
export function parsePrice(cell: unknown): Result<Price> {
  const said = quote(cell);
  const number = readNumber(cell, msg('{said} is not a price in BRL; write it like 62.40', { said }));
  if (!number.ok) return number;
  const { shown: price, written } = number.value;
  if (roundPrice(price) === 0)
    return fail(msg('{said} is not a price: it has to be above zero; write it like 62.40', { said }));
  if (price > MAX_PRICE)
    return fail(
      msg('{said} is more than {money} a share; write it like 62.40', { said, money: MAX_PRICE * 100 }),
    );
  if ((written?.decimals.length ?? 0) > 8 || roundPrice(price) !== price)
    return fail(
      msg('{said} has more than 8 decimals; round it, for example to {decimal}', { said, decimal: price }),
    );
  return ok(price);
}

/** A price typed by hand for a day that is over: `6.240` (6.24 or 6240?) is refused with both its readings. */
export function parseTypedPrice(cell: unknown): Result<Price> {
  const written = typeof cell === 'string' ? readWritten(cell) : null;
  if (!written?.ambiguous) return parsePrice(cell);
  const { whole: before, decimals: after } = written;
  return fail(
    msg('{said} can be read as {price} or as {price2}; write {typed} or {typed2}', {
      said: quote(cell),
      ...{ price: Number(`${before}.${after}`), price2: Number(before + after) },
      ...{ typed: Number(`${before}.${after}`), typed2: Number(before + after) },
    }),
  );
}

/** Shares or units: whole, zero or more. */
export function parseWhole(cell: unknown): Result<number> {
  const said = quote(cell);
  const number = readNumber(cell, msg('{said} is not a whole number; write it like 1234', { said }));
  if (!number.ok) return number;
  const { shown: count, written } = number.value;
  if (written?.ambiguous) return fail(twoCounts(said, written));
  if (count > MAX_SHARES)
    return fail(
      msg('{said} is more than {n}, as no shares or units are; write it like 1234', { said, n: MAX_SHARES }),
    );
  if (written?.decimals || !Number.isInteger(count))
    return fail(msg('{said} has decimals, but shares and units are whole; write it like 1234', { said }));
  return ok(count);
}

const twoCounts = (said: Message, { whole: before, decimals: after }: Written): Message =>
  msg('{said} can be read as {n} or as {decimal}; write {digits} or the whole number that is meant', {
    said,
    n: Number(before + after),
    decimal: Number(`${before}.${after}`),
    digits: before + after,
  });

/**
 * A non-negative number and, where it was text, how it is written; `otherwise` is said of what is none. `shown` has the
 * 15 digits a spreadsheet shows, so that 0.1 + 0.2 in a formula is 0.3.
 */
function readNumber(
  cell: unknown,
  otherwise: Message,
): Result<{ readonly shown: number; readonly written: Written | null }> {
  const negative = () => fail(msg('{said} is negative; write it without a sign', { said: quote(cell) }));
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return fail(otherwise);
    if (cell < 0) return negative();
    const shown = Number.isInteger(cell) ? cell : Number(cell.toPrecision(15));
    return ok({ shown: Math.abs(shown), written: null });
  }
  const text = typeof cell === 'string' ? tidy(cell) : '';
  const written = readWritten(text);
  if (written !== null) return ok({ shown: Number(`${written.whole}.${written.decimals}`), written });
  const unsigned = withoutSign(text);
  return unsigned !== null && readWritten(unsigned) ? negative() : fail(slipOf(cell) ?? otherwise);
}

/** BRL that may be below zero, however a sign is written. */
export function parseSignedAmount(cell: unknown): Result<Cents> {
  const unsigned =
    typeof cell === 'number' && cell < 0 ? -cell : typeof cell === 'string' ? withoutSign(tidy(cell)) : null;
  if (unsigned === null) return parseAmount(cell);
  const amount = parseAmount(unsigned);
  return amount.ok ? ok(0 - amount.value) : amount;
}

/** `-1,50`, `R$ -1,50`, `1,50-` and `(1,50)` as bookkeepers write what is negative; null where there is no sign. */
function withoutSign(text: string): string | null {
  const [, before, behind, inside] =
    /^(?:R\$ ?)?[-\u2010-\u2015\u2212](.+)$|^(.+)[-\u2010-\u2015\u2212]$|^\((.+)\)$/i.exec(text) ?? [];
  return before ?? behind ?? inside ?? null;
}
