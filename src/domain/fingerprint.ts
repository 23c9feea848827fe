// A short fingerprint of a text, to tell whether it is still the same: pure and fast, where a digest would need a service.

/** 64 bits of FNV-1a as 16 hex digits: for what is changed by accident, not for what somebody forges. */
export function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0xcbf29ce4];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + at), 0x01000193);
  }
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
  return `${hex(a)}${hex(b)}`;
}
