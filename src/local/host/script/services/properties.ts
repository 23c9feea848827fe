// Answers PropertiesService: three stores in one JSON file each, written whole at each change, with the platform's limits.
import { join } from 'node:path';
import * as v from 'valibot';
import { readJson, writeWhole } from '../../book/files';
import { fields, optional, text } from './arguments';
import type { Handlers } from './service';

export const VALUE_LIMIT = 9 * 1024;
export const STORE_LIMIT = 500 * 1024;

const Kept = v.record(v.string(), v.string());

const bytes = (value: string): number => Buffer.byteLength(value, 'utf8');

export function propertyHandlers(dir: string, user: string): Handlers {
  const stores = new Map<string, Map<string, string>>();
  const fileOf = (store: string): string => {
    const file = store === 'user' ? `user-${encodeURIComponent(user)}` : store;
    return join(dir, `${file}.json`);
  };
  const open = (name: unknown): [string, Map<string, string>] => {
    const store = text(name, 'A property store');
    const kept = stores.get(store) ?? new Map(Object.entries(readJson(fileOf(store), Kept) ?? {}));
    stores.set(store, kept);
    return [store, kept];
  };

  const change = (name: unknown, amended: (kept: Map<string, string>) => Map<string, string>): void => {
    const [store, kept] = open(name);
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
    writeWhole(fileOf(store), `${JSON.stringify(Object.fromEntries(next), null, 1)}\n`);
    stores.set(store, next);
  };

  return {
    'Properties.getProperty': ([store, key]) => open(store)[1].get(text(key, 'A key')) ?? null,
    'Properties.getProperties': ([store]) => Object.fromEntries(open(store)[1]),
    'Properties.getKeys': ([store]) => [...open(store)[1].keys()],
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
