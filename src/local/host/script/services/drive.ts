// Answers the Drive v3 service: files, folders and spreadsheets of the desk, and who may read them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Shelf } from '../../book/shelf';
import type { Clock } from '../../clock';
import type { Access } from '../../drive/access';
import { pickFields, USUAL_FILE, USUAL_LIST, USUAL_PERMISSION, USUAL_PERMISSIONS } from '../../drive/fields';
import { parseDriveQuery } from '../../drive/query';
import {
  type DriveFile,
  type DriveStore,
  FOLDER,
  type Permission,
  ROOT,
  SPREADSHEET,
} from '../../drive/store';
import { type Fields, fields, list, number, optional, text } from './arguments';
import type { Handlers } from './service';

/** What Drive answers for a file: our index, and as its link where its content lies on this machine. */
function resource(store: DriveStore, file: DriveFile): Fields {
  const { path, permissions: _permissions, owner: _owner, more, ...known } = file;
  return {
    kind: 'drive#file',
    ...more,
    ...known,
    webViewLink:
      file.mimeType === SPREADSHEET
        ? `https://docs.google.com/spreadsheets/d/${file.id}/edit`
        : path === null
          ? `https://drive.google.com/file/d/${file.id}/view`
          : pathToFileURL(join(store.dir, path)).href,
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

export function driveHandlers(
  store: DriveStore,
  shelf: Shelf,
  clock: Clock,
  { access, user }: { readonly access: Access; readonly user: string },
): Handlers {
  const now = (): string => new Date(clock.now()).toISOString();

  const { create, update } = fileWriter({ store, shelf, access, user, now });

  const asked = (options: unknown, usual: string): string =>
    optional(fields(options ?? {}, 'The options').fields, text, 'fields', usual);
  const answer = (file: DriveFile, options: unknown): Fields =>
    pickFields(resource(store, file), asked(options, USUAL_FILE));

  const search = (options: unknown): Fields => {
    const { q, pageToken, pageSize, orderBy } = fields(options ?? {}, 'The options');
    if (orderBy !== undefined && orderBy !== 'createdTime')
      throw new Error(`not implemented locally: Drive.Files.list ordered by ${String(orderBy)}`);
    const found = store.find(parseDriveQuery(optional(q, text, 'The query', ''))).filter(access.sees);
    const from = Number(optional(pageToken, text, 'A page token', '0'));
    const to = from + optional(pageSize, number, 'The page size', 100);
    return pickFields(
      {
        kind: 'drive#fileList',
        incompleteSearch: false,
        files: found.slice(from, to).map((file) => resource(store, file)),
        ...(to < found.length ? { nextPageToken: String(to) } : {}),
      },
      asked(options, USUAL_LIST),
    );
  };

  return {
    'Drive.Files.create': ([file, blob, options]) =>
      answer(create(fields(file, 'A file'), content(blob)), options),
    'Drive.Files.update': ([file, id, blob, options]) =>
      answer(update(fields(file, 'A file'), text(id, 'The id of a file'), content(blob)), options),
    'Drive.Files.get': ([id, options]) => {
      if (fields(options ?? {}, 'The options').alt === 'media')
        throw new Error('not implemented locally: Drive.Files.get with alt=media');
      return answer(access.seen(text(id, 'The id of a file')), options);
    },
    'Drive.Files.list': ([options]) => search(options),
    'DriveApp.content': ([id]) => {
      const { path, name, mimeType } = access.seen(text(id, 'The id of a file'));
      if (path === null || mimeType === FOLDER)
        throw new Error(`not implemented locally: File.getBlob of the type ${mimeType}`);
      return { base64: store.read(path).toString('base64'), name, contentType: mimeType };
    },
    'Drive.Permissions.create': ([permission, id, options]) => {
      const granted: Permission = {
        kind: 'drive#permission',
        ...fields(permission, 'A permission'),
        id: store.nextId('permission'),
      };
      const file = access.shared(text(id, 'The id of a file'));
      store.put({ ...file, permissions: [...file.permissions, granted] });
      return pickFields(granted, asked(options, USUAL_PERMISSION));
    },
    'Drive.Permissions.list': ([id, options]) =>
      pickFields(
        {
          kind: 'drive#permissionList',
          permissions: access.edited(text(id, 'The id of a file')).permissions,
        },
        asked(options, USUAL_PERMISSIONS),
      ),
    'Drive.Permissions.remove': ([id, permission]) => {
      const file = access.shared(text(id, 'The id of a file'));
      const kept = file.permissions.filter((each) => each.id !== permission);
      if (kept.length === file.permissions.length)
        throw new Error(`Permission not found: ${String(permission)}.`);
      store.put({ ...file, permissions: kept });
    },
  };
}

/** Files made and changed as Drive does it; what they hold lies in the store. */
function fileWriter({
  store,
  shelf,
  access,
  user,
  now,
}: {
  readonly store: DriveStore;
  readonly shelf: Shelf;
  readonly access: Access;
  readonly user: string;
  readonly now: () => string;
}) {
  const create = (wanted: Fields, blob: Content | null): DriveFile => {
    const { name, mimeType, parents, ...more } = wanted;
    const type = optional(mimeType, text, 'mimeType', blob?.contentType ?? 'application/octet-stream');
    const title = optional(name, text, 'name', blob?.name ?? 'Untitled');
    const [parent = ROOT] = list(parents ?? [ROOT], 'parents').map((each) => text(each, 'A parent'));
    if (parent !== ROOT) access.edited(parent);
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
    return store.put({ ...file, path, owner: user, permissions: [], more });
  };

  const update = (wanted: Fields, id: string, blob: Content | null): DriveFile => {
    const { name, mimeType: _type, parents, trashed, ...more } = wanted;
    if (parents !== undefined)
      throw new Error('The parents field is not directly writable in update requests.');
    const old = access.edited(id);
    const title = optional(name, text, 'name', old.name);
    const { path, mimeType } = old;
    const moved =
      path === null || title === old.name ? path : store.freePath(title, old.parents[0] ?? ROOT, path);
    if (mimeType === FOLDER && moved !== path)
      throw new Error('not implemented locally: renaming a Drive folder');
    if (path !== null && moved !== null) store.move(path, moved);
    if (blob && moved !== null) store.write(moved, blob.bytes);
    if (mimeType === SPREADSHEET && title !== old.name) shelf.find(id)?.rename(title);
    return store.put({
      ...old,
      name: title,
      path: moved,
      trashed: trashed === undefined ? old.trashed : trashed === true,
      modifiedTime: now(),
      more: { ...old.more, ...more },
    });
  };

  return { create, update };
}
