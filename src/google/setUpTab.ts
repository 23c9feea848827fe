// One tab as its schema has it: headers with notes, formats, dropdowns, widths, protection. Never moves or clears anything.
import type { Language } from '../language/language';
import { msg, plain } from '../language/message';
import { print, printAll } from '../language/print';
import type { Cell } from '../sheets/cell';
import { settingRows } from '../sheets/settings';
import { headerOf, normalHeader } from '../sheets/tab';
import { type AnyColumn, type AnyTab, type SettingRow, settingsTab } from '../sheets/tabs';
import { fromPlatform, toPlatform } from './cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Placed {
  readonly header: string;
  readonly look: AnyColumn;
  /** 1-based, as the platform counts. */
  readonly column: number;
}

const HEADER_COLOR = { input: '#fff2cc', feed: '#d9ead3', output: '#cfe2f3', hidden: '#eeeeee' } as const;
const PROTECTION = 'Trading Process';

/** @param language of the notes; headers are names and the same in every language */
export function setUpTab(tab: AnyTab, sheet: Sheet, language: Language): void {
  const placed = placeColumns(tab, sheet);
  const lastColumn = Math.max(...placed.map(({ column }) => column));
  const stale = staleColumns(placed, sheet, lastColumn, language);
  const rowsBelow = sheet.getMaxRows() - 1;
  if (stale.length > 0) sheet.setFrozenRows(1);
  if (rowsBelow > 0) {
    for (const run of runs(stale)) {
      const formats = run.columns.map(({ look }) => look.format);
      sheet
        .getRange(2, run.column, rowsBelow, formats.length)
        .setNumberFormats(Array.from({ length: rowsBelow }, () => formats));
    }
    for (const { column, look } of stale)
      if (look.align === 'center') sheet.getRange(2, column, rowsBelow, 1).setHorizontalAlignment('center');
    setMarks(stale, sheet, rowsBelow);
    if (tab.role === 'input' || tab.role === 'feed')
      setDropdowns(stale, sheet, rowsBelow, tab.role, language);
  }
  for (const { column, look, header } of stale) sheet.setColumnWidth(column, widthOf(look, header));
  // Notes come last: a set-up that broke off half-way finds the column stale again.
  for (const run of runs(stale)) {
    const headers = sheet.getRange(1, run.column, 1, run.columns.length);
    headers.setFontWeight('bold').setBackground(HEADER_COLOR[tab.role]);
    headers.setHorizontalAlignments([run.columns.map(({ look }) => look.align)]);
    headers.setNotes([run.columns.map(({ look }) => noteOf(look, language))]);
  }
  protect(tab, sheet, lastColumn, language);
  if (tab.name === settingsTab.name) fillSettings(sheet, placed, language);
  if (tab.role === 'hidden' && !sheet.isSheetHidden()) sheet.hideSheet();
}

/** Columns whose note is not (or no longer) that of the schema; the others keep the looks that people gave them. */
function staleColumns(
  placed: readonly Placed[],
  sheet: Sheet,
  lastColumn: number,
  language: Language,
): readonly Placed[] {
  const [notes = []] = sheet.getRange(1, 1, 1, lastColumn).getNotes();
  return placed.filter(({ look, column }) => notes[column - 1] !== noteOf(look, language));
}

/** Where each field stands; a field without a header gets one at the right. */
function placeColumns(tab: AnyTab, sheet: Sheet): readonly Placed[] {
  const width = sheet.getLastColumn();
  const [found = []] = width === 0 ? [] : sheet.getRange(1, 1, 1, width).getValues();
  const present = found.map(normalHeader);
  const fields = Object.entries(tab.columns).map(([field, look]) => ({ header: headerOf(field), look }));
  const missing = fields.map(({ header }) => header).filter((header) => !present.includes(header));
  if (missing.length > 0) {
    const lacking = width + missing.length - sheet.getMaxColumns();
    if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
    sheet.getRange(1, width + 1, 1, missing.length).setValues([missing]);
  }
  const headers = [...present, ...missing];
  return fields
    .map(({ header, look }) => ({ header, look, column: headers.indexOf(header) + 1 }))
    .sort((a, b) => a.column - b.column);
}

/** Headers are found as the reader of tabs finds them: whatever the case, blanks and hyphens as underscores. */
interface Run {
  readonly column: number;
  readonly columns: Placed[];
}

/** Columns that stand side by side: one call to the platform for each run of them. */
function runs(placed: readonly Placed[]): readonly Run[] {
  const made: Run[] = [];
  for (const each of placed) {
    const last = made[made.length - 1];
    if (last && last.column + last.columns.length === each.column) last.columns.push(each);
    else made.push({ column: each.column, columns: [each] });
  }
  return made;
}

