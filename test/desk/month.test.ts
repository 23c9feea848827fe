// A month of trading that nobody watches: the trigger alone, through a holiday, a missed hour, outages and a late fill.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { shareWithBrokers } from '../../src/desk/brokers/sharing';
import { pendingMarks } from '../../src/desk/journal/pending';
import { tick } from '../../src/desk/schedule/tick';
import { isTradingDay } from '../../src/domain/calendar';
import { error } from '../../src/domain/problem';
import { addDays, addMinutes, timeOf } from '../../src/domain/stamp';
import { figuresOf } from '../../src/language/figures';
import { msg } from '../../src/language/message';
import { effort } from '../effort';
import { type MemoryBrokerBooks, memoryBrokerBooks } from '../fakes/memoryBrokerBooks';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { newTrades, sampleDesk, TRADERS } from '../fakes/sampleDesk';
import { type WorkedMarket, workedMarket } from '../fakes/workedMarket';

/** npm test has four days of it, in which all that happens comes together; npm run test:all the whole. */
const FIRST = effort('2024-11-12', '2024-11-01');
const TRADING_DAYS = effort(4, 21);
/** Two public holidays fall on weekdays of this month, and New York's summer time ends in its first half. */
const HOLIDAYS = ['2024-11-15', '2024-11-20'];
const MISSED_HOUR = effort('2024-11-13', '2024-11-06');
const FEED_OUTAGE = '2024-11-12';
const WAREHOUSE_OUTAGE = '2024-11-18';
const LATE_FILL = effort('2024-11-14', '2024-11-25');

const outage = error(
  'feed-failed',
  msg('{said}; try again later, or fill in the tab by hand.', {
    said: msg('{url} is failing (HTTP {n})', { url: 'https://trading.example/allocation/fills', n: 503 }),
  }),
);

const days: string[] = [];
for (let day = FIRST, open = 0; open < TRADING_DAYS; day = addDays(day, 1)) {
  days.push(day);
  if (isTradingDay(day, [])) open += 1;
}
const tradingDays = days.filter((day) => isTradingDay(day, []));

const BROKERS = ['Corretora Aurora', 'Meridian Securities'];

/** What a broker read at the end of a day. */
interface BrokerEnd {
  readonly day: string;
  readonly broker: string;
  readonly days: ReadonlySet<string>;
  readonly others: readonly string[];
  readonly shares: number;
  readonly executed: number;
}
const ends: BrokerEnd[] = [];

let desk: MemoryDesk;
let market: WorkedMarket;
/** The same desk with spreadsheets of its brokers. */
let services: MemoryDesk['services'];
let books: MemoryBrokerBooks;
/** The schedule's marks, and what waits: as one list of an older version, and run by run. */
const IDLE_CALLS = 3;
let idleTicks = 0;
let idleCalls = 0;

/** From nine to eight every five minutes, as the trigger fires: weekends and holidays included. */
function live(day: string, index: number): void {
  newTrades(desk, index);
  market.pendingUntil = day === LATE_FILL ? '19:00' : null;
  for (let now = `${day}T09:02:00`; timeOf(now) < '20:00'; now = addMinutes(now, 5)) {
    const time = timeOf(now);
    desk.world.now = now;
    market.work(now);
    desk.world.feedProblems = day === FEED_OUTAGE && time >= '12:55' && time < '13:15' ? [outage] : [];
    desk.world.warehouseDown = day === WAREHOUSE_OUTAGE && time >= '18:00' && time < '18:50';
    if (day === MISSED_HOUR && time >= '10:00' && time < '11:00') continue;
    // The official NAV is published in the evening.
    desk.world.quotes = desk.world.quotes.map((quote) => ({
      ...quote,
      officialNav: time >= '19:00' ? quote.inav : null,
    }));
    desk.killAt(null);
    if (tick(services).length === 0 && desk.callCount() <= IDLE_CALLS) {
      idleTicks += 1;
      idleCalls += desk.callCount();
    }
  }
  const executed = market.fills.filter(({ date }) => date === day);
  for (const broker of BROKERS) {
    const rows = ['orders', 'allocation'].flatMap((tab) => books.records(broker, tab));
    const shares = books.records(broker, 'allocation').map((row) => Number(row.asset_amount));
    ends.push({
      day,
      broker,
      days: new Set(rows.map((row) => dateOfCell(row.trade_date))),
      others: BROKERS.filter((other) => other !== broker && books.everything(broker).includes(other)),
      shares: shares.reduce((sum, each) => sum + each, 0),
      executed: executed
        .filter((fill) => fill.broker === broker)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    });
  }
}

