// A file of the reader's own as text, whatever Excel saved it as: UTF-8, UTF-16 ("Unicode"), Windows-1252 or Mac Roman.

/** The dialog of the add-on decides alike: a test holds the two together. */
export function decodedFile(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  // UTF-32, which no decoder reads: its zeros stay, three a letter, and the desk says what it is.
  const littleUtf32 = b === 0 && a !== 0 && c === 0 && d === 0;
  const bigUtf32 = a === 0 && b === 0 && c === 0 && d !== undefined && d !== 0;
  const markedUtf32 =
    (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
  if (littleUtf32 || bigUtf32 || markedUtf32) return new TextDecoder('windows-1252').decode(bytes);
  const littleEndian = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0);
  const bigEndian = (a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0);
  if (littleEndian) return new TextDecoder('utf-16le').decode(bytes);
  if (bigEndian) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isMacintosh(bytes) ? 'macintosh' : 'windows-1252').decode(bytes);
  }
}

/** Mac Roman has Portuguese letters where Windows has ‡ ‰ ‹ ›, and Windows has its own from 0xC0 on. */
function isMacintosh(bytes: Uint8Array): boolean {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const windows = /[A-Za-z][\u00c0-\u00ff]|[\u00c0-\u00ff][A-Za-z]/.test(text);
  const mac =
    /[A-Za-z][\u0086-\u0089\u008b\u008d\u008e\u0090\u0099\u009b]|[\u0086-\u0089\u008b\u008d\u008e\u0090\u0099\u009b][A-Za-z]/;
  return !windows && mac.test(text);
}
