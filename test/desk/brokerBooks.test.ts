import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareWithBrokers } from '../../src/desk/brokers/sharing';
import { abandonPending } from '../../src/desk/person/repair';
import { preview } from '../../src/desk/run/runner';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { effort, examples } from '../effort';
import { apply } from '../fakes/run';
import { AURORA, MERIDIAN, type TwoBrokers, twoBrokers } from '../fixtures/twoBrokers';
import { AT, fill, trade } from '../fixtures/workedDay';

const MIDDAY = [
  fill('A1', 'BUY', 40_000, 62.4, AT.midday),
  { ...fill('M1', 'BUY', 20_000, 62.41, AT.midday), broker: 'Meridian' },
];

const column = ({ books }: TwoBrokers, broker: string, tab: string, name: string) =>
  books.records(broker, tab).map((row) => row[name]);

/** From the morning to the allocation, everything shared before. */
function playDay(day: TwoBrokers): TwoBrokers {
  const { desk, services } = day;
  shareWithBrokers(services, null);
  const runs = [apply(services, initialOrders())];
  Object.assign(desk.world, { now: AT.midday, fills: MIDDAY });
  runs.push(apply(services, primaryUnits('all', true)));
  desk.world.now = AT.afternoon;
  runs.push(apply(services, adjustmentCycle(3)));
  desk.world.now = AT.evening;
  runs.push(apply(services, finalAllocation()));
  expect(runs.flatMap(({ problems }) => problems)).toEqual([]);
  return day;
}

