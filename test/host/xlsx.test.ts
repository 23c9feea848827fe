import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type ScriptedDesk, scriptedDesk } from './scripted';

/** A device that takes no byte, as a full disk does. */
const FULL = '/dev/full';
const SCRIPT = `
function dress() {
  var book = SpreadsheetApp.getActive();
  var orders = book.getSheetByName('orders');
  orders.setFrozenRows(1);
  orders.setColumnWidth(1, 210);
  orders.getRange('A1:F1').setFontWeight('bold').setBackground('#eeeeee').setNote('header');
  orders.getRange('B2:B9').setNumberFormat('#,##0.00');
  var rule = SpreadsheetApp.newDataValidation().requireValueInList(['BUY', 'SELL']).setAllowInvalid(false).setHelpText('the side').build();
  orders.getRange('C2:C9').setDataValidation(rule);
  book.insertSheet('_state').hideSheet();
}
function draw() {
  var tab = SpreadsheetApp.getActive().insertSheet('drawn');
  tab.getRange('A1:B2').setValues([['fund', 'bps'], ['A', 3]]);
  tab.getRange('A1').setNote('what is drawn');
  [[2, 7], [20, 0]].forEach(function (at) {
    var chart = tab.newChart().setChartType(Charts.ChartType.BAR).addRange(tab.getRange('A1:B2')).setPosition(at[0], 4, 0, at[1]);
    tab.insertChart(chart.build());
  });
}
function dressLong() {
  var tab = SpreadsheetApp.getActive().getSheetByName('orders-long');
  tab.insertRowsAfter(tab.getMaxRows(), 10);
  tab.getRange('A701').setNote('nothing here').setBackground('#eeeeee');
  tab.getRange('B701').setBackground('#eeeeee');
  tab.getRange('B1203').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['BUY', 'SELL']).build());
}
`;

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let desk: ScriptedDesk;
const ROWS = [
  ['fund', 'amount', 'side', 'on', 'done', 'double'],
  ['Ação <FIA>', 1234567.891, 'BUY', new Date('2024-11-08T03:00:00Z'), true, '=B2*2'],
  ["'0012", 0.1, 'SELL', new Date('2024-11-08T13:30:00Z'), false, '=B3*2'],
];

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT, { firstTab: 'orders' });
  desk.book.writeTab('orders', ROWS);
  await desk.call('dress');
});
afterAll(() => desk.discard());

