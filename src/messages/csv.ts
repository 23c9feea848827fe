// CSV files that go out with mails: one header row, LF, quoted where needed, and no cell that a spreadsheet would run.
import type { FileFormat } from '../domain/broker';
import { oneLine } from './content';

/**
 * Whole numbers; amounts and prices as text (`fileMoney`, `fileNumber`), marked as decimals where the file may be one with
 * decimal commas; and whatever came from outside.
 */
export type CsvCell = string | number | { readonly decimal: string };

/** `csv-br`: semicolons, decimal commas and a byte order mark, without which Excel in Brazil misreads all three. */
const WRITTEN: Readonly<Record<FileFormat, { mark: string; separator: string; point: string }>> = {
  csv: { mark: '', separator: ',', point: '.' },
  'csv-br': { mark: '\uFEFF', separator: ';', point: ',' },
};

export function csv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  format: FileFormat = 'csv',
): string {
  const { mark, separator, point } = WRITTEN[format];
  // The same names and codes come again in row after row.
  const known = new Map<string, string>();
  const textOf = (value: string): string => {
    const standing = known.get(value);
    if (standing !== undefined) return standing;
    const text = textCell(value, separator);
    known.set(value, text);
    return text;
  };
  const cell = (value: CsvCell): string => {
    if (typeof value === 'string') return textOf(value);
    return typeof value === 'number' ? String(value) : value.decimal.replace('.', point);
  };
  const lines = [header, ...rows].map((row) => `${row.map(cell).join(separator)}\n`);
  return `${mark}${lines.join('')}`;
}

function textCell(value: string, separator: string): string {
  if (/^-?\d+(\.\d+)?$/.test(value)) return value;
  const text = inert(oneLine(value));
  return /[",;]/.test(text) || text.includes(separator) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Also after a semicolon: a spreadsheet set to Portuguese cuts its columns there. */
function inert(text: string): string {
  return text.replace(/(^|;)( *)(?=[=+\-@＝＋－＠])/g, "$1$2'");
}

/** For file names: letters, digits, dot, dash and underscore only. */
export function fileName(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '_');
}
