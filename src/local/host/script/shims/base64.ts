// Texts and signed bytes as base64 and back, by the thread that the script runs in.
import type { ByteWork } from '../bytes';
import { number, text } from '../services/arguments';

type Bytes = readonly number[];
type Charset = 'utf8' | 'latin1';

let thread: ByteWork | undefined;

export const useBytes = (work: ByteWork): void => {
  thread = work;
};

function work(): ByteWork {
  if (!thread) throw new Error('The services are not installed.');
  return thread;
}

/** Apps Script names charsets as Java does. */
export function charset(name: unknown): Charset {
  const wanted = text(name, 'A charset').toUpperCase().replace('_', '-');
  if (wanted === 'UTF-8') return 'utf8';
  if (wanted === 'ISO-8859-1') return 'latin1';
  throw new Error(`not implemented locally: the charset ${String(name)}`);
}

export const textToBase64 = (content: string): string => work().ofText(content);

const lettersOf = (bytes: readonly unknown[]): string =>
  bytes.map((byte) => String.fromCharCode(number(byte, 'A byte') & 0xff)).join('');

export const bytesToBase64 = (bytes: readonly unknown[]): string => work().ofLetters(lettersOf(bytes));

/** As base64: of a text in UTF-8, or of bytes. */
export const sha256 = (content: unknown): string =>
  Array.isArray(content) ? work().sha256OfLetters(lettersOf(content)) : work().sha256OfText(String(content));

/** Signed, as in Apps Script. */
export const base64ToBytes = (base64: unknown): Bytes =>
  Array.from(work().toLetters(text(base64, 'Base64')), (letter) => (letter.charCodeAt(0) << 24) >> 24);

export const base64ToText = (base64: unknown, name: unknown): string =>
  work().toText(text(base64, 'Base64'), charset(name));
