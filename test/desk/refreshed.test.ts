// What a look at the feeds leaves behind: the tab or not, who can mend what was kept out of it, and what the next look is told.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { shareWithBrokers } from '../../src/desk/brokers/sharing';
import type { FetchedFills, PastFills } from '../../src/desk/feeds';
import { fillsFetchedAt, missingFromFetch } from '../../src/desk/fills/lastFetch';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { acceptOdd } from '../../src/desk/person/accept';
import type { Services } from '../../src/desk/services';
import type { Fill } from '../../src/domain/fill';
import { error } from '../../src/domain/problem';
import { msg } from '../../src/language/message';
import type { Cell } from '../../src/sheets/cell';
import { initialOrders, status } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { AURORA, MERIDIAN, type TwoBrokers, twoBrokers } from '../fixtures/twoBrokers';
import { AT, DATE, fill } from '../fixtures/workedDay';

const A1 = fill('A1', 'BUY', 40_000, 62.4, `${DATE}T12:00:00`);
const HEADERS = ['asset', 'side', 'quantity', 'price', 'time', 'fill_id'];
const TYPED: readonly Cell[] = ['HASH11', 'BUY', 20_000, 62.41, `${DATE}T12:05:00`, null];
const UNKNOWN = error('unknown-bust', msg('no request is due'));

/** A desk whose post-trade system answers what a test says, and hears what it was asked with. */
interface Asked {
  readonly day: TwoBrokers;
  readonly services: Services;
  readonly heard: { known: readonly Fill[]; past: PastFills | undefined }[];
  answer: FetchedFills | null;
}

let asked: Asked;

function opened(meridian: Readonly<Record<string, Cell>>): Asked {
  const day = twoBrokers(AURORA, { ...MERIDIAN, ...meridian });
  const heard: Asked['heard'] = [];
  const at: Asked = {
    day,
    heard,
    answer: { rows: [A1], problems: [] },
    services: {
      ...day.services,
      feeds: (settings) => ({
        ...day.services.feeds(settings),
        executions: (_date, _accounts, known, past) => {
          heard.push({ known, past });
          return at.answer;
        },
      }),
    },
  };
  shareWithBrokers(day.services, null);
  apply(day.services, initialOrders());
  day.desk.world.now = AT.midday;
  return at;
}

const look = () => apply(asked.services, status());
const missing = () =>
  missingFromFetch(asked.services.journal, DATE).map(({ code, subject, who }) => [code, subject, who]);
const inTab = () => asked.day.desk.book.records('executions').map((row) => row.fill_id);
const type = (...rows: readonly (readonly Cell[])[]): void => {
  asked.day.books.spreadsheets.get('Meridian/fills')?.tabs.set('fills', [HEADERS, ...rows]);
};

beforeEach(() => {
  asked = opened({ account_codes: '', fills_from: 'inbox' });
});

describe('what keeps the tab as it was', () => {
  it('is the provider’s to mend where the post-trade system tells what nobody can place', () => {
    look();
    asked.answer = {
      rows: [A1, fill('A2', 'BUY', 10, 62.4, AT.midday)],
      problems: [UNKNOWN],
      unplaced: [{ problem: UNKNOWN, subject: 'B9' }],
    };
    expect(look()).toMatchObject({ status: 'refused' });
    expect(missing()).toEqual([['unknown-bust', 'B9', 'provider']]);
    expect(inTab()).toEqual(['A1']);
  });

  it('is the broker’s where a row of its inbox cannot be read', () => {
    type(TYPED.map((cell, i) => (i === 3 ? '62.4O' : cell)));
    look();
    expect(missing().map(([, , who]) => who)).toEqual(['broker']);
    expect(inTab()).toEqual([]);
  });

  it('is no matter of a row where the inbox cannot be opened: it tells nothing, as a system that does not answer', () => {
    look();
    const at = fillsFetchedAt(asked.services.journal, DATE);
    asked.day.books.broken.add('Meridian');
    asked.day.desk.world.now = AT.evening;
    expect(look().problems).toHaveLength(1);
    expect(missing()).toEqual([]);
    expect(fillsFetchedAt(asked.services.journal, DATE)).toBe(at);
  });

  it('is a trader’s where a broker’s fills come both ways, or an account code stands at two brokers', () => {
    asked.answer = { rows: [{ ...A1, broker: 'Meridian' }], problems: [] };
    look();
    expect(missing()).toEqual([['twofold-fills', '', 'trader']]);
    expect(inTab()).toEqual([]);
    asked = opened({ account_codes: AURORA.account_codes ?? '' });
    look();
    expect(missing().map(([, , who]) => who)).toEqual(['trader']);
    expect(asked.heard).toEqual([]);
  });

  it('is a fill that vanished: whatever else came, the tab stays, and is as old as it was', () => {
    look();
    expect(fillsFetchedAt(asked.services.journal, DATE)).toBe(AT.midday);
    asked.answer = { rows: [fill('A2', 'BUY', 10, 62.4, AT.midday)], problems: [] };
    asked.day.desk.world.now = AT.evening;
    look();
    expect(inTab()).toEqual(['A1']);
    expect(fillsFetchedAt(asked.services.journal, DATE)).toBe(AT.midday);
    expect(missing().map(([code]) => code)).toEqual(['vanished-fill']);
  });
});

