// The desk's folder in Drive and what lies in it: found again by its id, made once and kept.
import type { Journal } from '../desk/services';
import { type Message, msg } from '../language/message';
import { SaidError } from '../language/print';

const DESK_FOLDER = 'Trading Process';
const DESK_FOLDER_KEY = 'drive:desk-folder';
const DESK_FOLDER_BY_KEY = 'drive:desk-folder-by';
const FOLDER = 'application/vnd.google-apps.folder';

type DriveFiles = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;

export function driveService(): NonNullable<typeof Drive> {
  if (typeof Drive === 'undefined')
    throw new SaidError(
      msg('The Drive service is missing; in the script editor add the service Drive, version v3.'),
    );
  return Drive;
}

/** What remembers the folder for everybody, and who asks. */
export interface Keeper {
  readonly journal: Journal;
  user(): string;
  bookId(): string;
}

/** `hidden`: it is somebody else's, and Drive shows this script only what its own user has made with it. */
export type Folder =
  | {
      readonly kind: 'there';
      readonly id: string;
      /** Made a moment ago: nothing lies in it. */
      readonly isNew?: true;
    }
  | { readonly kind: 'hidden'; readonly keptBy: string | null };

/** The folder of that name inside the desk's own: one tree, whoever runs the desk. */
export function folderInDesk(desk: Folder, name: string): Folder {
  if (desk.kind === 'hidden') return desk;
  // In a new one nothing has to be looked for: each search costs a call.
  const known = desk.isNew ? null : findFile(desk.id, name, FOLDER);
  return known === null
    ? { kind: 'there', id: makeFolder(driveService().Files, name, desk.id), isNew: true }
    : { kind: 'there', id: known };
}

/** The folder may have been moved, even renamed: its id stays. In the bin of whoever made it, it counts as gone. */
export function deskFolder({ journal, user, bookId }: Keeper): Folder {
  const known = journal.get(DESK_FOLDER_KEY);
  const keptBy = journal.get(DESK_FOLDER_BY_KEY);
  const me = user();
  if (known !== null) {
    const sight = sightOf(known);
    // An older version did not write down who made it; whoever sees it has.
    if (sight === 'there' && keptBy === null) journal.set(DESK_FOLDER_BY_KEY, me);
    if (sight === 'there') return { kind: 'there', id: known };
    if (sight === 'unseen' && keptBy !== me) return { kind: 'hidden', keptBy };
  }
  const mark = markOf(bookId());
  const forgotten = findMarked(DESK_FOLDER, FOLDER, mark);
  const made = forgotten ?? makeFolder(driveService().Files, DESK_FOLDER, null, mark);
  journal.setAll({ [DESK_FOLDER_KEY]: made, [DESK_FOLDER_BY_KEY]: me });
  return { kind: 'there', id: made, ...(forgotten === null ? { isNew: true } : {}) };
}

/** Who keeps the desk's folder; null where there is none yet, or an older version did not say. */
export const folderKeptBy = (journal: Journal): string | null => journal.get(DESK_FOLDER_BY_KEY);

/** From now on new files lie in the Drive of whoever runs this: for a desk whose keeper has left. */
export function takeOverFolder({ journal, user }: Keeper): Message {
  const keptBy = journal.get(DESK_FOLDER_BY_KEY);
  const me = user();
  if (keptBy === me) return msg('the files lie in your Drive already');
  journal.remove(DESK_FOLDER_KEY);
  journal.remove(DESK_FOLDER_BY_KEY);
  return keptBy === null
    ? msg('new files will lie in the Drive of {user}', { user: me })
    : msg('new files will lie in the Drive of {user}; the earlier ones stay in that of {who}', {
        user: me,
        who: keptBy,
      });
}

/** False for what was deleted, lies in the bin, or is hidden from who runs this. */
export const isThere = (id: string): boolean => sightOf(id) === 'there';

/** Drive says the same of what was deleted and of what is hidden. */
function sightOf(id: string): 'there' | 'binned' | 'unseen' {
  try {
    return driveService().Files.get(id, { fields: 'id,trashed' }).trashed === true ? 'binned' : 'there';
  } catch (error) {
    if (isUnseen(error)) return 'unseen';
    throw error;
  }
}

/** Drive's words for a file that is not there, or not for this user. */
export const isUnseen = (error: unknown): boolean => /not found/i.test(String(error));

/** The oldest file of that name in the folder. @param type null = of any type */
export function findFile(parent: string, name: string, type: string | null): string | null {
  const kind = type === null ? '' : ` and mimeType = '${type}'`;
  const q = `'${parent}' in parents and name = '${escaped(name)}' and trashed = false${kind}`;
  const { files } = driveService().Files.list({
    q,
    fields: 'files(id)',
    orderBy: 'createdTime',
    pageSize: 1,
  });
  return files?.[0]?.id ?? null;
}

/** Described so at the top of a user's Drive, where other desks of the same user keep things of the same name. */
export const markOf = (desk: string): string => `${DESK_FOLDER}: ${desk}`;

/** One at the top that an earlier try made, and was cut off before it could be remembered; null = there is none. */
export function findMarked(name: string, type: string, mark: string): string | null {
  const q = `'root' in parents and name = '${escaped(name)}' and trashed = false and mimeType = '${type}'`;
  const { files = [] } = driveService().Files.list({ q, fields: 'files(id,description)' });
  return files.find(({ description }) => description === mark)?.id ?? null;
}

function makeFolder(drive: DriveFiles, name: string, parent: string | null, description = ''): string {
  const marked = description === '' ? {} : { description };
  const resource = { name, mimeType: FOLDER, ...marked, ...(parent === null ? {} : { parents: [parent] }) };
  return idOf(
    drive.create(resource),
    msg('Drive made the folder "{name}" but did not say its id; try again.', { name }),
  );
}

/** @param otherwise said when the answer lacks it */
export function idOf({ id }: { readonly id?: string }, otherwise: Message): string {
  if (!id) throw new SaidError(otherwise);
  return id;
}

const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
