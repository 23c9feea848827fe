// One firing of the trigger: what it sends, what it only prepares, what it says and how often.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readMarks, SCHEDULE_KEY, TRUST_MINUTES } from '../../src/desk/journal/scheduleMarks';
import { tick } from '../../src/desk/schedule/tick';
import { runDue } from '../../src/desk/schedule/wholeDay';
import { saveSettings } from '../../src/desk/setUp/fillBook';
import { error } from '../../src/domain/problem';
import { addMinutes, timeOf } from '../../src/domain/stamp';
import { verbatim } from '../../src/language/message';
import { finalAllocation, initialOrders, status } from '../../src/stages/stages';
import { STEP } from '../effort';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { newTrades, sampleDesk, TRADERS } from '../fakes/sampleDesk';
import { workedMarket } from '../fakes/workedMarket';

const DAY = '2024-11-08';
const AUTO = { auto_send: 'initial, primary, adjustments, final' };

let desk: MemoryDesk;
beforeEach(() => {
  desk = sampleDesk();
});

const at = (time: string, day = DAY): readonly string[] => {
  desk.world.now = `${day}T${time}:00`;
  return tick(desk.services).map(said);
};
/** The trigger fires every five minutes from one time to another, both included. */
const through = (from: string, to: string): readonly string[] => {
  const said: string[] = [];
  for (let now = `${DAY}T${from}:00`; timeOf(now) <= to; now = addMinutes(now, 5))
    said.push(...at(timeOf(now)).map((text) => `${timeOf(now)} ${text}`));
  return said;
};
const toTraders = () => desk.mails.filter(({ to }) => to.includes(TRADERS));
const toOthers = () => desk.mails.filter(({ to }) => !to.includes(TRADERS));
const open = (): void => {
  desk.world.now = `${DAY}T10:15:00`;
  expect(apply(desk.services, initialOrders()).status).toBe('applied');
};

describe('a desk that sends by its own hand', () => {
  it('finds the morning prepared, with one mail to the traders and nothing to anybody else', () => {
    expect(at('10:15')).toEqual([expect.stringMatching(/^Initial orders: prepared: \d+ instructions/)]);
    expect(through('10:20', '11:30')).toEqual([]);
    expect(toTraders().map(({ subject }) => subject)).toEqual([
      'Mesa de ETFs | 8 November 2024 | PREPARED: Initial orders',
    ]);
    expect(toOthers()).toEqual([]);
    expect(desk.book.records('orders')).toEqual([]);
  });

  it('is told once of orders that could not be prepared, and the log names their stage', () => {
    const [first, ...others] = desk.book.records('daily-trades');
    desk.book.fill('daily-trades', [{ ...first, cnpj: '38.314.708/0001-90' }, ...others]);
    expect(through('10:15', '10:30').map((text) => text.slice(0, 21))).toEqual([
      '10:15 Initial orders:',
      '10:25 Initial orders:',
    ]);
    expect(toTraders().map(({ subject }) => subject)).toEqual([
      'Mesa de ETFs | 8 November 2024 | STOPPED: Initial orders',
    ]);
    expect(toTraders()[0]?.text).toContain('daily-trades!B2');
    expect(desk.book.records('log').map(({ stage, scope, status }) => [stage, scope, status])).toEqual([
      ['initial', 'all', 'refused'],
    ]);
    expect(toOthers()).toEqual([]);
  });

  it('is asked for each moment, whatever died: once, or twice where nobody knows whether the first went', () => {
    for (let call = 1; ; call += STEP) {
      desk = sampleDesk();
      desk.world.now = `${DAY}T10:15:00`;
      desk.killAt(call, 'after');
      let killed = false;
      try {
        tick(desk.services);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed = true;
      }
      desk.killAt(null);
      through('10:20', '11:00');
      const prepared = toTraders().filter(({ subject }) => subject.includes('PREPARED'));
      // Of a word to the desk's own people two are better than none: where nobody knows whether it went, it goes once more.
      expect([call, prepared.length === 1 || (killed && prepared.length === 2)]).toEqual([call, true]);
      expect([call, toOthers()]).toEqual([call, []]);
      if (!killed) break;
    }
  });

  it('finds nothing prepared that a trader has done already', () => {
    open();
    desk.mails.length = 0;
    expect(through('10:20', '11:25').filter((text) => text.includes('Initial orders'))).toEqual([]);
    expect(toTraders()).toEqual([]);
  });

  it('hears of each family’s cut-off and of its prepared requests', () => {
    open();
    desk.mails.length = 0;
    through('10:20', '13:30');
    expect(toTraders().map(({ subject }) => subject.split(' | ')[2])).toEqual([
      'Primary units: thematics: cut-off at 12:30',
      'PREPARED: Primary units: thematics',
      'Primary units: nasdaq: cut-off at 13:30',
      'PREPARED: Primary units: nasdaq',
    ]);
    expect(toTraders()[0]?.text).toContain('DEFI11, WEB311');
    expect(toOthers()).toEqual([]);
  });
});

