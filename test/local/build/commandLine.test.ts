// The command lines of all npm scripts: read in one way, strictly, and noticed where npm has kept a part for itself.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';

const BUILD = pathToFileURL(resolve('build')).href;
const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);

/** Jest itself reads no module of build/: a Node of its own does. @returns what the expression comes to */
function asked(expression: string): unknown {
  const program = `import { FORMS, readWords, wholeNumber } from '${BUILD}/commandLine.cjs';
    import { keptByNpm } from '${BUILD}/swallowed.mjs';
    const saidOf = (act) => { try { return act(); } catch (error) { return error.message; } };
    console.log(JSON.stringify(${expression}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Script, name and type of each option. */
const OPTIONS = v.parse(
  v.array(v.tuple([v.string(), v.string(), v.picklist(['string', 'boolean'])])),
  asked(`Object.entries(FORMS).flatMap(([script, form]) =>
    Object.entries(form).map(([name, { type }]) => [script, name, type]))`),
);

const SOURCES = ['build', 'src/local', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|[cm]js)$/.test(name) && !/^build\/(local|out|back|zetasql)\//.test(name)),
);

describe('the command lines of the npm scripts', () => {
  it('are read by build/commandLine.cjs and nobody beside it', () => {
    const reading = SOURCES.filter((file) =>
      /parseArgs\(|argv\.(includes|indexOf)\(/.test(readFileSync(file, 'utf8')),
    );
    expect(reading).toEqual(['build/commandLine.cjs']);
  });

  it('are each those of a script that there is, and read by its program', () => {
    const names = new Set(OPTIONS.map(([script]) => script));
    const all = SOURCES.map((file) => readFileSync(file, 'utf8')).join('\n');
    // npm run doctor is npm run deploy with a word before it; npm test looks for its one word itself.
    const read = [...names].filter(
      (name) => all.includes(`FORMS.${name}`) || all.includes(`FORMS['${name}']`),
    );
    expect(read.sort()).toEqual([...names].filter((name) => name !== 'doctor' && name !== 'test').sort());
    expect([...names].filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('refuse each option that is said twice, that has no value, or that there is not', () => {
    const said =
      asked(`Object.entries(FORMS).flatMap(([script, form]) => Object.entries(form).map(([name, { type }]) => {
      const one = type === 'boolean' ? ['--' + name] : ['--' + name, 'x'];
      const bad = type === 'boolean' ? ['--' + name + '=x'] : ['--' + name];
      return [name, saidOf(() => readWords(form, [...one, ...one])), saidOf(() => readWords(form, bad)),
        saidOf(() => readWords(form, ['--' + name + 'x', ...one]))];
    }))`);
    const text = v.string();
    for (const [name, twice, bad, unknown] of v.parse(v.array(v.tuple([text, text, text, text])), said)) {
      expect(twice).toBe(`--${name} is said twice; say it once.`);
      expect(bad).toMatch(
        new RegExp(`^(--${name} needs a value|Option '--${name}' does not take an argument); its options: `),
      );
      expect(unknown).toContain(`Unknown option '--${name}x'; its options: --`);
    }
  });

  it('refuse a choice and its opposite, a word too many and a number that is none', () => {
    expect(
      asked(`[
        () => readWords(FORMS.deploy, ['--secret-manager', '--no-secret-manager']),
        () => readWords(FORMS.feeds, ['8080']),
        () => wholeNumber('--seeds', 'x', { least: 1 }),
        () => wholeNumber('--seeds', '0', { least: 1 }),
        () => readWords(FORMS.deploy, ['--back', '--check']),
        () => wholeNumber('--port', '70000', { most: 65535, like: 8787 }),
        () => wholeNumber('--port', '', {}),
        () => wholeNumber('--port', '80', { most: 65535 }),
      ].map(saidOf)`),
    ).toEqual([
      '--secret-manager and --no-secret-manager say the opposite of each other; leave one out.',
      "Unexpected argument '8080'; its options: --port, --token, --date, --dir.",
      '--seeds "x" is not a whole number of at least 1; write it like --seeds 7',
      '--seeds "0" is not a whole number of at least 1; write it like --seeds 7',
      '--back needs a value, and one that begins with a dash stands behind =; its options: --target, --secret-manager, --no-secret-manager, --versions, --back, --check, --help.',
      '--port "70000" is not a whole number from 0 to 65535; write it like --port 8787',
      '--port "" is not a whole number of at least 0; write it like --port 7',
      80,
    ]);
  });

  it('are told to stand in quotes behind the two dashes where PowerShell takes these away', () => {
    const kept = { npm_lifecycle_event: 'feeds', npm_config_port: '1' };
    expect(
      asked(`['win32', 'linux'].map((platform) => keptByNpm(${JSON.stringify(kept)}, [], platform))`),
    ).toEqual([
      expect.stringContaining(
        "Two dashes before them (in PowerShell in quotes, '--') hand them on: npm run feeds -- --port=1",
      ),
      expect.stringContaining('Two dashes before them hand them on: npm run feeds -- --port=1'),
    ]);
  });

  it('are written anew only where it is plain which word was whose: npm tears options and their values apart', () => {
    const seed = { npm_config_seed: 'true' };
    const date = { npm_config_date: 'true' };
    const quiet = { npm_config_serve: '' };
    const command = (words: string) => expect.stringContaining(` hand them on: npm ${words}`);
    const names = (words: string) =>
      expect.stringMatching(new RegExp(`then each with its value; npm kept ${words}\\.$`));
    const cases: readonly (readonly [string, object, readonly string[], unknown])[] = [
      ['start', { ...seed, ...quiet }, ['9'], command('start -- --seed 9 --no-serve')],
      [
        'start',
        { ...date, npm_config_dry_run: 'true' },
        ['2026-11-16'],
        command('start -- --date 2026-11-16'),
      ],
      ['start', { ...date, ...seed }, ['2026-11-16', '9'], names('--date, --seed')],
      ['start', seed, [], names('--seed')],
      // The option itself was lost, as with --d=2026-11-16.
      ['start', quiet, ['2026-11-16'], names('--no-serve')],
      ['start', quiet, ['--seed', '9'], command('start -- --no-serve --seed 9')],
      ['start', { npm_config_dir: 'my desk' }, [], command('start -- "--dir=my desk"')],
      ['start', { npm_config_dir: '$HOME' }, [], names('--dir')],
      ['feeds', { npm_config_token_description: 't' }, [], names('--token')],
      [
        'feeds',
        { npm_config_port: 'true', npm_config_token_description: 't' },
        ['80'],
        names('--port, --token'),
      ],
      ['scenario', { npm_config_out: 'true' }, ['a.json', 'b.json'], names('--out')],
      ['test', { npm_config_all: 'true' }, ['test/solver'], command('test -- --all test/solver')],
    ];
    const said = asked(`${JSON.stringify(cases)}.map(([script, kept, args]) =>
      keptByNpm({ ...kept, npm_lifecycle_event: script }, args, 'linux'))`);
    expect(said).toEqual(cases.map(([, , , sentence]) => sentence));
  });

  it('are read before packages are there, whose lack is said in one sentence and no stack trace', () => {
    const root = mkdtempSync(join(tmpdir(), 'bare-'));
    cpSync('build', join(root, 'build'), {
      recursive: true,
      filter: (from) => !/build[\\/](local|out|back|zetasql)([\\/]|$)/.test(from),
    });
    cpSync('package.json', join(root, 'package.json'));
    const run = (script: string, env: object, ...more: readonly string[]) => {
      const [, ...words] = (scripts[script] ?? '').split(' ');
      const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...more], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, ...env, npm_lifecycle_event: script },
      });
      return [status, `${stdout}${stderr}`];
    };
    const lack = 'Packages are not installed here, and nothing was done; install them: npm ci\n';
    const all = Object.keys(scripts).filter((script) =>
      /^node build\/(?!start|scenario)/.test(scripts[script] ?? ''),
    );
    expect(all).toEqual(
      expect.arrayContaining(['build', 'feeds', 'doctor', 'deploy', 'test', 'mutation', 'lint', 'test:full']),
    );
    expect(all.map((script) => [script, ...run(script, {})])).toEqual(all.map((script) => [script, 1, lack]));
    // Somebody was in the folder: npm's list of it names what is not there.
    const folder = join(root, 'node_modules');
    mkdirSync(folder);
    const packages = { 'node_modules/esbuild': { version: '1.0.0' } };
    writeFileSync(join(folder, '.package-lock.json'), JSON.stringify({ packages }));
    const gone =
      'node_modules/esbuild is missing here, and nothing was done; install all packages anew: npm ci\n';
    expect(all.map((script) => [script, ...run(script, {})])).toEqual(all.map((script) => [script, 1, gone]));
    for (const [script, kept] of [
      ['deploy', { npm_config_versions: 'x', npm_config_back: '1' }],
      ['build', { npm_config_secret_manager: 'true' }],
      ['feeds', { npm_config_port: '1' }],
    ] as const)
      expect(run(script, kept)).toEqual([2, expect.stringMatching(/^npm kept options for itself[^\n]*\n$/)]);
    expect(run('deploy', {}, '--help')).toEqual([
      0,
      expect.stringMatching(/^npm run deploy -- \[options\]\n/),
    ]);
    rmSync(root, { recursive: true });
  });

  it('are noticed by each script where npm keeps them, as the npm here does', () => {
    const folder = mkdtempSync(join(tmpdir(), 'npm-'));
    const print = 'node -p "JSON.stringify(process.env)"';
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start: print, feeds: print } }));
    /** npm hands its environment on; a later npm than 11 refuses what it does not know, and then nothing is run. */
    const kept = (script: string, words: readonly string[]): unknown => {
      const { stdout, status } = spawnSync('npm', ['run', script, ...words], {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
        env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
      });
      return status === 0 ? JSON.parse(stdout.slice(stdout.indexOf('{'))) : null;
    };
    const NPM_ANSWERS = ['help', 'versions', 'script'];
    const options = OPTIONS.filter(([, name]) => !NPM_ANSWERS.includes(name));
    // Some are npm's own beginnings or letters, so those of npm start stand apart from all others.
    for (const isStart of [true, false]) {
      const own = options.filter(([script]) => (script === 'start') === isStart);
      const words = own.map(([, name, type]) => (type === 'boolean' ? `--${name}` : `--${name}=x`));
      const env = kept(
        isStart ? 'start' : 'feeds',
        [...new Set(words)].filter((word) => word !== '--no-secret-manager'),
      );
      if (env === null) continue;
      const said =
        asked(`Object.fromEntries(${JSON.stringify([...new Set(own.map(([script]) => script))])}.map((script) =>
        [script, keptByNpm({ ...${JSON.stringify(env)}, npm_lifecycle_event: script }, [])]))`);
      const sentences = v.parse(v.record(v.string(), v.nullable(v.string())), said);
      const missed = own.filter(
        ([script, name]) =>
          name !== 'no-secret-manager' &&
          !new RegExp(` --${name}(=x)?([ ,.]|$)`).test(sentences[script] ?? ''),
      );
      expect(missed).toEqual([]);
    }
    rmSync(folder, { recursive: true });
  });
});
