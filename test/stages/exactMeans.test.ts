// What pays for exactly so many units or shares pays for them: money is counted in cents, never by the last bit of a float.
import { describe, expect, it } from '@jest/globals';
import { overrideUnits } from '../../src/desk/person/overrideUnits';
import { notional, oneShare, sharesIn } from '../../src/domain/money';
import { capRoom } from '../../src/stages/caps/capRoom';
import { initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { ALFA, AT, BETA, HASH11, trade, workedDay } from '../fixtures/workedDay';

/** One unit is R$ 1,281,943.86, and ALFA orders and can pay 25 of them to the cent. */
const UNIT = 1_281_943.86;
const ALL = 32_048_596.5;

function midday(orders: readonly ReturnType<typeof trade>[], cash: number): MemoryDesk {
  const desk = workedDay();
  desk.book.fill('daily-trades', orders);
  const funds = desk.book.records('fund-stats');
  desk.book.fill(
    'fund-stats',
    funds.map((row) => (row.cnpj === ALFA ? { ...row, cash } : row)),
  );
  desk.world.quotes = [{ ...HASH11, inav: UNIT / HASH11.sharesPerUnit }];
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  return desk;
}

const unitsOf = (desk: MemoryDesk, of: string) =>
  desk.book.records('primary-requests').find(({ cnpj }) => cnpj === of);

describe('cash that pays for exactly so many units', () => {
  it('pays for all of them', () => {
    const desk = midday([trade(ALFA, ALL)], ALL);
    apply(desk.services, primaryUnits('all', true));
    expect(unitsOf(desk, ALFA)).toMatchObject({ units: 25, residual: 0 });
  });

  it('lets a person set all of them', () => {
    const desk = midday([trade(ALFA, ALL), trade(BETA, UNIT)], ALL);
    overrideUnits(desk.services, { asset: 'HASH11', cnpj: ALFA, side: null, units: 25, reason: 'all of it' });
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('applied');
    expect(unitsOf(desk, ALFA)).toMatchObject({ units: 25 });
  });

  it('pays for none more where a cent is missing', () => {
    const desk = midday([trade(ALFA, ALL - 0.01)], ALL - 0.01);
    apply(desk.services, primaryUnits('all', true));
    expect(unitsOf(desk, ALFA)).toMatchObject({ units: 24 });
  });
});

describe('what a cap in shares leaves', () => {
  it('is worth its shares at the price itself, not at the price to the centavo', () => {
    const cap = { cap: 1_000_000_000_00, shareCap: 10_000_000 };
    expect(capRoom(cap, { shares: 0, money: 0 }, 62.50495)).toBe(625_049_500_00);
    expect(capRoom({ ...cap, shareCap: 1 }, { shares: 0, money: 0 }, 62.505)).toBe(62_51);
  });
});

describe('money for exactly one share', () => {
  it('is no less than a share, at every price to the cent', () => {
    const cents = Array.from({ length: 5_000 }, (_, at) => at + 1);
    expect(cents.map((each) => oneShare(each / 100))).toEqual(cents);
    expect(cents.filter((each) => sharesIn(each, each / 100) !== 1)).toEqual([]);
    expect(oneShare(62.50000001)).toBe(62_51);
  });

  it('is sent as an order', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 1.1)]);
    desk.world.quotes = [{ ...HASH11, inav: 1.1 }];
    desk.book.fill(
      'etfs',
      desk.book.records('etfs').map((row) => ({ ...row, limit_bps: 0 })),
    );
    const { warnings } = apply(desk.services, initialOrders());
    expect(warnings.filter((text) => text.includes('not sent'))).toEqual([]);
    expect(desk.book.records('orders').map(({ cap }) => cap)).toEqual([1.1]);
  });

  it('is counted among the orders that instructions are for, and what is less than a share is not', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 62.49)]);
    expect(apply(desk.services, initialOrders()).headline).toContain('1 instruction for 1 order of funds');
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 62.5)]);
    expect(apply(desk.services, initialOrders()).headline).toContain('1 instruction for 2 orders of funds');
  });

  it('counts all shares of a large holding, as money of so many shares counts them', () => {
    for (const shares of [9_999_999, 10_000_000, 123_456_789, 9_876_543_210])
      for (const price of [0.07, 1.1, 62.4, 62.51, 1_281.94])
        expect(sharesIn(notional(shares, price), price)).toBe(shares);
  });
});
