// What a broker books anew after the day is allocated: as many shares for as much money are other fills all the same.
import { describe, expect, it } from '@jest/globals';
import { finalAllocation, initialOrders, status } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { ALFA, AT, DATE, fill, trade, workedDay } from '../fixtures/workedDay';

const FIRST = fill('F1', 'BUY', 10_000, 62.4, `${DATE}T11:00:00`);
const SECOND = fill('F2', 'BUY', 10_000, 62.5, `${DATE}T11:30:00`);

function allocated() {
  const desk = workedDay();
  desk.book.fill('daily-trades', [trade(ALFA, 1_250_000)]);
  desk.book.fill(
    'brokers',
    desk.book.records('brokers').map((row) => ({ ...row, allocate_by: 'fill' })),
  );
  apply(desk.services, initialOrders());
  desk.world.fills = [FIRST, SECOND];
  desk.world.now = AT.evening;
  expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
  return desk;
}

describe('an allocated day', () => {
  it.each([
    [
      'a fill is busted and booked again under another number',
      [{ ...FIRST, status: 'BUSTED' as const }, SECOND, { ...FIRST, fillId: 'F9' }],
    ],
    [
      'two prices are corrected by as much',
      [
        { ...FIRST, price: 62.5 },
        { ...SECOND, price: 62.4 },
      ],
    ],
    ['a time is corrected', [{ ...FIRST, time: `${DATE}T12:00:00` }, SECOND]],
  ])('is PENDING again where %s, and COMPLETE with its next version', (_case, fills) => {
    const desk = allocated();
    desk.world.fills = fills;
    expect(apply(desk.services, status()).headline).toContain(
      'PENDING (Aurora, BUY HASH11: the same 20,000 shares over R$ 1,249,000.00 are other fills than were allocated (booked again or corrected); run the final allocation again)',
    );
    expect(apply(desk.services, finalAllocation()).headline).toContain('version 2 REPLACES 1');
    expect(apply(desk.services, status()).headline).toContain('COMPLETE');
  });

  it('is COMPLETE still where the same fills are told in another order', () => {
    const desk = allocated();
    desk.world.fills = [SECOND, FIRST];
    expect(apply(desk.services, status()).headline).toContain('COMPLETE');
  });
});
