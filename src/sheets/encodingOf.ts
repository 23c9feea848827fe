// In which encoding a file came: its bytes tell. Pages carry this, so it says no sentence.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

/** What the bytes of a text file say of themselves; hand the answer to a TextDecoder. */
export function encodingOf(bytes: ArrayLike<number>): Encoding {
  const [a, b] = [bytes[0], bytes[1]];
  if (isUtf32(bytes)) return 'windows-1252';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Latin letters in UTF-16 have a zero byte each, before or behind.
  if (a !== undefined && b !== undefined && (a === 0) !== (b === 0)) return a === 0 ? 'utf-16be' : 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : isMacintosh(bytes) ? 'macintosh' : 'windows-1252';
}

/** No decoder reads it: byte by byte its zeros stay, three a letter, and whoever reads the text says what it is. */
function isUtf32(bytes: ArrayLike<number>): boolean {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]];
  if (d === undefined) return false;
  const isMarked =
    (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
  return isMarked || (a !== 0 && b === 0 && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0 && d !== 0);
}

function isUtf8(bytes: ArrayLike<number>): boolean {
  let open = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (open > 0) {
      if (byte >> 6 !== 0b10) return false;
      open -= 1;
    } else if (byte >= 0x80) {
      open = byte >> 5 === 0b110 ? 1 : byte >> 4 === 0b1110 ? 2 : byte >> 3 === 0b11110 ? 3 : -1;
      if (open < 0) return false;
    }
  }
  return open === 0;
}

/** Ü á à â ã ç é ê ô õ of Mac Roman: beside a letter nobody writes what Windows has there (‡ ˆ ‰ ‹ Ž ™ ›). */
const MAC_LETTERS = [0x86, 0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8e, 0x90, 0x99, 0x9b];
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

/** Portuguese letters of Windows lie from 0xC0 on; a text that has one is Windows'. */
function isMacintosh(bytes: ArrayLike<number>): boolean {
  let found = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    const beside = isLetter(bytes[i - 1]) || isLetter(bytes[i + 1]);
    if (byte >= 0xc0 && beside) return false;
    if (MAC_LETTERS.includes(byte) && beside) found = true;
  }
  return found;
}
