// Corrections of corrections, and what names a fill that nobody has seen: put to the right fill, or named; never counted beside it.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PastFills } from '../../src/desk/feeds';
import type { Fill } from '../../src/domain/fill';
import { type FillsContext, parseFills } from '../../src/google/fills';
import { texts } from '../fakes/said';

const context: FillsContext = {
  url: 'https://post.trades.example/allocation/fills',
  date: '2024-11-08',
  accounts: [
    { broker: 'Aurora', accountCode: '101' },
    { broker: 'Aurora', accountCode: '102' },
  ],
  alias: null,
  localTime: (instant) => new Date(instant.getTime() - 3 * 3_600_000).toISOString().slice(0, 19),
};
const row = (change: object = {}) => ({
  ...{ accountAlias: 'CASA', accountCode: '101', fillId: 'F1', symbol: 'HASH11' },
  ...{ side: 'Buy', qty: 300, price: 62.4 },
  ...change,
});
const correction = (fillId: string, of: string | undefined, qty: number, more: object = {}) =>
  row({ fillId, qty, status: 'TradeCorrect', execRefId: of, ...more });
const bust = (fillId: string, of: string | undefined, more: object = {}) =>
  row({ fillId, status: 'TradeCancel', execRefId: of, ...more });
const read = (rows: readonly object[], more: Partial<FillsContext> = {}) =>
  parseFills({ fills: rows }, { ...context, ...more });
const brief = ({ rows }: { readonly rows: readonly Fill[] }) =>
  rows.map(({ fillId, quantity, status }) => [fillId, quantity, status]);
const codes = ({ problems }: ReturnType<typeof read>) =>
  problems.map(({ severity, code }) => [severity, code]);
const known = read([row()]).rows;

describe('a chain of corrections', () => {
  const chain = [row(), correction('F9', 'F1', 250), correction('F11', 'F9', 200)];

  it('ends in what was said last, as the one fill that it is', () => {
    const answer = read(chain);
    expect(brief(answer)).toEqual([['F1', 200, 'EXECUTED']]);
    expect(answer.problems).toEqual([]);
  });

  it('that is busted at any link is a bust of the fill', () => {
    for (const of of ['F1', 'F9', 'F11'])
      expect(brief(read([...chain, bust('F12', of)]))).toEqual([['F1', 200, 'BUSTED']]);
  });

  it('may be taken back in part by a negative row', () => {
    expect(brief(read([...chain, row({ fillId: 'F13', qty: -50, execRefId: 'F11' })]))).toEqual([
      ['F1', 150, 'EXECUTED'],
    ]);
  });

  it('by numbers that only add something is one too', () => {
    const answer = read([
      row(),
      correction('F1-2', undefined, 250),
      correction('F1-2-3', undefined, 200),
      bust('F1-2-3/C', undefined, { qty: 200 }),
    ]);
    expect(brief(answer)).toEqual([['F1', 200, 'BUSTED']]);
    expect(answer.problems).toEqual([]);
  });

  it('is the same whatever the order of rows', () => {
    const rows = [
      ...chain,
      correction('F14', 'F11', 180),
      row({ fillId: 'F2', qty: 500 }),
      bust('F15', 'F2'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const answer = read(shuffled);
        expect([...brief(answer)].sort()).toEqual([
          ['F1', 180, 'EXECUTED'],
          ['F2', 500, 'BUSTED'],
        ]);
        expect(answer.problems).toEqual([]);
      }),
    );
  });

  it('that forks cannot be told apart', () => {
    expect(codes(read([...chain, correction('F12', 'F9', 190)]))).toEqual([['error', 'twofold-fill']]);
  });

  it('that leads back to itself is about a fill that nobody has seen', () => {
    expect(codes(read([correction('F9', 'F11', 250), correction('F11', 'F9', 200)]))).toEqual([
      ['error', 'unknown-correction'],
      ['error', 'unknown-correction'],
    ]);
  });

  it('is remembered when its first rows are gone from the answer', () => {
    const before = read([row(), correction('F9', 'F1', 250)]);
    const past: PastFills = { corrected: before.corrected ?? {}, earlier: () => [], keptOn: () => null };
    const of = (...rows: readonly object[]) => read(rows, { known: before.rows, past });
    expect(brief(of(bust('F10', 'F9')))).toEqual([['F1', 250, 'BUSTED']]);
    expect(brief(of(correction('F11', 'F9', 200)))).toEqual([['F1', 200, 'EXECUTED']]);
  });

  it('is followed from a later day to the fill of the day that is over', () => {
    const MONDAY = '2024-11-11T09:00:00-03:00';
    const FRIDAY = '2024-11-08T12:00:00-03:00';
    const answer = read([correction('F9', 'F1', 250, { time: FRIDAY }), bust('X1', 'F9', { time: MONDAY })], {
      known,
      isOver: true,
    });
    expect(brief(answer)).toEqual([['F1', 250, 'BUSTED']]);
  });

  it('to no shares is a bust', () => {
    expect(brief(read([row(), correction('F9', 'F1', 0, { price: 0 })]))).toEqual([['F1', 300, 'BUSTED']]);
  });
});

