// npm start: needs Node and npm only. Installs what is missing, builds the bundle, then runs the laptop desk.
import { spawn } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..');
const LEAST_NODE = 20;

/** Packages are missing, or others than the lock file says: by content, whatever the times of the files. */
function needsInstall(root) {
  const folder = join(root, 'node_modules');
  // A linked folder is another checkout's: npm ci would empty it for everybody who works with it.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  const installed = packagesOf(join(folder, '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (installed === null || wanted === null) return installed === null;
  return Object.entries(wanted).some(([path, { version, integrity, optional, devOptional, peer }]) => {
    const there = installed[path];
    // The first is the project itself; what another platform needs may be left out.
    if (path === '' || (there === undefined && (optional || devOptional || peer))) return false;
    return there?.version !== version || (integrity ?? there.integrity) !== there.integrity;
  });
}

/** What a lock file says is, or what npm wrote that it installed; null where that cannot be read. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** Runs one program to its end, passes signals on, and gives its exit code. */
function run(command, args, { quiet = false, shell = false } = {}) {
  return new Promise((done) => {
    const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
    const stdio = quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit';
    const child = spawn(command, args, { cwd: ROOT, stdio, env, shell });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', (error) => {
      console.error(`${command} cannot be started: ${error.message}`);
      done(1);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** The npm that called us, where one did; else the one on the path. */
function npm(...args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** @param entry what is run once everything stands; `say` hears of what takes long */
export async function start(entry = 'src/local/cli/main.ts', say = console.log) {
  const node = Number(process.versions.node.split('.')[0]);
  if (node < LEAST_NODE) {
    console.error(
      `Node ${process.versions.node} is too old: install Node ${LEAST_NODE} or newer from your package manager.`,
    );
    return 1;
  }
  if (needsInstall(ROOT)) {
    say('Installing packages; this is done once and takes a minute or two.');
    const code = await npm('ci', '--include=dev', '--loglevel=error');
    if (code !== 0) return code;
  }
  const bundled = await run(process.execPath, ['build/bundle.mjs'], { quiet: true });
  if (bundled !== 0) return bundled;
  return run(process.execPath, ['build/run.mjs', entry, ...process.argv.slice(2)]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await start();
}
