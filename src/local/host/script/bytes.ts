// Texts and bytes, for the script's thread: a bare context has no encoder, and a text of many megabytes need not go to the host and
// back to become base64. Only texts cross: the script's context has its own arrays and errors.

export interface ByteWork {
  /** Base64 of a text in UTF-8. */
  ofText(text: string): string;
  /** Base64 of bytes given as one letter each. */
  ofLetters(letters: string): string;
  /** One letter a byte. */
  toLetters(base64: string): string;
  toText(base64: string, charset: 'utf8' | 'latin1'): string;
}

export const bytes: ByteWork = {
  ofText: (text) => Buffer.from(text, 'utf8').toString('base64'),
  ofLetters: (letters) => Buffer.from(letters, 'latin1').toString('base64'),
  toLetters: (base64) => Buffer.from(base64, 'base64').toString('latin1'),
  toText: (base64, charset) => Buffer.from(base64, 'base64').toString(charset),
};
