import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function sheet() { return SpreadsheetApp.getActive().getSheetByName('cells'); }
function write(a1, values) { sheet().getRange(a1).setValues(values); }
function writeBlock(row, column, rows, columns, values) { sheet().getRange(row, column, rows, columns).setValues(values); }
function read(a1) { return sheet().getRange(a1).getValues(); }
function roundTrip(a1, values) { write(a1, values); return read(a1); }
function format(a1, pattern) { sheet().getRange(a1).setNumberFormat(pattern); }
function formats(a1) { return sheet().getRange(a1).getNumberFormats(); }
function formulas(a1) { return sheet().getRange(a1).getFormulas(); }
function locale(name) { SpreadsheetApp.getActive().setSpreadsheetLocale(name); }
function isDate(a1) { return sheet().getRange(a1).getValue() instanceof Date; }
function extent() { var s = sheet(); return [s.getLastRow(), s.getLastColumn(), s.getDataRange().getA1Notation()]; }
function grow(rows, columns) {
  var s = sheet();
  s.insertRowsAfter(s.getMaxRows(), rows); s.insertColumnsAfter(s.getMaxColumns(), columns);
  return [s.getMaxRows(), s.getMaxColumns()];
}
function writeNaN() { sheet().getRange('A1').setValue(0 / 0); }
function writeObject() { sheet().getRange('A1').setValue({ a: 1 }); }
function clear(a1) { sheet().getRange(a1).clearContent(); }
function chainOfFormulas() {
  var s = sheet();
  s.getRange('A1:A3').setValues([[2], ['=A1*10'], ['=A2+1']]);
  var first = s.getRange('A1:A3').getValues();
  s.getRange('A1').setValue(5);
  return [first, s.getRange('A1:A3').getValues()];
}
`;

let desk: ScriptedDesk;
const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT);
});
afterAll(() => desk.discard());
beforeEach(() => {
  const { inner } = desk.book;
  const old = inner.univer.getSheetByName('cells');
  inner.insertSheet('next');
  if (old) inner.deleteSheet(old.getSheetId());
  inner.tab('next').setName('cells');
  inner.amend({ locale: 'en_US' });
});

describe('cells', () => {
  it('give back what was written: numbers, booleans, texts, blanks', async () => {
    const table = [
      [1.5, true, 'HASH11'],
      [0, false, ''],
    ];
    expect(await value('roundTrip', 'A1:C2', table)).toEqual(table);
  });

  it('keep every digit of a double', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 4 }),
        async (numbers) => {
          expect(await value('roundTrip', 'A1:D1', [numbers])).toEqual([numbers.map((number) => number + 0)]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('read a text as if it was typed, by the locale of the spreadsheet', async () => {
    const typing = [['1,234.5', '1234,5', '7%', 'TRUE', '2024-11-08', "'007"]];
    expect(await value('roundTrip', 'A1:F1', typing)).toEqual([
      [1234.5, '1234,5', 0.07, true, new Date('2024-11-08T03:00:00Z'), '007'],
    ]);
    expect(await value('formats', 'A1:F1')).toEqual([
      ['#,##0.00', 'General', '0%', 'General', 'yyyy-mm-dd', 'General'],
    ]);
    await value('locale', 'pt_BR');
    expect(await value('roundTrip', 'A2:B2', [['1.234,5', '1234,5']])).toEqual([[1234.5, 1234.5]]);
  });

  it('are left as text in plain text format', async () => {
    await value('format', 'A1:C1', '@');
    const typing = [['38.314.708/0001-90', '0012', '=1+1']];
    expect(await value('roundTrip', 'A1:C1', typing)).toEqual(typing);
    expect(await value('roundTrip', 'A1:C1', [[12, true, '1,5']])).toEqual([['12', 'TRUE', '1,5']]);
  });

  it('give dates of the script for numbers under a date format, and take dates', async () => {
    const at = new Date('2024-11-08T13:05:09.000Z');
    expect(await value('roundTrip', 'A1', [[at]])).toEqual([[at]]);
    expect(await value('isDate', 'A1')).toBe(true);
    expect(await value('formats', 'A1')).toEqual([['M/d/yyyy H:mm:ss']]);
    await value('format', 'A1', '0.00');
    expect(await value('isDate', 'A1')).toBe(false);
  });

  it('keep their own format when a value brings one', async () => {
    await value('format', 'A1:B1', 'dd/mm/yyyy');
    await value('write', 'A1:B1', [[new Date('2024-11-08T03:00:00Z'), '2024-11-11']]);
    expect(await value('formats', 'A1:B1')).toEqual([['dd/mm/yyyy', 'dd/mm/yyyy']]);
    await value('format', 'A1', 'General');
    expect(await value('read', 'A1:B1')).toEqual([[45604, new Date('2024-11-11T03:00:00Z')]]);
  });

  it('calculate formulas before they are read', async () => {
    expect(await value('chainOfFormulas')).toEqual([
      [[2], [20], [21]],
      [[5], [50], [51]],
    ]);
    expect(await value('formulas', 'A1:A3')).toEqual([[''], ['=A1*10'], ['=A2+1']]);
    expect(await value('roundTrip', 'B1:B2', [['=REPT("█", 3)'], ['=1/0']])).toEqual([['███'], ['#DIV/0!']]);
  });

  it('lose a formula when a value replaces it', async () => {
    await value('write', 'A1', [['=1+1']]);
    await value('write', 'A1', [['two']]);
    expect(await value('formulas', 'A1')).toEqual([['']]);
    expect(await value('read', 'A1')).toEqual([['two']]);
  });

  it('are blank after clearContent, which leaves their format', async () => {
    await value('format', 'A1', '0.00');
    await value('write', 'A1', [[5]]);
    await value('clear', 'A1');
    expect(await value('read', 'A1')).toEqual([['']]);
    expect(await value('formats', 'A1')).toEqual([['0.00']]);
  });

  it('are not written at all when the shape of the data does not fit', async () => {
    await value('write', 'A1:B1', [['keep', 'me']]);
    await expect(value('write', 'A1:B2', [['x', 'y']])).rejects.toThrow(
      'The data has 1 but the range has 2.',
    );
    await expect(value('write', 'A1:B1', [['x', 'y', 'z']])).rejects.toThrow(
      'The data has 3 but the range has 2.',
    );
    expect(await value('read', 'A1:B1')).toEqual([['keep', 'me']]);
  });

  it('refuse what a cell cannot hold', async () => {
    await expect(value('writeNaN')).rejects.toThrow('A cell cannot hold NaN (A1)');
    await expect(value('writeObject')).rejects.toThrow('A cell cannot hold object (A1)');
  });

  it('end with the grid, which grows by rows and columns', async () => {
    await expect(value('writeBlock', 1000, 26, 2, 1, [[1], [2]])).rejects.toThrow(
      'The coordinates of the range are outside the dimensions of the sheet',
    );
    await expect(value('writeBlock', 0, 1, 1, 1, [[1]])).rejects.toThrow('too small');
    expect(await value('grow', 5, 2)).toEqual([1005, 28]);
    await value('writeBlock', 1005, 28, 1, 1, [['corner']]);
    expect(await value('extent')).toEqual([1005, 28, 'A1:AB1005']);
  });

  it('count as filled by their values, not by their formats', async () => {
    expect(await value('extent')).toEqual([0, 0, 'A1']);
    await value('format', 'A1:F9', '0.00');
    await value('write', 'B3', [[0]]);
    expect(await value('extent')).toEqual([3, 2, 'A1:B3']);
  });

  it('are written 5,000 × 20 in one call', async () => {
    await value('grow', 4001, 0);
    const table = Array.from({ length: 5000 }, (_, r) =>
      Array.from({ length: 20 }, (_each, c) => r + c / 100),
    );
    const { value: written, calls } = await desk.call('roundTrip', ['A1:T5000', table]);
    expect(written).toHaveLength(table.length);
    expect(calls['Range.setValues']).toBe(1);
  });
});
