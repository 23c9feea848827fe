// What a cell holds once it has left the spreadsheet, and how cells are addressed.
import { tidy } from '../domain/result';

/** Dates arrive as `YYYY-MM-DDTHH:mm:ss` text and leave as serial numbers; a blank cell is null. */
export type Cell = string | number | boolean | null;

/** Rows of cells, all of one length, header row included. */
export type Grid = readonly (readonly Cell[])[];

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && tidy(cell) === '');

/** What a formula shows that went wrong, in English and in Portuguese spreadsheets; `Loading...` while it is not done. */
const FAULT =
  /^#(REF|VALUE|DIV\/0|NAME|NUM|NULL|ERROR|SPILL|CALC|BUSY|GETTING_DATA|FIELD|BLOCKED|CONNECT|UNKNOWN|NOME|VALOR|NÚM|NUM|NULO|ERRO|DESPEJAR|CÁLC|CAMPO)[!?]?$|^#N\/[AD]$|^Loading\.{3}$|^Carregando\.{3}$/i;

/** The error that the cell shows, such as `#REF!`; null = none. */
export const faultOf = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && FAULT.test(tidy(cell)) ? tidy(cell) : null;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address of a 0-based row and column. */
export const address = (row: number, column: number): string => `${columnLetter(column)}${row + 1}`;