it('what somebody accepted by its number keeps nothing out any more, and stays said', () => {
  const other = error('unknown-bust', msg('no request is due'));
  asked.answer = {
    rows: [A1],
    problems: [UNKNOWN, other],
    unplaced: [
      { problem: UNKNOWN, subject: 'B9' },
      { problem: other, subject: '' },
    ],
  };
  look();
  acceptOdd(asked.services, { code: 'unknown-bust', subject: 'B9', reason: 'of a test account' });
  expect(look()).toMatchObject({ status: 'refused' });
  expect(missing()).toEqual([['unknown-bust', '', 'provider']]);
  asked.answer = { ...asked.answer, problems: [UNKNOWN], unplaced: [{ problem: UNKNOWN, subject: 'B9' }] };
  const report = look();
  expect([report.problems, report.warnings.length]).toEqual([[], 1]);
  expect(missing()).toEqual([]);
  expect(inTab()).toEqual(['A1']);
});

it('what has no number by which it could be told from another stays open, whatever somebody accepts', () => {
  asked.answer = { rows: [A1], problems: [UNKNOWN], unplaced: [{ problem: UNKNOWN, subject: '' }] };
  look();
  acceptOdd(asked.services, { code: 'unknown-bust', subject: '', reason: 'whichever it is' });
  expect(look()).toMatchObject({ status: 'refused' });
  expect(missing()).toEqual([['unknown-bust', '', 'provider']]);
  expect(inTab()).toEqual([]);
});

it('what is only warned of brings the tab up to date, and still lacks', () => {
  const problem = { ...UNKNOWN, severity: 'warning' } as const;
  asked.answer = { rows: [A1], problems: [problem], unplaced: [{ problem, subject: 'B9' }] };
  expect(look().problems).toEqual([]);
  expect(inTab()).toEqual(['A1']);
  expect(missing()).toEqual([['unknown-bust', 'B9', 'provider']]);
});

describe('the next look', () => {
  it('is told what the answers told of corrections, and nothing new where an answer tells nothing of them', () => {
    asked.answer = { rows: [A1], problems: [], corrected: { 'A1-C': 'A1' } };
    look();
    asked.answer = { rows: [A1], problems: [] };
    look();
    look();
    expect(asked.heard.map(({ past }) => past?.corrected)).toEqual([{}, { 'A1-C': 'A1' }, { 'A1-C': 'A1' }]);
  });

  it('is told them also where a fill vanished from the answer', () => {
    look();
    asked.answer = { rows: [], problems: [], corrected: { 'A1-C': 'A1' } };
    look();
    look();
    expect(asked.heard.map(({ past }) => past?.corrected)).toEqual([{}, {}, { 'A1-C': 'A1' }]);
  });

  it('is told the day’s own fills that came of feeds, and none that somebody typed', () => {
    look();
    const typed = { broker: 'Aurora', asset: 'HASH11', side: 'BUY', quantity: 5, price: 62.4, fill_id: 'T1' };
    const rows = asked.day.desk.book.records('executions');
    asked.day.desk.book.fill('executions', [
      ...rows,
      { ...typed, date: DATE },
      { ...rows[0], fill_id: 'A0', date: '2024-11-07' },
    ]);
    look();
    expect(asked.heard.at(-1)?.known.map(({ fillId }) => fillId)).toEqual(['A1']);
  });
});

it('an answer that does not come leaves all as it was', () => {
  asked = opened({});
  look();
  asked.answer = null;
  asked.day.desk.world.now = AT.evening;
  expect(look().problems).toEqual([]);
  expect(inTab()).toEqual(['A1']);
  expect(fillsFetchedAt(asked.services.journal, DATE)).toBe(AT.midday);
});

describe('quotes', () => {
  it('keep the volumes that people filled in, and the ETFs that the provider says nothing of, in their order', () => {
    const { desk } = asked.day;
    const rows = desk.book.records('market-data');
    const [first] = rows;
    desk.book.fill('market-data', [
      ...rows.map((row) => ({ ...row, avg_volume: 123_456 })),
      { ...first, asset: 'AAAA11', avg_volume: 7 },
    ]);
    apply(desk.services, status());
    expect(desk.book.records('market-data').map((row) => [row.asset, row.avg_volume])).toEqual([
      ['AAAA11', 7],
      ...rows.map((row) => [row.asset, 123_456]),
    ]);
  });
});

it('asks the provider of iNAVs with the hours that the desk itself has for a date', () => {
  const { desk, services } = asked.day;
  desk.book.fill('holidays', [{ date: DATE, open: null, close: '13:00' }]);
  const heard: unknown[] = [];
  const listening: Services = {
    ...services,
    feeds: (settings) => ({
      ...services.feeds(settings),
      quotes: (_etfs, _now, holidays) => {
        heard.push(...holidays.map(({ date, close }) => [date, close]));
        return null;
      },
    }),
  };
  refreshNow(listening);
  expect(heard).toEqual([[DATE, '13:00']]);
});
