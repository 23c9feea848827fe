// One workbook of the desk: its tabs, its time zone and locale, and what the engine does not keep by itself.
import type { ICellData, IWorkbookData } from '@univerjs/core';
import type { Area } from './a1';
import { formatIn, type Place, scriptValue } from './cells';
import type { UniverApi, UniverBook, UniverSheet } from './engine';
import { type Extras, emptyExtras, readExtras } from './extras';
import { Looking, type Reader } from './looking';
import { looksAt } from './looks';
import { rangeOf } from './ranges';
import { wallTime } from './zone';

/** A new tab is as large as one in Sheets, and its cells are written as there. */
export const NEW_TAB = { rowCount: 1000, columnCount: 26, defaultStyle: { ff: 'Arial', fs: 10 } };

interface NewTab {
  readonly id?: number;
  readonly rows?: number | undefined;
  readonly columns?: number | undefined;
}

/** What a mutation changes of a cell; null takes all looks away, and in them a part. */
export type CellChange = Omit<ICellData, 's'> & { readonly s?: ICellData['s'] | object };

const DONE: CellChange = {};

/** Characters; as Sheets says. */
const MOST_IN_A_NAME = 100;

export class Book {
  #extras: Extras;
  /** A script that nobody called has a look of its own, which the book keeps. */
  readonly #own = new Looking();
  readonly #looks = new WeakMap<Reader, Looking>();
  /** Hears of every change of what is kept beside the cells: the name, protections, charts, zone, locale. */
  onBeside: () => void = () => undefined;
  /** What is changed meanwhile is kept as a whole or not at all. */
  together: (work: () => void) => void = (work) => work();
  /** Set by every change, cleared by whoever saved the book. */
  changed = false;

  /** @param now milliseconds since 1970 @param rows of a tab that is inserted */
  constructor(
    readonly univer: UniverBook,
    /** The engine that it is one of the books of. */
    readonly api: UniverApi,
    private readonly now: () => number,
    private readonly rows: number = NEW_TAB.rowCount,
  ) {
    this.#extras = readExtras(univer.getCustomMetadata());
  }

  get id(): string {
    return this.univer.getId();
  }

  get place(): Place {
    const { timeZone: zone, locale } = this.extras;
    return { zone, locale, year: wallTime(this.now(), zone).year };
  }

  get extras(): Extras {
    return this.#extras;
  }

