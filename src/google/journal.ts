// Small facts that survive a crash: the document's properties, shared by everybody who runs the desk. They are read with one call
// and kept for as long as nobody else can change them; each write goes through at once, because a crash may follow.
import { LIMITS } from '../desk/limits';
import type { Journal } from '../desk/services';
import { utf8Length } from '../domain/bytes';
import { msg } from '../language/message';
import { SaidError } from '../language/print';

export interface KeptJournal extends Journal {
  /** Forgets what was read: somebody else may have written since. */
  reread(): void;
}

export function createJournal(): KeptJournal {
  let kept: Map<string, string> | null = null;
  const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();
  const all = (): Map<string, string> => {
    kept ??= new Map(Object.entries(properties().getProperties()));
    return kept;
  };
  return {
    get: (key) => all().get(key) ?? null,
    set(key, value) {
      demandRoom(key, value);
      properties().setProperty(key, value);
      kept?.set(key, value);
    },
    setAll(values) {
      for (const [key, value] of Object.entries(values)) demandRoom(key, value);
      properties().setProperties({ ...values }, false);
      for (const [key, value] of Object.entries(values)) kept?.set(key, value);
    },
    remove(key) {
      properties().deleteProperty(key);
      kept?.delete(key);
    },
    keys: (prefix) => [...all().keys()].filter((key) => key.startsWith(prefix)).sort(),
    reread() {
      kept = null;
    },
  };
}

function demandRoom(key: string, value: string): void {
  const size = utf8Length(key) + utf8Length(value);
  if (size <= LIMITS.propertyBytes) return;
  throw new SaidError(
    msg(
      'The journal entry "{name}" has {n} bytes, but the document\'s properties take {n2}; keep the value in a tab and its hash here.',
      { name: key, n: size, n2: LIMITS.propertyBytes },
    ),
  );
}
