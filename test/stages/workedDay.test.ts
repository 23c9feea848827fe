import { describe, expect, it } from '@jest/globals';
import { apply } from '../../src/stages/runner';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { AT, fill, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

const total = (rows: readonly Readonly<Record<string, unknown>>[], column: string): number =>
  Math.round(rows.reduce((sum, row) => sum + Number(row[column]), 0) * 100) / 100;

const column = (desk: MemoryDesk, tab: string, name: string) =>
  desk.book.records(tab).map((row) => row[name]);

const openDay = (rounding: 'nearest' | 'down') => {
  const desk = workedDay(rounding);
  apply(desk.services, initialOrders());
  return desk;
};

const midday = (rounding: 'nearest' | 'down') => {
  const desk = openDay(rounding);
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  apply(desk.services, primaryUnits('nasdaq', true));
  return desk;
};

describe('the worked day, in the morning', () => {
  it('gives the broker one cap over all three intents, 30 bps above the iNAV', () => {
    const desk = openDay('nearest');
    expect(desk.book.records('orders')).toEqual([
      expect.objectContaining({
        asset: 'HASH11',
        side: 'BUY',
        broker: 'Aurora',
        cap: 12_300_000,
        version: 1,
        limit_price: 62.68,
      }),
    ]);
    expect(column(desk, 'order-intents', 'amount').sort()).toEqual([10_000_000, 2_000_000, 300_000]);
    expect(desk.mails.map(({ to }) => to)).toEqual([['mesa@aurora.example']]);
    expect(desk.mails[0]?.text).toContain('R$ 12.300.000,00');
  });
});

describe('the worked day, at midday', () => {
  it('with nearest units asks for 7 and is R$ 194,000 over', () => {
    const desk = midday('nearest');
    const requests = desk.book.records('primary-requests');
    expect(total(requests, 'units')).toBe(7);
    expect(total(requests, 'residual')).toBe(-194_000);
    // Ideal shares 42,591.72, 4,883.52 and 12,524.75: the two odd shares go where a share weighs most, to the smaller.
    expect(requests.map(({ units, executed_shares }) => [units, executed_shares])).toEqual([
      [6, 42_591],
      [0, 4_884],
      [1, 12_525],
    ]);
  });

  it('with nearest units stops the buy and starts a sell of what is too much', () => {
    const desk = midday('nearest');
    expect(
      desk.book.records('orders').map(({ side, cap, executed, version }) => [side, cap, executed, version]),
    ).toEqual([
      ['BUY', 3_744_000, 3_744_000, 2],
      ['SELL', 194_000, 0, 1],
    ]);
  });

  it('rounding down asks for 6, misses R$ 1,056,000 and caps the broker at R$ 4,800,000', () => {
    const desk = midday('down');
    const requests = desk.book.records('primary-requests');
    expect(total(requests, 'units')).toBe(6);
    expect(total(requests, 'residual')).toBe(1_056_000);
    expect(desk.book.records('orders').map(({ side, cap, executed }) => [side, cap, executed])).toEqual([
      ['BUY', 4_800_000, 3_744_000],
    ]);
  });
});

describe('the worked day, in the afternoon', () => {
  it('with nearest units goes on with what is left to give back, cumulatively', () => {
    const desk = midday('nearest');
    desk.world.now = AT.afternoon;
    desk.world.fills = [
      MIDDAY_FILL,
      fill('F3', 'SELL', 2_000, 62.55, `${AT.afternoon.slice(0, 11)}15:00:00`),
    ];
    apply(desk.services, adjustmentCycle(null));
    // 2,000 x 62.55 = 125,100 given back; 194,000 - 125,100 = 68,900 to go, so the cap stays and no version is made.
    expect(column(desk, 'orders', 'cap')).toEqual([3_744_000, 194_000]);
    expect(column(desk, 'orders', 'version')).toEqual([2, 1]);
  });

  it('rounding down buys 30,000 more at 62.60 and has 822,000 too much', () => {
    const desk = midday('down');
    desk.world.now = AT.afternoon;
    desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 30_000, 62.6, `${AT.afternoon.slice(0, 11)}15:00:00`)];
    apply(desk.services, adjustmentCycle(null));
    // 12,300,000 - 7,500,000 - 3,744,000 - 1,878,000 = -822,000, to the cent of the volume-weighted price.
    const [etf] = desk.book.records('adjustments');
    expect(Math.abs(Number(etf?.difference) + 822_000)).toBeLessThanOrEqual(0.02);
    // The buy is past its cap already: there is nothing to stop.
    expect(desk.book.records('orders').map(({ side, version }) => [side, version])).toEqual([
      ['BUY', 2],
      ['SELL', 1],
    ]);
    expect(Math.abs(Number(column(desk, 'orders', 'cap')[1]) - 822_000)).toBeLessThanOrEqual(0.02);
  });
});

describe('the worked day, after the close', () => {
  it.each(['nearest', 'down'] as const)('allocates every share of every fill (%s)', (rounding) => {
    const desk = midday(rounding);
    const buys = fill('F2', 'BUY', 30_000, 62.6, `${AT.afternoon.slice(0, 11)}15:00:00`);
    const sells = fill('F3', 'SELL', 2_000, 62.55, `${AT.later.slice(0, 11)}16:30:00`);
    desk.world.fills = [MIDDAY_FILL, buys];
    desk.world.now = AT.afternoon;
    apply(desk.services, adjustmentCycle(null));
    desk.world.fills = [MIDDAY_FILL, buys, sells];
    desk.world.now = AT.later;
    apply(desk.services, adjustmentCycle(null));
    desk.world.now = AT.evening;
    const report = apply(desk.services, finalAllocation());
    expect(report).toMatchObject({ status: 'applied', problems: [] });
    expect(report.headline).toContain('COMPLETE');

    const orders = desk.book.records('broker-orders');
    const side = (code: string) => orders.filter((row) => row.side === code);
    expect(total(side('C'), 'asset_amount')).toBe(90_000);
    expect(total(side('V'), 'asset_amount')).toBe(2_000);
    const money = (code: string) =>
      side(code).reduce((sum, row) => sum + Number(row.asset_amount) * Number(row.average_price), 0);
    // 60,000 x 62.40 + 30,000 x 62.60 and 2,000 x 62.55
    expect(money('C')).toBeCloseTo(5_622_000, 2);
    expect(money('V')).toBeCloseTo(125_100, 2);

    const allocation = desk.book.records('allocation');
    // No fund is further from the pool's price than one share's price difference.
    for (const row of allocation) expect(Math.abs(Number(row.deviation))).toBeLessThanOrEqual(0.2);
    const home = allocation.filter((row) => row.side === 'BUY');
    const units = rounding === 'nearest' ? 8_750_000 : 7_500_000;
    expect(
      Math.abs(total(home, 'residual') - (12_300_000 - units - 5_622_000 + 125_100)),
    ).toBeLessThanOrEqual(0.05);
  });
});
