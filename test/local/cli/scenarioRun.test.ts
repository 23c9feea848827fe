// npm run scenario from the outside: what goes to stdout, what to stderr, and how it ends.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scenarioCommand } from '../../../src/local/cli/scenarioCommand';
import { SAMPLE_DATE } from '../../../src/local/market';
import { rest } from '../../effort';

const ROOT = join(__dirname, '../../..');
const dir = mkdtempSync(join(tmpdir(), 'scenario-run-'));
afterAll(() => rmSync(dir, { recursive: true }));

function run(scenario: object, ...options: readonly string[]) {
  const file = join(dir, 'file.json');
  writeFileSync(file, JSON.stringify({ name: 'a run', ...scenario }));
  const args = ['build/run.mjs', 'src/local/cli/scenario.ts', file, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr: stderr.replaceAll(`${file}: `, '') };
}

/** The command itself, in this process: the spreadsheet engine is loaded once. */
async function command(scenario: object, ...options: readonly string[]) {
  const file = join(dir, 'file.json');
  writeFileSync(file, JSON.stringify({ name: 'a run', ...scenario }));
  const said: string[] = [];
  let out = '';
  const code = await scenarioCommand([file, ...options], {
    root: ROOT,
    cwd: ROOT,
    say: (line) => said.push(`${line}\n`),
    print: (text) => {
      out += text;
    },
  });
  return { code, out, said: said.join('').replaceAll(`${file}: `, '') };
}

describe('a scenario whose command is wrong', () => {
  it('is not played where its result could not be kept, and says so', async () => {
    const taken = join(dir, 'taken');
    writeFileSync(taken, '');
    const { code, out, said } = await command(
      { steps: [{ at: '10:15', call: 'deskOverview' }] },
      '--out',
      taken,
    );
    expect([code, out, said]).toEqual([
      2,
      '',
      expect.stringContaining(`nothing was played: --out ${taken} cannot be`),
    ]);
  });

  it.each([
    [['other.json'], 'Name one scenario file. Usage: '],
    [['--out', 'a', '--out', 'b'], '--out is said twice; say it once. Usage: '],
    [['--ot', 'a'], "Unknown option '--ot'; its options: --out. Usage: "],
  ])('is refused with %j', async (words, sentence) => {
    const { code, out, said } = await command({ steps: [] }, ...words);
    expect([code, out, said]).toEqual([2, '', expect.stringContaining(sentence)]);
  });
});

it.each([
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
])('a scenario is read as an editor of Windows saves it, in %s', async (_what, encoded) => {
  const own = join(dir, 'encoded.json');
  const said: string[] = [];
  writeFileSync(own, encoded(JSON.stringify({ name: 'São', stepps: [], steps: [] })));
  const say = (line: string): void => {
    said.push(line);
  };
  expect(await scenarioCommand([own], { root: ROOT, cwd: ROOT, say, print: say })).toBe(2);
  expect(said).toEqual([`${own}: stepps: unknown key`]);
});

