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

/** Which solver the tables are of: they stay in the page when it changes. */
function versionLine(): string {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { encoding: 'utf8' }).trim();
  const commit = git('log', '-1', '--format=%h', '--', 'src/solver');
  const isChanged = git('status', '--porcelain', '--', 'src/solver') !== '';
  return `Measured: the solver of commit ${commit}${isChanged ? ', with changes that were not committed' : ''}.`;
}

/** The page with this text in its place. */
export function placed(page: string, name: string, text: string): string {
  const section = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  const before = readFileSync(page, 'utf8');
  if (!section.test(before)) throw new Error(`${page} has no place for ${name}`);
  return before.replace(section, (_, open: string, close: string) => `${open}\n${text}\n\n${close}`);
}
