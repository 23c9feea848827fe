// The month of test/stages/month.test.ts on the real laptop desk: the bundle in its worker, the spreadsheet engine, HTTP,
// SMTP and DuckDB, run by the trigger alone. Slow: npm run test:full.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figuresOf } from '../../src/language/figures';
import { openWarehouse, type Warehouse } from '../../src/local/bigquery';
import { wordsOf } from '../../src/messages/words';
import type { AnswerRow } from '../local/bigquery/pastBench';
import { type Answers, expectReports, expectViews } from '../local/bigquery/pastCheck';
import type { Past } from '../local/bigquery/pastDays';
import type { LogLine, MarketFill, Month, MonthPlan, Row } from './playMonth';

const FIRST = '2024-11-01';
const TRADING_DAYS = 21;
/** Holidays on weekdays. New York's summer time ends on the 3rd, so the first day closes an hour earlier. */
const CLOSED = ['2024-11-15', '2024-11-20'];
const missed = { date: '2024-11-06', from: '10:00', to: '11:00' };
const outage = { date: '2024-11-12', from: '12:55', to: '13:15' };

const isTradingDay = (date: string): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !CLOSED.includes(date);
};
const days: string[] = [];
for (let ms = Date.parse(FIRST), open = 0; open < TRADING_DAYS; ms += 24 * 60 * 60_000) {
  const date = new Date(ms).toISOString().slice(0, 10);
  days.push(date);
  if (isTradingDay(date)) open += 1;
}
const tradingDays = days.filter(isTradingDay);
const [LAST = ''] = days.slice(-1);
const PERIODS = [
  [FIRST, LAST],
  ['2024-11-11', '2024-11-18'],
] satisfies MonthPlan['periods'];

const dir = mkdtempSync(join(tmpdir(), 'month-'));
let month: Month;
let warehouse: Warehouse;

beforeAll(async () => {
  const bundleDir = join(dir, 'bundle');
  execFileSync(process.execPath, [
    '-e',
    `import(${JSON.stringify(join(process.cwd(), 'build/bundle.mjs'))}).then(({ bundle }) => bundle({ out: ${JSON.stringify(bundleDir)} }))`,
  ]);
  const plan: MonthPlan = { dir: join(dir, 'desk'), bundleDir, days, missed, outage, periods: PERIODS };
  const [planFile, monthFile] = [join(dir, 'plan.json'), join(dir, 'month.json')];
  writeFileSync(planFile, JSON.stringify(plan));
  const began = performance.now();
  const player = spawn(process.execPath, ['build/run.mjs', 'test/full/playMonth.ts', planFile, monthFile], {
    stdio: 'inherit',
  });
  const [code] = await once(player, 'exit');
  if (code !== 0) throw new Error(`the month broke off with code ${code}`);
  month = JSON.parse(readFileSync(monthFile, 'utf8'));
  warehouse = await openWarehouse({
    file: join(dir, 'desk', 'warehouse.duckdb'),
    now: () => Date.now(),
  });
  const { busy, idle, oneCall } = month.ticks;
  const sum = (each: readonly number[]): number => each.reduce((all, ms) => all + ms, 0);
  process.stdout.write(
    `${days.length} days in ${Math.round((performance.now() - began) / 1000)} s. ` +
      `${busy.length} ticks that worked: ${Math.round(sum(busy) / 1000)} s, the longest ${Math.round(Math.max(...busy))} ms; ` +
      `${idle.length} idle ones, ${(sum(idle) / idle.length).toFixed(1)} ms each, ${oneCall} of them one call; ${month.mails.length} mails\n`,
  );
});
afterAll(async () => {
  await warehouse?.close();
  rmSync(dir, { recursive: true, force: true });
});

const ran = (date: string, stage: string): readonly LogLine[] =>
  month.log.filter((line) => line.date === date && line.stage === stage && line.status === 'applied');

