// npm run doctor: says in words what is missing before `npm run deploy` can work; the exit code tells whether anything is.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { refusalOf } from '../src/local/host/script/syntax';
import { readWords } from './commandLine.cjs';

export interface Finding {
  readonly what: string;
  /** null = nobody can say yet, because of a finding before it. */
  readonly ok: boolean | null;
  /** What was found, and what to do where it is not well. */
  readonly says: string;
}

export interface Surroundings {
  readonly root: string;
  /** The file that clasp is given: which script, and where its files lie. */
  readonly project?: string;
  /** Where they lie. */
  readonly out?: string;
  /** A scope that the next build asks for, and one that it leaves out, whatever the last one did. */
  readonly with?: string | undefined;
  readonly without?: string | undefined;
  /** Runs clasp and gives what it answered, or what it says went wrong. */
  readonly clasp: (...args: readonly string[]) => string;
}

const PROJECT = '.clasp.json';
const OUT = 'build/out';
const SETTINGS = 'https://script.google.com/home/usersettings';
const PLACEHOLDER = 'the-script-id-of-your-spreadsheet';

/** Ours, not Google's: a script beyond it takes long to load at each click, a page long to open. Bytes. */
export const LARGEST = { '.js': 2_000_000, '.html': 500_000 } as const;

const url = (start: string) => v.pipe(v.string(), v.startsWith(start));

/** What Google refuses in a manifest, as far as this one goes. */
const Manifest = v.strictObject({
  timeZone: v.pipe(v.string(), v.check(isZone, 'is no time zone')),
  exceptionLogging: v.picklist(['STACKDRIVER', 'NONE']),
  runtimeVersion: v.literal('V8'),
  dependencies: v.strictObject({
    enabledAdvancedServices: v.array(
      v.strictObject({ userSymbol: v.string(), serviceId: v.string(), version: v.string() }),
    ),
  }),
  oauthScopes: v.pipe(v.array(url('https://www.googleapis.com/auth/')), v.minLength(1)),
  urlFetchWhitelist: v.exactOptional(v.array(url('https://'))),
});

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

const Project = v.object({ scriptId: v.string(), rootDir: v.string() });

/** The file's JSON as `schema` says, or what is wrong with it. */
function read<T>(file: string, schema: v.GenericSchema<unknown, T>): T | string {
  if (!existsSync(file)) return 'there is no such file';
  const { success, output, issues } = v.safeParse(
    v.pipe(v.string(), v.parseJson(), schema),
    readFileSync(file, 'utf8'),
  );
  if (success) return output;
  const [issue] = issues;
  return `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`;
}

function login({ clasp }: Surroundings): Finding {
  const shown = clasp('show-authorized-user', '--json');
  const ok = /"loggedIn":\s*true/.test(shown);
  const who = /"email":\s*"([^"]+)"/.exec(shown)?.[1];
  return { what: 'login', ok, says: ok ? `as ${who ?? 'a user without a name'}` : 'run: npx clasp login' };
}

function scriptId({ root, project: file = PROJECT, out = OUT }: Surroundings): Finding {
  const project = read(join(root, file), Project);
  const what = 'script id';
  if (typeof project === 'string') return { what, ok: false, says: `${file}: ${project}` };
  if (project.rootDir !== out)
    return { what, ok: false, says: `${file}: rootDir must be ${out}, not ${project.rootDir}` };
  if (project.scriptId === PLACEHOLDER || !/^[\w-]{30,}$/.test(project.scriptId))
    return {
      what,
      ok: false,
      says: `${project.scriptId === PLACEHOLDER ? '' : `${JSON.stringify(project.scriptId)} is none; `}in your spreadsheet: Extensions > Apps Script > Project settings; copy the script id into .targets.json (docs/operations.md) or .clasp.json`,
    };
  return { what, ok: true, says: project.scriptId };
}

