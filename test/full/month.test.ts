// The month of test/stages/month.test.ts on the real laptop desk: the bundle in its worker, the spreadsheet engine, HTTP,
// SMTP and DuckDB, run by the trigger alone. Slow: npm run test:full.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareBook } from '../../src/local/cli/morning';
import { openWorld } from '../../src/local/cli/world';
import { fromSaoPaulo } from '../../src/local/clock';
import { readSample } from '../../src/local/sample';
import { openWarehouse } from '../../src/local/warehouse';

const FIRST = '2024-11-01';
const TRADING_DAYS = 21;
const CLOSED = ['2024-11-15', '2024-11-20'];
const MISSED_HOUR = '2024-11-06';
const OUTAGE = '2024-11-12';
const MINUTE = 60_000;

const isTradingDay = (date: string): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !CLOSED.includes(date);
};
const days: string[] = [];
for (let ms = Date.parse(FIRST), open = 0; open < TRADING_DAYS; ms += 24 * 60 * MINUTE) {
  const date = new Date(ms).toISOString().slice(0, 10);
  days.push(date);
  if (isTradingDay(date)) open += 1;
}

const dir = mkdtempSync(join(tmpdir(), 'month-'));
const warehouseFile = join(dir, 'desk', 'warehouse.duckdb');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface LogLine {
  readonly date: string;
  readonly time: string;
  readonly stage: string;
  readonly scope: string;
  readonly status: string;
  readonly headline: string;
}
let log: readonly LogLine[] = [];
let mails: readonly { readonly to: readonly string[]; readonly subject: string; readonly text: string }[] =
  [];
let idle = { ticks: 0, oneCall: 0, ms: 0 };
let busy = { ticks: 0, ms: 0, longest: 0 };
let rejected: readonly string[] = [];
const states = new Map<string, unknown>();

type World = Awaited<ReturnType<typeof openWorld>>;

/** Every day another amount, to the cent: nobody trades the same twice. */
async function newTrades({ desk }: World, day: number): Promise<void> {
  const [header = [], ...rows] = await desk.book.readTab('daily-trades');
  const amount = header.indexOf('amount');
  const moved = rows.map((row, i) =>
    row.map((cell, column) =>
      column === amount ? Math.round(Number(cell) * (100 + (((day * 7 + i * 3) % 11) - 5))) / 100 : cell,
    ),
  );
  desk.book.writeTab('daily-trades', [header, ...moved]);
}

/** The simulator's own switch; the command line's view of it has none. */
function breakMarket({ market }: World, isDown: boolean): void {
  const faults = 'faults' in market ? market.faults : null;
  if (!(faults instanceof Set)) throw new Error('the market has no switch for faults');
  if (isDown) faults.add('error 500');
  else faults.delete('error 500');
}

async function live(world: World, date: string, day: number): Promise<void> {
  await newTrades(world, day);
  for (
    let now = fromSaoPaulo(`${date}T09:02:00`);
    now < fromSaoPaulo(`${date}T20:00:00`);
    now += 5 * MINUTE
  ) {
    world.clock.set(now);
    const at = (time: string): number => fromSaoPaulo(`${date}T${time}:00`);
    breakMarket(world, date === OUTAGE && now >= at('12:55') && now < at('13:15'));
    if (date === MISSED_HOUR && now >= at('10:00') && now < at('11:00')) continue;
    const { value, ms, calls } = await world.desk.call('tick', [], { trigger: true });
    if (Array.isArray(value) && value.length > 0) {
      busy = { ticks: busy.ticks + 1, ms: busy.ms + ms, longest: Math.max(busy.longest, ms) };
    } else {
      const count = Object.values(calls).reduce((sum, each) => sum + each, 0);
      const oneCall = idle.oneCall + (count === 1 ? 1 : 0);
      idle = { ticks: idle.ticks + 1, oneCall, ms: idle.ms + ms };
    }
  }
  const { value } = await world.desk.call('checkAdjustmentStatus');
  states.set(date, typeof value === 'object' && value !== null && 'state' in value ? value.state : value);
}

