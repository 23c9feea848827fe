// Bad input: each case with the sentence that the trader reads, and nothing written but the log.
import { describe, expect, it } from '@jest/globals';
import { apply } from '../../src/stages/runner';
import { finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { ALFA, AT, BETA, HASH11, trade, workedDay } from '../fixtures/workedDay';

const trades =
  (...rows: ReturnType<typeof trade>[]) =>
  (desk: MemoryDesk) =>
    desk.book.fill('daily-trades', rows);
const set = (key: string, value: string) => (desk: MemoryDesk) =>
  desk.book.fill('settings', [...desk.book.records('settings').map((row) => ({ ...row })), { key, value }]);

const CASES: readonly [string, (desk: MemoryDesk) => void, string][] = [
  [
    'an unknown CNPJ',
    trades(trade('11.444.777/0001-61', 100)),
    'daily-trades!B2: 11.444.777/0001-61 is no fund of fund-stats',
  ],
  ['a wrong check digit', trades(trade('11.222.333/0001-82', 100)), 'daily-trades!B2: cnpj'],
  [
    'a CNPJ as a number',
    trades({ ...trade(ALFA, 100), cnpj: 11222333000181 as never }),
    'daily-trades!B2: cnpj',
  ],
  [
    'the same trade twice',
    trades(trade(ALFA, 100), trade(ALFA, 100)),
    'daily-trades!B3: the same fund, ETF, side and strategy stand in row 2 already'.replace(' already', ''),
  ],
  ['a negative amount', trades(trade(ALFA, -5)), 'daily-trades!E2: amount'],
  ['a malformed amount', trades(trade(ALFA, '1,2,3')), 'daily-trades!E2: amount "1,2,3"'],
  ['an ambiguous amount', trades(trade(ALFA, '1.234')), 'daily-trades!E2: amount "1.234"'],
  [
    'an unknown ETF',
    trades(trade(ALFA, 100, 'BUY', 'NOPE11')),
    'daily-trades!C2: ALFA FIF may not trade NOPE11',
  ],
  [
    'an allowed ETF that the desk does not know',
    trades(trade(ALFA, 100, 'BUY', 'BITH11')),
    'daily-trades!C2: BITH11 is not in the etfs tab',
  ],
  [
    'both sides of one ETF',
    trades(trade(ALFA, 100), trade(ALFA, 100, 'SELL')),
    'daily-trades!D3: the fund has a BUY of HASH11 in row 2; keep one side',
  ],
  [
    'a missing header',
    (desk) => {
      (desk.book.tabs.get('daily-trades')?.[0] ?? [])[4] = 'valor';
    },
    'daily-trades!1:1: header "amount" is missing',
  ],
  [
    'a NaN price',
    (desk) => {
      desk.world.feedProblems = [
        { severity: 'error', code: 'bad-price', tab: null, cell: null, text: 'price NaN is no price' },
      ];
    },
    'price NaN is no price',
  ],
  [
    'a stale iNAV',
    (desk) => {
      desk.services.feeds = () => ({ executions: () => null, quotes: () => null });
      desk.book.fill('market-data', [
        { asset: 'HASH11', inav: 62.5, shares_per_unit: 20_000, as_of: '2024-11-08T09:00:00' },
      ]);
    },
    'market-data!F2: the iNAV of HASH11 is 75 minutes old',
  ],
  [
    'no iNAV at all',
    (desk) => {
      desk.world.quotes = [];
    },
    'market-data: no iNAV of HASH11',
  ],
  [
    'a day without trading',
    (desk) => {
      desk.world.now = '2024-11-15T10:15:00';
    },
    'holidays: B3 is closed on 2024-11-15',
  ],
  [
    'a closed market',
    (desk) => {
      desk.world.now = '2024-11-08T17:56:00';
    },
    'it is 17:56 and trading ended at 17:55',
  ],
  [
    'cash that does not reach',
    (desk) => {
      const rows = desk.book.records('fund-stats').map((row) => ({ ...row, cash: 1_000_000 }));
      desk.book.fill('fund-stats', rows);
    },
    'daily-trades!E2: ALFA FIF buys for R$ 10.000.000,00 and has R$ 1.000.000,00',
  ],
  [
    'a sell beyond the holdings',
    (desk) => {
      trades(trade(BETA, 1_000_000, 'SELL'))(desk);
      desk.book.fill('holdings', [{ cnpj: BETA, asset: 'HASH11', shares: 100 }]);
    },
    'daily-trades!E2: BETA FIF sells R$ 1.000.000,00 of HASH11 and holds 100 shares worth R$ 6.250,00',
  ],
  [
    'brokers’ shares below 100%',
    (desk) => {
      desk.book.fill(
        'brokers',
        desk.book.records('brokers').map((row) => ({ ...row, share: 0.9 })),
      );
    },
    'brokers: the column share adds up to 90%; make it 100%',
  ],
  [
    'an offshore order without an offshore desk',
    (desk) => {
      trades(trade(ALFA, 100, 'BUY', 'USBTC'))(desk);
      desk.book.fill('settings', [{ key: 'TRADER_EMAILS', value: 'traders@desk.example' }]);
    },
    'settings: 1 offshore orders and OFFSHORE_EMAILS is blank',
  ],
  ['a day without a trade', trades(), 'daily-trades: there is no trade to do'],
  ['a bad setting', set('tolerance', 'plenty'), 'settings!B5: tolerance "plenty"'],
];

describe('initial orders refuse', () => {
  it.each(CASES)('%s', (_name, spoil, sentence) => {
    const desk = workedDay();
    spoil(desk);
    const before = JSON.stringify(
      [...desk.book.tabs].filter(([tab]) => !['log', 'executions', 'market-data'].includes(tab)),
    );
    const report = apply(desk.services, initialOrders());
    expect(report.status).toBe('refused');
    expect(report.problems.join('\n')).toContain(sentence);
    expect(
      JSON.stringify(
        [...desk.book.tabs].filter(([tab]) => !['log', 'executions', 'market-data'].includes(tab)),
      ),
    ).toBe(before);
    expect(desk.mails).toHaveLength(0);
    expect(desk.rows.size).toBe(0);
    expect(desk.book.records('log')).toHaveLength(1);
  });

  it('everything that is wrong at once', () => {
    const desk = workedDay();
    trades(trade(ALFA, '1,2,3'), trade('11.222.333/0001-82', 5), trade(BETA, 100, 'HOLD'))(desk);
    const { problems } = apply(desk.services, initialOrders());
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'daily-trades!E2',
      'daily-trades!B3',
      'daily-trades!D4',
    ]);
  });
});

