// Answers PropertiesService: three stores in one JSON file each, noted in the journal at each change, with the platform's limits.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeWhole } from '../../book/files';
import { earlierOf, type Journal, type Part, readOrEarlier, withoutLog } from '../../journal/journal';
import { fields, optional, text } from './arguments';
import type { Handlers } from './service';

export const VALUE_LIMIT = 9 * 1024;
export const STORE_LIMIT = 500 * 1024;

/** What changed in a store: values that were set, keys that went. Pairs, because a key may be called anything. */
const Noted = v.object({
  store: v.string(),
  set: v.array(v.tuple([v.string(), v.string()])),
  gone: v.array(v.string()),
});

/** Read by hand: a schema of records leaves out keys such as "constructor". @throws where it is no store */
function readStore(file: string): ReadonlyMap<string, string> | undefined {
  if (!existsSync(file)) return undefined;
  const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [['', kept] as const];
  return new Map(
    entries.map(([key, value]) => {
      if (typeof value !== 'string') throw new Error(`${file} is damaged (${key}: no text)`);
      return [key, value];
    }),
  );
}

const writeStore = (file: string, values: ReadonlyMap<string, string>): void =>
  writeWhole(file, `${JSON.stringify(Object.fromEntries(values), null, 1)}\n`);

const placesIn = (dir: string): readonly string[] =>
  (existsSync(dir) ? readdirSync(dir) : [])
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

const bytes = (value: string): number => Buffer.byteLength(value, 'utf8');

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of methods that are looked up by name
export function propertyHandlers(
  dir: string,
  user: string,
  journal: Journal = withoutLog('at once'),
): Handlers {
  const stores = new Map<string, ReadonlyMap<string, string>>();
  const changed = new Set<string>();
  /** A user's own store has the user's name: another user may open the desk next. */
  const placeOf = (store: string): string => (store === 'user' ? `user-${encodeURIComponent(user)}` : store);
  const fileOf = (place: string): string => join(dir, `${place}.json`);
  const valuesOf = (place: string): ReadonlyMap<string, string> => {
    const file = fileOf(place);
    const kept = stores.get(place) ?? readStore(file) ?? new Map();
    stores.set(place, kept);
    return kept;
  };
  const open = (name: unknown): ReadonlyMap<string, string> =>
    valuesOf(placeOf(text(name, 'A property store')));

  const damaged: { file: string; aside: string; isWhole: boolean; place: string }[] = [];
  // All of them at once: what is damaged is said before the script asks for it, and not in its words.
  for (const place of placesIn(dir)) {
    const file = fileOf(place);
    const { found, aside } = readOrEarlier(file, readStore);
    if (found !== undefined) stores.set(place, found);
    if (aside !== null) damaged.push({ file, aside, isWhole: found !== undefined, place });
  }
  const part: Part = {
    replay(record) {
      const { store, set, gone } = v.parse(Noted, record);
      const values = new Map(valuesOf(store));
      for (const key of gone) values.delete(key);
      for (const [key, value] of set) values.set(key, value);
      stores.set(store, values);
      changed.add(store);
    },
    checkpoint() {
      for (const place of new Set([...stores.keys(), ...changed])) {
        const file = fileOf(place);
        // Of every store, changed or not: with the journal before it goes forward to where it stands now.
        if (existsSync(file) || changed.has(place))
          writeWhole(earlierOf(file), existsSync(file) ? readFileSync(file) : '{}\n');
        if (changed.has(place)) writeStore(file, valuesOf(place));
      }
      changed.clear();
    },
  };
  // What was noted before is taken again from the beginning: the last value of a key is the same.
  const notes = journal.join('properties', part, damaged.length === 0 ? undefined : 0);
  for (const { file, aside, isWhole, place } of damaged) {
    journal.lose(file, aside, isWhole ? earlierOf(file) : undefined);
    // At once: what brought it up to date is gone after the next checkpoint.
    if (isWhole) writeStore(file, valuesOf(place));
  }

  const change = (name: unknown, amended: (kept: Map<string, string>) => Map<string, string>): void => {
    const kept = open(name);
    const next = amended(new Map(kept));
    let total = 0;
    for (const [key, value] of next) {
      if (bytes(value) > VALUE_LIMIT)
        throw new Error(
          `Argument too large: value (property ${key} has ${bytes(value)} bytes of ${VALUE_LIMIT}).`,
        );
      total += bytes(key) + bytes(value);
    }
    if (total > STORE_LIMIT)
      throw new Error(
        `You have exceeded the property storage quota. Please remove some properties and try again.`,
      );
    const store = placeOf(text(name, 'A property store'));
    stores.set(store, next);
    changed.add(store);
    notes.note({
      store,
      set: [...next].filter(([key, value]) => kept.get(key) !== value),
      gone: [...kept.keys()].filter((key) => !next.has(key)),
    });
    notes.sync();
  };

  return {
    'Properties.getProperty': ([store, key]) => open(store).get(text(key, 'A key')) ?? null,
    'Properties.getProperties': ([store]) => Object.fromEntries(open(store)),
    'Properties.getKeys': ([store]) => [...open(store).keys()],
    'Properties.setProperty': ([store, key, value]) =>
      change(store, (kept) => kept.set(text(key, 'A key'), String(value))),
    'Properties.setProperties': ([store, values, deleteOthers]) =>
      change(store, (kept) => {
        const next = deleteOthers === true ? new Map<string, string>() : kept;
        for (const [key, value] of Object.entries(fields(values, 'The properties')))
          next.set(key, String(value));
        return next;
      }),
    'Properties.deleteProperty': ([store, key]) =>
      change(store, (kept) => {
        kept.delete(optional(key, text, 'A key', ''));
        return kept;
      }),
    'Properties.deleteAllProperties': ([store]) => change(store, () => new Map()),
  };
}
