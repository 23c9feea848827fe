// Makes build/out, what clasp pushes: one Code.js whose every export can be called by the spreadsheet, the manifest, the pages.
// node build/bundle.mjs [--secret-manager] [--if-changed]: the first asks for the scope that Secret Manager needs, the second does
// nothing where everything is as the last build of this command left it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FORMS, readWords } from './commandLine.cjs';
import { noPackages } from './node.mjs';
import { keptByNpm } from './swallowed.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..');
const GLOBAL = 'App';
export const SECRET_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/** Not before it is needed: whoever asks for help, or has no packages yet, is answered without it. */
const build = async (options) => (await import('esbuild')).build(options);

/**
 * What Google's script parser predates, though the engine behind it runs it: a BigInt literal is written as a call of
 * BigInt with its digits as text, a younger regular expression as a call of RegExp.
 */
const UNREAD = {
  bigint: false,
  'regexp-dot-all-flag': false,
  'regexp-lookbehind-assertions': false,
  'regexp-match-indices': false,
  'regexp-named-capture-groups': false,
  'regexp-set-notation': false,
  'regexp-unicode-property-escapes': false,
};

/**
 * @param {{ root?: string, entry?: string, ui?: string, out?: string, secretManager?: boolean }} [options]
 *   paths are relative to `root`, the checkout
 * @returns {Promise<{ out: string, names: string[], bytes: number, files: string[],
 *   build: { version: string, commit: string, schema: number } }>}
 */
export async function bundle({
  root = ROOT,
  entry = 'src/main.ts',
  ui = 'src/ui',
  out = 'build/out',
  secretManager = false,
} = {}) {
  const folder = resolve(root, out);
  const made = { version: await versionOf(root), commit: commitOf(root) };
  const options = {
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'es2020',
    platform: 'browser',
    charset: 'utf8',
    logLevel: 'warning',
    supported: UNREAD,
    logOverride: { bigint: 'silent' },
    define: {
      SECRET_MANAGER: String(secretManager),
      BUILD: JSON.stringify(made),
    },
  };
  const names = await exportedNames(options);
  const script = await build({
    ...options,
    format: 'iife',
    globalName: GLOBAL,
    footer: { js: names.map(stub).join('\n') },
  });
  const files = new Map([
    ['Code.js', script.outputFiles[0].text],
    ['appsscript.json', await manifest(root, secretManager)],
    ...(await pages(resolve(root, ui))),
  ]);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  // clasp pushes whatever lies there: what an earlier build left must not come along.
  for (const name of await readdir(folder)) {
    if (!files.has(name)) await rm(join(folder, name), { recursive: true });
  }
  const bytes = Buffer.byteLength(files.get('Code.js') ?? '');
  return {
    out: folder,
    names,
    bytes,
    files: [...files.keys()],
    build: { ...made, schema: await schemaOf(root) },
  };
}

const versionOf = async (root) => JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version;

/** The version that a book has after this build's Set up. */
async function schemaOf(root) {
  const text = await readFile(join(root, 'src/sheets/migrations.ts'), 'utf8');
  return Math.max(1, ...[...text.matchAll(/^ {4}version: (\d+),$/gm)].map(([, version]) => Number(version)));
}

/** Short, with a + where files differ from it; 'unknown' outside a checkout. */
function commitOf(root) {
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '');
  } catch {
    return 'unknown';
  }
}

/** Menus, triggers and google.script.run find functions by name at the top level only. */
const stub = (name) => `function ${name}() { return ${GLOBAL}.${name}.apply(this, arguments); }`;

async function exportedNames(options) {
  const { metafile } = await build({ ...options, format: 'esm', metafile: true, outdir: 'unused' });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const wrong = names.filter((name) => name === 'default' || name === GLOBAL);
  if (wrong.length > 0) throw new Error(`${options.entryPoints[0]}: rename the export "${wrong.join(', ')}"`);
  return names.sort();
}

