// Stages beside each other: what one of them leaves alone, and what a second run may still add.
import { describe, expect, it } from '@jest/globals';
import { tableNamed } from '../../src/google/warehouse/tables';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { factOf } from '../fakes/facts';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { DEFI11, DELTA, MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, fill, HASH11, trade, workedDay } from '../fixtures/workedDay';

const opened = (): MemoryDesk => {
  const desk = twoFamilies();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = MORNING_FILLS;
  return desk;
};

const requestsOf = (desk: MemoryDesk, asset: string) =>
  desk.book.records('primary-requests').filter((row) => row.asset === asset);
/** As they were issued, whatever was looked at since. */
const ordersOf = (desk: MemoryDesk, asset: string) =>
  desk.book
    .records('orders')
    .filter((row) => row.asset === asset)
    .map(({ executed_now: _now, fills_as_of: _fills, as_of: _at, ...order }) => order);

describe('the morning', () => {
  it('splits an ETF by the brokers’ shares unless one takes all of it, and tells both sides not to cross', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    expect(
      desk.book
        .records('orders')
        .map(({ asset, side, broker, cap, do_not_cross }) => [asset, side, broker, cap, do_not_cross]),
    ).toEqual([
      ['DEFI11', 'BUY', 'Meridian', 1_300_000, 'no'],
      ['HASH11', 'BUY', 'Aurora', 7_200_000, 'yes'],
      ['HASH11', 'BUY', 'Meridian', 4_800_000, 'yes'],
      ['HASH11', 'SELL', 'Aurora', 900_000, 'yes'],
      ['HASH11', 'SELL', 'Meridian', 600_000, 'yes'],
    ]);
  });

  it('sends each broker one mail, and what is offshore to the offshore desk, the traders copied', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    expect(desk.mails.map(({ to, cc }) => [to, cc])).toEqual([
      [['mesa@aurora.example'], ['traders@desk.example']],
      [['desk@meridian.example'], ['traders@desk.example']],
      [['offshore@desk.example'], ['traders@desk.example']],
    ]);
    expect(desk.book.records('offshore-orders').map(({ asset, amount }) => [asset, amount])).toEqual([
      ['USBTC', 50_000],
    ]);
    expect(desk.mails[0]?.text).not.toContain('DEFI11');
  });

  it('run again with another ETF, freezes that one’s iNAV too and leaves the others’', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
    const etf = desk.book.records('etfs')[0] ?? {};
    desk.book.fill('etfs', [etf, { ...etf, asset: 'BITH11' }]);
    desk.world.quotes = [HASH11, { ...HASH11, asset: 'BITH11', inav: 101 }];
    apply(desk.services, initialOrders());
    desk.world.quotes = [
      { ...HASH11, inav: 63 },
      { ...HASH11, asset: 'BITH11', inav: 101 },
    ];
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 500_000, 'BUY', 'BITH11')]);
    apply(desk.services, initialOrders());
    const frozen = desk.book
      .records('_state')
      .filter(({ key }) => String(key).startsWith('quotes/'))
      .map(({ value }) => factOf(value))
      .map(({ asset, inav }) => [asset, inav]);
    expect(frozen).toEqual([
      ['BITH11', 101],
      ['HASH11', 62.5],
    ]);
  });

  it('on the next day begins afresh, and says that the last one was never allocated', () => {
    const desk = opened();
    desk.world.now = '2024-11-11T10:15:00';
    desk.world.fills = [];
    const report = apply(desk.services, initialOrders());
    expect(report.status).toBe('applied');
    expect(report.warnings.join('\n')).toContain(
      'the day 2024-11-08 was never allocated completely; opening 2024-11-11 closes it as it is',
    );
    expect(new Set(desk.book.records('orders').map(({ version }) => version))).toEqual(new Set([1]));
    expect(desk.mails.filter(({ to }) => to[0] === 'mesa@aurora.example')).toHaveLength(2);
  });
});