function api({ clasp }: Surroundings, before: readonly Finding[]): Finding {
  const what = 'Apps Script API';
  if (before.some(({ ok }) => ok === false))
    return { what, ok: null, says: `not asked yet; it is switched on at ${SETTINGS}` };
  const answer = clasp('list-versions', '--json');
  if (/has not enabled the Apps Script API/i.test(answer))
    return {
      what,
      ok: false,
      says: `switch it on at ${SETTINGS}, with the account that clasp is logged in with`,
    };
  if (/not have access|not found|permission|insufficient/i.test(answer))
    return {
      what,
      ok: false,
      says: `this login does not reach the script: ${firstLine(answer)}`,
    };
  if (isList(answer)) return { what, ok: true, says: 'answers' };
  return {
    what,
    ok: false,
    says: `clasp gave no list of versions but ${firstLine(answer) || 'nothing'}; try where there is a network: npx clasp list-versions`,
  };
}

const firstLine = (text: string): string => (text.trim().split('\n')[0] ?? '').slice(0, 200);

function isList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text.slice(text.indexOf('['))));
  } catch {
    return false;
  }
}

function manifest(out: string, { with: more, without: less }: Surroundings): Finding {
  const found = read(join(out, 'appsscript.json'), Manifest);
  const what = 'manifest';
  if (typeof found === 'string') return { what, ok: false, says: `appsscript.json: ${found}` };
  const built = new Set(found.oauthScopes);
  const asked = new Set(found.oauthScopes);
  if (more !== undefined) asked.add(more);
  if (less !== undefined) asked.delete(less);
  const last = built.size === asked.size ? '' : ` (the last build asked for ${built.size})`;
  return { what, ok: true, says: `${asked.size} scopes${last}, ${found.timeZone}` };
}

async function syntax(out: string): Promise<Finding> {
  const what = 'syntax';
  for (const name of readdirSync(out).filter((each) => each.endsWith('.js'))) {
    const refused = await refusalOf(readFileSync(join(out, name), 'utf8'));
    if (refused)
      return {
        what,
        ok: false,
        says: `Google would refuse ${name}: ${refused.reason}, near: ${refused.near}`,
      };
  }
  return { what, ok: true, says: 'as Google reads it' };
}

function sizes(out: string): Finding {
  const what = 'sizes';
  const files = readdirSync(out).map((name) => ({ name, bytes: readFileSync(join(out, name)).length }));
  const limitOf = (name: string): number =>
    name.endsWith('.html') ? LARGEST['.html'] : name.endsWith('.js') ? LARGEST['.js'] : 100_000;
  const large = files.find(({ name, bytes }) => bytes > limitOf(name));
  if (large)
    return {
      what,
      ok: false,
      says: `${large.name} has ${large.bytes} bytes; beyond ${limitOf(large.name)} it loads too slowly`,
    };
  return { what, ok: true, says: files.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ') };
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** Every finding in the order in which they are mended. */
export async function examine(around: Surroundings): Promise<readonly Finding[]> {
  const out = join(around.root, around.out ?? OUT);
  const account = [login(around), scriptId(around)];
  account.push(api(around, account));
  if (!existsSync(join(out, 'Code.js')))
    return [...account, { what: 'build', ok: false, says: 'nothing is built yet; run: npm run build' }];
  return [...account, manifest(out, around), await syntax(out), sizes(out)];
}

const MARKS = new Map([
  [true, 'ok     '],
  [false, 'MISSING'],
  [null, '?      '],
]);

export const lines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ what, ok, says }) => `${MARKS.get(ok)} ${what.padEnd(16)} ${says}`);

function claspIn(root: string, project: string): Surroundings['clasp'] {
  const script = process.env.CLASP ?? join(root, 'node_modules/@google/clasp/build/src/index.js');
  return (...args) => {
    const { status, stdout, stderr, error } = spawnSync(
      process.execPath,
      [script, ...args, '--project', project],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    if (error) return error.message;
    // Where it is well, the rest is its spinner and Node's warnings.
    return status === 0 && stdout.trim() !== '' ? stdout : `${stderr}${stdout}`;
  };
}

if (process.argv[1]?.endsWith('doctor.cjs')) {
  const root = resolve('.');
  // From build/deploy.mjs alone.
  const form = {
    project: { type: 'string', default: PROJECT },
    out: { type: 'string', default: OUT },
    with: { type: 'string' },
    without: { type: 'string' },
  } as const;
  const { values } = readWords(form, process.argv.slice(2));
  examine({ root, ...values, clasp: claspIn(root, values.project) }).then((findings) => {
    for (const line of lines(findings)) console.log(line);
    process.exitCode = findings.every(({ ok }) => ok === true) ? 0 : 1;
  });
}
