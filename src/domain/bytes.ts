// How many bytes a text takes where it goes.

/** Bytes of the text in UTF-8; Apps Script has no TextEncoder. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else {
      const isPair = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
      bytes += isPair ? 4 : 3;
      if (isPair) at++;
    }
  }
  return bytes;
}
