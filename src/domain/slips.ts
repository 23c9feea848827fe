// What a cell holds instead of the number that was meant: the true remedy, where a plain "not a number" would not help.
import { type Message, msg } from '../language/message';
import { quote, tidy } from './result';

/** A word on a text that is no number because of what the spreadsheet or the keyboard did to it; null = nothing known. */
export function slipOf(cell: unknown): Message | null {
  if (typeof cell !== 'string') return null;
  const text = tidy(cell);
  const said = quote(cell);
  if (/^=/.test(text))
    return msg('{said} is a formula kept as text; format the cell as a number and enter it again', { said });
  if (/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text))
    return msg('{said} is a date; format the cell as a number and write the figure again', { said });
  if (/^[\d.,]+e[+-]?\d+$/i.test(text))
    return msg('{said} is how a spreadsheet shortens a long number; write all its digits', { said });
  if (/^(r\$ ?)?[\d.,]+ ?(k|m|mm|mi|mil|milh[aãoõ]\S*|b|bi|bilh\S*)\.?$/i.test(text))
    return msg('{said} is shortened; write all its digits', { said });
  if (/%$/.test(text)) return msg('{said} is a percentage; write the figure itself', { said });
  return wrongLetter(text, said);
}

const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5' };

/** The text with digits where letters look like them; the same text where there are none. */
export const asDigits = (text: string): string =>
  text.replace(/[OolI|S]/g, (mark) => LOOKALIKES[mark] ?? mark);

function wrongLetter(text: string, said: Message): Message | null {
  const bare = text.replace(/^r\$/i, '').trim();
  const digits = asDigits(bare);
  if (digits === bare || !/\d/.test(bare) || !/^[\d.,]+$/.test(digits)) return null;
  return /[Oo]/.test(bare)
    ? msg('{said} has a letter O where a zero belongs; write {digits}', { said, digits })
    : msg('{said} has a letter where a digit belongs; write {digits}', { said, digits });
}
