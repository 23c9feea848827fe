// One fill is one fill: what tells it from others, what takes it back, what corrects it. Whatever the order of rows.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fill } from '../../src/domain/fill';
import { type FillsContext, parseConsolidated, parseFills } from '../../src/google/fills';
import { parseJson } from '../../src/google/json';
import { texts } from '../fakes/said';

const context: FillsContext = {
  url: 'https://post.trades.example/allocation/fills',
  date: '2024-11-08',
  accounts: [
    { broker: 'Aurora', accountCode: '101' },
    { broker: 'Aurora', accountCode: '102' },
    { broker: 'Meridian', accountCode: '202' },
  ],
  alias: null,
  localTime: (instant) => new Date(instant.getTime() - 3 * 3_600_000).toISOString().slice(0, 19),
};
const row = (change: object = {}) => ({
  accountAlias: 'CASA',
  accountCode: '101',
  fillId: 'A1',
  symbol: 'HASH11',
  side: 'Buy',
  qty: 300,
  price: 62.4,
  ...change,
});
const read = (rows: readonly object[], known: readonly Fill[] = []) =>
  parseFills({ fills: rows }, { ...context, known });
const brief = ({ rows }: { readonly rows: readonly Fill[] }) =>
  rows.map(({ fillId, asset, side, quantity, status }) => [fillId, asset, side, quantity, status]);
const codes = ({ problems }: ReturnType<typeof read>) =>
  problems.map(({ severity, code }) => [severity, code]);

describe('one number', () => {
  it('is unique per instrument and side only', () => {
    const answer = read([
      row({ fillId: 1520, qty: 400 }),
      row({ fillId: 1520, qty: 90, symbol: 'BITH11', price: 101.3 }),
      row({ fillId: 1530, qty: 250 }),
      row({ fillId: 1530, qty: 250, side: 'Sell' }),
    ]);
    expect(brief(answer)).toEqual([
      ['1520', 'HASH11', 'BUY', 400, 'EXECUTED'],
      ['1520', 'BITH11', 'BUY', 90, 'EXECUTED'],
      ['1530', 'HASH11', 'BUY', 250, 'EXECUTED'],
      ['1530', 'HASH11', 'SELL', 250, 'EXECUTED'],
    ]);
    expect(answer.problems).toEqual([]);
  });

  it('at two brokers, or at two accounts of one, is two fills', () => {
    const answer = read([
      row(),
      row({ accountCode: '102', qty: 200 }),
      row({ accountCode: '202', qty: 100 }),
    ]);
    expect(answer.rows.map(({ broker, fillId, quantity }) => [broker, fillId, quantity])).toEqual([
      ['Aurora', 'A1', 300],
      ['Aurora', 'A1@102', 200],
      ['Meridian', 'A1', 100],
    ]);
    expect(answer.problems).toEqual([]);
  });

  it('above 2^53 stays as it is written, as text or as a number', () => {
    const body = parseJson(
      '{"fills":[{"fillId":9007199254740993,"accountCode":"101","symbol":"HASH11","side":"Buy","qty":100,"price":62.4},' +
        '{"fillId":9007199254740992,"accountCode":"101","symbol":"HASH11","side":"Buy","qty":100,"price":62.4}]}',
    );
    const answer = parseFills(body, context);
    expect(answer.rows.map(({ fillId }) => fillId)).toEqual(['9007199254740993', '9007199254740992']);
    expect(answer.problems).toEqual([]);
  });

  it('that has lost digits on its way is refused', () => {
    expect(texts(read([row({ fillId: 2 ** 53 + 2 })]).problems)[0]).toContain('is no number as it was given');
  });

  it('that comes twice with the same content counts once, and that is said', () => {
    const answer = read([row(), row()]);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'EXECUTED']]);
    expect(codes(answer)).toEqual([['warning', 'repeated-row']]);
  });

  it('that comes twice with other content cannot be told apart', () => {
    const answer = read([row(), row({ qty: 301 })]);
    expect(codes(answer)).toEqual([['error', 'twofold-fill']]);
    expect(texts(answer.problems)[0]).toContain('came as 300 at R$ 62.40 and as 301 at R$ 62.40');
  });

  it('that is pending in one row and executed in another is executed', () => {
    expect(brief(read([row(), row({ status: 'Pending' })]))).toEqual([
      ['A1', 'HASH11', 'BUY', 300, 'EXECUTED'],
    ]);
    expect(brief(read([row({ status: 'Pending' }), row()]))).toEqual([
      ['A1', 'HASH11', 'BUY', 300, 'EXECUTED'],
    ]);
  });
});

