// What a script sets on every row below the headers costs nothing in blank cells, and is there when something is written.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function sheet() { return SpreadsheetApp.getActive().getSheets()[0]; }
function format(a1, pattern) { sheet().getRange(a1).setNumberFormat(pattern); }
function formats(a1) { return sheet().getRange(a1).getNumberFormats(); }
function write(a1, values) { sheet().getRange(a1).setValues(values); }
function shown(a1) { return sheet().getRange(a1).getDisplayValues(); }
function read(a1) { return sheet().getRange(a1).getValues(); }
function clear(a1) { sheet().getRange(a1).clearFormat(); }
function center(a1) { sheet().getRange(a1).setHorizontalAlignment('center'); }
`;

let desk: ScriptedDesk;
const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT);
});
afterAll(() => desk.discard());
beforeEach(async () => {
  const { inner } = desk.book;
  const [old] = inner.sheets();
  inner.insertSheet(`next-${inner.extras.nextSheet}`);
  if (old) inner.deleteSheet(old.getSheetId());
});

const cellsKept = (): number => {
  let count = 0;
  desk.book.inner
    .sheets()[0]
    ?.getSheet()
    .getCellMatrix()
    .forValue(() => {
      count += 1;
    });
  return count;
};

it('a thousand formatted rows are no cells', async () => {
  await value('format', 'A2:J1000', '#,##0.00');
  await value('center', 'A2:J1000');
  expect(cellsKept()).toBe(0);
  expect(await value('formats', 'A1:A3')).toEqual([['General'], ['#,##0.00'], ['#,##0.00']]);
});

it('what is written later looks as its column does, texts above all', async () => {
  await value('format', 'A2:A1000', '@');
  await value('format', 'B2:B1000', '#,##0.00');
  await value('write', 'A1:B2', [
    ['code', 'amount'],
    ['0012', 1234.5],
  ]);
  expect(await value('read', 'A2:B2')).toEqual([['0012', 1234.5]]);
  expect(await value('shown', 'A1:B2')).toEqual([
    ['code', 'amount'],
    ['0012', '1,234.50'],
  ]);
});

it('a cell can be told to differ, and a part of a column to look like nothing', async () => {
  await value('format', 'A2:A1000', '#,##0.00');
  await value('format', 'A5', '0%');
  await value('format', 'A6', 'General');
  await value('clear', 'A7:A8');
  expect(await value('formats', 'A4:A9')).toEqual([
    ['#,##0.00'],
    ['0%'],
    ['General'],
    ['General'],
    ['General'],
    ['#,##0.00'],
  ]);
});

it('reads as if every cell kept its own format, whatever is set on which rows in which order', async () => {
  const patterns = fc.constantFrom('0.0', '0%', '@', 'General');
  const areas = fc.constantFrom([1, 12], [2, 12], [2, 5], [4, 4], [6, 12], [1, 1]);
  const sheet = desk.book.inner.sheets()[0];
  sheet?.deleteRows(12, 988);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(areas, patterns), { maxLength: 6 }), async (steps) => {
      await value('format', 'A1:A12', 'General');
      const wanted = Array.from({ length: 12 }, () => ['General']);
      for (const [[first = 1, last = 1], pattern] of steps) {
        await value('format', `A${first}:A${last}`, pattern);
        for (let row = first; row <= last; row++) wanted[row - 1] = [pattern];
      }
      expect(await value('formats', 'A1:A12')).toEqual(wanted);
    }),
    { numRuns: 25 },
  );
});
