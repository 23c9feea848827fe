// Who may see and change what in Drive: the owner, whoever a permission names, and nobody else. A folder's permissions
// go for what lies in it, as in Drive.
import { type DriveFile, type DriveStore, ROOT } from './store';

export interface Access {
  sees(file: DriveFile): boolean;
  edits(file: DriveFile): boolean;
  /** The file, as far as the user knows of it. @throws as Drive does for a file that is not there */
  seen(id: string): DriveFile;
  /** The same for a change of it. */
  edited(id: string): DriveFile;
  /** Whether the user may say who else sees it. */
  shared(id: string): DriveFile;
}

const EDITING = ['writer', 'fileOrganizer', 'organizer', 'owner'];

/**
 * @param ownFilesOnly as with the scope drive.file, which is per user and app: what another user's run has made is not
 *   there, whoever shared it
 */
export function accessOf(store: DriveStore, user: string, ownFilesOnly = false): Access {
  const made = (file: DriveFile): boolean => file.owner === undefined || same(file.owner, user);
  const has = (file: DriveFile, roles: readonly string[] | null): boolean => {
    // Files of before owners were kept belong to whoever opens the desk.
    if (made(file)) return true;
    if (ownFilesOnly) return false;
    const granted = file.permissions.some(
      ({ type, emailAddress, role }) =>
        (type === 'anyone' || same(emailAddress, user)) && (roles === null || roles.includes(String(role))),
    );
    const [parent = ROOT] = file.parents;
    return granted || (parent !== ROOT && has(store.get(parent), roles));
  };
  const sees = (file: DriveFile): boolean => has(file, null);
  const edits = (file: DriveFile): boolean => has(file, EDITING);
  const seen = (id: string): DriveFile => {
    const file = store.get(id);
    if (!sees(file)) throw store.missing(id);
    return file;
  };
  const edited = (id: string): DriveFile => {
    const file = seen(id);
    if (!edits(file)) throw insufficient(id);
    return file;
  };
  return {
    sees,
    edits,
    seen,
    edited,
    shared(id) {
      const file = edited(id);
      if (!made(file) && file.more.writersCanShare === false) throw insufficient(id);
      return file;
    },
  };
}

const same = (a: unknown, b: string): boolean => typeof a === 'string' && a.toLowerCase() === b.toLowerCase();

const insufficient = (id: string): Error =>
  new Error(`The user does not have sufficient permissions for file ${id}.`);
