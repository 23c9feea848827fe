// Rows of a day that is over, in today's answer: known there or not, they never say anything of today.
import { describe, expect, it } from '@jest/globals';
import type { KeptFills, PastFills } from '../../src/desk/feeds';
import type { Fill } from '../../src/domain/fill';
import { parseConsolidated, parseFills } from '../../src/google/fills';

const FRIDAY = '2024-11-08';
const at = (time: string): string => `${FRIDAY}T${time}-03:00`;
const kept: Fill = {
  ...{ date: FRIDAY, fillId: 'F1', broker: 'Aurora', asset: 'HASH11', side: 'BUY', quantity: 300 },
  ...{ price: 62.4, time: `${FRIDAY}T12:00:00`, status: 'EXECUTED', source: 'api' },
};
const row = (change: object = {}) => ({
  ...{ accountAlias: 'CASA', accountCode: '101', fillId: 'F1', symbol: 'HASH11', side: 'Buy' },
  ...{ qty: 300, price: 62.4, time: at('12:00:00') },
  ...change,
});
const keeping = (day: Partial<KeptFills> = {}): PastFills => ({
  corrected: {},
  earlier: () => [],
  keptOn: (date) => (date === FRIDAY ? { fills: [kept], overruled: [], corrected: {}, ...day } : null),
});
const context = (past: PastFills) => ({
  url: 'https://post.trades.example/allocation/fills',
  date: '2024-11-11',
  accounts: [{ broker: 'Aurora', accountCode: '101' }],
  alias: null,
  localTime: (instant: Date) => new Date(instant.getTime() - 3 * 3_600_000).toISOString().slice(0, 19),
  past,
});
const read = (rows: readonly object[], past = keeping()) => parseFills({ fills: rows }, context(past));
const told = ({ leftOut = [] }: ReturnType<typeof read>) =>
  leftOut.map(({ reason, date, n }) => [reason, date, n]);

describe('rows of a day that is kept', () => {
  it.each([
    ['known as they are', [row()], [['booked', FRIDAY, 1]]],
    [
      'late',
      [row(), row({ fillId: 'F2', time: at('16:00:00') })],
      [
        ['booked', FRIDAY, 1],
        ['earlier', FRIDAY, 1],
      ],
    ],
    ['corrected', [row({ qty: 200 })], [['earlier', FRIDAY, 1]]],
    [
      'busted by a row of their own',
      [row(), row({ status: 'TradeCancel' })],
      [
        ['booked', FRIDAY, 1],
        ['earlier', FRIDAY, 1],
      ],
    ],
    [
      'without a time, by their date',
      [row({ fillId: 'F3', time: null, tradeDate: FRIDAY })],
      [['earlier', FRIDAY, 1]],
    ],
    ['without a price', [row({ fillId: 'F3', price: null })], [['earlier', FRIDAY, 1]]],
    ['over no shares', [row(), row({ fillId: 'F3', qty: 0 })], [['booked', FRIDAY, 2]]],
    ['of an account that is nobody’s', [row({ accountCode: '999' })], [['date', undefined, 1]]],
    [
      'of a day of which none is kept',
      [row({ time: '2024-11-07T12:00:00-03:00' })],
      [['date', undefined, 1]],
    ],
    ['of tomorrow', [row({ time: '2024-11-12T12:00:00-03:00' })], [['date', undefined, 1]]],
  ])('%s are counted as what they are, and nothing is wrong with today', (_how, rows, expected) => {
    const answer = read(rows);
    expect(answer).toMatchObject({ rows: [], problems: [] });
    expect(answer.unplaced).toBeUndefined();
    expect(told(answer)).toEqual(expected);
  });

  it('are no news once a correction has taken them in, nor where a person knows better', () => {
    const late = { ...kept, fillId: 'F2' };
    expect(told(read([row({ fillId: 'F2' })], keeping({ fills: [kept, late] })))).toEqual([
      ['booked', FRIDAY, 1],
    ]);
    const overruled = { teller: 'feed', fill: { ...kept, quantity: 250 } } as const;
    expect(told(read([row({ qty: 250 })], keeping({ overruled: [overruled] })))).toEqual([
      ['booked', FRIDAY, 1],
    ]);
  });

  it('are told by the day’s averages too', () => {
    const average = { ...kept, fillId: '101|HASH11|Buy', time: null };
    const body = (qty: number) => ({
      consolidatedAllocations: [{ ...row({ qty, tradeDate: FRIDAY }), avgPrice: 62.4 }],
    });
    const of = (qty: number) => told(parseConsolidated(body(qty), context(keeping({ fills: [average] }))));
    expect(of(300)).toEqual([['booked', FRIDAY, 1]]);
    expect(of(350)).toEqual([['earlier', FRIDAY, 1]]);
  });

  it('taken back today are told of until that day has them so', () => {
    const bust = row({
      fillId: 'X1',
      status: 'TradeCancel',
      execRefId: 'F1',
      time: '2024-11-11T09:00:00-03:00',
    });
    const problems = (fill: Fill) => read([bust], { ...keeping(), earlier: () => [fill] }).problems;
    expect(problems(kept).map(({ code }) => code)).toEqual(['other-date']);
    expect(problems({ ...kept, status: 'BUSTED' })).toEqual([]);
  });
});

describe('a bust under its own number', () => {
  const today = (id: string, change: object = {}) =>
    row({ fillId: id, time: '2024-11-11T12:00:00-03:00', ...change });

  it('is of that fill, unless one that counts is like it', () => {
    const busted = today('B1', { status: 'Busted' });
    expect(read([today('A1', { qty: 200 }), busted]).unplaced).toBeUndefined();
    const { rows, unplaced = [] } = read([today('A1'), busted]);
    expect(rows.map(({ fillId, status }) => [fillId, status])).toEqual([['A1', 'EXECUTED']]);
    expect(unplaced.map(({ subject, problem }) => [subject, problem.severity])).toEqual([
      ['Aurora BUY HASH11 B1', 'warning'],
    ]);
  });
});
