// The spreadsheet in the page: Univer with what the desk's tabs use, and nothing that leaves the machine.

import { type IWorkbookData, LifecycleStages, LocaleType, LogLevel, mergeLocales } from '@univerjs/core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionsEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionsPt from '@univerjs/preset-sheets-conditional-formatting/locales/pt-BR';
import {
  ILayoutService,
  IRenderManagerService,
  SheetSkeletonManagerService,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import corePt from '@univerjs/preset-sheets-core/locales/pt-BR';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEn from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationPt from '@univerjs/preset-sheets-data-validation/locales/pt-BR';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import notesEn from '@univerjs/preset-sheets-note/locales/en-US';
import notesPt from '@univerjs/preset-sheets-note/locales/pt-BR';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import { createUniver, type Sight } from '../../host/browser';
import type { Selected } from '../protocol';
import type { SheetApi } from './api';
import { followLocale, type Locale } from './locale';
import { words } from './words';

export interface ShownSheet {
  readonly api: SheetApi;
  readonly locale: Locale;
  /** Makes it take the keyboard. */
  focus(): void;
  /** Draws it with the rows that are in sight now. */
  measure(): void;
}

export function startSheet(container: HTMLElement): ShownSheet {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const { univer, univerAPI } = createUniver({
    locale: sheetLocale(),
    locales: {
      [LocaleType.PT_BR]: mergeLocales(corePt, validationPt, conditionsPt, notesPt),
      [LocaleType.EN_US]: mergeLocales(coreEn, validationEn, conditionsEn, notesEn),
    },
    logLevel: LogLevel.ERROR,
    darkMode: dark.matches,
    presets: [
      UniverSheetsCorePreset({
        container,
        ribbonType: 'simple',
        disableAutoFocus: true,
        // Texts that look like numbers are meant: account codes, branches.
        disableTextFormatAlert: true,
        disableTextFormatMark: true,
        sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      }),
      // What is typed goes into the cell: a field to search the list in would take it, and the next value too.
      UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsNotePreset(),
    ],
    plugins: [UniverSheetsSortPlugin, UniverSheetsFilterPlugin],
  });
  dark.addEventListener('change', ({ matches }) => univerAPI.toggleDarkMode(matches));
  const injector = univer.__getInjector();
  return {
    api: univerAPI,
    locale: followLocale(univerAPI, injector),
    focus: () => injector.get(ILayoutService).focus(),
    measure() {
      const book = univerAPI.getActiveWorkbook();
      const drawn = book && injector.get(IRenderManagerService).getRenderById(book.getId());
      const skeletons = drawn?.with(SheetSkeletonManagerService);
      if (!book || !skeletons) return;
      skeletons.makeDirty({ sheetId: book.getActiveSheet().getSheetId() });
      skeletons.reCalculate();
      book.getActiveSheet().refreshCanvas();
    },
  };
}

const sheetLocale = (): LocaleType => (words.tag === 'pt-BR' ? LocaleType.PT_BR : LocaleType.EN_US);

/** The sheet's own menus and dialogs follow the page's language. */
export const speakSheet = (api: SheetApi): void => api.setLocale(sheetLocale());

/** Resolves once the sheet has been drawn: before that it has no cells to find or to scroll to. */
export const whenDrawn = (api: SheetApi): Promise<void> =>
  new Promise((resolve) => {
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage >= LifecycleStages.Rendered) resolve();
    });
  });

/** Shows the book; one that is shown already is replaced and the reader stays where they were. */
export function showBook(api: SheetApi, data: Partial<IWorkbookData>): void {
  const shown = api.getActiveWorkbook();
  const tab = shown?.getActiveSheet().getSheetId();
  if (shown) api.disposeUnit(shown.getId());
  const book = api.createWorkbook(data);
  const wanted = tab === undefined ? null : book.getSheetBySheetId(tab);
  if (wanted) book.setActiveSheet(wanted);
}

/** Not while a cell is typed into: the rest of what is typed would go into another. */
export function lookAt(api: SheetApi, { sheet, area }: Sight): void {
  const book = api.getActiveWorkbook();
  const tab = book?.getSheetBySheetId(sheet);
  if (!book || !tab || book.isCellEditing()) return;
  book.setActiveSheet(tab);
  if (area === null) return;
  // The engine counts from 0.
  const [row, column] = [area.row - 1, area.column - 1];
  tab.getRange(row, column, area.rows, area.columns).activate();
  if (!isVisible(tab, row, column)) tab.scrollToCell(Math.max(0, row - 3), Math.max(0, column - 2));
}

export type ShownTab = ReturnType<NonNullable<ReturnType<SheetApi['getActiveWorkbook']>>['getActiveSheet']>;

function isVisible(tab: ShownTab, row: number, column: number): boolean {
  const range = tab.getVisibleRange();
  // Undefined, whatever its type says, for a tab that was never drawn.
  if (!range) return false;
  const { startRow, endRow, startColumn, endColumn } = range;
  // The last ones may show a sliver only.
  return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
}

/** How far the tab is scrolled, in pixels: the first cell shown says it. */
export function scrolled(tab: ShownTab): { readonly x: number; readonly y: number } {
  const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = tab.getScrollState();
  const origin = tab.getRange(0, 0).getCellRect();
  const first = tab.getRange(sheetViewStartRow, sheetViewStartColumn).getCellRect();
  return { x: first.left - origin.left + offsetX, y: first.top - origin.top + offsetY };
}

/** A cell that is being typed into counts as typed, as a click on a menu ends it in Sheets. */
export async function endTyping(api: SheetApi): Promise<void> {
  const book = api.getActiveWorkbook();
  if (book?.isCellEditing()) await book.endEditingAsync(true);
}

export const shownTab = (api: SheetApi): string | null =>
  api.getActiveWorkbook()?.getActiveSheet().getSheetId() ?? null;

/** The cells that are selected in the tab that is shown; null for whole rows and columns, which have no end. */
export function selectedCells(api: SheetApi): Selected | null {
  const range = api.getActiveWorkbook()?.getActiveRange();
  if (!range) return null;
  const [row, column] = [range.getRow() + 1, range.getColumn() + 1];
  const cells = { row, column, rows: range.getHeight(), columns: range.getWidth() };
  return Object.values(cells).every((each) => Number.isInteger(each) && each >= 1) ? cells : null;
}
