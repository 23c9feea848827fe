// Addresses in A1 notation: letters and numbers to 1-based rows and columns, and back.

/** A block of cells; rows and columns count from 1, as in Apps Script. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export function a1(area: Area): string {
  const first = columnLetters(area.column) + area.row;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnLetters(area.column + area.columns - 1)}${area.row + area.rows - 1}`;
}

/** Reads `B2`, `B2:D9`, `B:D`, `2:9`, `B2:D`; an open end reaches to the edge of a grid of that many rows and columns. */
export function parseA1(text: string, grid: { readonly rows: number; readonly columns: number }): Area {
  const match = /^\$?([A-Za-z]*)\$?(\d*)(?::\$?([A-Za-z]*)\$?(\d*))?$/.exec(text.trim());
  const [whole, c1 = '', r1 = '', c2, r2] = match ?? [];
  if (!whole || (c2 === undefined && (!c1 || !r1)) || (c2 === '' && r2 === ''))
    throw new Error(`Range not found: "${text}"`);
  const top = r1 ? Number(r1) : 1;
  const left = c1 ? columnNumber(c1) : 1;
  const bottom = c2 === undefined ? top : r2 ? Number(r2) : grid.rows;
  const right = c2 === undefined ? left : c2 ? columnNumber(c2) : grid.columns;
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}
