// A desk that runs a script written by the test, in a folder of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, type HostOptions, openHost } from '../../src/local/host';
import type { Clock } from '../../src/local/host/clock';

/** 8 November 2024, 10:00 in São Paulo. */
export const MORNING = Date.UTC(2024, 10, 8, 13);

export function standingClock(start = MORNING): Clock {
  let current = start;
  return {
    now: () => current,
    set: (ms) => {
      current = ms;
    },
    advance: (ms) => {
      current += ms;
    },
  };
}

export interface ScriptedDesk extends Host {
  readonly dir: string;
  readonly clock: Clock;
  /** Closes the desk and opens it again on the same folder. */
  reopen(): Promise<ScriptedDesk>;
  /** Closes the desk and deletes its folder. */
  discard(): Promise<void>;
}

export async function scriptedDesk(
  script: string,
  options: Partial<HostOptions> & { readonly pages?: Readonly<Record<string, string>> } = {},
): Promise<ScriptedDesk> {
  const { pages = {}, clock = standingClock(), ...rest } = options;
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'desk-'));
  const bundleDir = join(dir, 'bundle');
  mkdirSync(bundleDir, { recursive: true });
  writeFileSync(join(bundleDir, 'Code.js'), script);
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(bundleDir, `${name}.html`), html);
  const desk = await openHost({ bundleDir, clock, ...rest, dir });
  return {
    ...desk,
    dir,
    clock,
    async reopen() {
      await desk.close();
      return scriptedDesk(script, { ...options, clock, dir });
    },
    async discard() {
      await desk.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