beforeAll(async () => {
  const bundleDir = join(dir, 'bundle');
  execFileSync(process.execPath, [
    '-e',
    `import(${JSON.stringify(join(process.cwd(), 'build/bundle.mjs'))}).then(({ bundle }) => bundle({ out: ${JSON.stringify(bundleDir)} }))`,
  ]);
  const sample = readSample(join(process.cwd(), 'src/local/sample'));
  const world = await openWorld({ dir: join(dir, 'desk'), bundleDir, date: FIRST, seed: 5, sample });
  try {
    await prepareBook(world, sample, { fundsJson: null, tradesCsv: null });
    const auto = { auto_send: 'initial, primary, adjustments, final', refresh_interval: '120' };
    await world.desk.call('setUpDesk', [{ settings: auto, schedule: true }]);
    for (const [i, date] of days.entries()) await live(world, date, i);
    const [header = [], ...rows] = await world.desk.book.readTab('log');
    const cell = (row: readonly unknown[], name: string): string => String(row[header.indexOf(name)] ?? '');
    log = rows.map((row) => {
      const at = cell(row, 'run_id');
      return {
        date: `${at.slice(0, 4)}-${at.slice(4, 6)}-${at.slice(6, 8)}`,
        time: `${at.slice(9, 11)}:${at.slice(11, 13)}`,
        stage: cell(row, 'stage'),
        scope: cell(row, 'scope'),
        status: cell(row, 'status'),
        headline: cell(row, 'headline'),
      };
    });
    mails = world.mail.outbox.map(({ to, subject, text }) => ({ to, subject, text }));
    rejected = [...world.market.rejected];
  } finally {
    await world.close();
  }
  console.log(
    `${busy.ticks} ticks that worked: ${Math.round(busy.ms / 1000)} s, the longest ${Math.round(busy.longest)} ms; ` +
      `${idle.ticks} idle ones, ${(idle.ms / idle.ticks).toFixed(1)} ms each, ${idle.oneCall} of them one call; ${mails.length} mails`,
  );
}, 3_600_000);

const applied = (date: string, stage: string): readonly LogLine[] =>
  log.filter((line) => line.date === date && line.stage === stage && line.status === 'applied');

describe('a month on the laptop desk, run by the trigger alone', () => {
  it('runs every step of every day exactly once, and nothing on a closed day', () => {
    for (const date of days) {
      const count = isTradingDay(date) ? 1 : 0;
      const primaries = applied(date, 'primary')
        .map(({ scope }) => scope)
        .sort();
      expect([date, applied(date, 'initial').length, primaries]).toEqual([
        date,
        count,
        count === 0 ? [] : ['nasdaq', 'thematics'],
      ]);
      const iterations = applied(date, 'adjustments').map(({ scope }) => scope);
      expect([date, iterations]).toEqual([date, ['1', '2', '3'].slice(0, iterations.length)]);
    }
  });

  it('ends every trading day COMPLETE, reconciled in the warehouse to the share', async () => {
    for (const date of days.filter(isTradingDay))
      expect([date, states.get(date)]).toEqual([date, 'COMPLETE']);
    const warehouse = await openWarehouse({ file: warehouseFile, now: () => Date.now() });
    try {
      const query = `SELECT CAST(f.trade_date AS STRING) AS day, SUM(f.quantity) AS executed, (
          SELECT SUM(l.shares) FROM \`local-desk.team_trading.allocation_lines\` AS l WHERE l.run_id = f.run_id
        ) AS allocated
        FROM \`local-desk.team_trading.fills\` AS f
        JOIN \`local-desk.team_trading.latest_runs\` AS run ON run.run_id = f.run_id
        WHERE run.stage = 'final' AND f.status <> 'BUSTED'
        GROUP BY f.trade_date, f.run_id ORDER BY f.trade_date`;
      const answer = await warehouse.call('Jobs.query', [
        { query, useLegacySql: false, location: 'southamerica-east1', requestId: 'month' },
        'local-desk',
      ]);
      const rows = rowsOf(answer);
      expect(rows.map(([day]) => day)).toEqual(days.filter(isTradingDay));
      for (const [day, executed, allocated] of rows) {
        expect([day, allocated]).toEqual([day, executed]);
        expect(Number(executed)).toBeGreaterThan(0);
      }
    } finally {
      await warehouse.close();
    }
  });

  it('makes up for the missed hour, and for the outage within the cut-off', () => {
    expect(applied(MISSED_HOUR, 'initial')[0]?.time).toBe('11:02');
    const nasdaq = log.filter(
      ({ date, stage, scope }) => date === OUTAGE && stage === 'primary' && scope === 'nasdaq',
    );
    expect(nasdaq.map(({ status }) => status).slice(-1)).toEqual(['applied']);
    expect(nasdaq.some(({ status }) => status === 'refused')).toBe(true);
    expect(mails.filter(({ subject }) => /PARADO: Primário, família Nasdaq/.test(subject))).toHaveLength(1);
  });

  it('sends no mail twice, and none that a broker cannot read', () => {
    const seen = mails.map((mail) => JSON.stringify(mail));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(TRADING_DAYS * 8);
    expect(rejected).toEqual([]);
  });

  it('takes little of the day’s trigger time when nothing is due', () => {
    expect(idle.oneCall / idle.ticks).toBeGreaterThan(0.7);
    expect(idle.ticks).toBeGreaterThan(busy.ticks * 4);
  });
});

function rowsOf(answer: unknown): readonly (readonly string[])[] {
  if (typeof answer !== 'object' || answer === null || !('rows' in answer) || !Array.isArray(answer.rows))
    return [];
  return answer.rows.map(({ f }: { f: { v: unknown }[] }) => f.map(({ v }) => String(v)));
}
