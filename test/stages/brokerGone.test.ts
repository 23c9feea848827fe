// A broker or an ETF that leaves its tab while it has orders of the day: nobody is left with an order that nothing can stop.
import { describe, expect, it } from '@jest/globals';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { AURORA, MERIDIAN, type TwoBrokers, twoBrokers } from '../fixtures/twoBrokers';
import { AT, fill } from '../fixtures/workedDay';

const MIDDAY = [
  fill('A1', 'BUY', 40_000, 62.4, AT.midday),
  { ...fill('M1', 'BUY', 20_000, 62.41, AT.midday), broker: 'Meridian' },
];
const GONE =
  'brokers: Meridian has orders or fills of the day and cannot be told anything; put its row back, with share 0 if it is to get nothing more';

function opened(): TwoBrokers {
  const day = twoBrokers();
  expect(apply(day.services, initialOrders()).status).toBe('applied');
  Object.assign(day.desk.world, { now: AT.midday, fills: MIDDAY });
  return day;
}

describe('a broker with orders of the day', () => {
  it.each([
    ['that was taken out of the tab', [{ ...AURORA, share: 1 }]],
    ['that was renamed', [AURORA, { ...MERIDIAN, name: 'Meridian Securities' }]],
  ])('%s stops every later stage, which says what to do', (_what, brokers) => {
    const { desk, services } = opened();
    desk.book.fill('brokers', brokers);
    const mails = desk.mails.length;
    for (const [now, stage] of [
      [AT.midday, primaryUnits('all', true)],
      [AT.afternoon, adjustmentCycle(3)],
      [AT.evening, finalAllocation()],
    ] as const) {
      desk.world.now = now;
      expect(apply(services, stage)).toMatchObject({ status: 'refused', problems: [GONE] });
    }
    expect([desk.mails.length, desk.book.records('allocation')]).toEqual([mails, []]);
  });

  it('and a share of 0 is told to stop, and still gets its part of the allocation', () => {
    const { desk, services } = opened();
    desk.book.fill('brokers', [
      { ...AURORA, share: 1 },
      { ...MERIDIAN, share: 0 },
    ]);
    expect(apply(services, primaryUnits('all', true)).problems).toEqual([]);
    const [own] = desk.book.records('orders').filter(({ broker }) => broker === 'Meridian');
    expect([own?.version, own?.cap]).toEqual([2, own?.executed]);
    expect(desk.mails.filter(({ to }) => to.includes('desk@meridian.example'))).toHaveLength(2);
    desk.world.now = AT.evening;
    expect(apply(services, finalAllocation()).problems).toEqual([]);
    expect([...desk.files.keys()]).toEqual(expect.arrayContaining([expect.stringMatching(/^Meridian\//)]));
  });

  it('holds up no other day: the morning after it may be gone', () => {
    const { desk, services } = opened();
    desk.book.fill('brokers', [{ ...AURORA, share: 1 }]);
    Object.assign(desk.world, { now: '2024-11-11T10:15:00' });
    expect(apply(services, initialOrders()).problems).toEqual([]);
  });

  it('stops the allocation too where only its fills are known: its part would reach nobody', () => {
    const { desk, services } = opened();
    desk.world.fills = [...MIDDAY, { ...fill('X1', 'BUY', 10, 62.4, AT.midday), broker: 'Auroar' }];
    desk.world.now = AT.evening;
    expect(apply(services, finalAllocation()).problems).toEqual([
      'brokers: "Auroar" has orders or fills of the day and is no broker of the tab brokers; write Aurora',
    ]);
  });
});

it('an ETF with orders of the day stops them as well', () => {
  const { desk, services } = opened();
  desk.book.fill('etfs', [{ ...desk.book.records('etfs')[0], asset: 'BITH11' }]);
  desk.world.now = AT.afternoon;
  expect(apply(services, adjustmentCycle(3)).problems).toContain(
    'etfs: HASH11 has orders of the day; put its row back until the day is allocated',
  );
});
