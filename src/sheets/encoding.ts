// In which encoding a file came, and whether its text survived being read.
import { type Message, msg, verbatim } from '../language/message';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the bytes of a text file say of themselves; hand the answer to a TextDecoder. */
export function encodingOf(bytes: ArrayLike<number>): Encoding {
  const [a, b] = [bytes[0], bytes[1]];
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Latin letters in UTF-16 have a zero byte each, before or behind.
  if (a !== undefined && b !== undefined && (a === 0) !== (b === 0)) return a === 0 ? 'utf-16be' : 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: ArrayLike<number>): boolean {
  let open = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (open > 0) {
      if (byte >> 6 !== 0b10) return false;
      open -= 1;
    } else if (byte >= 0x80) {
      open = byte >> 5 === 0b110 ? 1 : byte >> 4 === 0b1110 ? 2 : byte >> 3 === 0b11110 ? 3 : -1;
      if (open < 0) return false;
    }
  }
  return open === 0;
}

/** Two letters that UTF-8 becomes when it is read as Windows-1252: `Ã¡` for `á`, `â€“` for a dash. */
const MANGLED =
  /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€/;

/** What is wrong with a text that ought to be one; null = nothing that can be seen. */
export function notText(text: string): Message | null {
  if (text.startsWith('PK\u0003') || text.startsWith('PK\u0005'))
    return msg('it is an Excel workbook; save it as CSV UTF-8 and import that');
  if (text.includes('\u0000')) return msg('the file is UTF-16; save it as CSV UTF-8 and import it again');
  const lost = text.includes('\ufffd')
    ? wordAround(text, /\ufffd/, /\s/)
    : wordAround(text, MANGLED, /[\s;,"]/);
  if (lost !== null)
    return msg(
      'letters of the file are lost, as in {said}: it was read in another encoding than it is in; save it as CSV UTF-8 and import it again',
      { said: verbatim(JSON.stringify(lost.slice(0, 40))) },
    );
  if (/^\s*<(!doctype|html)/i.test(text)) return msg('it is a web page; export the file again');
  return text.replace(/\ufeff/g, '').trim() === '' ? msg('it is empty; nothing is imported') : null;
}

/** Letter by letter from where the mark is: an expression that begins with any letters would take the square of the file. */
function wordAround(text: string, mark: RegExp, ends: RegExp): string | null {
  const found = mark.exec(text);
  if (found === null) return null;
  let from = found.index;
  let to = from + found[0].length;
  while (from > 0 && !ends.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && !ends.test(text.charAt(to))) to += 1;
  return text.slice(from, to);
}
