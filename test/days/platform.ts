// The few globals of Apps Script that the readers of the feeds touch, over answers in memory.
import type { WebAnswer } from './types';

/** A token is kept under every name; São Paulo has had no summer time since 2019. */
export function installPlatform(answer: (path: string) => WebAnswer): void {
  const respond = (url: string) => {
    const { status, body } = answer(decodeURIComponent(new URL(url).pathname));
    return {
      getResponseCode: () => status,
      getContentText: () => body,
      getHeaders: () => ({}),
    };
  };
  Object.assign(globalThis, {
    UrlFetchApp: {
      fetchAll: (requests: readonly { readonly url: string }[]) => requests.map(({ url }) => respond(url)),
    },
    Utilities: {
      sleep: () => {},
      formatDate: (instant: Date) => new Date(instant.getTime() - 10_800_000).toISOString().slice(0, 19),
    },
    PropertiesService: { getUserProperties: () => ownProperties() },
  });
}

/** A person's own properties: a token of theirs, which is bound to the first address that it is used for. */
function ownProperties() {
  return {
    getProperty: (key: string) => OWN.get(key) ?? (key.startsWith('secret:') ? 'a-token' : null),
    setProperty: (key: string, value: string) => void OWN.set(key, value),
  };
}
const OWN = new Map<string, string>();
