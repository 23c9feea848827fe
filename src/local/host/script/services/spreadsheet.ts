// Answers SpreadsheetApp, Spreadsheet and Protection: which books and tabs there are.
import type { Book } from '../../book/book';
import type { UniverSheet } from '../../book/engine';
import type { Shelf } from '../../book/shelf';
import type { Seat, UiHost } from '../hosts';
import type { Execution } from '../runner';
import { Marked } from '../wire';
import { data, type Fields, fields, number, optional, text } from './arguments';
import type { Handlers } from './service';

export interface Desktop {
  readonly shelf: Shelf;
  readonly active: Book;
  readonly ui: UiHost | undefined;
  /** Brings to disk what was written. */
  readonly sync: () => void;
}

export function bookOf(desktop: Desktop, ref: Fields): Book {
  const book = desktop.shelf.find(text(ref.book, 'A spreadsheet'));
  if (!book) throw new Error('The spreadsheet was deleted.');
  return book;
}

/** Who looks while a method is answered. */
export type Watched = Pick<Execution, 'seat'>;
const UNWATCHED: Watched = { seat: null };

/** Answers a method of one tab. */
export type OnSheet = (
  answer: (sheet: UniverSheet, args: readonly unknown[], book: Book, seat: Seat | null) => unknown,
) => (args: readonly unknown[], execution?: Watched) => unknown;

export const onSheet =
  (desktop: Desktop): OnSheet =>
  (answer) =>
  ([ref, ...args], { seat } = UNWATCHED) => {
    const found = fields(ref, 'A sheet');
    const book = bookOf(desktop, found);
    return answer(book.sheet(text(found.sheet, 'A sheet')), args, book, seat);
  };

export const markedBook = (book: Book): Marked => new Marked('Spreadsheet', { book: book.id });
export const markedSheet = (book: Book, sheet: UniverSheet): Marked =>
  new Marked('Sheet', { book: book.id, sheet: sheet.getSheetId() });

export function spreadsheetHandlers(desktop: Desktop): Handlers {
  const { shelf, active } = desktop;
  const on =
    (answer: (book: Book, args: readonly unknown[], seat: Seat | null) => unknown) =>
    ([ref, ...args]: readonly unknown[], { seat }: Watched) =>
      answer(bookOf(desktop, fields(ref, 'A spreadsheet')), args, seat);

  return {
    'SpreadsheetApp.getActive': () => markedBook(active),
    'SpreadsheetApp.getActiveSpreadsheet': () => markedBook(active),
    'SpreadsheetApp.openById': ([id]) => {
      const book = shelf.find(text(id, 'The id of a spreadsheet'));
      if (!book)
        throw new Error('Document is missing (perhaps it was deleted, or you do not have read access?)');
      return markedBook(book);
    },
    'SpreadsheetApp.getActiveSheet': (_args, { seat }) => markedSheet(active, active.activeSheet(seat)),
    // What was written is on disk now, as in Google what was buffered is in the spreadsheet.
    'SpreadsheetApp.flush': async () => {
      await shelf.settled();
      desktop.sync();
    },
    'Spreadsheet.getName': on((book) => book.univer.getName()),
    'Spreadsheet.getUrl': on((book) => `https://docs.google.com/spreadsheets/d/${book.id}/edit`),
    'Spreadsheet.getSheetByName': on((book, [name]) => {
      const sheet = book.univer.getSheetByName(text(name, 'The name of a sheet'));
      return sheet ? markedSheet(book, sheet) : null;
    }),
    'Spreadsheet.getSheets': on((book) => book.sheets().map((sheet) => markedSheet(book, sheet))),
    // It is the active one from then on.
    'Spreadsheet.insertSheet': on((book, [name, index], seat) => {
      const title = optional(name, text, 'The name of a sheet', freeName(book));
      const at = optional(index, number, 'The index of a sheet', book.sheets().length);
      const sheet = book.insertSheet(title, at);
      book.select(sheet, null, seat);
      return markedSheet(book, sheet);
    }),
    'Spreadsheet.deleteSheet': on((book, [sheet]) =>
      book.deleteSheet(text(data(sheet, 'Sheet').sheet, 'A sheet')),
    ),
    'Spreadsheet.setActiveSheet': on((book, [ref], seat) => {
      const sheet = book.sheet(text(data(ref, 'Sheet').sheet, 'A sheet'));
      book.show(sheet, null, seat);
      return markedSheet(book, sheet);
    }),
    'Spreadsheet.getActiveSheet': on((book, _args, seat) => markedSheet(book, book.activeSheet(seat))),
    'Spreadsheet.getNumSheets': on((book) => book.sheets().length),
    'Spreadsheet.rename': on((book, [name]) => book.rename(text(name, 'The name of a spreadsheet'))),
    'Spreadsheet.getSpreadsheetTimeZone': on((book) => book.extras.timeZone),
    'Spreadsheet.setSpreadsheetTimeZone': on((book, [zone]) => {
      const timeZone = text(zone, 'A time zone');
      new Intl.DateTimeFormat('en-US', { timeZone });
      book.amend({ timeZone });
    }),
    'Spreadsheet.getSpreadsheetLocale': on((book) => book.extras.locale),
    'Spreadsheet.setSpreadsheetLocale': on((book, [locale]) =>
      book.amend({ locale: text(locale, 'A locale') }),
    ),
    'Spreadsheet.toast': ([, message, title, timeout], execution) => {
      const caption = optional(title, text, 'A title', '');
      execution.logs.push(`toast: ${caption === '' ? '' : `${caption}: `}${String(message)}`);
      const seconds = optional(timeout, number, 'A timeout in seconds', TOAST_SECONDS);
      (execution.seat?.ui ?? desktop.ui)?.toast?.(String(message), caption, seconds < 0 ? null : seconds);
    },
  };
}

/** As Apps Script has it where none is given; below zero a message stays. */
const TOAST_SECONDS = 5;

function freeName(book: Book): string {
  const names = new Set(book.sheets().map((sheet) => sheet.getSheetName()));
  let number = book.sheets().length + 1;
  while (names.has(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}
