// From the post-trade system's rows to the desk's fills.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inEnglish, type Problem } from '../../src/domain/problem';
import { type FillsContext, parseConsolidated, parseFills } from '../../src/google/fills';

const context: FillsContext = {
  url: 'https://post.trades.example/allocation/consolidated',
  date: '2024-11-08',
  accounts: [
    { broker: 'XP', accountCode: '1001' },
    { broker: 'Aurora', accountCode: '2002' },
  ],
  alias: 'DESK',
  localTime: (instant) => new Date(instant.getTime() - 3 * 3_600_000).toISOString().slice(0, 19),
};

const row = (change: object = {}) => ({
  accountCode: '1001',
  accountAlias: 'DESK',
  side: 'Buy',
  symbol: 'HASH11',
  qty: 60_000,
  avgPrice: 62.4,
  ...change,
});
const consolidated = (rows: readonly object[], change: Partial<FillsContext> = {}) =>
  parseConsolidated({ consolidatedAllocations: rows }, { ...context, ...change });

const fill = (change: object = {}) => ({
  fillId: 'F1',
  accountCode: '1001',
  accountAlias: 'DESK',
  side: 'Sell',
  symbol: 'SOLH11',
  qty: 10,
  price: 32.27,
  time: '2024-11-08T13:31:05Z',
  status: 'Executed',
  ...change,
});
const fills = (rows: readonly object[]) => parseFills({ fills: rows }, context);
const texts = (answer: { problems: readonly Problem[] }) =>
  answer.problems.map((problem) => inEnglish({ ...problem, tab: null }));

describe('a consolidated row', () => {
  it('is one fill at its average price, named by account, symbol and side, so that a later fetch replaces it', () => {
    expect(consolidated([row()])).toMatchObject({
      rows: [
        {
          date: '2024-11-08',
          fillId: '1001|HASH11|Buy',
          broker: 'XP',
          asset: 'HASH11',
          side: 'BUY',
          quantity: 60_000,
          price: 62.4,
          time: null,
          status: 'EXECUTED',
          source: 'api',
        },
      ],
      problems: [],
    });
  });

  it('has its average price kept to eight decimals', () => {
    expect(consolidated([row({ avgPrice: 62.401234567891 })]).rows[0]?.price).toBe(62.40123457);
  });

  it('of another alias is left out and counted, whatever it holds', () => {
    const answer = consolidated([row(), row({ accountAlias: 'OTHER', accountCode: '9', qty: -1 })]);
    expect(answer.rows).toHaveLength(1);
    expect(answer.problems).toEqual([]);
    expect(answer.leftOut).toEqual([{ reason: 'alias', broker: null, n: 1 }]);
  });

  it('of the desk counts without the setting when there is only one alias, else it is asked for', () => {
    expect(consolidated([row(), row({ side: 'Sell' })], { alias: null })).toMatchObject({ problems: [] });
    const answer = consolidated([row(), row({ accountAlias: 'OTHER' })], { alias: null });
    expect(answer.problems[0]).toMatchObject({ severity: 'error', code: 'account-alias' });
    expect(texts(answer)[0]).toContain('rows of the aliases DESK, OTHER');
  });

  it('of a hedge leg is left out and counted, beside its symbol or before it trades', () => {
    const answer = consolidated([
      row(),
      row({ symbol: 'HASH11H' }),
      row({ symbol: 'SOLH11H' }),
      row({ symbol: 'SOLH11' }),
    ]);
    expect(answer.rows.map(({ asset }) => asset)).toEqual(['HASH11', 'SOLH11']);
    expect(answer.leftOut).toEqual([{ reason: 'hedge', broker: 'XP', n: 2 }]);
  });

  it('of a symbol that ends in H by itself counts', () => {
    expect(consolidated([row({ symbol: 'BITH' })]).rows).toHaveLength(1);
  });

  it('of an account that no broker has is an error that says where to write it, once an account', () => {
    const answer = consolidated([row({ accountCode: '77' }), row({ accountCode: '77', side: 'Sell' })]);
    expect(answer.rows).toEqual([]);
    expect(answer.problems).toMatchObject([{ severity: 'error', code: 'unmapped-account' }]);
    expect(texts(answer)).toEqual([
      'account 77 has fills but belongs to no broker; write it into account_codes of its broker in the tab brokers.',
    ]);
  });

  it('with an account code that is a number finds its broker', () => {
    expect(consolidated([row({ accountCode: 2002 })]).rows[0]?.broker).toBe('Aurora');
  });

  it('without shares is nothing executed', () => {
    expect(consolidated([row({ qty: 0, avgPrice: 0 })])).toMatchObject({ rows: [], problems: [] });
  });

  it('that stands twice is an error: neither may replace the other', () => {
    expect(consolidated([row(), row({ qty: 1 })]).problems).toMatchObject([{ code: 'duplicate-row' }]);
  });

  it.each([
    ['qty', 1.5, 'qty 1.5 is not a whole number'],
    ['qty', -3, 'qty -3 is negative'],
    ['qty', 1e10 + 1, 'qty 10000000001 is more shares than there can be'],
    ['qty', 'many', 'qty "many" is not a number'],
    ['qty', null, 'qty null is not a number'],
    ['avgPrice', 0, 'avgPrice 0 is not a price above zero'],
    ['avgPrice', -62.4, 'avgPrice -62.4 is not a price above zero'],
    ['avgPrice', 'NaN', 'avgPrice "NaN" is not a number'],
    ['avgPrice', undefined, 'avgPrice is missing'],
    ['side', 'Hold', 'side "Hold" is neither Buy nor Sell'],
    ['side', '', 'side is missing'],
    ['symbol', 'HASH 11', 'symbol "HASH 11" is not a symbol such as HASH11'],
    ['accountCode', null, 'accountCode is missing'],
  ])('with %s = %j is refused with address, field and value', (field, value, words) => {
    const answer = consolidated([row(), row({ side: 'Sell', [field]: value })]);
    expect(texts(answer)).toEqual([
      `${context.url}: row 2: ${words}; ask the provider, or fill in the tab by hand.`,
    ]);
    expect(answer.rows).toHaveLength(1);
  });
});

