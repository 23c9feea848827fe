// The file that a day leaves, as it comes out on paper: pages are counted from what the file says of them, as a printer does.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import ExcelJS from 'exceljs';
import { parseA1 } from '../../src/local/host/book/a1';
import { CHARACTER_POINTS, MARGINS, ROW_POINTS } from '../../src/local/host/book/paper';
import { checkoutDir } from '../../src/local/host/checkout';
import { afterAll, beforeAll, describe, it } from '../inBrowser';

const dir = mkdtempSync(join(tmpdir(), 'desk-paper-'));
const workbook = new ExcelJS.Workbook();

beforeAll(async () => {
  const cli = [
    'build/run.mjs',
    'src/local/cli/main.ts',
    '--dir',
    dir,
    '--fresh',
    '--until',
    'final',
    '--no-serve',
  ];
  execFileSync(process.execPath, cli, { cwd: checkoutDir(), stdio: 'ignore' });
  await workbook.xlsx.readFile(join(dir, 'trading-desk.xlsx'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const visible = (): readonly ExcelJS.Worksheet[] =>
  workbook.worksheets.filter(({ state }) => state === 'visible');
const areaOf = ({ pageSetup, rowCount, columnCount }: ExcelJS.Worksheet) =>
  parseA1(String(pageSetup.printArea).replaceAll('$', ''), { rows: rowCount, columns: columnCount });
const isPrinted = (page: ExcelJS.Worksheet): boolean => !page.getColumn(areaOf(page).column).hidden;

/** How small a tab is printed, and on how many pages: A4 on its side, never enlarged. */
function printed(page: ExcelJS.Worksheet): { readonly scale: number; readonly pages: number } {
  const { columns, rows } = areaOf(page);
  const inches = 72;
  const across = 842 - (MARGINS.left + MARGINS.right) * inches;
  const down = 595 - (MARGINS.top + MARGINS.bottom) * inches;
  const characters = Array.from({ length: columns }, (_, at) => page.getColumn(at + 1).width ?? 9);
  const width = characters.reduce((sum, each) => sum + each, 0) * CHARACTER_POINTS;
  const height = rows * ROW_POINTS;
  const wide = Math.min(1, across / width);
  if (page.pageSetup.fitToHeight === 1) return { scale: Math.min(wide, down / height), pages: 1 };
  return { scale: wide, pages: Math.ceil((height * wide) / down) };
}

describe('the workbook that a day leaves', () => {
  it('prints on twelve pages at most, each readable and with its headers', () => {
    const tabs = visible().filter(isPrinted);
    expect(tabs.map(({ name }) => name)).toEqual([
      'daily-trades',
      'blotter',
      'status',
      'charts',
      'orders',
      'offshore-orders',
      'primary-requests',
      'adjustments',
      'adjustment-orders',
      'allocation',
      'log',
    ]);
    const sizes = tabs.map((page) => ({ name: page.name, ...printed(page) }));
    expect(sizes.reduce((sum, { pages }) => sum + pages, 0)).toBeLessThanOrEqual(12);
    expect(sizes.filter(({ scale }) => scale < 0.5)).toEqual([]);
    for (const { pageSetup } of tabs)
      expect(pageSetup).toMatchObject({
        orientation: 'landscape',
        paperSize: 9,
        fitToWidth: 1,
        printTitlesRow: '1:1',
      });
  });

  it('has a whole address for what is printed of every tab, and nothing to print of the others', () => {
    for (const page of workbook.worksheets) expect(page.pageSetup.printArea).toMatch(/^[A-Z]+\d+:[A-Z]+\d+$/);
    const others = visible().filter((page) => !isPrinted(page));
    expect(others.map(({ name }) => name)).toContain('executions');
    for (const page of others) {
      const { row, column, rows, columns } = areaOf(page);
      expect([rows, columns, page.getCell(row, column).value]).toEqual([1, 1, null]);
    }
  });

  it('has its colours, its filters, its lists and its charts as pictures', () => {
    const tab = (name: string): ExcelJS.Worksheet => {
      const found = workbook.getWorksheet(name);
      if (!found) throw new Error(`there is no tab ${name}`);
      return found;
    };
    expect(visible().filter(({ properties }) => !properties.tabColor)).toEqual([]);
    expect(visible().filter(({ autoFilter }) => !autoFilter)).toEqual([]);
    expect(tab('daily-trades').getCell('B2').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'fund-stats'!$B$2:$B$1000"],
    });
    expect(tab('daily-trades').getCell('D2').dataValidation).toMatchObject({
      formulae: ['"COMPRA,VENDA,BUY,SELL"'],
    });
    expect(tab('charts').getImages()).toHaveLength(1);
  });
});
