// What a preview says that an import would change: every row, also where cells of it are blank.
import { describe, expect, it } from '@jest/globals';
import type { Cell, Grid } from '../../src/sheets/cell';
import { cellsAsRead, tableChanges } from '../../src/sheets/tableChanges';
import { fundStats } from '../../src/sheets/tabs';

const WIDTH = Object.keys(fundStats.columns).length;
const fieldAt = Object.keys(fundStats.columns);
/** A row of fund-stats of which only these cells are written. */
const row = (cells: Readonly<Record<string, Cell>>): readonly Cell[] =>
  fieldAt.map((field) => cells[field] ?? null);
const ALFA = { fund: 'Alfa', cnpj: '11.222.333/0001-81' };
const BLANK: readonly Cell[] = Array.from({ length: WIDTH }, () => null);
const changes = (before: Grid, after: Grid) => tableChanges(fundStats, ['cnpj'], before, after);

describe('what an import would change', () => {
  it('is told of a fund that leaves cells blank: come, changed, gone and as it was', () => {
    const before = row(ALFA);
    const after = row({ ...ALFA, fund: 'Alfa FIF' });
    expect(changes([], [after]).rows.map(({ kind }) => kind)).toEqual(['added']);
    expect(changes([before], []).rows.map(({ kind }) => kind)).toEqual(['removed']);
    expect(changes([before], [after]).rows.map(({ kind, cells }) => [kind, cells.length])).toEqual([
      ['changed', 1],
    ]);
    expect(changes([before], [before])).toEqual({ tab: fundStats.name, rows: [], same: 1 });
  });

  it('counts a blank row as no row, wherever it stands, and says nothing of those at the end', () => {
    const alfa = row(ALFA);
    expect(changes([BLANK, alfa, BLANK], [alfa])).toEqual({ tab: fundStats.name, rows: [], same: 1 });
    expect(cellsAsRead(fundStats, [BLANK, alfa, BLANK, BLANK])).toHaveLength(2);
  });
});
