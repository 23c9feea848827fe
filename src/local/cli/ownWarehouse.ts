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

const isHeld = (error: unknown): boolean => /lock/i.test(messageOf(error));

/** What is wrong is the machine, not the file: it stays where it is. */
const isRefused = (error: unknown): boolean =>
  /permission denied|no space left|read-only/i.test(messageOf(error));

/** DuckDB names who holds the file, where the system tells it: "Conflicting lock is held in /usr/bin/node (PID 1234)". */
function inUse(file: string, error: unknown): Error {
  const pid = /\(PID (\d+)\)/.exec(messageOf(error))?.[1];
  const holder = pid === undefined ? 'in use' : `in use by process ${pid}`;
  return new UsageError(
    `Somebody is at work on this desk already (${file} is ${holder}): end the other npm start, or name another folder with --dir.`,
  );
}

/**
 * Before a desk is put aside; one that cannot be opened for another reason is nobody's.
 * @throws UsageError where another process is at work on it
 */
export async function checkFree(file: string): Promise<void> {
  if (!existsSync(file)) return;
  try {
    const warehouse = await openWarehouse({ file, now: () => 0 });
    await warehouse.close();
  } catch (error) {
    if (isHeld(error)) throw inUse(file, error);
  }
}

/** @throws UsageError where another process is at work on this desk */
export async function openOwnWarehouse(file: string, now: () => number): Promise<OwnWarehouse> {
  const losses: Loss[] = [];
  // First what was written last and perhaps not whole, then all of it: as little is given up as can be.
  for (const part of [`${file}.wal`, file]) {
    try {
      return { warehouse: await openWarehouse({ file, now }), losses };
    } catch (error) {
      if (isHeld(error)) throw inUse(file, error);
      if (isRefused(error)) throw error;
      if (existsSync(part)) losses.push({ file: part, aside: setAside(part) });
    }
  }
  return { warehouse: await openWarehouse({ file, now }), losses };
}
