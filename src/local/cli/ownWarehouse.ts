// The desk's warehouse file: opened first, because only one process may hold it; one that cannot be read is set aside and named.
import { existsSync } from 'node:fs';
import { openWarehouse, type Warehouse } from '../bigquery';
import { type Loss, setAside } from '../host';
import { UsageError } from './options';

export interface OwnWarehouse {
  readonly warehouse: Warehouse;
  /** What could not be read, and where it lies now. */
  readonly losses: readonly Loss[];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws UsageError where another process is at work on this desk */
export async function openOwnWarehouse(file: string, now: () => number): Promise<OwnWarehouse> {
  const losses: Loss[] = [];
  // First what was written last and perhaps not whole, then all of it: as little is given up as can be.
  for (const part of [`${file}.wal`, file]) {
    try {
      return { warehouse: await openWarehouse({ file, now }), losses };
    } catch (error) {
      if (/lock/i.test(messageOf(error)))
        throw new UsageError(
          `Somebody is at work on this desk already (${file} is in use): end the other npm start, or name another folder with --dir.`,
        );
      if (existsSync(part)) losses.push({ file: part, aside: setAside(part) });
    }
  }
  return { warehouse: await openWarehouse({ file, now }), losses };
}
