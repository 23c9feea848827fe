// Which Node runs this, and whether package.json names it: asked before anything is installed or checked. And whether packages are
// installed at all. Needs Node alone.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..');

/** Whether a version is what `engines` asks for: alternatives of `^1.2.3` and `>=1.2.3`, as package.json writes them. */
function isWithin(version, range) {
  const parts = (text) => text.split('-')[0].split('.').map(Number);
  const own = parts(version);
  return range.split('||').some((one) => {
    const [, sign, least] = /^\s*(\^|>=)\s*(\d+\.\d+\.\d+)\s*$/.exec(one) ?? [];
    if (least === undefined)
      throw new Error(`package.json: engines.node has "${one}", which nobody here can read`);
    const wanted = parts(least);
    const first = own.findIndex((part, i) => part !== wanted[i]);
    return (first < 0 || own[first] > wanted[first]) && (sign === '>=' || own[0] === wanted[0]);
  });
}

/** What is wrong with the Node that runs this; null = package.json names it. */
export function wrongNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const own = process.versions.node;
  return isWithin(own, engines.node) ? null : `Node ${own} will not do; it has to be ${engines.node}.`;
}

/** What a lock file says is, or what npm wrote that it installed; null where that cannot be read. */
export function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** npm writes this file once all others stand. */
export const installedIn = (root) => packagesOf(join(root, 'node_modules', '.package-lock.json'));

/** Somebody was in the folder: what npm wrote down of it says nothing of what lies there. @returns null = nothing is gone */
export const goneFrom = (root, installed) =>
  Object.keys(installed).find((path) => path !== '' && !existsSync(join(root, path, 'package.json'))) ?? null;

/** What to say, for whoever ends with 1, where npm has not installed all here, or somebody took some of it away; null = it stands. */
export function noPackages() {
  const installed = installedIn(ROOT);
  if (installed === null)
    return 'Packages are not installed here, and nothing was done; install them: npm ci';
  const gone = goneFrom(ROOT, installed);
  return gone === null
    ? null
    : `${gone} is missing here, and nothing was done; install all packages anew: npm ci`;
}
