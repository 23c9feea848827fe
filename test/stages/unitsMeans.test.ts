// What a fund's units may take of its means: nothing that its orders abroad take too, nothing that is not there any more.
import { describe, expect, it } from '@jest/globals';
import { adjustmentCycle, initialOrders, primaryUnits, status } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { ALFA, AT, fill, HASH11, trade, workedDay } from '../fixtures/workedDay';

const unitsOf = (desk: ReturnType<typeof workedDay>) =>
  desk.book.records('primary-requests').map(({ units }) => units);

describe('cash for units', () => {
  const midday = (cash: number, settings: readonly (readonly [string, string])[] = []) => {
    const desk = workedDay();
    for (const [key, value] of [['check_cash', 'warning'] as const, ...settings])
      desk.book.fill('settings', [...desk.book.records('settings'), { key, value }]);
    desk.book.fill('daily-trades', [trade(ALFA, 8_000_000), trade(ALFA, 5_000_000, 'BUY', 'USBTC')]);
    const funds = desk.book.records('fund-stats');
    desk.book.fill(
      'fund-stats',
      funds.map((row) => (row.cnpj === ALFA ? { ...row, cash } : row)),
    );
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    return desk;
  };

  it('is what the orders abroad leave of it', () => {
    const desk = midday(10_000_000);
    apply(desk.services, primaryUnits('all', true));
    // R$ 5 million are left: four units at R$ 1.25 million. Six were as near to the order as could be.
    expect(unitsOf(desk)).toEqual([4]);
  });

  it('is so too where the split is by money', () => {
    const desk = midday(10_000_000, [['split_by', 'money']]);
    apply(desk.services, primaryUnits('all', true));
    expect(unitsOf(desk)).toEqual([4]);
  });
});

describe('a unit that has another size in the afternoon', () => {
  it('leaves its seller no share more to sell than it has beside its units', () => {
    const desk = workedDay();
    desk.book.fill('settings', [
      ...desk.book.records('settings'),
      { key: 'check_unit_size', value: 'warning' },
    ]);
    desk.book.fill('daily-trades', [{ ...trade(ALFA, 3_125_000), side: 'SELL' }]);
    desk.book.fill('holdings', [{ fund: 'ALFA FIF', cnpj: ALFA, asset: 'HASH11', shares: 50_000 }]);
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    apply(desk.services, primaryUnits('all', true));
    expect(unitsOf(desk)).toEqual([2]);
    desk.world.now = AT.afternoon;
    desk.world.quotes = [{ ...HASH11, sharesPerUnit: 22_000 }];
    desk.world.fills = [fill('F1', 'SELL', 1_000, 62.5, AT.later)];
    apply(desk.services, adjustmentCycle(null));
    expect(desk.book.records('orders').map(({ share_cap }) => share_cap)).toEqual([6_000]);
  });
});

describe('what units come to', () => {
  it('is one figure to the cent in primary-requests, status and the log, at a price of eight decimals', () => {
    const desk = workedDay();
    desk.world.quotes = [{ ...HASH11, inav: 62.51234567 }];
    desk.book.fill('daily-trades', [trade(ALFA, 8_800_000)]);
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    const { headline } = apply(desk.services, primaryUnits('all', true));
    const [row] = desk.book.records('primary-requests');
    expect(row).toMatchObject({ units: 7, value: 8_751_728.39, residual: 48_271.61 });
    apply(desk.services, status());
    expect(desk.book.records('status').map(({ primary }) => primary)).toContain(8_751_728.39);
    expect(headline).toContain('R$ 8,751,728.39');
  });
});
