// Drive on a laptop: real folders and files under `files/`, and an index that holds what a file system does not.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import * as v from 'valibot';
import { readJson, syncFile, syncFolder, writeWhole } from '../book/files';
import { type Journal, type Notes, readOrSetAside, withoutLog } from '../journal/journal';
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

/** What changes below `files/`; each may be done twice. */
const Effect = v.variant('kind', [
  v.object({ kind: v.literal('content'), path: v.string(), base64: v.string() }),
  v.object({ kind: v.literal('folder'), path: v.string() }),
  v.object({ kind: v.literal('move'), from: v.string(), to: v.string() }),
]);
type Effect = Readonly<v.InferOutput<typeof Effect>>;

/** An entry with what it changes on disk is one fact; an id is used up before anything has it. */
const Noted = v.object({ nextId: v.number(), file: v.nullable(DriveFile), effects: v.array(Effect) });

/** A name from a script must not reach outside its folder, nor be one that a file system refuses. */
export const diskName = (name: string): string => {
  const safe = name.replace(/[/\\:*?"<>|]/g, '_').replace(/^\.+/, '_');
  return [...safe].filter((letter) => letter >= ' ').join('') || '_';
};

export class DriveStore {
  #index: Index;
  readonly #file: string;
  readonly #notes: Notes;
  /** What the next entry brings along. */
  #effects: Effect[] = [];
  /** Written since the last checkpoint, and perhaps not on disk. */
  readonly #loose = new Set<string>();

  constructor(
    readonly dir: string,
    journal: Journal = withoutLog('at once'),
  ) {
    this.#file = join(dir, 'drive.json');
    const kept = readOrSetAside(journal, this.#file, () => readJson(this.#file, Index));
    this.#index = kept ?? { nextId: 1, files: [] };
    this.#notes = journal.join('drive', {
      replay: (record) => {
        const noted = v.parse(Noted, record);
        this.#enter(noted);
        for (const effect of noted.effects) this.#carryOut(effect);
      },
      checkpoint: () => this.#write(),
    });
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
    this.#index = { ...this.#index, nextId: nextId + 1 };
    this.#notes.note({ nextId: nextId + 1, file: null, effects: [] });
    return `${kind}-${String(nextId).padStart(6, '0')}`;
  }

  /** Adds a file, or replaces it in its place, with what was written and moved for it: the index stays in the order of creation. */
  put(file: DriveFile): DriveFile {
    const noted = { nextId: this.#index.nextId, file, effects: this.#effects };
    this.#effects = [];
    this.#enter(noted);
    this.#notes.note(noted);
    this.#notes.sync();
    for (const effect of noted.effects) this.#carryOut(effect);
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

  /** Done with the `put` of the file that it belongs to. */
  write(path: string, content: Uint8Array): void {
    this.#effects.push({ kind: 'content', path, base64: Buffer.from(content).toString('base64') });
  }

  read(path: string): Buffer {
    return readFileSync(join(this.dir, path));
  }

  makeFolder(path: string): void {
    this.#effects.push({ kind: 'folder', path });
  }

  move(from: string, to: string): void {
    if (from !== to) this.#effects.push({ kind: 'move', from, to });
  }

  #enter({ nextId, file }: v.InferOutput<typeof Noted>): void {
    const { files } = this.#index;
    const known = files.some((each) => each.id === file?.id);
    const added = file === null || known ? [] : [file];
    this.#index = {
      nextId,
      files: [...files.map((each) => (file !== null && each.id === file.id ? file : each)), ...added],
    };
  }

  #carryOut(effect: Effect): void {
    if (effect.kind === 'folder') {
      mkdirSync(join(this.dir, effect.path), { recursive: true });
      return;
    }
    const to = join(this.dir, effect.kind === 'move' ? effect.to : effect.path);
    mkdirSync(dirname(to), { recursive: true });
    if (effect.kind === 'content') {
      writeFileSync(`${to}.new`, Buffer.from(effect.base64, 'base64'));
      renameSync(`${to}.new`, to);
    } else {
      // Done already by the process that was killed.
      if (!existsSync(join(this.dir, effect.from))) return;
      renameSync(join(this.dir, effect.from), to);
    }
    this.#loose.add(to);
  }

  #write(): void {
    for (const path of this.#loose) {
      if (!existsSync(path)) continue;
      syncFile(path);
      syncFolder(path);
    }
    this.#loose.clear();
    writeWhole(this.#file, `${JSON.stringify(this.#index, null, 1)}\n`);
  }
}

function holds(file: DriveFile, condition: Condition): boolean {
  if (condition.field === 'parents') return file.parents.includes(condition.value);
  if (condition.field === 'trashed') return file.trashed === condition.value;
  return (file[condition.field] === condition.value) === condition.equals;
}
