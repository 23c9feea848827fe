// The Brazilian tax number that joins a fund's rows across files, where names differ.

import { type Message, msg } from '../language/message';
import { fail, ok, quote, type Result, tidy } from './result';
import { asDigits } from './slips';

/** In its printed form, `38.314.708/0001-90`; twelve digits or capital letters, then two check digits. */
export type Cnpj = string;

const EXAMPLE = '38.314.708/0001-90';
const FORM =
  /^([0-9A-Za-z]{2})\.?([0-9A-Za-z]{3})\.?([0-9A-Za-z]{3})\/?([0-9A-Za-z]{4})[-\u2010-\u2015]?([0-9]{2})$/;
const WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

/** Reads a CNPJ with or without its punctuation, in either case, with the stray blanks that fund files carry. */
export function parseCnpj(cell: unknown): Result<Cnpj> {
  if (typeof cell === 'number')
    return fail(
      msg(
        '{said} is a number, but a CNPJ is text, or it loses its leading zeros; format the cell as plain text and write it like {example}',
        { said: quote(cell), example: EXAMPLE },
      ),
    );
  if (typeof cell !== 'string')
    return fail(
      msg('{said} is not a CNPJ; write it like {example}', { said: quote(cell), example: EXAMPLE }),
    );

  const text = tidy(cell).replace(/ /g, '');
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text))
    return fail(
      msg(
        '{said} is how a spreadsheet shortens a CNPJ that it takes for a number, and its last digits are lost; format the column as plain text, write the CNPJ again and export the file again',
        { said: quote(cell) },
      ),
    );
  const meant = otherwiseValid(text);
  const parts = FORM.exec(text);
  if (parts === null) return fail(meant === null ? wrongLength(cell, text) : letterForDigit(cell, meant));

  const characters = parts.slice(1).join('').toUpperCase();
  if (/^(.)\1*$/.test(characters))
    return fail(
      msg("{said} repeats one character and belongs to nobody; write the fund's own CNPJ, like {example}", {
        said: quote(cell),
        example: EXAMPLE,
      }),
    );

  const base = characters.slice(0, 12);
  const expected = checkDigits(base);
  if (characters.slice(12) !== expected && meant !== null) return fail(letterForDigit(cell, meant));
  if (characters.slice(12) !== expected)
    return fail(
      msg(
        "{said} has wrong check digits: {base} should end in {digits}; compare every character with the fund's papers",
        { said: quote(cell), base: printed(base + expected).slice(0, -3), digits: expected },
      ),
    );
  return ok(printed(characters));
}

/** The CNPJ that stands there once letters that look like digits are digits; null where that is none either. */
function otherwiseValid(text: string): Cnpj | null {
  const digits = asDigits(text);
  const parts = digits === text ? null : FORM.exec(digits);
  const characters = parts?.slice(1).join('').toUpperCase() ?? '';
  return parts !== null && checkDigits(characters.slice(0, 12)) === characters.slice(12)
    ? printed(characters)
    : null;
}

const letterForDigit = (cell: unknown, cnpj: Cnpj): Message =>
  msg('{said} has a letter where a digit belongs, such as O for zero; {cnpj} is probably meant', {
    said: quote(cell),
    cnpj,
  });

function wrongLength(cell: unknown, text: string): Message {
  const n = text.replace(/[^0-9A-Za-z]/g, '').length;
  const holes = { said: quote(cell), example: EXAMPLE };
  if (n === 14)
    return msg('{said} is not a CNPJ; write it like {example}, its last two characters digits', holes);
  return n < 14 && n >= 11
    ? msg(
        '{said} is not a CNPJ; it has {n} digits and letters instead of 14 (leading zeros may be lost); write it like {example}',
        { ...holes, n },
      )
    : msg(
        '{said} is not a CNPJ; it has {n} {n|digit or letter|digits and letters} instead of 14; write it like {example}',
        { ...holes, n },
      );
}

/** Receita Federal's modulo 11, where a letter counts as its ASCII code less 48 (numbers issued from July 2026 on). */
function checkDigits(base: string): string {
  const first = checkDigit(base, WEIGHTS.slice(1));
  return first + checkDigit(base + first, WEIGHTS);
}

function checkDigit(characters: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, i) => total + weight * (characters.charCodeAt(i) - 48), 0);
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

function printed(c: string): Cnpj {
  return `${c.slice(0, 2)}.${c.slice(2, 5)}.${c.slice(5, 8)}/${c.slice(8, 12)}-${c.slice(12)}`;
}
