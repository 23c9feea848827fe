// Blobs: bytes with a name and a type. Inside the script they are signed bytes, as in Apps Script; they are kept and travel as base64.
import { base64ToBytes, base64ToText, bytesToBase64, textToBase64 } from './base64';
import { ask, guard } from './remote';

export interface BlobData {
  readonly base64: string;
  readonly name: string | null;
  readonly contentType: string | null;
}

const kept = new WeakMap<object, () => BlobData>();

export function blobOf(start: BlobData): object {
  let data = start;
  const members: Record<string, unknown> = {
    getBytes: () => base64ToBytes(data.base64),
    getDataAsString: (charset: unknown = 'UTF-8') => base64ToText(data.base64, charset),
    getName: () => data.name,
    getContentType: () => data.contentType,
    getBlob: () => self,
    copyBlob: () => blobOf(data),
    getAs: (contentType: unknown) => converted(data, String(contentType)),
    setName(name: string) {
      data = { ...data, name };
      return self;
    },
    setContentType(contentType: string) {
      data = { ...data, contentType };
      return self;
    },
    setDataFromString(text: string) {
      data = { ...data, base64: textToBase64(text) };
      return self;
    },
  };
  const self = guard('Blob', members);
  kept.set(self, () => data);
  return self;
}

/** The type that it has already, or PDF of HTML; the name gets the extension of what it is now. */
function converted(data: BlobData, contentType: string): object {
  if (contentType === data.contentType) return blobOf(data);
  const base64 = String(ask('Blob.getAs', data.base64, data.contentType ?? '', contentType));
  const name = data.name === null ? null : `${data.name.replace(/\.[^.]*$/, '')}.pdf`;
  return blobOf({ base64, name, contentType });
}

export function newBlob(content: unknown, contentType: unknown = null, name: unknown = null): object {
  const base64 = Array.isArray(content) ? bytesToBase64(content) : textToBase64(String(content ?? ''));
  const textType = Array.isArray(content) ? null : 'text/plain';
  return blobOf({
    base64,
    name: name === null ? null : String(name),
    contentType: contentType === null ? textType : String(contentType),
  });
}

/** What travels to the host for a blob. */
export function blobData(blob: unknown): BlobData {
  const data = typeof blob === 'object' && blob !== null ? kept.get(blob) : undefined;
  if (!data) throw new Error('Expected a Blob, such as Utilities.newBlob makes.');
  return data();
}

export const isBlob = (item: unknown): boolean => typeof item === 'object' && item !== null && kept.has(item);
