// What a fresh start puts aside: the desk that was there, beside its folder, until the next fresh start.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './troubles';

interface Keeping {
  /** An earlier start was cut off in the middle of this: the rest goes where its part went. */
  readonly goesOn: boolean;
  /** Marks the folder as a desk's. */
  readonly mark: (folder: string) => void;
}

/** Moves what `names` lists from `dir` into `DIR.before-N`, and only then removes older ones. @returns where it lies */
export function keepBefore(dir: string, names: readonly string[], { goesOn, mark }: Keeping): string {
  const earlier = keptBefore(dir);
  const last = earlier.at(-1);
  const number = (last?.number ?? 0) + (goesOn && last !== undefined ? 0 : 1);
  const aside = pathOf(dir, number);
  mkdirSync(aside, { recursive: true });
  mark(aside);
  // One that the cut-off start left is older than what is there now: it never moved what it had moved before.
  for (const name of names) {
    const place = join(aside, name);
    const from = join(dir, name);
    if (name.endsWith(MOVED)) rmSync(from, { recursive: true });
    else {
      if (existsSync(place)) rmSync(place, { recursive: true });
      move(from, place);
    }
  }
  for (const one of earlier) if (one.number !== number) rmSync(pathOf(dir, one.number), { recursive: true });
  return aside;
}

/** What has been copied whole and is only still to be removed. */
const MOVED = '.moved';

/** A desk's folder may be a disk of its own, or a link to one: what cannot be renamed is copied, and removed once that is whole. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    renameSync(from, `${from}${MOVED}`);
    rmSync(`${from}${MOVED}`, { recursive: true });
  }
}

const pathOf = (dir: string, number: number): string =>
  join(dirname(dir), `${basename(dir)}.before-${number}`);

/** Oldest first. */
function keptBefore(dir: string): readonly { readonly number: number }[] {
  const start = `${basename(dir)}.before-`;
  return readdirSync(dirname(dir))
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => ({ number: Number(name.slice(start.length)) }))
    .sort((a, b) => a.number - b.number);
}
