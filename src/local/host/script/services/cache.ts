// Answers CacheService: texts that are forgotten after a while, by the clock, and with the host's end.
import type { Clock } from '../../clock';
import { fields, list, number, optional, text } from './arguments';
import type { Handlers } from './service';

const KEY_CHARACTERS = 250;
const VALUE_BYTES = 100 * 1024;
const SECONDS = 600;
const MOST_SECONDS = 21_600;

interface Kept {
  readonly value: string;
  readonly until: number;
}

export function cacheHandlers(clock: Clock): Handlers {
  const caches = new Map<string, Map<string, Kept>>();
  const open = (name: unknown): Map<string, Kept> => {
    const cache = text(name, 'A cache');
    const found = caches.get(cache) ?? new Map<string, Kept>();
    caches.set(cache, found);
    return found;
  };
  const get = (name: unknown, key: unknown): string | null => {
    const kept = open(name).get(text(key, 'A key'));
    return kept !== undefined && kept.until > clock.now() ? kept.value : null;
  };
  const put = (name: unknown, key: unknown, value: unknown, seconds: unknown): void => {
    const wanted = optional(seconds, number, 'The seconds', SECONDS);
    if (text(key, 'A key').length > KEY_CHARACTERS) throw new Error('Argument too large: key');
    if (Buffer.byteLength(String(value)) > VALUE_BYTES) throw new Error('Argument too large: value');
    const until = clock.now() + Math.min(MOST_SECONDS, Math.max(1, wanted)) * 1_000;
    open(name).set(text(key, 'A key'), { value: String(value), until });
  };
  return {
    'Cache.get': ([name, key]) => get(name, key),
    'Cache.getAll': ([name, keys]) =>
      Object.fromEntries(
        list(keys, 'The keys').flatMap((key) => {
          const value = get(name, key);
          return value === null ? [] : [[String(key), value]];
        }),
      ),
    'Cache.put': ([name, key, value, seconds]) => put(name, key, value, seconds),
    'Cache.putAll': ([name, values, seconds]) => {
      for (const [key, value] of Object.entries(fields(values, 'The values'))) put(name, key, value, seconds);
    },
    'Cache.remove': ([name, key]) => void open(name).delete(text(key, 'A key')),
    'Cache.removeAll': ([name, keys]) => {
      for (const key of list(keys, 'The keys')) open(name).delete(text(key, 'A key'));
    },
  };
}