describe('the book as an Excel file', () => {
  it('reads back equal: values, formulas, formats, headers, dropdowns, notes, widths, hidden tabs', async () => {
    const path = join(desk.dir, 'out', 'desk.xlsx');
    await desk.exportXlsx(path);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const orders = workbook.getWorksheet('orders');
    const values = [1, 2, 3].map((row) =>
      [1, 2, 3, 4, 5, 6].map((column) => orders?.getCell(row, column).value),
    );
    expect(values).toEqual([
      ['fund', 'amount', 'side', 'on', 'done', 'double'],
      [
        'Ação <FIA>',
        1234567.891,
        'BUY',
        new Date('2024-11-08T00:00:00Z'),
        true,
        { formula: 'B2*2', result: 2469135.782 },
      ],
      ['0012', 0.1, 'SELL', new Date('2024-11-08T10:30:00Z'), false, { formula: 'B3*2', result: 0.2 }],
    ]);
    expect(orders?.getCell('B2').numFmt).toBe('#,##0.00');
    expect(orders?.getCell('D3').numFmt).toBe('M/d/yyyy H:mm:ss');
    expect(orders?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(orders?.getCell('C9').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"BUY,SELL"'],
      prompt: 'the side',
      showErrorMessage: true,
    });
    expect(orders?.getCell('C10').dataValidation).toBeUndefined();
    expect(JSON.stringify(orders?.getCell('F1').note)).toContain('header');
    expect(orders?.getCell('A1').font?.bold).toBe(true);
    expect(orders?.getCell('A1').fill).toMatchObject({ fgColor: { argb: 'FFEEEEEE' } });
    expect(orders?.getColumn(1).width).toBe(30);
    expect(orders?.autoFilter).toBe('A1:F3');
    expect(orders?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      printArea: 'A1:F3',
      printTitlesRow: '1:1',
    });
    expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ['orders', 'visible'],
      ['_state', 'hidden'],
    ]);
  });

  it('is the same file for the same book', async () => {
    const [one, two] = [join(desk.dir, 'one.xlsx'), join(desk.dir, 'two.xlsx')];
    await desk.exportXlsx(one);
    await desk.exportXlsx(two);
    const read = async (path: string): Promise<unknown> => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(path);
      return workbook.model;
    };
    expect(await read(one)).toEqual(await read(two));
    expect(readFileSync(one).length).toBe(readFileSync(two).length);
  });

  it('keeps notes, looks and dropdowns of rows without a value, and every row of a long tab', async () => {
    const rows = Array.from({ length: 1_201 }, (_, at) => [at, `row ${at}`]);
    rows[700] = [];
    desk.book.writeTab('orders-long', rows);
    await desk.call('dressLong');
    const path = join(desk.dir, 'long.xlsx');
    await desk.exportXlsx(path);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const page = workbook.getWorksheet('orders-long');
    expect(rows.map((_row, at) => page?.getCell(at + 1, 2).value)).toEqual(
      rows.map(([, text]) => text ?? null),
    );
    expect(JSON.stringify(page?.getCell('A701').note)).toContain('nothing here');
    expect(page?.getCell('B701').fill).toMatchObject({ fgColor: { argb: 'FFEEEEEE' } });
    expect(page?.getCell('B1203').dataValidation).toMatchObject({ formulae: ['"BUY,SELL"'] });
  });

  it('has charts as pictures where they float, beside the notes of their tab, and room on paper for them', async () => {
    await desk.call('draw');
    const path = join(desk.dir, 'charts.xlsx');
    const seen: unknown[] = [];
    await desk.exportXlsx(path, {
      tabs: { drawn: '' },
      picture: async (chart, tables) => {
        seen.push(tables);
        return chart.position.row === 2
          ? { png: PNG, width: 300, height: 90 }
          : { why: 'no picture without a browser' };
      },
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const page = workbook.getWorksheet('drawn');
    const [image, ...others] = page?.getImages() ?? [];
    expect(others).toEqual([]);
    expect(image?.range).toMatchObject({
      tl: { nativeCol: 3, nativeRow: 1, nativeRowOff: 7 * 9525 },
      ext: { width: 300, height: 90 },
    });
    expect(workbook.getImage(Number(image?.imageId)).buffer).toEqual(PNG);
    expect(page?.getCell('D20').value).toBe('no picture without a browser');
    expect(JSON.stringify(page?.getCell('A1').note)).toContain('what is drawn');
    expect(page?.pageSetup).toMatchObject({
      fitToHeight: 1,
      printArea: expect.stringMatching(/^A1:[G-N]7$/),
    });
    expect(seen).toEqual([
      [
        [
          ['fund', 'bps'],
          ['A', 3],
        ],
      ],
      [
        [
          ['fund', 'bps'],
          ['A', 3],
        ],
      ],
    ]);
  });

  (existsSync(FULL) ? it : it.skip)('leaves the file of before where the disk is full', async () => {
    const path = join(desk.dir, 'kept.xlsx');
    await desk.exportXlsx(path);
    const before = readFileSync(path);
    symlinkSync(FULL, `${path}.new`);
    await expect(desk.exportXlsx(path)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.new`)).toBe(false);
  });
});

describe('a tab read and written by the desk', () => {
  it('comes back as it was written, its text columns as text', async () => {
    const rows = [
      ['fund', 'cnpj'],
      ['A', '38314708000190'],
    ];
    desk.book.writeTab('fund-stats', rows, { textColumns: [2] });
    expect(await desk.book.readTab('fund-stats')).toEqual(rows);
  });

  it('is replaced as a whole, blank where the new rows are shorter', async () => {
    desk.book.writeTab('fund-stats', [['only']]);
    expect(await desk.book.readTab('fund-stats')).toEqual([['only']]);
    desk.book.writeTab('fund-stats', []);
    expect(await desk.book.readTab('fund-stats')).toEqual([]);
    await expect(desk.book.readTab('nowhere')).rejects.toThrow('There is no tab "nowhere"');
  });

  it('grows beyond the usual thousand rows', async () => {
    desk.book.writeTab(
      'long',
      Array.from({ length: 1500 }, (_, row) => [row]),
    );
    expect((await desk.book.readTab('long')).at(-1)).toEqual([1499]);
  });
});