describe('what names a fill that nobody has seen', () => {
  it.each([
    ['a correction by a field', correction('F9', 'ZZ', 250), 'unknown-correction', 'corrects fill ZZ to 250'],
    [
      'a correction that names none',
      correction('F9', undefined, 250),
      'unknown-correction',
      'does not say which',
    ],
    ['a bust by a field', bust('F9', 'ZZ'), 'unknown-bust', 'busts fill ZZ of Aurora, which nobody has seen'],
    ['a bust that names none', bust('F9', undefined), 'unknown-bust', 'ask the provider which fill'],
    ['a bare bust by a field', bust('F9', 'ZZ', { qty: 0, price: 0 }), 'unknown-bust', 'busts fill ZZ'],
  ])('is a problem: %s', (_how, event, code, words) => {
    const answer = read([row(), event]);
    expect(codes(answer)).toEqual([['error', code]]);
    expect(texts(answer.problems)[0]).toContain(words);
    expect(brief(answer)).toEqual([['F1', 300, 'EXECUTED']]);
  });

  it.each([
    ['Busted', 'unknown-bust', ['F9', 200, 'BUSTED']],
    ['Corrigida', 'unknown-correction', ['F9', 200, 'EXECUTED']],
  ])(
    'is the fill itself where its word says what happened to it (%s), and that is told',
    (status, code, as) => {
      const answer = read([row(), row({ fillId: 'F9', qty: 200, status })]);
      expect(brief(answer)).toEqual([['F1', 300, 'EXECUTED'], as]);
      expect(codes(answer)).toEqual([['warning', code]]);
    },
  );

  it('but of a day that is over changes nothing today, and that day is named', () => {
    const [fill] = known;
    const earlier = () => (fill ? [{ ...fill, fillId: 'Y1', date: '2024-11-07' }] : []);
    const past: PastFills = { corrected: {}, earlier, keptOn: () => null };
    for (const event of [
      bust('F9', 'Y1'),
      correction('F9', 'Y1', 250),
      row({ qty: -300, execRefId: 'Y1' }),
    ]) {
      const answer = read([row(), { ...event, fillId: 'F9' }], { past });
      expect(codes(answer)).toEqual([['warning', 'other-date']]);
      expect(texts(answer.problems)[0]).toContain('which is of 2024-11-07: it changes nothing today');
      expect(brief(answer)).toEqual([['F1', 300, 'EXECUTED']]);
    }
  });
});

it('a reference is to the fill of its own account where two accounts have the number', () => {
  const rows = [row(), row({ accountCode: '102', qty: 200 })];
  expect(brief(read([...rows, bust('F9', 'F1', { accountCode: '102' })]))).toEqual([
    ['F1', 300, 'EXECUTED'],
    ['F1@102', 200, 'BUSTED'],
  ]);
});
