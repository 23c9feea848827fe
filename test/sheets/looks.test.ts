// How wide columns are: neighbours that need little share a width, one that needs more has its own.
import { describe, expect, it } from '@jest/globals';
import { exactWidths, type Placed, widthRuns } from '../../src/sheets/looks';
import { fundStats } from '../../src/sheets/tabs';

/** Columns side by side whose short headers need less than what they hold. */
const columns = (...widths: readonly number[]): readonly Placed[] =>
  widths.map((width, at) => ({ header: 'x', look: { ...fundStats.columns.fund, width }, column: at + 1 }));
const shown = (runs: ReturnType<typeof widthRuns>) =>
  runs.map(({ column, columns: { length }, width }) => [column, length, width]);

describe('columns side by side', () => {
  it('that need little are as wide as the widest of them', () => {
    expect(shown(widthRuns(columns(60, 110, 100)))).toEqual([[1, 3, 160]]);
    expect(shown(widthRuns(columns(60, 100)))).toEqual([[1, 2, 100]]);
  });

  it('of which one needs much widen no other', () => {
    expect(shown(widthRuns(columns(60, 300, 110)))).toEqual([
      [1, 1, 100],
      [2, 1, 330],
      [3, 1, 160],
    ]);
  });

  it('that need much share a width only where they need the same', () => {
    expect(shown(widthRuns(columns(250, 255, 420, 500)))).toEqual([
      [1, 2, 260],
      [3, 1, 420],
      [4, 1, 500],
    ]);
  });

  it('have each what it needs where a width more costs nothing', () => {
    expect(shown(exactWidths(columns(60, 60, 110)))).toEqual([
      [1, 2, 60],
      [3, 1, 110],
    ]);
  });
});
