// Makes the workbook ready: every tab of the schema, in order; what people have moved, added or filled in stays.
import type { Language } from '../language/language';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import { renamedOnes, TAB_NAMES } from '../sheets/renamed';
import { ALL_TABS } from '../sheets/tabs';
import { strangersAmong } from './book';
import { DESK_ZONE } from './clock';
import { freshTab, isBlankDefault, layOutTab, type Standing, surveyTab } from './setUpTab';

const LOCALE = 'pt_BR';

/** May run at any time; gives the names of the tabs it made. @param language of the notes */
export function setUpBook(language: Language): readonly string[] {
  const spreadsheet = SpreadsheetApp.getActive();
  if (spreadsheet.getSpreadsheetLocale() !== LOCALE) spreadsheet.setSpreadsheetLocale(LOCALE);
  if (spreadsheet.getSpreadsheetTimeZone() !== DESK_ZONE) spreadsheet.setSpreadsheetTimeZone(DESK_ZONE);
  const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getName(), sheet]));
  refuseRenamed(spreadsheet, sheets);
  // All that stands there is read before anything is written.
  const standing = new Map<string, Standing>();
  for (const tab of ALL_TABS) {
    const existing = sheets.get(tab.name);
    if (existing) standing.set(tab.name, surveyTab(tab, existing, language));
  }
  const order = [...sheets.keys()];
  const made: string[] = [];
  let place = 0;
  let size: { readonly rows: number; readonly columns: number } | null = null;
  for (const tab of ALL_TABS) {
    const known = standing.get(tab.name);
    const sheet = sheets.get(tab.name) ?? spreadsheet.insertSheet(tab.name, place);
    if (!known) {
      order.splice(place, 0, tab.name);
      made.push(tab.name);
      // The platform makes all of them alike.
      size ??= { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
    }
    layOutTab(tab, sheet, known ?? freshTab(tab, size ?? { rows: 1, columns: 1 }), language);
    place = order.indexOf(tab.name) + 1;
  }
  removeBlankSheets(spreadsheet, sheets);
  SpreadsheetApp.flush();
  return made;
}

/** Made anew beside a renamed one, an empty tab would be read instead of it: settings would be defaults, funds none. */
function refuseRenamed(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sheets: ReadonlyMap<string, unknown>,
): void {
  const missing = TAB_NAMES.filter((name) => !sheets.has(name));
  // A new spreadsheet has none of the desk's tabs, and whatever it has is somebody's own.
  if (missing.length === 0 || missing.length === TAB_NAMES.length) return;
  const [renamed] = renamedOnes(
    missing,
    strangersAmong(spreadsheet, TAB_NAMES, () => ''),
  );
  if (renamed !== undefined)
    throw new SaidError(
      msg('the tab "{tab}" is missing, and "{name}" has its headers; rename it back to {tab}', {
        tab: renamed[0],
        name: renamed[1],
      }),
    );
}

/** Only one that nobody has named or written into. */
function removeBlankSheets(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sheets: ReadonlyMap<string, GoogleAppsScript.Spreadsheet.Sheet>,
): void {
  for (const sheet of sheets.values()) if (isBlankDefault(sheet)) spreadsheet.deleteSheet(sheet);
}
