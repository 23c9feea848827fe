// What a reader typed, for the script to hear of: the cells of a change that hold something else than before.
import * as v from 'valibot';
import type { Book } from '../host';
import type { Mutation } from './protocol';

const Cells = v.record(v.string(), v.record(v.string(), v.nullish(v.looseObject({}))));
const Typing = v.object({ subUnitId: v.string(), cellValue: Cells });

interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface TypedCells {
  readonly sheet: string;
  readonly area: Block;
}

const CONTENT = ['v', 'f', 'p'];

/** The smallest block around the cells whose content changes; null for a change of looks or of the grid. */
export function typedCells({ id, params }: Mutation): TypedCells | null {
  if (id !== 'sheet.mutation.set-range-values') return null;
  const read = v.safeParse(Typing, params);
  if (!read.success) return null;
  const rows: number[] = [];
  const columns: number[] = [];
  for (const [row, line] of Object.entries(read.output.cellValue))
    for (const [column, cell] of Object.entries(line)) {
      if (cell && !CONTENT.some((key) => key in cell)) continue;
      rows.push(Number(row));
      columns.push(Number(column));
    }
  if (rows.length === 0) return null;
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return {
    sheet: read.output.subUnitId,
    area: {
      row: top + 1,
      column: left + 1,
      rows: Math.max(...rows) - top + 1,
      columns: Math.max(...columns) - left + 1,
    },
  };
}

/** What the script reads in a single cell; undefined for several, of which it is told neither before nor after. */
export const cellValue = (book: Book, { sheet, area }: TypedCells): unknown =>
  area.rows === 1 && area.columns === 1 ? book.valueAt(sheet, area) : undefined;
