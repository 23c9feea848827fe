// Files for brokers and people: one folder a broker inside the desk's own folder, made once and kept.

import type { Files } from '../desk/services';
import { msg } from '../language/message';
import type { OutputFile } from '../stages/day/outcome';
import { driveService, type Folder, findFile, folderInDesk, type Keeper } from './drive';

export function createFiles(keeper: Keeper): Files {
  const folders = new Map<string, Folder>();
  const folderOf = (name: string): Folder => {
    const found = folders.get(name) ?? folderInDesk(keeper, name);
    folders.set(name, found);
    return found;
  };
  return {
    save(file) {
      const folder = folderOf(file.folder);
      if (folder.kind === 'hidden')
        return folder.keptBy === null
          ? msg('the desk’s folder is in the Drive of whoever set the desk up')
          : msg('the desk’s folder is in the Drive of {who}', { who: folder.keptBy });
      const drive = driveService().Files;
      const content = Utilities.newBlob(file.content, mimeType(file), file.name);
      const existing = findFile(folder.id, file.name, null);
      if (existing) drive.update({ name: file.name }, existing, content);
      else drive.create({ name: file.name, parents: [folder.id] }, content, { fields: 'id' });
      return null;
    },
  };
}

const mimeType = (file: OutputFile): string => (file.name.endsWith('.csv') ? 'text/csv' : 'text/plain');
