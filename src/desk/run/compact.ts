// An outcome written down short: rows become columns, and a column or a long text that occurs again is written once. What comes
// back is what JSON would have brought back.
import { csvTable, csvText } from './csvColumns';
import { figuresOf, written as inNotation, type Notation } from './figureColumns';

/** A row of JSON a line: the first is the whole, the others are its parts, by number. JSON itself has no line breaks. */
export function compact(value: unknown): string {
  const lines: string[] = [];
  const numbers = new Map<string, number>();
  const part = (json: string): number => {
    const known = numbers.get(json);
    if (known !== undefined) return known;
    numbers.set(json, lines.length);
    return lines.push(json) - 1;
  };
  const column: Columns = (values) => {
    const coded = codedTexts(values);
    if (coded !== null) return [part(JSON.stringify(coded.texts)), part(JSON.stringify(coded.codes))];
    const figures = figuresOf(values);
    if (figures === null) return part(JSON.stringify(values.map(encoded)));
    return { at: part(JSON.stringify(figures.whole)), ...figures.notation };
  };
  const encoded = (item: unknown): unknown => {
    if (typeof item === 'string') return item.length < LONG ? item : longText(item);
    if (Array.isArray(item)) return table(item, column) ?? item.map((each) => encoded(each ?? null));
    if (!isRecord(item)) return item;
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
  const whole = JSON.stringify(encoded(value));
  return [whole, ...lines].join('\n');
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
  const columns = (numbers: unknown): readonly (readonly unknown[])[] =>
    listOf(numbers).map((at) => {
      if (isRecord(at))
        return inNotation(listOf(part(at.at)), {
          hundredths: at.hundredths === true,
          text: at.text === true,
        });
      if (!Array.isArray(at)) return listOf(part(at));
      const [texts, codes] = at.map((each) => listOf(part(each)));
      return (codes ?? []).map((code) => texts?.[Number(code)]);
    });
  const decoded = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(decoded);
    if (!isRecord(item)) return item;
    if ('$text' in item) return part(item.$text);
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

/**
 * The number of a column; of texts that come again the number of the texts, and of which stands where; of figures the number of
 * the same figures as whole numbers, and how they are written here.
 */
type Columns = (
  values: readonly unknown[],
) => number | readonly [texts: number, codes: number] | ({ readonly at: number } & Notation);

/**
 * Texts in the order in which they come up, and for each row its number: columns that go together, as a fund's name and its CNPJ
 * do, have the same numbers. null where the values are no texts, or few come again.
 */
function codedTexts(
  values: readonly unknown[],
): { readonly texts: readonly string[]; readonly codes: readonly number[] } | null {
  const numbers = new Map<string, number>();
  const codes: number[] = [];
  for (const value of values) {
    if (typeof value !== 'string') return null;
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    codes.push(known);
  }
  return numbers.size > values.length / 2 || values.length < FEW_ROWS
    ? null
    : { texts: [...numbers.keys()], codes };
}

/** Rows of one length, or records with the same fields, column by column; null where the list is neither. */
function table(list: readonly unknown[], column: Columns): unknown {
  const [first] = list;
  if (list.length < FEW_ROWS) return null;
  if (Array.isArray(first)) {
    if (first.length === 0 || !list.every((row) => Array.isArray(row) && row.length === first.length))
      return null;
    const rows = list.map(listOf);
    return { $rows: list.length, columns: first.map((_, at) => column(rows.map((row) => row[at] ?? null))) };
  }
  if (!isRecord(first)) return null;
  const fields = Object.keys(first);
  const records = list.filter(isRecord);
  const isAlike = (record: Fields): boolean => {
    const names = Object.keys(record);
    return names.length === fields.length && fields.every((name, at) => names[at] === name);
  };
  if (fields.length === 0 || records.length < list.length || !records.every(isAlike)) return null;
  if (records.some((record) => fields.some((name) => record[name] === undefined))) return null;
  const columns = fields.map((name) => column(records.map((record) => record[name])));
  return { $records: list.length, fields, columns };
}

const rowsOf = (n: number, columns: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
  Array.from({ length: n }, (_, row) => columns.map((values) => values[row]));

type Fields = Readonly<Record<string, unknown>>;
const isRecord = (item: unknown): item is Fields =>
  typeof item === 'object' && item !== null && !Array.isArray(item);
const listOf = (item: unknown): readonly unknown[] => (Array.isArray(item) ? item : []);
