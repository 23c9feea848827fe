// Figures and tables as the desk's trader reads them; colours only where a person is looking.
import { type Language, type Words, wordsOf } from './words';

export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  quiet(text: string): string;
  strong(text: string): string;
}

const wrap =
  (code: number, end: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[${end}m`;

export const coloured: Paint = {
  good: wrap(32, 39),
  bad: wrap(31, 39),
  quiet: wrap(2, 22),
  strong: wrap(1, 22),
};

const asIs = (text: string): string => text;
export const plain: Paint = { good: asIs, bad: asIs, quiet: asIs, strong: asIs };

/** Where a day is printed: its colours, its words and how it writes figures. */
export interface Screen extends Paint {
  readonly words: Words;
  money(value: number): string;
  tenth(value: number): string;
  count(value: number): string;
}

/** -0,00 says nothing that 0,00 does not. */
const unsigned = (text: string): string => (/^-[0.,]+$/.test(text) ? text.slice(1) : text);

export function screenOf(paint: Paint, language: Language): Screen {
  const words = wordsOf(language);
  const figures = (decimals: number) =>
    new Intl.NumberFormat(words.locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const [brl, one, whole] = [figures(2), figures(1), figures(0)];
  return {
    ...paint,
    words,
    money: (value) => unsigned(brl.format(value)),
    tenth: (value) => unsigned(one.format(value)),
    count: (value) => whole.format(value),
  };
}

export interface TableColumn {
  readonly title: string;
  readonly right?: boolean;
}

/** Columns as wide as their widest cell, two blanks apart; figures stand to the right. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): readonly string[] {
  const widths = columns.map(({ title }, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map(({ right = false }, i) => {
        const cell = row[i] ?? '';
        return right ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
      })
      .join('  ')
      .trimEnd();
  return [paint.quiet(line(columns.map(({ title }) => title))), ...rows.map(line)];
}
