// What shows how the day stands is rewritten by whoever looks at it; a test that asks what was decided or done leaves it out.
import type { Cell } from '../../src/sheets/cell';
import type { MemoryDesk } from './memoryDesk';

const CLOCKS = ['as_of', 'fills_as_of', 'inav_as_of'];
const LOOKS = ['status', 'blotter'];
/** Facts of the journal that only tell what was seen when. */
const SEEN = ['busts-heard', 'feed-look', 'finished-sides', 'status-lines'];

type Grid = readonly (readonly Cell[])[];

const without = (grid: Grid, columns: readonly string[]): Grid => {
  const dropped = (grid[0] ?? []).map((header) => columns.includes(String(header)));
  return grid.map((row) => row.filter((_, at) => !dropped[at]));
};

/** Every tab, without the columns that read the clock. */
export const timelessTabs = (desk: MemoryDesk): readonly (readonly [string, Grid])[] =>
  [...desk.book.tabs].map(([tab, grid]) => [tab, without(grid, CLOCKS)] as const);

/** Every tab but those that show the day, and of `orders` what was issued. */
export const decidedTabs = (desk: MemoryDesk): readonly (readonly [string, Grid])[] =>
  timelessTabs(desk)
    .filter(([tab]) => !LOOKS.includes(tab))
    .map(([tab, grid]) => [tab, tab === 'orders' ? without(grid, ['executed_now']) : grid] as const);

/** The journal, but for what only tells what was seen when. */
export const decidedFacts = (desk: MemoryDesk): readonly (readonly [string, string])[] =>
  [...desk.properties].filter(([key]) => !SEEN.includes(key));
