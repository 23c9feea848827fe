// npm run deploy from end to end, but for Google: clasp's own program reads what it is told, a folder stands for the script.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { rest, share } from '../../effort';

const TEST_BOOK = '1testtesttesttesttesttesttesttesttesttesttesttesttestTest';
const DESK_BOOK = '1deskdeskdeskdeskdeskdeskdeskdeskdeskdeskdeskdeskdeskDesk';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/** Each of these is a program of its own: npm test starts one of eight, npm run test:all each. */
const ONE_OF = 8;

let root: string;
let remote: string;

const put = (file: string, text: string): void => writeFileSync(join(root, file), text);
const targets = (all: object): void => put('.targets.json', JSON.stringify(all));
const BOTH = { test: { scriptId: TEST_BOOK }, production: { scriptId: DESK_BOOK, secretManager: true } };

/** What npm adds to the environment. */
let fromNpm: Readonly<Record<string, string>> = {};

function deploy(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/deploy.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      CLASP: resolve('test/fakes/clasp.mjs'),
      CLASP_REMOTE: remote,
      clasp_config_auth: join(remote, 'nobody.json'),
      ...fromNpm,
    },
  });
  return { status, said: `${stdout}${stderr}` };
}

const pushed = (script: string, file = 'appsscript.json', at = 'head'): string =>
  readFileSync(join(remote, script, at, file), 'utf8');
const calls = (): readonly { readonly name: string }[] =>
  existsSync(join(remote, 'calls.jsonl'))
    ? readFileSync(join(remote, 'calls.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
const names = (): readonly string[] => calls().map(({ name }) => name);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'deploy-'));
  remote = mkdtempSync(join(tmpdir(), 'remote-'));
  for (const file of ['package.json', 'appsscript.json', '.clasp.json', 'tsconfig.json'])
    cpSync(file, join(root, file));
  for (const file of [
    'bundle.mjs',
    'commandLine.cjs',
    'deploy.mjs',
    'node.mjs',
    'swallowed.mjs',
    'targets.mjs',
    'run.mjs',
    'doctor.ts',
  ])
    cpSync(join('build', file), join(root, 'build', file));
  for (const folder of ['src', 'node_modules']) symlinkSync(resolve(folder), join(root, folder), 'dir');
});
afterAll(() => {
  for (const folder of [root, remote]) rmSync(folder, { recursive: true });
});

