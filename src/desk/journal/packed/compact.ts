// Packs an outcome (or a kept day) for a hidden tab: rows become columns, and a column or long text that occurs twice is written once.
// Unpacking gives exactly what JSON.parse(JSON.stringify(…)) would have given.
import { MadeRows } from '../../../sheets/madeRows';
import { csvTable, csvText } from './csvColumns';
import { figuresOf, written as inNotation, type Notation } from './figureColumns';
import { runsOf } from './runLengths';
import { type SharedColumn, SharedRows } from './sharedRows';

/** A row of JSON a line: the first is the whole, the others are its parts, by number. JSON itself has no line breaks. */
export const compact = (value: unknown): string => compactBeside(value, null).whole;

/**
 * The same of a value and of one of its own members, which repeats much of the rest: what both are made of is worked out once.
 * @returns both as `compact` gives them; an empty text where there is no member
 */
export function compactBeside(
  value: unknown,
  member: object | null,
): { readonly whole: string; readonly member: string } {
  const lines: string[] = [];
  const numbers = new Map<string, number>();
  const part = (json: string): number => {
    const known = numbers.get(json);
    if (known !== undefined) return known;
    numbers.set(json, lines.length);
    return lines.push(json) - 1;
  };
  const listed = (values: readonly unknown[]): Listed => {
    const runs = runsOf(values);
    if (runs === null) return part(JSON.stringify(values));
    return { each: part(JSON.stringify(runs.each)), times: part(JSON.stringify(runs.times)) };
  };
  const shared = new SharedRows();
  const column: Columns = (values) => {
    const standing = shared.columnOf(values);
    if (standing !== null) return standing;
    const coded = codedTexts(values);
    if (coded !== null) return [part(JSON.stringify(coded.texts)), listed(coded.codes)];
    const figures = figuresOf(values);
    if (figures === null) return listed(values.map(encoded));
    return { at: listed(figures.whole), ...figures.notation };
  };
  let made: unknown = null;
  const encoded = (item: unknown): unknown => {
    if (typeof item === 'string') return item.length < LONG ? item : longText(item);
    if (Array.isArray(item)) return table(item, column) ?? item.map((each) => encoded(each ?? null));
    if (!isRecord(item)) return item;
    if (item === member && made !== null) return made;
    if (item instanceof MadeRows) return madeRows(item);
    const entries = Object.entries(item).filter(([, field]) => field !== undefined);
    return Object.fromEntries(
      entries.map(([name, field]) => [name.startsWith('$') ? `$${name}` : name, encoded(field)]),
    );
  };
  /** A broker's file is attached to its mail too. */
  const seen = new Map<string, unknown>();
  const longText = (text: string): unknown => {
    const known = seen.get(text) ?? textParts(text);
    seen.set(text, known);
    return known;
  };
  const textParts = (text: string): unknown => {
    const csv = csvTable(text);
    if (csv === null) return { $text: part(JSON.stringify(text)) };
    const { header, rows, columns, decimals } = csv;
    return { $csv: rows, header, decimals, columns: columns.map(column) };
  };
  /** Rows may stand in a tab whole, and a broker's own of them in its spreadsheet. */
  const madeRows = (rows: MadeRows<unknown, unknown>): unknown => {
    if (rows.length < FEW_ROWS) return [...rows].map((row) => row.map(encoded));
    const within = shared.within(rows);
    if (within !== null) return { $within: within };
    const columns = Array.from({ length: rows.width }, (_, at) => column(rows.column(at)));
    const made = { $rows: rows.length, columns };
    if (rows.kind === null) return made;
    const at = part(JSON.stringify(made));
    shared.add(rows, at);
    return { $text: at };
  };
  const text = (json: string): string => [json, ...lines].join('\n');
  made = member === null ? null : encoded(member);
  // It comes first: so its parts are all there are by now, under their own numbers.
  const own = member === null ? '' : text(JSON.stringify(made));
  return { whole: text(JSON.stringify(encoded(value))), member: own };
}

