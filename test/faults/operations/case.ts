// What is tried of a function of the bundle: where the day stands, what is done there, and how somebody goes on after a fault.
import type { Platform } from '../platform';
import { DESK, type Kept, type SheetState, type World } from '../platform/world';
import type { Point } from '../sampleDays';

export interface Case {
  /** Beside the function's name; '' where it is the only one. */
  readonly name: string;
  readonly point: Point;
  /** `HH:MM` of the sample day, or a whole moment. */
  readonly at: string;
  /** Brings the world from the point to where the operation begins. */
  readonly prepare?: (platform: Platform) => void;
  readonly act: () => unknown;
  /** What somebody does after it was cut off or has failed; left out = the same again. */
  readonly again?: () => unknown;
  /** So many minutes later, and again as many: the schedule takes what is due, and a step that died is due again after a while. */
  readonly later?: number;
  /** Only shows: nothing that is decided may change, whatever happens to it. */
  readonly shows?: true;
}

export const momentOf = (at: string): string => (at.length === 5 ? `2024-11-08T${at}:00` : at);

/** The desk's own tab. */
export function tabOf(world: World, name: string): SheetState {
  const sheet = world.books.get(DESK)?.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`the book has no tab ${name}`);
  return sheet;
}

/** Changes cells of a column as a person would. @param change null = leave the cell */
export function edit(
  world: World,
  tab: string,
  header: string,
  change: (cell: Kept, row: readonly Kept[]) => Kept,
): void {
  const { cells } = tabOf(world, tab);
  const column = (cells[0] ?? []).indexOf(header);
  if (column < 0) throw new Error(`${tab} has no column ${header}`);
  for (const row of cells.slice(1))
    if (row.some((cell) => cell !== null)) row[column] = change(row[column] ?? null, row);
}

export const set = (world: World, key: string, value: string): void =>
  edit(world, 'settings', 'value', (cell, row) => (row[0] === key ? value : cell));

/** Runs what has to go well. */
export function done<T>(platform: Platform, work: () => T): T {
  const came = platform.run(work);
  if (came.value === null && (came.threw !== null || came.killed))
    throw new Error(`while preparing: ${came.threw}`);
  return came.value as T;
}

/** The operation died at its first call after which the world is so. */
export function cutOffOnce(
  platform: Platform,
  act: () => unknown,
  isSo: (world: World) => boolean,
  copy: (world: World) => World,
): void {
  const start = platform.world;
  for (let call = 1; call < 1_000; call += 1) {
    platform.world = copy(start);
    const { killed } = platform.run(act, { call, way: 'killed after' });
    if (isSo(platform.world)) return;
    if (!killed) break;
  }
  throw new Error('it never is');
}
