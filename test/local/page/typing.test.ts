import { describe, expect, it } from '@jest/globals';
import { typedCells } from '../../../src/local/page/typing';

const change = (cellValue: object, id = 'sheet.mutation.set-range-values') => ({
  id,
  params: { unitId: 'book', subUnitId: '0', cellValue },
});

describe('what a reader typed', () => {
  it('is the smallest block around the cells that change', () => {
    expect(typedCells(change({ 2: { 1: { v: 'a' } } }))).toEqual({
      sheet: '0',
      area: { row: 3, column: 2, rows: 1, columns: 1 },
    });
    expect(typedCells(change({ 0: { 3: { f: '=A1' } }, 4: { 1: { v: 2 }, 2: null } }))?.area).toEqual({
      row: 1,
      column: 2,
      rows: 5,
      columns: 3,
    });
  });

  it('is nothing where only looks change, or rows move', () => {
    expect(typedCells(change({ 0: { 0: { s: { bl: 1 } } } }))).toBeNull();
    expect(typedCells(change({ 0: { 0: { v: 1 } } }, 'sheet.mutation.insert-row'))).toBeNull();
    expect(typedCells(change(['not cells']))).toBeNull();
  });
});
