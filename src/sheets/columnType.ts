// What a column of a tab is: how a cell is read, a value printed, shown, explained and kept in the warehouse. The kinds that tabs are made
// of stand in column.ts, listColumn.ts and momentColumn.ts.
import type { Result } from '../domain/result';
import type { Language } from '../language/language';
import type { PlainSentence } from '../language/message';
import type { Cell } from './cell';

/** How a value is kept in the warehouse (BigQuery's names). */
export type SqlType = 'STRING' | 'INT64' | 'NUMERIC' | 'FLOAT64' | 'BOOL' | 'DATE' | 'DATETIME';

/** What of a column is needed to write its values. */
export interface WrittenColumn<T> {
  /** A reading of the clock: that it moved on changes nothing of what was decided. */
  readonly clock?: true;
  readonly sqlType: SqlType;
  readonly print: (value: T) => Cell;
  /** As the warehouse takes it: decimals and dates as text, so that nothing is rounded on the way. */
  readonly toSql: (value: T) => string | number | boolean | null;
}

export interface Column<T> extends WrittenColumn<T> {
  /** In the note of the header, and said where a required cell is blank. */
  readonly help: PlainSentence;
  /** It only explains: the tab may lack it. */
  readonly explains?: boolean;
  /** What a blank cell means; null = a blank cell is an error. */
  readonly whenBlank: { readonly value: T } | null;
  /** Sheets number format; '@' keeps what is typed as text. */
  readonly format: string;
  readonly width: number;
  readonly align: Align;
  /** Values that stand out, with the colour of their cell. */
  readonly marks: Readonly<Record<string, string>>;
  readonly allowed: readonly string[] | null;
  /** What may be written where no list says it, for the pages: a kind with its range. */
  readonly takes?: string;
  /** Offered by the cell's dropdown where anything may be written. */
  readonly suggests?: readonly string[];
  /** Offered as they stand in a column of another tab, so that the list follows it; anything may be written. */
  readonly picks?: Picks;
  /** How people write the values, by language: all of them are read, and offered with those of the desk's language first. */
  readonly spelled?: Spelled;
  /** A blank cell never comes here. A reason quotes the value and says what to write. */
  readonly parse: (cell: Cell) => Result<T>;
}

export interface Picks {
  readonly tab: string;
  readonly header: string;
}

export type Spelled = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** The format of what is kept as it was typed. */
export const TEXT = '@';

/** Numbers stand right, moments in the middle, all else left: so no two columns run into each other. */
export type Align = 'left' | 'center' | 'right';

function alignOf(sqlType: SqlType): Align {
  if (sqlType === 'DATE' || sqlType === 'DATETIME') return 'center';
  return sqlType === 'INT64' || sqlType === 'NUMERIC' || sqlType === 'FLOAT64' ? 'right' : 'left';
}

/** 0.1 + 0.2 never shows: at most 8 decimals, no exponent; and what has no more of them to its last digit, however large it is. */
function decimalText(cell: Cell): Cell {
  if (typeof cell !== 'number') return cell;
  const shortest = String(cell);
  const point = shortest.indexOf('.');
  const isPlain = (point < 0 || shortest.length - point <= DECIMALS + 1) && !shortest.includes('e');
  return isPlain ? shortest : cell.toFixed(DECIMALS).replace(/\.?0+$/, '');
}
const DECIMALS = 8;

export function column<T>(
  help: PlainSentence,
  sqlType: SqlType,
  format: string,
  width: number,
  parse: (cell: Cell) => Result<T>,
  print: (value: T) => Cell,
): Column<T> {
  const toSql = (value: T): Cell => (sqlType === 'NUMERIC' ? decimalText(print(value)) : print(value));
  const align = alignOf(sqlType);
  return {
    help,
    whenBlank: null,
    format,
    width,
    align,
    marks: {},
    allowed: null,
    sqlType,
    parse,
    print,
    toSql,
  };
}
