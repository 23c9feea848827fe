// Tables of the benchmark in the pages of the docs, between <!-- name --> and <!-- /name -->.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Table } from './table';

export const tableLines = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @throws when the page has no such place */
export function keepInPage(page: string, name: string, tables: readonly Table[]): void {
  const parts = tables.map(({ title, columns, rows, note }) =>
    [`**${title}.**${note ? ` ${note}` : ''}`, tableLines(columns, rows)].join('\n\n'),
  );
  writeFileSync(page, placed(page, name, parts.join('\n\n')));
}

/** The page with this text in its place. */
export function placed(page: string, name: string, text: string): string {
  const section = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  const before = readFileSync(page, 'utf8');
  if (!section.test(before)) throw new Error(`${page} has no place for ${name}`);
  return before.replace(section, (_, open: string, close: string) => `${open}\n${text}\n\n${close}`);
}
