// Texts and bytes, for the script's thread: a bare context has no encoder, and a text of many megabytes need not go to the host and
// back to become base64. Only texts and numbers cross: the script's context has its own arrays.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

export interface ByteWork {
  /** Base64 of a text in UTF-8. */
  ofText(text: string): string;
  /** Base64 of bytes, whatever their sign. */
  ofBytes(bytes: readonly number[]): string;
  /** One letter a byte. */
  toLetters(base64: string): string;
  toText(base64: string, charset: 'utf8' | 'latin1'): string;
  sha256(base64: string): string;
  gzip(base64: string): string;
  ungzip(base64: string): string;
}

const fromBase64 = (base64: string): Buffer => Buffer.from(base64, 'base64');

export const bytes: ByteWork = {
  ofText: (text) => Buffer.from(text, 'utf8').toString('base64'),
  ofBytes: (list) => Buffer.from(list).toString('base64'),
  toLetters: (base64) => fromBase64(base64).toString('latin1'),
  toText: (base64, charset) => fromBase64(base64).toString(charset),
  sha256: (base64) => createHash('sha256').update(fromBase64(base64)).digest('base64'),
  gzip: (base64) => gzipSync(fromBase64(base64)).toString('base64'),
  ungzip: (base64) => gunzipSync(fromBase64(base64)).toString('base64'),
};
