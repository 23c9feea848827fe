// The Sheets service over the spreadsheet of plain arrays. Requests are read by the laptop's own stand-in, as strict as Google.

import { type Model, thinkThrough } from '../../src/local/host/script/services/sheetsService/model';
import {
  type Asked,
  type GridRange,
  readRequests,
} from '../../src/local/host/script/services/sheetsService/requests';
import { FakeMark, FakeSheet, type FakeSpreadsheet } from './fakeBook';

const hex = ({ rgbColor: { red = 0, green = 0, blue = 0 } }: { rgbColor: Partial<Record<string, number>> }) =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const ALIGNED = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;

export class FakeSheets {
  /** What was asked for, batch by batch. */
  readonly batches: (readonly Asked[])[] = [];
  gets = 0;
  /** What it answers instead; null = what it should. */
  refusal: Error | null = null;

  /** Other spreadsheets than the desk's own, by id. */
  find: (id: string) => FakeSpreadsheet | undefined = () => undefined;

  private book: FakeSpreadsheet;

  constructor(private readonly own: FakeSpreadsheet) {
    this.book = own;
  }

  private open(id: string): void {
    const found = id === this.own.id ? this.own : this.find(id);
    if (!found) throw new Error('Requested entity was not found.');
    this.book = found;
  }

  readonly Spreadsheets = {
    get: (id: string, { ranges }: { fields: string; ranges?: readonly string[] }) => {
      if (this.refusal) throw this.refusal;
      this.open(id);
      this.gets += 1;
      const names = ranges?.map((range) => range.replace(/^'(.*)'(!1:1)?$/, '$1').replace(/''/g, "'"));
      return {
        properties: { locale: this.book.locale, timeZone: this.book.zone },
        sheets: this.book.sheets
          .filter(({ name }) => names === undefined || names.includes(name))
          .map((sheet) => described(sheet, this.book.sheets.indexOf(sheet))),
      };
    },
    batchUpdate: (resource: object, id: string) => {
      if (this.refusal) throw this.refusal;
      this.open(id);
      const asked = readRequests(JSON.parse(JSON.stringify(resource)));
      const model: Model = new Map(
        this.book.sheets.map((sheet) => [
          sheet.id,
          {
            title: sheet.name,
            rows: sheet.maxRows,
            columns: sheet.maxColumns,
            hidden: sheet.hidden,
            marks: sheet.marks.length,
          },
        ]),
      );
      thinkThrough(asked, model);
      this.batches.push(asked);
      for (const each of asked) this.carryOut(each);
      return { replies: [] };
    },
  };

  private sheet(id: number | undefined): FakeSheet {
    const found = this.book.sheets.find((sheet) => sheet.id === id);
    if (!found) throw new Error(`no sheet ${id}`);
    return found;
  }

  private carryOut(asked: Asked): void {
    if (asked.kind === 'updateSpreadsheetProperties') {
      const { locale, timeZone } = asked.body.properties;
      this.book.locale = locale ?? this.book.locale;
      this.book.zone = timeZone ?? this.book.zone;
    } else if (asked.kind === 'addSheet') {
      const { title = '', index = 0, sheetId = 0, gridProperties } = asked.body.properties;
      const sheet = new FakeSheet(title, [], gridProperties?.rowCount, gridProperties?.columnCount);
      sheet.id = sheetId;
      this.book.sheets.splice(index, 0, sheet);
      dress(sheet, asked.body.properties);
    } else if (asked.kind === 'updateSheetProperties')
      dress(this.sheet(asked.body.properties.sheetId), asked.body.properties);
    else if (asked.kind === 'deleteSheet') this.book.deleteSheet(this.sheet(asked.body.sheetId));
    else if (asked.kind === 'appendDimension') {
      const sheet = this.sheet(asked.body.sheetId);
      if (asked.body.dimension === 'ROWS') sheet.maxRows += asked.body.length;
      else sheet.maxColumns += asked.body.length;
    } else this.carryOutOnCells(asked);
  }