describe('a bust', () => {
  it.each([
    ['TradeCancel'],
    ['Trade Cancel'],
    ['trade_cancelled'],
    ['H'],
    ['Busted'],
    ['Cancelada'],
    ['ESTORNADO'],
  ])('may be the word %s', (status) => {
    expect(brief(read([row(), row({ status }), row({ fillId: 'A2', status: 'Corrected' })]))).toEqual([
      ['A1', 'HASH11', 'BUY', 300, 'BUSTED'],
      ['A2', 'HASH11', 'BUY', 300, 'EXECUTED'],
    ]);
  });

  it.each([
    ['its suffix', { fillId: 'A1-C' }],
    ['its prefix', { fillId: 'CXL/A1' }],
    ['its own number', {}],
    ['a field', { fillId: 'X9', execRefId: 'A1' }],
    ['what it takes back', { fillId: 'X9' }],
  ])('may be a negative quantity, which is put to its fill by %s', (_how, change) => {
    const answer = read([row(), row({ fillId: 'A2', qty: 500 }), row({ ...change, qty: -300 })]);
    expect(brief(answer)).toEqual([
      ['A1', 'HASH11', 'BUY', 300, 'BUSTED'],
      ['A2', 'HASH11', 'BUY', 500, 'EXECUTED'],
    ]);
    expect(answer.problems).toEqual([]);
  });

  it('of a part leaves the rest', () => {
    expect(brief(read([row(), row({ fillId: 'A1-C', qty: -100 })]))).toEqual([
      ['A1', 'HASH11', 'BUY', 200, 'EXECUTED'],
    ]);
  });

  it('by word that names another fill is that fill’s', () => {
    const answer = read([row(), row({ fillId: 'X9', refId: 'A1', status: 'TradeCancel' })]);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'BUSTED']]);
  });

  it.each([
    ['its own number', {}],
    ['its suffix', { fillId: 'A1/C' }],
    ['a field', { fillId: 'X9', execRefID: 'A1' }],
  ])('by word need not repeat quantity and price: %s is enough', (_how, change) => {
    const answer = read([row(), row({ ...change, qty: 0, price: undefined, execType: 'H' })]);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'BUSTED']]);
    expect(answer.problems).toEqual([]);
  });

  it('of a fill that nobody has seen, without quantity, takes nothing back and is named', () => {
    const answer = read([row(), row({ fillId: 'X9', qty: 0, price: 0, status: 'Cancelled' })]);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'EXECUTED']]);
    expect(codes(answer)).toEqual([['warning', 'unknown-bust']]);
  });

  it('said twice, by status and by a negative row, is one', () => {
    const answer = read([row({ status: 'Cancelled' }), row({ fillId: 'A1-C', qty: -300 })]);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'BUSTED']]);
    expect(codes(answer)).toEqual([['warning', 'unknown-bust']]);
  });

  it('of a fill that only the desk knows is told of that fill', () => {
    const [known] = read([row()]).rows;
    const answer = read([row({ fillId: 'A1-C', qty: -300 })], known ? [known] : []);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'BUSTED']]);
  });

  it.each([
    ['two fills are like it', [row(), row({ fillId: 'A2' }), row({ fillId: 'X9', qty: -300 })]],
    ['no fill is', [row(), row({ fillId: 'X9', qty: -299 })]],
    ['it takes back more than there is', [row(), row({ fillId: 'A1-C', qty: -301 })]],
    ['its side is another', [row(), row({ fillId: 'X9', qty: -300, side: 'Sell' })]],
  ])('is a problem where %s', (_why, rows) => {
    expect(codes(read(rows))).toEqual([['error', 'unclear-bust']]);
  });

  it('of two like fills by two rows is of both', () => {
    const answer = read([
      row(),
      row({ fillId: 'A2' }),
      row({ fillId: 'X8', qty: -300 }),
      row({ fillId: 'X9', qty: -300 }),
    ]);
    expect(answer.rows.map(({ status }) => status)).toEqual(['BUSTED', 'BUSTED']);
    expect(answer.problems).toEqual([]);
  });
});

