// Files for brokers and people: one folder a broker inside the desk's own folder, made once and kept.

import type { Files } from '../desk/services';
import type { OutputFile } from '../stages/day/outcome';
import { driveService, findFile, folderInDesk } from './drive';

export function createFiles(): Files {
  const folders = new Map<string, string>();
  const folderOf = (name: string): string => {
    const id = folders.get(name) ?? folderInDesk(name);
    folders.set(name, id);
    return id;
  };
  return {
    save(file) {
      const folder = folderOf(file.folder);
      const drive = driveService().Files;
      const content = Utilities.newBlob(file.content, mimeType(file), file.name);
      const existing = findFile(folder, file.name, null);
      if (existing) drive.update({ name: file.name }, existing, content);
      else drive.create({ name: file.name, parents: [folder] }, content, { fields: 'id' });
    },
  };
}

const mimeType = (file: OutputFile): string => (file.name.endsWith('.csv') ? 'text/csv' : 'text/plain');