describe('primary units of one family', () => {
  it('leave the other family’s requests, caps and mails alone', () => {
    const desk = opened();
    apply(desk.services, primaryUnits('thematics', true));
    expect(requestsOf(desk, 'HASH11')).toEqual([]);
    const thematics = requestsOf(desk, 'DEFI11');
    const caps = ordersOf(desk, 'DEFI11');
    const mails = desk.mails.length;
    desk.world.now = `${DATE}T12:40:00`;
    desk.world.quotes = [HASH11, { ...DEFI11, inav: 30.5 }];
    desk.world.fills = [
      ...MORNING_FILLS,
      { ...fill('M3', 'BUY', 4_000, 30, `${DATE}T12:35:00`), broker: 'Meridian', asset: 'DEFI11' },
    ];
    apply(desk.services, primaryUnits('nasdaq', true));
    expect(requestsOf(desk, 'DEFI11')).toEqual(thematics);
    expect(ordersOf(desk, 'DEFI11')).toEqual(caps);
    expect(requestsOf(desk, 'HASH11').length).toBeGreaterThan(0);
    expect(desk.mails.slice(mails).some(({ text }) => text.includes('DEFI11'))).toBe(false);
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('unchanged');
  });

  it('stay as they were asked when a consolidated row, which has no time, has grown since', () => {
    const consolidated = (quantity: number, price: number) => [
      {
        ...fill('202|DEFI11|Buy', 'BUY', quantity, price, ''),
        broker: 'Meridian',
        asset: 'DEFI11',
        time: null,
      },
    ];
    const desk = opened();
    desk.world.fills = consolidated(12_000, 29.05);
    apply(desk.services, primaryUnits('thematics', true));
    const thematics = requestsOf(desk, 'DEFI11');
    desk.world.fills = consolidated(20_000, 29.4);
    apply(desk.services, primaryUnits('nasdaq', true));
    expect(requestsOf(desk, 'DEFI11')).toEqual(thematics);
  });

  it('warn when nobody has confirmed that the brokers are paused', () => {
    const desk = opened();
    expect(apply(desk.services, primaryUnits('nasdaq', null)).warnings.join('\n')).toContain(
      'nobody confirmed that the brokers’ working orders are paused',
    );
  });

  it('redeem for sellers, within what they hold, and say so', () => {
    const desk = opened();
    apply(desk.services, primaryUnits('nasdaq', true));
    const seller = requestsOf(desk, 'HASH11').find(({ side }) => side === 'SELL');
    // 30,000 shares are held, 3,000 sold: one unit of 20,000 is left to redeem.
    expect([seller?.cnpj, seller?.request, seller?.units, seller?.executed_shares]).toEqual([
      DELTA,
      'redemption',
      1,
      3_000,
    ]);
  });
});

describe('the warehouse', () => {
  it('is given only columns that its tables have, and every run commits once', () => {
    const desk = opened();
    const tables = new Set<string>();
    const { services } = desk;
    const warehouse = services.warehouse;
    services.warehouse = (settings) => {
      const real = warehouse(settings);
      return (
        real && {
          ...real,
          save: (run, saves) => {
            for (const { table, columns } of saves) {
              tables.add(table);
              const known = tableNamed(table).columns;
              for (const { name, type } of columns)
                expect([table, known.find((column) => column.name === name)?.type]).toEqual([table, type]);
            }
            real.save(run, saves);
          },
        }
      );
    };
    apply(services, primaryUnits('all', true));
    desk.world.now = AT.afternoon;
    desk.world.fills = [...MORNING_FILLS, fill('A3', 'BUY', 50_000, 62.6, `${DATE}T15:00:00`)];
    apply(services, adjustmentCycle(null));
    desk.world.now = AT.evening;
    apply(services, finalAllocation());
    expect([...tables].sort()).toEqual([
      'adjustment_rows',
      'allocation_lines',
      'allocation_rows',
      'broker_order_rows',
      'fills',
      'instructions',
      'primary_request_rows',
      'quotes',
    ]);
    expect([...desk.runs.values()]).toEqual(['initial', 'primary', 'adjustments', 'final']);
  });
});

describe('a family that no code knows', () => {
  const staking = (): MemoryDesk => {
    const desk = twoFamilies();
    desk.book.fill(
      'etfs',
      desk.book.records('etfs').map((row) => (row.asset === 'DEFI11' ? { ...row, family: 'Staking' } : row)),
    );
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    desk.world.fills = MORNING_FILLS;
    return desk;
  };

  it('has its own requests, whatever the case it is asked in, and leaves the others alone', () => {
    const desk = staking();
    const report = apply(desk.services, primaryUnits('STAKING', true));
    expect(report).toMatchObject({ status: 'applied', scope: 'staking' });
    expect([requestsOf(desk, 'DEFI11').length, requestsOf(desk, 'HASH11').length]).toEqual([2, 0]);
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('applied');
    expect(requestsOf(desk, 'HASH11').length).toBeGreaterThan(0);
  });

  it('is refused with the families that there are where the tab has none of that name', () => {
    const desk = staking();
    expect(apply(desk.services, primaryUnits('thematics', true))).toMatchObject({
      status: 'refused',
      problems: ['etfs: "thematics" is not a family; use nasdaq, staking, all'],
    });
  });

  it('is a warning where it is probably another one misspelt', () => {
    const desk = twoFamilies();
    const [hash, defi] = desk.book.records('etfs');
    desk.book.fill('etfs', [{ ...hash }, { ...hash, asset: 'BITH11' }, { ...defi, family: 'nasdac' }]);
    expect(apply(desk.services, initialOrders()).warnings).toContain(
      'etfs!C4: family "nasdac" is probably nasdaq misspelt; write one name for both',
    );
  });
});
