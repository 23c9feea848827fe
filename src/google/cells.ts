// Cells as the spreadsheet hands them over, and as the desk keeps them.
import type { Cell, Grid } from '../sheets/cell';

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/**
 * Blank cells become null, dates text in the spreadsheet's zone: `YYYY-MM-DD` at midnight, else with the time.
 * @param format formats an instant in the spreadsheet's zone; asked once for each different instant
 */
export function fromPlatform(
  values: readonly (readonly unknown[])[],
  format: (instant: Date) => string,
): Grid {
  const seen = new Map<number, string>();
  const dateText = (instant: Date): string => {
    const known = seen.get(instant.getTime());
    if (known !== undefined) return known;
    const text = format(instant).replace(/T00:00:00$/, '');
    seen.set(instant.getTime(), text);
    return text;
  };
  const cell = (value: unknown): Cell => {
    if (value === '' || value === null || value === undefined) return null;
    if (isDate(value)) return dateText(value);
    return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  };
  return values.map((row) => row.map(cell));
}

/** The platform has no null: an empty text blanks a cell. */
export const toPlatform = (grid: Grid): (string | number | boolean)[][] =>
  grid.map((row) => row.map((cell) => cell ?? ''));
