// Numbers and dates as the spreadsheet's locale writes them, in the cells and in what is typed: 1.234,56 in Brazil.
import {
  CellValueType,
  type ICellData,
  type Injector,
  InterceptorEffectEnum,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { PLAIN_TEXT, typed } from '../../host/browser';
import type { SheetApi } from './api';
import { type FromList, listOf, quietSuggestions } from './lists';

/** Above Univer's own reading of what is typed, which knows English figures only. */
const FIRST = 1000;

export interface Locale {
  /** The book that is shown is of this locale from now on. */
  show(locale: string): void;
  /** The current year, by the desk's clock. */
  setYear(year: number): void;
}

export function followLocale(api: SheetApi, injector: Injector): Locale {
  let locale = 'en_US';
  let isReading = false;
  let year = new Date().getFullYear();
  return {
    setYear(next) {
      year = next;
    },
    show(next) {
      locale = next;
      api.getActiveWorkbook()?.setNumfmtLocal(/^pt/.test(locale) ? 'pt' : 'en');
      // Univer's services are there once it has a book.
      if (!isReading) {
        const service = injector.get(SheetInterceptorService);
        readTyping(
          service,
          () => locale,
          () => year,
          listOf(injector.get(SheetDataValidationModel)),
        );
        showPlainNumbers(service, () => locale);
        quietSuggestions(service, injector.get(SheetDataValidationModel));
      }
      isReading = true;
    },
  };
}

function readTyping(
  { writeCellInterceptor }: SheetInterceptorService,
  locale: () => string,
  year: () => number,
  fromList: FromList,
): void {
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const typedAs = typedText(cell);
      if (typedAs === null) return next(cell);
      const text = fromList(typedAs, workbook, worksheet.getSheetId(), row, col) ?? typedAs;
      // A blank cell looks as its column does; headers do not.
      const ofColumn = row === 0 ? undefined : worksheet.getColumnStyle(col);
      const looks = { ...ofColumn, ...workbook.getStyles().getStyleByCell(worksheet.getCellRaw(row, col)) };
      const pattern = looks.n?.pattern ?? '';
      const format = pattern === 'General' ? '' : pattern;
      // Not handed on: Univer would take 1,234 for a thousand.
      const made =
        text === typedAs && format !== PLAIN_TEXT
          ? entered(text, format, locale(), year())
          : { v: text, t: CellValueType.STRING };
      return { ...cell, p: null, ...made, s: { ...looks, ...made.s } };
    },
  });
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, _where, next) => {
      const shown = next(cell);
      return isPlainNumber(shown) && writesComma(locale())
        ? { ...shown, v: withComma(shown), t: CellValueType.STRING }
        : shown;
    },
  });
}

/** Formatted numbers follow the locale by themselves; those without a format do not. */
function showPlainNumbers(service: SheetInterceptorService, locale: () => string): void {
  service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: FIRST,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { workbook }, next) => {
      const shown = next(cell);
      const hasFraction = isPlainNumber(shown) && !Number.isInteger(shown?.v);
      if (!hasFraction || !writesComma(locale()) || workbook.getStyles().getStyleByCell(shown)?.n)
        return shown;
      return { ...shown, v: withComma(shown) };
    },
  });
}

const isPlainNumber = (cell: Nullable<ICellData>): boolean =>
  typeof cell?.v === 'number' && cell.t === CellValueType.NUMBER;
const withComma = (cell: Nullable<ICellData>): string => String(cell?.v).replace('.', ',');

const writesComma = (locale: string): boolean => typed('1,5', '', locale, 0).kind === 'number';

/** What somebody typed, formulas aside; null for a blank cell. */
function typedText(cell: Nullable<ICellData>): string | null {
  if (!cell || cell.f || cell.t === CellValueType.FORCE_STRING) return null;
  const text = cell.p?.body?.dataStream?.replace(/\r\n$/, '') ?? (cell.v == null ? '' : String(cell.v));
  return text === '' ? null : text;
}

function entered(
  text: string,
  format: string,
  locale: string,
  year: number,
): Omit<ICellData, 's'> & { readonly s?: IStyleData } {
  const entry = typed(text, format, locale, year);
  switch (entry.kind) {
    case 'number': {
      const brings = entry.format !== undefined && format === '';
      const style = brings ? { s: { n: { pattern: entry.format ?? '' } } } : {};
      return { p: null, v: entry.value, t: CellValueType.NUMBER, ...style };
    }
    case 'boolean':
      return { p: null, v: entry.value ? 1 : 0, t: CellValueType.BOOLEAN };
    default:
      return { v: text, t: CellValueType.STRING };
  }
}
