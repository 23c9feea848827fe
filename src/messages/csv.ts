// CSV files that go out with mails: one header row, LF, quoted where needed, and no cell that a spreadsheet would run.
import { oneLine } from './content';

/**
 * Whole numbers; amounts and prices as text (`fileMoney`, `fileNumber`), marked as decimals where the file may be one with
 * decimal commas; and whatever came from outside.
 */
export type CsvCell = string | number | { readonly decimal: string };

/** `csv-br`: semicolons, decimal commas and a byte order mark, without which Excel in Brazil misreads all three. */
export type CsvFormat = 'csv' | 'csv-br';

export function csv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  format: CsvFormat = 'csv',
): string {
  const [mark, separator] = format === 'csv-br' ? ['\uFEFF', ';'] : ['', ','];
  const lines = [header, ...rows].map((row) => `${row.map((each) => cell(each, format)).join(separator)}\n`);
  return `${mark}${lines.join('')}`;
}

function cell(value: CsvCell, format: CsvFormat): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return format === 'csv-br' ? value.decimal.replace('.', ',') : value.decimal;
  if (/^-?\d+(\.\d+)?$/.test(value)) return value;
  const text = inert(oneLine(value));
  return /[",;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Also after a semicolon: a spreadsheet set to Portuguese cuts its columns there. */
function inert(text: string): string {
  return text.replace(/(^|;)( *)(?=[=+\-@＝＋－＠])/g, "$1$2'");
}

/** For file names: letters, digits, dot, dash and underscore only. */
export function fileName(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '_');
}
