// Utilities: dates and sleeping by the desk's clock, digests, base64, blobs.
import { formatJavaDate, parseJavaDate } from '../javaDates';
import { base64ToBytes, bytesToBase64, charset, sha256, textToBase64 } from './base64';
import { blobData, blobOf, newBlob } from './blob';
import { ask, service } from './remote';

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

function formatDate(date: unknown, zone: unknown, pattern: unknown): string {
  if (!isDate(date)) throw new Error(`Utilities.formatDate takes a Date, not ${String(date)}.`);
  return formatJavaDate(date.getTime(), String(zone), String(pattern));
}

/** %s, %d, %f with a width and decimals such as %05.2f. */
const formatString = (template: unknown, ...values: unknown[]): string =>
  String(template).replace(/%(0?)(\d*)(?:\.(\d+))?([sdf%])/g, (_whole, zero, width, decimals, kind) => {
    if (kind === '%') return '%';
    const item = values.shift();
    const text =
      kind === 's'
        ? String(item)
        : kind === 'd'
          ? String(Math.trunc(Number(item)))
          : Number(item).toFixed(decimals === undefined ? 6 : Number(decimals));
    return text.padStart(Number(width || 0), zero === '0' ? '0' : ' ');
  });

const toBase64 = (content: unknown): string =>
  Array.isArray(content) ? bytesToBase64(content) : textToBase64(String(content));

const GZIP = 'application/x-gzip';

function gzip(blob: unknown, name: unknown = null): object {
  const { base64, name: own } = blobData(blob);
  const named = name === null ? `${own ?? 'archive'}.gz` : String(name);
  return blobOf({ base64: String(ask('Utilities.gzip', base64)), name: named, contentType: GZIP });
}

function ungzip(blob: unknown): object {
  const { base64, name, contentType } = blobData(blob);
  if (contentType !== GZIP)
    throw new Error(`Utilities.ungzip takes a blob of ${GZIP}, not of ${contentType}.`);
  const plain = name?.replace(/\.gz$/, '') ?? null;
  return blobOf({ base64: String(ask('Utilities.ungzip', base64)), name: plain, contentType: null });
}

export const utilities = (): object =>
  service('Utilities', ['sleep', 'getUuid', 'parseCsv'], {
    formatString,
    formatDate,
    parseDate: (text: unknown, zone: unknown, pattern: unknown) =>
      new Date(parseJavaDate(String(text), String(zone), String(pattern))),
    computeDigest: (algorithm: unknown, content: unknown, name: unknown = 'UTF_8') =>
      ask('Utilities.computeDigest', algorithm, sha256(content), charset(name)),
    gzip,
    ungzip,
    base64Encode: toBase64,
    base64EncodeWebSafe: (content: unknown) => toBase64(content).replace(/\+/g, '-').replace(/\//g, '_'),
    base64Decode: base64ToBytes,
    newBlob: (content: unknown, contentType: unknown, name: unknown) => newBlob(content, contentType, name),
    DigestAlgorithm: { SHA_256: 'SHA_256' },
    Charset: { UTF_8: 'UTF_8' },
  });
