// The international number of a security, as the exchange and the ETFs' administrators quote it.

import { msg } from '../language/message';
import { fail, ok, quote, type Result, tidy } from './result';

const EXAMPLE = 'BRHASHCTF018';

/** Reads an ISIN (ISO 6166) in either case and checks its last digit; gives it in capitals. */
export function parseIsin(cell: unknown): Result<string> {
  if (typeof cell !== 'string')
    return fail(
      msg('{said} is not an ISIN; write it like {example}', { said: quote(cell), example: EXAMPLE }),
    );
  const text = tidy(cell).replace(/ /g, '');
  if (!/^[A-Za-z]{2}[0-9A-Za-z]{9}[0-9]$/.test(text))
    return fail(
      msg(
        '{said} is not an ISIN: two letters for the country, nine letters or digits, one check digit; write it like {example}',
        { said: quote(cell), example: EXAMPLE },
      ),
    );

  const isin = text.toUpperCase();
  const expected = checkDigit(isin.slice(0, 11));
  if (isin.slice(11) !== expected)
    return fail(
      msg(
        "{said} has a wrong check digit: {base} should end in {digits}; compare every character with the exchange's list",
        { said: quote(cell), base: isin.slice(0, 11), digits: expected },
      ),
    );
  return ok(isin);
}

/** Letters become 10 to 35; then Luhn, doubling every other digit from the right. */
function checkDigit(body: string): string {
  const digits = [...body].map((c) => Number.parseInt(c, 36)).join('');
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
