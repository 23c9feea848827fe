// Two ways to write an Excel file: row by row, so that a large tab never stands in memory twice, or whole, which alone takes pictures.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type ExcelJS from 'exceljs';
import type { Book } from './book';
import { extent } from './grid';
import type { Paper } from './paper';

export interface Writer {
  readonly workbook: ExcelJS.Workbook;
  readonly takesPictures: boolean;
  /** All rows down to this one have what they will have. */
  rowsDone(page: ExcelJS.Worksheet, row: number): void;
  sheetDone(page: ExcelJS.Worksheet): void;
  /** @param fill adds the sheets; the file stands when the promise is kept */
  write(fill: () => Promise<void>): Promise<void>;
}

/** Cells of a book that may stand in memory a second time. */
const CELLS = 100_000;

/** Whether its charts are drawn: of a book that is larger than that they are not. */
export function hasPictures(book: Book, paper: Paper | null): boolean {
  if (paper === null || book.extras.charts.length === 0) return false;
  const sizes = book.sheets().map((sheet) => extent(sheet));
  return sizes.reduce((sum, { rows, columns }) => sum + rows * columns, 0) <= CELLS;
}

// Loaded when it is needed: a start is quicker without it.
const excel = (): typeof ExcelJS => require('exceljs');

export function wholeFile(path: string): Writer {
  const workbook = new (excel().Workbook)();
  return {
    workbook,
    takesPictures: true,
    rowsDone: () => undefined,
    sheetDone: () => undefined,
    async write(fill) {
      await fill();
      await workbook.xlsx.writeFile(path, { zip: { compressionOptions: { level: COMPRESSION } } });
    },
  };
}

/** As small as the file has to be to be sent around. */
const COMPRESSION = 6;

export function filePieceByPiece(path: string): Writer {
  const out = createWriteStream(path);
  const written = finished(out);
  const workbook = new (excel().stream.xlsx.WorkbookWriter)({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: COMPRESSION } },
  });
  return {
    workbook,
    takesPictures: false,
    rowsDone: (page, row) => page.getRow(row).commit(),
    sheetDone: (page) => page.commit(),
    async write(fill) {
      // A disk that is full ends the file, and whoever still writes into it is never told.
      await Promise.race([fill().then(() => workbook.commit()), written]);
      await written;
    },
  };
}
