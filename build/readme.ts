// Writes the tables of docs/ from the schemas: npm run readme. With --check it only compares, all files at once.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Explained } from '../src/domain/codes/explained';
import { CODE_GROUPS } from '../src/domain/problemCodes';
import { TABLES } from '../src/google/warehouse/tables';
import { print } from '../src/language/print';
import { CHECK_SWITCHES } from '../src/sheets/checkSettings';
import type { Column } from '../src/sheets/columnType';
import { pathOf } from '../src/sheets/fundKeys';
import { OTHER_NAMES } from '../src/sheets/headers';
import { settingRows } from '../src/sheets/settings';
import { headerOf } from '../src/sheets/tab';
import { ALL_TABS, dailyTrades, fundStats } from '../src/sheets/tabs';
import { CATALOGUE } from '../test/fixtures/catalogue';
import { FORMS, readWords, UsageError } from './commandLine.cjs';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const code = (text: string): string => `\`${cell(text)}\``;

const table = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headers, headers.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const fieldsOf = (columns: object) => Object.entries(columns as Readonly<Record<string, Column<unknown>>>);

const tabsTable = (): string =>
  table(
    ['tab', 'kind', 'what it holds'],
    ALL_TABS.map(({ name, role, help }) => [`[${code(name)}](#${name.replace(/^_/, '')})`, role, cell(help)]),
  );

/** One section a tab: what each column holds, and which values it takes. */
const columnsTables = (): string =>
  ALL_TABS.map(({ name, columns }) => {
    const rows = fieldsOf(columns).map(([field, { help, whenBlank, allowed, sqlType }]) => [
      `${code(headerOf(field))}${whenBlank === null ? '' : '?'}`,
      sqlType,
      cell(help),
      (allowed ?? []).map(code).join(', '),
    ]);
    const headers = ['column (? = may be blank)', 'type', 'what it holds', 'one of'];
    return `## ${name.replace(/^_/, '')}\n\n${table(headers, rows)}`;
  }).join('\n\n');

const settingsTable = (): string =>
  table(
    ['setting', 'meaning', 'allowed'],
    settingRows().map(({ key, meaning, column }) => [
      code(key),
      cell(print(meaning, 'en')),
      column.allowed === null ? cell(column.takes ?? '') : column.allowed.map(code).join(', '),
    ]),
  );

/** What stands under each key of the fund file: the column of `fund-stats` that it fills. */
const fundKeysTable = (): string =>
  table(
    ['key', 'type', 'column of fund-stats', 'what it holds', 'one of'],
    fieldsOf(fundStats.columns).flatMap(([field, { help, allowed }]) => {
      const path = pathOf(field);
      if (path === undefined) return [];
      const type = field === 'onshoreAssets' || field === 'offshoreAssets' ? 'list of texts' : 'text';
      return [[code(path), type, code(headerOf(field)), cell(help), (allowed ?? []).map(code).join(', ')]];
    }),
  );

const tradesFileTable = (): string =>
  table(
    ['header', 'or', 'what it holds', 'one of'],
    fieldsOf(dailyTrades.columns).map(([field, { help, allowed }]) => [
      code(headerOf(field)),
      (OTHER_NAMES[headerOf(field)] ?? []).map(code).join(', '),
      cell(help),
      (allowed ?? []).map(code).join(', '),
    ]),
  );

const checksTable = (): string =>
  table(
    ['what is wrong', 'switch', 'by default', 'limit', 'codes'],
    Object.values(CHECK_SWITCHES).map(({ help, key, byDefault, limit, codes }) => [
      cell(help),
      code(key),
      byDefault,
      limit === null ? '' : code(limit),
      codes.map(code).join(', '),
    ]),
  );

const warehouseTables = (): string =>
  table(
    ['table', 'partitioned by', 'clustered by', 'columns'],
    TABLES.map(({ name, partitionBy, clusterBy, columns }) => [
      code(name),
      code(partitionBy),
      clusterBy.map(code).join(', '),
      columns.map((column) => code(column.name)).join(' '),
    ]),
  );

const codesTable = (codes: Explained) => (): string =>
  table(
    ['code', 'what happened', 'what to do'],
    Object.entries(codes).map(([name, [cause, remedy]]) => [code(name), cell(cause), cell(remedy)]),
  );

/** Inputs are shown, not run: what could be taken for markup is code. */
const catalogueTable = (): string =>
  `${CATALOGUE.length} inputs.\n\n${table(
    ['where', 'what stands there', 'named at', 'code', 'the sentence says'],
    CATALOGUE.map(({ place, input, cell: at, code: name, sentence }) => [
      place,
      shown(input),
      at === '' ? '' : code(at),
      code(name),
      shown(sentence),
    ]),
  )}`;

/** Marks that cannot be seen are written by their number. */
const shown = (text: string): string => {
  const visible = text.replace(
    /[^ -~¡-¬®-˿‐-‧‰-⁞€←-⇿]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return /[<*_\\`]/.test(visible) ? `\`${cell(visible.replace(/`/g, "'"))}\`` : cell(visible);
};

/** What stands between `<!-- name -->` and `<!-- /name -->`, by file. */
export const SECTIONS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/errors.md': {
    reading: codesTable(CODE_GROUPS.reading),
    day: codesTable(CODE_GROUPS.day),
    doing: codesTable(CODE_GROUPS.doing),
    catalogue: catalogueTable,
  },
  'docs/files.md': { funds: fundKeysTable, trades: tradesFileTable },
  'docs/settings.md': { settings: settingsTable, checks: checksTable },
  'docs/tabs.md': { tabs: tabsTable, columns: columnsTables },
  'docs/warehouse.md': { tables: warehouseTables },
};

/** The file's text with each marked section replaced. */
export function withTables(file: string, text: string): string {
  return Object.entries(SECTIONS[file] ?? {}).reduce((before, [name, write]) => {
    const section = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!section.test(before)) throw new Error(`${file} has no section "${name}"; put its two markers back`);
    return before.replace(section, (_, open: string, close: string) => `${open}${write()}\n${close}`);
  }, text);
}

/** @returns the exit code */
function main(args: readonly string[]): number {
  const { check: onlyCompares } = readWords(FORMS.readme, args).values;
  const stale = Object.keys(SECTIONS).filter((file) => {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const after = withTables(file, before);
    if (before !== after && !onlyCompares) writeFileSync(file, after);
    return before !== after;
  });
  if (stale.length === 0 || !onlyCompares) return 0;
  console.error(`${stale.join(', ')}: the tables are not what the schemas say; run npm run readme`);
  return 1;
}

if (process.argv[1]?.endsWith('readme.cjs')) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