/** Without urlFetchWhitelist: it takes https only, and the desk's addresses are settings. */
async function manifest(root, secretManager) {
  const { urlFetchWhitelist, ...kept } = JSON.parse(await readFile(join(root, 'appsscript.json'), 'utf8'));
  if (secretManager) kept.oauthScopes = [...kept.oauthScopes, SECRET_SCOPE];
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/** @returns {Promise<[string, string][]>} each page's file name and its whole text */
export async function pages(folder = resolve(ROOT, 'src/ui')) {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.html')).sort();
  return Promise.all(names.map(async (name) => [name, await page(folder, name)]));
}

const STYLE = /<link rel="stylesheet" href="([^"]+)">/g;
const SCRIPT = /<script src="([^"]+)"><\/script>/g;

/** A page's own style sheets and scripts stand in the page: Apps Script serves single files, and nothing is fetched. */
async function page(folder, name) {
  let html = await framed(folder, await readFile(join(folder, name), 'utf8'));
  for (const [pattern, tag] of [
    [STYLE, 'style'],
    [SCRIPT, 'script'],
  ]) {
    for (const [mark, path] of [...html.matchAll(pattern)]) {
      const text = await inlined(join(folder, path));
      // A scriptlet mark inside would be run as a template, an end tag would end the script.
      if (/<\?|<\/script|<\/style/i.test(text))
        throw new Error(`${path}: "<?" or an end tag cannot stand in a page`);
      html = html.replace(mark, () => `<${tag}>\n${text}</${tag}>`);
    }
  }
  return html;
}

/** A page says its title, its style sheet and what is in it; the rest of a document is the same for all. A whole document stays. */
async function framed(folder, html) {
  if (/^<!doctype/i.test(html)) return html;
  const frame = await readFile(join(folder, 'pages', 'frame.html'), 'utf8');
  const [head] = /^(?:<(?:title|link)[^\n]*\n)*/.exec(html);
  return frame
    .replace('<!-- head -->\n', () => head)
    .replace('<!-- body -->\n', () => html.slice(head.length));
}

/** Without template literals: the platform takes "//" in one for a comment. */
async function inlined(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    supported: { 'template-literal': false },
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** The options of the command line; a wrong one ends it, since a build without what was meant would be pushed. */
export function readOptions(args) {
  try {
    const { values } = readWords(FORMS.build, args);
    return { secretManager: values['secret-manager'], ifChanged: values['if-changed'] };
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/** All that a build is made of, and all that it made: equal = the next one would make the same. */
async function standing(root, { secretManager }) {
  const hash = createHash('sha256').update(`${secretManager} ${commitOf(root)}`);
  const sources = (await readdir(join(root, 'src'), { recursive: true })).filter(
    (name) => !/^local([/\\]|$)/.test(name) && /\.(ts|css|html)$/.test(name),
  );
  const files = [
    ...['package.json', 'package-lock.json', 'appsscript.json', 'build/bundle.mjs'],
    ...sources.sort().map((name) => join('src', name)),
    ...(await readdir(join(root, 'build/out')).catch(() => [])).sort().map((name) => join('build/out', name)),
  ];
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

const MARK = 'build/local/bundled';

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const kept = keptByNpm();
  if (kept !== null) {
    console.error(kept);
    process.exit(2);
  }
  const { ifChanged, ...options } = readOptions(process.argv.slice(2));
  const lack = noPackages();
  if (lack !== null) {
    console.error(lack);
    process.exit(1);
  }
  const mark = join(ROOT, MARK);
  const before = ifChanged ? await readFile(mark, 'utf8').catch(() => null) : null;
  if (before === null || before !== (await standing(ROOT, options))) {
    const made = await bundle(options);
    const size = `${(made.bytes / 1024).toFixed(0)} KB`;
    console.log(`build/out: Code.js ${size}, ${made.names.length} functions, ${made.files.length} files`);
    await mkdir(dirname(mark), { recursive: true });
    await writeFile(mark, await standing(ROOT, options));
  }
}
