// Files for brokers and people: one folder a broker inside the desk's own folder, made once and kept.
import type { OutputFile } from '../stages/outcome';
import type { Files } from '../stages/services';

const DESK_FOLDER = 'Trading Process';
const DESK_FOLDER_KEY = 'drive:desk-folder';
const FOLDER = 'application/vnd.google-apps.folder';

type DriveFiles = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;

export function createFiles(): Files {
  let desk: string | null = null;
  const folders = new Map<string, string>();
  const folderOf = (drive: DriveFiles, name: string): string => {
    desk ??= deskFolder(drive);
    const id = folders.get(name) ?? find(drive, desk, name, FOLDER) ?? makeFolder(drive, name, desk);
    folders.set(name, id);
    return id;
  };
  return {
    save(file) {
      const drive = driveFiles();
      const folder = folderOf(drive, file.folder);
      const content = Utilities.newBlob(file.content, mimeType(file), file.name);
      const existing = find(drive, folder, file.name, null);
      if (existing) drive.update({ name: file.name }, existing, content);
      else drive.create({ name: file.name, parents: [folder] }, content, { fields: 'id' });
    },
  };
}

function driveFiles(): DriveFiles {
  if (typeof Drive === 'undefined')
    throw new Error('The Drive service is missing; in the script editor add the service Drive, version v3.');
  return Drive.Files;
}

/** The folder may have been moved, even renamed: its id stays. In the bin it counts as gone. */
function deskFolder(drive: DriveFiles): string {
  const properties = PropertiesService.getDocumentProperties();
  const known = properties.getProperty(DESK_FOLDER_KEY);
  if (known && isThere(drive, known)) return known;
  const made = makeFolder(drive, DESK_FOLDER, null);
  properties.setProperty(DESK_FOLDER_KEY, made);
  return made;
}

function isThere(drive: DriveFiles, id: string): boolean {
  try {
    return drive.get(id, { fields: 'id,trashed' }).trashed !== true;
  } catch (error) {
    if (/not found/i.test(String(error))) return false;
    throw error;
  }
}

function find(drive: DriveFiles, parent: string, name: string, type: string | null): string | null {
  const kind = type === null ? '' : ` and mimeType = '${type}'`;
  const q = `'${parent}' in parents and name = '${escaped(name)}' and trashed = false${kind}`;
  return drive.list({ q, fields: 'files(id)', orderBy: 'createdTime', pageSize: 1 }).files?.[0]?.id ?? null;
}

function makeFolder(drive: DriveFiles, name: string, parent: string | null): string {
  const resource = { name, mimeType: FOLDER, ...(parent === null ? {} : { parents: [parent] }) };
  const { id } = drive.create(resource);
  if (!id) throw new Error(`Drive made the folder "${name}" but did not say its id; try again.`);
  return id;
}

const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/'/g, "\\'");

const mimeType = (file: OutputFile): string => (file.name.endsWith('.csv') ? 'text/csv' : 'text/plain');
