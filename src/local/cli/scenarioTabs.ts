// The book of a scenario: rows put into tabs as a person would type them, and every tab read back as records.
import type { HostBook } from '../host';
import { putSettings } from './morning';
import { plainCell } from './plainCell';
import { type Rows, ScenarioError } from './scenarioFile';

type Book = Pick<HostBook, 'tabs' | 'readTab' | 'writeTab' | 'writeCell'>;
export type TabEdits = Readonly<Record<string, Rows>>;
export type CellEdit = Readonly<{ tab: string; cell: string; value: unknown }>;
export type TabRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Replaces each tab's rows; of the settings it sets the keys that are given. */
export async function editTabs(book: Book, edits: TabEdits): Promise<void> {
  await checkTabs(book, edits);
  for (const [tab, rows] of Object.entries(edits)) {
    if (tab === 'settings') {
      await putSettings(book, Object.fromEntries(rows.map(({ key, value }) => [String(key), value ?? ''])));
      continue;
    }
    const [header = []] = await book.readTab(tab);
    book.writeTab(tab, [header, ...rows.map((row) => header.map((name) => row[String(name)] ?? ''))]);
  }
}

/** @throws ScenarioError for a tab or a column that the book has not */
export async function checkTabs(book: Book, edits: TabEdits): Promise<void> {
  for (const [tab, rows] of Object.entries(edits)) {
    if (!book.tabs().includes(tab))
      throw new ScenarioError(`tabs.${tab}: there is no such tab; there are ${book.tabs().join(', ')}`);
    const header = ((await book.readTab(tab))[0] ?? []).map(String);
    for (const [i, row] of rows.entries()) {
      const unknown = Object.keys(row).find((name) => !header.includes(name));
      if (unknown !== undefined)
        throw new ScenarioError(
          `tabs.${tab}[${i}].${unknown}: unknown key; the tab has the columns ${header.join(', ')}`,
        );
    }
  }
}

export function editCell(book: Book, { tab, cell, value }: CellEdit): void {
  try {
    book.writeCell(tab, cell, value);
  } catch (error) {
    throw new ScenarioError(`cell ${tab}!${cell}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Every tab, the hidden ones too; a blank cell is null, a row without any value is left out. */
export async function readTabs(book: Book): Promise<Readonly<Record<string, readonly TabRecord[]>>> {
  const records: Record<string, readonly TabRecord[]> = {};
  for (const tab of book.tabs()) {
    const [header = [], ...rows] = await book.readTab(tab);
    records[tab] = rows
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) =>
        Object.fromEntries(
          header.flatMap((name, i) =>
            name === '' ? [] : [[String(name), plainCell(row[i] ?? '')] as const],
          ),
        ),
      );
  }
  return records;
}