  /** Changes what is kept beside the cells: protections, charts, zone, locale. */
  amend(change: Partial<Extras>): void {
    this.#extras = { ...this.#extras, ...change };
    this.univer.setCustomMetadata({ ...this.#extras });
    this.onBeside();
  }

  rename(name: string): void {
    this.univer.setName(name);
    this.onBeside();
  }

  /** As it was noted: nobody hears of it again. */
  restore(name: string, extras: Extras): void {
    this.#extras = extras;
    this.univer.setCustomMetadata({ ...extras });
    if (this.univer.getName() !== name) this.univer.setName(name);
  }

  /** Carries out a mutation of the engine. Its commands would keep beside each how to undo it, which nobody here asks for. */
  mutate(id: string, params: Readonly<Record<string, unknown>>): void {
    if (!this.api.syncExecuteCommand(id, { unitId: this.id, ...params }))
      throw new Error(`The spreadsheet engine refused ${id}.`);
  }

  /** Changes the cells of an area; undefined leaves one as it is. */
  putCells(
    sheet: UniverSheet,
    area: Pick<Area, 'row' | 'column'>,
    cells: readonly (readonly (CellChange | undefined)[])[],
  ): void {
    const cellValue: Record<number, Record<number, CellChange>> = {};
    cells.forEach((line, r) => {
      let changed: Record<number, CellChange> | undefined;
      line.forEach((cell, c) => {
        if (cell === undefined) return;
        changed ??= cellValue[area.row - 1 + r] = {};
        changed[area.column - 1 + c] = cell;
      });
    });
    if (Object.keys(cellValue).length === 0) return;
    this.mutate('sheet.mutation.set-range-values', { subUnitId: sheet.getSheetId(), cellValue });
    // The engine keeps what was asked of it until formulas are calculated, and then looks at the places alone.
    for (const row of Object.values(cellValue))
      for (const column of Object.keys(row)) row[Number(column)] = DONE;
  }

  sheets(): readonly UniverSheet[] {
    return this.univer.getSheets();
  }

  sheet(id: string): UniverSheet {
    const sheet = this.univer.getSheetBySheetId(id);
    if (!sheet) throw new Error(`The tab ${id} of "${this.univer.getName()}" was deleted.`);
    return sheet;
  }

  tab(name: string): UniverSheet {
    const sheet = this.univer.getSheetByName(name);
    if (!sheet) throw new Error(`There is no tab "${name}" in "${this.univer.getName()}".`);
    return sheet;
  }

  #look(reader: Reader | null): Looking {
    if (reader === null) return this.#own;
    const look = this.#looks.get(reader) ?? new Looking();
    this.#looks.set(reader, look);
    return look;
  }

  /** The tab that the reader, or a script in their place, looks at. */
  activeSheet(reader: Reader | null): UniverSheet {
    const { tab } = this.#look(reader);
    const chosen = this.sheets().find((sheet) => sheet.getSheetId() === tab);
    return chosen ?? this.univer.getActiveSheet();
  }

  /** What the reader, or a script in their place, has selected in a tab; its first cell at first. */
  selected(sheet: UniverSheet, reader: Reader | null): Area {
    return this.#look(reader).selected(sheet.getSheetId());
  }

  /** @param area null = as it was */
  select(sheet: UniverSheet, area: Area | null, reader: Reader | null = null): void {
    this.#look(reader).at({ sheet: sheet.getSheetId(), area });
    if (reader === null) this.univer.setActiveSheet(sheet);
  }

  /** The value of the first cell of an area, as a script reads it; undefined for a blank one. */
  valueAt(sheetId: string, area: Area): unknown {
    const cell = rangeOf(this.sheet(sheetId), { ...area, rows: 1, columns: 1 }).getCellDataGrid()[0]?.[0];
    const format = formatIn(looksAt(this.sheet(sheetId), cell, area.row, area.column));
    const value = scriptValue(cell, format, this.place);
    return value === '' ? undefined : value;
  }

  /** Makes a tab, or cells of it, the active ones of the reader, and shows them there. */
  show(sheet: UniverSheet, area: Area | null, reader: Reader | null): void {
    this.select(sheet, area, reader);
    reader?.look(this.id, { sheet: sheet.getSheetId(), area });
  }

  /** `index` counts from 0; without one the tab is put last. It gets the number and the size that are asked for. */
  insertSheet(
    name: string,
    index: number = this.sheets().length,
    { id = this.#freeNumber(), rows, columns }: NewTab = {},
  ): UniverSheet {
    this.#refuseName(name, null);
    this.amend({ nextSheet: Math.max(this.#extras.nextSheet, id + 1) });
    const at = Math.max(0, Math.min(index, this.sheets().length));
    const { columnCount, defaultStyle } = NEW_TAB;
    const size = { rowCount: rows ?? this.rows, columnCount: columns ?? columnCount };
    return this.univer.insertSheet(name, { index: at, sheet: { id: String(id), ...size, defaultStyle } });
  }

  #freeNumber(): number {
    const taken = new Set(this.sheets().map((sheet) => sheet.getSheetId()));
    let number = this.#extras.nextSheet;
    while (taken.has(String(number))) number += 1;
    return number;
  }

  renameSheet(sheet: UniverSheet, name: string): void {
    this.#refuseName(name, sheet.getSheetId());
    sheet.setName(name);
  }

  #refuseName(name: string, own: string | null): void {
    if (name === '') throw new Error('A sheet needs a name.');
    if (name.length > MOST_IN_A_NAME)
      throw new Error(`The name of a sheet has ${MOST_IN_A_NAME} characters at most.`);
    if (this.sheets().some((sheet) => sheet.getSheetId() !== own && sheet.getSheetName() === name))
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }

  deleteSheet(id: string): void {
    if (this.sheets().length === 1) throw new Error("You can't remove all the sheets in a document.");
    this.univer.deleteSheet(this.sheet(id));
    this.amend({
      charts: this.#extras.charts.filter((chart) => chart.sheet !== id),
      protections: this.#extras.protections.filter((protection) => protection.sheet !== id),
    });
  }
}

/** What a new spreadsheet starts as: one tab, São Paulo time. */
export function newBookData(
  id: string,
  name: string,
  firstTab: string,
  rows: number = NEW_TAB.rowCount,
): Partial<IWorkbookData> {
  return {
    id,
    name,
    sheetOrder: ['0'],
    sheets: { '0': { id: '0', name: firstTab, ...NEW_TAB, rowCount: rows } },
    custom: { ...emptyExtras() },
  };
}
