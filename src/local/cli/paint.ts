// Figures and tables as a Brazilian trader reads them; colours only where a person is looking.

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

const brl = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const one = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 0 });

/** -0,00 says nothing that 0,00 does not. */
const unsigned = (text: string): string => (/^-[0.,]+$/.test(text) ? text.slice(1) : text);

export const money = (value: number): string => unsigned(brl.format(value));
export const tenth = (value: number): string => unsigned(one.format(value));
export const count = (value: number): string => whole.format(value);
export const plural = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

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
