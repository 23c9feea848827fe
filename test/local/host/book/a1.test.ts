import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { a1, columnLetters, columnNumber, parseA1 } from '../../../../src/local/host/book/a1';

const GRID = { rows: 1000, columns: 26 };

describe('addresses in A1 notation', () => {
  it('name one cell by its letter and number, a block by its corners', () => {
    expect(a1({ row: 2, column: 2, rows: 1, columns: 1 })).toBe('B2');
    expect(a1({ row: 2, column: 27, rows: 3, columns: 2 })).toBe('AA2:AB4');
  });

  it('are read whichever corner comes first', () => {
    expect(parseA1('D9:B2', GRID)).toEqual({ row: 2, column: 2, rows: 8, columns: 3 });
    expect(parseA1('$B$2', GRID)).toEqual({ row: 2, column: 2, rows: 1, columns: 1 });
  });

  it('reach to the edge of the grid where an end is left open', () => {
    expect(parseA1('B:C', GRID)).toEqual({ row: 1, column: 2, rows: 1000, columns: 2 });
    expect(parseA1('2:3', GRID)).toEqual({ row: 2, column: 1, rows: 2, columns: 26 });
    expect(parseA1('B5:B', GRID)).toEqual({ row: 5, column: 2, rows: 996, columns: 1 });
  });

  it.each(['', 'B', '7', 'B2:', 'B-2', 'no range'])('are refused when they are none: "%s"', (text) => {
    expect(() => parseA1(text, GRID)).toThrow('Range not found');
  });

  it('come back as they went in', () => {
    const part = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(part, part, part, part, (row, column, rows, columns) => {
        expect(parseA1(a1({ row, column, rows, columns }), GRID)).toEqual({ row, column, rows, columns });
        expect(columnNumber(columnLetters(column))).toBe(column);
      }),
    );
  });
});
