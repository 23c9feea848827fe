// A desk whose process died is opened from what lies on disk at that moment: every cell, look, name, property and file is there.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openHost } from '../../src/local/host';
import { scriptedDesk } from './scripted';

const SCRIPT = `
function write() {
  const book = SpreadsheetApp.getActive();
  const sheet = book.insertSheet('orders', 0);
  sheet.getRange('A1:B2').setValues([['asset', 'cap'], ['HASH11', 12.5]]);
  sheet.getRange('B2').setNumberFormat('#,##0.00').setBackground('#ff0000');
  sheet.getRange('C2').setFormula('=B2*2');
  sheet.insertRowsAfter(1, 2);
  sheet.getRange('A1').setNote('which one');
  sheet.setFrozenRows(1);
  sheet.setColumnWidth(1, 222);
  sheet.getRange('B2').setBackground(null);
  book.insertSheet('gone');
  book.deleteSheet(book.getSheetByName('gone'));
  book.rename('Renamed');
  book.setSpreadsheetTimeZone('Europe/Lisbon');
  sheet.getRange('A1:B4').protect().setDescription('ours').setWarningOnly(true);
  PropertiesService.getDocumentProperties().setProperty('constructor', 'kept');
  const folder = DriveApp.createFolder('Desk');
  folder.createFile('a.csv', 'x;y');
  SpreadsheetApp.flush();
}
function read() {
  return [
    PropertiesService.getDocumentProperties().getProperty('constructor'),
    DriveApp.getFoldersByName('Desk').next().getFilesByName('a.csv').next().getBlob().getDataAsString(),
    SpreadsheetApp.getActive().getName(),
    SpreadsheetApp.getActive().getSpreadsheetTimeZone(),
  ];
}`;

/** Lists of rules of a tab that has none may be there or not. */
const withoutEmpty = (data: string): unknown =>
  Object.fromEntries(
    Object.entries(Object(JSON.parse(data || '{}'))).filter(([, each]) => JSON.stringify(each) !== '[]'),
  );

/** The engine names looks at random: they are compared by what they are. */
function resolved(text: string): unknown {
  const book: { readonly styles: Readonly<Record<string, unknown>> } = JSON.parse(text);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        key === 's' && typeof each === 'string'
          ? (book.styles[each] ?? 'dangling')
          : key === 'data' && typeof each === 'string'
            ? withoutEmpty(each)
            : walk(each),
      ]),
    );
  };
  const { styles: _styles, ...rest } = Object(walk(book));
  return rest;
}

describe('a desk whose process died', () => {
  it('opens with everything that was on disk', async () => {
    const desk = await scriptedDesk(SCRIPT);
    await desk.call('write');
    const copy = mkdtempSync(join(tmpdir(), 'replay-'));
    cpSync(desk.dir, copy, { recursive: true });
    const again = await openHost({
      dir: copy,
      bundleDir: join(desk.dir, 'bundle'),
      clock: desk.clock,
      bookId: desk.book.id,
    });
    await again.save();
    const [before, after] = [desk.snapshot(), again.snapshot()];
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [id, text] of before) expect(resolved(after.get(id) ?? '{}')).toEqual(resolved(text));
    const { value } = await again.call('read');
    expect(value).toEqual(['kept', 'x;y', 'Renamed', 'Europe/Lisbon']);
    await again.close();
    await desk.discard();
    rmSync(copy, { recursive: true });
  });
});
