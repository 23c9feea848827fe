// One tab as its schema has it, step by step with the setters of SpreadsheetApp. Never moves or clears anything. What stands there
// is read first and written after: a read between two writes would make the platform carry out each by itself.
import type { Language } from '../language/language';
import type { Cell, Grid } from '../sheets/cell';
import {
  COLORS,
  isOwnProtection,
  isWritten,
  kindOf,
  noteOf,
  type Placed,
  place,
  runs,
} from '../sheets/looks';
import { changedMeanings, choicesByRow, missingSettings, settingCell } from '../sheets/settingsRows';
import { normalHeader } from '../sheets/tab';
import { type AnyTab, settingsTab } from '../sheets/tabs';
import { fromPlatform, toPlatform } from './cells';
import {
  dressBody,
  dressHeaders,
  halfMade,
  type Lists,
  protect,
  ruleOf,
  type Sheet,
  setWidths,
} from './tabLooks';

/** How a tab stands before it is set up. */
export interface Surveyed {
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
  /** Of the tab settings: all that stands there. */
  readonly cells: Grid;
}

export interface SteppedSurvey extends Surveyed {
  /** A protection that a set-up has begun and not described; null = there is none. */
  readonly begun: GoogleAppsScript.Spreadsheet.Protection | null;
  readonly rules: readonly GoogleAppsScript.Spreadsheet.ConditionalFormatRule[];
}

/** Columns whose notes are not what the schema says. @param notes of the first row */
export const staleOnes = (
  placed: readonly Placed[],
  notes: readonly (string | undefined)[],
  language: Language,
): readonly Placed[] =>
  placed.filter(({ look, column }) => (notes[column - 1] ?? '') !== noteOf(look, language));

/** Reads whatever `layOutTab` has to know; writes nothing. @param language of the notes */
export function surveyTab(tab: AnyTab, sheet: Sheet, language: Language): SteppedSurvey {
  const width = sheet.getLastColumn();
  const first = sheet.getRange(1, 1, 1, Math.max(width, 1));
  const [found = []] = first.getValues();
  const [notes = []] = first.getNotes();
  const { placed, missing } = place(tab, width === 0 ? [] : found.map(normalHeader));
  const stale = staleOnes(placed, notes, language);
  const isStale = stale.length > 0;
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const wholeTab = isWritten(tab);
  const protections = isStale ? sheet.getProtections(wholeTab ? SHEET : RANGE) : [];
  return {
    placed,
    missing,
    width,
    stale,
    rows: isStale ? sheet.getMaxRows() : 0,
    columns: missing.length > 0 ? sheet.getMaxColumns() : 0,
    // One that a set-up has made and left when it broke off.
    isNew: width === 0,
    isProtected: !isStale || protections.some((protection) => isOwnProtection(protection.getDescription())),
    begun: halfMade(protections, wholeTab),
    rules: stale.some(hasMarks) ? sheet.getConditionalFormatRules() : [],
    cells: tab.name === settingsTab.name ? fromPlatform(sheet.getDataRange().getValues(), String) : [],
  };
}

/** A tab that was made just now: there is nothing to read but how large the platform makes one. */
export function freshTab(
  tab: AnyTab,
  size: { readonly rows: number; readonly columns: number },
): SteppedSurvey {
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

export interface Laying {
  /** Of the notes: headers are names and the same in every language. */
  readonly language: Language;
  readonly lists: Lists;
}

/** @param laying with the tabs that its lists are taken from: these stand already */
export function layOutTab(tab: AnyTab, sheet: Sheet, survey: SteppedSurvey, laying: Laying): void {
  const { language } = laying;
  const { placed, missing, width, stale, isNew } = survey;
  const lacking = missing.length === 0 ? 0 : width + missing.length - survey.columns;
  if (lacking > 0) sheet.insertColumnsAfter(survey.columns, lacking);
  const added = missing.length === 0 ? null : sheet.getRange(1, width + 1, 1, missing.length);
  added?.setValues([[...missing]]);
  const rows = tab.name === settingsTab.name ? layOutSettings(sheet, survey, language) : survey.rows;
  if (stale.length === 0) return;
  dressBody(sheet, stale, {
    rows: rows - 1,
    rules: survey.rules,
    role: tab.role,
    isNew,
    ...laying,
  });
  if (tab.name === settingsTab.name) offerChoices(sheet, survey, laying);
  if (tab.role !== 'hidden') {
    sheet.setFrozenRows(1);
    setWidths(sheet, stale, isNew);
  }
  if (isNew) sheet.setTabColor(COLORS[kindOf(tab)].tab);
  const headers = isNew ? added : null;
  if (!survey.isProtected) {
    const cells = isWritten(tab) ? sheet : (headers ?? sheet.getRange(1, 1, 1, lastOf(placed)));
    protect(survey.begun ?? cells.protect(), tab, language);
  }
  if (tab.role === 'hidden') sheet.hideSheet();
  // Notes come last: a set-up that broke off half-way finds the column stale again.
  dressHeaders(sheet, headers, stale, { tab, language });
}

export const hasMarks = ({ look }: Placed): boolean => Object.keys(look.marks).length > 0;

export const lastOf = (placed: readonly Placed[]): number => Math.max(...placed.map(({ column }) => column));

/** Says meanings in the desk's language and adds what is lacking. @returns the rows of the grid */
function layOutSettings(sheet: Sheet, survey: Surveyed, language: Language): number {
  const { placed, cells, isNew } = survey;
  sayMeanings(sheet, survey, language);
  const { from, rows } = missingSettings(cells, placed, language);
  if (rows.length === 0) return survey.rows;
  const maxRows = isNew ? survey.rows : sheet.getMaxRows();
  const lacking = from - 1 + rows.length - maxRows;
  if (lacking > 0) sheet.insertRowsAfter(maxRows, lacking);
  for (const run of runs(placed)) {
    const values = rows.map((row) => run.columns.map(({ header }) => settingCell(row, header)));
    sheet.getRange(from, run.column, rows.length, run.columns.length).setValues(toPlatform(values));
  }
  return maxRows + Math.max(0, lacking);
}

function sayMeanings(sheet: Sheet, { placed, cells }: Surveyed, language: Language): void {
  const changed = new Map(
    changedMeanings(cells, placed, language).map(({ row, text }) => [row, text] as const),
  );
  const column = placed.find(({ header }) => header === 'meaning')?.column;
  if (changed.size === 0 || column === undefined) return;
  const after = cells
    .slice(1)
    .map((row, index): readonly Cell[] => [changed.get(index + 2) ?? row[column - 1] ?? null]);
  sheet.getRange(2, column, after.length, 1).setValues(toPlatform(after));
}

/** A list beside each value that is one of few. What else is written there is said when it is read. */
function offerChoices(sheet: Sheet, { placed, stale, cells }: Surveyed, { language, lists }: Laying): void {
  const value = stale.find(({ header }) => header === 'value');
  if (value === undefined) return;
  const choices = choicesByRow(cells, missingSettings(cells, placed, language), placed);
  if (choices.length === 0) return;
  const help = noteOf(value.look, language);
  sheet
    .getRange(2, value.column, choices.length, 1)
    .setDataValidations(
      choices.map((entries) => [ruleOf(entries === null ? null : { entries, strict: false, help }, lists)]),
    );
}
