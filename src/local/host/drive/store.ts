// Drive on a laptop: real folders and files under `files/`, and an index that holds what a file system does not.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import * as v from 'valibot';
import { readJson, writeWhole } from '../book/files';
import type { Condition } from './query';

const Permission = v.looseObject({ id: v.string() });
export type Permission = Readonly<v.InferOutput<typeof Permission>>;

const DriveFile = v.object({
  id: v.string(),
  name: v.string(),
  mimeType: v.string(),
  parents: v.array(v.string()),
  trashed: v.boolean(),
  createdTime: v.string(),
  modifiedTime: v.string(),
  /** Where the content lies, below the host's folder; null for spreadsheets. */
  path: v.nullable(v.string()),
  /** Who made it; the host's own user where it is not said. */
  owner: v.exactOptional(v.string()),
  permissions: v.array(Permission),
  /** What else the script set, such as copyRequiresWriterPermission. */
  more: v.record(v.string(), v.unknown()),
});
export type DriveFile = Readonly<v.InferOutput<typeof DriveFile>>;

export const FOLDER = 'application/vnd.google-apps.folder';
export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
export const ROOT = 'root';

const Index = v.object({ nextId: v.number(), files: v.array(DriveFile) });
type Index = Readonly<v.InferOutput<typeof Index>>;

/** A name from a script must not reach outside its folder, nor be one that a file system refuses. */
export const diskName = (name: string): string => {
  const safe = name.replace(/[/\\:*?"<>|]/g, '_').replace(/^\.+/, '_');
  return [...safe].filter((letter) => letter >= ' ').join('') || '_';
};

export class DriveStore {
  #index: Index;
  readonly #file: string;

  constructor(readonly dir: string) {
    this.#file = join(dir, 'drive.json');
    this.#index = readJson(this.#file, Index) ?? { nextId: 1, files: [] };
  }

  all(): readonly DriveFile[] {
    return this.#index.files;
  }

  get(id: string): DriveFile {
    const found = this.#index.files.find((file) => file.id === id);
    if (!found) throw this.missing(id);
    return found;
  }

  missing(id: string): Error {
    return new Error(`API call to drive.files.get failed with error: File not found: ${id}.`);
  }

  nextId(kind: string): string {
    const { nextId } = this.#index;
    this.#keep({ ...this.#index, nextId: nextId + 1 });
    return `${kind}-${String(nextId).padStart(6, '0')}`;
  }

  /** Adds a file, or replaces it in its place: the index stays in the order of creation. */
  put(file: DriveFile): DriveFile {
    const known = this.#index.files.some((each) => each.id === file.id);
    const files = known
      ? this.#index.files.map((each) => (each.id === file.id ? file : each))
      : [...this.#index.files, file];
    this.#keep({ ...this.#index, files });
    return file;
  }

  find(conditions: readonly Condition[]): readonly DriveFile[] {
    return this.#index.files.filter((file) => conditions.every((condition) => holds(file, condition)));
  }

  /** A free path for a file of that name in that folder: two files in Drive may share a name, on disk they may not. */
  freePath(name: string, parent: string, own: string | null = null): string {
    const folder = this.folderPath(parent);
    const wanted = diskName(name);
    const extension = extname(wanted);
    const stem = basename(wanted, extension);
    for (let number = 1; ; number++) {
      const path = join(folder, number === 1 ? wanted : `${stem} (${number})${extension}`);
      const taken = existsSync(join(this.dir, path)) || this.#index.files.some((file) => file.path === path);
      if (!taken || path === own) return path;
    }
  }

  folderPath(id: string): string {
    if (id === ROOT) return 'files';
    const { path, mimeType } = this.get(id);
    if (mimeType !== FOLDER || path === null) throw new Error(`The Drive file ${id} is not a folder.`);
    return path;
  }

  write(path: string, content: Uint8Array): void {
    writeWhole(join(this.dir, path), content);
  }

  read(path: string): Buffer {
    return readFileSync(join(this.dir, path));
  }

  makeFolder(path: string): void {
    mkdirSync(join(this.dir, path), { recursive: true });
  }

  move(from: string, to: string): void {
    if (from === to) return;
    mkdirSync(dirname(join(this.dir, to)), { recursive: true });
    renameSync(join(this.dir, from), join(this.dir, to));
  }

  #keep(index: Index): void {
    this.#index = index;
    writeWhole(this.#file, `${JSON.stringify(index, null, 1)}\n`);
  }
}

function holds(file: DriveFile, condition: Condition): boolean {
  if (condition.field === 'parents') return file.parents.includes(condition.value);
  if (condition.field === 'trashed') return file.trashed === condition.value;
  return (file[condition.field] === condition.value) === condition.equals;
}
