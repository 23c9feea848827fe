// Reads JSON whose numbers may be longer than a number holds: an id above 2^53 comes out as the text that was written.

/** Longer integers than this lose their last digits as numbers. */
const EXACT_DIGITS = 15;

/** As JSON.parse, but integers of 16 digits and more are text. @throws where it is no JSON */
export const parseJson = (text: string): unknown =>
  JSON.parse(/\d{16}/.test(text) ? longIntegersQuoted(text) : text);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const MINUS = 45;
const QUOTE = 34;
const BACKSLASH = 92;

/** One pass over the text: strings are stepped over, so digits inside them stay. */
function longIntegersQuoted(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = afterString(text, at);
      continue;
    }
    if (!isDigit(code) && code !== MINUS) {
      at += 1;
      continue;
    }
    const end = afterNumber(text, at);
    const digits = code === MINUS ? at + 1 : at;
    const isLong = end - digits > EXACT_DIGITS && text.charAt(digits) !== '0';
    if (isLong && isWhole(text, digits, end)) {
      parts.push(text.slice(copied, at), '"', text.slice(at, end), '"');
      copied = end;
    }
    at = end;
  }
  return parts.join('') + text.slice(copied);
}

function afterString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
}

/** Past everything that could belong to a number, right or wrong: JSON.parse judges it. */
function afterNumber(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && /[0-9.eE+-]/.test(text.charAt(at))) at += 1;
  return at;
}

function isWhole(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}
