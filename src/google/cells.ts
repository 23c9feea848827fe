// Cells as the spreadsheet hands them over, and as the desk keeps them.
import type { Cell, Grid } from '../sheets/cell';
import type { Rows } from '../sheets/madeRows';

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

const QUARTER_MS = 15 * 60 * 1000;

/**
 * Formats instants in a zone and asks the platform once a quarter of an hour that comes up: no zone has changed its clocks
 * within one since 1970, and a day's fills have as many instants as fills.
 */
function formatting(format: (instant: Date) => string): (instant: Date) => string {
  const shifts = new Map<number, number>();
  const others = new Map<number, string>();
  return (instant) => {
    const ms = instant.getTime();
    // Times of day without a date are of 1899.
    if (!(ms > 0 && ms < LAST_MS)) {
      const text = others.get(ms) ?? format(instant);
      others.set(ms, text);
      return text;
    }
    const quarter = Math.floor(ms / QUARTER_MS);
    let shift = shifts.get(quarter);
    if (shift === undefined) {
      shift = Date.parse(`${format(instant)}Z`) - Math.floor(ms / 1000) * 1000;
      shifts.set(quarter, shift);
    }
    return new Date(ms + shift).toISOString().slice(0, SECONDS);
  };
}
/** Years of four digits. */
const LAST_MS = Date.UTC(9999, 0);
const SECONDS = 'yyyy-MM-ddTHH:mm:ss'.length;

/**
 * Blank cells become null, dates text in the spreadsheet's zone: `YYYY-MM-DD` at midnight, else with the time.
 * @param format writes an instant in the spreadsheet's zone as `yyyy-MM-ddTHH:mm:ss`
 */
export function fromPlatform(
  values: readonly (readonly unknown[])[],
  format: (instant: Date) => string,
): Grid {
  const write = formatting(format);
  const dateText = (instant: Date): string => write(instant).replace(/T00:00:00$/, '');
  const cell = (value: unknown): Cell => {
    if (value === '' || value === null || value === undefined) return null;
    if (isDate(value)) return dateText(value);
    return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  };
  return values.map((row) => row.map(cell));
}

/** The platform has no null: an empty text blanks a cell. */
export const toPlatform = (rows: Rows<Cell>): (string | number | boolean)[][] =>
  Array.from(rows, (row) => row.map((cell) => cell ?? ''));
