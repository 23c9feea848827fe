// Small facts that survive a crash: the document's properties, shared by everybody who runs the desk.
import type { Journal } from '../desk/services';

/** What the platform takes as one value. */
export const LONGEST_VALUE = 9 * 1024;

export function createJournal(): Journal {
  const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();
  return {
    get: (key) => properties().getProperty(key),
    set(key, value) {
      const size = utf8Length(key) + utf8Length(value);
      if (size > LONGEST_VALUE)
        throw new Error(
          `The journal entry "${key}" has ${size} bytes, but the document's properties take ${LONGEST_VALUE}; keep the value in a tab and its hash here.`,
        );
      properties().setProperty(key, value);
    },
    remove(key) {
      properties().deleteProperty(key);
    },
    keys: (prefix) =>
      properties()
        .getKeys()
        .filter((key) => key.startsWith(prefix))
        .sort(),
  };
}

/** Apps Script has no TextEncoder. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