  private carryOutOnCells(asked: Asked): void {
    if (asked.kind === 'updateDimensionProperties') {
      const { sheetId, startIndex, endIndex } = asked.body.range;
      this.sheet(sheetId).setColumnWidths(
        startIndex + 1,
        endIndex - startIndex,
        asked.body.properties.pixelSize,
      );
    } else if (asked.kind === 'updateCells') updateCells(this.sheet(asked.body.range.sheetId), asked.body);
    else if (asked.kind === 'repeatCell') {
      const { range, cell } = asked.body;
      const sheet = this.sheet(range.sheetId);
      for (const column of columnsOf(range)) {
        sheet.formats.set(column, cell.userEnteredFormat?.numberFormat?.pattern ?? '');
        const where = cell.userEnteredFormat?.horizontalAlignment;
        if (where) sheet.alignments.set(column, ALIGNED[where]);
      }
    } else if (asked.kind === 'setDataValidation') {
      const { range, rule } = asked.body;
      if (!rule) return;
      const values = rule.condition.values.map(({ userEnteredValue }) => userEnteredValue);
      const made = { values, allowInvalid: !rule.strict, help: rule.inputMessage ?? '' };
      const sheet = this.sheet(range.sheetId);
      const isOneCell = (range.endRowIndex ?? 0) - (range.startRowIndex ?? 0) === 1;
      for (const column of columnsOf(range))
        if (isOneCell) sheet.cellRules.set(`${(range.startRowIndex ?? 0) + 1}:${column}`, made);
        else sheet.rules.set(column, made);
    } else if (asked.kind === 'addProtectedRange') {
      const { range, description, warningOnly } = asked.body.protectedRange;
      const sheet = this.sheet(range.sheetId);
      const cells =
        range.endRowIndex === undefined
          ? sheet.protect()
          : sheet.getRange(1, 1, range.endRowIndex, range.endColumnIndex).protect();
      cells.setDescription(description).setWarningOnly(warningOnly);
    } else if (asked.kind === 'addConditionalFormatRule') {
      const { rule, index } = asked.body;
      const [range] = rule.ranges;
      const sheet = this.sheet(range?.sheetId);
      const cells = range ? [sheet.getRange(2, (range.startColumnIndex ?? 0) + 1, sheet.maxRows - 1)] : [];
      const text = rule.booleanRule.condition.values[0]?.userEnteredValue ?? '';
      const marks = [...sheet.marks];
      marks.splice(index, 0, new FakeMark(text, hex(rule.booleanRule.format.backgroundColorStyle), cells));
      sheet.marks = marks;
    } else if (asked.kind === 'deleteConditionalFormatRule') {
      const sheet = this.sheet(asked.body.sheetId);
      sheet.marks = sheet.marks.filter((_, at) => at !== asked.body.index);
    }
  }
}

const columnsOf = ({ startColumnIndex = 0, endColumnIndex = 0 }: GridRange): readonly number[] =>
  Array.from({ length: endColumnIndex - startColumnIndex }, (_, i) => startColumnIndex + 1 + i);

function dress(
  sheet: FakeSheet,
  properties: Extract<Asked, { kind: 'addSheet' }>['body']['properties'],
): void {
  const { tabColorStyle, gridProperties, hidden } = properties;
  if (tabColorStyle) sheet.setTabColor(hex(tabColorStyle));
  if (gridProperties?.frozenRowCount !== undefined) sheet.setFrozenRows(gridProperties.frozenRowCount);
  if (hidden !== undefined) sheet.hidden = hidden;
}

function updateCells(sheet: FakeSheet, body: Extract<Asked, { kind: 'updateCells' }>['body']): void {
  const { range, rows, fields } = body;
  const [row0, column0] = [range.startRowIndex ?? 0, range.startColumnIndex ?? 0];
  rows.forEach(({ values }, r) => {
    values.forEach(({ userEnteredValue, note, userEnteredFormat }, c) => {
      if (fields.includes('userEnteredValue'))
        sheet.put(row0 + r, column0 + c, userEnteredValue?.stringValue ?? '');
      if (fields.includes('note')) sheet.notes.set(column0 + c + 1, note ?? '');
      const where = userEnteredFormat?.horizontalAlignment;
      if (where) sheet.headerAlignments.set(column0 + c + 1, ALIGNED[where]);
    });
  });
}

const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255;

function described(sheet: FakeSheet, index: number): object {
  const { id, name, maxRows, maxColumns, tabColor, marks, protections } = sheet;
  const rows = sheet.cells.map((cells, r) => ({
    values: Array.from({ length: Math.max(cells.length, r === 0 ? sheet.maxColumns : 0) }, (_, c) => ({
      ...((cells[c] ?? '') === '' ? {} : { formattedValue: String(cells[c]) }),
      ...(r === 0 && sheet.notes.get(c + 1) ? { note: sheet.notes.get(c + 1) } : {}),
    })),
  }));
  return {
    properties: {
      sheetId: id,
      title: name,
      index,
      ...(tabColor === ''
        ? {}
        : {
            tabColorStyle: {
              rgbColor: { red: part(tabColor, 1), green: part(tabColor, 3), blue: part(tabColor, 5) },
            },
          }),
      gridProperties: { rowCount: maxRows, columnCount: maxColumns },
    },
    // Zeros are left out, as Google does.
    protectedRanges: protections.map(({ description, range }) => ({
      description,
      range:
        range === null
          ? { sheetId: id }
          : { sheetId: id, endRowIndex: range.rows, endColumnIndex: range.columns },
    })),
    conditionalFormats: marks.map(({ ranges, criteria }) => ({
      ranges: ranges.map((range) => ({
        ...(range.getColumn() === 1 ? {} : { startColumnIndex: range.getColumn() - 1 }),
        startRowIndex: range.getRow() - 1,
        endColumnIndex: range.getColumn() - 1 + range.getNumColumns(),
      })),
      booleanRule: { condition: { type: criteria === 'TEXT_EQUAL_TO' ? 'TEXT_EQ' : criteria } },
    })),
    data: [{ ...(rows.length === 0 ? {} : { rowData: rows }) }],
  };
}