describe('npm run deploy', () => {
  it.each(
    share(
      [
        ['an option that nobody knows', ['--secret-manger'], /secret-manger/],
        ['a word that is no option', ['production'], /production/],
        ['a version that is none', ['--back', 'yesterday'], /"yesterday" is no version/],
        ['two things at once', ['--versions', '--back', '1'], /one at a time/],
        [
          'a choice of the build where nothing is built',
          ['--versions', '--secret-manager'],
          /builds nothing/,
        ],
        ['the Secret Manager wanted and not', ['--secret-manager', '--no-secret-manager'], /the opposite/],
        ['an option said twice', ['--target', 'test', '--target', 'production'], /--target is said twice/],
        ['a target without a file of them', ['--target', 'test'], /no \.targets\.json/],
      ] as const,
      ONE_OF,
    ),
  )('is refused before anything happens with %s', (_what, args, said) => {
    const done = deploy(...args);
    expect(done.status).toBe(2);
    expect(done.said).toMatch(said);
    expect(names()).toEqual([]);
  });

  it.each(
    share(
      [
        ['deploy', { check: 'true' }, [], 'npm run deploy -- --check'],
        ['deploy', { back: '1' }, [], 'npm run deploy -- --back=1'],
        ['deploy', { back: 'true' }, ['1'], 'npm run deploy -- --back 1'],
        ['deploy', { secret_manager: '' }, [], 'npm run deploy -- --no-secret-manager'],
        ['deploy', { secret_manager: 'true' }, [], 'npm run deploy -- --secret-manager'],
        ['doctor', { target: 'test' }, ['--check'], 'npm run doctor -- --target=test'],
      ] as const,
      ONE_OF,
    ),
  )('pushes nothing where npm kept an option of %s for itself: %j', (script, kept, args, meant) => {
    targets(BOTH);
    fromNpm = {
      npm_lifecycle_event: script,
      ...Object.fromEntries(Object.entries(kept).map(([name, value]) => [`npm_config_${name}`, value])),
    };
    const done = deploy(...args);
    fromNpm = {};
    rmSync(join(root, '.targets.json'));
    expect(done).toEqual({
      status: 2,
      said: expect.stringMatching(new RegExp(`hand them on: ${meant}\\r?\\n$`)),
    });
    expect(names()).toEqual([]);
  });

  it.each(
    share(
      [
        ['feeds', 'build/run.mjs', { npm_config_dir: 'x' }, '--dir=x'],
        ['bench', 'build/run.mjs', { npm_config_write: 'true' }, '--write'],
        ['readme', 'build/run.mjs', { npm_config_check: 'true' }, '--check'],
        ['mutation', 'build/mutation.mjs', { npm_config_sample: '100' }, '--sample=100'],
        ['build', 'build/bundle.mjs', { npm_config_secret_manager: 'true' }, '--secret-manager'],
        ['scenario', 'build/scenario.mjs', { npm_config_out: 'x' }, '--out=x'],
      ] as const,
      ONE_OF,
    ),
  )('has npm run %s do nothing either with what npm kept', (script, file, kept, meant) => {
    const entry = file === 'build/run.mjs' ? ['no-such-file.ts'] : [];
    const { status, stderr } = spawnSync(process.execPath, [file, ...entry], {
      encoding: 'utf8',
      env: { ...process.env, npm_lifecycle_event: script, ...kept },
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining(`npm run ${script} -- ${meant}\n`)]);
  });

  it('pushes nothing as long as .clasp.json has no script id of anybody’s', () => {
    const done = deploy('--check');
    expect([done.status, done.said]).toEqual([2, expect.stringContaining('MISSING script id')]);
    expect(names()).not.toContain('push');
  });

  it.each(
    share(
      [
        [
          'one script under two names',
          { a: { scriptId: DESK_BOOK }, b: { scriptId: DESK_BOOK } },
          /b and a are one script/,
        ],
        ['a slip in a key', { test: { scriptId: TEST_BOOK, secretManger: true } }, /"secretManger"/],
        ['no script id', { test: {} }, /scriptId is missing/],
      ] as const,
      ONE_OF,
    ),
  )('refuses a file of targets with %s', (_what, all, said) => {
    targets(all);
    expect(deploy('--versions')).toEqual({ status: 2, said: expect.stringMatching(said) });
  });

  const WHOLE = JSON.stringify({ test: { scriptId: TEST_BOOK } });
  it.each(
    share(
      [
        ['', 'is no JSON, it is empty'],
        [WHOLE.slice(0, 20), 'is no JSON: '],
        [WHOLE.slice(0, -1), 'is no JSON: '],
        ['null', 'names no target'],
        ['[]', 'names no target'],
        ['{"test":null}', 'test: is no record'],
        [`${WHOLE}${WHOLE}`, 'is no JSON: '],
        [
          `{"test":{"scriptId":"${TEST_BOOK}"},"test":{"scriptId":"${DESK_BOOK}"}}`,
          '"test" stands twice; keep one',
        ],
        [
          `{"test":{"scriptId":"${TEST_BOOK}","scriptId":"${DESK_BOOK}"}}`,
          'test: "scriptId" stands twice; keep one',
        ],
      ] as const,
      ONE_OF,
    ),
  )('pushes nothing by a file of targets of which is left: %s', (text, said) => {
    put('.targets.json', text);
    const done = deploy();
    rmSync(join(root, '.targets.json'));
    expect([done.status, done.said]).toEqual([
      2,
      expect.stringContaining(`.targets.json ${said}`.replace(/ (test:|"test")/, ': $1')),
    ]);
    expect(done.said).not.toContain('    at ');
    expect(names()).not.toContain('push');
  });

  it('reads a file of targets with the mark that an editor of Windows puts before it, and names a folder in its place', () => {
    put('.targets.json', '\uFEFF{"test":{}}');
    expect(deploy().said).toContain('.targets.json: test: scriptId is missing');
    rmSync(join(root, '.targets.json'));
    mkdirSync(join(root, '.targets.json'));
    expect(deploy()).toEqual({
      status: 2,
      said: expect.stringContaining('.targets.json cannot be read: EISDIR'),
    });
    rmSync(join(root, '.targets.json'), { recursive: true });
  });

  it('asks which book is meant where there are several', () => {
    targets(BOTH);
    expect(deploy()).toEqual({ status: 2, said: expect.stringContaining('--target: test or production') });
    expect(deploy('--target', 'prod')).toEqual({
      status: 2,
      said: expect.stringContaining('test, production'),
    });
  });

  it('builds, examines, pushes and keeps a version; production has its Secret Manager, test has none', () => {
    targets(BOTH);
    const done = deploy('--target', 'production');
    expect(done).toEqual({ status: 0, said: expect.stringContaining('Kept as version 1 of production') });
    expect(names().slice(-3)).toEqual(['list-versions', 'push', 'create-version']);
    expect(pushed(DESK_BOOK)).toContain(SCOPE);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const listed = deploy('--target', 'production', '--versions');
    expect(listed.said).toMatch(new RegExp(`^1 {2}${version} unknown, schema \\d+, with Secret Manager\\n$`));
    expect(existsSync(join(remote, TEST_BOOK))).toBe(false);
  });

  it('keeps the choice of the last build where the target says nothing of it', () => {
    targets(BOTH);
    expect(deploy('--target', 'test').status).toBe(0);
    expect(pushed(TEST_BOOK)).toContain(SCOPE);
  });

  // What the doctor reads of a manifest: build/doctor.ts is asked by each deployment here.
  rest(() => {
    it('looks at what a target will ask for, whatever the last build was for', () => {
      targets({ test: { ...BOTH.test, secretManager: false }, production: BOTH.production });
      const scopes = (target: string) =>
        /MANIFEST +(\d+) scopes/i.exec(deploy('--check', '--target', target).said)?.[1];
      expect(Number(scopes('production')) - Number(scopes('test'))).toBe(1);
    });
  });

  it('goes back to a version as it was pushed, and that is a version too', () => {
    targets(BOTH);
    writeFileSync(join(remote, TEST_BOOK, 'head', 'Code.js'), 'function pushedBySomebodyElse() {}');
    const done = deploy('--target', 'test', '--back', '1');
    expect(done).toEqual({
      status: 0,
      said: expect.stringContaining('Version 1 of test is back, kept as version 2'),
    });
    expect(pushed(TEST_BOOK, 'Code.js')).toBe(pushed(TEST_BOOK, 'Code.js', '1'));
    expect(pushed(TEST_BOOK, 'Code.js')).not.toContain('function pushedBySomebodyElse');
    expect(deploy('--target', 'test', '--versions').said).toMatch(/^2 {2}back to 1: /m);
    expect(pushed(DESK_BOOK)).toBe(pushed(DESK_BOOK, 'appsscript.json', '1'));
  });

  it('does not go back to what was never there', () => {
    targets(BOTH);
    const before = names().length;
    expect(deploy('--target', 'test', '--back', '99')).toEqual({
      status: 2,
      said: expect.stringContaining('no version 99'),
    });
    expect(names().slice(before)).toEqual(['list-versions']);
  });
});

