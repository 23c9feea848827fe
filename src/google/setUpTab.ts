// One tab as its schema has it: headers with notes, formats, dropdowns, widths, protection. Never moves or clears anything. What
// stands there is read first and written after: a read between two writes would make the platform carry out each by itself.
import { LANGUAGES, type Language } from '../language/language';
import { print } from '../language/print';
import { type Cell, type Grid, isBlank } from '../sheets/cell';
import { settingRows } from '../sheets/settings';
import { headerOf, normalHeader } from '../sheets/tab';
import { type AnyTab, type SettingRow, settingsTab } from '../sheets/tabs';
import { fromPlatform, toPlatform } from './cells';
import {
  dressBody,
  dressHeaders,
  halfMade,
  isProtected,
  noteOf,
  type Placed,
  protect,
  runs,
  type Sheet,
  setWidths,
} from './tabLooks';

/** The sheet that a new spreadsheet comes with, in the languages that desks work in. */
const DEFAULT_NAME = /^(Página|Planilha|Sheet|Hoja)\s?\d+$/;

/** One that nobody has named or written into. */
export const isBlankDefault = (sheet: Sheet): boolean =>
  DEFAULT_NAME.test(sheet.getName()) && sheet.getLastRow() === 0;

/** How a tab stands before it is set up. */
export interface Standing {
  /** Fields with their columns; those beyond `present` have to be made. */
  readonly placed: readonly Placed[];
  readonly missing: readonly string[];
  /** Columns in use, headers and whatever people put there. */
  readonly width: number;
  /** Columns whose note is not (or no longer) that of the schema; the others keep the looks that people gave them. */
  readonly stale: readonly Placed[];
  /** Size of the grid; 0 where nothing is stale and nobody asked. */
  readonly rows: number;
  readonly columns: number;
  readonly isNew: boolean;
  readonly isProtected: boolean;
  /** A protection that a set-up has begun and not described; null = there is none. */
  readonly begun: GoogleAppsScript.Spreadsheet.Protection | null;
  readonly rules: readonly GoogleAppsScript.Spreadsheet.ConditionalFormatRule[];
  /** Of the tab settings: all that stands there. */
  readonly cells: Grid;
}

/** Reads whatever `layOutTab` has to know; writes nothing. @param language of the notes */
export function surveyTab(tab: AnyTab, sheet: Sheet, language: Language): Standing {
  const width = sheet.getLastColumn();
  const first = sheet.getRange(1, 1, 1, Math.max(width, 1));
  const [found = []] = first.getValues();
  const [notes = []] = first.getNotes();
  const { placed, missing } = place(tab, width === 0 ? [] : found.map(normalHeader));
  const stale = placed.filter(({ look, column }) => notes[column - 1] !== noteOf(look, language));
  const isStale = stale.length > 0;
  const wholeTab = isWritten(tab);
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const protections = isStale ? sheet.getProtections(wholeTab ? SHEET : RANGE) : [];
  return {
    placed,
    missing,
    width,
    stale,
    rows: isStale ? sheet.getMaxRows() : 0,
    columns: missing.length > 0 ? sheet.getMaxColumns() : 0,
    isNew: false,
    isProtected: !isStale || isProtected(protections),
    begun: halfMade(protections, wholeTab),
    rules: stale.some(hasMarks) ? sheet.getConditionalFormatRules() : [],
    cells: tab.name === settingsTab.name ? fromPlatform(sheet.getDataRange().getValues(), String) : [],
  };
}

/** A tab that was made just now: there is nothing to read but how large the platform makes one. */
export function freshTab(tab: AnyTab, size: { readonly rows: number; readonly columns: number }): Standing {
  const { placed, missing } = place(tab, []);
  return {
    ...size,
    placed,
    missing,
    width: 0,
    stale: placed,
    isNew: true,
    isProtected: false,
    begun: null,
    rules: [],
    cells: [],
  };
}

