// Files that survive a crash: written aside, brought to the disk and renamed, so that a reader sees the old content or the new one.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';

export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  writeFileSync(fresh, content);
  syncFile(fresh);
  renameSync(fresh, path);
  syncFolder(path);
}

/** As `writeWhole`, of what stands in another file: none of it comes into memory. */
export function copyWhole(from: string, path: string): void {
  const fresh = `${path}.new`;
  copyFileSync(from, fresh);
  syncFile(fresh);
  renameSync(fresh, path);
  syncFolder(path);
}

export function syncFile(path: string): void {
  const open = openSync(path, 'r+');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** A new name is on disk once its folder is; where a system does not open folders, it sees to that by itself. */
export function syncFolder(path: string): void {
  let open: number;
  try {
    open = openSync(dirname(path), 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(open);
  } catch {
    // As above.
  } finally {
    closeSync(open);
  }
}

const REFUSED = ['EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'ENFILE', 'EIO', 'ELOOP'];

/** Whether the system lets nobody read a file, which may be as good as it ever was: then it stays where it is. */
export const isRefused = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  REFUSED.includes(error.code);

/** What a small file of the desk's own says; undefined = there is none, null = something else lies in its place. */
export function readOwn(path: string): string | null | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() ? readFileSync(path, 'utf8') : null;
}

/** Moves or copies a file that cannot be used to a name of its own beside it. @returns that name */
export function setAside(path: string, how: 'move' | 'copy' = 'move'): string {
  let number = 1;
  while (existsSync(`${path}.damaged-${number}`)) number += 1;
  const aside = `${path}.damaged-${number}`;
  if (how === 'move') renameSync(path, aside);
  else copyFileSync(path, aside);
  return aside;
}

/** What the file holds, which is compressed where its name ends in .gz; undefined where there is none. @throws where it holds anything else than `schema` says */
export function readJson<T>(path: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const where = v.getDotPath(issue);
  throw new Error(
    `${path} is damaged (${where === null ? '' : `${where}: `}${issue.message}); delete it to start over.`,
  );
}