describe('a scenario that runs to its end', () => {
  const steps = [
    { at: '10:15', tabs: { holidays: [{ date: '2024-11-15', open: '13:00' }] } },
    { at: '10:16', call: 'runInitialOrders', fault: { call: 2, how: 'kill-before', service: 'LockService' } },
    { at: '10:17', call: 'applyStage', args: [{ stage: 'initial' }, '$last.hash'] },
    { at: '10:18', call: 'executeDailyTradingWorkflow', args: ['lunch'] },
    { at: '10:19', call: 'deskOverview', fault: { call: 1, how: 'throw', service: 'SpreadsheetApp' } },
    { at: '10:20:30', call: 'deskOverview', user: 'ana@desk.example' },
    { at: '10:21', cell: { tab: 'holidays', cell: 'A2', value: '2024-11-20' } },
  ];
  let ran: ReturnType<typeof run>;
  beforeAll(() => {
    ran = run({ steps }, '--out', join(dir, 'out'));
  });

  it('ends well whatever the stages said, with one document on stdout and in result.json', () => {
    expect(ran.status).toBe(0);
    expect(readFileSync(join(dir, 'out', 'result.json'), 'utf8')).toBe(ran.stdout);
    expect(ran.stderr.trim().split('\n')).toHaveLength(steps.length);
    expect(Object.keys(JSON.parse(ran.stdout))).toEqual([
      'name',
      'steps',
      'tabs',
      'mails',
      'warehouse',
      'day',
    ]);
  });

  it('is printed where it cannot be kept, and says so', async () => {
    const folder = join(dir, 'full');
    mkdirSync(join(folder, 'result.json'), { recursive: true });
    const { code, out, said } = await command({ steps: steps.slice(0, 1) }, '--out', folder);
    expect([code, JSON.parse(out).steps]).toEqual([1, expect.any(Array)]);
    expect(said).toContain(
      `The result is printed, and could not be kept as ${join(folder, 'result.json')}: `,
    );
  });

  it('says of each step what came of it', () => {
    const result: { readonly steps: readonly Record<string, unknown>[] } = JSON.parse(ran.stdout);
    const [edit, killed, unasked, wrong, broken, looked] = result.steps;
    const nothing = { result: null, error: null, killed: false, mails: 0, calls: {} };
    expect(edit).toEqual({ at: '10:15', call: null, ...nothing });
    expect(killed).toEqual({
      ...nothing,
      at: '10:16',
      call: 'runInitialOrders',
      killed: true,
      calls: expect.objectContaining({ LockService: 2 }),
    });
    expect(unasked).toMatchObject({
      ...nothing,
      error: { message: '$last.hash: the last call returned no such thing' },
    });
    expect(wrong).toMatchObject({
      result: null,
      error: { name: 'Error', message: expect.stringContaining('"lunch" is not a step') },
    });
    expect(broken).toMatchObject({
      error: { message: 'Service error: SpreadsheetApp' },
      // The first of them failed; the rest finds out in which language to say so.
      calls: { SpreadsheetApp: expect.any(Number) },
    });
    expect(looked).toMatchObject({
      error: null,
      result: { now: `${SAMPLE_DATE}T10:20:30` },
    });
  });

  it('reads cells as a person typed them, dates and times in ISO', () => {
    const { tabs, day, warehouse } = JSON.parse(ran.stdout);
    expect(tabs.holidays).toMatchObject([{ date: '2024-11-20', open: '13:00', close: null }]);
    expect(day).toEqual({
      date: null,
      status: 'NONE',
      missing: ['no day is open: run Initial orders'],
    });
    expect(warehouse.runs).toEqual([]);
  });
});

describe('a scenario that cannot be played', () => {
  it.each([
    ['a key that nobody knows', { stepps: [], steps: [] }, 'stepps: unknown key\n'],
    [
      'a tab that there is not',
      { steps: [], tabs: { trades: [] } },
      /^tabs\.trades: there is no such tab; there are fund-stats, daily-trades/,
    ],
    [
      'a column that the tab has not, though a later step names it',
      { steps: [{ at: '10:15', tabs: { etfs: [{ asset: 'HASH11', ticker: 'HASH11' }] } }] },
      /^tabs\.etfs\[0\]\.ticker: unknown key; the tab has the columns asset, name/,
    ],
    [
      'a function that the bundle has not',
      { steps: [{ at: '10:15', call: 'runLunch' }] },
      'steps[0].call: the bundle has no function runLunch\n',
    ],
    [
      'a cell that there is not',
      { steps: [{ at: '10:15', cell: { tab: 'etfs', cell: 'A1:B2', value: 1 } }] },
      /^cell etfs!A1:B2: /,
    ],
  ])('names %s, writes no document and ends with 2', async (_what, scenario, message) => {
    const refused = {
      code: 2,
      out: '',
      said: typeof message === 'string' ? message : expect.stringMatching(message),
    };
    expect(await command(scenario)).toEqual(refused);
  });

  // A process of its own, as the one above that is played to its end.
  rest(() => {
    it('ends its process with that code', () => {
      expect(run({ stepps: [], steps: [] })).toEqual({
        status: 2,
        stdout: '',
        stderr: 'stepps: unknown key\n',
      });
    });
  });

  it('needs one file and knows no other option', async () => {
    expect(await command({ steps: [] }, '--fast')).toMatchObject({
      code: 2,
      said: expect.stringContaining('--fast'),
    });
  });
});
