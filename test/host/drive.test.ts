import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function create(resource, text, options) { return Drive.Files.create(resource, text === null ? null : Utilities.newBlob(text, 'text/csv', 'blob.csv'), options); }
function update(resource, id, text) { return Drive.Files.update(resource, id, text === null ? null : Utilities.newBlob(text)); }
function get(id, options) { return Drive.Files.get(id, options); }
function list(options) { return Drive.Files.list(options); }
function share(id) {
  var made = Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: 'a@xp.example' }, id, { sendNotificationEmail: false });
  var during = Drive.Permissions.list(id, { fields: 'permissions(id,role,emailAddress)' }).permissions;
  Drive.Permissions.remove(id, made.id);
  return [made.id, during, Drive.Permissions.list(id).permissions];
}
function fill(id) {
  var file = SpreadsheetApp.openById(id);
  file.getSheets()[0].getRange('A1').setValue('fill');
  return [file.getId(), file.getName(), file.getSheets()[0].getRange('A1').getValue()];
}
`;

let desk: ScriptedDesk;
const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;
const idOf = (file: unknown): string => (file as { id: string }).id;
const onDisk = (...path: string[]): string => readFileSync(join(desk.dir, 'files', ...path), 'utf8');
const FOLDER = 'application/vnd.google-apps.folder';
const SHEET = 'application/vnd.google-apps.spreadsheet';

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT);
});
afterAll(() => desk.discard());

describe('Drive', () => {
  let folder: string;
  let file: string;

  it('makes real folders and files', async () => {
    folder = idOf(await value('create', { name: 'XP', mimeType: FOLDER }, null));
    const made = await value('create', { name: 'aloc.csv', parents: [folder] }, 'a;b');
    file = idOf(made);
    expect(made).toEqual({ kind: 'drive#file', id: file, name: 'aloc.csv', mimeType: 'text/csv' });
    expect(onDisk('XP', 'aloc.csv')).toBe('a;b');
  });

  it('replaces the content of a file and renames it', async () => {
    await value('update', { name: 'aloc.csv' }, file, 'c;d');
    expect(onDisk('XP', 'aloc.csv')).toBe('c;d');
    await value('update', { name: 'new.csv' }, file, null);
    expect(onDisk('XP', 'new.csv')).toBe('c;d');
    expect(existsSync(join(desk.dir, 'files', 'XP', 'aloc.csv'))).toBe(false);
  });

  it('lets two files have one name, on disk two', async () => {
    const twin = idOf(await value('create', { name: 'new.csv', parents: [folder] }, 'twin'));
    expect([onDisk('XP', 'new.csv'), onDisk('XP', 'new (2).csv')]).toEqual(['c;d', 'twin']);
    expect(
      await value('list', { q: `'${folder}' in parents and name = 'new.csv'`, fields: 'files(id)' }),
    ).toEqual({
      files: [{ id: file }, { id: twin }],
    });
    await value('update', { trashed: true }, twin, null);
    const q = `'${folder}' in parents and trashed = false`;
    expect(await value('list', { q, fields: 'files(id)' })).toEqual({ files: [{ id: file }] });
  });

  it('never writes outside its folder', async () => {
    await value('create', { name: '../../escape.csv' }, 'x');
    expect(onDisk('__.._escape.csv')).toBe('x');
  });

  it('hands a long list out in pages', async () => {
    const first = await value('list', { pageSize: 2, fields: 'nextPageToken,files(name)' });
    expect(first).toEqual({ nextPageToken: '2', files: [{ name: 'Untitled spreadsheet' }, { name: 'XP' }] });
    expect(await value('list', { pageToken: '2', fields: 'files(name)' })).toEqual({
      files: [{ name: 'new.csv' }, { name: 'new.csv' }, { name: '../../escape.csv' }],
    });
  });

  it('shares and stops sharing', async () => {
    const [id, during, after] = (await value('share', file)) as unknown[];
    expect(during).toEqual([{ id, role: 'reader', emailAddress: 'a@xp.example' }]);
    expect(after).toEqual([]);
  });

  it('keeps what else is set on a file', async () => {
    await value('update', { copyRequiresWriterPermission: true }, file, null);
    expect(await value('get', file, { fields: 'copyRequiresWriterPermission,trashed' })).toEqual({
      copyRequiresWriterPermission: true,
      trashed: false,
    });
  });

  it('says what it does not find or understand', async () => {
    await expect(value('get', 'file-999999')).rejects.toThrow('File not found: file-999999.');
    await expect(value('list', { q: "name contains 'a'" })).rejects.toThrow('not implemented locally');
    await expect(value('create', { name: 'a', parents: [file] }, 'x')).rejects.toThrow('is not a folder');
  });

  it('makes spreadsheets that open by their id, also after a restart', async () => {
    const sheet = idOf(await value('create', { name: 'Fills XP', mimeType: SHEET, parents: [folder] }, null));
    expect(await value('fill', sheet)).toEqual([sheet, 'Fills XP', 'fill']);
    expect(await value('get', sheet, { fields: 'webViewLink' })).toEqual({
      webViewLink: expect.stringContaining(sheet),
    });
    desk = await desk.reopen();
    expect(desk.bookOf(sheet).name).toBe('Fills XP');
    expect(await desk.bookOf(sheet).readTab('Sheet1')).toEqual([['fill']]);
    expect(await value('list', { q: `mimeType = '${SHEET}'`, fields: 'files(name)' })).toEqual({
      files: [{ name: 'Untitled spreadsheet' }, { name: 'Fills XP' }],
    });
  });
});
