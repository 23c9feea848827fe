// Whether the text of a file survived being read.
import { type Message, msg, verbatim } from '../language/message';

/** Two letters that UTF-8 becomes when it is read as Windows-1252: `Ã¡` for `á`, `â€“` for a dash. */
const MANGLED =
  /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€/;

/** What a file is to be saved as, in the words of the programs that save it. */
export type Format = 'CSV UTF-8' | 'JSON UTF-8';

/** What is wrong with a text that ought to be one of `format`; null = nothing that can be seen. */
export function notText(text: string, format: Format): Message | null {
  if (text.startsWith('PK\u0003') || text.startsWith('PK\u0005'))
    return format === 'CSV UTF-8'
      ? msg('it is an Excel workbook; save it as CSV UTF-8 and import that')
      : msg('it is an Excel workbook, and the fund file is JSON; export it again as JSON');
  if (text.includes('\u0000') && !isWide(text))
    return msg('it is no text file: it has bytes that no text has; export it again as {format}', { format });
  if (text.includes('\u0000\u0000\u0000'))
    return msg('the file is UTF-32; save it as {format} and import it again', { format });
  if (text.includes('\u0000'))
    return msg('the file is UTF-16; save it as {format} and import it again', { format });
  const lost = text.includes('\ufffd')
    ? wordAround(text, /\ufffd/, /\s/)
    : wordAround(text, MANGLED, /[\s;,"]/);
  if (lost !== null)
    return msg(
      'letters of the file are lost, as in {said}: it was read in another encoding than it is in; save it as {format} and import it again',
      { format, said: verbatim(JSON.stringify(lost.slice(0, 40))) },
    );
  if (/^\s*<(!doctype|html)/i.test(text)) return msg('it is a web page; export the file again');
  return text.replace(/\ufeff/g, '').trim() === '' ? msg('it is empty; nothing is imported') : null;
}

/** Letters that were read byte by byte leave a zero each, or three; what is no text has one here and there. */
const isWide = (text: string): boolean => text.split('\u0000').length - 1 >= text.length / 4;

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