describe('a correction', () => {
  it.each([
    ['under its own number', {}],
    ['under another, with a field', { fillId: 'X9', origFillId: 'A1' }],
    ['under its number and more', { fillId: 'A1-2' }],
  ])('%s replaces the fill', (_how, change) => {
    const answer = read([row(), row({ ...change, qty: 250, status: 'TradeCorrect' })]);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 250, 'EXECUTED']]);
    expect(answer.problems).toEqual([]);
  });

  it.each([[0], ['0'], ['0.00']])('to %j shares is a bust', (qty) => {
    const answer = read([row(), row({ qty, status: 'TradeCorrect' })]);
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'BUSTED']]);
    expect(answer.problems).toEqual([]);
  });

  it.each([[''], [null], [undefined]])(
    'without a quantity (%j) is refused: nobody knows what it means',
    (qty) => {
      const answer = read([row(), row({ qty, status: 'TradeCorrect' })]);
      expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 300, 'EXECUTED']]);
      expect(codes(answer)).toEqual([['error', 'bad-answer']]);
    },
  );
});

describe('a row with the day before the month', () => {
  it.each([
    ['08/11/2024 10:31:05'],
    ['08/11/2024 10:31:05-03:00'],
    ['08/11/2024 13:31:05 +0000'],
    ['2024-11-08 13:31:05.250Z'],
  ])('%s is done in November, as people write it here', (time) => {
    expect(read([row({ time })]).rows[0]?.time).toBe('2024-11-08T10:31:05');
  });

  it.each([
    ['08-11-2024'],
    ['08/11/2024'],
    ['2024-11-08Z'],
    ['2024-11-08-03:00'],
    ['2024-11-08T00:00:00.000Z'],
  ])('dated %s is of today', (tradeDate) => {
    const answer = read([row({ tradeDate })]);
    expect([answer.rows.length, answer.leftOut]).toEqual([1, undefined]);
    expect(read([row({ tradeDate: tradeDate.replace('08', '07') })]).leftOut).toEqual([
      { reason: 'date', broker: 'Aurora', n: 1 },
    ]);
  });
});

describe('a row without a time', () => {
  it.each([['tradeDate'], ['date'], ['dataPregao']])('that gives another %s is of that date', (field) => {
    const answer = read([
      row(),
      row({ fillId: 'A2', [field]: '2024-11-07' }),
      row({ fillId: 'A3', [field]: '20241108' }),
    ]);
    expect(answer.rows.map(({ fillId }) => fillId)).toEqual(['A1', 'A3']);
    expect(answer.leftOut).toEqual([{ reason: 'date', broker: 'Aurora', n: 1 }]);
    const body = { consolidatedAllocations: [{ ...row({ [field]: '07/11/2024' }), avgPrice: 62.4 }] };
    expect(parseConsolidated(body, context)).toMatchObject({ rows: [], leftOut: [{ reason: 'date', n: 1 }] });
  });
});

describe('a row that says a date which nobody can read', () => {
  it('is refused, not counted as of today', () => {
    const answer = read([row(), row({ fillId: 'A2', tradeDate: 'ontem' })]);
    expect(texts(answer.problems)).toEqual([
      expect.stringContaining('row 2: tradeDate "ontem" is not a date'),
    ]);
    const body = { consolidatedAllocations: [{ ...row({ tradeDate: 'ontem' }), avgPrice: 62.4 }] };
    expect(texts(parseConsolidated(body, context).problems)).toEqual([
      expect.stringContaining('row 1: tradeDate "ontem" is not a date'),
    ]);
  });

  it('is of the day of its time, where it has one', () => {
    const answer = read([row({ tradeDate: 'ontem', time: '2024-11-08T10:31:05-03:00' })]);
    expect([answer.rows.length, answer.problems]).toEqual([1, []]);
  });
});

