// Set up writes into the book only here: values of settings, and the sample's rows where a tab is still empty.
import { error, hasErrors, type Problem } from '../../domain/problem';
import type { Stamp } from '../../domain/stamp';
import { msg } from '../../language/message';
import { print } from '../../language/print';
import { type Grid, isBlank } from '../../sheets/cell';
import { type Located, readTable } from '../../sheets/read';
import { SAMPLE_SETTINGS, sampleTables } from '../../sheets/sample';
import { readSettings, SETTINGS, settingRows } from '../../sheets/settings';
import { normalHeader } from '../../sheets/tab';
import { type SettingRow, settingsTab } from '../../sheets/tabs';
import { inert, printTable } from '../../sheets/write';
import { deskLanguage, readSettingsTab } from '../../stages/day/inputs';
import { openBook } from '../openBook';
import type { Services } from '../services';

/**
 * Values by the setting's key; a blank one means the default. Nothing is written if one of them is wrong, or any other row of the tab:
 * one that cannot be read would be gone afterwards.
 */
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
  const { table, problems: unread } = readTable(settingsTab, book.read(settingsTab.name));
  if (hasErrors(unread)) return unread;
  const rows = table.rows.map(({ row, value }): Located<SettingRow> => {
    const wanted = values.get(value.key);
    const written = wanted === undefined ? value.value : wanted.trim() === '' ? null : wanted.trim();
    return { row, value: { ...value, value: written } };
  });
  const present = new Set(rows.map(({ value: { key } }) => key));
  const lacking = settingRows().filter(
    ({ key }) => !present.has(key) && (values.get(key) ?? '').trim() !== '',
  );
  const last = Math.max(0, ...rows.map(({ row }) => row));
  const added = lacking.map(
    ({ key }, index): Located<SettingRow> => ({
      row: last + 1 + index,
      value: { key, value: values.get(key)?.trim() ?? null, meaning: null },
    }),
  );
  const all = [...rows, ...added];
  const { settings, problems } = readSettings({ ...table, rows: all });
  if (hasErrors(problems)) return problems;
  const meanings = new Map(lacking.map(({ key, meaning }) => [key, print(meaning, settings.deskLanguage)]));
  const explained = all.map(({ value }) => ({ ...value, meaning: meanings.get(value.key) ?? value.meaning }));
  book.replace(printTable(settingsTab, explained));
  book.flush();
  return [];
}

const BOOK_ID: string = SETTINGS.bookId.key;

/**
 * The book's own id beside its key, whatever stands in the other rows: by it a copy knows that it is one. A wrong cell elsewhere must
 * not keep a book from being told from its copies.
 */
export function writeBookId({ book, bookId }: Pick<Services, 'book' | 'bookId'>): void {
  const grid = book.read(settingsTab.name) ?? [];
  const headers = (grid[0] ?? []).map(normalHeader);
  const [keys, values] = [headers.indexOf('key'), headers.indexOf('value')];
  const at = grid.findIndex(
    (cells, row) => row > 0 && normalHeader(cells[keys] ?? null) === normalHeader(BOOK_ID),
  );
  const row = at < 0 ? grid.length : at;
  if (at < 0) book.write(settingsTab.name, row, keys, [[BOOK_ID]]);
  book.write(settingsTab.name, row, values, [[inert(bookId())]]);
  book.flush();
}

export interface SampleReport {
  /** Tabs that got the sample's rows. */
  readonly filled: readonly string[];
  /** Tabs that hold rows already: those stay. */
  readonly kept: readonly string[];
}

/** While the sample is being put in. */
const SAMPLE_KEY = 'sample-begun';

/**
 * All or nothing: the sample's tabs belong together, and rows of the desk's own are never joined by invented ones. Beside settings that
 * cannot be read, which its own could not join, nothing is put in.
 */
export function fillSample(services: Services, now: Stamp): SampleReport {
  const book = openBook(services.book);
  if (hasErrors(readSettingsTab(book.read).problems)) return { filled: [], kept: [] };
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
