import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** Windows has no signals that a program could hear: what one is sent there ends it. */
const onSignals = process.platform === 'win32' ? it.skip : it;

const START = join(__dirname, '../../../build/start.mjs');

/** A checkout whose npm, bundler and runner only write down that they were called. */
describe('build/start.mjs', () => {
  let root = '';
  const log = (): readonly string[] => readFileSync(join(root, 'log'), 'utf8').trim().split('\n');
  const stub = (path: string, then = ''): void =>
    writeFileSync(
      join(root, path),
      `require('fs').appendFileSync('log', ['${path}', ...process.argv.slice(2)].join(' ') + '\\n'); ${then}`,
    );
  const installed = (): string => join(root, 'node_modules/.package-lock.json');

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
    mkdirSync(join(root, 'build'));
    mkdirSync(join(root, 'node_modules/a'), { recursive: true });
    writeFileSync(join(root, 'node_modules/a/package.json'), '{}');
    for (const name of ['start.mjs', 'node.mjs', 'swallowed.mjs', 'commandLine.cjs', 'whole.mjs'])
      copyFileSync(join(START, '..', name), join(root, 'build', name));
    writeFileSync(join(root, 'package.json'), JSON.stringify({ engines: { node: '>=18.0.0' } }));
    writeFileSync(join(root, 'package-lock.json'), '{}');
    writeFileSync(installed(), '{}');
    for (const path of ['npm.js', 'bundle.cjs', 'run.cjs']) stub(path);
    // The real ones are modules; these hand over to the stubs, which need no build.
    writeFileSync(join(root, 'build/bundle.mjs'), "console.log('noise'); await import('../bundle.cjs');");
    writeFileSync(join(root, 'build/run.mjs'), "await import('../run.cjs');");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  let more: Readonly<Record<string, string>> = {};
  let said = '';
  const start = (
    args: readonly string[] = [],
    ready: NodeJS.Signals | (() => Promise<NodeJS.Signals>) | null = null,
  ) =>
    new Promise<{ code: number | null; out: string }>((resolve) => {
      const env = { ...process.env, npm_execpath: join(root, 'npm.js'), INIT_CWD: '/somewhere', ...more };
      const child = spawn(process.execPath, [join(root, 'build/start.mjs'), ...args], { env });
      let out = '';
      let isTold = false;
      said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      child.stdout.on('data', (chunk) => {
        out += chunk;
        if (ready === null || isTold || !out.includes('ready')) return;
        isTold = true;
        if (typeof ready === 'string') child.kill(ready);
        else ready().then((signal) => child.kill(signal));
      });
      child.on('close', (code) => resolve({ code, out }));
    });

  it('bundles quietly, then runs the command line with the same arguments from the checkout', async () => {
    stub('run.cjs', 'console.log(process.cwd(), process.env.INIT_CWD)');
    expect(await start(['--date', '2024-11-08', '--dir', 'a b'])).toEqual({
      code: 0,
      out: `${root} /somewhere\n`,
    });
    expect(log()).toEqual([
      'bundle.cjs --if-changed',
      'run.cjs src/local/cli/main.ts --date 2024-11-08 --dir a b',
    ]);
  });

  it('spares the desk the heaps that threads keep, unless somebody has said how many', async () => {
    stub('run.cjs', 'console.log(process.env.MALLOC_ARENA_MAX)');
    more = { MALLOC_ARENA_MAX: '8' };
    expect((await start()).out).toBe('8\n');
    delete process.env.MALLOC_ARENA_MAX;
    more = {};
    expect((await start()).out).toBe('2\n');
  });

  const locked = (version: string, more: object = {}): string =>
    JSON.stringify({ packages: { '': { version: '1' }, 'node_modules/a': { version }, ...more } });

  it('installs first where packages are missing or others than the lock file says, whatever the files’ times', async () => {
    rmSync(installed());
    await start();
    expect(log()[0]).toBe('npm.js ci --include=dev --loglevel=error');
    rmSync(join(root, 'log'));
    writeFileSync(join(root, 'package-lock.json'), locked('1.0.1'));
    writeFileSync(installed(), locked('1.0.0'));
    await start();
    expect(log().map((line) => line.split(' ')[0])).toEqual(['npm.js', 'bundle.cjs', 'run.cjs']);
  });

  it.each([
    [
      '2026-02-30',
      '--date "2026-02-30" is not a date; write it like --date 2026-11-13. Nothing was installed.',
    ],
    ['', '--date "" is not a date'],
  ])('refuses the day %j before anything is installed', async (day, refusal) => {
    rmSync(installed());
    expect((await start([`--date=${day}`])).code).toBe(2);
    expect(said).toContain(refusal);
    expect(existsSync(join(root, 'log'))).toBe(false);
  });

  it('installs nothing where a lock file is merely newer, or names what another platform needs', async () => {
    const foreign = { 'node_modules/b': { version: '2', optional: true } };
    writeFileSync(join(root, 'package-lock.json'), locked('1.0.1', foreign));
    writeFileSync(installed(), locked('1.0.1'));
    utimesSync(installed(), 1, 1);
    await start();
    expect(log().map((line) => line.split(' ')[0])).toEqual(['bundle.cjs', 'run.cjs']);
  });

  it('installs again where a package is gone, whatever npm wrote down, and says so where a file of one is', async () => {
    for (const file of ['package-lock.json', 'node_modules/.package-lock.json'])
      writeFileSync(join(root, file), locked('1.0.0'));
    stub('run.cjs', "require('a')");
    writeFileSync(join(root, 'node_modules/a/index.js'), "require('./gone.js')");
    const { code } = await start();
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(
        /^Cannot find module '.*gone.js'\nA file of node_modules is gone: delete that folder and/,
      ),
    ]);
    expect(said).not.toContain('    at ');
    expect(log().map((line) => line.split(' ')[0])).toEqual(['bundle.cjs', 'run.cjs']);
    rmSync(join(root, 'node_modules/a'), { recursive: true });
    rmSync(join(root, 'log'));
    stub('npm.js', "require('fs').mkdirSync('node_modules/a', { recursive: true })");
    stub('run.cjs');
    expect((await start()).code).toBe(0);
    expect(log()[0]).toBe('npm.js ci --include=dev --loglevel=error');
  });

  it.each([
    [
      "Object.assign(new Error('EACCES: permission denied, mkdir build/local'), { code: 'EACCES' })",
      'build/local',
    ],
    [
      "new Error('Build failed with 1 error:\\nerror: Failed to write to output file: open x.cjs: full')",
      'open x.cjs',
    ],
  ])(
    'says what cannot be written where the checkout is somebody else’s, or its disk is full: %s',
    async (error, what) => {
      stub('bundle.cjs', `throw ${error}`);
      const { code } = await start();
      expect([code, said]).toEqual([
        1,
        expect.stringMatching(`^What is built here cannot be written: .*${what}`),
      ]);
      expect(said).not.toContain('    at ');
    },
  );

  it('has a fault of our own in its stack trace', async () => {
    stub('run.cjs', "require('./ours.js')");
    expect([(await start()).code, said]).toEqual([1, expect.stringContaining('    at ')]);
  });

  it('never installs through a link: the packages behind it are those of another checkout', async () => {
    writeFileSync(join(root, 'package-lock.json'), locked('1.0.1'));
    renameSync(join(root, 'node_modules'), join(root, 'shared'));
    symlinkSync(join(root, 'shared'), join(root, 'node_modules'));
    await start();
    expect(log().map((line) => line.split(' ')[0])).toEqual(['bundle.cjs', 'run.cjs']);
  });

  it('goes no further than what fails, and passes its exit code on', async () => {
    stub('run.cjs', 'process.exitCode = 3');
    expect((await start()).code).toBe(3);
    stub('bundle.cjs', 'process.exitCode = 4');
    rmSync(join(root, 'log'));
    expect((await start()).code).toBe(4);
    expect(log()).toEqual(['bundle.cjs --if-changed']);
    rmSync(installed());
    stub('npm.js', 'process.exitCode = 5');
    rmSync(join(root, 'log'));
    expect((await start()).code).toBe(5);
    expect(log()).toEqual(['npm.js ci --include=dev --loglevel=error']);
    expect(said).toContain('The packages could not be installed');
  });

  it('starts with the packages from before where others cannot be installed, whatever npm left behind', async () => {
    writeFileSync(join(root, 'package-lock.json'), locked('1.0.1'));
    writeFileSync(installed(), locked('1.0.0'));
    writeFileSync(join(root, 'node_modules/a.js'), 'old');
    stub('npm.js', "require('fs').mkdirSync('node_modules/half', { recursive: true }); process.exitCode = 1");
    expect((await start()).code).toBe(0);
    expect(readdirSync(join(root, 'node_modules')).sort()).toEqual(['.package-lock.json', 'a', 'a.js']);
    expect(said).toContain('those from before stay');
    expect(log().map((line) => line.split(' ')[0])).toEqual(['npm.js', 'bundle.cjs', 'run.cjs']);
  });

  it('has them back after an installation that was killed, also one that nobody could tidy up after', async () => {
    writeFileSync(join(root, 'package-lock.json'), locked('1.0.1'));
    writeFileSync(installed(), locked('1.0.0'));
    stub('npm.js', 'process.exitCode = 130');
    expect((await start()).code).toBe(130);
    expect(said).toContain('those from before are back');
    renameSync(join(root, 'node_modules'), join(root, '.node_modules.before'));
    stub('npm.js', 'process.exitCode = 1');
    expect((await start()).code).toBe(0);
    expect(readFileSync(installed(), 'utf8')).toBe(locked('1.0.0'));
    stub('npm.js', "require('fs').mkdirSync('node_modules', { recursive: true })");
    expect((await start()).code).toBe(0);
    expect(existsSync(join(root, '.node_modules.before'))).toBe(false);
  });

  it('says that there is no room for packages before it touches any, and starts with those from before', async () => {
    writeFileSync(
      join(root, 'full.cjs'),
      "require('fs').statfsSync = () => ({ bavail: 250, bsize: 1e6 }); require('module').syncBuiltinESMExports();",
    );
    more = { NODE_OPTIONS: `--require ${join(root, 'full.cjs')}` };
    writeFileSync(join(root, 'package-lock.json'), locked('1.0.1'));
    writeFileSync(installed(), locked('1.0.0'));
    expect((await start()).code).toBe(0);
    expect(said).toContain('take a gigabyte; 250 MB are free here. Nothing was touched');
    expect(log().map((line) => line.split(' ')[0])).toEqual(['bundle.cjs', 'run.cjs']);
    rmSync(join(root, 'log'));
    rmSync(installed());
    expect((await start()).code).toBe(1);
    expect(existsSync(join(root, 'log'))).toBe(false);
    more = {};
  });

  onSignals(
    'lets one start install at a time, also where only the npm of one that was killed is left',
    async () => {
      writeFileSync(join(root, 'package-lock.json'), locked('1.0.1'));
      writeFileSync(installed(), locked('1.0.0'));
      writeFileSync(join(root, 'node_modules/a.js'), 'old');
      stub(
        'npm.js',
        "console.log('ready'); process.on('SIGTERM', () => process.exit(1)); setInterval(() => {}, 1000)",
      );
      let second = { code: null as number | null, said: '', kept: '' };
      const first = start([], async () => {
        const code = (await start()).code;
        second = { code, said, kept: readFileSync(join(root, '.node_modules.before/a.js'), 'utf8') };
        return 'SIGTERM';
      });
      // Whoever was told to end starts no desk, whatever npm makes of it.
      expect((await first).code).toBe(143);
      expect(second).toEqual({
        code: 2,
        said: expect.stringMatching(/is installing packages here \(process \d+\): wait until it is done/),
        kept: 'old',
      });
      expect(log().map((line) => line.split(' ')[0])).toEqual(['npm.js']);
      expect(readFileSync(join(root, 'node_modules/a.js'), 'utf8')).toBe('old');

      // Nobody has this number: the lock of one that was killed whole holds nobody up; with a living npm beside it, it does.
      const lock = join(root, '.node_modules.lock');
      const nobody = spawnSync(process.execPath, ['-e', '']).pid;
      stub('npm.js');
      writeFileSync(lock, `${nobody} ${process.pid}`);
      expect((await start()).code).toBe(2);
      writeFileSync(lock, `${nobody} `);
      expect([(await start()).code, existsSync(lock)]).toEqual([0, false]);
    },
  );

  it.each([
    ['>=99.0.0', 'will not do; it has to be >=99.0.0. Nothing was installed'],
    ['^1.2.3 || ^2.0.0', 'it has to be'],
  ])('says before anything is installed that Node is none of %s', async (node, sentence) => {
    writeFileSync(join(root, 'package.json'), JSON.stringify({ engines: { node } }));
    rmSync(installed());
    expect((await start()).code).toBe(1);
    expect(said).toContain(sentence);
    expect(existsSync(join(root, 'log'))).toBe(false);
  });

  it('has the checks refuse a Node that is not named as well, before one of them runs, and npm refuse to install with it', async () => {
    copyFileSync(join(START, '..', 'test.mjs'), join(root, 'build/test.mjs'));
    writeFileSync(join(root, 'package.json'), JSON.stringify({ engines: { node: '>=99.0.0' } }));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build/test.mjs')], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(`Node ${process.versions.node} will not do; it has to be >=99.0.0.\n`);
    expect(readFileSync(join(START, '..', '..', '.npmrc'), 'utf8')).toMatch(/^engine-strict=true$/m);
  });

  it('notices options that npm kept for itself, and says how to write them', async () => {
    more = {
      npm_lifecycle_event: 'start',
      npm_config_fresh: 'true',
      npm_config_until: 'final',
      npm_config_serve: '',
    };
    expect((await start()).code).toBe(2);
    expect(said).toContain('npm start -- --until=final --fresh --no-serve');
    expect(existsSync(join(root, 'log'))).toBe(false);
    more = { npm_lifecycle_event: 'start', npm_config_dry_run: 'false' };
    expect((await start()).code).toBe(0);
    more = {};
  });

  onSignals('ends the desk where npm ends, which ends its shell and nobody else', async () => {
    stub(
      'run.cjs',
      "process.on('SIGTERM', () => { require('fs').appendFileSync('log', 'closed\\n'); process.exit(0); }); setInterval(() => {}, 1000); console.log('ready')",
    );
    const env = { ...process.env, npm_lifecycle_event: 'start' };
    // Two commands keep the shell from handing itself over to the first.
    const shell = spawn('sh', ['-c', `"${process.execPath}" build/start.mjs; true`], { cwd: root, env });
    shell.stdout.on('data', (chunk) => {
      if (`${chunk}`.includes('ready')) shell.kill('SIGTERM');
    });
    // The pipe is closed by the last who holds it.
    await new Promise((resolve) => shell.on('close', resolve));
    expect(log().at(-1)).toBe('closed');
  });

  onSignals('hands a signal to the desk and ends as the desk ends', async () => {
    stub(
      'run.cjs',
      "process.on('SIGTERM', () => process.exit(42)); setInterval(() => {}, 1000); console.log('ready')",
    );
    expect((await start([], 'SIGTERM')).code).toBe(42);
  });
});
