// What a desk's folder shows once nobody is at work on it: tabs, mails, files and rows, without what differs from start to start.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';

/** What is seen, by name: `tab orders`, `mail ….eml`, `file ….csv`, `rows fills`. */
export type Seen = ReadonlyMap<string, string>;

/** A log tells of the cut and of what went on after it: it has more rows, rightly. `_pending` is scratch paper. */
const LOGS = ['log', 'run_log', '_pending'];
/**
 * Each start has ports of its own. And the market fails for three seconds at noon: a run that waited through them began at 12:00:00,
 * one that was cut off while it waited and begun again began at 12:00:03, rightly: the row's seal
 * follows from the row.
 */
const plain = (text: string): string =>
  text
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/12:00:0[0-3]/g, '12:00:0N')
    .replace(/-12000[0-3]-/g, '-12000N-')
    .replace(/\b(4\d{4})\.5(?:000[0-3]\d*)?(?!\d)/g, '$1.5')
    .replace(/="h[0-9a-f]{16}"/g, '=SEAL');

interface Sheet {
  readonly name: string;
  readonly cellData?: Readonly<Record<string, Readonly<Record<string, { readonly v?: unknown } | null>>>>;
}

export async function seenIn(dir: string): Promise<Seen> {
  return new Map([...tabsIn(dir), ...mailsIn(dir), ...filesIn(dir), ...(await rowsIn(dir))]);
}

function tabsIn(dir: string): readonly (readonly [string, string])[] {
  const books = join(dir, 'books');
  // What lies aside, and the generation before, are no spreadsheets of their own.
  const files = readdirSync(books).filter((name) => name.endsWith('.json.gz'));
  return files.flatMap((file) => {
    const { sheets }: { readonly sheets: Readonly<Record<string, Sheet>> } = JSON.parse(
      gunzipSync(readFileSync(join(books, file))).toString(),
    );
    return Object.values(sheets)
      .filter(({ name }) => !LOGS.includes(name))
      .map(({ name, cellData = {} }): readonly [string, string] => [
        `tab ${file} ${name}`,
        plain(name === '_days' ? unpacked(cellData) : cellsIn(cellData)),
      ]);
  });
}

type Cells = NonNullable<Sheet['cellData']>;

const cellsIn = (cells: Cells): string =>
  Object.entries(cells)
    .flatMap(([row, line]) =>
      Object.entries(line).flatMap(([column, cell]) =>
        cell?.v === undefined || cell.v === null || cell.v === ''
          ? []
          : [`${row},${column}=${JSON.stringify(cell.v)}`],
      ),
    )
    .join('\n');

/** Days that are over are kept packed, cut into cells, a letter before each: with each start's ports in them. */
function unpacked(cells: Cells): string {
  const pieces = Object.values(cells).flatMap((line) =>
    Object.values(line).flatMap((cell) =>
      typeof cell?.v === 'string' && cell.v.length > SHORT ? [cell.v] : [],
    ),
  );
  const packed = pieces.map((piece) => piece.slice(1)).join('');
  return packed
    .split(/\.|(?=H4sIAAAAAAAA)/)
    .filter((part) => part !== '')
    .map((part) => gunzipSync(Buffer.from(part, 'base64')).toString('utf8').replace(/,/g, ',\n'))
    .join('\n');
}
/** A key, a date or a seal; what is packed is longer. */
const SHORT = 200;

/** Without its number: a mail in doubt goes once somebody has answered for it, after the others of its run. */
const mailsIn = (dir: string): readonly (readonly [string, string])[] => {
  const mails = new Map<string, readonly string[]>();
  for (const name of readdirSync(join(dir, 'outbox'))) {
    const text = readFileSync(join(dir, 'outbox', name), 'utf8');
    const key = `mail ${name.replace(/^\d+-/, '')}`;
    mails.set(key, [...(mails.get(key) ?? []), text.replace(/(<|-desk-)\d{4}(?=[@-])/g, '$1N')]);
  }
  return [...mails].map(([key, texts]) => [key, [...texts].sort().join('\n')]);
};

const filesIn = (dir: string): readonly (readonly [string, string])[] =>
  (existsSync(join(dir, 'files'))
    ? readdirSync(join(dir, 'files'), { recursive: true, withFileTypes: true })
    : []
  )
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [`file ${name}`, readFileSync(join(parentPath, name), 'utf8')]);

async function rowsIn(dir: string): Promise<readonly (readonly [string, string])[]> {
  const instance = await DuckDBInstance.create(join(dir, 'warehouse.duckdb'));
  const connection = await instance.connect();
  const tables = await (
    await connection.run(
      "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema <> '_warehouse' ORDER BY ALL",
    )
  ).getRows();
  const seen: (readonly [string, string])[] = [];
  for (const [schema, table] of tables) {
    if (LOGS.includes(String(table))) continue;
    const rows = await (
      await connection.run(`SELECT * FROM "${String(schema)}"."${String(table)}"`)
    ).getRowsJson();
    const texts = rows.map((row) => JSON.stringify(row)).sort();
    seen.push([`rows ${String(table)}`, plain(texts.join('\n'))]);
  }
  connection.closeSync();
  instance.closeSync();
  return seen;
}

/** What is not the same, with the first line that differs. */
export function differences(wanted: Seen, got: Seen): readonly string[] {
  return [...new Set([...wanted.keys(), ...got.keys()])].flatMap((name) => {
    const [a = '(nothing)', b = '(nothing)'] = [wanted.get(name), got.get(name)];
    if (a === b) return [];
    const [left, right] = [a.split('\n'), b.split('\n')];
    const at = left.findIndex((line, i) => line !== right[i]);
    const line = Math.max(at, 0);
    return [`${name}: ${left[line]?.slice(0, 160)} <> ${right[line]?.slice(0, 160)}`];
  });
}
