// Which files stood at a checkpoint: whoever finds one gone, or a mail cut, knows that somebody was in the desk's folder.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as v from 'valibot';
import { setAside } from '../book/files';
import type { Loss } from './loss';

/** A path from the desk's folder, and the length of a file that never changes again; null = it may. */
export const Stood = v.array(v.object({ name: v.string(), bytes: v.nullable(v.number()) }));
export type Stood = Readonly<v.InferOutput<typeof Stood>>;

/**
 * What the desk and its market go by. Its mark has a check of its own; documents are a person's to delete. A mail that stood once
 * is expected for good: brokers and administrators act by it, and nobody makes it anew.
 * @param before what stood at the checkpoint before this one
 */
export function standing(dir: string, before: Stood | null): Stood {
  const all = new Map(standingNow(dir).map((file) => [file.name, file]));
  for (const file of before ?? []) if (isMail(file.name)) all.set(file.name, file);
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const standingNow = (dir: string): Stood =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => (isState(name) && name !== 'desk.json') || isMail(name))
    .map((name) => ({ name, bytes: isMail(name) ? statSync(join(dir, name)).size : null }));

const isState = (name: string): boolean => /\.json(\.gz)?$/.test(name) && !name.startsWith('files/');
const isMail = (name: string): boolean => /^outbox\/\d{4,}-.*\.eml$/.test(name);

/** A mail of another length is set aside. @param stood null = nobody wrote it down */
export const goneSince = (dir: string, stood: Stood | null): readonly Loss[] =>
  (stood ?? []).flatMap(({ name, bytes }): readonly Loss[] => {
    const file = join(dir, ...name.split('/'));
    const stays = isMail(name) ? ({ stays: true } as const) : {};
    if (!existsSync(file)) return [{ file, aside: null, ...stays }];
    return bytes === null || statSync(file).size === bytes ? [] : [{ file, aside: setAside(file), ...stays }];
  });
