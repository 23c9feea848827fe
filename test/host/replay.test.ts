// A desk whose process died is opened from what lies on disk at that moment: every cell, look, name, property and file is there.
import { cpSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openHost, openJournal } from '../../src/local/host';
import { effort } from '../effort';
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

const spoilt: readonly (readonly [string, (file: string) => void])[] = [
  ['torn', (file) => truncateSync(file, 500)],
  ['foreign', (file) => writeFileSync(file, '{"hello":1}')],
  ['empty', (file) => writeFileSync(file, '')],
];

describe.each(effort([2], [1, 2, 3]))(
  'a spreadsheet whose file is damaged after %d checkpoints',
  (checkpoints) => {
    it.each(spoilt)(
      '%s: opens as it was, from the file before it and the journal, and the damaged one is named',
      async (_how, spoil) => {
        const desk = await scriptedDesk(SCRIPT);
        await desk.call('write');
        for (let n = 1; n <= checkpoints; n += 1) {
          desk.book.writeCell('orders', `D${n}`, n);
          await desk.checkpoint();
        }
        desk.book.writeCell('orders', 'E1', 'after it');
        await desk.save();
        const wanted = desk.snapshot();
        const copy = mkdtempSync(join(tmpdir(), 'replay-'));
        cpSync(desk.dir, copy, { recursive: true });
        const file = join(copy, 'books', `${desk.book.id}.json.gz`);
        spoil(file);
        const open = async (dir: string) => {
          const journal = openJournal(dir);
          const how = { bundleDir: join(desk.dir, 'bundle'), clock: desk.clock, bookId: desk.book.id };
          return { journal, host: await openHost({ ...how, dir, journal }) };
        };
        const { journal, host } = await open(copy);
        expect(journal.losses).toEqual([
          { file, aside: `${file}.damaged-1`, instead: file.replace(/gz$/, 'before.gz') },
        ]);
        // And it is killed again before anybody has done anything.
        const killed = mkdtempSync(join(tmpdir(), 'replay-'));
        cpSync(copy, killed, { recursive: true });
        const again = await open(killed);
        expect(again.journal.losses).toEqual([]);
        for (const each of [host, again.host]) await each.save();
        for (const { snapshot } of [host, again.host])
          for (const [id, text] of wanted)
            expect(resolved(snapshot().get(id) ?? '{}')).toEqual(resolved(text));
        await host.close();
        expect(readdirSync(join(copy, 'books'))).toContain(`${desk.book.id}.json.gz.damaged-1`);
        await again.host.close();
        await desk.discard();
        for (const dir of [copy, killed]) rmSync(dir, { recursive: true });
      },
    );
  },
);
