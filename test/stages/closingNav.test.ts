// The official NAV: known only after the day, counted only for its own day, kept in the history once it is published.
import { describe, expect, it } from '@jest/globals';
import { readState } from '../../src/desk/journal/stateStore';
import { openBook } from '../../src/desk/openBook';
import { tick } from '../../src/desk/schedule/tick';
import { error } from '../../src/domain/problem';
import { addMinutes, timeOf } from '../../src/domain/stamp';
import { verbatim } from '../../src/language/message';
import { print } from '../../src/language/print';
import { readInputs, readSettingsTab, STANDING_TABS } from '../../src/stages/day/inputs';
import { closingNav, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { dayStatus } from '../../src/stages/status';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { AT, DATE, HASH11, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

const NEXT = '2024-11-11';

function allocated(): MemoryDesk {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  Object.assign(desk.world, { now: AT.midday, fills: [MIDDAY_FILL] });
  expect(apply(desk.services, primaryUnits('all', true)).problems).toEqual([]);
  desk.world.now = AT.evening;
  expect(apply(desk.services, finalAllocation()).status).toBe('applied');
  return desk;
}

const publish = (desk: MemoryDesk, officialNav: number | null): void => {
  desk.world.quotes = [{ ...HASH11, officialNav }];
};
/** What the history has: run by run, the columns asset and official_nav. */
const saved = (desk: MemoryDesk): readonly unknown[] =>
  [...(desk.rows.get('quotes') ?? [])].map(([key, row]) => [/-(final|nav)-/.exec(key)?.[1], row[0], row[3]]);

const through = (desk: MemoryDesk, day: string, from: string, to: string): readonly string[] => {
  const said: string[] = [];
  for (let now = `${day}T${from}:00`; now <= `${day}T${to}:00`; now = addMinutes(now, 5)) {
    desk.world.now = now;
    said.push(...tick(desk.services).map((message) => `${timeOf(now)} ${print(message, 'en')}`));
  }
  return said;
};

function statusOf(desk: MemoryDesk) {
  const { read } = openBook(desk.services.book);
  const { settings } = readSettingsTab(read);
  const { state } = readState(openBook(desk.services.book), desk.services.journal, desk.services.digest);
  return dayStatus(
    readInputs(read, STANDING_TABS, { now: desk.world.now, user: '', settings, state }).inputs,
  );
}

describe('the official NAV', () => {
  it('goes into the history once it is published, once, and again only if it is corrected', () => {
    const desk = allocated();
    expect(apply(desk.services, closingNav())).toMatchObject({
      status: 'unchanged',
      headline: `no official NAV of ${DATE} is new; not yet published: HASH11`,
    });
    publish(desk, 62.61);
    desk.world.now = `${DATE}T20:40:00`;
    expect(apply(desk.services, closingNav())).toMatchObject({
      status: 'applied',
      headline: 'the official NAV of HASH11 is in the history',
      rowsSaved: 1,
      mails: 0,
    });
    expect(apply(desk.services, closingNav()).status).toBe('unchanged');
    publish(desk, 62.6);
    desk.world.now = `${DATE}T22:40:00`;
    expect(apply(desk.services, closingNav()).status).toBe('applied');
    expect(saved(desk)).toEqual([
      ['final', 'HASH11', null],
      ['nav', 'HASH11', '62.61'],
      ['nav', 'HASH11', '62.6'],
    ]);
  });

  it('waits for the allocation', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    expect(apply(desk.services, closingNav()).problems).toEqual([
      'the day is not allocated yet; run Final allocation first',
    ]);
  });

  it('is the day’s own: yesterday’s that still stands there counts neither before the close nor in the allocation', () => {
    const desk = workedDay();
    publish(desk, 61);
    apply(desk.services, initialOrders());
    Object.assign(desk.world, { now: AT.midday, fills: [MIDDAY_FILL] });
    apply(desk.services, primaryUnits('all', true));
    expect(statusOf(desk).atOfficialNav).toBe(false);
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    expect(saved(desk)).toEqual([['final', 'HASH11', null]]);
    expect(statusOf(desk).atOfficialNav).toBe(false);
    // Fetched after the close it is today's.
    apply(desk.services, closingNav());
    expect(statusOf(desk).atOfficialNav).toBe(true);
    expect(saved(desk).slice(1)).toEqual([['nav', 'HASH11', '61']]);
  });

  it('of the next day is not taken for this one’s', () => {
    const desk = allocated();
    publish(desk, 70);
    desk.world.now = `${NEXT}T17:55:00`;
    expect(apply(desk.services, closingNav()).status).toBe('unchanged');
    desk.world.now = `${NEXT}T17:54:00`;
    expect(apply(desk.services, closingNav()).status).toBe('applied');
  });
});

describe('the schedule', () => {
  const navs = (said: readonly string[]) => said.filter((text) => text.includes(' Official NAV: '));

  it('looks for it every hour of the evening until it is there, and logs nothing before', () => {
    const desk = allocated();
    const logged = desk.book.records('log').length;
    expect(navs(through(desk, DATE, '18:40', '20:30'))).toEqual([
      '18:40 Official NAV: no official NAV is published yet',
      '19:40 Official NAV: no official NAV is published yet',
    ]);
    expect(desk.book.records('log')).toHaveLength(logged);
    publish(desk, 62.6);
    expect(navs(through(desk, DATE, '20:35', '23:55'))).toEqual([
      '20:40 Official NAV: the official NAV of HASH11 is in the history',
    ]);
    expect(saved(desk).slice(1)).toEqual([['nav', 'HASH11', '62.6']]);
  });

  it('finds in the next session’s morning what came overnight, before a new day is opened', () => {
    const desk = allocated();
    expect(navs(through(desk, '2024-11-09', '07:00', '12:00'))).toEqual([]);
    publish(desk, 62.6);
    expect(navs(through(desk, NEXT, '06:50', '10:00'))).toEqual([
      '07:00 Official NAV: the official NAV of HASH11 is in the history',
    ]);
  });

  it('wakes nobody when the provider sleeps', () => {
    const desk = allocated();
    const mails = desk.mails.length;
    const asleep = {
      ...desk.services,
      feeds: (settings: Parameters<typeof desk.services.feeds>[0]) => ({
        ...desk.services.feeds(settings),
        quotes: () => ({
          rows: [],
          problems: [error('feed-failed', verbatim('HTTP 503'))],
        }),
      }),
    };
    desk.world.now = `${DATE}T18:40:00`;
    expect(tick(asleep).map((message) => print(message, 'en'))).toContain(
      'Official NAV: no official NAV is published yet',
    );
    expect(desk.mails).toHaveLength(mails);
  });
});
