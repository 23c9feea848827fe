// The desk's folder in Drive and what lies in it: found again by its id, made once and kept.
import { type Message, msg } from '../language/message';
import { SaidError } from '../language/print';

const DESK_FOLDER = 'Trading Process';
const DESK_FOLDER_KEY = 'drive:desk-folder';
const FOLDER = 'application/vnd.google-apps.folder';

type DriveFiles = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;

export function driveService(): NonNullable<typeof Drive> {
  if (typeof Drive === 'undefined')
    throw new SaidError(
      msg('The Drive service is missing; in the script editor add the service Drive, version v3.'),
    );
  return Drive;
}

/** The folder of that name inside the desk's own. */
export function folderInDesk(name: string): string {
  const drive = driveService().Files;
  const desk = deskFolder(drive);
  return findFile(desk, name, FOLDER) ?? makeFolder(drive, name, desk);
}

/** The folder may have been moved, even renamed: its id stays. In the bin it counts as gone. */
function deskFolder(drive: DriveFiles): string {
  const properties = PropertiesService.getDocumentProperties();
  const known = properties.getProperty(DESK_FOLDER_KEY);
  if (known && isThere(known)) return known;
  const made = makeFolder(drive, DESK_FOLDER, null);
  properties.setProperty(DESK_FOLDER_KEY, made);
  return made;
}

/** False for what was deleted, lies in the bin, or is hidden from who runs this. */
export function isThere(id: string): boolean {
  try {
    return driveService().Files.get(id, { fields: 'id,trashed' }).trashed !== true;
  } catch (error) {
    if (/not found/i.test(String(error))) return false;
    throw error;
  }
}

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

function makeFolder(drive: DriveFiles, name: string, parent: string | null): string {
  const resource = { name, mimeType: FOLDER, ...(parent === null ? {} : { parents: [parent] }) };
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
