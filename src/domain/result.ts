// The answer of reading a cell: a value, or a reason that tells a trader what to write instead.
import { type Message, msg, verbatim } from '../language/message';

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Message };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The reason is a sentence without its place: the reader of a tab puts `daily-trades!E7: amount` before it. */
export function fail<T = never>(reason: Message): Result<T> {
  return { ok: false, reason };
}

const LONGEST_QUOTE = 60;

/** A cell as a reason quotes it; long ones are cut, because a reason has to fit a preview. */
export function quote(cell: unknown): Message {
  if (typeof cell === 'number' || typeof cell === 'boolean') return verbatim(String(cell));
  if (cell === null || cell === undefined) return msg('a blank cell');
  if (typeof cell !== 'string') return msg('a cell that is neither text nor a number');
  if (tidy(cell) === '') return msg('a blank cell');
  return verbatim(JSON.stringify(cell.length > LONGEST_QUOTE ? `${cell.slice(0, LONGEST_QUOTE)}…` : cell));
}

/** Text without the invisible marks that copying from mails and web pages leaves, every blank an ordinary one, none outside. */
export function tidy(text: string): string {
  return isPlain(text) ? text.trim() : text.replace(INVISIBLE, '').replace(/\s/g, ' ').trim();
}

/** Nearly every text: letters of Portuguese, dashes and ordinary blanks, of which none has to be looked for. */
export const isPlain = (text: string): boolean => PLAIN.test(text);
const PLAIN = /^[ -~¡-¬®-ÿ–’“”…]*$/;

/** Marks of no width, soft hyphens, and marks that say which way text runs. */
const INVISIBLE =
  /\u034f|\ufe0f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const TURNS =
  /[\u202b\u202e\u2067]|[^\s\u061c\u200b-\u200f\ufeff][\u061c\u200f]+[^\s\u061c\u200b-\u200f\ufeff]/;

/** Whether a mark in the text makes it show in another order than it reads: 12 may show as 21. */
export const turnsText = (text: string): boolean => TURNS.test(text);
