// How a tab looks: formats, dropdowns, colours of what stands out, widths, headers, protection; as few calls as it takes.
import type { Language } from '../language/language';
import { msg, plain } from '../language/message';
import { print, printAll } from '../language/print';
import type { AnyColumn, AnyTab } from '../sheets/tabs';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

export interface Placed {
  readonly header: string;
  readonly look: AnyColumn;
  /** 1-based, as the platform counts. */
  readonly column: number;
}

interface Run {
  readonly column: number;
  readonly columns: Placed[];
}

/** Columns that stand side by side and are alike: one call to the platform for each run of them. */
export function runs(
  placed: readonly Placed[],
  alike: (a: Placed, b: Placed) => boolean = () => true,
): readonly Run[] {
  const made: Run[] = [];
  for (const each of placed) {
    const last = made[made.length - 1];
    const before = last?.columns[last.columns.length - 1];
    if (last && before && before.column + 1 === each.column && alike(before, each)) last.columns.push(each);
    else made.push({ column: each.column, columns: [each] });
  }
  return made;
}

interface Body {
  /** Below the headers. */
  readonly rows: number;
  /** Those that the tab has already. */
  readonly rules: readonly Rule[];
  readonly role: AnyTab['role'];
  readonly language: Language;
  readonly isNew: boolean;
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
    const rules = columns.map(({ look }) => dropdown(look, role, body.language));
    if (rules.some((rule) => rule !== null))
      cells.setDataValidations(Array.from({ length: rows }, () => rules));
  }
  const centred = stale.filter(({ look }) => look.align === 'center');
  if (role !== 'hidden')
    for (const { column, columns } of runs(centred))
      sheet.getRange(2, column, rows, columns.length).setHorizontalAlignment('center');
  setMarks(sheet, stale, body);
  if (takesEntries && !body.isNew) setDropdowns(sheet, stale, role, body);
}

const HEADER_COLOR = { input: '#fff2cc', feed: '#d9ead3', output: '#cfe2f3', hidden: '#eeeeee' } as const;

/** @param all the headers of all that is stale, where they are at hand */
export function dressHeaders(
  sheet: Sheet,
  all: Range | null,
  stale: readonly Placed[],
  { role, language }: Pick<Body, 'role' | 'language'>,
): void {
  for (const { column, columns } of runs(stale)) {
    const headers = all ?? sheet.getRange(1, column, 1, columns.length);
    if (role !== 'hidden') {
      headers.setFontWeight('bold').setBackground(HEADER_COLOR[role]);
      headers.setHorizontalAlignments([columns.map(({ look }) => look.align)]);
    }
    headers.setNotes([columns.map(({ look }) => noteOf(look, language))]);
  }
}

/** What a header's note says of its column. */
export function noteOf({ help, whenBlank, allowed, suggests = [] }: AnyColumn, language: Language): string {
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
/** What the platform gives a new column, and the few widths that columns have besides, so that neighbours share one. */
const NEW_WIDTH = 100;
const PLAIN_WIDTH = 160;
const WIDTHS: readonly number[] = [NEW_WIDTH, PLAIN_WIDTH, 260, 420];

/** Wide enough for what the column holds, and for its header. */
function widthOf({ look, header }: Placed): number {
  const needed = Math.max(look.width, Math.ceil(header.length * LETTER) + ROOM);
  return WIDTHS.find((width) => width >= needed) ?? needed;
}

export function setWidths(sheet: Sheet, stale: readonly Placed[], isNew: boolean): void {
  // Neighbours that need little get what the widest of them needs: a call for each run of them.
  const isPlain = (each: Placed): boolean => widthOf(each) <= PLAIN_WIDTH;
  const alike = (a: Placed, b: Placed): boolean =>
    isPlain(a) ? isPlain(b) : !isPlain(b) && widthOf(a) === widthOf(b);
  for (const { column, columns } of runs(stale, alike)) {
    const width = Math.max(...columns.map(widthOf));
    if (!isNew || width !== NEW_WIDTH) sheet.setColumnWidths(column, columns.length, width);
  }
}

/** Colours the values that stand out; rules that people made stay before them. */
function setMarks(sheet: Sheet, placed: readonly Placed[], { rows, rules }: Body): void {
  const wanted = placed.flatMap(({ look, column }) => {
    const marks = Object.entries(look.marks);
    if (marks.length === 0) return [];
    const ranges = [sheet.getRange(2, column, rows, 1)];
    return marks.map(([value, color]) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(value)
        .setBackground(color)
        .setRanges(ranges)
        .build(),
    );
  });
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

/** What people fill in is refused when it is not on the list; in a feed it is only marked. null = anything is taken. */
function dropdown(
  look: AnyColumn,
  role: 'input' | 'feed',
  language: Language,
): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const values = look.allowed ?? look.suggests;
  if (values === undefined) return null;
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...values], true)
    .setAllowInvalid(role === 'feed' || look.allowed === null)
    .setHelpText(noteOf(look, language))
    .build();
}

function setDropdowns(
  sheet: Sheet,
  placed: readonly Placed[],
  role: 'input' | 'feed',
  { rows, language }: Body,
): void {
  for (const { look, column } of placed) {
    const rule = dropdown(look, role, language);
    if (rule !== null) sheet.getRange(2, column, rows, 1).setDataValidation(rule);
  }
}

/** Beginning of the description by which the desk's own protection is found again. */
const PROTECTION = 'Trading Process';

/** A warning, not a wall: what the desk writes is not for editing, nor are headers that it looks for. */
export function protect(protection: Protection, wholeTab: boolean, language: Language): void {
  const why = wholeTab ? msg('the desk writes this tab') : msg('the desk finds columns by their headers');
  // The description last: by it a set-up that broke off knows that there is nothing left to do.
  protection.setWarningOnly(true);
  protection.setDescription(`${PROTECTION}: ${print(why, language)}`);
}

/** One of a set-up that broke off: it would keep everybody else out for good. @param wholeTab false = of the header row */
export const halfMade = (protections: readonly Protection[], wholeTab: boolean): Protection | null =>
  protections.find(
    (each) =>
      each.getDescription() === '' &&
      (wholeTab ||
        each
          .getRange()
          .getA1Notation()
          .match(/^A1:[A-Z]+1$/)),
  ) ?? null;

/** Whether one of them is the desk's own. */
export const isProtected = (protections: readonly Protection[]): boolean =>
  protections.some((protection) => protection.getDescription().startsWith(PROTECTION));
