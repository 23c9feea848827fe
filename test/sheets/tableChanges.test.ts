// What a preview says that an import would change: every row, also where cells of it are blank.
import { describe, expect, it } from '@jest/globals';
import { verbatim } from '../../src/language/message';
import type { Cell, Grid } from '../../src/sheets/cell';
import { cellsAsRead, recordCells, tableChanges } from '../../src/sheets/tableChanges';
import { executions, fundStats } from '../../src/sheets/tabs';
import { said } from '../fakes/said';
import { DATE, fill } from '../fixtures/workedDay';

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

  it('names the rows of which only a cell or two are written, and none of them twice', () => {
    const [alfa, beta] = [row(ALFA), row({ fund: 'Beta', cnpj: '38.314.708/0001-90' })];
    expect(changes([alfa, BLANK, beta], [beta, alfa])).toEqual({ tab: fundStats.name, rows: [], same: 2 });
    const gone = changes([alfa, BLANK, beta], [alfa]);
    expect(gone.rows.map(({ kind, row: at, name }) => [kind, at, name.map(said).join(' · ')])).toEqual([
      ['removed', 4, 'Beta · 38.314.708/0001-90'],
    ]);
  });

  it('takes a blank cell for what it means', () => {
    const none = fundStats.columns.onshoreAssets.print([]);
    expect(changes([row(ALFA)], [row({ ...ALFA, onshoreAssets: none })]).same).toBe(1);
    const known = fill('A1', 'BUY', 1_000, 62.5, `${DATE}T11:00:00`);
    const [printed = []] = recordCells(executions, [known]);
    const blank = printed.map((cell) => (cell === 'EXECUTED' ? null : cell));
    expect(blank).not.toEqual(printed);
    expect(tableChanges(executions, ['fillId'], [printed], [blank])).toMatchObject({ rows: [], same: 1 });
  });

  it('names of a row that comes what is written, and nothing that is blank', () => {
    const [nameless] = changes([], [row({ cnpj: ALFA.cnpj })]).rows;
    expect(nameless).toMatchObject({
      kind: 'added',
      name: [verbatim(ALFA.cnpj)],
      cells: [{ header: 'cnpj' }],
    });
  });

  it('compares amounts as amounts, however they were typed, and says them in money', () => {
    const [before, same, after] = ['1.234,56', 1_234.56, 1_234.57].map((nav) => row({ ...ALFA, nav }));
    expect(changes([before ?? []], [same ?? []]).same).toBe(1);
    const [changed] = changes([before ?? []], [after ?? []]).rows;
    expect(
      changed?.cells.map(({ header, before: old, after: now }) => [
        header,
        old && said(old),
        now && said(now),
      ]),
    ).toEqual([['nav', 'R$ 1,234.56', 'R$ 1,234.57']]);
    const [unread] = changes([row({ ...ALFA, nav: 'soon' })], [after ?? []]).rows;
    expect(unread?.cells.map(({ before: old }) => old && said(old))).toEqual(['soon']);
  });

  it('counts a blank row as no row, wherever it stands, and says nothing of those at the end', () => {
    const alfa = row(ALFA);
    expect(changes([BLANK, alfa, BLANK], [alfa])).toEqual({ tab: fundStats.name, rows: [], same: 1 });
    expect(cellsAsRead(fundStats, [BLANK, alfa, BLANK, BLANK])).toHaveLength(2);
  });
});
