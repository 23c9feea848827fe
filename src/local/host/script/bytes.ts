// Texts and bytes, for the script's thread: a bare context has no encoder, and a text of many megabytes need not go to the host and
// back to become base64. Only texts cross: the script's context has its own arrays and errors.

import { createHash } from 'node:crypto';

export interface ByteWork {
  /** Base64 of a text in UTF-8. */
  ofText(text: string): string;
  /** Base64 of bytes given as one letter each. */
  ofLetters(letters: string): string;
  /** One letter a byte. */
  toLetters(base64: string): string;
  toText(base64: string, charset: 'utf8' | 'latin1'): string;
  /** Base64 of the SHA-256 of a text in UTF-8. */
  sha256OfText(text: string): string;
  /** The same of bytes given as one letter each. */
  sha256OfLetters(letters: string): string;
}

export const bytes: ByteWork = {
  ofText: (text) => Buffer.from(text, 'utf8').toString('base64'),
  ofLetters: (letters) => Buffer.from(letters, 'latin1').toString('base64'),
  toLetters: (base64) => Buffer.from(base64, 'base64').toString('latin1'),
  toText: (base64, charset) => Buffer.from(base64, 'base64').toString(charset),
  sha256OfText: (text) => createHash('sha256').update(text, 'utf8').digest('base64'),
  sha256OfLetters: (letters) => createHash('sha256').update(letters, 'latin1').digest('base64'),
};
