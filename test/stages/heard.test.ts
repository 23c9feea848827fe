// What is heard of a day that is over, and which lines of it stay as they were booked.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fill, fillKey } from '../../src/domain/fill';
import { besideStaying, partKey } from '../../src/stages/allocation/stayingLines';
import { heard, type Told } from '../../src/stages/outcome/heard';
import { DATE, fill } from '../fixtures/workedDay';

const NOON = `${DATE}T12:00:00`;
const row = (fillId: string, side: Fill['side'], quantity: number, price: number): Fill =>
  fill(fillId, side, quantity, price, NOON);
const A = row('A', 'BUY', 100, 10);
const B = row('B', 'BUY', 200, 11);
const fromFeed = (each: Fill): Fill => ({ ...each, source: 'api' });
const typed = (each: Fill): Fill => ({ ...each, source: 'typed' });
const kept = { fills: [A, B].map(fromFeed), overruled: [] };
const told = (words: Partial<Told>): Told => ({ feed: [], tab: [], given: [], ...words });
const quantities = (fills: readonly Fill[]) =>
  fills.filter(({ status }) => status !== 'BUSTED').map(({ fillId, quantity }) => `${fillId} ${quantity}`);

describe('what is heard of a day that is over', () => {
  it('changes a fill, takes one back, and adds one that was late', () => {
    const rows: readonly Fill[] = [
      { ...A, status: 'BUSTED' },
      { ...B, quantity: 150 },
      row('C', 'SELL', 5, 9),
    ];
    const news = heard(kept, told({ feed: rows.map(fromFeed) }));
    expect(quantities(news.fills)).toEqual(['B 150', 'C 5']);
    expect(news.changes.map(({ before, after }) => [before?.quantity, after.fillId])).toEqual([
      [100, 'A'],
      [200, 'B'],
      [undefined, 'C'],
    ]);
  });

  it('a row that is not told is no bust', () => {
    expect(heard(kept, told({ feed: [fromFeed(B)] })).changes).toEqual([]);
  });

  it('a bust of a fill that nobody knows takes nothing back, and is named', () => {
    const news = heard(kept, told({ given: [typed({ ...row('X', 'BUY', 1, 1), status: 'BUSTED' })] }));
    expect([news.changes, news.unknownBusts.map(({ fillId }) => fillId)]).toEqual([[], ['X']]);
  });

  it('what is given wins over the tab, and the tab over the system', () => {
    const at = (quantity: number): Fill => ({ ...A, quantity });
    const all = { feed: [fromFeed(at(1))], tab: [typed(at(2))], given: [typed(at(3))] };
    expect(quantities(heard(kept, all).fills)).toContain('A 3');
    expect(quantities(heard(kept, { ...all, given: [] }).fills)).toContain('A 2');
  });

  it('a word that was overruled is no news when it is said again, and one that differs from it is', () => {
    const once = heard(kept, told({ given: [typed({ ...A, status: 'BUSTED' })] }));
    const after = { fills: once.fills, overruled: once.overruled };
    expect(heard(after, told({ feed: [fromFeed(A), fromFeed(B)] })).changes).toEqual([]);
    const news = heard(after, told({ feed: [fromFeed({ ...A, quantity: 90 })] }));
    expect(quantities(news.fills)).toContain('A 90');
  });

  it('a tab that says what is known by now does not keep the system from its news', () => {
    const bust = fromFeed({ ...A, status: 'BUSTED' });
    const once = heard(kept, told({ feed: [bust], tab: [fromFeed(A)] }));
    expect(quantities(once.fills)).toEqual(['B 200']);
    const after = heard(
      { fills: once.fills, overruled: once.overruled },
      told({ feed: [fromFeed(A)], tab: [bust] }),
    );
    expect(quantities(after.fills)).toEqual(['A 100', 'B 200']);
  });

  const anyFill = fc
    .record({
      fillId: fc.constantFrom('A', 'B', 'C', 'D'),
      quantity: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom('EXECUTED' as const, 'BUSTED' as const),
    })
    .map(({ fillId, quantity, status }): Fill => ({ ...row(fillId, 'BUY', quantity, 10), status }));
  const anyRows = fc.uniqueArray(anyFill, { selector: fillKey, maxLength: 4 });
  const anyTold = fc.record({
    feed: anyRows.map((rows) => rows.map(fromFeed)),
    tab: anyRows.map((rows) => rows.map(typed)),
  });

  it('once taken in, the same words again change nothing, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { minLength: 1, maxLength: 4 }), (looks) => {
        let day: Pick<ReturnType<typeof heard>, 'fills' | 'overruled'> = kept;
        for (const look of looks) day = heard(day, { ...look, given: [] });
        const last = looks[looks.length - 1] ?? { feed: [], tab: [] };
        const again = heard(day, {
          feed: last.feed.slice().reverse(),
          tab: last.tab.slice().reverse(),
          given: [],
        });
        expect(again.changes).toEqual([]);
        expect(again.fills).toEqual(day.fills);
      }),
    );
  });
});

describe('lines that stay', () => {
  const question = {
    slices: [
      {
        id: 'open',
        fills: [
          { id: partKey('open', A), price: 10, quantity: 100 },
          { id: partKey('open', B), price: 11, quantity: 200 },
        ],
      },
    ],
    claims: [
      { id: 'one', slices: [{ slice: 'open', shares: 180 }] },
      { id: 'two', slices: [{ slice: 'open', shares: 120 }] },
    ],
    unplaced: [],
  };
  const line = (cnpj: string, shares: number) => ({ fill: A, cnpj, slice: 'open', shares });

  it('leave the rest of every fund to be given from the other fills', () => {
    expect(besideStaying(question, [line('one', 60), line('two', 40)])).toEqual({
      slices: [{ id: 'open', fills: [{ id: partKey('open', B), price: 11, quantity: 200 }] }],
      claims: [
        { id: 'one', slices: [{ slice: 'open', shares: 120 }] },
        { id: 'two', slices: [{ slice: 'open', shares: 80 }] },
      ],
      unplaced: [],
    });
  });

  it('cannot, where a fund would have more than it is due, is due nothing, or the fill is another', () => {
    const due = { ...question, claims: [{ id: 'one', slices: [{ slice: 'open', shares: 50 }] }] };
    expect(besideStaying(due, [line('one', 60), line('two', 40)])).toBeNull();
    expect(besideStaying(question, [line('three', 100)])).toBeNull();
    expect(besideStaying(question, [line('one', 60)])).toBeNull();
  });
});