describe('a desk that lets the schedule send', () => {
  beforeEach(() => {
    desk = sampleDesk(AUTO);
  });

  it('has its orders sent at the set time, once', () => {
    expect(through('10:00', '11:00').filter((text) => text.includes('Initial orders'))).toEqual([
      expect.stringMatching(/^10:15 Initial orders: \d+ instructions/),
    ]);
    expect(toOthers().length).toBeGreaterThan(0);
  });

  it('has them sent once to each broker and no less, wherever a tick is cut off', () => {
    for (let call = 1; ; call += STEP) {
      desk = sampleDesk(AUTO);
      desk.world.now = `${DAY}T10:15:00`;
      desk.killAt(call, 'before');
      let killed = false;
      try {
        tick(desk.services);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed = true;
      }
      desk.killAt(null);
      through('10:20', '11:00');
      const orders = ['mesa@aurora.example', 'desk@meridian.example'].map(
        (broker) => toOthers().filter((mail) => mail.to.includes(broker)).length,
      );
      const inDoubt = toTraders().some(({ text }) => text.includes('it is not known whether'));
      expect([call, orders.every((count) => count === 1) || inDoubt]).toEqual([call, true]);
      expect([call, Math.max(...orders) <= 1]).toEqual([call, true]);
      expect([call, desk.book.records('orders').length > 0]).toEqual([call, true]);
      if (!killed) break;
    }
  });

  it('makes up once for what was missed, in the order of the day', () => {
    expect(at('12:20').map((text) => text.split(': ')[0])).toEqual(['Initial orders', 'Primary units']);
    expect(at('12:25')).toEqual([]);
  });

  it('is told once what nobody ran in its time, and does not send it late', () => {
    at('10:15');
    desk.mails.length = 0;
    // The trigger was off until the cut-off of the thematics had passed.
    const [first] = at('12:40');
    expect(first).toMatch(/^Primary units: thematics: it is 12:40 and the cut-off of DEFI11/);
    expect(toTraders().map(({ subject }) => subject.split(' | ')[2])).toEqual([
      'STOPPED: Primary units: thematics',
      'Primary units: nasdaq: cut-off at 13:30',
    ]);
    expect(toOthers()).toEqual([]);
    expect(through('12:45', '12:55').filter((text) => text.includes('primary'))).toEqual([]);
    expect(desk.book.records('primary-requests')).toEqual([]);
  });

  it('does nothing on a day that B3 is closed', () => {
    for (const day of ['2024-11-15', '2024-11-16'])
      for (const time of ['10:15', '12:00', '13:00', '18:35']) expect(at(time, day)).toEqual([]);
    expect(desk.mails).toEqual([]);
  });

  it('is told once that the orders are wrong, and sends them once they are right', () => {
    const [first, ...others] = desk.book.records('daily-trades');
    desk.book.fill('daily-trades', [{ ...first, cnpj: '38.314.708/0001-90' }, ...others]);
    const tries = through('10:15', '11:00');
    expect(tries.map((text) => text.slice(0, 21))).toEqual(
      ['15', '25', '35', '45', '55'].map((minute) => `10:${minute} Initial orders:`),
    );
    expect(tries.every((text) => /problems?; nothing was written/.test(text))).toBe(true);
    expect(toTraders().map(({ subject }) => subject)).toEqual([
      'Mesa de ETFs | 8 November 2024 | STOPPED: Initial orders',
    ]);
    expect(toTraders()[0]?.text).toContain('daily-trades!B2');
    expect(desk.runLog.filter(({ status }) => status !== 'refused')).toEqual([]);
    desk.book.fill('daily-trades', [first ?? {}, ...others]);
    expect(through('11:05', '11:15')).toEqual([expect.stringMatching(/Initial orders: \d+ instructions/)]);
  });

  it('does not send yesterday’s orders again: nobody has replaced them', () => {
    at('10:15');
    desk.mails.length = 0;
    expect(at('10:15', '2024-11-11')).toEqual([expect.stringMatching(/^Initial orders: prepared/)]);
    expect(toOthers()).toEqual([]);
    expect(toTraders()[0]?.text).toContain('exactly those of 2024-11-08');
    newTrades(desk, 3);
    expect(at('10:15', '2024-11-12')).toEqual([expect.stringMatching(/^Initial orders: \d+ instructions/)]);
  });

  it('is told once when somebody changed the hidden state, and nothing runs on it', () => {
    at('10:15');
    desk.mails.length = 0;
    const rows = desk.book.records('_state');
    desk.book.fill(
      '_state',
      rows.map((row, index) => (index === 1 ? { ...row, value: '{}' } : row)),
    );
    expect(through('10:50', '13:30')).toEqual([]);
    expect(toTraders().map(({ subject }) => subject)).toEqual([
      'Mesa de ETFs | 8 November 2024 | The schedule stands still',
    ]);
    expect(toOthers()).toEqual([]);
  });

  it('takes one step and leaves the rest to the next tick when the first took long', () => {
    desk.world.now = `${DAY}T12:20:00`;
    const { feeds } = desk.services;
    const slow = {
      ...desk.services,
      feeds: (settings: Parameters<typeof feeds>[0]) => {
        desk.world.now = addMinutes(desk.world.now, 3);
        return feeds(settings);
      },
    };
    expect(tick(slow)).toHaveLength(1);
    expect(at('12:25')).toEqual([expect.stringMatching(/^Primary units: thematics: /)]);
    expect(readMarks(desk.services.journal, desk.world.now).minutes).toBe(4 + 1);
  });

  it('leaves a step alone that another run is working on, and takes it once that one has gone', () => {
    const busy = { ...desk.services, lock: { exclusively: () => null } };
    desk.world.now = `${DAY}T10:15:00`;
    expect(tick(busy)).toEqual([]);
    expect(at('10:20')).toHaveLength(1);
  });

  it('takes a step again whose run has died at the next tick, since nobody holds the lock any more', () => {
    desk.services.journal.set(
      SCHEDULE_KEY,
      JSON.stringify({
        date: DAY,
        quietUntil: `${DAY}T10:00:00`,
        steps: { initial: { at: `${DAY}T10:15:00`, came: 'started' } },
        minutes: 0,
      }),
    );
    // It may be between two things that it does alone.
    expect(at('10:16')).toEqual([]);
    const said = [...at('10:20'), ...through('10:25', '10:55')];
    expect(said[0]).toContain('Initial orders');
    expect(said.filter((text) => text.includes('Initial orders'))).toHaveLength(1);
  });
});