describe('an empty row', () => {
  it('of the fills is named and left out', () => {
    const answer = read([row(), row({ fillId: 'A2', qty: 0 })]);
    expect(codes(answer)).toEqual([['warning', 'empty-fill']]);
    expect(answer.rows).toHaveLength(1);
  });

  it('of the consolidated answer busts what was recorded of it', () => {
    const body = (qty: number) => ({
      consolidatedAllocations: [{ ...row(), qty, avgPrice: qty === 0 ? 0 : 62.4 }],
    });
    const known = parseConsolidated(body(300), context).rows;
    expect(parseConsolidated(body(0), { ...context, known }).rows).toMatchObject([
      { quantity: 300, status: 'BUSTED' },
    ]);
  });
});

it('whatever the order of rows, the fills are the same', () => {
  const rows = [
    row(),
    row({ fillId: 'A2', qty: 200 }),
    row({ fillId: 'A3', status: 'Pending' }),
    row({ fillId: 'A3' }),
    row({ fillId: 'A2-C', qty: -50 }),
    row({ fillId: 'A1', qty: 310, status: 'TradeCorrect' }),
    row({ fillId: 'A4', side: 'Sell' }),
    row({ fillId: 'X4', side: 'Sell', qty: -300 }),
    row({ accountCode: '102' }),
  ];
  const sorted = (answer: ReturnType<typeof read>) => brief(answer).map(String).sort();
  const expected = sorted(read(rows));
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(sorted(read(shuffled))).toEqual(expected);
    }),
  );
});

describe('a day that is over', () => {
  const known: readonly Fill[] = [
    {
      ...{ date: '2024-11-08', fillId: 'A1', broker: 'Aurora', asset: 'HASH11', side: 'BUY' },
      ...{ quantity: 300, price: 62.4, time: '2024-11-08T12:00:00', status: 'EXECUTED', source: 'api' },
    },
  ];
  const look = (...rows: readonly object[]) =>
    parseFills({ fills: rows }, { ...context, known, isOver: true });
  const FRIDAY = '2024-11-08T12:00:00-03:00';
  const MONDAY = '2024-11-11T09:00:00-03:00';

  it('is told by rows that name it; a row without a time is of today', () => {
    const answer = look(
      row({ qty: 200, time: FRIDAY }),
      row({ fillId: 'A2' }),
      row({ fillId: 'A3', time: MONDAY }),
    );
    expect(brief(answer)).toEqual([['A1', 'HASH11', 'BUY', 200, 'EXECUTED']]);
    expect(answer.leftOut).toEqual([{ reason: 'date', broker: 'Aurora', n: 2 }]);
  });

  it('is told by a later bust or correction that names its fill, which keeps its own time', () => {
    const bust = look(row({ fillId: 'X1', status: 'BUSTED', execRefId: 'A1', time: MONDAY }));
    expect(brief(bust)).toEqual([['A1', 'HASH11', 'BUY', 300, 'BUSTED']]);
    const corrected = look(
      row({ fillId: 'X1', qty: 250, status: 'CORRECTED', execRefId: 'A1', time: MONDAY }),
    );
    expect(corrected.rows).toMatchObject([
      { fillId: 'A1', quantity: 250, date: '2024-11-08', time: '2024-11-08T12:00:00' },
    ]);
  });

  it('is not told where the number is a later day’s fill as well, or nobody’s', () => {
    const twofold = look(
      row({ fillId: 'A1', qty: 50, time: MONDAY }),
      row({ fillId: 'X1', status: 'BUSTED', execRefId: 'A1', time: MONDAY }),
      row({ fillId: 'X2', status: 'BUSTED', execRefId: 'Z9', time: MONDAY }),
    );
    expect(twofold.rows).toEqual([]);
  });
});
