// Who traded beyond its cap is told so for the rest of the day, by the cap that held when it traded; and nobody else is.
import { describe, expect, it } from '@jest/globals';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { ALFA, BETA, DATE, fill, trade, workedDay } from '../fixtures/workedDay';

const at = (time: string) => `${DATE}T${time}:00`;

/** R$ 1,000,000 of HASH11 to buy: 16,000 shares at 62.50. */
function opened(): MemoryDesk {
  const desk = workedDay('down');
  desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
  apply(desk.services, initialOrders());
  return desk;
}

const run = (desk: MemoryDesk, time: string, stage: Parameters<typeof apply>[1]) => {
  desk.world.now = at(time);
  return apply(desk.services, stage).warnings.join('\n');
};

/** R$ 250,000 beyond the cap at 11:00. */
const BEYOND = fill('F1', 'BUY', 20_000, 62.5, at('11:00'));
const ACCUSED =
  'Aurora traded R$ 250,000.00 of BUY HASH11 beyond its cap of R$ 1,000,000.00 after that was out at 10:15; call it';

describe('a broker that traded beyond its cap', () => {
  it('is told so also when the cap was raised afterwards', () => {
    const desk = opened();
    desk.world.fills = [BEYOND];
    desk.book.fill('daily-trades', [trade(ALFA, 3_000_000)]);
    expect(run(desk, '12:00', amend('more'))).toContain(ACCUSED);
    expect(desk.book.records('orders')).toMatchObject([{ version: 2, cap: 3_000_000 }]);
    for (const time of ['13:00', '16:30']) expect(run(desk, time, status())).toContain(ACCUSED);
    expect(run(desk, '17:40', adjustmentCycle(null))).toContain(ACCUSED);
    expect(run(desk, '18:30', finalAllocation())).toContain(ACCUSED);
  });

  it('is told so also when the order ended, and its fund is over by what it never asked for', () => {
    const desk = opened();
    desk.world.fills = [BEYOND];
    expect(run(desk, '12:00', cancel({ reason: 'stop' }))).toContain(ACCUSED);
    expect(desk.book.records('orders')).toMatchObject([{ version: 2, cap: 1_250_000 }]);
    expect(run(desk, '18:30', finalAllocation())).toContain(ACCUSED);
    const [row] = desk.book.records('allocation');
    expect(row).toMatchObject({ target: 1_000_000, executed: 1_250_000, residual: -250_000 });
    expect(row?.reasons).toContain(
      'its order ended at 12:00 with R$ 1,250,000.00, which made it R$ 250,000.00 more than it called for',
    );
  });

  it('is told so also when its fill is heard of after the day was allocated', () => {
    const desk = opened();
    desk.world.fills = [fill('F0', 'BUY', 15_900, 62.5, at('10:30'))];
    run(desk, '18:30', finalAllocation());
    desk.world.fills = [...desk.world.fills, fill('F1', 'BUY', 4_100, 62.5, at('11:00'))];
    expect(run(desk, '18:50', status())).toContain(ACCUSED);
    expect(run(desk, '18:55', finalAllocation())).toContain(ACCUSED);
    expect([...desk.files.keys()].filter((path) => path.startsWith('Aurora/'))).toEqual([
      `Aurora/aloc_trading_${DATE}.csv`,
      `Aurora/aloc_trading_${DATE}_v2.csv`,
    ]);
  });

  it('is told of shares as well where it sold more than there was to sell', () => {
    const desk = workedDay('down');
    desk.book.fill('daily-trades', [{ ...trade(ALFA, 1_000_000), side: 'SELL' }]);
    desk.book.fill('holdings', [{ cnpj: ALFA, asset: 'HASH11', shares: 16_000 }]);
    apply(desk.services, initialOrders());
    desk.world.fills = [fill('F1', 'SELL', 16_200, 61, at('11:00'))];
    expect(run(desk, '12:00', status())).toContain(
      'Aurora sold 200 shares of HASH11 beyond its share cap of 16,000 after that was out at 10:15; call it',
    );
  });
});

describe('nobody is accused', () => {
  it('of what was traded within the cap of its time, whatever the cap became', () => {
    const desk = opened();
    desk.world.fills = [fill('F1', 'BUY', 15_900, 62.5, at('11:00'))];
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 500_000)]);
    run(desk, '11:30', amend('late'));
    desk.world.fills = [...desk.world.fills, fill('F2', 'BUY', 8_000, 62.5, at('11:45'))];
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
    // F2 is heard of when BETA's order has ended.
    run(desk, '12:00', amend('not any more'));
    expect(run(desk, '18:30', finalAllocation())).not.toContain('beyond its cap');
  });

  it('of what was reported after a cap fell and traded before', () => {
    const desk = opened();
    desk.book.fill('daily-trades', [trade(ALFA, 400_000)]);
    desk.world.now = at('11:30');
    apply(desk.services, amend('less'));
    desk.world.fills = [fill('F1', 'BUY', 15_000, 62.5, at('11:00'))];
    const said = run(desk, '18:30', finalAllocation());
    expect(said).toContain('these fills were traded before and reported late');
    expect(said).not.toContain('call it');
  });

  it('of what was busted', () => {
    const desk = opened();
    desk.world.fills = [BEYOND];
    run(desk, '12:00', cancel({ reason: 'stop' }));
    desk.world.fills = [{ ...BEYOND, status: 'BUSTED' }];
    expect(run(desk, '18:30', finalAllocation())).not.toContain('beyond its cap');
  });

  it('by fills without a time, but what cannot be told stays said when the cap is replaced', () => {
    const desk = opened();
    desk.world.fills = [{ ...BEYOND, time: null }];
    run(desk, '12:00', cancel({ reason: 'stop' }));
    const said = run(desk, '18:30', finalAllocation());
    expect(said).toContain(
      'Aurora had R$ 250,000.00 of BUY HASH11 beyond its cap of R$ 1,000,000.00 of 10:15 when that was replaced; its fills tell no time',
    );
    expect(said).not.toContain('call it');
  });
});
