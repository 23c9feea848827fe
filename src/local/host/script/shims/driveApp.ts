// DriveApp, as far as its basics go: files and folders by id and by name, made, read, renamed and thrown away. It stands
// on the same calls as the Drive service.
import { blobData, blobOf, isBlob, newBlob } from './blob';
import { ask, field, guard, type Members } from './remote';

const FOLDER = 'application/vnd.google-apps.folder';
const FIELDS = 'id,name,mimeType,parents,trashed,createdTime,modifiedTime,webViewLink';

const get = (id: unknown): unknown => ask('Drive.Files.get', String(id), { fields: FIELDS });
const quoted = (text: unknown): string => `'${String(text).replace(/[\\']/g, '\\$&')}'`;

function iterator(q: string, make: (file: unknown) => object): object {
  const found = field(ask('Drive.Files.list', { q, fields: `files(${FIELDS})`, pageSize: 1_000 }), 'files');
  const files: readonly unknown[] = Array.isArray(found) ? found : [];
  let next = 0;
  return guard('FileIterator', {
    hasNext: () => next < files.length,
    next() {
      if (next >= files.length)
        throw new Error('Cannot retrieve the next object: iterator has reached the end.');
      next += 1;
      return make(files[next - 1]);
    },
  });
}

/** What files and folders share; their data is read anew after a change. */
function entry(start: unknown, self: () => object): Members & { readonly data: () => unknown } {
  let data = start;
  const update = (change: object, blob: unknown = null): object => {
    data = ask('Drive.Files.update', change, field(data, 'id'), blob, { fields: FIELDS });
    return self();
  };
  return {
    data: () => data,
    update,
    getId: () => field(data, 'id'),
    getName: () => field(data, 'name'),
    setName: (name: unknown) => update({ name: String(name) }),
    getUrl: () => field(data, 'webViewLink'),
    isTrashed: () => field(data, 'trashed'),
    setTrashed: (trashed: unknown) => update({ trashed: trashed === true }),
    getDateCreated: () => new Date(String(field(data, 'createdTime'))),
    getLastUpdated: () => new Date(String(field(data, 'modifiedTime'))),
    getParents() {
      const parents = field(data, 'parents');
      const ids: readonly unknown[] = Array.isArray(parents) ? parents : [];
      let next = 0;
      return guard('FolderIterator', {
        hasNext: () => next < ids.length,
        next: () => folderById(ids[next++]),
      });
    },
  };
}

function file(start: unknown): object {
  const { update, data, ...shared } = entry(start, () => self);
  const content = (): object => {
    const kept = ask('DriveApp.content', shared.getId instanceof Function ? shared.getId() : '');
    return blobOf({
      base64: String(field(kept, 'base64')),
      name: String(field(kept, 'name')),
      contentType: String(field(kept, 'contentType')),
    });
  };
  const self: object = guard('File', {
    ...shared,
    getMimeType: () => field(call(data), 'mimeType'),
    getBlob: content,
    getSize: () => blobData(content()).base64.length,
    setContent: (text: unknown) => call(update, {}, blobData(newBlob(text))),
  });
  return self;
}

const call = (method: unknown, ...args: unknown[]): unknown =>
  typeof method === 'function' ? Reflect.apply(method, undefined, args) : undefined;

const create = (parent: unknown, resource: object, blob: unknown): unknown =>
  ask('Drive.Files.create', { ...resource, parents: [String(parent)] }, blob, { fields: FIELDS });

/** `createFile(blob)` or `createFile(name, content, mimeType)`. */
function createFile(parent: unknown, [first, content, mimeType]: readonly unknown[]): object {
  if (isBlob(first)) return file(create(parent, {}, blobData(first)));
  const blob = newBlob(content ?? '', mimeType ?? 'text/plain', first);
  return file(create(parent, {}, blobData(blob)));
}

function folder(start: unknown): object {
  const { update: _update, data, ...shared } = entry(start, () => self);
  const id = (): string => String(field(call(data), 'id'));
  const self: object = guard('Folder', { ...shared, ...inside(id) });
  return self;
}

/** What a folder does, and DriveApp for the root. */
const inside = (id: () => string): Members => ({
  createFile: (...args: unknown[]) => createFile(id(), args),
  createFolder: (name: unknown) => folder(create(id(), { name: String(name), mimeType: FOLDER }, null)),
  getFiles: () =>
    iterator(`${quoted(id())} in parents and trashed = false and mimeType != '${FOLDER}'`, file),
  getFilesByName: (name: unknown) =>
    iterator(
      `${quoted(id())} in parents and trashed = false and mimeType != '${FOLDER}' and name = ${quoted(name)}`,
      file,
    ),
  getFolders: () =>
    iterator(`${quoted(id())} in parents and trashed = false and mimeType = '${FOLDER}'`, folder),
  getFoldersByName: (name: unknown) =>
    iterator(
      `${quoted(id())} in parents and trashed = false and mimeType = '${FOLDER}' and name = ${quoted(name)}`,
      folder,
    ),
});

const folderById = (id: unknown): object => (id === 'root' ? rootFolder() : folder(get(id)));

const rootFolder = (): object =>
  guard('Folder', { ...inside(() => 'root'), getId: () => 'root', getName: () => 'My Drive' });

/** Searches of DriveApp itself look through every folder. */
const anywhere = (kind: string, name: unknown): string =>
  `trashed = false and mimeType ${kind} '${FOLDER}' and name = ${quoted(name)}`;

export const driveApp = (): object =>
  guard('DriveApp', {
    ...inside(() => 'root'),
    getRootFolder: rootFolder,
    getFileById: (id: unknown) => file(get(id)),
    getFolderById: folderById,
    getFilesByName: (name: unknown) => iterator(anywhere('!=', name), file),
    getFoldersByName: (name: unknown) => iterator(anywhere('=', name), folder),
  });
