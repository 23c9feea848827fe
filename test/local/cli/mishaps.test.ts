import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holderIn } from '../../../src/local/cli/ownWarehouse';
import { plain } from '../../../src/local/cli/paint';
import { run } from '../../../src/local/cli/run';
import { type OpenWorld, openWorld } from '../../../src/local/cli/world';
import { fromSaoPaulo } from '../../../src/local/host';
import { COMPLETE, type Fake, fakeWorld, report, WHOLE_DAY } from './fakeWorld';

const ROOT = join(__dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');

interface Mishap {
  /** As docs/operations.md names it. */
  readonly name: string;
  readonly line: string;
  readonly code: number;
  readonly says: string;
  /** What was there before; `start` plays an earlier start of the same desk. */
  readonly before?: (cwd: string, start: (line: string) => Promise<unknown>) => unknown;
  readonly world?: Parameters<typeof fakeWorld>[0];
  readonly open?: OpenWorld;
}

const put = (cwd: string, name: string, text: string): void => writeFileSync(join(cwd, name), text);
const files = (cwd: string): void => {
  put(cwd, 'f.json', '{}');
  put(cwd, 't.csv', 'Fund,CNPJ\n');
};
const mark = (cwd: string, text: string): void => put(join(cwd, 'desk'), 'desk.json', text);
/** What the journal notes of a book; a desk that a test plays writes none. */
const desksJournal = (cwd: string): void =>
  put(cwd, 'desk/journal.log', 'desk journal 1 from 0\n9 0 [0,"books",{"book":"desk-book"}]\n');
const failing =
  (message: string, more: object = {}): OpenWorld =>
  () =>
    Promise.reject(Object.assign(new Error(message), more));
const lines = (text: string) => [{ tab: null, cell: null, text }];
const OWN = '--funds f.json --trades t.csv';

const MISHAPS: readonly Mishap[] = [
  { name: 'an option that there is not', line: '--unti final', code: 2, says: "Unknown option '--unti'" },
  { name: 'a word too many', line: 'final', code: 2, says: 'npm start -- --help lists the options' },
  { name: 'a stage that there is not', line: '--until noon', code: 2, says: 'write one of initial, primary' },
  {
    name: 'a date that there is not',
    line: '--date 2026-02-31',
    code: 2,
    says: 'is not a date; write it like',
  },
  {
    name: 'a day on which B3 is closed',
    line: '--date 2026-11-15',
    code: 2,
    says: 'B3 is closed on 2026-11-15 (Republic); it opens next on 2026-11-16 at 10:05.',
    world: {
      script: {},
      closed: 'B3 is closed on 2026-11-15 (Republic); it opens next on 2026-11-16 at 10:05',
    },
  },
  { name: 'a seed that is no number', line: '--seed x', code: 2, says: 'is not a whole number' },
  { name: 'a user who is no address', line: '--as ana', code: 2, says: 'is not an e-mail address' },
  {
    name: 'an empty desk with files',
    line: `--empty ${OWN}`,
    code: 2,
    says: 'leave --funds out, or --empty',
  },
  {
    name: 'another script with a date',
    line: '--script x --seed 1',
    code: 2,
    says: 'leave --seed out, or --script',
  },
  { name: 'a file that there is not', line: OWN, code: 2, says: 'cannot be read: there is no such file' },
  {
    name: 'a folder for a file',
    line: OWN,
    code: 2,
    says: 'cannot be read: it is a folder',
    before: (cwd) => mkdirSync(join(cwd, 'f.json')),
  },
  {
    name: 'a link to itself for a file',
    line: OWN,
    code: 2,
    says: 'f.json cannot be read: its links lead back to themselves.',
    before: (cwd) => symlinkSync(join(cwd, 'f.json'), join(cwd, 'f.json')),
  },
  {
    name: 'a link to itself for the folder',
    line: '',
    code: 1,
    says: 'its links lead back to themselves: name another folder with --dir',
    before: (cwd) => symlinkSync(join(cwd, 'desk'), join(cwd, 'desk')),
  },
  {
    name: 'one of the two files for a new desk',
    line: '--trades t.csv',
    code: 2,
    says: 'needs --funds and --trades together',
    before: files,
  },
  {
    name: 'files for a day that has begun',
    line: OWN,
    code: 2,
    says: 'your files would change none of them',
    before: async (cwd, start) => {
      files(cwd);
      await start('--until initial');
    },
  },
  {
    name: 'files for a desk that began empty',
    line: OWN,
    code: 2,
    says: 'import the files from its menu',
    before: async (cwd, start) => {
      files(cwd);
      await start('--empty');
    },
  },
  {
    name: 'files that the desk refuses',
    line: OWN,
    code: 1,
    says: 'daily-trades!E7: write 1234.56',
    before: files,
    world: { importErrors: ['daily-trades!E7: write 1234.56'] },
  },
  {
    name: 'a first start with files that was cut off',
    line: '',
    code: 2,
    says: 'name them again with --funds and --trades',
    before: async (cwd, start) => {
      await start('--until initial');
      mark(cwd, JSON.stringify({ seed: 7, begun: 'played', state: 'new with files' }));
    },
  },
  {
    name: 'a folder of something else',
    line: '--fresh',
    code: 2,
    says: 'holds something else than a desk',
    before: (cwd) => {
      mkdirSync(join(cwd, 'desk'));
      put(cwd, 'desk/thesis.txt', 'years of work');
    },
  },
  {
    name: 'a file where the folder should be',
    line: '',
    code: 1,
    says: 'name another folder with --dir',
    before: (cwd) => put(cwd, 'desk', ''),
  },
  {
    name: 'another market for the same desk',
    line: '--seed 8',
    code: 2,
    says: 'add --fresh, or --dir for another desk',
    before: (_cwd, start) => start('--until initial'),
  },
  {
    name: 'a day before the desk’s',
    line: '--date 2026-11-13',
    code: 2,
    says: 'has reached 2026-11-16, after 2026-11-13',
    open: openWorld,
    before: async (cwd, start) => {
      await start('--fresh');
      const saoPaulo = '2026-11-16T09:00:00';
      put(cwd, 'desk/clock.json', JSON.stringify({ now: fromSaoPaulo(saoPaulo), saoPaulo }));
    },
  },
  {
    name: 'the desk’s mark is damaged',
    line: '',
    code: 4,
    says: 'desk.json.damaged-1 now',
    before: async (cwd, start) => {
      await start('--until initial');
      mark(cwd, '{"seed":');
    },
  },
  {
    name: 'a folder in place of a file of the desk',
    line: '',
    code: 4,
    says: 'desk.json.damaged-1 now',
    before: async (cwd, start) => {
      await start('--until initial');
      rmSync(join(cwd, 'desk/desk.json'));
      mkdirSync(join(cwd, 'desk/desk.json'));
    },
  },
  {
    name: 'a file of the desk that nobody may read',
    line: '',
    code: 1,
    says: '/desk/clock.json cannot be used: its permissions forbid it: make it yours to read and write',
    open: failing('EACCES: permission denied, open', { code: 'EACCES', path: '/desk/clock.json' }),
  },
  {
    name: 'the desk’s mark is gone',
    line: '',
    code: 4,
    says: 'desk.json is gone',
    before: async (cwd, start) => {
      await start('--until initial');
      desksJournal(cwd);
      rmSync(join(cwd, 'desk/desk.json'));
    },
  },
  {
    name: 'another file of the desk is damaged',
    line: '',
    code: 4,
    says: 'clock.json could not be read',
    world: { losses: [{ file: 'clock.json', aside: 'clock.json.damaged-1' }] },
  },
  {
    name: 'a file of the desk is gone',
    line: '',
    code: 4,
    says: 'journal.log is gone',
    world: { losses: [{ file: 'journal.log', aside: null }] },
  },
  {
    name: 'a mail of the outbox is gone, or cut',
    line: '',
    code: 4,
    says: 'Nothing is played and no page is opened until it lies there again',
    world: { losses: [{ file: 'outbox/0001-a.eml', aside: null, stays: true }] },
  },
  {
    name: 'the clock was turned by hand, or an earlier one put back',
    line: '',
    code: 4,
    says: 'clock.json could not be read',
    world: { losses: [{ file: 'clock.json', aside: 'clock.json.damaged-1' }] },
  },
  {
    name: 'the desk’s spreadsheet is gone',
    line: '',
    code: 4,
    says: 'put the whole folder back from a copy, or begin anew with --fresh',
    open: openWorld,
    before: async (_cwd, start) => {
      await start('--fresh');
    },
  },
  {
    name: 'mails went that the desk has forgotten',
    line: '',
    code: 4,
    says: 'Orders of the day (broker@broker.example)',
    before: (_cwd, start) => start('--until initial'),
    world: { forgotten: ['Orders of the day'] },
  },
  {
    name: 'a mail of which nobody knows whether it went',
    line: '',
    code: 3,
    says: 'settle it under Trading > Repair',
    before: (_cwd, start) => start('--until initial'),
    world: { takenUp: { problems: lines('it is not known whether it went out') } },
  },
  {
    name: 'a stage that waits for a person',
    line: '',
    code: 3,
    says: 'Something waits for a person',
    world: { script: { ...WHOLE_DAY, '12:00': [report('primary', { status: 'held' })] } },
  },
  {
    name: 'morning orders that are refused',
    line: '',
    code: 1,
    says: 'etfs!E2: blank',
    world: {
      script: { '10:15': [report('initial', { status: 'refused', problems: ['etfs!E2: blank'] })] },
      status: { ...COMPLETE, complete: false },
    },
  },
  {
    name: 'a day that stays PENDING',
    line: '',
    code: 1,
    says: '1 fill is PENDING',
    world: { status: { ...COMPLETE, complete: false, missing: ['1 fill is PENDING'] } },
  },
  {
    name: 'a broker that cannot read an order',
    line: '',
    code: 1,
    says: 'A broker could not read an order: row 2',
    world: { rejected: ['row 2'] },
  },
  {
    name: 'a full disk',
    line: '',
    code: 1,
    says: '/desk/journal.log cannot be used: the disk is full',
    open: failing('ENOSPC: no space left on device, write', { code: 'ENOSPC', path: '/desk/journal.log' }),
  },
  {
    name: 'a full disk, as the database says it',
    line: '',
    code: 1,
    says: `desk, what is temporary in ${tmpdir()}): the disk is full: free some space`,
    open: failing('IO Error: Could not write file "x.wal": No space left on device'),
  },
  {
    name: 'no permission',
    line: '',
    code: 1,
    says: '/desk cannot be used: its permissions forbid it',
    open: failing('EACCES: permission denied', { code: 'EACCES', path: '/desk' }),
  },
  {
    name: 'a package is not whole',
    line: '',
    code: 1,
    says: "Cannot find module 'playwright-core': a file of node_modules is gone: delete that folder and start again",
    open: failing("Cannot find module 'playwright-core'\nRequire stack:\n- /desk/build/local/main.cjs"),
  },
  {
    name: 'a link or a disk that leads nowhere',
    line: '',
    code: 1,
    says: '/desk cannot be used: a link or a disk on its path leads nowhere',
    before: (cwd) => symlinkSync(join(cwd, 'gone'), join(cwd, 'desk')),
  },
  {
    name: 'a temporary folder that there is not',
    line: '',
    code: 1,
    says: 'there is no such folder for what is temporary: name one that there is as TMPDIR',
    open: failing("ENOENT: no such file or directory, mkdtemp '/nowhere/trading-desk-XXXXXX'"),
  },
  {
    name: 'a path with a question mark',
    line: '--dir what?',
    code: 2,
    says: 'has a "?" in it, which the warehouse takes amiss: name another folder with --dir',
  },
  {
    name: 'a path that is too long',
    line: `--dir ${'d'.repeat(300)}`,
    code: 1,
    says: 'its path is longer than the system takes: name another folder',
  },
  {
    name: 'a folder inside another desk’s',
    line: '--dir desk/files/mine',
    code: 2,
    says: 'name a folder beside it with --dir',
    before: (cwd, start) => start('').then(() => desksJournal(cwd)),
  },
  {
    name: 'the workbook is open in another program',
    line: '',
    code: 1,
    says: 'trading-desk.xlsx could not be replaced (EBUSY): another program has it open',
    world: { workbookError: 'EBUSY' },
  },
  {
    name: 'a read-only disk',
    line: '',
    code: 1,
    says: 'the disk is read-only: name another folder',
    open: failing("EROFS: read-only file system, mkdir '/desk'"),
  },
  {
    name: 'a read-only disk, as the database says it',
    line: '',
    code: 1,
    says: '/desk/warehouse.duckdb cannot be used: the disk is read-only',
    open: failing('IO Error: Cannot open file "/desk/warehouse.duckdb": Read-only file system'),
  },
];

/** Held by other tests: what happens before a desk is opened, and what needs a process of its own. */
const ELSEWHERE = [
  'a Node that package.json does not name',
  'options without the two dashes',
  'no packages, or one of them gone, and another script than `start` or `scenario`',
  'a package is gone from `node_modules`',
  'a checkout that is somebody else’s, or whose disk is full',
  'no network while packages are installed',
  'too little room for the packages',
  'a second start while packages are installed',
  'Ctrl+C while packages are installed',
  'Ctrl+C during the day, or while it bundles',
  'a terminal that is closed, or a hang-up of npm alone',
  'Ctrl+\\ (SIGQUIT)',
  'Ctrl+C while the book is served',
  'a second start of the same desk',
  'nobody reads on, as after a pipe into `head`',
  'what is printed goes to a full disk',
  'a kill at any moment',
  'a day more than 31 days after one that was played',
];

describe('a mishap', () => {
  let cwd = '';
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'mishap-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const start = async (line: string, open: OpenWorld = fakeWorld().open) => {
    const printed: string[] = [];
    const said = line.split(' ').filter((word) => word !== '');
    const where = said.includes('--dir') ? [] : ['--dir', 'desk'];
    const code = await run([...where, ...said, '--no-serve'], {
      root: ROOT,
      cwd,
      paint: plain,
      print: (text) => printed.push(text),
      openWorld: open,
    });
    return { code, text: printed.join('\n') };
  };

  it.each(MISHAPS.map((one) => [one.name, one] as const))(
    '%s ends with its code and a sentence',
    async (_name, one) => {
      const played: Fake = fakeWorld(one.world);
      // The same desk as before: only what the mishap itself needs is another one.
      const earlier = one.world === undefined ? played : fakeWorld();
      await one.before?.(cwd, (line) => start(line, earlier.open));
      const { code, text } = await start(one.line, one.open ?? played.open);
      expect(text).toContain(one.says);
      expect(code).toBe(one.code);
      expect(text).not.toMatch(/\n {4}at /);
    },
  );

  it.each([
    ['Could not set lock on file "w": Conflicting lock is held in /usr/bin/node (PID 12) by user ana.', '12'],
    [
      'Cannot open file "w": Zugriff nicht m\u00f6glich.\n\nFile is already open in \nC:\\node.exe (PID 34)',
      '34',
    ],
    [
      'Cannot open file "w": The process cannot access the file because it is being used by another process.',
      null,
    ],
  ])('of a second start is known by what each system says: %s', (message, pid) => {
    expect(holderIn(`IO Error: ${message}`)).toEqual({ pid });
    expect(holderIn('IO Error: Could not read from file "w": the file is damaged')).toBeNull();
  });

  it('of a fresh start beside a running one touches nothing', async () => {
    await start('--until initial');
    const file = join(cwd, 'desk', 'warehouse.duckdb');
    const script = `require('@duckdb/node-api').DuckDBInstance.create(${JSON.stringify(file)}).then(() => { console.log('held'); setInterval(() => {}, 1000); })`;
    const holder = spawn(process.execPath, ['-e', script], { cwd: ROOT });
    try {
      await once(holder.stdout, 'data');
      const before = readFileSync(join(cwd, 'desk', 'desk.json'), 'utf8');
      for (const line of ['--fresh', '--empty']) {
        const { code, text } = await start(line);
        expect([code, text.includes('Somebody is at work on this desk already')]).toEqual([2, true]);
        expect(text).toContain(`warehouse.duckdb is in use by process ${holder.pid})`);
      }
      expect(readFileSync(join(cwd, 'desk', 'desk.json'), 'utf8')).toBe(before);
    } finally {
      holder.kill();
    }
  });

  it('stands in the table of docs/operations.md with its exit code, and the table has no other', () => {
    const [, section = ''] = PAGE.split('## Mishaps of npm start');
    const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| ([^|]+?) \| (\d+)(?:, \d+)? \| /gm)];
    const documented = new Map(rows.map(([, name = '', code]) => [name, Number(code)]));
    for (const { name, code } of MISHAPS) expect([name, documented.get(name)]).toEqual([name, code]);
    expect([...documented.keys()].sort()).toEqual([...MISHAPS.map(({ name }) => name), ...ELSEWHERE].sort());
    expect(MISHAPS.length).toBeGreaterThanOrEqual(34);
  });
});
