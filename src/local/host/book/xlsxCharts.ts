// The charts of a tab as pictures in the Excel file.
import type ExcelJS from 'exceljs';
import { parseA1 } from './a1';
import type { Book } from './book';
import type { ChartSpec } from './chart';
import type { UniverSheet } from './engine';
import { cellsOf } from './grid';
import { type Paper, PIXELS_A_CHARACTER, wholeAddress } from './paper';
import { gridSize } from './ranges';
import type { Writer } from './xlsxWriter';

interface Charted {
  readonly writer: Writer;
  readonly page: ExcelJS.Worksheet;
  readonly book: Book;
  readonly sheet: UniverSheet;
  readonly paper: Paper;
}

/** Charts as pictures, where they float on the screen; on paper as far as they reach. */
export async function addCharts({ writer, page, book, sheet, paper }: Charted): Promise<void> {
  const charts = book.extras.charts.filter((chart) => chart.sheet === sheet.getSheetId());
  let [right, bottom] = [0, 0];
  for (const chart of charts) {
    const picture = writer.takesPictures ? await paper.picture(chart, tablesOf(book, chart)) : TOO_LARGE;
    const { row, column, offsetX, offsetY } = chart.position;
    if ('why' in picture) {
      page.getCell(row, column).value = picture.why;
      continue;
    }
    const { png, width, height } = picture;
    const image = writer.workbook.addImage({ base64: Buffer.from(png).toString('base64'), extension: 'png' });
    const [x, y] = [leftOf(page, column) + offsetX, (row - 1) * ROW_PIXELS + offsetY];
    page.addImage(image, { tl: cellAt(page, x, y), ext: { width, height } });
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  if (right === 0 || page.pageSetup.printTitlesRow === undefined) return;
  const end = cellAt(page, right, bottom);
  const reach = { row: 1, column: 1, rows: Math.ceil(end.row) + 1, columns: Math.ceil(end.col) + 1 };
  // One page, however much of it is drawn.
  Object.assign(page.pageSetup, { printArea: wholeAddress(reach), fitToHeight: 1 });
}

/** Stands where the chart would. */
const TOO_LARGE = { why: 'the book is too large for a file with pictures of its charts' };
const ROW_PIXELS = 20;
const pixelsOf = (page: ExcelJS.Worksheet, column: number): number =>
  Math.round((page.getColumn(column).width ?? 9) * PIXELS_A_CHARACTER);
const leftOf = (page: ExcelJS.Worksheet, column: number): number =>
  Array.from({ length: column - 1 }, (_, at) => pixelsOf(page, at + 1)).reduce((sum, each) => sum + each, 0);

/** Columns and rows from 0, with the part of the last one. */
function cellAt(
  page: ExcelJS.Worksheet,
  x: number,
  y: number,
): { readonly col: number; readonly row: number } {
  let [column, left] = [1, x];
  while (left >= pixelsOf(page, column)) {
    left -= pixelsOf(page, column);
    column += 1;
  }
  return { col: column - 1 + left / pixelsOf(page, column), row: y / ROW_PIXELS };
}

const tablesOf = (book: Book, { ranges }: ChartSpec): readonly (readonly (readonly unknown[])[])[] =>
  ranges.map(({ sheet: id, a1: where }) => {
    const sheet = book.sheets().find((each) => each.getSheetId() === id);
    return sheet
      ? cellsOf(sheet, parseA1(where, gridSize(sheet))).map((row) => row.map((cell) => cell?.v ?? ''))
      : [];
  });
