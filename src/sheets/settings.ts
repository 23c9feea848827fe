// The settings tab as a typed value: what stands in it, and the default where nothing does.
import type { Problem } from '../domain/problem';
import { nearest } from '../domain/words';
import { type Message, msg } from '../language/message';
import type { Column } from './columnType';
import { problemAt, type Table } from './read';
import { SETTINGS, type Setting } from './settingsTable';
import { normalHeader } from './tab';
import type { SettingRow } from './tabs/inputs';

export { DEFAULT_LANGUAGE, SETTINGS } from './settingsTable';

type SettingKey = keyof typeof SETTINGS;
type Widened<T> = T extends readonly never[] ? readonly string[] : T;
export type Settings = {
  readonly [K in SettingKey]: (typeof SETTINGS)[K] extends Setting<infer T> ? Widened<T> : never;
};

interface ShownSetting {
  readonly key: string;
  readonly meaning: Message;
  readonly column: Column<unknown>;
}

/** Every setting with what it does and its default, to be printed for whoever reads the tab. */
export const settingRows = (): readonly ShownSetting[] =>
  Object.values(SETTINGS as Record<string, Setting<unknown>>).map(({ key, column, byDefault, meaning }) => {
    const value = byDefault === null ? '' : String(column.print(byDefault) ?? '');
    return {
      key,
      column,
      meaning:
        value === ''
          ? msg('{said}. Default: none', { said: meaning })
          : msg('{said}. Default: {value}', { said: meaning, value }),
    };
  });

/** Each setting with its name in `Settings`, by its key as keys are compared. */
const BY_KEY: ReadonlyMap<string, readonly [string, Setting<unknown>]> = new Map(
  Object.entries(SETTINGS as Record<string, Setting<unknown>>).map((each) => [
    normalHeader(each[1].key),
    each,
  ]),
);
const DEFAULTS: Readonly<Record<string, unknown>> = Object.fromEntries(
  [...BY_KEY.values()].map(([name, { byDefault }]) => [name, byDefault]),
);

/** Reads the settings; unknown keys and bad values are problems, missing ones take their default. */
export function readSettings(table: Table<SettingRow>): { settings: Settings; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = { ...DEFAULTS };
  const present = new Set(table.rows.map(({ value }) => normalHeader(value.key)));
  const keys = [...BY_KEY.values()].map(([, { key }]) => key);
  const vacant = [...BY_KEY].filter(([normal]) => !present.has(normal)).map(([, [, { key }]]) => key);
  for (const { row, value: entry } of table.rows) {
    const known = BY_KEY.get(normalHeader(entry.key));
    if (!known) {
      // A setting that lost its row to a slip of the keyboard would silently be the default.
      const likely = nearest(entry.key, vacant);
      const doubled = nearest(entry.key, keys);
      if (likely === null && doubled !== null) {
        const text = msg(
          '"{key}" is not a setting; {likely} is probably meant, and stands in another row: correct that one and delete this',
          { key: entry.key, likely: doubled },
        );
        problems.push(problemAt(table, row, 'key', 'error', 'unknown-setting', text));
        continue;
      }
      problems.push(
        problemAt(
          table,
          row,
          'key',
          likely === null ? 'warning' : 'error',
          'unknown-setting',
          likely === null
            ? msg('"{key}" is not a setting; see docs/settings.md for the list', { key: entry.key })
            : msg('"{key}" is not a setting; {likely} is probably meant', { key: entry.key, likely }),
        ),
      );
    } else if (entry.value !== null) {
      const [name, definition] = known;
      const parsed = definition.column.parse(entry.value);
      if (parsed.ok) values[name] = parsed.value;
      else
        problems.push(
          problemAt(
            table,
            row,
            'value',
            'error',
            'bad-setting',
            msg('{header} {said}', { header: entry.key, said: parsed.reason }),
          ),
        );
    }
  }
  // Every key of SETTINGS was given its default above and at most a value of its own column.
  return { settings: values as Settings, problems };
}
