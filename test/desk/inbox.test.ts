import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareWithBrokers } from '../../src/desk/brokers/sharing';
import { readInbox } from '../../src/desk/fills/inbox';
import type { Cell } from '../../src/sheets/cell';
import { finalAllocation, initialOrders, status } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import * as said from '../fakes/said';
import { AURORA, MERIDIAN, type TwoBrokers, twoBrokers } from '../fixtures/twoBrokers';
import { AT, DATE, fill } from '../fixtures/workedDay';

const HEADERS = ['asset', 'side', 'quantity', 'price', 'time', 'fill_id'];
const read = (...rows: readonly (readonly Cell[])[]) =>
  readInbox({ broker: 'Meridian', assets: ['HASH11', 'BITH11'], date: DATE }, [HEADERS, ...rows]);
const texts = (...rows: readonly (readonly Cell[])[]) => said.texts(read(...rows).problems);
const ROW: readonly Cell[] = ['HASH11', 'BUY', 1_000, 62.4, `${DATE}T12:00:00`, null];
const but = (column: number, cell: Cell): readonly Cell[] => ROW.map((old, i) => (i === column ? cell : old));

describe('an inbox', () => {
  it('is read as fills of its broker', () => {
    expect(read(ROW, but(5, 'F7'))).toEqual({
      problems: [],
      rows: [
        {
          date: DATE,
          fillId: `Meridian|${DATE}T12:00:00|HASH11|BUY|1000|62.4`,
          broker: 'Meridian',
          asset: 'HASH11',
          side: 'BUY',
          quantity: 1_000,
          price: 62.4,
          time: `${DATE}T12:00:00`,
          status: 'EXECUTED',
          source: 'inbox',
        },
        expect.objectContaining({ fillId: 'Meridian|F7' }),
      ],
    });
  });

  it('takes what people type: commas, lower case, dates as they write them', () => {
    const { rows, problems } = read(['hash11', 'buy', '1000', '62,40', '08/11/2024 12:00', null]);
    expect([rows[0]?.asset, rows[0]?.price, rows[0]?.time, problems]).toEqual([
      'HASH11',
      62.4,
      `${DATE}T12:00:00`,
      [],
    ]);
  });

  it.each<[number, Cell, string]>([
    [0, 'HASH12', 'inbox of Meridian!A2: asset "HASH12" is not an ETF of the desk; choose one from the list'],
    [1, 'hold', 'inbox of Meridian!B2: side "hold" is not one of BUY, SELL'],
    [2, 0, 'inbox of Meridian!C2: quantity 0 is no fill; write the shares, or delete the row'],
    [
      2,
      1.5,
      'inbox of Meridian!C2: quantity 1.5 has decimals, but shares and units are whole; write it like 1234',
    ],
    [3, 'sixty', 'inbox of Meridian!D2: price "sixty" is not a price in BRL; write it like 62.40'],
    [3, null, 'inbox of Meridian!D2: price is blank; BRL per share'],
    [
      4,
      '12:00',
      'inbox of Meridian!E2: time "12:00" is not a date and time; write São Paulo time like 2025-01-31 10:05:00',
    ],
    [
      4,
      '2024-11-09T12:00:00',
      'inbox of Meridian!E2: time 2024-11-09 12:00:00 is after 2024-11-08; write the day of the fill',
    ],
  ])('names the cell and the way out: column %i, %p', (column, cell, text) => {
    expect(texts(but(column, cell))).toEqual([text]);
  });

  it('takes two equal rows for a slip, unless each has its own fill_id', () => {
    expect(texts(ROW, ROW)).toEqual([
      'inbox of Meridian!A3: the same fill stands in row 2 already; delete one, or give each its own fill_id',
    ]);
    expect(read(but(5, 'F1'), but(5, 'F2')).problems).toEqual([]);
    expect(texts(but(5, 'F1'), but(5, 'F1'))).toEqual([
      'inbox of Meridian!F3: fill_id F1 stands in row 2 already; keep one',
    ]);
  });

  it('may keep the days before: they are counted and left out', () => {
    const { rows, problems } = read(['GONE11', 'BUY', 0, 62.4, '2024-11-07T12:00:00', null], ROW);
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', code: 'other-date' })]);
    expect(said.texts(problems)).toEqual(['inbox of Meridian: 1 row of days before 2024-11-08 left out']);
  });

  it('whose header was overwritten says how it comes back', () => {
    const { problems } = readInbox({ broker: 'Meridian', assets: ['HASH11'], date: DATE }, [
      ['asset', 'side'],
    ]);
    expect(said.texts(problems)[0]).toBe(
      'inbox of Meridian!1:1: header "quantity" is missing; add it in row 1 or use Trading > Brokers > Share with brokers',
    );
  });

  it('gives each fill the same id wherever its row stands', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 59 }));
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: String }), (drawn) => {
        const rows = drawn.map(([quantity, minute]) =>
          but(2, quantity).map((cell, i) =>
            i === 4 ? `${DATE}T12:${String(minute).padStart(2, '0')}:00` : cell,
          ),
        );
        const ids = (order: typeof rows) =>
          read(...order)
            .rows.map(({ fillId }) => fillId)
            .sort();
        expect(ids([...rows].reverse())).toEqual(ids(rows));
        expect(new Set(ids(rows)).size).toBe(rows.length);
      }),
    );
  });
});