describe('a day that the evening missed', () => {
  const NEXT = '2024-11-11';
  const fillsOfDay = () => desk.world.fills.reduce((sum, { quantity }) => sum + quantity, 0);
  const allocated = () => desk.book.records('allocation').reduce((sum, row) => sum + Number(row.shares), 0);

  /** The trigger fires until five, then not before the next session. */
  function missTheEvening(): void {
    desk = sampleDesk(AUTO);
    const market = workedMarket(desk);
    for (let now = `${DAY}T10:00:00`; timeOf(now) < '17:50'; now = addMinutes(now, 5)) {
      desk.world.now = now;
      market.work(now);
      tick(desk.services);
    }
    expect(fillsOfDay()).toBeGreaterThan(0);
  }

  it('is prepared in the next morning, before a new day is, and nothing is sent by itself', () => {
    missTheEvening();
    const executed = desk.book.records('executions').length;
    desk.world.fills = [];
    newTrades(desk, 3);
    desk.mails.length = 0;
    expect(['08:55', '09:00', '09:05', '10:15'].flatMap((time) => at(time, NEXT))).toEqual([
      expect.stringMatching(/^Final allocation: prepared: COMPLETE/),
      expect.stringMatching(/^Initial orders: prepared: /),
    ]);
    expect(toOthers()).toEqual([]);
    const [final, initial] = toTraders();
    expect(final?.text).toContain(`the fills of ${DAY} are those that were fetched on that day`);
    expect(initial?.text).toContain(`the day ${DAY} was never allocated completely`);
    // Today's executions were fetched for the preview: yesterday's are still there.
    expect(desk.book.records('executions')).toHaveLength(executed);
  });

  it('is allocated whole by the trader, as the day that it was, and the new day goes its way', () => {
    missTheEvening();
    const shares = desk.book
      .records('executions')
      .reduce((sum, row) => sum + Number(row.status === 'BUSTED' ? 0 : row.quantity), 0);
    desk.world.fills = [];
    newTrades(desk, 3);
    at('09:00', NEXT);
    expect(apply(desk.services, finalAllocation())).toMatchObject({ status: 'applied', problems: [] });
    expect(allocated()).toBe(shares);
    expect(desk.files.size).toBeGreaterThan(0);
    for (const name of desk.files.keys())
      expect(name).toMatch(
        new RegExp(`aloc_trading_${DAY}\\.csv$|^${DAY}/end-of-day_${DAY}_v1\\.(html|pdf)$`),
      );
    // Allocated once: the next click changes nothing, and today's fills belong to today.
    expect(apply(desk.services, finalAllocation()).status).toBe('refused');
    expect(at('10:15', NEXT)).toEqual([expect.stringMatching(/^Initial orders: \d+ instructions/)]);
    // The fills of a day stay until another is open; the first look of that one is of it alone.
    expect(desk.book.records('executions')).not.toEqual([]);
    apply(desk.services, status());
    expect(desk.book.records('executions')).toEqual([]);
  });

  it('without a fill in the tab is not taken for a day without fills', () => {
    missTheEvening();
    desk.book.fill('executions', []);
    desk.world.now = `${NEXT}T09:00:00`;
    expect(apply(desk.services, finalAllocation()).problems).toEqual([
      `executions: there is no fill of ${DAY}; enter them in the tab, or open the new day if there were none`,
    ]);
  });
});

