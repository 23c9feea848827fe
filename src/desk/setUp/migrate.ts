// Brings a book of an older version up to this one, step by step; each step is marked once it is done.
import { type Message, msg } from '../../language/message';
import { SaidError } from '../../language/print';
import type { Cell } from '../../sheets/cell';
import {
  type Change,
  FIRST_VERSION,
  MIGRATIONS,
  type Migration,
  missingMigrations,
  versionOf,
} from '../../sheets/migrations';
import { normalHeader } from '../../sheets/tab';
import { settingsTab } from '../../sheets/tabs';
import type { Services } from '../services';

export const VERSION_KEY = 'schema-version';

type Parts = Pick<Services, 'book' | 'journal'>;

export interface Migrated {
  readonly from: number;
  readonly to: number;
  readonly why: readonly Message[];
}

/**
 * Runs before Set up adds what is missing: a renamed column would otherwise get an empty twin.
 * @throws when the book was made by a newer version than this one
 */
export function migrate(services: Parts, migrations: readonly Migration[] = MIGRATIONS): Migrated {
  const { book, journal } = services;
  const newest = versionOf(migrations);
  const kept = journal.get(VERSION_KEY);
  const isNew = kept === null && book.outline(settingsTab.name) === null;
  const from = isNew ? newest : Number(kept ?? FIRST_VERSION);
  if (from > newest) {
    throw new SaidError(
      msg(
        'the book is of version {n} and this script knows {n2} only; push the newer script (npm run deploy), then set up again',
        { n: from, n2: newest },
      ),
    );
  }
  const missing = missingMigrations(from, migrations);
  for (const { version, changes } of missing) {
    for (const change of changes) apply(services, change);
    book.flush();
    journal.set(VERSION_KEY, String(version));
  }
  if (kept === null) journal.set(VERSION_KEY, String(newest));
  return { from, to: newest, why: missing.map(({ why }) => why) };
}

function apply({ book, journal }: Parts, change: Change): void {
  switch (change.kind) {
    case 'rename-column':
      renameCell(book, change.tab, 0, book.outline(change.tab)?.headers ?? [], change);
      return;
    case 'rename-setting': {
      const grid = book.read(settingsTab.name) ?? [];
      const keys = (grid[0] ?? []).map(normalHeader).indexOf('key');
      const column = grid.map((row) => row[keys] ?? null);
      const rows = column.map(normalHeader);
      const row = rows.indexOf(normalHeader(change.from));
      if (keys >= 0 && row > 0 && !rows.includes(normalHeader(change.to)))
        book.write(settingsTab.name, row, keys, [[change.to]]);
      return;
    }
    case 'forget':
      for (const key of journal.keys(change.prefix)) journal.remove(key);
  }
}

/** Done before, or never there: then there is nothing to rename. */
function renameCell(
  book: Parts['book'],
  tab: string,
  row: number,
  cells: readonly Cell[],
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const names = cells.map(normalHeader);
  const column = names.indexOf(normalHeader(from));
  if (column >= 0 && !names.includes(normalHeader(to))) book.write(tab, row, column, [[to]]);
}
