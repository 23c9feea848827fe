// A spreadsheet of plain arrays that counts the calls made to it.
import { deserialize, serialize } from 'node:v8';

type Value = string | number | boolean | Date;

interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

class FakeProtection {
  description = '';
  warningOnly = false;
  constructor(readonly range: Block | null) {}
  getDescription = () => this.description;
  setDescription(text: string) {
    this.description = text;
    return this;
  }
  setWarningOnly(only: boolean) {
    this.warningOnly = only;
    return this;
  }
}

export interface FakeRule {
  readonly values: readonly string[];
  readonly allowInvalid: boolean;
  readonly help: string;
}

/** A conditional format: a cell with this text gets this colour. */
export class FakeMark {
  constructor(
    readonly text: string,
    readonly color: string,
    readonly ranges: readonly FakeRange[],
    readonly criteria = 'TEXT_EQUAL_TO',
  ) {}
  getRanges = () => this.ranges;
  getBooleanCondition = () => ({ getCriteriaType: () => this.criteria });
}

class FakeRange {
  /** The address by which the book was asked for it. */
  asked = '';

  constructor(
    private readonly sheet: FakeSheet,
    private readonly block: Block,
  ) {
    const { row, column, rows, columns } = block;
    if (row < 1 || column < 1 || rows < 1 || columns < 1) throw new Error('The range has no cells.');
    if (row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns)
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }

  getValues(): Value[][] {
    this.sheet.calls.push('getValues');
    const { row, column, rows, columns } = this.block;
    return this.sheet.remembered(JSON.stringify(this.block), () =>
      Array.from({ length: rows }, (_, r) =>
        Array.from(
          { length: columns },
          (_unused, c) => this.sheet.cells[row - 1 + r]?.[column - 1 + c] ?? '',
        ),
      ),
    );
  }

  setValues(values: Value[][]) {
    this.sheet.calls.push('setValues');
    this.sheet.forget();
    const { row, column, rows, columns } = this.block;
    if (values.length !== rows || values.some((each) => each.length !== columns))
      throw new Error('The number of values does not match the range.');
    values.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        if (cell === null || cell === undefined) throw new Error('a cell is blank text, never null');
        this.sheet.put(row - 1 + r, column - 1 + c, cell);
      });
    });
    return this;
  }

  getNotes(): string[][] {
    this.sheet.calls.push('getNotes');
    return [
      Array.from({ length: this.block.columns }, (_, i) => this.sheet.notes.get(i + this.block.column) ?? ''),
    ];
  }
  setNotes(notes: string[][]) {
    return this.each('setNotes', (column, i) => this.sheet.notes.set(column, notes[0]?.[i] ?? ''));
  }
  setNumberFormats(formats: string[][]) {
    if (formats.length !== this.block.rows)
      throw new Error('The number of formats does not match the range.');
    return this.each('setNumberFormats', (column, i) =>
      this.sheet.formats.set(column, formats[0]?.[i] ?? ''),
    );
  }
  setDataValidation(rule: FakeRule) {
    return this.each('setDataValidation', (column) => this.sheet.rules.set(column, rule));
  }
  setDataValidations(rules: (FakeRule | null)[][]) {
    if (rules.length !== this.block.rows) throw new Error('The number of rules does not match the range.');
    const isWhole = this.block.row + this.block.rows - 1 === this.sheet.maxRows;
    if (!isWhole)
      rules.forEach((row, r) => {
        row.forEach((rule, c) => {
          const key = `${this.block.row + r}:${this.block.column + c}`;
          if (rule === null) this.sheet.cellRules.delete(key);
          else this.sheet.cellRules.set(key, rule);
        });
      });
    if (!isWhole) return this.each('setDataValidations', () => undefined);
    return this.each('setDataValidations', (column, i) => {
      const rule = rules[0]?.[i] ?? null;
      if (rule === null) this.sheet.rules.delete(column);
      else this.sheet.rules.set(column, rule);
    });
  }
  setHorizontalAlignment(alignment: string) {
    return this.each('setHorizontalAlignment', (column) => this.sheet.alignments.set(column, alignment));
  }
  setHorizontalAlignments(alignments: string[][]) {
    return this.each('setHorizontalAlignments', (column, i) =>
      this.sheet.headerAlignments.set(column, alignments[0]?.[i] ?? ''),
    );
  }
  getRow = () => this.block.row;
  getColumn = () => this.block.column;
  getNumColumns = () => this.block.columns;
  getNumRows = () => this.block.rows;
  setFontWeight() {
    return this.each('setFontWeight', () => undefined);
  }
  setWrap() {
    return this.each('setWrap', () => undefined);
  }
  setBackground() {
    return this.each('setBackground', () => undefined);
  }
  protect() {
    const protection = new FakeProtection(this.block);
    this.sheet.protections.push(protection);
    return protection;
  }

  private each(call: string, change: (column: number, index: number) => void) {
    this.sheet.calls.push(call);
    for (let i = 0; i < this.block.columns; i += 1) change(this.block.column + i, i);
    return this;
  }
}

