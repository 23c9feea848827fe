// The desk's views and reports on the local warehouse: days drawn from a seed, computed a second time.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPastBench, type PastBench } from './pastBench';
import { expectReports, expectViews } from './pastCheck';
import { type Past, pastDays } from './pastDays';

const DATES = ['2024-11-04', '2024-11-05', '2024-11-06', '2024-11-07', '2024-11-08', '2024-11-11'];

async function fill(bench: PastBench, past: Past): Promise<void> {
  for (const [table, rows] of Object.entries(past)) await bench.add(table, rows);
}

describe('six days drawn from a seed', () => {
  const past = pastDays(7, { dates: DATES, funds: 6, fills: 120 });
  let bench: PastBench;
  beforeAll(async () => {
    bench = await openPastBench();
    await fill(bench, past);
  });
  afterAll(() => bench.end());

  it('are such that a view that forgets a rule is found out', () => {
    const ended = new Set(past.runs.map(({ run_id }) => run_id));
    expect(past.fills.some(({ run_id }) => !ended.has(run_id))).toBe(true);
    expect(past.instructions.some(({ run_id }) => !ended.has(run_id))).toBe(true);
    expect(past.fills.some(({ status }) => status === 'BUSTED')).toBe(true);
    expect(past.fills.some(({ time }) => time === null)).toBe(true);
    expect(past.runs.some(({ stage, run_at }) => stage === 'final' && run_at.endsWith('19:10:00'))).toBe(
      true,
    );
    expect(past.allocation_rows.some(({ cnpj }) => cnpj === null)).toBe(true);
    expect(past.allocation_rows.some(({ target, shares }) => target === 0 && shares > 0)).toBe(true);
    expect(past.quotes.some(({ official_nav }) => official_nav !== null)).toBe(true);
  });

  it('give the same views as a computation in plain loops', () => expectViews(bench, past));

  it('give the same reports, over all days and over some', async () => {
    await expectReports(bench, past, '2024-11-01', '2024-11-30');
    await expectReports(bench, past, '2024-11-05', '2024-11-07');
  });

  it('cost the same whatever iNAV a stage fetched last: a click on Status changes nobody’s figures', async () => {
    const clicked = await openPastBench();
    try {
      const quotes = past.quotes.map((quote) => ({ ...quote, inav: Number((quote.inav * 1.07).toFixed(4)) }));
      await fill(clicked, { ...past, quotes });
      const sorted = async (from: PastBench, view: string) =>
        (await from.view(view)).map((row) => JSON.stringify(row)).sort();
      for (const view of ['fund_primary_mix', 'broker_slippage', 'fund_tracking'])
        expect(await sorted(clicked, view)).toEqual(await sorted(bench, view));
    } finally {
      await clicked.end();
    }
  });

  it('have a row of nothing outside the period', async () => {
    for (const report of ['deskByDay', 'funds', 'brokers', 'fundsByDay'] as const)
      expect(await bench.report(report, '2024-12-01', '2024-12-31')).toEqual([]);
  });

  it('favour nobody on the whole: what some pay beyond the average, others pay less', async () => {
    const mixes = await bench.view('fund_primary_mix');
    const beyond = mixes.reduce((sum, row) => sum + Number(row.beyond_average), 0);
    const paid = mixes.reduce((sum, row) => sum + Math.abs(Number(row.beyond_average)), 0);
    expect(paid).toBeGreaterThan(100_000);
    expect(Math.abs(beyond)).toBeLessThan(1);
  });
});