/** Headers are names and the same in every language. */
export function layOutTab(tab: AnyTab, sheet: Sheet, standing: Standing, language: Language): void {
  const { placed, missing, width, stale, isNew } = standing;
  const lacking = missing.length === 0 ? 0 : width + missing.length - standing.columns;
  if (lacking > 0) sheet.insertColumnsAfter(standing.columns, lacking);
  const added = missing.length === 0 ? null : sheet.getRange(1, width + 1, 1, missing.length);
  added?.setValues([[...missing]]);
  if (tab.name === settingsTab.name) {
    translateMeanings(sheet, standing, language);
    fillSettings(sheet, standing, language);
  }
  if (stale.length === 0) return;
  dressBody(sheet, stale, {
    rows: standing.rows - 1,
    rules: standing.rules,
    role: tab.role,
    language,
    isNew,
  });
  if (tab.role !== 'hidden') {
    sheet.setFrozenRows(1);
    setWidths(sheet, stale, isNew);
  }
  const headers = isNew ? added : null;
  if (!standing.isProtected) {
    const wholeTab = isWritten(tab);
    const cells = wholeTab ? sheet : (headers ?? sheet.getRange(1, 1, 1, lastOf(placed)));
    protect(standing.begun ?? cells.protect(), wholeTab, language);
  }
  if (tab.role === 'hidden') sheet.hideSheet();
  // Notes come last: a set-up that broke off half-way finds the column stale again.
  dressHeaders(sheet, headers, stale, { role: tab.role, language });
}

/** Nobody but the desk writes there. */
const isWritten = ({ role }: AnyTab): boolean => role === 'output' || role === 'hidden';

const hasMarks = ({ look }: Placed): boolean => Object.keys(look.marks).length > 0;

const lastOf = (placed: readonly Placed[]): number => Math.max(...placed.map(({ column }) => column));

/** Where each field stands; a field without a header gets one at the right. */
function place(tab: AnyTab, present: readonly string[]): Pick<Standing, 'placed' | 'missing'> {
  const fields = Object.entries(tab.columns).map(([field, look]) => ({ header: headerOf(field), look }));
  const missing = fields.map(({ header }) => header).filter((header) => !present.includes(header));
  const headers = [...present, ...missing];
  const placed = fields
    .map(({ header, look }) => ({ header, look, column: headers.indexOf(header) + 1 }))
    .sort((a, b) => a.column - b.column);
  return { placed, missing };
}

/** What a setting means is said in the desk's language: also after that has become another; words of the desk's own stay. */
function translateMeanings(sheet: Sheet, { placed, cells }: Standing, language: Language): void {
  const at = (header: string): number => (placed.find((each) => each.header === header)?.column ?? 0) - 1;
  const [key, meaning] = [at('key'), at('meaning')];
  if (key < 0 || meaning < 0 || cells.length < 2) return;
  const known = new Map(settingRows().map((row) => [normalHeader(row.key), row.meaning]));
  const before = cells.slice(1).map((row) => row[meaning] ?? null);
  const after = cells.slice(1).map((row, index) => {
    const said = known.get(normalHeader(row[key] ?? null));
    const stands = before[index] ?? null;
    const isOurs = said !== undefined && LANGUAGES.some((each) => print(said, each) === stands);
    return isOurs ? print(said, language) : stands;
  });
  if (after.every((cell, index) => cell === before[index])) return;
  sheet.getRange(2, meaning + 1, after.length, 1).setValues(toPlatform(after.map((cell) => [cell])));
}

/** Adds the settings that are not there yet; values that people wrote stay as they are. */
function fillSettings(sheet: Sheet, { placed, cells, rows, isNew }: Standing, language: Language): void {
  const keyColumn = placed.find(({ header }) => header === 'key')?.column ?? 1;
  const present = new Set(cells.map((row) => normalHeader(row[keyColumn - 1] ?? null)));
  const missing = settingRows()
    .filter((row) => !present.has(normalHeader(row.key)))
    .map(({ key, meaning }): SettingRow => ({ key, value: null, meaning: print(meaning, language) }));
  if (missing.length === 0) return;
  const used = cells.filter((row) => row.some((cell) => !isBlank(cell))).length === 0 ? 1 : cells.length;
  const maxRows = isNew ? rows : sheet.getMaxRows();
  const lacking = used + missing.length - maxRows;
  if (lacking > 0) sheet.insertRowsAfter(maxRows, lacking);
  for (const run of runs(placed)) {
    const values = missing.map((row) => run.columns.map(({ header }) => settingCell(row, header)));
    sheet.getRange(used + 1, run.column, missing.length, run.columns.length).setValues(toPlatform(values));
  }
}

function settingCell({ key, value, meaning }: SettingRow, header: string): Cell {
  if (header === 'key') return key;
  return header === 'meaning' ? meaning : value;
}
