// The day on one screen: each side speaks of its own ETF.
import { describe, expect, it } from '@jest/globals';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { executed } from '../../src/domain/fill';
import { amend, initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { DELTA, MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, BETA, DATE, fill, trade } from '../fixtures/workedDay';

const look = (desk: MemoryDesk, time: string) => {
  desk.world.now = `${DATE}T${time}:00`;
  refreshNow(desk.services);
  return deskBlotter(desk.services).sides;
};

describe('a side of the blotter', () => {
  it('measures what was paid against all that was traded of its own ETF', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    desk.world.fills = MORNING_FILLS;
    const sides = look(desk, '11:30');
    const bps = (asset: string, price: number | null) => {
      const whole = executed(MORNING_FILLS.filter((each) => each.asset === asset)).price ?? 0;
      return Math.round((((price ?? 0) - whole) / whole) * 1_000_000) / 100;
    };
    const measured = sides.map(({ asset, side, vwapBps, averagePrice }) => [
      ...[asset, side, vwapBps],
      averagePrice === null ? null : bps(asset, averagePrice) * (side === 'BUY' ? 1 : -1),
    ]);
    expect(measured.map(([asset, side, shown]) => [asset, side, shown])).toEqual(
      measured.map(([asset, side, , counted]) => [asset, side, counted]),
    );
    // DEFI11 was bought once and by nobody else: its average is the day's.
    expect(sides.find(({ asset }) => asset === 'DEFI11')?.vwapBps).toBe(0);
  });

  it('that was finished and is open again says so, and no other side does', () => {
    const desk = twoFamilies();
    const morning = (beta: number) =>
      desk.book.fill('daily-trades', [
        ...[trade(ALFA, 1_000_000), trade(BETA, beta), trade(DELTA, 1_500_000, 'SELL')],
        trade(ALFA, 1_000_000, 'BUY', 'DEFI11'),
      ]);
    morning(250_000);
    apply(desk.services, initialOrders());
    desk.world.fills = [fill('F1', 'BUY', 20_000, 62.5, `${DATE}T11:00:00`)];
    expect(look(desk, '11:30').map(({ note }) => note)).toEqual([null, null, null]);
    morning(750_000);
    apply(desk.services, amend('more'));
    const notes = look(desk, '11:40').map(({ asset, side, note }) => [asset, side, note && said(note)]);
    expect(notes).toEqual([
      ['DEFI11', 'BUY', null],
      ['HASH11', 'BUY', 'it was finished at 11:30 and is open again: its orders are R$ 500,000.00 more'],
      ['HASH11', 'SELL', null],
    ]);
  });
});
