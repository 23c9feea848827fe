// npm start: needs Node and npm only. Installs what is missing, builds the bundle, then runs the laptop desk.
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { faultOfStart } from './commandLine.cjs';
import { goneFrom, installedIn, packagesOf, wrongNode } from './node.mjs';
import { keptByNpm } from './swallowed.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..');
/** Where the packages lie while others are installed: npm empties the folder before it knows whether it can fill it. */
const ASIDE = '.node_modules.before';
/** Who installs: two that do it at once take each other's packages away, and those from before with them. */
const LOCK = '.node_modules.lock';
/** Packages are missing, or others than the lock file says: by content, whatever the times of the files. */
function needsInstall(root) {
  const folder = join(root, 'node_modules');
  // A linked folder is another checkout's: npm ci would empty it for everybody who works with it.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
  const installed = installedIn(root);
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (installed === null || wanted === null) return installed === null;
  if (goneFrom(root, installed) !== null) return true;
  return Object.entries(wanted).some(([path, { version, integrity, optional, devOptional, peer }]) => {
    const there = installed[path];
    // The first is the project itself; what another platform needs may be left out.
    if (path === '' || (there === undefined && (optional || devOptional || peer))) return false;
    return there?.version !== version || (integrity ?? there.integrity) !== there.integrity;
  });
}

/**
 * A dozen threads with a heap each, and texts of many megabytes in them, keep two hundred megabytes that nobody uses: two heaps, and
 * what is large goes back at once. Systems without such heaps do not read it.
 */
const LITTLE_KEPT = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** The signal that this was told to end with: npm ends its own installation with any code then. null = none came. */
let told = null;

/** Runs one program to its end, passes signals on, and gives its exit code. */
function run(command, args, { quiet = false, shell = false, began = () => {} } = {}) {
  return new Promise((done) => {
    const env = { ...LITTLE_KEPT, ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
    const stdio = quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit';
    const child = spawn(command, args, { cwd: ROOT, stdio, env, shell });
    if (child.pid !== undefined) began(child.pid);
    const pass = (signal) => {
      told = signal;
      child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass).on('SIGHUP', pass);
    // npm ends its shell on SIGTERM and nobody else: whoever it left behind would serve on.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return;
      clearInterval(watch);
      pass('SIGTERM');
    }, 500);
    child.on('error', (error) => {
      clearInterval(watch);
      console.error(`${command} cannot be started: ${error.message}`);
      done(1);
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      process.off('SIGINT', pass).off('SIGTERM', pass).off('SIGHUP', pass);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** The npm that called us, where one did; else the one on the path. */
function npm(args, began) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], { began });
  return run('npm', args, { shell: process.platform === 'win32', began });
}

/** What the packages take, in bytes. On a disk that is full npm neither ends nor says so. */
const PACKAGES_TAKE = 1e9;

/** Bytes that are free where the packages go; where the system does not say, npm may try. */
function roomIn(root) {
  try {
    const { bavail, bsize } = statfsSync(root);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is another user's.
    return error.code === 'EPERM';
  }
};

/** @returns null = nobody else installs, and nobody else will; else the process that does */
function takeLock(root) {
  const file = join(root, LOCK);
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}`, { flag: 'wx' });
      return null;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // A start that was killed leaves its npm at work: it wrote down both.
    const pids = readFileSync(file, 'utf8').split(' ').map(Number);
    const holder = pids.find((pid) => pid > 0 && isAlive(pid));
    if (holder !== undefined) return holder;
    rmSync(file, { force: true });
  }
}

/** @returns null = the packages stand; else the code that a start without them ends with */
async function installAlone(root, say) {
  let holder;
  try {
    holder = takeLock(root);
  } catch (error) {
    console.error(`Packages have to be installed, and nothing can be written here: ${error.message}`);
    return 1;
  }
  if (holder !== null) {
    console.error(
      `Another npm start is installing packages here (process ${holder}): wait until it is done, then start again. Nothing was touched; if there is none, delete ${join(root, LOCK)}.`,
    );
    return 2;
  }
  try {
    // Another start may have been quicker.
    return needsInstall(root) ? await install(root, say) : null;
  } finally {
    rmSync(join(root, LOCK), { force: true });
  }
}

/** @returns null = the packages stand; else the exit code of npm */
async function install(root, say) {
  const [folder, aside] = [join(root, 'node_modules'), join(root, ASIDE)];
  const isLeft = existsSync(aside);
  const had = isLeft || installedIn(root) !== null;
  const room = roomIn(root);
  if (room < PACKAGES_TAKE) {
    const before = had ? ' Those from before stay, and the desk starts with them.' : '';
    console.error(
      `Packages have to be installed and take a gigabyte; ${Math.floor(room / 1e6)} MB are free here. Nothing was touched: free some room and start again.${before}`,
    );
    // An earlier installation that was killed has left them aside.
    if (isLeft) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(aside, folder);
    }
    return had ? null : 1;
  }
  say('Installing packages; this is done once and takes a minute or two.');
  try {
    // An earlier installation that was killed has left the packages aside, and half of others here.
    if (!isLeft && had) renameSync(folder, aside);
  } catch {
    // Held open by another program, as on Windows: npm says whether it can do it all the same.
  }
  const code = await npm(['ci', '--include=dev', '--loglevel=error'], (pid) =>
    writeFileSync(join(root, LOCK), `${process.pid} ${pid}`),
  );
  const stood = existsSync(aside);
  if (code === 0) {
    rmSync(aside, { recursive: true, force: true });
    return null;
  }
  if (stood) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(aside, folder);
  }
  if (told !== null || code === 130 || code === 143) {
    console.error(
      `Stopped while packages were installed; ${stood ? 'those from before are back' : 'npm start begins with it again'}.`,
    );
    return told === null ? code : 128 + constants.signals[told];
  }
  if (!stood) {
    console.error(
      'The packages could not be installed: npm says above why. Without a network, try again where there is one; on a full disk, free a gigabyte.',
    );
    return code;
  }
  console.error(
    'Other packages are asked for and could not be installed (npm says above why): those from before stay, and the desk starts with them.',
  );
  return null;
}

const DESK = 'src/local/cli/main.ts';

/** Each of the desk's threads keeps three spaces of 16 MB for what is new, and what a large book leaves in them late: a quarter will do. */
const SMALL_HEAP = ['--max-semi-space-size=4'];

/** @param entry what is run once everything stands; `say` hears of what takes long */
export async function start(entry = DESK, say = console.log) {
  const wrong = wrongNode();
  if (wrong !== null) {
    console.error(`${wrong} Nothing was installed: get one of these from your package manager first.`);
    return 1;
  }
  const args = process.argv.slice(2);
  const kept = keptByNpm();
  if (kept !== null) {
    console.error(kept);
    return 2;
  }
  if (needsInstall(ROOT)) {
    // Nobody shall wait for packages to hear of it.
    const wrongs = entry === DESK ? faultOfStart(args) : null;
    if (wrongs !== null) {
      console.error(`${wrongs.replace(/\.$/, '')}. Nothing was installed.`);
      return 2;
    }
    const code = await installAlone(ROOT, say);
    if (code !== null) return code;
  }
  const bundled = await run(process.execPath, ['build/whole.mjs', 'build/bundle.mjs', '--if-changed'], {
    quiet: true,
  });
  if (bundled !== 0) return bundled;
  return run(process.execPath, [...SMALL_HEAP, 'build/whole.mjs', 'build/run.mjs', entry, ...args]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await start();
}
