// The real desk prints what the README says, also where nothing is as on the machine of whoever wrote it. A real start takes many
// seconds, so npm run test:all does it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { effort } from '../../effort';

const tried = effort(it.skip, it);

beforeAll(() => {
  execFileSync(process.execPath, ['build/run.mjs', 'src/local/cli/main.ts', '--help'], { stdio: 'ignore' });
});

/** The machine's clock twelve years back. */
const CLOCK = `--import "data:text/javascript,${encodeURIComponent(`
  const Real = Date;
  const now = () => Real.now() - 4e11;
  globalThis.Date = class extends Real {
    constructor(...of) { super(...(of.length === 0 ? [now()] : of)); }
    static now() { return now(); }
  };`)}"`;

/** Nobody listens there. */
const PROXY = 'http://127.0.0.1:9';
const { HOME: _home, ...own } = process.env;

tried.each([
  ['another time zone', { TZ: 'Asia/Tokyo' }, 'desk'],
  [
    'a time zone that there is not, no language and no home',
    { TZ: 'No/Where', LANG: 'C', LC_ALL: 'C' },
    'desk',
  ],
  ['a clock that was set back', { NODE_OPTIONS: CLOCK }, 'desk'],
  ['a proxy', { HTTP_PROXY: PROXY, http_proxy: PROXY, HTTPS_PROXY: PROXY, NODE_USE_ENV_PROXY: '1' }, 'desk'],
  [
    'no browser, in a folder with spaces, accents and 400 letters',
    { CHROMIUM_PATH: '/no/where' },
    `mesa de operações/${'日'.repeat(60)}/${'d'.repeat(200)}`,
  ],
])('with %s the morning is the one of the README', (_what, env, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'surroundings-'));
  const line = [
    'build/local/src-local-cli-main.cjs',
    '--no-serve',
    '--until',
    'initial',
    '--dir',
    join(folder, name),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, {
    encoding: 'utf8',
    env: { ...own, ...env },
  });
  rmSync(folder, { recursive: true });
  expect(stdout).toMatch(
    /^10:15 {2}✓ Ordens do dia +29 instruções de R\$ 25\.339\.500,50 no total para 35 ordens de fundos, 3 ordens offshore/m,
  );
  expect([status, stderr]).toEqual([0, '']);
});

tried('the day of the README is the one that is played, to the last figure', () => {
  const line = ['build/local/src-local-cli-main.cjs', '--no-serve', '--dry-run'];
  const { status, stdout } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  const [, shown = ''] = /^```\n(10:15 [\s\S]*?)\n```$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  const stages = shown.split('\n');
  expect(stages).toHaveLength(7);
  for (const stage of stages) expect(stdout).toContain(`\n${stage} · `);
  expect(status).toBe(0);
});
