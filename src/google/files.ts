// Files for brokers and people: one folder a broker, or a day, inside the desk's own folder, made once and kept.

import type { Filed, Files } from '../desk/services';
import { msg } from '../language/message';
import type { OutputFile } from '../stages/outcome/outcome';
import { deskFolder, driveService, type Folder, findFile, folderInDesk, type Keeper } from './drive';
import type { PdfMaker } from './pdf';

export function createFiles(keeper: Keeper, makePdf: PdfMaker): Files {
  const folders = new Map<string, Folder>();
  /** What was put into folders that were new, by folder and name: what stands nowhere else need not be looked for. */
  const put = new Set<string>();
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
      const place = `${folder.id}/${file.name}`;
      const existing = (): string | null =>
        folder.isNew && !put.has(place) ? null : findFile(folder.id, file.name, null);
      const into = (content: GoogleAppsScript.Base.Blob): Filed => {
        const filed = putInto(folder.id, file, content, existing());
        put.add(place);
        return filed;
      };
      if (file.madeOf !== 'html') return into(Utilities.newBlob(file.content, mimeType(file), file.name));
      const { pdf, why } = makePdf(file.name, file.content);
      return pdf === null ? { kind: 'not-made', why } : into(pdf);
    },
  };
}

/** @param existing the file of that name in the folder; null = there is none */
function putInto(
  folder: string,
  file: OutputFile,
  content: GoogleAppsScript.Base.Blob,
  existing: string | null,
): Filed {
  const drive = driveService().Files;
  const options = { fields: file.isLinked ? 'id,webViewLink' : 'id' };
  const { webViewLink } = existing
    ? drive.update({ name: file.name }, existing, content, options)
    : drive.create({ name: file.name, parents: [folder] }, content, options);
  return { kind: 'there', link: file.isLinked ? (webViewLink ?? null) : null };
}

const TYPES: Readonly<Record<string, string>> = { csv: 'text/csv', html: 'text/html' };

const mimeType = ({ name }: OutputFile): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