async function asked(query: string): Promise<readonly AnswerRow[]> {
  const request = {
    query,
    useLegacySql: false,
    location: 'southamerica-east1',
    maxResults: 100_000,
    timeoutMs: 600_000,
  };
  const answer: { schema?: { fields: { name: string }[] }; rows?: { f: { v: unknown }[] }[] } = JSON.parse(
    JSON.stringify(await warehouse.call('Jobs.query', [request, 'local-desk'])),
  );
  const names = answer.schema?.fields.map(({ name }) => name) ?? [];
  return (answer.rows ?? []).map(({ f }) =>
    Object.fromEntries(names.map((name, i) => [name, textOf(f[i]?.v)])),
  );
}
const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
const inWarehouse = (name: string): string => `\`local-desk.team_trading.${name}\``;

/** Which fund got which fill: no tab shows it. */
async function allocatedLines(): Promise<Past['allocation_lines']> {
  const rows = await asked(
    `SELECT l.* FROM ${inWarehouse('allocation_lines')} AS l JOIN ${inWarehouse('latest_runs')} AS run ON run.run_id = l.run_id WHERE run.stage = 'final' AND l.cnpj IS NOT NULL`,
  );
  return rows.map((row) => ({
    run_id: `${row.trade_date} final`,
    row_key: String(row.row_key),
    trade_date: String(row.trade_date),
    fill_id: String(row.fill_id),
    broker: String(row.broker),
    asset: String(row.asset),
    side: String(row.side),
    cnpj: String(row.cnpj),
    shares: Number(row.shares),
    price: Number(row.price),
  }));
}

/** `BUY HASH11 at Aurora` and how many shares, over rows of whatever kind. */
function totals<T>(rows: readonly T[], of: (row: T) => readonly [string, number]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const [key, amount] = of(row);
    sums[key] = (sums[key] ?? 0) + amount;
  }
  return sums;
}
const poolOf = ({ broker, side, asset }: MarketFill): string => `${side} ${asset} at ${broker}`;

