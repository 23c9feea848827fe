// How a tab looks, drawn with the setters of SpreadsheetApp in as few calls as it takes: where there is no Sheets service.
import type { Language } from '../language/language';
import {
  COLORS,
  type Dropdown,
  dropdownOf,
  kindOf,
  marksOf,
  NEW_WIDTH,
  noteOf,
  type Placed,
  protectionOf,
  runs,
  type Whereabouts,
  widthRuns,
} from '../sheets/looks';
import type { AnyTab } from '../sheets/tabs';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Where the columns of other tabs stand, and a range by its address. */
export interface Lists {
  readonly where: Whereabouts;
  readonly range: (address: string) => Range;
}

interface Body {
  /** Below the headers. */
  readonly rows: number;
  /** Those that the tab has already. */
  readonly rules: readonly Rule[];
  readonly role: AnyTab['role'];
  readonly language: Language;
  readonly isNew: boolean;
  readonly lists: Lists;
}

export function dressBody(sheet: Sheet, stale: readonly Placed[], body: Body): void {
  const { rows, role } = body;
  if (rows < 1) return;
  const takesEntries = role === 'input' || role === 'feed';
  for (const { column, columns } of runs(stale)) {
    const formats = columns.map(({ look }) => look.format);
    const cells = sheet.getRange(2, column, rows, formats.length);
    cells.setNumberFormats(Array.from({ length: rows }, () => formats));
    if (!takesEntries || !body.isNew) continue;
    // Nobody has put dropdowns of their own into a tab that was made just now: all at once.
    const rules = columns.map(({ look }) => offered(look, body));
    if (rules.some((rule) => rule !== null))
      cells.setDataValidations(Array.from({ length: rows }, () => rules));
  }
  const centred = stale.filter(({ look }) => look.align === 'center');
  if (role !== 'hidden')
    for (const { column, columns } of runs(centred))
      sheet.getRange(2, column, rows, columns.length).setHorizontalAlignment('center');
  setMarks(sheet, stale, body);
  if (takesEntries && !body.isNew) setDropdowns(sheet, stale, body);
}

/** @param all the headers of all that is stale, where they are at hand */
export function dressHeaders(
  sheet: Sheet,
  all: Range | null,
  stale: readonly Placed[],
  { tab, language }: { readonly tab: AnyTab; readonly language: Language },
): void {
  for (const { column, columns } of runs(stale)) {
    const headers = all ?? sheet.getRange(1, column, 1, columns.length);
    if (tab.role !== 'hidden') {
      headers.setFontWeight('bold').setBackground(COLORS[kindOf(tab)].header).setWrap(true);
      headers.setHorizontalAlignments([columns.map(({ look }) => look.align)]);
    }
    headers.setNotes([columns.map(({ look }) => noteOf(look, language))]);
  }
}

export function setWidths(sheet: Sheet, stale: readonly Placed[], isNew: boolean): void {
  for (const { column, columns, width } of widthRuns(stale))
    if (!isNew || width !== NEW_WIDTH) sheet.setColumnWidths(column, columns.length, width);
}

/** Colours the values that stand out; rules that people made stay before them. */
function setMarks(sheet: Sheet, placed: readonly Placed[], { rows, rules }: Body): void {
  const wanted = marksOf(placed).map(({ column, value, color }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(value)
      .setBackground(color)
      .setRanges([sheet.getRange(2, column, rows, 1)])
      .build(),
  );
  if (wanted.length === 0) return;
  const columns = new Set(placed.map(({ column }) => column));
  const others = rules.filter((rule) => !isMark(rule, columns));
  sheet.setConditionalFormatRules([...others, ...wanted]);
}

/** A rule as setMarks makes them, of an earlier set-up. */
function isMark(rule: Rule, columns: ReadonlySet<number>): boolean {
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

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const offered = (look: Placed['look'], { role, language, lists }: Body): Validation | null =>
  ruleOf(dropdownOf(look, role, language, lists.where), lists);

export function ruleOf(dropdown: Dropdown | null, { range }: Lists): Validation | null {
  if (dropdown === null) return null;
  const { entries, strict, help } = dropdown;
  const made = SpreadsheetApp.newDataValidation();
  const rule =
    typeof entries === 'string'
      ? made.requireValueInRange(range(entries), true)
      : made.requireValueInList([...entries], true);
  return rule.setAllowInvalid(!strict).setHelpText(help).build();
}

function setDropdowns(sheet: Sheet, placed: readonly Placed[], body: Body): void {
  for (const { look, column } of placed) {
    const rule = offered(look, body);
    if (rule !== null) sheet.getRange(2, column, body.rows, 1).setDataValidation(rule);
  }
}

export function protect(protection: Protection, tab: AnyTab, language: Language): void {
  // The description last: by it a set-up that broke off knows that there is nothing left to do.
  protection.setWarningOnly(true);
  protection.setDescription(protectionOf(tab, language));
}

/** One of a set-up that broke off: it would keep everybody else out for good. @param wholeTab false = of the header row */
export const halfMade = (protections: readonly Protection[], wholeTab: boolean): Protection | null =>
  protections.find(
    (each) =>
      each.getDescription() === '' && (wholeTab || /^A1:[A-Z]+1$/.test(each.getRange().getA1Notation())),
  ) ?? null;
