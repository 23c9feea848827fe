// The charts of a tab as pictures in the Excel file.
import type ExcelJS from 'exceljs';
import { parseA1 } from './a1';
import type { Book } from './book';
import type { ChartSpec } from './chart';
import type { UniverSheet } from './engine';
import { cellsOf } from './grid';
import { type Paper, PIXELS_A_CHARACTER, wholeAddress } from './paper';
import { gridSize } from './ranges';
import type { Placed } from './xlsxPictures';
import type { Writer } from './xlsxWriter';

interface Charted {
  readonly writer: Writer;
  readonly page: ExcelJS.Worksheet;
  readonly book: Book;
  readonly sheet: UniverSheet;
  readonly paper: Paper;
}

/** Charts as pictures, where they float on the screen; on paper as far as they reach. Where there is no picture, a cell says why. */
export async function addCharts({ writer, page, book, sheet, paper }: Charted): Promise<void> {
  const placed: Placed[] = [];
  let [right, bottom] = [0, 0];
  for (const chart of book.extras.charts.filter((each) => each.sheet === sheet.getSheetId())) {
    const picture = await paper.picture(chart, tablesOf(book, chart));
    const { row, column, offsetX, offsetY } = chart.position;
    if ('why' in picture) {
      page.getCell(row, column).value = picture.why;
      continue;
    }
    const [x, y] = [leftOf(page, column) + offsetX, (row - 1) * ROW_PIXELS + offsetY];
    placed.push({ ...picture, ...cornerAt(page, x, y) });
    [right, bottom] = [Math.max(right, x + picture.width), Math.max(bottom, y + picture.height)];
  }
  if (placed.length === 0) return;
  writer.pictures.add(page, placed);
  if (page.pageSetup.printTitlesRow === undefined) return;
  const end = cornerAt(page, right, bottom);
  const [columns, rows] = [end.column + (end.right > 0 ? 2 : 1), end.row + (end.down > 0 ? 2 : 1)];
  // One page, however much of it is drawn.
  Object.assign(page.pageSetup, {
    printArea: wholeAddress({ row: 1, column: 1, rows, columns }),
    fitToHeight: 1,
  });
}

const ROW_PIXELS = 20;
const pixelsOf = (page: ExcelJS.Worksheet, column: number): number =>
  Math.round((page.getColumn(column).width ?? 9) * PIXELS_A_CHARACTER);
const leftOf = (page: ExcelJS.Worksheet, column: number): number =>
  Array.from({ length: column - 1 }, (_, at) => pixelsOf(page, at + 1)).reduce((sum, each) => sum + each, 0);

/** The column and the row, from 0, in which a point lies, and how far into them. */
function cornerAt(
  page: ExcelJS.Worksheet,
  x: number,
  y: number,
): Pick<Placed, 'column' | 'row' | 'right' | 'down'> {
  let [column, right] = [0, x];
  while (right >= pixelsOf(page, column + 1)) {
    right -= pixelsOf(page, column + 1);
    column += 1;
  }
  const row = Math.floor(y / ROW_PIXELS);
  return { column, row, right, down: y - row * ROW_PIXELS };
}

const tablesOf = (book: Book, { ranges }: ChartSpec): readonly (readonly (readonly unknown[])[])[] =>
  ranges.map(({ sheet: id, a1: where }) => {
    const sheet = book.sheets().find((each) => each.getSheetId() === id);
    return sheet
      ? cellsOf(sheet, parseA1(where, gridSize(sheet))).map((row) => row.map((cell) => cell?.v ?? ''))
      : [];
  });
