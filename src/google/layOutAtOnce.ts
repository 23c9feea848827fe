// A book laid out with two questions and one answer: read by the Sheets service, then changed by it as a whole. A tab that lacks
// columns is asked about once more.
import type { Language } from '../language/language';
import { COLORS, isOwnProtection, isWritten, kindOf, marksOf, place, whereabouts } from '../sheets/looks';
import { normalHeader } from '../sheets/tab';
import { type AnyTab, settingsTab } from '../sheets/tabs';
import { dropdownRequests } from './dropdownRequests';
import { isDefaultName, type LayoutWish, localeOf } from './layoutWish';
import { rgb, type ServiceSurvey } from './serviceSurvey';
import { staleOnes } from './setUpTab';
import type { Answered, Request, SheetsService } from './sheetsService';
import { requestsOf } from './tabRequests';

type SheetAnswer = GoogleAppsScript.Sheets.Schema.Sheet;

const BOOK_FIELDS =
  'properties(locale,timeZone),sheets(properties(sheetId,title,index,tabColorStyle,gridProperties(rowCount,columnCount)))';
const TAB_FIELDS =
  'sheets(properties(sheetId),protectedRanges(description,range),' +
  'conditionalFormats(ranges,booleanRule(condition(type))),data(rowData(values(formattedValue,note))))';
/** As large as the platform itself makes a new tab. */
const NEW_TAB = { rowCount: 1_000, columnCount: 26 };

/** @returns the names of the tabs that were made @throws what the service answers; nothing is changed then */
export function layOutAtOnce(service: SheetsService, id: string, wish: LayoutWish): readonly string[] {
  const book = service.get(id, BOOK_FIELDS);
  const sheets = [...(book.sheets ?? [])].sort((a, b) => indexOf(a) - indexOf(b));
  const names = sheets.map(titleOf);
  wish.check(names);
  const standing = wish.tabs.filter(({ name }) => names.includes(name));
  const looked = contents(service, id, [
    ...standing.map(({ name }) => (name === settingsTab.name ? whole(name) : `${whole(name)}!1:1`)),
    ...names.filter((name) => isDefaultName(name)).map(whole),
  ]);
  const sheetOf = new Map(sheets.map((sheet) => [titleOf(sheet), sheet]));
  // What people keep in a column without a name must not get the name of a new one: such a tab is read as a whole.
  const lacking = standing.filter((tab) => {
    const sheet = sheetOf.get(tab.name);
    return sheet !== undefined && place(tab, headersOf(rowsOf(sheet, looked))).missing.length > 0;
  });
  const more = contents(
    service,
    id,
    lacking.map(({ name }) => whole(name)),
  );
  const seen = new Map([...looked, ...more]);
  const ids = freeIds(sheets);
  const order = [...names];
  const requests: Request[] = [...bookRequests(book, wish)];
  const made: string[] = [];
  const surveys = new Map(
    wish.tabs.map((tab) => {
      const sheet = sheetOf.get(tab.name);
      return [tab, sheet ? surveyed(tab, sheet, seen, wish.language) : fresh(tab, ids())];
    }),
  );
  let at = 0;
  for (const [tab, how] of surveys) {
    if (!sheetOf.has(tab.name)) {
      order.splice(at, 0, tab.name);
      made.push(tab.name);
      requests.push(addition(tab, how.sheetId, at));
    }
    requests.push(...requestsOf(tab, how, wish.language));
    at = order.indexOf(tab.name) + 1;
  }
  const where = whereabouts(new Map([...surveys].map(([{ name }, { placed }]) => [name, placed])));
  for (const [tab, how] of surveys) requests.push(...dropdownRequests(tab, how, wish.language, where));
  for (const sheet of sheets) {
    const isBlank = (seen.get(sheetIdOf(sheet))?.data ?? []).every(
      ({ rowData = [] }) => rowData.length === 0,
    );
    if (isDefaultName(titleOf(sheet)) && isBlank)
      requests.push({ deleteSheet: { sheetId: sheetIdOf(sheet) } });
  }
  if (requests.length > 0) service.update(id, requests);
  return made;
}

const titleOf = ({ properties }: SheetAnswer): string => properties?.title ?? '';
const sheetIdOf = ({ properties }: SheetAnswer): number => properties?.sheetId ?? 0;
const indexOf = ({ properties }: SheetAnswer): number => properties?.index ?? 0;
const whole = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/** By the number of the sheet; nothing is asked where no tab stands there yet. */
function contents(
  service: SheetsService,
  id: string,
  ranges: readonly string[],
): ReadonlyMap<number, SheetAnswer> {
  const { sheets = [] } = ranges.length === 0 ? {} : service.get(id, TAB_FIELDS, ranges);
  return new Map(sheets.map((sheet) => [sheetIdOf(sheet), sheet]));
}

