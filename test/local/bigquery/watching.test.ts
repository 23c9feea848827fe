// The query by which an administrator sees that the desk did not run, as docs/admin.md has it.
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { openBench } from './bench';

const query = (): string =>
  /```sql\n([^`]*?latest_runs[^`]*?)```/.exec(readFileSync('docs/admin.md', 'utf8'))?.[1] ?? '';

it('lists weekdays without an allocation, those on which nothing ran and today among them, and no weekend', async () => {
  const bench = await openBench();
  try {
    await bench.request(
      'CREATE TABLE team_trading.latest_runs (trade_date DATE, stage STRING, run_id STRING)',
    );
    // Today is Friday, 8 November 2024. On the 5th nothing ran, on the 6th the day broke off.
    const ran = async (day: string, stage = 'final') =>
      bench.request(
        `INSERT INTO team_trading.latest_runs (trade_date, stage, run_id) VALUES (DATE '${day}', '${stage}', 'r')`,
      );
    for (const day of [
      '10',
      '11',
      '14',
      '15',
      '16',
      '17',
      '18',
      '21',
      '22',
      '23',
      '24',
      '25',
      '28',
      '29',
      '30',
      '31',
    ])
      await ran(`2024-10-${day}`);
    for (const day of ['01', '04', '07']) await ran(`2024-11-${day}`);
    await ran('2024-11-06', 'initial');
    expect(await bench.ask(query())).toEqual([['2024-11-05'], ['2024-11-06'], ['2024-11-08']]);
    await ran('2024-11-08');
    expect(await bench.ask(query())).toEqual([['2024-11-05'], ['2024-11-06']]);
  } finally {
    await bench.end();
  }
});
