// The tab holidays: what a row makes of its date, in the words of a desk, and what it cannot mean.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTradingDay, session } from '../../src/domain/calendar';
import { DAY_KINDS } from '../../src/domain/dayException';
import { inEnglish } from '../../src/domain/problem';
import { isSettlementDay } from '../../src/domain/settlement';
import { addDays } from '../../src/domain/stamp';
import type { Cell } from '../../src/sheets/cell';
import { readTable } from '../../src/sheets/read';
import { holidays } from '../../src/sheets/tabs';

const DAY = '2026-11-13';
const HEADERS = ['date', 'kind', 'open', 'close', 'cutoffs'];

function readRow(...cells: readonly Cell[]) {
  const { table, problems } = readTable(holidays, [HEADERS, [DAY, ...cells]]);
  const rows = table.rows.map(({ value }) => value);
  return { rows, problems: problems.map(inEnglish) };
}

/** Hours and settlement of the day with that row. */
function dayWith(...cells: readonly Cell[]) {
  const { rows, problems } = readRow(...cells);
  expect(problems).toEqual([]);
  const hours = session(DAY, rows);
  return [hours === null ? null : `${hours.open}-${hours.close}`, isSettlementDay(DAY, rows)];
}

describe('a row of the tab holidays', () => {
  it.each([
    ['a date alone closes', [], [null, false]],
    ['times alone are its hours', [null, null, '13:00'], ['10:05-13:00', true]],
    ['cut-offs alone leave hours and settlement', [null, null, null, 'HASH11 14:30'], ['10:05-17:55', true]],
    ['closed', ['closed'], [null, false]],
    ['a late opening', ['late-opening', '13:00'], ['13:00-17:55', true]],
    ['a half day', ['half-day', null, '13:00'], ['10:05-13:00', true]],
    ['a day that trades and does not settle', ['trading-only'], ['10:05-17:55', false]],
    ['a day that settles and does not trade', ['settlement-only'], [null, true]],
    ['an extra session', ['open', '11:00', '15:00'], ['11:00-15:00', true]],
    ['in Portuguese', ['Só liquidação'], [null, true]],
    ['in Portuguese, a half day', ['meio pregão', '', '13h00'], ['10:05-13:00', true]],
  ] as const)('%s', (_case, cells, expected) => {
    expect(dayWith(...cells)).toEqual(expected);
  });

  it.each([
    ['closed with hours', ['closed', '11:00'], 'B2: kind closed has hours of trading beside it'],
    ['settlement-only with hours', ['settlement-only', null, '15:00'], 'B2: kind settlement-only has hours'],
    [
      'closed with cut-offs',
      ['closed', null, null, 'HASH11 14:30'],
      'B2: kind closed has cut-offs beside it',
    ],
    ['a late opening without its time', ['late-opening'], 'C2: open is blank; a late opening needs its time'],
    ['a half day without its time', ['half-day', '11:00'], 'D2: close is blank; a half day needs its time'],
    ['a close before the opening', [null, '15:00', '11:00'], 'D2: close 11:00 is not after open 15:00'],
    [
      'an opening that the ordinary close has passed',
      [null, '19:00'],
      'C2: open 19:00 is not before the close of that day, 17:55; write its close beside it',
    ],
    [
      'a close that the ordinary opening has not reached',
      ['half-day', null, '01:00'],
      'D2: close 01:00 is not after the opening of that day, 10:05; write its open beside it',
    ],
  ] as const)('%s is told at its cell, and is no row', (_case, cells, said) => {
    const { rows, problems } = readRow(...cells);
    expect(rows).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(`holidays!${said}`)]);
  });

  it('takes cut-offs as people write them', () => {
    const { rows } = readRow('', '', '', 'hash11: 14h30; thematics=12:00, Index 5 9:05');
    expect(rows[0]?.cutoffs).toEqual({ hash11: '14:30', thematics: '12:00', 'Index 5': '09:05' });
  });

  it('says nothing of any other date, whatever it says', () => {
    const kind = fc.constantFrom(null, ...DAY_KINDS);
    const days = fc.integer({ min: -400, max: 400 }).filter((away) => away !== 0);
    fc.assert(
      fc.property(kind, days, (which, away) => {
        const rows = [{ date: DAY, kind: which, open: null, close: null, cutoffs: {} }];
        const other = addDays(DAY, away);
        expect([isTradingDay(other, rows), isSettlementDay(other, rows)]).toEqual([
          isTradingDay(other, []),
          isSettlementDay(other, []),
        ]);
      }),
    );
  });
});
