// Means that shrink once orders are out, and breaches that go on over two versions of an instruction: said once, and as they are.
import { describe, expect, it } from '@jest/globals';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { ALFA, DATE, fill, trade, workedDay } from '../fixtures/workedDay';

const at = (time: string) => `${DATE}T${time}:00`;

const run = (desk: MemoryDesk, time: string, stage: Parameters<typeof apply>[1]) => {
  desk.world.now = at(time);
  return apply(desk.services, stage).warnings.join('\n');
};

/** R$ 1,000,000 of HASH11: 16,000 shares at 62.50. */
function opened(side: 'BUY' | 'SELL', shares: number): MemoryDesk {
  const desk = workedDay('down');
  desk.book.fill('daily-trades', [{ ...trade(ALFA, 1_000_000), side }]);
  if (side === 'SELL') held(desk, shares);
  else cash(desk, 1_200_000);
  apply(desk.services, initialOrders());
  return desk;
}

const cash = (desk: MemoryDesk, amount: number): void =>
  desk.book.fill(
    'fund-stats',
    desk.book.records('fund-stats').map((row) => ({ ...row, cash: row.cnpj === ALFA ? amount : null })),
  );

const held = (desk: MemoryDesk, shares: number): void =>
  desk.book.fill('holdings', [{ fund: 'ALFA FIF', cnpj: ALFA, asset: 'HASH11', shares }]);

describe('means that shrink after the orders went out', () => {
  it('are said of cash, with what is bought and what is asked for still', () => {
    const desk = opened('BUY', 0);
    desk.world.fills = [fill('F1', 'BUY', 4_000, 62.5, at('11:00'))];
    expect(run(desk, '11:30', status())).not.toContain('to pay with');
    cash(desk, 600_000);
    expect(run(desk, '12:00', status())).toContain(
      'ALFA FIF bought for R$ 250,000.00 today, is to buy for R$ 750,000.00 more and has R$ 600,000.00 to pay with; amend its orders or correct its cash',
    );
  });

  it('are said at the end as far as they were overspent', () => {
    const desk = opened('BUY', 0);
    desk.world.fills = [fill('F1', 'BUY', 8_000, 62.5, at('11:00'))];
    cash(desk, 600_000);
    expect(run(desk, '18:30', finalAllocation())).not.toContain('to pay with');
    cash(desk, 400_000);
    expect(run(desk, '18:40', finalAllocation())).toContain(
      'ALFA FIF bought for R$ 500,000.00 today and has R$ 400,000.00 to pay with; correct its cash, or tell its manager',
    );
  });

  it('are said of holdings, and a market that falls is none', () => {
    const desk = opened('SELL', 16_000);
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, inav: 60 }));
    expect(run(desk, '12:00', adjustmentCycle(null))).not.toContain('is to sell');
    held(desk, 4_000);
    expect(run(desk, '12:40', adjustmentCycle(null))).toContain(
      'ALFA FIF is to sell R$ 1,000,000.00 of HASH11 today and holds 4,000 shares, worth R$ 250,000.00; amend its order or correct its holdings',
    );
  });

  it('are not looked for where their check is off', () => {
    const desk = opened('BUY', 0);
    cash(desk, 1);
    expect(run(desk, '11:00', status())).toContain('to pay with');
    desk.book.fill('settings', [...desk.book.records('settings'), { key: 'check_cash', value: 'off' }]);
    expect(run(desk, '12:00', primaryUnits('nasdaq', null))).not.toContain('to pay with');
  });
});

describe('fills beyond a limit', () => {
  it('are counted together while the limit is the same, however often the cap was replaced', () => {
    const desk = opened('BUY', 0);
    desk.world.fills = [fill('F1', 'BUY', 1_000, 63, at('11:00'))];
    desk.book.fill('daily-trades', [trade(ALFA, 1_100_000)]);
    run(desk, '12:00', amend('more'));
    desk.world.fills = [...desk.world.fills, fill('F2', 'BUY', 1_000, 63, at('12:30'))];
    const said = run(desk, '13:00', status());
    expect(said.match(/beyond the limit of/g)).toHaveLength(1);
    expect(said).toContain('Aurora has 2 fills of BUY HASH11 beyond the limit of R$ 62.68; ask why');
  });
});