describe('an answer that is none', () => {
  it.each([[null], [[]], ['text'], [{}], [{ consolidatedAllocations: {} }]])('such as %j is told', (body) => {
    const answer = parseConsolidated(body, context);
    expect(texts(answer)[0]).toContain('the answer has no list "consolidatedAllocations"');
    expect(answer.rows).toEqual([]);
  });

  it('has its rows that are no records told one by one', () => {
    const answer = parseConsolidated({ consolidatedAllocations: [row(), 7, null] }, context);
    expect(answer.rows).toHaveLength(1);
    expect(texts(answer).map((text) => /row (\d)/.exec(text)?.[1])).toEqual(['2', '3']);
  });
});

describe('a single fill', () => {
  it('keeps its number, price and status, its time in São Paulo', () => {
    expect(fills([fill()])).toEqual({
      rows: [
        {
          date: '2024-11-08',
          fillId: 'F1',
          broker: 'XP',
          asset: 'SOLH11',
          side: 'SELL',
          quantity: 10,
          price: 32.27,
          time: '2024-11-08T10:31:05',
          status: 'EXECUTED',
          source: 'api',
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['2024-11-08T10:31:05-03:00', '2024-11-08T10:31:05'],
    ['2024-11-08T10:31:05.123', '2024-11-08T10:31:05'],
    ['2024-11-08 10:31:05', '2024-11-08T10:31:05'],
    [null, null],
  ])('with the time %j was done at %j', (time, stamp) => {
    expect(fills([fill({ time })]).rows[0]?.time).toBe(stamp);
  });

  it.each([
    ['Executed', 'EXECUTED'],
    ['filled', 'EXECUTED'],
    [undefined, 'EXECUTED'],
    ['Pending', 'PENDING'],
    ['BUSTED', 'BUSTED'],
    ['Cancelled', 'BUSTED'],
  ])('that the system calls %j is %s', (status, ours) => {
    expect(fills([fill({ status })]).rows[0]?.status).toBe(ours);
  });

  it('of an unknown status or time is refused', () => {
    expect(texts(fills([fill({ status: 'odd' })]))[0]).toContain('status "odd" is none of');
    expect(texts(fills([fill({ time: 'noon' })]))[0]).toContain('time "noon" is not a time');
  });

  it('that comes again with the same number replaces the earlier, such as a bust', () => {
    const answer = fills([fill(), fill({ fillId: 'F2' }), fill({ status: 'Busted' })]);
    expect(answer.rows.map(({ fillId, status }) => [fillId, status])).toEqual([
      ['F1', 'BUSTED'],
      ['F2', 'EXECUTED'],
    ]);
  });

  it('of another day in São Paulo is left out and counted', () => {
    const answer = fills([fill(), fill({ fillId: 'F2', time: '2024-11-08T02:00:00Z' })]);
    expect(answer.rows.map(({ fillId }) => fillId)).toEqual(['F1']);
    expect(answer.leftOut).toEqual([{ reason: 'date', broker: 'XP', n: 1 }]);
  });
});

it('whatever the system answers, every fill that comes out is whole, priced and somebody’s', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('Buy', 'Sell', 'DESK', 'HASH11', '1001', 1, 62.4),
  );
  const record = fc.record({
    accountCode: anything,
    accountAlias: fc.constant('DESK'),
    side: anything,
    symbol: anything,
    qty: anything,
    avgPrice: anything,
  });
  fc.assert(
    fc.property(fc.array(record), (rows) => {
      for (const each of consolidated(rows).rows) {
        expect(Number.isSafeInteger(each.quantity) && each.quantity > 0).toBe(true);
        expect(each.price).toBeGreaterThan(0);
        expect(['XP', 'Aurora']).toContain(each.broker);
      }
    }),
  );
});