describe('a broker’s own spreadsheet', () => {
  it('holds its instructions in force as soon as they are out, and no allocation yet', () => {
    const day = twoBrokers();
    shareWithBrokers(day.services, null);
    apply(day.services, initialOrders());
    expect(column(day, 'Aurora', 'orders', 'broker')).toEqual(['Aurora']);
    expect(column(day, 'Aurora', 'orders', 'cap')).toEqual([7_380_000]);
    expect(column(day, 'Meridian', 'orders', 'cap')).toEqual([4_920_000]);
    expect(day.books.records('Aurora', 'allocation')).toEqual([]);
  });

  it('follows every later stage: the version that replaces, then whose shares these are', () => {
    const day = playDay(twoBrokers());
    const inForce = day.desk.book.records('orders').filter(({ broker }) => broker === 'Aurora');
    expect(column(day, 'Aurora', 'orders', 'version')).toEqual(inForce.map(({ version }) => version));
    expect(inForce[0]?.version).toBeGreaterThan(1);
    const own = (code: string) =>
      day.desk.book.records('broker-orders').filter((row) => row.exchange_code === code);
    expect(day.books.records('Aurora', 'allocation')).toEqual(own('Aurora (3)'));
    expect(day.books.records('Meridian', 'allocation')).toEqual(own('Meridian (114)'));
    expect(own('Aurora (3)').reduce((sum, row) => sum + Number(row.asset_amount), 0)).toBe(40_000);
  });

  it('never holds a row of another broker, an intent, a holding or a formula, whatever the funds are called', () => {
    const name = fc.oneof(
      fc.constantFrom('=IMPORTRANGE("x","y")', '+1', '@cmd', '-2+3', "'=A1", '\t=1'),
      fc.string({ minLength: 1, maxLength: 20 }),
    );
    fc.assert(
      fc.property(name, fc.constantFrom('average', 'fill'), (fund, allocateBy) => {
        const day = twoBrokers({ ...AURORA, allocate_by: allocateBy }, MERIDIAN);
        const funds = day.desk.book.records('fund-stats');
        day.desk.book.fill('fund-stats', [
          ...funds.map((row, i) => (i === 0 && fund.trim() !== '' ? { ...row, fund } : row)),
        ]);
        playDay(day);
        for (const [broker, other] of [
          ['Aurora', 'Meridian'],
          ['Meridian', 'Aurora'],
        ] as const) {
          expect(day.books.everything(broker)).not.toContain(other);
          expect(new Set(column(day, broker, 'orders', 'broker'))).toEqual(new Set([broker]));
          const cells = ['orders', 'allocation'].flatMap((tab) =>
            day.books.records(broker, tab).flatMap((row) => Object.values(row)),
          );
          const formulas = cells.filter((cell) => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell));
          expect(formulas).toEqual([]);
          // The targets of the funds stand nowhere: neither as text nor as a number.
          for (const target of [10_000_000, 2_000_000, 300_000]) expect(cells).not.toContain(target);
        }
      }),
      examples(25),
    );
  });

  it('loses yesterday’s rows when a new day opens, also for a broker that gets nothing', () => {
    const day = playDay(twoBrokers());
    const { desk, services } = day;
    const etf = desk.book.records('etfs')[0] ?? {};
    desk.book.fill('etfs', [{ ...etf, broker: 'Aurora' }]);
    Object.assign(desk.world, { now: '2024-11-11T10:15:00', fills: [] });
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, asOf: desk.world.now }));
    expect(apply(services, initialOrders()).status).toBe('applied');
    expect(column(day, 'Aurora', 'orders', 'trade_date')).toHaveLength(1);
    expect(day.books.records('Meridian', 'orders')).toEqual([]);
    for (const broker of ['Aurora', 'Meridian']) expect(day.books.records(broker, 'allocation')).toEqual([]);
  });

  it('loses yesterday’s allocation too where a broker traded unasked', () => {
    const day = twoBrokers();
    const { desk, books, services } = day;
    desk.book.fill('etfs', [{ ...desk.book.records('etfs')[0], broker: 'Aurora' }]);
    playDay(day);
    expect([books.records('Meridian', 'orders'), books.records('Meridian', 'allocation').length > 0]).toEqual(
      [[], true],
    );
    Object.assign(desk.world, { now: '2024-11-11T10:15:00', fills: [] });
    apply(services, initialOrders());
    expect(books.records('Meridian', 'allocation')).toEqual([]);
  });

  it('shows nothing to a broker that was never shared with', () => {
    const day = twoBrokers();
    apply(day.services, initialOrders());
    expect(day.books.calls).toEqual([]);
    expect([...day.books.spreadsheets]).toEqual([]);
  });

  it('is written only when something changes for that broker', () => {
    const { desk, books, services } = twoBrokers();
    desk.book.fill('daily-trades', [trade('11.222.333/0001-81', 1_000_000)]);
    shareWithBrokers(services, null);
    apply(services, initialOrders());
    const before = books.calls.length;
    apply(services, initialOrders());
    expect(books.calls).toHaveLength(before);
  });

  it('is named in the preview, whose fingerprint covers what would stand there', () => {
    const { desk, books, services } = twoBrokers();
    expect(preview(services, initialOrders()).brokerBooks).toEqual([]);
    const unshared = preview(services, initialOrders()).hash;
    shareWithBrokers(services, null);
    const shown = preview(services, initialOrders());
    expect(shown.brokerBooks).toEqual(['Aurora', 'Meridian']);
    expect(shown.hash).toBe(unshared);
    desk.world.now = '2024-11-08T10:16:00';
    expect(preview(services, initialOrders()).hash).toBe(unshared);
    expect(apply(services, initialOrders(), shown.hash).status).toBe('applied');
    expect(books.calls).toContain('write Aurora');
  });

  it('that cannot be written holds nobody up: mails go, the warning names it, sharing again repairs it', () => {
    const day = twoBrokers();
    const { desk, books, services } = day;
    shareWithBrokers(services, null);
    books.broken.add('Meridian');
    const report = apply(services, initialOrders());
    expect([report.status, report.mails]).toEqual(['applied', desk.mails.length]);
    expect(report.warnings).toContain(
      'the spreadsheet of Meridian was not brought up to date (Drive does not answer); the next run tries again, and so does Trading > Brokers > Share with brokers',
    );
    expect(desk.book.records('log').slice(-1)[0]?.details).toContain('Meridian was not brought up to date');
    books.broken.clear();
    shareWithBrokers(services, null);
    expect(column(day, 'Meridian', 'orders', 'cap')).toEqual([4_920_000]);
  });

  it('stands after a crash at any call as it would have without one', () => {
    const whole = twoBrokers();
    shareWithBrokers(whole.services, null);
    whole.desk.killAt(null);
    apply(whole.services, initialOrders());
    const calls = whole.desk.callCount();
    for (let call = 1; call <= calls; call += effort(9, 3)) {
      const day = twoBrokers();
      shareWithBrokers(day.services, null);
      day.desk.killAt(call);
      try {
        apply(day.services, initialOrders());
      } catch {
        // The run was cut off there.
      }
      day.desk.killAt(null);
      apply(day.services, initialOrders());
      expect(day.books.everything('Aurora')).toBe(whole.books.everything('Aurora'));
    }
  });

  it('shows the instructions before an abandoned run again', () => {
    const { desk, books, services } = twoBrokers();
    shareWithBrokers(services, null);
    desk.world.warehouseDown = true;
    expect(apply(services, initialOrders()).status).toBe('held');
    expect(books.records('Aurora', 'orders')).toHaveLength(1);
    desk.world.warehouseDown = false;
    abandonPending(services, 'wrong file');
    expect(books.records('Aurora', 'orders')).toEqual([]);
  });
});