/** What `compact` was given, as plain data. */
export function restored(text: string): unknown {
  const [whole = 'null', ...lines] = text.split('\n');
  const known = new Map<number, unknown>();
  const part = (number: unknown): unknown => {
    const at = Number(number);
    if (!known.has(at)) known.set(at, decoded(JSON.parse(lines[at] ?? 'null')));
    return known.get(at);
  };
  const listAt = (at: unknown): readonly unknown[] => {
    if (!isRecord(at)) return listOf(part(at));
    const times = listOf(part(at.times)).map(Number);
    return listOf(part(at.each)).flatMap((each, run) => Array.from({ length: times[run] ?? 0 }, () => each));
  };
  const within = ({ list, from, n }: Fields): readonly unknown[] =>
    listOf(part(list)).slice(Number(from), Number(from) + Number(n));
  const columns = (numbers: unknown): readonly (readonly unknown[])[] =>
    listOf(numbers).map((at) => {
      if (isRecord(at) && isRecord(at.within))
        return within(at.within).map((row) => listOf(row)[Number(at.column)]);
      if (isRecord(at) && 'at' in at)
        return inNotation(listAt(at.at), { hundredths: at.hundredths === true, text: at.text === true });
      if (!Array.isArray(at)) return listAt(at);
      const [texts, codes] = at.map(listAt);
      return (codes ?? []).map((code) => texts?.[Number(code)]);
    });
  const decoded = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(decoded);
    if (!isRecord(item)) return item;
    if ('$text' in item) return part(item.$text);
    if (isRecord(item.$within)) return within(item.$within);
    if ('$csv' in item) {
      const decimals = listOf(item.decimals).map(Number);
      return csvText(String(item.header), Number(item.$csv), columns(item.columns), decimals);
    }
    if ('$rows' in item) return rowsOf(Number(item.$rows), columns(item.columns));
    if ('$records' in item) {
      const fields = listOf(item.fields).map(String);
      return rowsOf(Number(item.$records), columns(item.columns)).map((row) =>
        Object.fromEntries(fields.map((field, at) => [field, row[at]])),
      );
    }
    return Object.fromEntries(
      Object.entries(item).map(([name, field]) => [
        name.startsWith('$') ? name.slice(1) : name,
        decoded(field),
      ]),
    );
  };
  return decoded(JSON.parse(whole));
}

/** Shorter texts are not worth a number of their own. */
const LONG = 64;
/** Fewer rows are as short as they stand. */
const FEW_ROWS = 4;

/** The number of a list; where one value follows itself again and again those of each, and of how often. */
type Listed = number | { readonly each: number; readonly times: number };

/**
 * Where a column's list is; of texts that come again where the texts are, and which stands where; of figures where the same figures
 * are as whole numbers, and how they are written here; or which column of which rows it repeats.
 */
type Columns = (
  values: readonly unknown[],
) => Listed | readonly [texts: number, codes: Listed] | ({ readonly at: Listed } & Notation) | SharedColumn;

/**
 * Texts in the order in which they come up, and for each row its number: columns that go together, as a fund's name and its CNPJ
 * do, have the same numbers. null where the values are no texts, or few come again.
 */
function codedTexts(
  values: readonly unknown[],
): { readonly texts: readonly string[]; readonly codes: readonly number[] } | null {
  const numbers = new Map<string, number>();
  const codes: number[] = [];
  let last: string | undefined;
  let code = 0;
  // By number: a large day has millions of values, and an iterator would make a record of each.
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value !== 'string') return null;
    // Most texts follow themselves.
    if (value !== last) {
      const known = numbers.get(value);
      if (known === undefined && numbers.size + 1 > values.length / 2) return null;
      code = known ?? numbers.size;
      numbers.set(value, code);
      last = value;
    }
    codes.push(code);
  }
  return values.length < FEW_ROWS ? null : { texts: [...numbers.keys()], codes };
}

/** Rows of one length, or records with the same fields, column by column; null where the list is neither. */
function table(list: readonly unknown[], column: Columns): unknown {
  const [first] = list;
  if (list.length < FEW_ROWS) return null;
  if (Array.isArray(first)) {
    const rows = list.filter((row): row is readonly unknown[] => Array.isArray(row));
    const width = first.length;
    if (width === 0 || rows.length < list.length || rows.some((row) => row.length !== width)) return null;
    const columns = first.map((_, at) => column(rows.map((row) => row[at] ?? null)));
    return { $rows: list.length, columns };
  }
  // Rows that are made whenever they are asked for are no records: what they are made of is not what they are.
  if (!isRecord(first) || first instanceof MadeRows) return null;
  const fields = Object.keys(first);
  const records = list.filter(isRecord);
  const isWhole = fields.length > 0 && records.length === list.length;
  if (!isWhole || !records.every((record) => hasAll(record, fields))) return null;
  const columns = fields.map((name) => column(records.map((record) => record[name])));
  return { $records: list.length, fields, columns };
}

/** Whether the record has these fields in this order, all of them with a value, and no others. */
function hasAll(record: Fields, fields: readonly string[]): boolean {
  let at = 0;
  for (const name in record) {
    if (name !== fields[at] || record[name] === undefined) return false;
    at += 1;
  }
  return at === fields.length;
}

const rowsOf = (n: number, columns: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
  Array.from({ length: n }, (_, row) => columns.map((values) => values[row]));

type Fields = Readonly<Record<string, unknown>>;
const isRecord = (item: unknown): item is Fields =>
  typeof item === 'object' && item !== null && !Array.isArray(item);
const listOf = (item: unknown): readonly unknown[] => (Array.isArray(item) ? item : []);
