// CSV files that go out with mails: one header row, LF, quoted where needed, and no cell that a spreadsheet would run.
import { oneLine } from './content';

/** Whole numbers; amounts and prices as text (`fileMoney`, `fileNumber`); and whatever came from outside. */
export type CsvCell = string | number;

export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(value: CsvCell): string {
  if (typeof value === 'number') return String(value);
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
