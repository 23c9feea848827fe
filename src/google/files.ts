// Files for brokers and people: one folder a broker, or a day, inside the desk's own folder, made once and kept.

import type { Filed, Files } from '../desk/services';
import { msg } from '../language/message';
import type { OutputFile } from '../stages/day/outcome';
import { deskFolder, driveService, type Folder, findFile, folderInDesk, type Keeper } from './drive';
import type { PdfMaker } from './pdf';

export function createFiles(keeper: Keeper, makePdf: PdfMaker): Files {
  const folders = new Map<string, Folder>();
  let desk: Folder | null = null;
  const folderOf = (name: string): Folder => {
    desk ??= deskFolder(keeper);
    const found = folders.get(name) ?? folderInDesk(desk, name);
    folders.set(name, found);
    return found;
  };
  return {
    save(file) {
      const folder = folderOf(file.folder);
      if (folder.kind === 'hidden') {
        const why =
          folder.keptBy === null
            ? msg('the desk’s folder is in the Drive of whoever set the desk up')
            : msg('the desk’s folder is in the Drive of {who}', { who: folder.keptBy });
        return { kind: 'elsewhere', why };
      }
      if (file.madeOf !== 'html')
        return put(folder.id, file, Utilities.newBlob(file.content, mimeType(file), file.name));
      const { pdf, why } = makePdf(file.name, file.content);
      return pdf === null ? { kind: 'not-made', why } : put(folder.id, file, pdf);
    },
  };
}

function put(folder: string, file: OutputFile, content: GoogleAppsScript.Base.Blob): Filed {
  const drive = driveService().Files;
  const existing = findFile(folder, file.name, null);
  const options = { fields: file.isLinked ? 'id,webViewLink' : 'id' };
  const { webViewLink } = existing
    ? drive.update({ name: file.name }, existing, content, options)
    : drive.create({ name: file.name, parents: [folder] }, content, options);
  return { kind: 'there', link: file.isLinked ? (webViewLink ?? null) : null };
}

const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', html: 'text/html' };

const mimeType = ({ name }: OutputFile): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
