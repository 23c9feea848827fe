// The adjustment cycle: one click is one iteration, caps are cumulative, and no fund's sale pays for another's purchase.
import { describe, expect, it } from '@jest/globals';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { factOf } from '../fakes/facts';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { first, set } from '../fixtures/badBooks';
import { ALFA, BETA, DATE, fill, HASH11, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';

const time = (clock: string): string => `${DATE}T${clock}:00`;

/**
 * BETA wants R$ 1,200,000 and gets a unit of 1,250,000: 50,000 too much. ALFA has no access to the primary market and
 * waits for R$ 2,000,000 of shares, of which 10,000 at 62.40 came by midday.
 */
function crossed(): MemoryDesk {
  const desk = workedDay();
  desk.book.fill('daily-trades', [trade(ALFA, 2_000_000), trade(BETA, 1_200_000)]);
  first('fund-stats', { primary_access: 'no' })(desk);
  // What BETA has too much it can sell only out of what it holds.
  desk.book.fill('holdings', [{ cnpj: BETA, asset: 'HASH11', shares: 5_000 }]);
  apply(desk.services, initialOrders());
  desk.world.now = time('12:30');
  desk.world.fills = [fill('F1', 'BUY', 10_000, 62.4, time('12:00'))];
  apply(desk.services, primaryUnits('all', true));
  return desk;
}

const caps = (desk: MemoryDesk) =>
  desk.book
    .records('orders')
    .map(({ side, version, cap, executed, do_not_cross }) => [side, version, cap, executed, do_not_cross]);
const orders = (desk: MemoryDesk) =>
  desk.book
    .records('adjustment-orders')
    .map(({ fund, side, amount, iteration }) => [fund, side, amount, iteration]);
const iterate = (desk: MemoryDesk, clock: string, ...more: MemoryDesk['world']['fills']) => {
  desk.world.now = time(clock);
  desk.world.fills = [...desk.world.fills, ...more];
  return apply(desk.services, adjustmentCycle(null));
};

describe('two funds on two sides of one ETF', () => {
  it('are never netted: each side has its whole cap, and both say do not cross', () => {
    const desk = crossed();
    expect(
      desk.book.records('primary-requests').map(({ fund, units, residual }) => [fund, units, residual]),
    ).toEqual([
      ['ALFA FIF', 0, 1_376_000],
      ['BETA FIF', 1, -50_000],
    ]);
    expect(caps(desk)).toEqual([
      ['BUY', 2, 2_000_000, 624_000, 'yes'],
      ['SELL', 1, 50_000, 0, 'yes'],
    ]);
  });

  it('get each its own fills: what is sold is the one’s, what is bought is the other’s', () => {
    const desk = crossed();
    desk.world.fills = [
      ...desk.world.fills,
      fill('F2', 'BUY', 22_000, 62.5, time('15:00')),
      fill('F3', 'SELL', 800, 62.5, time('15:10')),
    ];
    desk.world.now = time('18:30');
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
    expect(
      desk.book
        .records('allocation')
        .map(({ side, fund, shares, residual, reasons }) => [side, fund, shares, residual, reasons]),
    ).toEqual([
      ['BUY', 'ALFA FIF', 32_000, 1_000, expect.stringContaining('no access to the primary market')],
      ['BUY', 'BETA FIF', 0, 0, expect.stringContaining('1 unit: nearest whole units')],
      ['SELL', 'BETA FIF', 800, 0, expect.stringContaining('gives back what it had too much')],
    ]);
  });
});

describe('an iteration', () => {
  it('replaces caps by what is done and what is still to do, so that nothing is ever ordered twice', () => {
    const desk = crossed();
    const report = iterate(desk, '15:00', fill('F2', 'BUY', 10_000, 63.4, time('14:00')));
    expect(report.headline).toBe('the caps in force are right; no instruction changed');
    desk.world.quotes = [{ ...HASH11, inav: 63.5 }];
    const moved = iterate(desk, '15:05');
    // The unit is worth 1,270,000 now: BETA has 70,000 too much, and 20,000 more to sell. The buy's cap stays; its
    // limit is a new one, because the old would no longer mean 30 bps from the iNAV.
    expect(moved.headline).toBe('iteration 1 of 3: R$ 812,000.00 to do in 2 orders, 2 caps replaced');
    expect(orders(desk)).toEqual([
      ['ALFA FIF', 'BUY', 742_000, 1],
      ['BETA FIF', 'SELL', 70_000, 1],
    ]);
    expect(caps(desk).map(([side, version, cap]) => [side, version, cap])).toEqual([
      ['BUY', 3, 2_000_000],
      ['SELL', 2, 70_000],
    ]);
    const [broker] = desk.mails.slice(-2);
    expect(broker?.text).toContain('SUBSTITUI a v1');
  });

  it('does not count when no cap changes, and does not wait for the interval then', () => {
    const desk = crossed();
    expect(iterate(desk, '15:00').status).toBe('unchanged');
    desk.world.quotes = [{ ...HASH11, inav: 63.5 }];
    expect(iterate(desk, '15:01').headline).toContain('iteration 1 of 3');
  });

  it('says what is odd also where no cap changes: it judged by it all the same', () => {
    const desk = crossed();
    desk.book.tabs.get('settings')?.push(['check_stale_inav', 'warning', null]);
    const { feeds } = desk.services;
    desk.services.feeds = (settings) => ({ ...feeds(settings), quotes: () => null });
    desk.book.fill('market-data', [
      { asset: 'HASH11', inav: 62.5, shares_per_unit: 20_000, as_of: time('13:00') },
    ]);
    const report = iterate(desk, '15:00');
    expect(report.status).toBe('unchanged');
    expect(report.warnings.join()).toContain('the iNAV of HASH11 is 120 minutes old');
  });

  it('values units at its iNAV also where no cap changes: what it judged by is what is allocated by', () => {
    const desk = crossed();
    // R$ 400 more for the unit are below the tolerance: BETA's order to give back stays as it is.
    desk.world.quotes = [{ ...HASH11, inav: 62.52 }];
    const capsBefore = caps(desk);
    expect(iterate(desk, '15:00').headline).toBe('the caps in force are right; no instruction changed');
    expect(caps(desk)).toEqual(capsBefore);
    expect(iterate(desk, '15:01').status).toBe('unchanged');
    desk.world.now = time('18:30');
    desk.world.fills = [...desk.world.fills, fill('F2', 'SELL', 800, 62.5, time('15:10'))];
    apply(desk.services, finalAllocation());
    expect(
      desk.book
        .records('allocation')
        .filter(({ fund, side }) => fund === 'BETA FIF' && side === 'BUY')
        .map(({ primary, residual }) => [primary, residual]),
    ).toEqual([[1_250_400, -400]]);
  });

  it('does not come within the interval of the last one, to the minute', () => {
    const desk = crossed();
    desk.world.quotes = [{ ...HASH11, inav: 63.5 }];
    iterate(desk, '15:00');
    desk.world.quotes = [{ ...HASH11, inav: 64.5 }];
    expect(iterate(desk, '15:29').headline).toBe('the last iteration was at 15:00; the next is due at 15:30');
    expect(iterate(desk, '15:30').headline).toContain('iteration 2 of 3');
  });

  it('never goes beyond the maximum, whether the setting or the caller says it', () => {
    const desk = crossed();
    set('max_adjustment_iterations', '2')(desk);
    for (const [clock, inav] of [
      ['15:00', 63.5],
      ['15:30', 64.5],
    ] as const) {
      desk.world.quotes = [{ ...HASH11, inav }];
      expect(iterate(desk, clock).status).toBe('applied');
    }
    desk.world.quotes = [{ ...HASH11, inav: 65.5 }];
    const mails = desk.mails.length;
    expect(iterate(desk, '16:00').headline).toBe('all 2 iterations are done; the caps in force stay');
    expect(desk.mails).toHaveLength(mails);
    expect(apply(desk.services, adjustmentCycle(3)).headline).toContain('iteration 3 of 3');
  });

  it('does not begin once trading has ended', () => {
    const desk = crossed();
    desk.world.quotes = [{ ...HASH11, inav: 65.5 }];
    expect(iterate(desk, '17:56').headline).toBe('trading has ended; the final allocation comes next');
  });

  it('leaves a fund below the tolerance alone, and takes it up at the tolerance', () => {
    // 20,000 shares at 60.0499 are R$ 998 more than BETA wants, at 60.05 they are 1,000 more.
    for (const [inav, expected] of [
      [60.0499, []],
      [60.05, [['BETA FIF', 'SELL', 1_000]]],
    ] as const) {
      const desk = crossed();
      desk.world.quotes = [{ ...HASH11, inav }];
      desk.world.fills = [...desk.world.fills, fill('F2', 'BUY', 22_000, 62.5, time('14:00'))];
      iterate(desk, '15:00');
      const sells = desk.book
        .records('adjustments')
        .flatMap(({ fund, next }) =>
          String(next).startsWith('SELL') && fund ? [[fund, 'SELL', 1_000]] : [],
        );
      expect(sells).toEqual(expected);
    }
  });
});

describe('a fund that gives back', () => {
  it('converges: what it has sold counts against what it had too much', () => {
    const desk = crossed();
    const buys = fill('F2', 'BUY', 22_000, 62.5, time('14:00'));
    expect(iterate(desk, '15:00', buys, fill('F3', 'SELL', 400, 62.5, time('14:30'))).status).not.toBe(
      'refused',
    );
    const done = iterate(desk, '15:40', fill('F4', 'SELL', 400, 62.5, time('15:20')));
    expect(done.headline).toMatch(/converged|no instruction changed|caps replaced/);
    desk.world.now = time('18:30');
    apply(desk.services, finalAllocation());
    const beta = desk.book
      .records('allocation')
      .find(({ side, fund }) => side === 'BUY' && fund === 'BETA FIF');
    expect(beta?.residual).toBe(0);
  });

  it('is measured by all that it was asked for, what it has sold included', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.now = time('12:30');
    desk.world.fills = [MIDDAY_FILL];
    apply(desk.services, primaryUnits('all', true));
    const asked = (): readonly number[] =>
      desk.book
        .records('_state')
        .filter(({ key }) => String(key).startsWith('claims/'))
        .map(({ value }) => factOf(value))
        .filter(({ rank }) => rank === 'give-back')
        .map(({ amount }) => amount);
    // ALFA, GAMA and BETA, as the units left them: R$ 194,000 in all.
    expect(asked()).toEqual([15_768_160, 476_160, 3_155_680]);
    // R$ 125,100 are sold and R$ 62,500 bought on top: 131,400 to do, 256,500 in all, and the cap says the same.
    iterate(
      desk,
      '15:00',
      fill('F3', 'SELL', 2_000, 62.55, time('14:00')),
      fill('F4', 'BUY', 1_000, 62.5, time('14:10')),
    );
    expect(asked().reduce((sum, amount) => sum + amount, 0)).toBe(25_650_000);
    expect(caps(desk)[1]).toEqual(['SELL', 2, 256_500, 125_100, 'no']);
    expect(
      desk.book.records('adjustment-orders').reduce((sum, { amount }) => sum + Number(amount) * 100, 0),
    ).toBe(13_140_000);
  });

  it('and has sold too much goes back to its own side', () => {
    const desk = crossed();
    const report = iterate(
      desk,
      '15:00',
      fill('F2', 'BUY', 22_000, 62.5, time('14:00')),
      fill('F3', 'SELL', 1_600, 62.5, time('14:30')),
    );
    expect(report.warnings.join('\n')).toContain(
      'Aurora traded R$ 50,000.00 of SELL HASH11 beyond its cap of R$ 50,000.00 after that was out at 12:30; call it',
    );
    expect(orders(desk)).toEqual([
      // What BETA sold too much it gets in shares of the buys' pool first; 51,000 are still to buy.
      ['ALFA FIF', 'BUY', 31_859.56, 1],
      ['BETA FIF', 'BUY', 19_140.44, 1],
    ]);
  });
});
