// npm run bench -- [PARTS] --against REV: this tree and another version in turn, each run a process of its own, so that neither has
// the warmer machine. The other version's src is measured by this tree's bench: where the two no longer fit, that is said.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { UsageError } from '../../build/commandLine.cjs';
import { median, short, type Table } from './table';
import type { Measured } from './versions';

const ROUNDS = 5;
const ENTRY = 'test/bench/versions.ts';

/** @throws UsageError where git knows no such revision */
export function againstTable(revision: string, parts: readonly string[]): Table {
  const commit = commitOf(revision);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const other = otherTree(commit, folder);
    const [mine, theirs] = [
      bundled(resolve('.'), join(folder, 'mine')),
      bundled(other, join(folder, 'theirs')),
    ];
    const [now, before]: [Measured[][], Measured[][]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      const turns = [() => now.push(run(mine, parts)), () => before.push(run(theirs, parts))];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) turn();
    }
    return tableOf(commit, now, before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function commitOf(revision: string): string {
  const words = ['rev-parse', '--short', '--verify', '--quiet', `${revision}^{commit}`];
  const { status, stdout } = spawnSync('git', words, { encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  throw new UsageError(
    `--against "${revision}" is no revision that git knows here; write it like --against HEAD~1`,
  );
}

/** Its src, with the tests of this tree: both are measured by the same bench. */
function otherTree(commit: string, folder: string): string {
  const tree = join(folder, 'tree');
  execFileSync('sh', ['-c', 'mkdir -p "$1" && git archive "$2" | tar -x -C "$1"', 'sh', tree, commit]);
  rmSync(join(tree, 'test'), { recursive: true, force: true });
  cpSync('test', join(tree, 'test'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  return tree;
}

function bundled(tree: string, folder: string): string {
  const outfile = join(folder, 'versions.cjs');
  buildSync({
    absWorkingDir: tree,
    entryPoints: [ENTRY],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}

const run = (bundle: string, parts: readonly string[]): Measured[] =>
  JSON.parse(execFileSync(process.execPath, [bundle, ...parts], { encoding: 'utf8', maxBuffer: 2 ** 26 }));

function tableOf(commit: string, now: readonly Measured[][], before: readonly Measured[][]): Table {
  const names = now[0]?.map(({ name }) => name) ?? [];
  const of = (runs: readonly Measured[][], name: string): Measured[] =>
    runs.flatMap((rows) => rows.filter((row) => row.name === name));
  const rows = names.map((name) => {
    const [mine, theirs] = [of(now, name), of(before, name)];
    const ms = [mine, theirs].map((runs) => median(runs.map((each) => each.ms)));
    const pairs = mine.map((each, round) => each.ms / (theirs[round]?.ms ?? Number.NaN));
    return [
      name,
      ...ms.map(short),
      ((ms[0] ?? 0) / (ms[1] ?? 0)).toFixed(2),
      `${Math.min(...pairs).toFixed(2)}–${Math.max(...pairs).toFixed(2)}`,
      mine[0]?.answer === theirs[0]?.answer ? 'yes' : 'no',
    ];
  });
  return {
    title: `This tree against ${commit}: CPU ms, median of ${ROUNDS} runs in turn`,
    columns: ['', 'now', commit, 'now ÷ then', 'of each pair', 'same answer'],
    rows,
    note: 'Of a day: the same number of cells, queries, mails and the same length of _pending.',
  };
}
