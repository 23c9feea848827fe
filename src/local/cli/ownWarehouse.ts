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

/**
 * As DuckDB says it: "Conflicting lock is held in /usr/bin/node (PID 1234)"; on Windows, in the system's language, that another
 * process uses the file, and "File is already open in C:\node.exe (PID 1234)". It does not always know who.
 */
export function holderIn(message: string): { readonly pid: string | null } | null {
  if (!/lock|already open in|used by another process/i.test(message)) return null;
  return { pid: /\(PID (\d+)\)/.exec(message)?.[1] ?? null };
}

const isHeld = (error: unknown): boolean => holderIn(messageOf(error)) !== null;

/** What is wrong is the machine, not the file: it stays where it is. */
const isRefused = (error: unknown): boolean =>
  /permission denied|no space left|read-only/i.test(messageOf(error));

function inUse(file: string, error: unknown): Error {
  const { pid = null } = holderIn(messageOf(error)) ?? {};
  const holder = pid === null ? 'in use' : `in use by process ${pid}`;
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
