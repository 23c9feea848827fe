// npm test: every check of the code beside each other, two at a time, then jest; stops before jest where a check fails.
// What follows the two dashes goes to jest: npm test -- test/solver. With --all every property is tried at its full count and every
// call is died at (test/effort.ts): npm run test:all.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noPackages, wrongNode } from './node.mjs';
import { keptByNpm } from './swallowed.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..');
const AT_ONCE = 2;

const packaged = (...path) => join(ROOT, 'node_modules', ...path);
const TSC = packaged('typescript', 'bin', 'tsc');

/** Two checks run at a time: in threads of its own the compiler would look at the same types once a thread, for twice the work. */
const ALONE = '--singleThreaded';

/** The longest first. Each is a program of its own with its arguments, as the npm script of that name has it. */
const CHECKS = [
  ['typecheck of the tests and the laptop', TSC, '-p', 'test', ALONE],
  ['build', 'build/bundle.mjs'],
  ['readme -- --check', 'build/run.mjs', 'build/readme.ts', '--check'],
  ['lint', packaged('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'],
  ['unused', packaged('knip', 'bin', 'knip.js'), '--no-progress'],
  ['typecheck of the pages', TSC, '-p', 'src/ui/pages', ALONE],
  ['typecheck of the add-on', TSC, ALONE],
];

/** Runs one to its end. What it says is kept until then, so that two do not speak at once. */
function check([name, ...args]) {
  return new Promise((done) => {
    const said = [];
    const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => said.push(text));
    child.stderr.on('data', (text) => said.push(text));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      done({ name, isGood: code === 0 });
    });
  });
}

async function checkAll() {
  const waiting = [...CHECKS];
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push(await check(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results.filter(({ isGood }) => !isGood).map(({ name }) => name);
}

const jest = (args) =>
  new Promise((done) => {
    const program = [packaged('jest', 'bin', 'jest.js'), ...args];
    const env = { ...process.env, ...(isAll ? { EFFORT: 'all' } : {}) };
    spawn(process.execPath, program, { cwd: ROOT, env, stdio: 'inherit' })
      .on('error', () => done(1))
      .on('close', (code) => done(code ?? 1));
  });

/** What is not ours is jest's, which says itself what it does not know. */
const isOwn = (arg) => arg === '--all';
const words = process.argv.slice(2);
const isAll = words.some(isOwn);
const kept = keptByNpm();
if (kept !== null) {
  console.error(kept);
  process.exit(2);
}
const wrong = wrongNode() ?? noPackages();
// What an older one makes of the checks would be told as faults of the code.
const failed = wrong === null ? await checkAll() : [];
if (wrong !== null) {
  console.error(wrong);
  process.exitCode = 1;
} else if (failed.length > 0) {
  console.error(`\nThe tests were not run: ${failed.join(', ')} failed.`);
  process.exitCode = 1;
} else {
  process.exitCode = await jest(words.filter((arg) => !isOwn(arg)));
}