function noteOf({ help, whenBlank, allowed, suggests = [] }: AnyColumn, language: Language): string {
  const said = plain(help);
  const lines = [
    whenBlank === null ? msg('{said} (required)', { said }) : said,
    ...(allowed === null ? [] : [msg('One of {values}.', { values: allowed.join(', ') })]),
    ...(suggests.length === 0 ? [] : [msg('Such as {values}.', { values: suggests.join(', ') })]),
  ];
  return printAll(lines, language).join('\n');
}

/** A bold letter of a header, and the room around it, in pixels. */
const LETTER = 7.5;
const ROOM = 16;

/** Wide enough for what the column holds, and for its header. */
const widthOf = ({ width }: AnyColumn, header: string): number =>
  Math.max(width, Math.ceil(header.length * LETTER) + ROOM);

/** Colours the values that stand out; rules that people made stay before them. */
function setMarks(placed: readonly Placed[], sheet: Sheet, rows: number): void {
  const wanted = placed.flatMap(({ look, column }) =>
    Object.entries(look.marks).map(([value, color]) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(value)
        .setBackground(color)
        .setRanges([sheet.getRange(2, column, rows, 1)])
        .build(),
    ),
  );
  if (wanted.length === 0) return;
  const columns = new Set(placed.map(({ column }) => column));
  const others = sheet.getConditionalFormatRules().filter((rule) => !isMark(rule, columns));
  sheet.setConditionalFormatRules([...others, ...wanted]);
}

/** A rule as setMarks makes them, of an earlier set-up. */
function isMark(
  rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule,
  columns: ReadonlySet<number>,
): boolean {
  const [range, ...more] = rule.getRanges();
  return (
    range !== undefined &&
    more.length === 0 &&
    range.getRow() === 2 &&
    range.getNumColumns() === 1 &&
    columns.has(range.getColumn()) &&
    rule.getBooleanCondition()?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO
  );
}

/** What people fill in is refused when it is not on the list; in a feed it is only marked. */
function setDropdowns(
  placed: readonly Placed[],
  sheet: Sheet,
  rows: number,
  role: 'input' | 'feed',
  language: Language,
): void {
  for (const { look, column } of placed) {
    const values = look.allowed ?? look.suggests;
    if (values === undefined) continue;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...values], true)
      .setAllowInvalid(role === 'feed' || look.allowed === null)
      .setHelpText(noteOf(look, language))
      .build();
    sheet.getRange(2, column, rows, 1).setDataValidation(rule);
  }
}

/** A warning, not a wall: what the desk writes is not for editing, nor are headers that it looks for. */
function protect(tab: AnyTab, sheet: Sheet, width: number, language: Language): void {
  const wholeTab = tab.role === 'output' || tab.role === 'hidden';
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const present = sheet
    .getProtections(wholeTab ? SHEET : RANGE)
    .some((protection) => protection.getDescription().startsWith(PROTECTION));
  if (present) return;
  const protection = wholeTab ? sheet.protect() : sheet.getRange(1, 1, 1, width).protect();
  const why = wholeTab ? msg('the desk writes this tab') : msg('the desk finds columns by their headers');
  protection.setDescription(`${PROTECTION}: ${print(why, language)}`).setWarningOnly(true);
}

/** Adds the settings that are not there yet; values that people wrote stay as they are. */
function fillSettings(sheet: Sheet, placed: readonly Placed[], language: Language): void {
  const rows = fromPlatform(sheet.getDataRange().getValues(), String);
  const keyColumn = placed.find(({ header }) => header === 'key')?.column ?? 1;
  const present = new Set(rows.map((row) => normalHeader(row[keyColumn - 1])));
  const missing = settingRows()
    .filter((row) => !present.has(normalHeader(row.key)))
    .map(({ key, meaning }): SettingRow => ({ key, value: null, meaning: print(meaning, language) }));
  if (missing.length === 0) return;
  const first = rows.length + 1;
  const lacking = first + missing.length - 1 - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  for (const run of runs(placed)) {
    const cells = missing.map((row) => run.columns.map(({ header }) => settingCell(row, header)));
    sheet.getRange(first, run.column, missing.length, run.columns.length).setValues(toPlatform(cells));
  }
}

function settingCell({ key, value, meaning }: SettingRow, header: string): Cell {
  if (header === 'key') return key;
  return header === 'meaning' ? meaning : value;
}
