// Dropdowns, checkboxes, notes and conditional formats of a tab, kept where the page's spreadsheet finds them too.
import type { IStyleData } from '@univerjs/core';
import { type Area, columnLetters } from './a1';
import { type Book, NEW_TAB } from './book';
import { type Change, changeLooks } from './columnLooks';
import type { UniverSheet } from './engine';
import { checkShape } from './grid';
import { entriesOf } from './lists';
import { rangeOf } from './ranges';

export type ValidationSpec = {
  readonly criteria: 'VALUE_IN_LIST' | 'VALUE_IN_RANGE' | 'CHECKBOX';
  readonly values: readonly string[];
  /** Where the entries of VALUE_IN_RANGE stand, as `'fund-stats'!$B$2:$B$1000`. */
  readonly source: string;
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly help: string | null;
};

/** One rule for a whole area; null takes its rules away. */
export function setValidation(book: Book, sheet: UniverSheet, area: Area, spec: ValidationSpec | null): void {
  const range = rangeOf(sheet, area);
  if (spec === null) {
    if (range.getDataValidations().length > 0) range.setDataValidation(null);
    return;
  }
  const builder = book.api.newDataValidation();
  if (spec.criteria === 'CHECKBOX') builder.requireCheckbox();
  else builder.requireValueInList([...spec.values], false, spec.showDropdown);
  builder.setAllowInvalid(spec.allowInvalid);
  builder.setOptions({ renderMode: ARROW });
  if (spec.help !== null) builder.setOptions({ prompt: spec.help, showInputMessage: true });
  const built = builder.build();
  // The builder would name the book as well, and a copy of it would look into the original.
  if (spec.criteria === 'VALUE_IN_RANGE') built.rule.formula1 = `=${spec.source}`;
  range.setDataValidation(built);
  // Written out: what draws a dropdown knows nothing of the tab's own style.
  if (spec.criteria !== 'CHECKBOX') changeLooks(book, sheet, area, filled(area, LETTERS));
}

const LETTERS: Change = { fs: NEW_TAB.defaultStyle.fs };

/** Equal neighbours down a column become one rule, so that a tab of a thousand rows keeps few of them. */
export function setValidations(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  table: readonly (readonly (ValidationSpec | null)[])[],
): void {
  checkShape(table, area);
  for (let c = 0; c < area.columns; c++) {
    let start = 0;
    for (let r = 1; r <= area.rows; r++) {
      const spec = table[start]?.[c] ?? null;
      if (r < area.rows && JSON.stringify(table[r]?.[c] ?? null) === JSON.stringify(spec)) continue;
      setValidation(
        book,
        sheet,
        { row: area.row + start, column: area.column + c, rows: r - start, columns: 1 },
        spec,
      );
      start = r;
    }
  }
}

/** Reads the rules once for the whole area: the engine keeps them by range, not by cell. */
export function readValidations(book: Book, sheet: UniverSheet, area: Area): (ValidationSpec | null)[][] {
  const table = filled<ValidationSpec | null>(area, null);
  for (const kept of sheet.getDataValidations()) {
    const { type, formula1, showDropDown, errorStyle, prompt } = kept.rule;
    if (type !== 'list' && type !== 'checkbox') continue;
    const isRange = type === 'list' && formula1?.startsWith('=') === true;
    const spec: ValidationSpec = {
      criteria: type === 'checkbox' ? 'CHECKBOX' : isRange ? 'VALUE_IN_RANGE' : 'VALUE_IN_LIST',
      values: type === 'list' && !isRange ? entriesOf(book, formula1 ?? '') : [],
      source: isRange ? (formula1?.slice(1) ?? '') : '',
      showDropdown: showDropDown ?? true,
      allowInvalid: errorStyle === WARNING,
      help: prompt ?? null,
    };
    for (const range of kept.rule.ranges)
      for (let row = Math.max(range.startRow + 1, area.row); row <= range.endRow + 1; row++) {
        const line = table[row - area.row];
        if (!line) break;
        for (
          let column = Math.max(range.startColumn + 1, area.column);
          column <= range.endColumn + 1;
          column++
        )
          if (column - area.column < area.columns) line[column - area.column] = spec;
      }
  }
  return table;
}

/** @throws as Sheets does where a value is none of a dropdown that rejects others; blanks and formulas pass */
export function checkAccepted(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  values: readonly (readonly unknown[])[],
): void {
  for (const { rule } of sheet.getDataValidations()) {
    if (rule.errorStyle === WARNING || (rule.type !== 'list' && rule.type !== 'checkbox')) continue;
    const words = rule.type === 'list' ? entriesOf(book, rule.formula1 ?? '') : ['TRUE', 'FALSE'];
    const taken = new Set(words);
    for (const { startRow, endRow, startColumn, endColumn } of rule.ranges)
      for (let row = Math.max(startRow + 1, area.row); row <= endRow + 1; row++) {
        const line = values[row - area.row];
        if (!line) break;
        const from = Math.max(startColumn + 1, area.column);
        for (let column = from; column <= Math.min(endColumn + 1, area.column + area.columns - 1); column++) {
          const text = enteredText(line[column - area.column]);
          if (text === '' || text.startsWith('=') || taken.has(text)) continue;
          const cell = `${columnLetters(column)}${row}`;
          throw new Error(
            `The data you entered in cell ${cell} violates the data validation rules set on this cell. ` +
              `Please enter one of the following values: ${words.join(', ')}.`,
          );
        }
      }
  }
}