let made = 0;
function nextId(): number {
  made += 1;
  return 100_000 + made;
}

export class FakeSheet {
  id = nextId();
  tabColor = '';
  /** Of single cells, by `row:column`. */
  readonly cellRules = new Map<string, FakeRule>();
  readonly calls: string[] = [];
  private held: Value[][] | null = [];
  private stowed: Buffer | null = null;
  /** By 1-based column. */
  readonly notes = new Map<number, string>();
  readonly formats = new Map<number, string>();
  readonly rules = new Map<number, FakeRule>();
  readonly widths = new Map<number, number>();
  /** Of the cells below the headers, and of the headers. */
  readonly alignments = new Map<number, string>();
  readonly headerAlignments = new Map<number, string>();
  marks: readonly FakeMark[] = [];
  readonly protections: FakeProtection[] = [];
  frozenRows = 0;
  hidden = false;

  constructor(
    readonly name: string,
    rows: readonly (readonly Value[])[] = [],
    public maxRows = 1000,
    public maxColumns = 26,
  ) {
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        this.put(r, c, cell);
      });
    });
  }

  get cells(): Value[][] {
    if (this.held === null) {
      this.held = deserialize(this.stowed ?? serialize([])) as Value[][];
      this.stowed = null;
    }
    return this.held;
  }

  /** Out of the script's memory, as the platform keeps it, until somebody looks. */
  stow(): void {
    if (this.held === null) return;
    this.stowed = serialize(this.held);
    this.held = null;
  }

  /** What an execution was given it may be given again until it flushes, whatever others have written: null = it never is. */
  given: Map<string, Value[][]> | null = null;
  remembered(block: string, read: () => Value[][]): Value[][] {
    const values = this.given?.get(block) ?? read();
    this.given?.set(block, values);
    return values;
  }
  forget(): void {
    this.given?.clear();
  }

  put(row: number, column: number, value: Value): void {
    const all = this.cells;
    while (all.length <= row) all.push([]);
    const cells = all[row] ?? [];
    cells[column] = value;
  }

  getName = () => this.name;
  getMaxRows = () => this.counted('getMaxRows', this.maxRows);
  getMaxColumns = () => this.counted('getMaxColumns', this.maxColumns);
  getLastRow = () => this.counted('getLastRow', this.used().rows);
  getLastColumn = () => this.counted('getLastColumn', this.used().columns);
  getRange = (row: number, column: number, rows = 1, columns = 1) =>
    new FakeRange(this, { row, column, rows, columns });
  getSheetValues(row: number, column: number, rows: number, columns: number): Value[][] {
    return this.getRange(row, column, rows, columns).getValues();
  }
  getDataRange = () => {
    const { rows, columns } = this.used();
    return this.getRange(1, 1, Math.max(1, rows), Math.max(1, columns));
  };
  insertRowsAfter(after: number, count: number) {
    if (after !== this.maxRows) throw new Error('rows are added at the bottom only');
    this.maxRows += this.counted('insertRowsAfter', count);
  }
  insertColumnsAfter(after: number, count: number) {
    if (after !== this.maxColumns) throw new Error('columns are added at the right only');
    this.maxColumns += this.counted('insertColumnsAfter', count);
  }
  appendRow(cells: readonly Value[]) {
    this.calls.push('appendRow');
    const row = this.used().rows;
    this.maxRows = Math.max(this.maxRows, row + 1);
    cells.forEach((cell, column) => {
      this.put(row, column, cell);
    });
  }
  getSheetId = () => this.id;
  setTabColor(color: string) {
    this.tabColor = this.counted('setTabColor', color);
  }
  setFrozenRows(rows: number) {
    this.frozenRows = rows;
  }
  setColumnWidths(column: number, count: number, width: number) {
    for (let i = 0; i < count; i += 1) this.widths.set(column + i, width);
  }
  getConditionalFormatRules = () => [...this.marks];
  setConditionalFormatRules(marks: readonly FakeMark[]) {
    this.marks = this.counted('setConditionalFormatRules', marks);
  }
  hideSheet() {
    this.hidden = true;
  }
  isSheetHidden = () => this.hidden;
  protect() {
    const protection = new FakeProtection(null);
    this.protections.push(protection);
    return protection;
  }
  getProtections = (type: 'SHEET' | 'RANGE') =>
    this.protections.filter((each) => (each.range === null) === (type === 'SHEET'));

  private counted<T>(call: string, answer: T): T {
    this.calls.push(call);
    return answer;
  }

  private used(): { rows: number; columns: number } {
    let [rows, columns] = [0, 0];
    this.cells.forEach((row, r) => {
      for (let c = row.length; c > 0; c -= 1) {
        const cell = row[c - 1];
        if (cell === '' || cell === undefined) continue;
        [rows, columns] = [r + 1, Math.max(columns, c)];
        break;
      }
    });
    return { rows, columns };
  }
}

