// The rows of the tab settings as Set up keeps them: one a setting, said in the desk's language, with a list where a value is one of few.
import { LANGUAGES, type Language } from '../language/language';
import { print } from '../language/print';
import { type Cell, type Grid, isBlank } from './cell';
import type { Placed } from './looks';
import { SETTINGS, settingRows } from './settings';
import type { Setting } from './settingsTable';
import { normalHeader } from './tab';
import type { SettingRow } from './tabs';

const columnOf = (placed: readonly Placed[], header: string): number =>
  (placed.find((each) => each.header === header)?.column ?? 0) - 1;

export interface Meaning {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly text: string;
}

/** What has to be said anew: also after the desk's language has become another; words of the desk's own stay. */
export function changedMeanings(
  cells: Grid,
  placed: readonly Placed[],
  language: Language,
): readonly Meaning[] {
  const [key, meaning] = [columnOf(placed, 'key'), columnOf(placed, 'meaning')];
  if (key < 0 || meaning < 0) return [];
  const known = new Map(settingRows().map((row) => [normalHeader(row.key), row.meaning]));
  return cells.slice(1).flatMap((row, index) => {
    const said = known.get(normalHeader(row[key] ?? null));
    const stands = row[meaning] ?? null;
    if (said === undefined || !LANGUAGES.some((each) => print(said, each) === stands)) return [];
    const text = print(said, language);
    return text === stands ? [] : [{ row: index + 2, text }];
  });
}

export interface Added {
  /** 1-based row of the sheet at which they begin. */
  readonly from: number;
  readonly rows: readonly SettingRow[];
}

/** The settings that are not there yet, below whatever is; values that people wrote stay as they are. */
export function missingSettings(cells: Grid, placed: readonly Placed[], language: Language): Added {
  const key = columnOf(placed, 'key');
  const present = new Set(cells.map((row) => normalHeader(row[key] ?? null)));
  const rows = settingRows()
    .filter((row) => !present.has(normalHeader(row.key)))
    .map((row): SettingRow => ({ key: row.key, value: null, meaning: print(row.meaning, language) }));
  const isEmpty = cells.every((row) => row.every(isBlank));
  return { from: (isEmpty ? 1 : cells.length) + 1, rows };
}

/** The cell of a setting under a header of the tab; blank under one of the desk's own. */
export function settingCell({ key, value, meaning }: SettingRow, header: string): Cell {
  if (header === 'key') return key;
  if (header === 'meaning') return meaning;
  return header === 'value' ? value : null;
}

/** What each row's value is one of, from row 2 on; null where it is none of a few. */
export function choicesByRow(
  cells: Grid,
  added: Added,
  placed: readonly Placed[],
): readonly (readonly string[] | null)[] {
  const key = columnOf(placed, 'key');
  const keys = [
    ...cells.slice(1, added.from - 1).map((row) => row[key] ?? null),
    ...added.rows.map((row) => row.key),
  ];
  const choices = new Map(
    Object.values(SETTINGS as Record<string, Setting<unknown>>).map((each) => [
      normalHeader(each.key),
      each.column.allowed,
    ]),
  );
  return keys.map((each) => choices.get(normalHeader(each)) ?? null);
}
