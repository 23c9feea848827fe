// Texts packed by the platform: what a hidden tab keeps of an outcome is then a fraction of what it says.

/** A blob takes 50 MB: a character may be four bytes. */
const LONGEST_PIECE = 8_000_000;
const GZIP = 'application/x-gzip';
/** No letter of base64. */
const BETWEEN = '.';

/** Letters, digits, `+`, `/`, `=` and points. */
export const pack = (text: string): string =>
  cut(text)
    .map((piece) => Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(piece)).getBytes()))
    .join(BETWEEN);

/** The text that was packed; throws what the platform says where it is none. */
export const unpack = (packed: string): string =>
  packed
    .split(BETWEEN)
    .map((piece) =>
      Utilities.ungzip(Utilities.newBlob(Utilities.base64Decode(piece), GZIP)).getDataAsString('UTF-8'),
    )
    .join('');

/** Never between the two halves of one character. */
function cut(text: string): readonly string[] {
  const made: string[] = [];
  for (let at = 0; at < text.length || made.length === 0; ) {
    const end = at + LONGEST_PIECE;
    const last = text.charCodeAt(end - 1);
    const whole = last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
    made.push(text.slice(at, whole));
    at = whole;
  }
  return made;
}
