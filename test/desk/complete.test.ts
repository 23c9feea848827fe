// COMPLETE means it, and stops meaning it when something arrives: in status, sidebar and schedule alike.
import { describe, expect, it } from '@jest/globals';
import { pendingMarks } from '../../src/desk/journal/pending';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { deskOverview } from '../../src/desk/look/overview';
import { acceptOdd, oddThings } from '../../src/desk/person/accept';
import { preview } from '../../src/desk/run/runner';
import { tick } from '../../src/desk/schedule/tick';
import type { Services } from '../../src/desk/services';
import { addMinutes, timeOf } from '../../src/domain/stamp';
import { print } from '../../src/language/print';
import { finalAllocation, initialOrders, status } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { dayOver } from '../fixtures/dayAfter';
import { twoBrokers } from '../fixtures/twoBrokers';
import { MORNING_FILLS } from '../fixtures/twoFamilies';
import { ALFA, AT, DATE, fill, trade, workedDay } from '../fixtures/workedDay';

const A1 = fill('A1', 'BUY', 60_000, 62.4, `${DATE}T12:00:00`);
const LATE = fill('A2', 'BUY', 5_000, 62.45, `${DATE}T17:50:00`);
const dayOf = (services: Services) => {
  const { complete, missing } = currentStatus(services, () => {});
  return { complete, missing: missing.map(said) };
};

describe('a broker of which nothing is heard', () => {
  const silent = () => {
    const day = twoBrokers();
    apply(day.services, initialOrders());
    day.desk.world.now = AT.evening;
    day.desk.world.fills = [A1];
    return day;
  };

  it('keeps the day PENDING, and who can mend it is said', () => {
    const { services } = silent();
    expect(apply(services, finalAllocation()).headline).toContain('PENDING');
    expect(dayOf(services)).toEqual({
      complete: false,
      missing: [expect.stringContaining('Meridian has instructions and no fill of it is known; ask it')],
    });
    expect(deskOverview(services, null)).toMatchObject({ complete: false, missing: [expect.anything()] });
  });

  it('may be accepted to have traded nothing: then the day is COMPLETE, without another version', () => {
    const { services, desk } = silent();
    apply(services, finalAllocation());
    const mails = desk.mails.length;
    acceptOdd(services, { code: 'silent-broker', subject: 'Meridian', reason: 'said so by telephone' });
    expect(dayOf(services)).toEqual({ complete: true, missing: [] });
    expect(apply(services, finalAllocation())).toMatchObject({ status: 'unchanged', mails: 0 });
    expect(desk.mails).toHaveLength(mails);
    expect(desk.book.records('allocation')[0]?.version).toBe(1);
  });

  it('is no matter to be accepted while the market is open', () => {
    const { services, desk } = silent();
    desk.world.now = AT.midday;
    apply(services, status());
    expect(oddThings(services)).toEqual([]);
    expect(() =>
      acceptOdd(services, { code: 'silent-broker', subject: 'Meridian', reason: 'it will not trade' }),
    ).toThrow('nothing is open to be accepted');
  });

  it('is not silent once it has a fill, a busted one too', () => {
    const { services, desk } = silent();
    desk.world.fills = [A1, { ...A1, fillId: 'M1', broker: 'Meridian', status: 'BUSTED' }];
    expect(apply(services, finalAllocation()).headline).toContain('COMPLETE');
  });
});

it('a fill of a broker that was never instructed keeps the day PENDING until somebody accepts it', () => {
  const { services, desk } = twoBrokers();
  desk.book.fill(
    'etfs',
    desk.book.records('etfs').map((row) => ({ ...row, broker: 'Aurora' })),
  );
  apply(services, initialOrders());
  desk.world.now = AT.evening;
  desk.world.fills = [A1, { ...A1, fillId: 'M1', broker: 'Meridian', quantity: 10 }];
  expect(apply(services, finalAllocation()).headline).toContain('PENDING');
  const [odd] = oddThings(services);
  expect(odd).toMatchObject({ code: 'unasked-fill', subject: 'Meridian BUY HASH11' });
  acceptOdd(services, {
    code: 'unasked-fill',
    subject: 'Meridian BUY HASH11',
    reason: 'ordered by telephone',
  });
  expect(dayOf(services).complete).toBe(true);
});

describe('what arrives after COMPLETE', () => {
  const allocated = (autoSend = '') => {
    const desk = workedDay();
    desk.book.fill('settings', [...desk.book.records('settings'), { key: 'auto_send', value: autoSend }]);
    apply(desk.services, initialOrders());
    desk.world.now = AT.evening;
    desk.world.fills = [A1];
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
    return desk;
  };

  it.each([
    [
      'a fill',
      [A1, LATE],
      '60,000 shares in 1 fill over R$ 3,744,000.00 were allocated, and there are 65,000 in 2',
    ],
    ['a bust', [{ ...A1, status: 'BUSTED' as const }], 'and there are 0 in 0 over R$ 0.00 now'],
    ['a correction', [{ ...A1, price: 62.5 }], 'and there are 60,000 in 1 over R$ 3,750,000.00 now'],
  ])('makes the day PENDING by itself: %s', (_what, fills, words) => {
    const desk = allocated();
    desk.world.fills = fills;
    const day = dayOf(desk.services);
    expect(day.complete).toBe(false);
    expect(day.missing.join()).toContain(words);
    const overview = deskOverview(desk.services, null);
    expect(overview.complete).toBe(false);
    expect(overview.timeline.find(({ name }) => name === 'final')?.state).toBe('pending');
    expect(apply(desk.services, finalAllocation()).headline).toContain('version 2 REPLACES 1');
    expect(dayOf(desk.services).complete).toBe(true);
  });

  const evening = (desk: ReturnType<typeof allocated>, to: string): readonly string[] => {
    const ran: string[] = [];
    for (let now = `${DATE}T18:35:00`; timeOf(now) <= to; now = addMinutes(now, 5)) {
      desk.world.now = now;
      ran.push(...tick(desk.services).map((message) => `${timeOf(now)} ${said(message)}`));
    }
    return ran;
  };

  it('is allocated by the schedule itself where it may send', () => {
    const desk = allocated('final');
    expect(evening(desk, '18:50').filter((text) => text.includes('final'))).toEqual([]);
    desk.world.fills = [A1, LATE];
    expect(evening(desk, '20:00').join('\n')).toContain('version 2 REPLACES 1');
    expect(dayOf(desk.services).complete).toBe(true);
    expect(desk.mails.filter(({ subject }) => subject.includes('SUBSTITUI'))).toHaveLength(1);
  });

  it('is prepared by the schedule where it may not', () => {
    const desk = allocated();
    desk.world.fills = [A1, LATE];
    expect(evening(desk, '20:00').join('\n')).toContain(
      'Final allocation: prepared: COMPLETE: 65,000 shares',
    );
    expect(desk.book.records('allocation')[0]?.version).toBe(1);
    expect(dayOf(desk.services).complete).toBe(false);
  });
});