/** Numbers that no sheet of the book has. */
function freeIds(sheets: readonly SheetAnswer[]): () => number {
  const taken = new Set(sheets.map(sheetIdOf));
  let last = 0;
  return () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
}

function bookRequests({ properties }: Answered, { language, zone }: LayoutWish): readonly Request[] {
  const locale = localeOf(language);
  const isLocal = properties?.locale === locale;
  const isZoned = properties?.timeZone === zone;
  if (isLocal && isZoned) return [];
  const changed = { ...(isLocal ? {} : { locale }), ...(isZoned ? {} : { timeZone: zone }) };
  return [{ updateSpreadsheetProperties: { properties: changed, fields: Object.keys(changed).join(',') } }];
}

function addition(tab: AnyTab, sheetId: number, index: number): Request {
  const isHidden = tab.role === 'hidden';
  const columnCount = Math.max(NEW_TAB.columnCount, Object.keys(tab.columns).length);
  return {
    addSheet: {
      properties: {
        sheetId,
        title: tab.name,
        index,
        tabColorStyle: rgb(COLORS[kindOf(tab)].tab),
        gridProperties: { ...NEW_TAB, columnCount, ...(isHidden ? {} : { frozenRowCount: 1 }) },
        ...(isHidden ? { hidden: true } : {}),
      },
    },
  };
}

function fresh(tab: AnyTab, sheetId: number): ServiceSurvey {
  const { placed, missing } = place(tab, []);
  return {
    placed,
    missing,
    width: 0,
    stale: placed,
    rows: NEW_TAB.rowCount,
    columns: Math.max(NEW_TAB.columnCount, placed.length),
    isNew: true,
    isProtected: false,
    cells: [],
    sheetId,
    isColored: true,
    ownMarks: [],
    marks: 0,
  };
}

const rowsOf = (sheet: SheetAnswer, seen: ReadonlyMap<number, SheetAnswer>) =>
  seen.get(sheetIdOf(sheet))?.data?.[0]?.rowData ?? [];
type Rows = ReturnType<typeof rowsOf>;

/** What is the last column that anything stands in. */
const usedOf = (rows: Rows): number =>
  rows.reduce(
    (most, { values = [] }) =>
      values.reduce(
        (last, { formattedValue = '' }, at) => (formattedValue === '' ? last : Math.max(last, at + 1)),
        most,
      ),
    0,
  );

const headersOf = ([first]: Rows): readonly string[] => {
  const headers = (first?.values ?? []).map(({ formattedValue }) => normalHeader(formattedValue ?? null));
  while (headers[headers.length - 1] === '') headers.pop();
  return headers;
};

function surveyed(
  tab: AnyTab,
  sheet: SheetAnswer,
  seen: ReadonlyMap<number, SheetAnswer>,
  language: Language,
): ServiceSurvey {
  const { gridProperties, tabColorStyle } = sheet.properties ?? {};
  const { protectedRanges = [], conditionalFormats = [] } = seen.get(sheetIdOf(sheet)) ?? {};
  const rowData = rowsOf(sheet, seen);
  const cells = rowData.map(({ values = [] }) => values.map(({ formattedValue }) => formattedValue ?? null));
  const [width, headers] = [usedOf(rowData), headersOf(rowData)];
  const { placed, missing } = place(
    tab,
    Array.from({ length: width }, (_, at) => headers[at] ?? ''),
  );
  const notes = (rowData[0]?.values ?? []).map(({ note }) => note);
  const stale = staleOnes(placed, notes, language);
  const marked = new Set(marksOf(stale).map(({ column }) => column - 1));
  return {
    placed,
    missing,
    width,
    stale,
    rows: gridProperties?.rowCount ?? NEW_TAB.rowCount,
    columns: gridProperties?.columnCount ?? NEW_TAB.columnCount,
    isNew: false,
    isProtected: protectedRanges.some(
      ({ description = '', range }) =>
        isOwnProtection(description) && (range?.endRowIndex === undefined) === isWritten(tab),
    ),
    cells: tab.name === settingsTab.name ? cells : [],
    sheetId: sheetIdOf(sheet),
    isColored: tabColorStyle !== undefined,
    marks: conditionalFormats.length,
    ownMarks: conditionalFormats.flatMap(({ ranges = [], booleanRule }, index) => {
      const [range, ...more] = ranges;
      // Google leaves out what is zero.
      const from = range?.startColumnIndex ?? 0;
      const isOwn =
        more.length === 0 &&
        booleanRule?.condition?.type === 'TEXT_EQ' &&
        range?.startRowIndex === 1 &&
        range.endColumnIndex === from + 1 &&
        marked.has(from);
      return isOwn ? [index] : [];
    }),
  };
}
