// What a terminal does to npm start: Ctrl+C once and twice, a hang-up of npm alone, a window that is closed. npm, its shell and
// build/start.mjs are the real ones; what they would run only says what it heard.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** As the system lists it. */
function parentOf(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  return Number(rest.split(' ')[1]);
}

const BUILD = join(__dirname, '../../../build');

/** Gives a command a terminal of its own, and ends as it ends. */
const TERMINAL = '/usr/bin/script';
const hasTerminals =
  process.platform === 'linux' && spawnSync(TERMINAL, ['-qec', 'true', '/dev/null']).status === 0;

/** Saves for a while when it hears that it is to end, as the desk does, and goes on whatever else it hears meanwhile. */
const DESK = `const { appendFileSync } = require('node:fs');
  let ends = false;
  const end = (signal) => {
    if (ends) return;
    ends = true;
    appendFileSync('heard', signal + ' ');
    setTimeout(() => { appendFileSync('heard', 'saved'); process.exit(0); }, 300);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  process.stdout.on('error', () => undefined);
  setInterval(() => undefined, 1000);
  console.log('ready');`;

(hasTerminals ? describe : describe.skip)('npm start in a terminal', () => {
  let root = '';
  let said = '';
  const put = (name: string, text: string): void => writeFileSync(join(root, name), text);
  const heard = (): string =>
    existsSync(join(root, 'heard')) ? readFileSync(join(root, 'heard'), 'utf8') : '';

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'terminal-')));
    for (const name of ['build', 'node_modules']) mkdirSync(join(root, name));
    for (const name of ['start.mjs', 'node.mjs', 'swallowed.mjs', 'commandLine.cjs', 'whole.mjs'])
      copyFileSync(join(BUILD, name), join(root, 'build', name));
    const start = 'node build/start.mjs';
    put('package.json', JSON.stringify({ engines: { node: '>=18.0.0' }, scripts: { start } }));
    put('package-lock.json', '{}');
    put('node_modules/.package-lock.json', '{}');
    put('build/bundle.mjs', '');
    put('build/run.mjs', "await import('../run.cjs');");
    put('run.cjs', DESK);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** @param act once it says that it is ready @returns the code that a shell would see */
  const inTerminal = (command: string, act: (terminal: ChildProcess) => void): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const env = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
      const terminal = spawn(TERMINAL, ['-qec', command, '/dev/null'], {
        cwd: root,
        env: Object.fromEntries(env),
      });
      let isTold = false;
      said = '';
      terminal.stdout.on('data', (chunk) => {
        said += chunk;
        if (isTold || !said.includes('ready')) return;
        isTold = true;
        try {
          act(terminal);
        } catch (error) {
          terminal.kill();
          reject(error);
        }
      });
      terminal.on('close', resolve);
    });

  /** What still saves has a moment for it: it is nobody's child any more. */
  const saved = async (): Promise<string> => {
    for (let turn = 0; turn < 200 && !heard().includes('saved'); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return heard();
  };
  const press = (terminal: ChildProcess): void => void terminal.stdin?.write('\x03');

  it.each([
    ['once', 1],
    ['twice', 2],
  ])(
    'saves on Ctrl+C, pressed %s; the shell sees 130, since npm dies of the same signal',
    async (_often, times) => {
      const code = await inTerminal('npm start', (terminal) => {
        press(terminal);
        if (times === 2) setTimeout(() => press(terminal), 100);
      });
      expect([code, await saved()]).toEqual([130, 'SIGINT saved']);
    },
  );

  it.each([
    ['SIGHUP', 129],
    ['SIGTERM', 143],
  ] as const)('saves on a %s to npm alone', async (signal, expected) => {
    // It says whose child it is: build/start.mjs's, above which are a shell and npm.
    put('run.cjs', DESK.replace("'ready'", "'child of ' + process.ppid + ', ready'"));
    const code = await inTerminal('npm start', () => {
      const starter = Number(/child of (\d+)/.exec(said)?.[1]);
      const npm = parentOf(parentOf(starter));
      if (!(npm > 1)) throw new Error(`npm was not found above ${starter}`);
      process.kill(npm, signal);
    });
    expect([code, (await saved()).replace(/^SIG[A-Z]+/, 'a signal')]).toEqual([expected, 'a signal saved']);
  });

  it('saves when its window is closed', async () => {
    await inTerminal('npm start', (terminal) => void terminal.kill('SIGKILL'));
    expect((await saved()).replace(/^SIG[A-Z]+/, 'a signal')).toBe('a signal saved');
  });

  // npm itself ends its installation with 1 then, as if it had failed.
  it('has the packages from before back on Ctrl+C while others are installed, starts no desk, and lets the next start install', async () => {
    put('package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '2' } } }));
    put(
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/a': { version: '1' } } }),
    );
    put('node_modules/a.js', 'old');
    put(
      'npm.js',
      "require('fs').mkdirSync('node_modules'); process.on('SIGINT', () => process.exit(1)); setInterval(() => undefined, 1000); console.log('ready')",
    );
    const code = await inTerminal(`npm_execpath=${join(root, 'npm.js')} node build/start.mjs`, press);
    expect([code, said]).toEqual([130, expect.stringContaining('those from before are back')]);
    expect(readFileSync(join(root, 'node_modules/a.js'), 'utf8')).toBe('old');
    expect([existsSync(join(root, '.node_modules.lock')), heard()]).toEqual([false, '']);
  });
});
