// The order in which rows stand says nothing: whatever people sort, the same orders, units and shares follow.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { examples } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { DELTA, MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, fill, GAMA, trade } from '../fixtures/workedDay';

const INPUTS = ['fund-stats', 'daily-trades', 'etfs', 'brokers', 'holdings', 'holidays', 'settings'];
const LATE = [
  fill('A7', 'BUY', 70_000, 62.6, `${DATE}T15:00:00`),
  fill('A8', 'SELL', 777, 62.51, `${DATE}T15:01:00`),
];

function book(): MemoryDesk {
  const desk = twoFamilies();
  desk.book.fill('daily-trades', [
    ...desk.book.records('daily-trades'),
    // Equal funds: only a rule of its own can tell who gets the odd share.
    trade(GAMA, 2_000_000),
    { ...trade(BETA, 123_456.78), strategy: 'RebalanceOrder' },
  ]);
  desk.book.fill('holdings', [
    { cnpj: DELTA, asset: 'HASH11', shares: 30_000 },
    { cnpj: ALFA, asset: 'DEFI11', shares: 9 },
  ]);
  desk.book.fill('holidays', [{ date: '2024-12-30' }, { date: DATE, open: '10:00' }]);
  return desk;
}

type Shuffle = <T>(rows: readonly T[]) => readonly T[];

function play(start: MemoryDesk, shuffle: Shuffle) {
  const desk = copyDesk(start);
  const mix = (): void => {
    for (const tab of INPUTS) desk.book.fill(tab, shuffle(desk.book.records(tab)));
  };
  mix();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = shuffle(MORNING_FILLS);
  desk.world.quotes = shuffle(desk.world.quotes);
  mix();
  apply(desk.services, primaryUnits('all', true));
  desk.world.now = AT.afternoon;
  desk.world.fills = shuffle([...MORNING_FILLS, ...LATE]);
  mix();
  apply(desk.services, adjustmentCycle(null));
  desk.world.now = AT.evening;
  mix();
  expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
  const kept = [...desk.book.tabs.keys()].filter((tab) => ![...INPUTS, 'log', '_pending'].includes(tab));
  return {
    tabs: kept.map((tab) => [tab, desk.book.records(tab)]),
    rows: [...desk.rows].map(([table, rows]) => [table, [...rows.values()]]),
    files: [...desk.files],
    mails: desk.mails.map(({ to, subject, text }) => [to, subject, text]),
  };
}

describe('the order of rows', () => {
  const start = book();
  const straight = play(start, (rows) => rows);

  it('in every input tab and feed, changed before every stage, changes no tab, row, file or mail', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 17, maxLength: 17 }), (keys) => {
        let turn = 0;
        const shuffled = play(start, (rows) => {
          turn += 1;
          return rows
            .map((row, index) => ({ row, index, key: keys[(index * 7 + turn) % keys.length] ?? 0 }))
            .sort((a, b) => a.key - b.key || b.index - a.index)
            .map(({ row }) => row);
        });
        expect(shuffled).toEqual(straight);
      }),
      { ...examples(12), endOnFailure: true },
    );
  });

  it('played twice as it stands says the same', () => {
    expect(play(start, (rows) => rows)).toEqual(straight);
  });
});