describe('one at a time', () => {
  it('writes book and journal only while nobody else can, from the first tick of a day to its last', () => {
    desk = sampleDesk(AUTO);
    let held = 0;
    const unguarded: string[] = [];
    const guarded = <T extends object>(service: T, ...methods: readonly (keyof T)[]): T =>
      new Proxy(service, {
        get(target, name, receiver) {
          const method: unknown = Reflect.get(target, name, receiver);
          if (typeof method !== 'function' || !methods.some((each) => each === name)) return method;
          return (...args: unknown[]) => {
            if (held === 0) unguarded.push(`${String(name)} ${String(args[0])}`);
            return Reflect.apply(method, target, args);
          };
        },
      });
    const services: typeof desk.services = {
      ...desk.services,
      book: guarded(desk.services.book, 'write'),
      journal: guarded(desk.services.journal, 'set', 'setAll', 'remove'),
      lock: {
        exclusively: (waitMs, work) =>
          desk.services.lock.exclusively(waitMs, () => {
            held += 1;
            try {
              return work();
            } finally {
              held -= 1;
            }
          }),
      },
    };
    const market = workedMarket(desk);
    for (let now = `${DAY}T10:00:00`; timeOf(now) < '19:00'; now = addMinutes(now, 5)) {
      desk.world.now = now;
      market.work(now);
      // An hour without a market: what is refused is told, too.
      desk.world.feedProblems =
        timeOf(now) >= '16:00' && timeOf(now) < '17:00' ? [error('feed-failed', verbatim('HTTP 503'))] : [];
      tick(services);
    }
    expect(toTraders().some(({ subject }) => subject.includes('STOPPED'))).toBe(true);
    expect(desk.book.records('allocation').length).toBeGreaterThan(0);
    expect(unguarded).toEqual([]);
    newTrades(desk, 4);
    desk.world.now = '2024-11-11T10:20:00';
    expect(runDue(services, null).runs.map(({ status }) => status)).toEqual(['applied']);
    expect(unguarded).toEqual([]);
  });

  it('is told to try again where somebody else is at it, and nothing counts as done', () => {
    desk.world.now = `${DAY}T10:20:00`;
    desk.world.lockedByAnother = true;
    expect(() => runDue(desk.services, null)).toThrow('another run is under way');
    desk.world.lockedByAnother = false;
    let locks = 0;
    const crowded = {
      ...desk.services,
      lock: {
        exclusively: <T>(waitMs: number, work: () => T) => {
          locks += 1;
          return locks === 2 ? null : desk.services.lock.exclusively(waitMs, work);
        },
      },
    };
    expect(runDue(crowded, null).runs.map(({ status }) => status)).toEqual(['held']);
    expect(readMarks(desk.services.journal, desk.world.now).steps).toEqual({});
    expect(runDue(desk.services, null).runs.map(({ status }) => status)).toEqual(['applied']);
  });
});

describe('the day’s trigger time', () => {
  it('is kept for the stages once the day has taken an hour of it', () => {
    desk = sampleDesk(AUTO);
    at('10:15');
    const spent = (minutes: number): void => {
      const marks = { ...readMarks(desk.services.journal, desk.world.now), minutes };
      desk.services.journal.set(SCHEDULE_KEY, JSON.stringify({ ...marks, quietUntil: desk.world.now }));
    };
    spent(60);
    expect(through('10:35', '12:00').map((text) => text.slice(6).split(': ')[0])).toEqual(['Primary units']);
    spent(59);
    expect(at('12:35')).toEqual([expect.stringMatching(/^(Executions|Primary units: nasdaq: cut-off)/)]);
  });
});

describe('an idle tick', () => {
  it('asks the journal alone, which is one call, and looks at the book again at least every half hour', () => {
    const calls = (time: string): number => {
      desk.killAt(null);
      at(time);
      return desk.callCount();
    };
    calls('09:00');
    const read = desk.book.calls.length;
    // The schedule's fact, and whether any run waits.
    expect(['09:05', '09:10', '09:25'].map(calls)).toEqual([3, 3, 3]);
    expect(desk.book.calls).toHaveLength(read);
    expect(TRUST_MINUTES).toBe(30);
    saveSettings(desk.services, { initial_orders_at: '10:05' });
    expect(calls('09:30')).toBeGreaterThan(4);
    at('10:00');
    expect(at('10:05')).toHaveLength(1);
  });
});
