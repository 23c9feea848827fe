// A year of a large desk: a million rows in the local warehouse, every view and report equal to plain loops, in seconds.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isTradingDay } from '../../src/domain/calendar';
import { addDays } from '../../src/domain/stamp';
import { DATASET, PROJECT } from '../local/bigquery/bench';
import { openPastBench, type PastBench } from '../local/bigquery/pastBench';
import { expectReports, expectViews } from '../local/bigquery/pastCheck';
import { type Past, pastDays } from '../local/bigquery/pastDays';

const FROM = '2024-01-01';
const TO = '2024-12-31';
/** Far above what was measured: the machines of tests differ. */

const dates: string[] = [];
for (let date = FROM; date <= TO; date = addDays(date, 1)) if (isTradingDay(date, [])) dates.push(date);

describe('a million rows of history', () => {
  let past: Past;
  let bench: PastBench;

  beforeAll(async () => {
    past = pastDays(2024, { dates, funds: 80, fills: 1_400 });
    bench = await (await openPastBench()).load({ ...past });
  });
  afterAll(() => bench.end());

  const rowsIn = async (table: string): Promise<number> =>
    Number(await bench.value(`(SELECT COUNT(*) FROM \`${PROJECT}.${DATASET}.${table}\`)`));

  it('are there, table by table', async () => {
    for (const [table, rows] of Object.entries(past)) expect(await rowsIn(table)).toBe(rows.length);
    const all = Object.values(past).reduce((sum, rows) => sum + rows.length, 0);
    expect(all).toBeGreaterThan(1_000_000);
    process.stdout.write(`${all} rows over ${dates.length} days\n`);
  });

  it('are seen through every view', async () => {
    const timed = async (name: string, work: Promise<readonly unknown[]>) => {
      const began = performance.now();
      const rows = await work;
      const seconds = (performance.now() - began) / 1000;
      process.stdout.write(`${name}: ${seconds.toFixed(2)} s, ${rows.length} rows\n`);
      expect(rows.length).toBeGreaterThan(0);
    };
    for (const view of ['fund_tracking', 'fund_primary_mix', 'broker_slippage', 'primary_requests'])
      await timed(view, bench.view(view));
    for (const report of ['deskByDay', 'funds', 'brokers', 'fundsByDay'] as const) {
      await timed(`${report}, the year`, bench.report(report, FROM, TO));
      await timed(`${report}, 30 days`, bench.report(report, '2024-12-02', TO));
    }
  });

  it('take another day’s fills, and the same again adds nothing', async () => {
    const [first] = dates;
    const more = pastDays(1, { dates: ['2025-01-02'], funds: 80, fills: 1_400 }).fills;
    const again = past.fills.filter(({ trade_date }) => trade_date === first);
    const before = await rowsIn('fills');
    const began = performance.now();
    await bench.add('fills', more);
    await bench.add('fills', again);
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(
      `${more.length + again.length} fills saved beside ${before}: ${seconds.toFixed(2)} s\n`,
    );
    expect(await rowsIn('fills')).toBe(before + more.length);
  });

  it('give the same figures as plain loops over them', async () => {
    await expectViews(bench, past);
    await expectReports(bench, past, FROM, TO);
    await expectReports(bench, past, '2024-12-02', TO);
  });
});
