// A file of the reader's own as text, whatever Excel saved it as: UTF-8, UTF-16 ("Unicode") or Windows-1252.

/** The dialog of the add-on decides alike: a test holds the two together. */
export function decodedFile(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const littleEndian = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0);
  const bigEndian = (a === 0xfe && b === 0xff) || (a === 0 && b !== undefined && b !== 0);
  if (littleEndian) return new TextDecoder('utf-16le').decode(bytes);
  if (bigEndian) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
