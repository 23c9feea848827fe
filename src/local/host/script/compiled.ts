// What V8 made of a long script, kept beside what else is made once: each desk that opens starts a thread, and a thread that knows
// nothing of the threads before it compiles a bundle for longer than most executions take.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';
import { isScript } from './folder';

/** Shorter ones are compiled as quickly as a file is read. */
const LONG = 100_000;
/** Of the bundles of a week most are never run again. */
const KEPT = 8;
const PREFIX = 'compiled-';

/**
 * Compiles the folder's long scripts, so that running them in this thread finds them compiled. `keepNew` keeps what was not kept
 * yet: after a first execution, when the functions that it called are compiled too.
 * @param keptDir where it is kept, by the text and the engine that it is for
 */
export function compileLong(bundleDir: string, keptDir: string): { readonly keepNew: () => void } {
  const made = readdirSync(bundleDir, { recursive: true, encoding: 'utf8' })
    .filter(isScript)
    .map((name) => ({ filename: `${bundleDir}/${name}`, code: readFileSync(join(bundleDir, name), 'utf8') }))
    .filter(({ code }) => code.length >= LONG)
    .flatMap(({ filename, code }) => compiledOnce(filename, code, keptDir));
  return {
    keepNew() {
      const fresh = made.splice(0);
      for (const { script, path } of fresh) keep(script, path);
      if (fresh.length > 0) tidy(keptDir);
    },
  };
}

interface Made {
  readonly script: Script;
  readonly path: string;
}

/** What has to be kept of it; empty where it was kept already, or does not compile: running it will say why. */
function compiledOnce(filename: string, code: string, keptDir: string): readonly Made[] {
  // V8's tag is the same for Nodes with different patches of V8, and what another of them made ends the process.
  const hash = createHash('sha256').update(`${process.version}\0${cachedDataVersionTag()}\0`).update(code);
  const path = join(keptDir, `${PREFIX}${hash.digest('hex').slice(0, 24)}`);
  const cachedData = kept(path);
  try {
    const script = new Script(code, { filename, ...(cachedData ? { cachedData } : {}) });
    return cachedData && script.cachedDataRejected === false ? [] : [{ script, path }];
  } catch {
    return [];
  }
}

const DIGEST = 32;
const digest = (data: Buffer): Buffer => createHash('sha256').update(data).digest();

/** V8 believes what it is handed but for its head, and a power cut leaves files of the right length: whole, or not at all. */
function kept(path: string): Buffer | undefined {
  try {
    const all = readFileSync(path);
    const data = all.subarray(DIGEST);
    return digest(data).equals(all.subarray(0, DIGEST)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Appears whole: another thread may be making the same. Where it cannot be kept, it is made again. */
function keep(script: Script, path: string): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const fresh = `${path}.${process.pid}.${threadId}`;
    const data = script.createCachedData();
    writeFileSync(fresh, Buffer.concat([digest(data), data]));
    renameSync(fresh, path);
  } catch {}
}

function tidy(keptDir: string): void {
  try {
    const all = readdirSync(keptDir)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => ({ path: join(keptDir, name), at: statSync(join(keptDir, name)).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    for (const { path } of all.slice(KEPT)) rmSync(path, { force: true });
  } catch {}
}