export class FakeSpreadsheet {
  zone = 'America/Sao_Paulo';
  locale = 'en_US';
  readonly toasts: string[] = [];
  flushes = 0;
  /** What else happens at each. */
  onFlush: () => void = () => undefined;
  id = 'fake-book';
  getId = () => this.id;

  constructor(readonly sheets: FakeSheet[] = []) {}

  sheet(name: string): FakeSheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`the book has no tab ${name}`);
    return found;
  }
  getSheetByName = (name: string) => this.sheets.find((sheet) => sheet.name === name) ?? null;
  /** `'orders'!A1:C20`, or `'etfs'!$A$2:$A`, as the desk asks for them. */
  getRange(a1: string) {
    const [, tab = '', column = ''] = /^'(.*)'!\$([A-Z])\$2:\$[A-Z]$/.exec(a1) ?? [];
    if (tab !== '') {
      const listed = this.sheet(tab);
      const range = listed.getRange(2, column.charCodeAt(0) - 64, listed.maxRows - 1);
      return Object.assign(range, { asked: a1 });
    }
    const [, name = '', letters = '', rows = ''] = /^'(.*)'!A1:([A-Z]+)(\d+)$/.exec(a1) ?? [];
    const columns = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const sheet = this.getSheetByName(name.replace(/''/g, "'"));
    if (sheet === null) throw new Error(`Range not found: "${a1}"`);
    return sheet.getRange(1, 1, Number(rows), columns);
  }
  getSheets = () => [...this.sheets];
  insertSheet(name: string, index: number) {
    const sheet = new FakeSheet(name);
    this.sheets.splice(index, 0, sheet);
    return sheet;
  }
  deleteSheet(sheet: FakeSheet) {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }
  getSpreadsheetTimeZone = () => this.zone;
  setSpreadsheetTimeZone(zone: string) {
    this.zone = zone;
  }
  getSpreadsheetLocale = () => this.locale;
  setSpreadsheetLocale(locale: string) {
    this.locale = locale;
  }
  toast(text: string) {
    this.toasts.push(text);
  }
}

/** SpreadsheetApp over one open book. */
export function fakeSpreadsheetApp(book: FakeSpreadsheet): object {
  return {
    getActive: () => book,
    flush: () => {
      book.flushes += 1;
      book.onFlush();
      for (const sheet of book.sheets) sheet.forget();
    },
    BooleanCriteria: { TEXT_EQUAL_TO: 'TEXT_EQUAL_TO' },
    newConditionalFormatRule: () => {
      const draft = { text: '', color: '', ranges: [] as readonly FakeRange[] };
      const builder = {
        whenTextEqualTo: (text: string) => Object.assign(builder, { draft: Object.assign(draft, { text }) }),
        setBackground: (color: string) => Object.assign(builder, { draft: Object.assign(draft, { color }) }),
        setRanges: (ranges: readonly FakeRange[]) =>
          Object.assign(builder, { draft: Object.assign(draft, { ranges }) }),
        build: () => new FakeMark(draft.text, draft.color, draft.ranges),
      };
      return builder;
    },
    ProtectionType: { SHEET: 'SHEET', RANGE: 'RANGE' },
    newDataValidation: () => {
      const draft = { values: [] as readonly string[], allowInvalid: true, help: '' };
      const builder = {
        requireValueInList: (values: readonly string[]) =>
          Object.assign(builder, { draft: Object.assign(draft, { values }) }),
        requireValueInRange: (range: FakeRange) =>
          Object.assign(builder, {
            draft: Object.assign(draft, { values: [`=${range.asked}`] }),
          }),
        setAllowInvalid: (allowInvalid: boolean) => {
          draft.allowInvalid = allowInvalid;
          return builder;
        },
        setHelpText: (help: string) => {
          draft.help = help;
          return builder;
        },
        build: () => draft,
      };
      return builder;
    },
  };
}
