// Whether the text of a file survived being read.
import { type Message, msg, verbatim } from '../language/message';

/** Two letters that UTF-8 becomes when it is read as Windows-1252: `Ã¡` for `á`, `â€“` for a dash. */
const MANGLED =
  /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€/;

/** What is wrong with a text that ought to be one; null = nothing that can be seen. */
export function notText(text: string): Message | null {
  if (text.startsWith('PK\u0003') || text.startsWith('PK\u0005'))
    return msg('it is an Excel workbook; save it as CSV UTF-8 and import that');
  if (text.includes('\u0000')) return msg('the file is UTF-16; save it as CSV UTF-8 and import it again');
  const lost = text.includes('\ufffd') ? /\S*\ufffd\S*/.exec(text) : wordAround(text, MANGLED);
  if (lost !== null)
    return msg(
      'letters of the file are lost, as in {said}: it was read in another encoding than it is in; save it as CSV UTF-8 and import it again',
      { said: verbatim(JSON.stringify(lost[0].slice(0, 40))) },
    );
  if (/^\s*<(!doctype|html)/i.test(text)) return msg('it is a web page; export the file again');
  return text.replace(/\ufeff/g, '').trim() === '' ? msg('it is empty; nothing is imported') : null;
}

const wordAround = (text: string, mark: RegExp): RegExpExecArray | null =>
  mark.test(text) ? new RegExp(`[^\\s;,"]*(?:${mark.source})[^\\s;,"]*`).exec(text) : null;
