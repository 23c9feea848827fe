// The mutants of a folder of src, as stryker makes them; which of them are tried; and the code that holds those.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';

// Comes with stryker's core, and is found from there.
const fromCore = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/core'));
const { Instrumenter } = await import(pathToFileURL(fromCore.resolve('@stryker-mutator/instrumenter')).href);

const silent = { debug() {}, info() {}, warn: console.warn, isDebugEnabled: () => false };
const OPTIONS = {
  plugins: null,
  // An index known to be in range is read with ?. because noUncheckedIndexedAccess asks for it: without it nothing changes.
  excludedMutations: ['OptionalChaining'],
  ignorers: [],
  noHeader: false,
};

const sourcesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The text between two places; lines and columns count from 0. */
function textBetween(text, { start, end }) {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

/** Every mutant of the folder, with what it is and where, and the code that holds all of them. */
async function instrument(folder, prefix) {
  const sources = sourcesOf(folder).map((name) => ({
    name,
    mutate: true,
    content: readFileSync(name, 'utf8'),
  }));
  const text = new Map(sources.map(({ name, content }) => [name, content]));
  const { files, mutants } = await new Instrumenter(silent).instrument(sources, OPTIONS);
  return {
    files: files.map((file) => ({ ...file, prefix })),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        id: `${prefix}${id}`,
        folder,
        file: fileName,
        line: location.start.line + 1,
        column: location.start.column + 1,
        kind: mutatorName,
        before: textBetween(text.get(fileName), location),
        after: replacement,
      })),
  };
}

/** So many of the mutants, by a number of the seed and the mutant's place: it stays when other files, or later lines, change. */
function drawn(mutants, count, seed) {
  const rank = ({ file, line, column, after }) =>
    createHash('sha256').update(`${seed} ${file}:${line}:${column} ${after}`).digest('hex');
  const ranked = mutants.map((mutant) => ({ mutant, by: rank(mutant) }));
  ranked.sort((a, b) => (a.by < b.by ? -1 : 1));
  return ranked.slice(0, count).map(({ mutant }) => mutant);
}

/** The code with these mutants only: it counts and asks for no others, and is about as fast as the original. */
function codeOf({ name, content, prefix }, isTried) {
  const held = content
    .replaceAll(/stryMutAct_9fa48\("(\d+)"\)/g, (_, id) =>
      isTried(prefix + id) ? `stryMutAct_9fa48("${prefix}${id}")` : 'false',
    )
    .replaceAll(/stryCov_9fa48\(("[^)]*")\)/g, (_, ids) => {
      const tried = JSON.parse(`[${ids}]`).filter((id) => isTried(prefix + id));
      return tried.length === 0
        ? '0'
        : `stryCov_9fa48(${tried.map((id) => JSON.stringify(prefix + id)).join()})`;
    });
  return transformSync(held, {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    minifySyntax: true,
    sourcefile: name,
  }).code;
}

/**
 * The mutants of some folders of src, drawn by seed, and the code of their files.
 * @param folders of src, by name @param count of each folder; all without one @param seed a number
 */
export async function sampleOf(folders, count = Infinity, seed = 1) {
  const parts = await Promise.all(
    folders.map(async (folder) => {
      const { files, mutants } = await instrument(`src/${folder}`, `${folder} `);
      return { folder, files, all: mutants.length, tried: drawn(mutants, count, seed) };
    }),
  );
  const ids = new Set(parts.flatMap(({ tried }) => tried.map(({ id }) => id)));
  const code = {};
  for (const { files } of parts)
    for (const file of files) code[file.name] = codeOf(file, (id) => ids.has(id));
  return { parts: parts.map(({ folder, all, tried }) => ({ folder, all, tried })), code };
}