beforeAll(() => {
  desk = sampleDesk(
    { auto_send: 'initial, primary, adjustments, final', GOOGLE_CLOUD_PROJECT: 'desk-trading-1' },
    `${FIRST}T08:30:00`,
  );
  market = workedMarket(desk);
  books = memoryBrokerBooks();
  services = { ...desk.services, brokerBooks: books };
  expect(shareWithBrokers(services, null)).toMatchObject({ status: 'applied', problems: [] });
  days.forEach(live);
});

const runs = () =>
  desk.book.records('log').map((row) => ({
    date: dateOfCell(row.at),
    stage: String(row.stage),
    scope: String(row.scope),
    status: String(row.status),
    headline: String(row.headline),
    time: timeOfCell(row.at),
  }));
const SERIAL_DAY = 86_400_000;
const stampOfCell = (cell: unknown): string =>
  typeof cell === 'number'
    ? new Date(Math.round((cell - 25_569) * SERIAL_DAY)).toISOString().slice(0, 19)
    : String(cell);
const dateOfCell = (cell: unknown): string => stampOfCell(cell).slice(0, 10);
const timeOfCell = (cell: unknown): string => stampOfCell(cell).slice(11, 16);

const subjectsOf = (day: string): readonly string[] =>
  desk.mails
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes(`| ${figuresOf('en').date(day)} |`));

const went = (status: string): boolean => status === 'applied' || status === 'held';

