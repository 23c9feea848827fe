// A book laid out by its schemas: with one request where the Sheets service is there, else step by step. May run at any time; what
// people have moved, added or filled in stays.
import type { Message } from '../language/message';
import { msg } from '../language/message';
import { SaidError, saidBy } from '../language/print';
import { whereabouts } from '../sheets/looks';
import { layOutAtOnce } from './layOutAtOnce';
import { isDefaultName, type LayoutWish, localeOf } from './layoutWish';
import { freshTab, layOutTab, type SteppedSurvey, surveyTab } from './setUpTab';
import { sheetsService } from './sheetsService';
import type { Lists } from './tabLooks';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface LaidOut {
  /** Names of the tabs that were made. */
  readonly made: readonly string[];
  /** Why it went step by step; null where it did not. */
  readonly slow: Message | null;
}

export function layOut(spreadsheet: Spreadsheet, wish: LayoutWish): LaidOut {
  const service = sheetsService();
  if (service === null)
    return {
      made: stepByStep(spreadsheet, wish),
      slow: msg('the Sheets service is missing: Set up takes minutes instead of seconds'),
    };
  try {
    // What SpreadsheetApp still holds back would come after what the service does.
    SpreadsheetApp.flush();
    const made = layOutAtOnce(service, spreadsheet.getId(), wish);
    SpreadsheetApp.flush();
    return { made, slow: null };
  } catch (error) {
    if (error instanceof SaidError) throw error;
    // It has changed nothing: all or nothing is what it promises, and what stands there is read again.
    return {
      made: stepByStep(spreadsheet, wish),
      slow: msg('the Sheets service refuses, and Set up went step by step: {said}', { said: saidBy(error) }),
    };
  }
}

function stepByStep(spreadsheet: Spreadsheet, wish: LayoutWish): readonly string[] {
  const { tabs, zone, language } = wish;
  const locale = localeOf(language);
  const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getName(), sheet]));
  wish.check([...sheets.keys()]);
  if (spreadsheet.getSpreadsheetLocale() !== locale) spreadsheet.setSpreadsheetLocale(locale);
  if (spreadsheet.getSpreadsheetTimeZone() !== zone) spreadsheet.setSpreadsheetTimeZone(zone);
  // All that stands there is read before anything is written.
  const surveys = new Map<string, SteppedSurvey>();
  for (const tab of tabs) {
    const existing = sheets.get(tab.name);
    if (existing) surveys.set(tab.name, surveyTab(tab, existing, language));
  }
  const made: string[] = [];
  const order = [...sheets.keys()];
  let place = 0;
  let size: { readonly rows: number; readonly columns: number } | null = null;
  // All of them stand before the first is dressed: a cell may offer what another tab holds.
  for (const tab of tabs) {
    if (!surveys.has(tab.name)) {
      const sheet = spreadsheet.insertSheet(tab.name, place);
      sheets.set(tab.name, sheet);
      order.splice(place, 0, tab.name);
      made.push(tab.name);
      // The platform makes all of them alike.
      size ??= { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
      surveys.set(tab.name, freshTab(tab, size));
    }
    place = order.indexOf(tab.name) + 1;
  }
  const lists: Lists = {
    where: whereabouts(new Map([...surveys].map(([name, { placed }]) => [name, placed]))),
    range: (address) => spreadsheet.getRange(address),
  };
  for (const tab of tabs) {
    const [sheet, known] = [sheets.get(tab.name), surveys.get(tab.name)];
    if (sheet && known) layOutTab(tab, sheet, known, { language, lists });
  }
  for (const [name, sheet] of sheets)
    if (isDefaultName(name) && sheet.getLastRow() === 0) spreadsheet.deleteSheet(sheet);
  SpreadsheetApp.flush();
  return made;
}