const TYPED: readonly Cell[] = ['HASH11', 'BUY', 20_000, 62.41, AT.midday, null];

/** Meridian has no post-trade system: it types its fills. */
function typing(...rows: readonly (readonly Cell[])[]): TwoBrokers {
  const day = twoBrokers(AURORA, { ...MERIDIAN, account_codes: '', fills_from: 'inbox' });
  shareWithBrokers(day.services, null);
  apply(day.services, initialOrders());
  type(day, ...rows);
  day.desk.world.fills = [fill('A1', 'BUY', 40_000, 62.4, AT.midday)];
  day.desk.world.now = AT.evening;
  return day;
}

const type = ({ books }: TwoBrokers, ...rows: readonly (readonly Cell[])[]): void => {
  books.spreadsheets.get('Meridian/fills')?.tabs.set('fills', [HEADERS, ...rows]);
};

const sharesOf = ({ desk }: TwoBrokers, broker: string) =>
  desk.book
    .records('executions')
    .filter((row) => row.broker === broker)
    .reduce((sum, row) => sum + Number(row.quantity), 0);

describe('fills from inboxes', () => {
  it('stand beside those of the post-trade system and are allocated like them', () => {
    const day = typing(TYPED);
    expect(apply(day.services, finalAllocation())).toMatchObject({ status: 'applied', problems: [] });
    expect([sharesOf(day, 'Aurora'), sharesOf(day, 'Meridian')]).toEqual([40_000, 20_000]);
    const shares = day.books.records('Meridian', 'allocation').map((row) => Number(row.asset_amount));
    expect(shares.reduce((sum, each) => sum + each, 0)).toBe(20_000);
  });

  it('stop the stage at a bad row, which writes nothing, and go on once it is corrected', () => {
    const day = typing(TYPED.map((cell, i) => (i === 3 ? '62.4O' : cell)));
    const bad = apply(day.services, finalAllocation());
    expect(bad).toMatchObject({ status: 'refused' });
    expect(bad.problems[0]).toMatch(/^inbox of Meridian!D2: price "62\.4O"/);
    expect(day.desk.book.records('executions')).toEqual([]);
    type(day, TYPED);
    expect(apply(day.services, finalAllocation()).status).toBe('applied');
  });

  it('are enough by themselves: what people typed for the other brokers stays in the tab', () => {
    const day = typing(TYPED);
    const services = {
      ...day.services,
      feeds: () => ({ executions: () => null, earlier: () => null, quotes: () => null }),
    };
    const byHand = { fill_id: 'A1', broker: 'Aurora', asset: 'HASH11', side: 'BUY', date: DATE };
    day.desk.book.fill('executions', [{ ...byHand, quantity: 40_000, price: 62.4 }]);
    expect(apply(services, finalAllocation())).toMatchObject({ status: 'applied', problems: [] });
    expect([sharesOf(day, 'Aurora'), sharesOf(day, 'Meridian')]).toEqual([40_000, 20_000]);
  });

  it('are not forgotten: a row that leaves the inbox stops the stage, one that is mended there is a correction', () => {
    const day = typing(TYPED);
    apply(day.services, status());
    type(day);
    const empty = apply(day.services, status());
    expect(empty.problems[0]).toContain('was recorded today and is in the answer no more, without a bust');
    expect(sharesOf(day, 'Meridian')).toBe(20_000);
    type(
      day,
      TYPED.map((cell, i) => (i === 3 ? 62.14 : cell)),
    );
    const mended = apply(day.services, status());
    expect(mended.problems).toEqual([]);
    expect(mended.warnings.join()).toContain(
      'was corrected: 20,000 at R$ 62.41 before, 20,000 at R$ 62.14 now',
    );
    expect(sharesOf(day, 'Meridian')).toBe(20_000);
  });

  it('mended, hides nothing that went missing beside it', () => {
    const day = typing(TYPED);
    apply(day.services, status());
    const [a1, ...others] = day.desk.world.fills;
    day.desk.world.fills = others;
    type(
      day,
      TYPED.map((cell, i) => (i === 3 ? 62.14 : cell)),
    );
    expect(apply(day.services, status()).problems.join()).toContain(`fill ${a1?.fillId} of Aurora`);
    expect(sharesOf(day, 'Aurora')).toBe(40_000);
  });

  it('may not come from the post-trade system too: they would count twice', () => {
    const day = typing(TYPED);
    day.desk.world.fills = [{ ...fill('M1', 'BUY', 20_000, 62.41, AT.midday), broker: 'Meridian' }];
    expect(apply(day.services, status()).problems).toEqual([
      'brokers: the post-trade system has fills of Meridian, and Meridian enters its fills in its inbox; write fills_from = api, or take its account_codes out',
    ]);
  });

  it('need the inbox: without one, and when it cannot be opened, the stage says what to do', () => {
    const day = twoBrokers(AURORA, { ...MERIDIAN, fills_from: 'inbox' });
    expect(apply(day.services, initialOrders()).problems).toEqual([
      'Meridian has no inbox yet, but fills_from = inbox; make it with Trading > Brokers > Share with brokers',
    ]);
    shareWithBrokers(day.services, null);
    day.books.broken.add('Meridian');
    expect(apply(day.services, initialOrders()).problems).toEqual([
      'the inbox of Meridian cannot be read (Drive does not answer); try again, or repair it with Trading > Brokers > Share with brokers',
    ]);
  });
});
