// Set up writes into the book only here: values of settings, and the sample's rows where a tab is still empty.
import { error, hasErrors, type Problem } from '../../domain/problem';
import type { Stamp } from '../../domain/stamp';
import { msg } from '../../language/message';
import { print } from '../../language/print';
import { type Grid, isBlank } from '../../sheets/cell';
import { readTable } from '../../sheets/read';
import { SAMPLE_SETTINGS, sampleTables } from '../../sheets/sample';
import { readSettings, settingRows } from '../../sheets/settings';
import { type SettingRow, settingsTab } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import { deskLanguage } from '../../stages/day/inputs';
import { openBook } from '../run/openBook';
import type { Services } from '../services';

/** Values by the setting's key; a blank one means the default. Nothing is written if one of them is wrong. */
export function saveSettings(
  services: Services,
  asked: Readonly<Record<string, string>>,
): readonly Problem[] {
  // A key of the tab may be a word of JavaScript: it is looked up among what was asked, and nowhere else.
  const values = new Map(Object.entries(asked));
  const known = new Set(settingRows().map(({ key }) => key));
  const stranger = [...values.keys()].find((key) => !known.has(key));
  if (stranger !== undefined)
    return [error('unknown-setting', msg('"{key}" is not a setting', { key: stranger }))];
  const book = openBook(services.book);
  const { table } = readTable(settingsTab, book.read(settingsTab.name));
  const rows = table.rows.map(({ value: row }): SettingRow => {
    const wanted = values.get(row.key);
    return wanted === undefined ? row : { ...row, value: wanted.trim() === '' ? null : wanted.trim() };
  });
  const present = new Set(rows.map(({ key }) => key));
  const lacking = settingRows().filter(
    ({ key }) => !present.has(key) && (values.get(key) ?? '').trim() !== '',
  );
  const added = lacking.map(
    ({ key }): SettingRow => ({ key, value: values.get(key)?.trim() ?? null, meaning: null }),
  );
  const all = [...rows, ...added];
  const changed = { ...table, rows: all.map((value, index) => ({ row: index + 1, value })) };
  const { settings, problems } = readSettings(changed);
  if (hasErrors(problems)) return problems;
  const meanings = new Map(lacking.map(({ key, meaning }) => [key, print(meaning, settings.deskLanguage)]));
  const explained = all.map((row) => ({ ...row, meaning: meanings.get(row.key) ?? row.meaning }));
  book.replace(printTable(settingsTab, explained));
  book.flush();
  return [];
}

export interface SampleReport {
  /** Tabs that got the sample's rows. */
  readonly filled: readonly string[];
  /** Tabs that hold rows already: those stay. */
  readonly kept: readonly string[];
}

/** While the sample is being put in. */
const SAMPLE_KEY = 'sample-begun';

/** All or nothing: the sample's tabs belong together, and rows of the desk's own are never joined by invented ones. */
export function fillSample(services: Services, now: Stamp): SampleReport {
  const book = openBook(services.book);
  const tables = sampleTables(now, deskLanguage(services));
  const { journal } = services;
  const standing = tables.map(({ tab }) => tab).filter((tab) => hasRows(book.read(tab)));
  // One that was cut off has left some of them: they are the sample's own, and the others belong to them.
  const isBegun = journal.get(SAMPLE_KEY) !== null;
  if (standing.length > 0 && !isBegun) return { filled: [], kept: standing };
  journal.set(SAMPLE_KEY, now);
  const lacking = tables.filter(({ tab }) => !standing.includes(tab));
  for (const table of lacking) book.replace(table);
  const { table } = readTable(settingsTab, book.read(settingsTab.name));
  const given = new Set(table.rows.filter(({ value }) => value.value !== null).map(({ value }) => value.key));
  const blank = Object.entries(SAMPLE_SETTINGS).filter(([key]) => !given.has(key));
  book.flush();
  saveSettings(services, Object.fromEntries(blank));
  journal.remove(SAMPLE_KEY);
  return { filled: tables.map(({ tab }) => tab), kept: [] };
}

const hasRows = (grid: Grid | null): boolean =>
  (grid ?? []).slice(1).some((row) => row.some((cell) => !isBlank(cell)));
