// Tables of the benchmark in the pages of the docs, between <!-- name --> and <!-- /name -->, and what version was measured.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Table } from './table';

export const tableLines = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** @throws when the page has no such place */
export function keepInPage(page: string, name: string, tables: readonly Table[]): void {
  const parts = tables.map(({ title, columns, rows, note }) =>
    [`**${title}.**${note ? ` ${note}` : ''}`, tableLines(columns, rows)].join('\n\n'),
  );
  writeFileSync(page, placed(page, name, [versionLine(), ...parts].join('\n\n')));
}

/**
 * The table as the page has it; `isWritten` puts it there.
 * @throws where the page says something else and nobody asked for that
 */
export function heldInPage(
  page: string,
  name: string,
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  isWritten: boolean,
): void {
  const after = placed(page, name, tableLines(columns, rows), '');
  if (after === readFileSync(page, 'utf8')) return;
  if (!isWritten)
    throw new Error(`${page} has another table of ${name}; npm run bench -- limits --write puts this one in`);
  writeFileSync(page, after);
}

/** Which solver the tables are of: they stay in the page when it changes. */
function versionLine(): string {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { encoding: 'utf8' }).trim();
  const commit = git('log', '-1', '--format=%h', '--', 'src/solver');
  const isChanged = git('status', '--porcelain', '--', 'src/solver') !== '';
  return `Measured: the solver of commit ${commit}${isChanged ? ', with changes that were not committed' : ''}.`;
}

/** The page with this text in its place. @param apart what stands between the text and its marks */
export function placed(page: string, name: string, text: string, apart = '\n'): string {
  const section = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  const before = readFileSync(page, 'utf8');
  if (!section.test(before)) throw new Error(`${page} has no place for ${name}`);
  return before.replace(
    section,
    (_, open: string, close: string) => `${open}${apart}${text}\n${apart}${close}`,
  );
}
