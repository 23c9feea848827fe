// An Excel file written row by row, so that no tab stands in memory twice, and no faster than it is compressed.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type ExcelJS from 'exceljs';
import { openPictures, type Pictures } from './xlsxPictures';

export interface Writer {
  readonly workbook: ExcelJS.Workbook;
  readonly pictures: Pictures;
  /** All rows down to this one have what they will have. Kept once the file has room for more. */
  rowsDone(page: ExcelJS.Worksheet, row: number): Promise<void>;
  sheetDone(page: ExcelJS.Worksheet): void;
  /** @param fill adds the sheets; the file stands when the promise is kept */
  write(fill: () => Promise<void>): Promise<void>;
}

/** As small as the file has to be to be sent around. */
const COMPRESSION = 6;

export function openWriter(path: string): Writer {
  // Loaded when it is needed: a start is quicker without it.
  const excel: typeof ExcelJS = require('exceljs');
  const out = createWriteStream(path);
  const written = finished(out);
  const workbook = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: COMPRESSION } },
  });
  return {
    workbook,
    pictures: openPictures(workbook),
    async rowsDone(page, row) {
      page.getRow(row).commit();
      await hasRoom(page);
    },
    sheetDone: (page) => page.commit(),
    async write(fill) {
      // A disk that is full ends the file, and whoever still writes into it is never told.
      await Promise.race([fill().then(() => workbook.commit()), written]);
      await written;
    },
  };
}

/** What exceljs's pages have beside what they say of themselves: the streams through which their rows go into the file. */
interface Piped {
  readonly stream: { readonly pipes: readonly (NodeJS.WritableStream & { writableNeedDrain?: boolean })[] };
}
const isPiped = (page: object): page is Piped => 'stream' in page;

/** exceljs writes on whatever the file says, and a hundred megabytes would wait. */
async function hasRoom(page: ExcelJS.Worksheet): Promise<void> {
  if (!isPiped(page)) throw new Error('exceljs writes its tabs otherwise than expected');
  for (const pipe of page.stream.pipes) if (pipe.writableNeedDrain) await once(pipe, 'drain');
}