describe('a month on the laptop desk, run by the trigger alone', () => {
  it('has 21 trading days around two holidays', () => {
    expect(tradingDays).toHaveLength(TRADING_DAYS);
    expect(days).toEqual(expect.arrayContaining(CLOSED));
  });

  it('runs every step of every day exactly once, and nothing on a closed day', () => {
    for (const date of days) {
      const scopes = (stage: string) =>
        ran(date, stage)
          .map(({ scope }) => scope)
          .sort();
      const once = (...all: readonly string[]) => (isTradingDay(date) ? all : []);
      expect([date, scopes('initial'), scopes('primary'), scopes('final')]).toEqual([
        date,
        once('all'),
        once('nasdaq', 'thematics'),
        once('all'),
      ]);
      expect([date, scopes('nav')]).toEqual([date, once('all')]);
      const iterations = scopes('adjustments');
      expect([date, iterations]).toEqual([date, ['1', '2', '3'].slice(0, iterations.length)]);
      expect([date, iterations.length > 0]).toEqual([date, isTradingDay(date)]);
      if (!isTradingDay(date))
        expect(month.log.filter((line) => line.date === date && line.stage !== 'status')).toEqual([]);
    }
  });

  it('runs each of them in its time: before its cut-off, before the close, after the call', () => {
    for (const date of tradingDays) {
      // The closing hour of the one day before New York's clocks went back.
      const [close, called] = date === FIRST ? ['16:55', '17:15'] : ['17:55', '18:15'];
      const time = (stage: string, scope?: string) =>
        ran(date, stage).flatMap((line) => (scope === undefined || line.scope === scope ? line.time : []));
      expect([date, ...time('primary', 'thematics')]).toEqual([date, '12:02']);
      expect([date, ...time('primary', 'nasdaq')]).toEqual([date, date === outage.date ? '13:22' : '13:02']);
      for (const at of time('adjustments')) expect([date, at >= '16:00' && at < close]).toEqual([date, true]);
      expect([date, ...time('final').map((at) => at > called)]).toEqual([date, true]);
    }
  });

  it('commits each run once to the warehouse', async () => {
    const runs = await asked(`SELECT trade_date, stage, scope, COUNT(*) AS n FROM ${inWarehouse('runs')}
      WHERE stage IN ('initial', 'primary', 'adjustments', 'final', 'nav') GROUP BY trade_date, stage, scope`);
    expect(runs.filter(({ n }) => n !== '1')).toEqual([]);
    const logged = days.flatMap((date) =>
      ['initial', 'primary', 'adjustments', 'final', 'nav'].flatMap((stage) =>
        ran(date, stage).map(({ scope }) => [date, stage, scope].join(' ')),
      ),
    );
    expect(runs.map(({ trade_date, stage, scope }) => [trade_date, stage, scope].join(' ')).sort()).toEqual(
      logged.sort(),
    );
  });

  it('ends every trading day COMPLETE, every share that the market executed given to a fund', async () => {
    const lines = await asked(`SELECT l.trade_date, l.side, l.asset, l.broker, SUM(l.shares) AS shares,
        SUM(l.shares * l.price) AS money
      FROM ${inWarehouse('allocation_lines')} AS l
      JOIN ${inWarehouse('latest_runs')} AS run ON run.run_id = l.run_id
      WHERE run.stage = 'final' GROUP BY l.trade_date, l.side, l.asset, l.broker`);
    for (const { date, status, executed } of month.ends.filter((end) => isTradingDay(end.date))) {
      expect([date, status]).toEqual([date, 'COMPLETE']);
      expect(executed.length).toBeGreaterThan(50);
      const own = lines.filter(({ trade_date }) => trade_date === date);
      const pool = ({ side, asset, broker }: AnswerRow): string => `${side} ${asset} at ${broker}`;
      expect([date, totals(own, (row) => [pool(row), Number(row.shares)])]).toEqual([
        date,
        totals(executed, (fill) => [poolOf(fill), fill.quantity]),
      ]);
      expect([date, totals(own, (row) => [pool(row), Math.round(Number(row.money) * 100)])]).toEqual([
        date,
        totals(executed, (fill) => [poolOf(fill), fill.quantity * fill.cents]),
      ]);
    }
  });

  it('shows each broker its own rows of that day and nothing else, at every day’s end', () => {
    let last = new Map<string, string>();
    for (const { date, views, executed } of month.ends) {
      const names = views.map(({ broker }) => broker);
      expect(names).toEqual(['Corretora Aurora', 'Meridian Securities']);
      for (const { broker, tabs } of views) {
        const text = JSON.stringify(tabs);
        for (const other of names.filter((name) => name !== broker)) expect(text).not.toContain(other);
        expect(Object.keys(tabs).map((tab) => tab.split('/')[1])).toEqual(['orders', 'allocation']);
        const [orders = [], allocation = []] = Object.values(tabs);
        if (!isTradingDay(date)) {
          // Nothing happened: the last trading day still stands there.
          expect([date, text]).toEqual([date, last.get(broker) ?? text]);
          continue;
        }
        expect(orders.length).toBeGreaterThan(0);
        for (const row of [...orders, ...allocation]) expect(String(row.trade_date).slice(0, 10)).toBe(date);
        expect(new Set(orders.map((row) => row.broker))).toEqual(new Set([broker]));
        expect(new Set(allocation.map((row) => String(row.exchange_code).replace(/ \(\d+\)$/, '')))).toEqual(
          new Set([broker]),
        );
        const own = executed.filter((fill) => fill.broker === broker);
        const pool = (row: Row): string =>
          `${row.side === 'C' ? 'BUY' : 'SELL'} ${String(row.asset)} at ${broker}`;
        expect([date, totals(allocation, (row) => [pool(row), Number(row.asset_amount)])]).toEqual([
          date,
          totals(own, (fill) => [poolOf(fill), fill.quantity]),
        ]);
        const cents = totals(allocation, (row) => [
          pool(row),
          Number(row.asset_amount) * Number(row.average_price) * 100,
        ]);
        for (const [name, money] of Object.entries(
          totals(own, (fill) => [poolOf(fill), fill.quantity * fill.cents]),
        ))
          expect([date, name, Math.abs((cents[name] ?? 0) - money) < 0.5]).toEqual([date, name, true]);
      }
      last = new Map(views.map(({ broker, tabs }) => [broker, JSON.stringify(tabs)]));
    }
  });

  it('keeps a history whose views and reports equal what plain loops make of the tabs', async () => {
    const bench: Answers = {
      view: (name) => asked(`SELECT * FROM ${inWarehouse(name)}`),
      report: async (report, from, to) => reportFrom(month.history[`${from}/${to}`] ?? [], report),
    };
    expect(new Set(month.past.fills.map(({ trade_date }) => trade_date))).toEqual(new Set(tradingDays));
    const past: Past = { ...month.past, allocation_lines: await allocatedLines() };
    await expectViews(bench, past);
    for (const [from, to] of PERIODS) await expectReports(bench, past, from, to);
  });

  it('knows every day’s official NAV in the evening, of every ETF that was traded', async () => {
    const navs = await asked(`SELECT * FROM ${inWarehouse('official_navs')}`);
    const traded = new Set(month.past.allocation_rows.map((row) => `${row.trade_date} ${row.asset}`));
    const published = month.past.quotes.filter((quote) => traded.has(`${quote.trade_date} ${quote.asset}`));
    const line = (date: unknown, asset: unknown, nav: unknown): string => `${date} ${asset} ${Number(nav)}`;
    expect(navs.map((row) => line(row.trade_date, row.asset, row.official_nav)).sort()).toEqual(
      published.map((row) => line(row.trade_date, row.asset, row.official_nav)).sort(),
    );
    expect(published.some(({ inav, official_nav }) => official_nav !== null && official_nav !== inav)).toBe(
      true,
    );
  });

  it('makes up for the missed hour, and for the outage within the cut-off', () => {
    expect(ran(missed.date, 'initial').map(({ time }) => time)).toEqual(['11:02']);
    const others = tradingDays.filter((date) => date !== missed.date);
    for (const date of others)
      expect([date, ran(date, 'initial').map(({ time }) => time)]).toEqual([date, ['10:17']]);
    const nasdaq = month.log.filter(
      ({ date, stage, scope }) => date === outage.date && stage === 'primary' && scope === 'nasdaq',
    );
    expect(nasdaq.map(({ time, status }) => [time, status])).toEqual([
      ['13:02', 'refused'],
      ['13:12', 'refused'],
      ['13:22', 'applied'],
    ]);
    const { notice } = wordsOf('pt');
    const told = month.mails.filter(({ subject }) =>
      subject.endsWith(notice.refused('Primário: família nasdaq')),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('HTTP 500');
  });

  it('sends no mail twice, reminds once of each cut-off, and writes none that a broker cannot read', () => {
    const seen = month.mails.map(({ to, subject, text }) => JSON.stringify([to, subject, text]));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(TRADING_DAYS * 8);
    expect(month.rejected).toEqual([]);
    const { notice } = wordsOf('pt');
    for (const date of tradingDays)
      for (const [step, cutoff] of [
        ['Primário: família thematics', '12:30'],
        ['Primário: família nasdaq', '13:30'],
      ] as const) {
        const said = `${figuresOf('pt').date(date)} | ${notice.reminder(step, cutoff)}`;
        const reminders = month.mails.filter(({ subject }) => subject.endsWith(said));
        expect([said, reminders.length]).toEqual([said, 1]);
      }
  });

  it('takes little of the day’s trigger time when nothing is due', () => {
    const { busy, idle, oneCall } = month.ticks;
    expect(oneCall / idle.length).toBeGreaterThan(0.7);
    expect(idle.length).toBeGreaterThan(busy.length * 4);
  });
});

const REPORTS = {
  deskByDay: 'desk by day',
  funds: 'funds',
  brokers: 'brokers',
  fundsByDay: 'funds by day',
} as const;

/** Rows of the tab `history` under the names that the warehouse's reports give their columns. */
const reportFrom = (rows: readonly Row[], report: keyof typeof REPORTS): readonly AnswerRow[] =>
  rows
    .filter((row) => row.report === REPORTS[report])
    .map((row) => {
      const figures = Object.entries(row).map(([name, value]) => [name, textOf(value)] as const);
      return {
        ...Object.fromEntries(figures),
        trade_date: String(row.from).slice(0, 10),
        primary_money: textOf(row.primary),
        secondary_money: textOf(row.secondary),
      };
    });