it('a late fill that fits no fund makes a version for its own broker: no other is told anything', () => {
  const desk = dayOver();
  const { length } = desk.mails;
  desk.world.fills = [...MORNING_FILLS, fill('A9', 'SELL', 40_000, 62.5, `${DATE}T15:00:00`)];
  const report = apply(desk.services, finalAllocation());
  expect(report.headline).toContain('version 2 REPLACES 1');
  expect(report.files.filter((name) => !name.startsWith(DATE))).toEqual([
    `Aurora/aloc_trading_${DATE}_v2.csv`,
  ]);
  expect(desk.mails.slice(length).flatMap(({ to }) => to)).not.toContain('desk@meridian.example');
});

it('a fill that nobody allocated in the evening comes before anything of the next day, and is not lost by it', () => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.evening;
  desk.world.fills = [A1];
  apply(desk.services, finalAllocation());
  desk.world.fills = [A1, LATE];
  apply(desk.services, status());
  desk.world.now = '2024-11-11T09:30:00';
  desk.world.fills = [];
  apply(desk.services, status());
  expect(dayOf(desk.services)).toMatchObject({ complete: false });
  expect(deskOverview(desk.services, null).timeline.map(({ name, state }) => [name, state])[0]).toEqual([
    'final',
    'due',
  ]);
  expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE: 65,000 shares in 2 fills');
  expect(dayOf(desk.services)).toEqual({ complete: true, missing: [] });
});

describe('a day that is COMPLETE', () => {
  const closed = (shares: number) => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, 62_500)]);
    apply(desk.services, initialOrders());
    desk.world.fills = [fill('F1', 'BUY', shares, 62.5, `${DATE}T11:00:00`)];
    desk.world.now = AT.evening;
    return preview(desk.services, finalAllocation()).summary.headline;
  };

  it('says in the same breath what of its orders was not done: it speaks of what was executed', () => {
    expect(said(closed(600))).toBe(
      'COMPLETE: 600 shares in 1 fill allocated in 1 line, version 1. That is all that was executed; R$ 25,000.00 not done and R$ 0.00 too much, over all funds, cannot be worked any more',
    );
    expect(print(closed(600), 'pt')).toContain('R$ 25.000,00 que faltaram e R$ 0,00 a mais');
  });

  it('whose orders are done says nothing more', () => {
    expect(said(closed(1_000))).toBe('COMPLETE: 1,000 shares in 1 fill allocated in 1 line, version 1');
  });
});

describe('without mail quota in the evening', () => {
  const short = (quota: number) => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.world.now = AT.evening;
    desk.world.fills = [A1];
    desk.world.mailQuota = quota;
    return desk;
  };

  it('the allocation is written and saved; its mails wait, counted, and the day is PENDING', () => {
    const desk = short(1);
    const mails = desk.mails.length;
    const report = apply(desk.services, finalAllocation());
    expect(report).toMatchObject({ status: 'applied', problems: [], mails: 0 });
    expect(report.headline).toBe('PENDING: written and saved; 2 mails to 3 recipients wait for mail quota');
    expect(desk.mails).toHaveLength(mails);
    expect(desk.book.records('allocation').length).toBeGreaterThan(0);
    expect([...desk.runs.values()]).toContain('final');
    // The broker's, and the report.
    expect(desk.files.size).toBe(3);
    expect(dayOf(desk.services)).toMatchObject({
      complete: false,
      missing: [expect.stringMatching(/^2 mails to 3 recipients of run \S+ wait for mail quota$/)],
    });
  });

  it('the mails go once each when there is quota again, and the day is COMPLETE', () => {
    const desk = short(2);
    expect(apply(desk.services, finalAllocation()).mails).toBe(1);
    desk.world.mailQuota = 100;
    tick(desk.services);
    expect(pendingMarks(desk.services.journal)).toEqual([]);
    const subjects = desk.mails.map(({ to }) => to[0]);
    expect(subjects.filter((to) => to === 'mesa@aurora.example')).toHaveLength(2);
    expect(dayOf(desk.services).complete).toBe(true);
  });

  it('no other stage uses up what is reserved, and none is held by it', () => {
    const desk = short(0);
    apply(desk.services, finalAllocation());
    desk.world.now = '2024-11-11T10:15:00';
    desk.world.fills = [];
    desk.world.mailQuota = 0;
    expect(apply(desk.services, status()).problems).toEqual([]);
    expect(apply(desk.services, initialOrders()).problems.join()).toContain('0 are left today');
  });
});
