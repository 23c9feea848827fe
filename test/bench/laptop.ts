// npm run bench -- laptop: what a day of 200 funds takes on a laptop, played as npm start plays it, in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Fund } from '../../src/domain/fund';
import type { Trade } from '../../src/domain/trade';
import { deskDay } from './deskDays';
import type { Table } from './table';

const SIZE = { funds: 200, etfs: 12, fills: 1 };
/** One trade in so many is kept: the usual day, and one on which every fund trades every ETF. */
const DAYS = [
  { name: 'every fund four ETFs', oneIn: 3 },
  { name: 'every fund every ETF', oneIn: 1 },
];
const MB = 1e6;

export function laptopTables(): Table[] {
  return [
    {
      title: `A day of ${SIZE.funds} funds and ${SIZE.etfs} ETFs on a laptop, until the final allocation`,
      columns: ['', 'trades', 'peak RSS, MB', 'book, MB', '.xlsx, MB', 'mails', 'largest, MB', 'CPU, s'],
      rows: DAYS.map(playedDay),
      note: 'Peak of the desk’s process; the browser that prints the report is another. The clock of a busy machine may cut a stage off: it is named then.',
    },
  ];
}

function playedDay({ name, oneIn }: (typeof DAYS)[number]): readonly string[] {
  const dir = mkdtempSync(join(tmpdir(), 'laptop-'));
  try {
    const { funds, trades } = deskDay(SIZE);
    const own = trades.filter((_trade, at) => at % oneIn === 0);
    writeFileSync(join(dir, 'funds.json'), JSON.stringify({ funds: funds.map(fundEntry) }));
    writeFileSync(join(dir, 'trades.csv'), tradesFile(own));
    const desk = join(dir, 'desk');
    const { peak, cpu } = playIn(dir, desk);
    const mails = sizesIn(join(desk, 'outbox'));
    const row = [
      name,
      `${own.length}`,
      peak.toFixed(0),
      inMb(sizesIn(join(desk, 'books'), '.json.gz', '.before.gz')),
      inMb([statSync(join(desk, 'trading-desk.xlsx')).size]),
      `${mails.length}`,
      inMb([Math.max(...mails)]),
      cpu.toFixed(0),
    ];
    // A day takes minutes: whoever waits sees what there is.
    process.stderr.write(`${row.join('  ')}\n`);
    return row;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Each Node process of the start writes down what it came to: the desk's is the largest. */
const COUNTER = `
  import { appendFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    appendFileSync(process.env.LAPTOP_COUNTS, maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
  });`;

/** @throws Error with what was said, where the day did not come to its end */
function playIn(dir: string, desk: string): { readonly peak: number; readonly cpu: number } {
  mkdirSync(dir, { recursive: true });
  const counts = join(dir, 'counts');
  const files = ['--funds', join(dir, 'funds.json'), '--trades', join(dir, 'trades.csv')];
  const day = ['--fresh', '--no-serve', '--until', 'final', ...files, '--dir', desk];
  const ran = spawnSync(process.execPath, [resolve('build', 'start.mjs'), ...day], {
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(COUNTER)}`,
      LAPTOP_COUNTS: counts,
    },
  });
  if (ran.status !== 0 || !readdirSync(desk).includes('trading-desk.xlsx'))
    throw new Error(`the day ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
  const all = readFileSync(counts, 'utf8').trim().split('\n');
  const [[kilobytes = 0, microseconds = 0] = []] = all
    .map((line) => line.split(' ').map(Number))
    .sort(([a = 0], [b = 0]) => b - a);
  return { peak: (kilobytes * 1024) / MB, cpu: microseconds / 1e6 };
}

const sizesIn = (dir: string, end = '', except = '\n'): readonly number[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith(end) && !name.endsWith(except))
    .map((name) => statSync(join(dir, name)).size);

const inMb = (sizes: readonly number[]): string =>
  (sizes.reduce((sum, size) => sum + size, 0) / MB).toFixed(1);

/** As the fund file has it. */
const fundEntry = (fund: Fund): Readonly<Record<string, unknown>> => ({
  fund_name: fund.fund,
  fund_cnpj: fund.cnpj,
  fund_type: fund.type,
  passive_active: fund.management,
  fund_strategy: fund.strategy,
  assets_onshore: fund.onshoreAssets,
  assets_offshore: fund.offshoreAssets.length > 0 ? fund.offshoreAssets : null,
  administrator: fund.administrator,
  moviment_account: { Banco: fund.bank, Ag: fund.branch, Cc: fund.account },
});

const tradesFile = (trades: readonly Trade[]): string =>
  [
    'Fund,CNPJ,Asset,Side,Amount,Strategy',
    ...trades.map(({ fund, cnpj, asset, side, amount, strategy }) =>
      [fund, cnpj, asset, side, (amount / 100).toFixed(2), strategy].join(','),
    ),
    '',
  ].join('\n');
