// Takes a plain CSV file apart into columns, so that columns that also stand in a tab are packed once, not twice.

export interface CsvTable {
  readonly header: string;
  /** Rows below the header. */
  readonly rows: number;
  /** Figures where all cells of a column are, else texts. */
  readonly columns: readonly (readonly (string | number)[])[];
  /** Of each column: how many decimals all its figures have, SHORTEST as few as they need, TEXTS none is a figure. */
  readonly decimals: readonly number[];
}

const TEXTS = -2;
const SHORTEST = -1;
/** Counts, prices to a centavo, average prices. */
const FIXED = [2, 8];
const LONG = 256;

/** null where the text is no such file or quotes cells; every figure is one that is written back to the letter. */
export function csvTable(text: string): CsvTable | null {
  if (text.length < LONG || text.includes('"') || !text.endsWith('\n')) return null;
  const [header = '', ...lines] = text.slice(0, -1).split('\n');
  const width = header.split(',').length;
  const cells = lines.map((line) => line.split(','));
  if (width < 2 || lines.length === 0 || !cells.every((row) => row.length === width)) return null;
  const printed = Array.from({ length: width }, (_, at) => cells.map((row) => row[at] ?? ''));
  const decimals = printed.map(decimalsOf);
  const columns = printed.map((column, at) => (decimals[at] === TEXTS ? column : column.map(Number)));
  return { header, rows: lines.length, columns, decimals };
}

export function csvText(
  header: string,
  rows: number,
  columns: readonly (readonly unknown[])[],
  decimals: readonly number[],
): string {
  const printed = columns.map((column, at) => column.map((cell) => written(cell, decimals[at] ?? TEXTS)));
  const lines = Array.from({ length: rows }, (_, row) =>
    printed.map((column) => column[row] ?? '').join(','),
  );
  return [header, ...lines].map((line) => `${line}\n`).join('');
}

const written = (cell: unknown, decimals: number): string =>
  decimals < 0 ? String(cell) : Number(cell).toFixed(decimals);

/** The way to write figures by which every cell of the column is written. */
function decimalsOf(cells: readonly string[]): number {
  const isFigure = (cell: string, decimals: number): boolean =>
    /^-?\d/.test(cell) && written(Number(cell), decimals) === cell;
  // Most columns say the same again and again, row after row.
  return (
    [SHORTEST, ...FIXED].find((decimals) =>
      cells.every((cell, at) => (at > 0 && cell === cells[at - 1]) || isFigure(cell, decimals)),
    ) ?? TEXTS
  );
}
