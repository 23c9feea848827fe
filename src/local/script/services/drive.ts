// Answers the Drive v3 service: files, folders and spreadsheets of the desk, and who may read them.
import type { Shelf } from '../../book/shelf';
import type { Clock } from '../../clock';
import { parseDriveQuery } from '../../drive/query';
import {
  type DriveFile,
  type DriveStore,
  FOLDER,
  type Permission,
  ROOT,
  SPREADSHEET,
} from '../../drive/store';
import { type Fields, fields, list, optional, text } from './arguments';
import type { Handlers } from './service';

/** What Drive answers for a file: our index without where the content lies. */
function resource(file: DriveFile): Fields {
  const { path: _path, permissions: _permissions, more, ...known } = file;
  return {
    kind: 'drive#file',
    ...more,
    ...known,
    webViewLink:
      file.mimeType === SPREADSHEET
        ? `https://docs.google.com/spreadsheets/d/${file.id}/edit`
        : `https://drive.google.com/file/d/${file.id}/view`,
  };
}

interface Content {
  readonly bytes: Uint8Array;
  readonly name: string | null;
  readonly contentType: string | null;
}

function content(blob: unknown): Content | null {
  if (blob === null || blob === undefined) return null;
  const { base64, name, contentType } = fields(blob, 'A blob');
  return {
    bytes: Buffer.from(text(base64, 'A blob'), 'base64'),
    name: optional<string | null>(name, text, 'The name of a blob', null),
    contentType: optional<string | null>(contentType, text, 'The type of a blob', null),
  };
}

export function driveHandlers(store: DriveStore, shelf: Shelf, clock: Clock): Handlers {
  const now = (): string => new Date(clock.now()).toISOString();

  const create = (asked: Fields, blob: Content | null): DriveFile => {
    const { name, mimeType, parents, ...more } = asked;
    const type = optional(mimeType, text, 'mimeType', blob?.contentType ?? 'application/octet-stream');
    const title = optional(name, text, 'name', blob?.name ?? 'Untitled');
    const [parent = ROOT] = list(parents ?? [ROOT], 'parents').map((each) => text(each, 'A parent'));
    const path = type === SPREADSHEET ? null : store.freePath(title, parent);
    const id = store.nextId(type === SPREADSHEET ? 'sheet' : type === FOLDER ? 'folder' : 'file');
    if (path === null) shelf.create(id, title);
    else if (type === FOLDER) store.makeFolder(path);
    else store.write(path, blob?.bytes ?? new Uint8Array());
    const [createdTime, modifiedTime] = [now(), now()];
    const file = {
      id,
      name: title,
      mimeType: type,
      parents: [parent],
      trashed: false,
      createdTime,
      modifiedTime,
    };
    return store.put({ ...file, path, permissions: [], more });
  };

  const update = (asked: Fields, id: string, blob: Content | null): DriveFile => {
    const { name, mimeType: _type, parents, trashed, ...more } = asked;
    if (parents !== undefined)
      throw new Error('The parents field is not directly writable in update requests.');
    const old = store.get(id);
    const title = optional(name, text, 'name', old.name);
    const { path, mimeType } = old;
    const moved =
      path === null || title === old.name ? path : store.freePath(title, old.parents[0] ?? ROOT, path);
    if (mimeType === FOLDER && moved !== path)
      throw new Error('not implemented locally: renaming a Drive folder');
    if (path !== null && moved !== null) store.move(path, moved);
    if (blob && moved !== null) store.write(moved, blob.bytes);
    if (mimeType === SPREADSHEET && title !== old.name) shelf.find(id)?.univer.setName(title);
    return store.put({
      ...old,
      name: title,
      path: moved,
      trashed: trashed === undefined ? old.trashed : trashed === true,
      modifiedTime: now(),
      more: { ...old.more, ...more },
    });
  };

  return {
    'Drive.Files.create': ([asked, blob]) => resource(create(fields(asked, 'A file'), content(blob))),
    'Drive.Files.update': ([asked, id, blob]) =>
      resource(update(fields(asked, 'A file'), text(id, 'The id of a file'), content(blob))),
    'Drive.Files.get': ([id, options]) => {
      if (fields(options ?? {}, 'The options').alt === 'media')
        throw new Error('not implemented locally: Drive.Files.get with alt=media');
      return resource(store.get(text(id, 'The id of a file')));
    },
    'Drive.Files.list': ([options]) => {
      const { q, pageToken } = fields(options ?? {}, 'The options');
      if (pageToken !== undefined && pageToken !== null)
        throw new Error('not implemented locally: Drive.Files.list with a pageToken');
      const found = store.find(parseDriveQuery(optional(q, text, 'The query', '')));
      return { kind: 'drive#fileList', incompleteSearch: false, files: found.map(resource) };
    },
    'Drive.Permissions.create': ([asked, id]) => {
      const file = store.get(text(id, 'The id of a file'));
      const permission: Permission = {
        kind: 'drive#permission',
        ...fields(asked, 'A permission'),
        id: store.nextId('permission'),
      };
      const fresh = store.get(file.id);
      store.put({ ...fresh, permissions: [...fresh.permissions, permission] });
      return permission;
    },
    'Drive.Permissions.list': ([id]) => ({
      kind: 'drive#permissionList',
      permissions: store.get(text(id, 'The id of a file')).permissions,
    }),
    'Drive.Permissions.remove': ([id, permission]) => {
      const file = store.get(text(id, 'The id of a file'));
      const kept = file.permissions.filter((each) => each.id !== permission);
      if (kept.length === file.permissions.length)
        throw new Error(`Permission not found: ${String(permission)}.`);
      store.put({ ...file, permissions: kept });
    },
  };
}