describe('what a sheet may look like', () => {
  it('columns moved, columns of the users and blank rows change nothing', () => {
    const desk = workedDay();
    const plain = workedDay();
    const grid = desk.book.tabs.get('daily-trades') ?? [];
    desk.book.tabs.set(
      'daily-trades',
      grid.flatMap((row, index) => [
        [index === 0 ? 'note' : 'mine', ...[...row].reverse()],
        [null, null, null],
      ]),
    );
    apply(desk.services, initialOrders());
    apply(plain.services, initialOrders());
    expect(desk.book.records('orders')).toEqual(plain.book.records('orders'));
    expect(desk.book.records('order-intents')).toEqual(plain.book.records('order-intents'));
  });
});

describe('later stages refuse', () => {
  it('before the day is open', () => {
    const desk = workedDay();
    expect(apply(desk.services, primaryUnits('all', true)).problems).toEqual([
      'no day is open; run Initial orders for 2024-11-08 first',
    ]);
  });

  it('requests after the cut-off', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.now = '2024-11-08T13:31:00';
    expect(apply(desk.services, primaryUnits('all', true)).problems.join()).toContain(
      'etfs!G2: it is 13:31 and the cut-off of HASH11 was 13:30',
    );
  });

  it('an allocation while the market is open', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.now = AT.afternoon;
    expect(apply(desk.services, finalAllocation()).problems).toEqual([
      'the market is open until 18:15; run the final allocation after that',
    ]);
  });

  it('a unit without shares', () => {
    const desk = workedDay();
    desk.world.quotes = [{ ...HASH11, sharesPerUnit: 0 }];
    expect(apply(desk.services, initialOrders()).problems.join()).toContain(
      'market-data!C2: one creation unit of HASH11 has no shares',
    );
  });
});
