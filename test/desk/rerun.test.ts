// Running a stage again, or later: nothing is lost, nothing goes twice, nothing moves.
import { describe, expect, it } from '@jest/globals';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
  status,
} from '../../src/stages/stages';
import { timelessTabs } from '../fakes/lookedAt';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import {
  ALFA,
  AT,
  BETA,
  DATE,
  fill,
  GAMA,
  HASH11,
  MIDDAY_FILL,
  trade,
  workedDay,
} from '../fixtures/workedDay';

const outputs = (desk: MemoryDesk) =>
  JSON.stringify(timelessTabs(desk).filter(([tab]) => !['log', '_pending', 'market-data'].includes(tab)));

const opened = () => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  return desk;
};

const atMidday = (rounding: 'nearest' | 'down' = 'down') => {
  const desk = workedDay(rounding);
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  apply(desk.services, primaryUnits('all', true));
  return desk;
};

describe('a stage that runs again', () => {
  it.each([
    ['initial orders', opened, initialOrders],
    ['primary units', atMidday, () => primaryUnits('all', true)],
    [
      'the adjustment cycle',
      () => {
        const desk = atMidday();
        desk.world.now = AT.afternoon;
        desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`)];
        return desk;
      },
      () => adjustmentCycle(null),
    ],
    [
      'an amendment',
      () => {
        const desk = atMidday();
        desk.book.fill('daily-trades', [trade(ALFA, 9_500_000), trade(BETA, 2_000_000)]);
        return desk;
      },
      () => amend('redemption notice'),
    ],
    [
      'the final allocation',
      () => {
        const desk = atMidday();
        desk.world.now = AT.evening;
        return desk;
      },
      finalAllocation,
    ],
    ['status', opened, status],
  ])('%s: changes nothing but the log', (_name, prepare, stage) => {
    const desk = prepare();
    apply(desk.services, stage());
    const before = { tabs: outputs(desk), mails: desk.mails.length, runs: desk.runs.size };
    desk.world.now = `${desk.world.now.slice(0, 14)}55:00`;
    const report = apply(desk.services, stage());
    expect(report.status).toBe('unchanged');
    expect({ tabs: outputs(desk), mails: desk.mails.length, runs: desk.runs.size }).toEqual(before);
  });

  it('makes no new version because the iNAV or the fills have moved', () => {
    const desk = atMidday();
    const versions = () =>
      desk.book.records('orders').map(({ instruction, version, cap }) => [instruction, version, cap]);
    const before = versions();
    desk.world.quotes = [{ ...HASH11, inav: 64.1 }];
    desk.world.fills = [MIDDAY_FILL, fill('F9', 'BUY', 500, 63, `${DATE}T12:40:00`)];
    apply(desk.services, primaryUnits('all', true));
    apply(desk.services, initialOrders());
    expect(versions()).toEqual(before);
  });
});

describe('initial orders, once more', () => {
  it('before the first fill follow the changed trade, and only that', () => {
    const desk = opened();
    desk.book.fill('daily-trades', [trade(ALFA, 9_000_000), trade(BETA, 2_000_000), trade(GAMA, 300_000)]);
    apply(desk.services, initialOrders());
    expect(
      desk.book
        .records('order-intents')
        .map(({ cnpj, version }) => [cnpj, version])
        .sort(),
    ).toEqual(
      [
        [ALFA, 2],
        [BETA, 1],
        [GAMA, 1],
      ].sort(),
    );
    expect(desk.book.records('orders').map(({ cap, version }) => [cap, version])).toEqual([[11_300_000, 2]]);
    expect(desk.mails[1]?.text).toContain('SUBSTITUI a v1');
  });

  it('after the first fill stand as they are, and say how to change one', () => {
    const desk = opened();
    desk.world.fills = [MIDDAY_FILL];
    desk.book.fill('daily-trades', [
      ...[trade(ALFA, 9_000_000), trade(BETA, 2_000_000), trade(GAMA, 300_000)],
    ]);
    const report = apply(desk.services, initialOrders());
    expect(report.status).toBe('unchanged');
    expect(report.warnings.join()).toContain(
      'R$ 10,000,000.00 → R$ 9,000,000.00. Use Trading > Amend an order',
    );
  });
});

describe('an amendment', () => {
  it('needs a reason, and records it with who gave it', () => {
    const desk = atMidday();
    desk.book.fill('daily-trades', [trade(ALFA, 9_500_000), trade(BETA, 2_000_000), trade(GAMA, 300_000)]);
    expect(apply(desk.services, amend('  ')).problems.join()).toContain('an amendment needs a reason');
    expect(apply(desk.services, amend('redemption notice')).status).toBe('applied');
    const intent = desk.book.records('order-intents').find(({ cnpj }) => cnpj === ALFA);
    expect(intent).toMatchObject({
      amount: 9_500_000,
      version: 2,
      reason: 'redemption notice',
      approved_by: 'trader@desk.example',
    });
    // 4,800,000 less the 500,000 that are no longer wanted.
    expect(desk.book.records('orders').map(({ cap }) => cap)).toEqual([4_300_000]);
  });
});

describe('the adjustment cycle', () => {
  it('counts an iteration only when an instruction changed, and none within the interval', () => {
    const desk = atMidday();
    desk.world.now = AT.afternoon;
    expect(apply(desk.services, adjustmentCycle(null)).headline).toContain('no instruction changed');
    desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`)];
    expect(apply(desk.services, adjustmentCycle(null)).headline).toContain('iteration 1 of 3');
    desk.world.fills = [...desk.world.fills, fill('F3', 'SELL', 9_000, 62.5, `${DATE}T16:05:00`)];
    desk.world.now = `${DATE}T16:10:00`;
    expect(apply(desk.services, adjustmentCycle(null)).headline).toContain('the next is due at 16:30');
  });

  it('converges when the other side has given back what was too much', () => {
    const desk = atMidday('nearest');
    desk.world.now = AT.afternoon;
    desk.world.fills = [MIDDAY_FILL, fill('F3', 'SELL', 3_104, 62.5, `${DATE}T15:00:00`)];
    expect(apply(desk.services, adjustmentCycle(null)).headline).toContain('the cycle has converged');
    const residuals = () => desk.book.records('status').map(({ residual }) => Math.abs(Number(residual)));
    apply(desk.services, status());
    for (const residual of residuals()) expect(residual).toBeLessThan(1_000);
  });

  it('stops at the maximum', () => {
    const desk = atMidday();
    desk.world.now = AT.afternoon;
    desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`)];
    apply(desk.services, adjustmentCycle(1));
    desk.world.now = AT.later;
    expect(apply(desk.services, adjustmentCycle(1)).headline).toContain(
      'the one iteration of the day is done',
    );
  });
});

describe('the final allocation', () => {
  const atEvening = () => {
    const desk = atMidday();
    desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 16_000, 62.6, `${DATE}T15:00:00`)];
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    return desk;
  };

  it('makes a version 2 that replaces the first when a fill is busted late', () => {
    const desk = atEvening();
    const [first] = desk.world.fills;
    desk.world.fills = [
      MIDDAY_FILL,
      { ...fill('F2', 'BUY', 16_000, 62.6, `${DATE}T15:00:00`), status: 'BUSTED' },
    ];
    const report = apply(desk.services, finalAllocation());
    expect(first).toBeDefined();
    expect(report.headline).toContain('version 2 REPLACES 1');
    expect(desk.book.records('broker-orders').reduce((sum, row) => sum + Number(row.asset_amount), 0)).toBe(
      60_000,
    );
  });

  it('is PENDING while a fill is', () => {
    const desk = atMidday();
    desk.world.fills = [{ ...MIDDAY_FILL, status: 'PENDING' }];
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).headline).toContain('PENDING');
    desk.world.fills = [MIDDAY_FILL];
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
  });

  it('books what no seller holds on nobody: it stays the desk’s exception', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 60_000, 'SELL')]);
    desk.book.fill('holdings', [{ cnpj: ALFA, asset: 'HASH11', shares: 1_000 }]);
    apply(desk.services, initialOrders());
    desk.world.fills = [fill('S1', 'SELL', 1_200, 62.5, `${DATE}T12:00:00`)];
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).headline).toContain('PENDING');
    expect(desk.book.records('broker-orders').map(({ fund, asset_amount }) => [fund, asset_amount])).toEqual([
      ['ALFA FIF', 1_000],
    ]);
    expect(desk.book.records('allocation').map(({ fund, shares }) => [fund, shares])).toEqual([
      ['ALFA FIF', 1_000],
      ['NO FUND', 200],
    ]);
  });
});
