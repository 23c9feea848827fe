// Files as text: desks save CSVs from Excel, which in Brazil still writes Windows-1252 as often as UTF-8, and UTF-16 as "Unicode".
import { encodingOf } from '../../sheets/encodingOf';

/** As the bytes say of themselves. */
export const decoded = (bytes: ArrayBuffer): string =>
  new TextDecoder(encodingOf(new Uint8Array(bytes))).decode(bytes);