const enteredText = (value: unknown): string =>
  typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '').replace(/^'/, '');

/** DataValidationRenderMode.ARROW: the text as it is and an arrow beside it, where chips would cut it off. */
const ARROW = 1;

/** DataValidationErrorStyle.WARNING: an invalid entry is marked, not refused. */
const WARNING = 2;

const filled = <T>(area: Area, value: T): T[][] =>
  Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));

/** '' or null takes a note away. */
export function setNotes(
  book: Book,
  sheet: UniverSheet,
  area: Area,
  notes: readonly (readonly (string | null)[])[],
): void {
  checkShape(notes, area);
  rangeOf(sheet, area);
  notes.forEach((line, r) => {
    line.forEach((note, c) => {
      const [row, col] = [area.row - 1 + r, area.column - 1 + c];
      const cell = sheet.getRange(row, col, 1, 1);
      const old = cell.getNote();
      if (note) {
        if (old?.note === note) return;
        const id = old?.id ?? `note-${book.extras.nextId}`;
        if (!old) book.amend({ nextId: book.extras.nextId + 1 });
        cell.createOrUpdateNote({ id, row, col, note, width: 240, height: 80 });
      } else if (old) cell.deleteNote();
    });
  });
}

export function readNotes(sheet: UniverSheet, area: Area): string[][] {
  const table = filled(area, '');
  for (const { row, col, note } of sheet.getNotes()) {
    const line = table[row + 1 - area.row];
    if (line && col + 1 >= area.column && col + 1 < area.column + area.columns)
      line[col + 1 - area.column] = note;
  }
  return table;
}

/** What this side can build; `OTHER` was made in the page and is only kept. */
export const CONDITIONS = ['TEXT_EQ', 'TEXT_CONTAINS', 'NUMBER_LESS', 'NUMBER_GREATER', 'OTHER'] as const;

export type ConditionSpec = {
  readonly condition: (typeof CONDITIONS)[number];
  readonly value: string | number;
  /** The engine's name of a rule that stands already and stays as it is; null for a new one. */
  readonly kept: string | null;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly areas: readonly Area[];
};

/** Replaces all conditional formats of the tab; as in Sheets, the first rule that holds wins. */
export function setConditions(sheet: UniverSheet, rules: readonly ConditionSpec[]): void {
  const standing = new Map(sheet.getConditionalFormattingRules().map((rule) => [rule.cfId, rule]));
  sheet.clearConditionalFormatRules();
  for (const rule of [...rules].reverse()) {
    const kept = standing.get(rule.kept ?? '');
    if (kept) {
      sheet.addConditionalFormattingRule(kept);
      continue;
    }
    const start = sheet.newConditionalFormattingRule();
    const chosen =
      rule.condition === 'TEXT_EQ'
        ? start.whenTextEqualTo(String(rule.value))
        : rule.condition === 'TEXT_CONTAINS'
          ? start.whenTextContains(String(rule.value))
          : rule.condition === 'NUMBER_LESS'
            ? start.whenNumberLessThan(Number(rule.value))
            : start.whenNumberGreaterThan(Number(rule.value));
    if (rule.background !== null) chosen.setBackground(rule.background);
    if (rule.fontColor !== null) chosen.setFontColor(rule.fontColor);
    chosen.setRanges(rule.areas.map((area) => rangeOf(sheet, area).getRange()));
    sheet.addConditionalFormattingRule(chosen.build());
  }
}

/** Univer's names of the conditions, by kind of value and operator. */
const KINDS: Readonly<Record<string, ConditionSpec['condition']>> = {
  'text equal': 'TEXT_EQ',
  'text containsText': 'TEXT_CONTAINS',
  'number lessThan': 'NUMBER_LESS',
  'number greaterThan': 'NUMBER_GREATER',
};

export const readConditions = (sheet: UniverSheet): readonly ConditionSpec[] =>
  sheet.getConditionalFormattingRules().map(({ cfId, ranges, rule }) => {
    const { subType, operator, value, style }: Readonly<Record<string, unknown>> = { ...rule };
    const isPlain = typeof value === 'string' || typeof value === 'number';
    const { bg, cl }: IStyleData = { ...(typeof style === 'object' ? style : {}) };
    return {
      kept: cfId,
      condition: (isPlain && KINDS[`${subType} ${operator}`]) || 'OTHER',
      value: isPlain ? value : '',
      background: bg?.rgb ?? null,
      fontColor: cl?.rgb ?? null,
      areas: ranges.map(({ startRow, startColumn, endRow, endColumn }) => ({
        row: startRow + 1,
        column: startColumn + 1,
        rows: endRow - startRow + 1,
        columns: endColumn - startColumn + 1,
      })),
    };
  });
