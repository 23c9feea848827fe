// Writes the README's tables of tabs and settings from the schemas: npm run readme. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { print } from '../src/language/print';
import type { Column } from '../src/sheets/column';
import { settingRows } from '../src/sheets/settings';
import { headerOf } from '../src/sheets/tab';
import { ALL_TABS } from '../src/sheets/tabs';

const FILE = 'README.md';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

function tabsTable(): string {
  const rows = ALL_TABS.map(({ name, role, help, columns }) => {
    const fields = Object.entries(columns as Record<string, Column<unknown>>);
    const headers = fields.map(
      ([field, column]) => `\`${headerOf(field)}\`${column.whenBlank === null ? '' : '?'}`,
    );
    return `| \`${name}\` | ${role} | ${cell(help)} | ${headers.join(' ')} |`;
  });
  return [
    '| tab | kind | what it holds | columns (? = may be blank) |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function settingsTable(): string {
  const rows = settingRows().map(({ key, meaning }) => `| \`${key}\` | ${cell(print(meaning, 'en'))} |`);
  return ['| setting | meaning |', '| --- | --- |', ...rows].join('\n');
}

/** The README with each marked section replaced. */
export function withTables(readme: string): string {
  const replace = (text: string, name: string, table: string): string => {
    const section = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!section.test(text)) throw new Error(`${FILE} has no section "${name}"; put its two markers back`);
    return text.replace(section, (_, open: string, close: string) => `${open}${table}\n${close}`);
  };
  return replace(replace(readme, 'tabs', tabsTable()), 'settings', settingsTable());
}

if (process.argv[1]?.endsWith('readme.cjs')) {
  const before = readFileSync(FILE, 'utf8');
  const after = withTables(before);
  if (process.argv.includes('--check')) {
    if (before !== after)
      throw new Error(`${FILE}: the tables are not what the schemas say; run npm run readme`);
  } else writeFileSync(FILE, after);
}
