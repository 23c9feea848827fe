// The worked day to the share and the cent. The figures were worked out by exact fractions from the rules alone:
// w = 1/V, so each residual is the pool's times V/ΣV before shares are rounded; an odd share goes where it weighs most.
import { describe, expect, it } from '@jest/globals';
import { notionalE8 } from '../../src/domain/money';
import type { Cell } from '../../src/sheets/cell';
import {
  adjustmentCycle,
  finalAllocation,
  initialOrders,
  primaryUnits,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { AT, DATE, fill, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

const BUYS = fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`);
const SELLS = fill('F3', 'SELL', 2_000, 62.55, `${DATE}T16:20:00`);

type Rounding = 'nearest' | 'down';

/** The rows of a tab as lines, in the columns that are named. */
const rows = (desk: MemoryDesk, tab: string, ...columns: readonly string[]): readonly (readonly Cell[])[] =>
  desk.book.records(tab).map((row) => columns.map((column) => row[column] ?? null));

const cents = (row: Readonly<Record<string, Cell>>, column: string): number =>
  Math.round(Number(row[column]) * 100);

const sum = (desk: MemoryDesk, tab: string, column: string): number =>
  desk.book.records(tab).reduce((total, row) => total + cents(row, column), 0) / 100;

function morning(rounding: Rounding): MemoryDesk {
  const desk = workedDay(rounding);
  apply(desk.services, initialOrders());
  return desk;
}

function midday(rounding: Rounding): MemoryDesk {
  const desk = morning(rounding);
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  apply(desk.services, primaryUnits('nasdaq', true));
  return desk;
}

function afternoon(rounding: Rounding): MemoryDesk {
  const desk = midday(rounding);
  desk.world.now = AT.afternoon;
  desk.world.fills = [MIDDAY_FILL, BUYS];
  expect(apply(desk.services, adjustmentCycle(null)).headline).toContain('iteration 1 of 3');
  return desk;
}

/** The sales go on at 16:20; at 16:40 the caps in force still say what is to be done. */
function evening(rounding: Rounding): MemoryDesk {
  const desk = afternoon(rounding);
  desk.world.now = AT.later;
  desk.world.fills = [MIDDAY_FILL, BUYS, SELLS];
  expect(apply(desk.services, adjustmentCycle(null)).status).toBe('unchanged');
  desk.world.now = AT.evening;
  expect(apply(desk.services, finalAllocation())).toMatchObject({
    status: 'applied',
    problems: [],
    headline: expect.stringMatching(
      /^COMPLETE: 92,000 shares in 3 fills allocated in 9 lines, version 1(\.|$)/,
    ),
  });
  return desk;
}

describe('the worked day, in the morning', () => {
  it('gives the broker one cap over all three intents, 30 bps above the iNAV', () => {
    const desk = morning('nearest');
    expect(
      rows(desk, 'orders', 'instruction', 'version', 'cap', 'executed', 'limit_price', 'do_not_cross'),
    ).toEqual([['2024-11-08/HASH11/BUY/Aurora', 1, 12_300_000, 0, 62.68, 'no']]);
    expect(rows(desk, 'order-intents', 'fund', 'side', 'amount', 'version', 'approved_by')).toEqual([
      ['ALFA FIF', 'BUY', 10_000_000, 1, 'trader@desk.example'],
      ['GAMA FIF', 'BUY', 300_000, 1, 'trader@desk.example'],
      ['BETA FIF', 'BUY', 2_000_000, 1, 'trader@desk.example'],
    ]);
  });

  it('writes one mail to the broker, in its language, the traders copied', () => {
    const { mails } = morning('nearest');
    expect(mails.map(({ to, cc }) => [to, cc])).toEqual([
      [['mesa@aurora.example'], ['traders@desk.example']],
    ]);
    expect(mails[0]?.text).toContain('R$ 12.300.000,00');
  });
});

describe('the worked day, at midday', () => {
  it('with nearest units asks for 7, and is R$ 194,000 over', () => {
    const desk = midday('nearest');
    // A unit is worth no whole number of shares: all seven with ALFA leave ideal shares 22,559.67, 4,883.52 and 32,556.81,
    // which round better than those of 6 and 1, 42,591.72, 4,883.52 and 12,524.75, by R$ 3 of R$ 194,000.
    expect(
      rows(desk, 'primary-requests', 'fund', 'request', 'units', 'value', 'executed_shares', 'residual'),
    ).toEqual([
      ['ALFA FIF', 'creation', 7, 8_750_000, 22_559, -157_681.6],
      ['GAMA FIF', 'none', 0, 0, 4_884, -4_761.6],
      ['BETA FIF', 'none', 0, 0, 32_557, -31_556.8],
    ]);
    expect(sum(desk, 'primary-requests', 'residual')).toBe(-194_000);
  });

  it('with nearest units stops the buy and sells what is too much', () => {
    expect(rows(midday('nearest'), 'orders', 'side', 'version', 'cap', 'executed', 'limit_price')).toEqual([
      ['BUY', 2, 3_744_000, 3_744_000, 62.68],
      ['SELL', 1, 194_000, 0, 62.32],
    ]);
  });

  it('rounding down asks for 6, and misses R$ 1,056,000', () => {
    const desk = midday('down');
    expect(
      rows(desk, 'primary-requests', 'fund', 'units', 'value', 'executed_shares', 'residual', 'reasons'),
    ).toEqual([
      ['ALFA FIF', 6, 7_500_000, 26_305, 858_568, 'rounded down to whole units'],
      ['GAMA FIF', 0, 0, 4_395, 25_752, 'rounded down to whole units'],
      ['BETA FIF', 0, 0, 29_300, 171_680, 'rounded down to whole units'],
    ]);
    expect(sum(desk, 'primary-requests', 'residual')).toBe(1_056_000);
  });

  it('rounding down caps the broker at 3,744,000 done and 1,056,000 to do', () => {
    expect(rows(midday('down'), 'orders', 'side', 'version', 'cap', 'executed')).toEqual([
      ['BUY', 2, 4_800_000, 3_744_000],
    ]);
  });

  it('tells the administrator whose units they are, and the broker what replaces what', () => {
    const [, administrator, broker] = midday('down').mails;
    expect(administrator?.to).toEqual(['lotes@serra.example']);
    expect(administrator?.text).toContain('ALFA FIF');
    expect(administrator?.text).toContain('11.222.333/0001-81');
    expect(administrator?.text).toContain('R$ 7.500.000,00');
    expect(broker?.text).toContain('SUBSTITUI a v1');
    expect(broker?.text).toContain('R$ 4.800.000,00');
    expect(broker?.text).toContain('R$ 3.744.000,00');
  });
});

describe('the worked day, in the afternoon', () => {
  it.each([
    [
      'nearest',
      [
        ['ETF', null, 8_750_000, 5_622_000, -2_072_000],
        ['fund', 'ALFA FIF', 8_750_000, 2_934_559.07, -1_684_559.07],
        ['fund', 'GAMA FIF', 0, 350_562.93, -50_562.93],
        ['fund', 'BETA FIF', 0, 2_336_878, -336_878],
      ],
    ],
    [
      'down',
      [
        ['ETF', null, 7_500_000, 5_622_000, -822_000],
        ['fund', 'ALFA FIF', 7_500_000, 3_168_246.87, -668_246.87],
        ['fund', 'GAMA FIF', 0, 320_079.2, -20_079.2],
        ['fund', 'BETA FIF', 0, 2_133_673.93, -133_673.93],
      ],
    ],
  ] as const)(
    'with units %s, 30,000 more at 62.60 are too much, to the cent of R$ 62.4666… a share',
    (rounding, expected) => {
      const desk = afternoon(rounding);
      expect(rows(desk, 'adjustments', 'level', 'fund', 'primary', 'executed', 'difference')).toEqual(
        expected,
      );
      const [, ...funds] = expected;
      expect(rows(desk, 'adjustment-orders', 'fund', 'side', 'amount', 'strategy', 'iteration')).toEqual(
        funds.map(([, fund, , , difference]) => [fund, 'SELL', -difference, 'AdjustmentOrder', 1]),
      );
    },
  );

  it('asks the other side for all of it, cumulatively, and leaves the buy as it stands', () => {
    expect(rows(afternoon('nearest'), 'orders', 'side', 'version', 'cap', 'executed')).toEqual([
      ['BUY', 2, 3_744_000, 3_744_000],
      ['SELL', 2, 2_072_000, 0],
    ]);
    expect(rows(afternoon('down'), 'orders', 'side', 'version', 'cap', 'executed')).toEqual([
      ['BUY', 2, 4_800_000, 3_744_000],
      ['SELL', 1, 822_000, 0],
    ]);
  });
});

const NOT_YET = { primary_at_nav: null, residual_at_nav: null, residual_at_nav_bps: null };

describe.each([
  {
    rounding: 'nearest' as const,
    shares: [46_978, 5_612, 37_410],
    prices: [62.46666525, 62.46667855, 62.46666667],
    residuals: [-1_582_852.7, -47_498.05, -316_549.25],
    total: -1_946_900,
  },
  {
    rounding: 'down' as const,
    shares: [50_719, 5_124, 34_157],
    prices: [62.46666535, 62.46666667, 62.46666862],
    residuals: [-566_540.5, -17_014.25, -113_345.25],
    total: -696_900,
  },
])('the worked day, after the close, units $rounding', ({ rounding, shares, prices, residuals, total }) => {
  const desk = evening(rounding);
  const allocation = desk.book.records('allocation');
  const names = ['ALFA FIF', 'GAMA FIF', 'BETA FIF'];

  it('gives each fund its shares of the 90,000 bought and the 2,000 sold', () => {
    expect(rows(desk, 'allocation', 'side', 'fund', 'shares')).toEqual([
      ...names.map((name, index) => ['BUY', name, shares[index]]),
      ...names.map((name, index) => ['SELL', name, [1_626, 49, 325][index]]),
    ]);
  });

  it('leaves each fund with the residual that follows, and the pool with V − L·u − 5,622,000 + 125,100', () => {
    const own = allocation.filter(({ side }) => side === 'BUY');
    expect(own.map(({ residual }) => residual)).toEqual(residuals);
    expect(own.reduce((cum, row) => cum + cents(row, 'residual'), 0) / 100).toBe(total);
  });

  it('pays the brokers’ BRL to the cent: Σ shares × average price', () => {
    const paid = (code: string): number =>
      Number(
        desk.book
          .records('broker-orders')
          .filter(({ side }) => side === code)
          .reduce((e8, row) => e8 + notionalE8(Number(row.asset_amount), Number(row.average_price)), 0n),
      ) / 1e8;
    expect(rows(desk, 'broker-orders', 'side', 'fund', 'asset_amount', 'average_price')).toEqual([
      ...names.map((name, index) => ['C', name, shares[index], prices[index]]),
      ...names.map((name, index) => ['V', name, [1_626, 49, 325][index], 62.55]),
    ]);
    expect(paid('C').toFixed(2)).toBe('5622000.00');
    expect(paid('V').toFixed(2)).toBe('125100.00');
  });

  it('gives away every fill whole', () => {
    const lines = [...(desk.rows.get('allocation_lines')?.values() ?? [])];
    const given = new Map<string, number>();
    for (const [fillId, , , , , , count] of lines)
      given.set(String(fillId), (given.get(String(fillId)) ?? 0) + Number(count));
    expect(Object.fromEntries(given)).toEqual({ F1: 60_000, F2: 30_000, F3: 2_000 });
  });

  it('is fair: no fund is further from the pool’s price than the fills lie apart, R$ 0.20 in all', () => {
    for (const row of allocation) expect(Math.abs(cents(row, 'deviation'))).toBeLessThanOrEqual(20);
    expect(allocation.reduce((all, row) => all + cents(row, 'deviation'), 0)).toBe(0);
  });

  it('says the same in the broker’s file and to the broker', () => {
    const [file] = [...desk.files];
    expect(file?.[0]).toBe('Aurora/aloc_trading_2024-11-08.csv');
    expect(file?.[1].split('\n').slice(0, 2)).toEqual([
      'trade_date,asset,side,asset_amount,exchange_code,fund,cnpj,average_price,fill_id,fill_time,fill_price,price_of,amount_brl,rounding_brl,settlement_date,part_from',
      `2024-11-08,HASH11,C,${shares[0]},Aurora (3),ALFA FIF,11.222.333/0001-81,${prices[0]?.toFixed(8)},,,,fund,${((shares[0] ?? 0) * (prices[0] ?? 0)).toFixed(2)},0.00,2024-11-12,`,
    ]);
    const mail = desk.mails.find(({ subject }) => subject.includes('Alocação'));
    expect(mail?.attachments[0]?.content).toBe(file?.[1]);
  });

  it('has the residual at the official NAV once it is known beside that at the frozen iNAV, which stays', () => {
    const later = evening(rounding);
    later.world.quotes = later.world.quotes.map((quote) => ({ ...quote, officialNav: 63 }));
    apply(later.services, status());
    // Each of the 20,000 shares of a unit is worth R$ 0.50 more.
    const units = rounding === 'nearest' ? 7 : 6;
    expect(later.book.records('status')[0]).toMatchObject({
      residual: total,
      residual_at_nav: total - units * 20_000 * 0.5,
      primary_at_nav: units * 20_000 * 63,
    });
    expect(apply(later.services, finalAllocation()).status).toBe('unchanged');
    const again = later.book.records('allocation');
    expect(again.map((row) => ({ ...row, ...NOT_YET }))).toEqual(allocation);
    expect(again.reduce((sum, row) => sum + Number(row.residual_at_nav), 0)).toBeCloseTo(
      total - units * 20_000 * 0.5,
      2,
    );
  });
});
