// npm run test:sql: proves the SQL by Google's own analyzer, which npm installs on demand into build/zetasql: 340 MB of
// programs, so it is no dependency. Where it cannot run this says so and ends well.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMS, readWords, UsageError } from './commandLine.cjs';
import { noPackages } from './node.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..');
const PACKAGE = '@fivetrandevelopers/zetasql';
const VERSION = '1.13.0';

/** What the package has programs for. */
const RUNS_ON = ['linux x64', 'linux arm64', 'darwin x64', 'darwin arm64'];

function skip(reason) {
  console.log(`Not checked: ${reason}`);
  return 0;
}

const run = (command, args, cwd, stdio = 'inherit') =>
  spawnSync(command, args, { cwd, stdio, shell: process.platform === 'win32' }).status ?? 1;

/** The folder has a package.json of its own: npm must find no other above it. */
function install(dir) {
  if (existsSync(join(dir, 'node_modules', PACKAGE, 'package.json'))) return true;
  console.log(
    `Installing ${PACKAGE} ${VERSION} into build/zetasql; this is done once and takes a minute or two.`,
  );
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    join(dir, 'package.json'),
    `${JSON.stringify({ private: true, dependencies: { [PACKAGE]: VERSION } }, null, 2)}\n`,
  );
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const status = npm?.endsWith('.js')
    ? run(process.execPath, [npm, '--prefix', dir, ...args], dir)
    : run('npm', ['--prefix', dir, ...args], dir);
  return status === 0;
}

function testSql() {
  const lack = noPackages();
  if (lack !== null) {
    console.error(lack);
    return 1;
  }
  const machine = `${process.platform} ${process.arch}`;
  if (!RUNS_ON.includes(machine))
    return skip(`Google's analyzer has no program for ${machine}; it runs on ${RUNS_ON.join(', ')}.`);
  const dir = process.env.ZETASQL_DIR ?? join(ROOT, 'build', 'zetasql');
  if (process.env.ZETASQL_DIR === undefined && !install(dir))
    return skip(`${PACKAGE} could not be installed; is this machine offline?`);
  const bundled = run(process.execPath, ['build/bundle.mjs'], ROOT, ['ignore', 'ignore', 'inherit']);
  if (bundled !== 0) return bundled;
  return run(process.execPath, ['build/run.mjs', 'test/sql/main.ts', dir], ROOT);
}

try {
  readWords(FORMS['test:sql'], process.argv.slice(2));
  process.exitCode = testSql();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
