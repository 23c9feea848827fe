// Writing a tab: records under their headers wherever these stand, old rows blanked, nothing of the users touched.
import { describe, expect, it } from '@jest/globals';
import { array, assert, integer, property, shuffledSubarray } from 'fast-check';
import type { Cell, Grid } from '../../src/sheets/cell';
import { text, whole } from '../../src/sheets/column';
import { defineTab } from '../../src/sheets/tab';
import { placeTable, printLater, printTable, type TableCells } from '../../src/sheets/write';

interface Note {
  readonly name: string;
  readonly shareCount: number;
}
const notes = defineTab<Note>('notes', 'output', 'For the tests.', {
  name: text('the setting'),
  shareCount: whole('shares held'),
});

/** The grid after the blocks are written from row 2 on. */
function written(grid: Grid, table: TableCells): Grid {
  const rows: Cell[][] = grid.map((row) => [...row]);
  for (const { column, values } of placeTable(table, grid[0] ?? [], grid.length)) {
    [...values].forEach((cells, index) => {
      const row = rows[index + 1] ?? Array.from({ length: grid[0]?.length ?? 0 }, (): Cell => null);
      rows[index + 1] = row;
      row.splice(column, cells.length, ...cells);
    });
  }
  return rows;
}

describe('records as cells', () => {
  it('stand in the order of the schema under snake-case headers', () => {
    expect(printTable(notes, [{ name: 'Alfa', shareCount: 3 }])).toEqual({
      tab: 'notes',
      headers: ['name', 'share_count'],
      rows: [['Alfa', 3]],
    });
  });

  it('are the same whenever they are printed, and once more at the next asking', () => {
    const records = [
      { name: '=Alfa', shareCount: 3 },
      { name: 'Beta', shareCount: 0 },
    ];
    const later = printLater(notes, records);
    const { rows } = printTable(notes, records);
    expect([...later.rows]).toEqual(rows);
    expect([...later.rows]).toEqual(rows);
    expect(later.rows.length).toBe(2);
    expect(JSON.stringify(later)).toBe(JSON.stringify(printTable(notes, records)));
    expect(placeTable(later, ['share_count', 'name'], 4)).toEqual(
      placeTable(printTable(notes, records), ['share_count', 'name'], 4),
    );
  });

  it.each(['=SUM(A1)', '+1', '-1', '@x', '\t=1', '\r=1', "'quoted"])('%j is written as text', (name) => {
    expect([...printTable(notes, [{ name, shareCount: 0 }]).rows][0]?.[0]).toBe(`'${name}`);
  });

  it.each(['Alfa = Beta', 'a-b', 'R$ 3'])('%j is no formula and stays as it is', (name) => {
    expect([...printTable(notes, [{ name, shareCount: 0 }]).rows][0]?.[0]).toBe(name);
  });
});

describe('a table under its headers', () => {
  const table = printTable(notes, [
    { name: 'Alfa', shareCount: 1 },
    { name: 'Beta', shareCount: 2 },
  ]);

  it('is one block while the columns stand together, blanks what stood below', () => {
    expect(placeTable(table, ['name', 'share_count'], 5)).toEqual([
      {
        column: 0,
        values: [
          ['Alfa', 1],
          ['Beta', 2],
          [null, null],
          [null, null],
        ],
      },
    ]);
  });

  it('is cut around a column of the users, in the order of the sheet', () => {
    expect(placeTable(table, ['Share Count', 'mine', 'NAME'], 1)).toEqual([
      { column: 0, values: [[1], [2]] },
      { column: 2, values: [['Alfa'], ['Beta']] },
    ]);
  });

  it('is nothing where there is neither a record nor an old row', () => {
    expect(placeTable({ ...table, rows: [] }, ['name', 'share_count'], 1)).toEqual([]);
  });

  it('leaves every cell of the users alone, wherever the columns stand and however many rows there were', () => {
    const layouts = shuffledSubarray(['name', 'share_count', 'mine', 'yours', 'sum'], { minLength: 5 });
    assert(
      property(
        layouts,
        array(integer({ min: 0 })),
        integer({ min: 0, max: 6 }),
        (headers, counts, before) => {
          const old = Array.from({ length: before }, (_, row) =>
            headers.map((header) => `${header} of ${row}`),
          );
          const fresh = counts.map((shareCount) => ({ name: `n${shareCount}`, shareCount }));
          const after = written([headers, ...old], printTable(notes, fresh));
          headers.forEach((header, column) => {
            const cells = after.slice(1).map((row) => row[column] ?? null);
            const padding = Array.from({ length: Math.max(0, before - fresh.length) }, () => null);
            if (header === 'name') expect(cells).toEqual([...fresh.map(({ name }) => name), ...padding]);
            else if (header === 'share_count') expect(cells).toEqual([...counts, ...padding]);
            else expect(cells.slice(0, before)).toEqual(old.map((row) => row[column]));
          });
        },
      ),
    );
  });
});
