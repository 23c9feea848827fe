// The rows of a statement as it was sent, by the names of their columns.
import { lineColumns } from '../../../src/google/warehouse/statements';
import { tableNamed } from '../../../src/google/warehouse/tables';

export type SentRow = Readonly<Record<string, string | null>>;

/** @param value of a parameter by its name */
export function sentRows(table: string, value: (name: string) => string): readonly SentRow[] {
  const columns = lineColumns(tableNamed(table));
  return value('rows')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const cells: readonly unknown[] = JSON.parse(line);
      const named = columns.map(({ name }, at): [string, string | null] => {
        const cell = cells[at] ?? null;
        return [name, cell === null ? null : String(cell)];
      });
      return { run_id: value('run_id'), ...Object.fromEntries(named) };
    });
}
