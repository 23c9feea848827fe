// A day on which B3 is closed begins no desk that would be played: asked before anything is made, or what stood there is put aside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readClosed } from './answers';
import { isLaidOut } from './folder';
import { languageOf } from './languageOf';
import { type Options, UsageError } from './options';
import { isLeftToReader } from './played';
import { morningStamp } from './wind';
import { wordsOf } from './words';
import type { OpenWorld, WorldOptions } from './world';

interface Beginning extends Pick<WorldOptions, 'bundleDir' | 'seed' | 'sample'> {
  /** Where the desk would lie. */
  readonly dir: string;
  readonly openWorld: OpenWorld;
}

/**
 * A desk that stands is asked by its own calendar when it is opened; one that is begun for its reader may lie on any day.
 * @throws UsageError with why B3 is closed, when it opens, and that nothing was changed
 */
export async function checkBegins(options: Options, { dir, openWorld, ...how }: Beginning): Promise<void> {
  const { date } = options;
  const isNew = options.fresh || options.empty || !isLaidOut(dir);
  if (date === null || !isNew || isLeftToReader(options, { begun: 'played' })) return;
  const aside = mkdtempSync(join(tmpdir(), 'trading-desk-'));
  try {
    const world = await openWorld({ ...how, dir: aside, date, isLaidOut: false });
    try {
      const { value } = await world.desk.call('nextSteps', [morningStamp(date)]);
      const closed = readClosed(value);
      if (closed === null) return;
      const { notBegun } = wordsOf(await languageOf(world.desk, how.sample));
      throw new UsageError(`${closed.slice(0, 1).toUpperCase()}${closed.slice(1)}. ${notBegun(dir)}`);
    } finally {
      await world.close();
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
