// Small facts that survive a crash: the document's properties, shared by everybody who runs the desk.
import { PROPERTY_BYTES } from '../desk/limits';
import type { Journal } from '../desk/services';
import { msg } from '../language/message';
import { SaidError } from '../language/print';

export function createJournal(): Journal {
  const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();
  return {
    get: (key) => properties().getProperty(key),
    set(key, value) {
      const size = utf8Length(key) + utf8Length(value);
      if (size > PROPERTY_BYTES)
        throw new SaidError(
          msg(
            'The journal entry "{name}" has {n} bytes, but the document\'s properties take {n2}; keep the value in a tab and its hash here.',
            { name: key, n: size, n2: PROPERTY_BYTES },
          ),
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