describe('an answer that says nothing of what was done', () => {
  /** Ends well with `said` where it is asked to do `command`, and is the stand-in otherwise. */
  const answering = (command: string, said: string): void => {
    writeFileSync(
      join(remote, 'says.mjs'),
      `if (process.argv[2] === '${command}') console.log(${JSON.stringify(said)});\n` +
        `else await import(${JSON.stringify(pathToFileURL(resolve('test/fakes/clasp.mjs')).href)});`,
    );
    fromNpm = { CLASP: join(remote, 'says.mjs') };
  };
  afterEach(() => {
    fromNpm = {};
  });

  it.each([
    ['push', '{"error":"invalid_grant"}', []],
    ['create-version', '{"error":"a quota"}', []],
    ['create-version', '[]', []],
    ['list-versions', '{"error":"invalid_grant"}', ['--versions']],
    ['list-versions', '[{"error":"invalid_grant"}]', ['--versions']],
    ['pull', '[]', ['--back', '1']],
  ] as const)('of %s is named, and no deployment is said to be one: %s', (command, said, args) => {
    targets(BOTH);
    answering(command, said);
    const done = deploy('--target', 'test', ...args);
    expect([command, done.status]).toEqual([command, 2]);
    expect(done.said).toContain(`clasp ${command} did not say what it did (${said})`);
    expect(done.said).not.toContain('Kept as');
  });
});

describe('the stand-in for clasp', () => {
  it('is as strict as clasp itself: an option that clasp does not know does nothing', () => {
    const before = names().length;
    const { stderr } = spawnSync(
      process.execPath,
      [resolve('test/fakes/clasp.mjs'), 'push', '--forced', '--project', '.clasp.test.json'],
      { cwd: root, encoding: 'utf8', env: { ...process.env, CLASP_REMOTE: remote } },
    );
    expect(stderr).toContain("unknown option '--forced'");
    expect(names()).toHaveLength(before);
  });
});
