// Makes the workbook ready: every tab of the schema, in order; what people have moved, added or filled in stays.
import type { Language } from '../language/language';
import { ALL_TABS } from '../sheets/tabs';
import { DESK_ZONE } from './clock';
import { setUpTab } from './setUpTab';

const LOCALE = 'pt_BR';

/** May run at any time; gives the names of the tabs it made. @param language of the notes */
export function setUpBook(language: Language): readonly string[] {
  const spreadsheet = SpreadsheetApp.getActive();
  if (spreadsheet.getSpreadsheetLocale() !== LOCALE) spreadsheet.setSpreadsheetLocale(LOCALE);
  if (spreadsheet.getSpreadsheetTimeZone() !== DESK_ZONE) spreadsheet.setSpreadsheetTimeZone(DESK_ZONE);
  const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getName(), sheet]));
  const order = [...sheets.keys()];
  const made: string[] = [];
  let place = 0;
  for (const tab of ALL_TABS) {
    const existing = sheets.get(tab.name);
    if (!existing) {
      order.splice(place, 0, tab.name);
      made.push(tab.name);
    }
    setUpTab(tab, existing ?? spreadsheet.insertSheet(tab.name, place), language);
    place = order.indexOf(tab.name) + 1;
  }
  removeBlankSheets(spreadsheet, sheets.values());
  SpreadsheetApp.flush();
  return made;
}

/** The sheet that a new spreadsheet comes with, in the languages that desks work in. */
const DEFAULT_NAME = /^(Página|Planilha|Sheet|Hoja)\s?\d+$/;

/** Only one that nobody has named or written into. */
function removeBlankSheets(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sheets: Iterable<GoogleAppsScript.Spreadsheet.Sheet>,
): void {
  for (const sheet of sheets) {
    if (DEFAULT_NAME.test(sheet.getName()) && sheet.getLastRow() === 0) spreadsheet.deleteSheet(sheet);
  }
}