describe('a month that the schedule runs alone', () => {
  it(`has ${TRADING_DAYS} trading days around ${effort('a holiday', 'two holidays')}`, () => {
    expect(tradingDays).toHaveLength(TRADING_DAYS);
    expect(days).toEqual(expect.arrayContaining(HOLIDAYS.slice(0, effort(1, 2))));
    expect(tradingDays).toEqual(expect.not.arrayContaining(HOLIDAYS));
  });

  it('runs the morning and each family’s requests exactly once a day, and never on a closed day', () => {
    for (const day of days) {
      const done = runs().filter(({ date, status }) => date === day && went(status));
      const of = (stage: string, scope?: string) =>
        done.filter((run) => run.stage === stage && (scope === undefined || run.scope === scope)).length;
      const expected = isTradingDay(day, []) ? 1 : 0;
      expect([day, of('initial'), of('primary', 'nasdaq'), of('primary', 'thematics')]).toEqual([
        day,
        expected,
        expected,
        expected,
      ]);
      expect([day, of('final')]).toEqual([day, day === LATE_FILL ? 2 : expected]);
      expect([day, of('nav')]).toEqual([day, expected]);
    }
  });

  it('runs up to three iterations a day, each once', () => {
    for (const day of tradingDays) {
      const scopes = runs()
        .filter(({ date, stage, status }) => date === day && stage === 'adjustments' && went(status))
        .map(({ scope }) => scope);
      expect(scopes).toEqual(['1', '2', '3'].slice(0, scopes.length));
      expect(scopes.length).toBeGreaterThan(0);
    }
  });

  it('allocates every executed share of every day and ends each day COMPLETE', () => {
    const allocated = new Map<unknown, number>();
    for (const row of desk.rows.get('allocation_lines')?.values() ?? [])
      allocated.set(row[0], (allocated.get(row[0]) ?? 0) + Number(row[6]));
    for (const day of tradingDays) {
      expect([
        day,
        subjectsOf(day).filter((subject) => /COMPLETE, .*: end of day/.test(subject)).length,
      ]).toEqual([day, 1]);
      const executed = market.fills.filter(({ date }) => date === day);
      expect(executed.length).toBeGreaterThan(50);
      const versions = day === LATE_FILL ? 2 : 1;
      expect(executed.filter((fill) => allocated.get(fill.fillId) !== fill.quantity * versions)).toEqual([]);
    }
  });

  it('leaves each broker at each day’s end with its own rows of that day, and the shares that it executed', () => {
    expect(ends).toHaveLength(2 * days.length);
    for (const { day, broker, others, days: shown, shares, executed } of ends) {
      expect([day, broker, others]).toEqual([day, broker, []]);
      if (!isTradingDay(day, [])) continue;
      expect([day, broker, [...shown]]).toEqual([day, broker, [day]]);
      expect([day, broker, shares]).toEqual([day, broker, executed]);
      expect(executed).toBeGreaterThan(0);
    }
  });

  it('makes up for the missed hour as soon as the trigger fires again', () => {
    const [opening] = runs().filter(({ date, stage }) => date === MISSED_HOUR && stage === 'initial');
    expect(opening).toMatchObject({ time: '11:02', status: 'applied' });
  });

  it('tries again while the post-trade system is down, within the cut-off, and tells the traders once', () => {
    const tries = runs().filter(({ date, scope }) => date === FEED_OUTAGE && scope === 'nasdaq');
    expect(tries.map(({ time, status }) => [time, status])).toEqual([
      ['13:02', 'refused'],
      ['13:12', 'refused'],
      ['13:22', 'applied'],
    ]);
    const told = desk.mails.filter(({ subject }) => subject.includes('STOPPED: Primary units: nasdaq'));
    expect(told).toHaveLength(1);
    expect(told[0]?.to).toEqual([TRADERS]);
    expect(told[0]?.text).toContain('HTTP 503');
  });

  it('holds the mails while the warehouse is down and lets them go once it is back', () => {
    const finals = runs().filter(({ date, stage }) => date === WAREHOUSE_OUTAGE && stage === 'final');
    expect(finals[0]).toMatchObject({ status: 'held' });
    const brokers = desk.mails.filter(
      ({ subject, to }) =>
        subject.includes('18/11/2024') && to.includes('mesa@aurora.example') && /aloca/i.test(subject),
    );
    expect(brokers).toHaveLength(1);
    expect(pendingMarks(desk.services.journal)).toEqual([]);
  });

  it('allocates again when the late fill is final, and says that it replaces', () => {
    const finals = runs().filter(
      ({ date, stage, status }) => date === LATE_FILL && stage === 'final' && went(status),
    );
    expect(
      finals.map(({ headline }) => headline.replace(/\d[\d,]* shares.*lines/, '…').split('. That')[0]),
    ).toEqual(['PENDING: …, version 1', 'COMPLETE: …, version 2 REPLACES 1']);
  });

  it('reminds the traders once before each family’s cut-off', () => {
    for (const day of tradingDays) {
      const reminders = subjectsOf(day).filter((subject) => subject.includes('cut-off at'));
      expect([day, reminders.length]).toEqual([day, 2]);
    }
  });

  it('sends no mail twice', () => {
    const seen = desk.mails.map(({ to, subject, text }) => JSON.stringify([to, subject, text]));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(TRADING_DAYS * 8);
  });

  it('spends three calls on a tick with nothing due, which most ticks are', () => {
    expect(idleCalls).toBe(IDLE_CALLS * idleTicks);
    expect(idleTicks / (days.length * 132)).toBeGreaterThan(0.75);
  });
});
