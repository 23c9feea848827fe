// Files as text: desks save CSVs from Excel, which in Brazil still writes Windows-1252 as often as UTF-8.

/** Bytes that are no UTF-8 are read as Windows-1252. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
