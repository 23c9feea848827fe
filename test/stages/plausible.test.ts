// Plausible or stopped: a figure off by a factor stops the stage with both figures, whatever feed or tab it comes from; a person
// accepts it for the day; and a day that can be is never asked about.
import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, double, property, tuple } from 'fast-check';
import { acceptOdd, oddThings } from '../../src/desk/person/accept';
import { preview } from '../../src/desk/run/runner';
import { roundPrice } from '../../src/domain/money';
import { SaidError } from '../../src/language/print';
import { headerOf } from '../../src/sheets/tab';
import {
  type AnyTab,
  brokers,
  dailyTrades,
  etfs,
  executions,
  fundStats,
  holdings,
  marketData,
} from '../../src/sheets/tabs';
import { apart, factorOf } from '../../src/stages/checks/odd';
import { adjustmentCycle, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { effort, examples, STEP } from '../effort';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { at, mondayMorning, NEXT, NOON_FILL, ODD_CASES } from '../fixtures/oddDays';
import { ALFA, fill, trade, workedDay } from '../fixtures/workedDay';

const codes = (desk: MemoryDesk, stage: Parameters<typeof preview>[1]) =>
  preview(desk.services, stage).problems.map(({ code }) => code);

/** Orders as they were issued and mails, whatever was looked at since. */
const decidedIn = (desk: MemoryDesk) => [
  desk.book
    .records('orders')
    .map(({ as_of: _at, fills_as_of: _fills, executed_now: _now, ...order }) => order),
  desk.mails.length,
];

/** Each figure is off by its first factors, up and down, those hardest to tell; all of them by npm run test:all. */
const ONE_OF = effort(3, 1);

describe('a slip of zeros', () => {
  it.each(
    ODD_CASES.flatMap((each) =>
      each.factors.filter((_, at) => at % ONE_OF === 0).map((factor) => [each.where, factor, each] as const),
    ),
  )(
    'in %s by %p stops the stage, and accepted it goes on',
    (_where, factor, { desk: make, spoil, stage, code }) => {
      const desk = make();
      expect(codes(desk, stage())).toEqual([]);
      spoil(desk, factor);
      const before = decidedIn(desk);
      const report = apply(desk.services, stage());
      expect(report.status).toBe('refused');
      expect(decidedIn(desk)).toEqual(before);
      expect(codes(desk, stage())).toContain(code);
      // What the sentence offers is what can be accepted.
      for (const { code: odd, subject } of oddThings(desk.services))
        acceptOdd(desk.services, { code: odd, subject, reason: 'seen at the source' });
      expect(codes(desk, stage())).not.toContain(code);
      expect(preview(desk.services, stage()).warnings.map((each) => each.code)).toContain(code);
    },
  );

  it('stands in the table for every amount, price and count that is typed or fetched', () => {
    const counted = [
      brokers,
      dailyTrades,
      etfs,
      executions,
      fundStats,
      holdings,
      marketData,
    ] as readonly AnyTab[];
    const figures = counted.flatMap((tab) =>
      Object.entries(tab.columns)
        .filter(([, { sqlType }]) => sqlType === 'NUMERIC' || sqlType === 'INT64')
        .map(([field]) => `${tab.name} ${headerOf(field)}`),
    );
    const tested = ODD_CASES.map(({ where }) => where);
    expect(figures.filter((figure) => !tested.includes(figure))).toEqual([]);
  });
});

describe('what somebody accepted', () => {
  const fallen = (): MemoryDesk => {
    const desk = mondayMorning();
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, inav: 40 }));
    return desk;
  };
  const FALLEN = { code: 'odd-inav', subject: 'market-data HASH11 inav 40' };

  it('says both figures, and the factor where it looks like one', () => {
    const desk = fallen();
    expect(texts(preview(desk.services, initialOrders()).problems)).toEqual([
      'market-data!B2: the iNAV of HASH11 is R$ 40.00, and on 2024-11-08 it was R$ 62.50; correct it, or accept it for today with a reason (Trading > Repair > Accept what is odd)',
    ]);
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, inav: 6_250 }));
    expect(texts(preview(desk.services, initialOrders()).problems)).toEqual([
      'market-data!B2: the iNAV of HASH11 is R$ 6,250.00, and on 2024-11-08 it was R$ 62.50; it looks like a factor of 100: correct it, or accept it for today with a reason (Trading > Repair > Accept what is odd)',
    ]);
  });

  it('needs a reason, and is something that is open', () => {
    const desk = fallen();
    preview(desk.services, initialOrders());
    expect(() => acceptOdd(desk.services, { ...FALLEN, reason: ' ' })).toThrow();
    expect(() => acceptOdd(desk.services, { ...FALLEN, subject: 'x', reason: 'y' })).toThrow();
    expect(said(acceptOdd(desk.services, { ...FALLEN, reason: 'crash' }))).toContain('because: crash');
  });

  it('opens the day, is told in preview, log and evening, and holds for quotes near it', () => {
    const desk = fallen();
    preview(desk.services, initialOrders());
    acceptOdd(desk.services, { ...FALLEN, reason: 'crash of the weekend' });
    // The next quote is never the same one.
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, inav: 40.37 }));
    const told =
      'market-data!B2: the iNAV of HASH11 is R$ 40.37, and on 2024-11-08 it was R$ 62.50; accepted for today by trader@desk.example: crash of the weekend';
    expect(texts(preview(desk.services, initialOrders()).warnings)).toContain(told);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    expect(desk.book.records('log').map(({ headline }) => headline)).toContainEqual(
      expect.stringContaining('because: crash of the weekend'),
    );
    expect(String(desk.book.records('log').at(-1)?.details)).toContain('accepted for today');
    desk.world.fills = [{ ...NOON_FILL, price: 40.2 }];
    desk.world.now = at('18:30');
    apply(desk.services, finalAllocation());
    const summary = desk.mails.filter(({ to }) => to.includes('traders@desk.example')).at(-1);
    expect(summary?.text).toContain('market-data HASH11 inav 40');
    expect(summary?.text).toContain('crash of the weekend');
  });

  it('is that figure alone, and ends with the day', () => {
    const desk = fallen();
    preview(desk.services, initialOrders());
    acceptOdd(desk.services, { ...FALLEN, reason: 'crash' });
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, inav: 4 }));
    expect(codes(desk, initialOrders())).toContain('odd-inav');
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, inav: 40 }));
    expect(codes(desk, initialOrders())).toEqual([]);
    // Nothing was opened: the day after, the same figure is asked about again.
    desk.world.now = '2024-11-12T10:15:00';
    expect(codes(desk, initialOrders())).toContain('odd-inav');
  });

  it('of a unit’s size is what the day goes by from then on', () => {
    const desk = mondayMorning();
    const sized = (sharesPerUnit: number): void => {
      desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, sharesPerUnit }));
    };
    sized(10_000);
    expect(codes(desk, initialOrders())).toContain('odd-unit');
    for (const { code, subject } of oddThings(desk.services))
      acceptOdd(desk.services, { code, subject, reason: 'split in two' });
    expect(codes(desk, initialOrders())).toEqual([]);
    apply(desk.services, initialOrders());
    desk.world.fills = [NOON_FILL];
    desk.world.now = at('12:30');
    expect(codes(desk, primaryUnits('nasdaq', true))).toEqual([]);
    // What the last day knew is odd now.
    sized(20_000);
    const { problems } = preview(desk.services, primaryUnits('nasdaq', true));
    expect(texts(problems)).toEqual([
      expect.stringContaining(`one creation unit of HASH11 has 20,000 shares, and on ${NEXT} it had 10,000`),
    ]);
  });

  it('is another fill’s price no more than another figure', () => {
    const desk = mondayMorning();
    apply(desk.services, initialOrders());
    desk.world.now = at('12:30');
    desk.world.fills = [{ ...NOON_FILL, price: 6_240, quantity: 1_000 }];
    expect(codes(desk, primaryUnits('nasdaq', true))).toEqual(['odd-fill-price']);
    const [odd] = oddThings(desk.services);
    expect(odd?.subject).toBe(`executions ${NEXT} Aurora BUY HASH11 F1 price 6240`);
    acceptOdd(desk.services, { code: 'odd-fill-price', subject: odd?.subject ?? '', reason: 'asked' });
    expect(codes(desk, primaryUnits('nasdaq', true))).toEqual([]);
    desk.world.fills = [...desk.world.fills, { ...NOON_FILL, fillId: 'F2', price: 6_240, quantity: 1 }];
    expect(codes(desk, primaryUnits('nasdaq', true))).toEqual(['odd-fill-price']);
  });

  it.each(['before', 'after'] as const)(
    'is not lost, and stops nothing, when the script dies %s any call',
    (when) => {
      let call = 1;
      for (let isDead = true; isDead; call += STEP) {
        const desk = fallen();
        preview(desk.services, initialOrders());
        desk.killAt(call, when);
        isDead = false;
        try {
          acceptOdd(desk.services, { ...FALLEN, reason: 'crash' });
        } catch (error) {
          // Cut off while it was written down, it says that it has not begun.
          if (!(error instanceof Killed) && !(error instanceof SaidError)) throw error;
          isDead = true;
        }
        desk.killAt(null);
        const again = preview(desk.services, initialOrders());
        expect([[], ['odd-inav']]).toContainEqual(again.problems.map(({ code }) => code));
        if (again.problems.length > 0) acceptOdd(desk.services, { ...FALLEN, reason: 'crash' });
        expect(apply(desk.services, initialOrders()).status).toBe('applied');
      }
      expect(call).toBeGreaterThan(5);
    },
  );
});

describe('a day that can be', () => {
  const move = double({ min: -0.15, max: 0.15, noNaN: true });
  const moved = (price: number, by: number): number => roundPrice(Math.round(price * (1 + by) * 100) / 100);

  it('is never asked about, however its prices move by 15% around the last close', () => {
    assert(
      property(tuple(move, move, move, move, move), ([open, noon, traded, late, nav]) => {
        const desk = mondayMorning();
        const quote = (by: number, official: number | null = null) => {
          desk.world.quotes = desk.world.quotes.map((each) => ({
            ...each,
            inav: moved(62.5, by),
            officialNav: official,
          }));
        };
        quote(open);
        expect(codes(desk, initialOrders())).toEqual([]);
        apply(desk.services, initialOrders());
        desk.world.fills = [{ ...NOON_FILL, price: moved(62.5, traded) }];
        desk.world.now = at('12:30');
        quote(noon);
        expect(codes(desk, primaryUnits('nasdaq', true))).toEqual([]);
        apply(desk.services, primaryUnits('nasdaq', true));
        desk.world.now = at('16:00');
        quote(late);
        expect(codes(desk, adjustmentCycle(null))).toEqual([]);
        apply(desk.services, adjustmentCycle(null));
        desk.world.now = at('18:30');
        quote(late, moved(62.5, nav));
        expect(codes(desk, finalAllocation())).toEqual([]);
      }),
      examples(40),
    );
  });

  it('may double its trades and its cash, and a first day knows nothing to compare with', () => {
    const desk = mondayMorning();
    desk.book.fill('daily-trades', [trade(ALFA, 20_000_000)]);
    desk.book.fill(
      'fund-stats',
      desk.book.records('fund-stats').map((row) => ({ ...row, cash: Number(row.cash) * 2 })),
    );
    expect(codes(desk, initialOrders())).toEqual([]);
    const first = workedDay();
    first.world.quotes = first.world.quotes.map((quote) => ({ ...quote, inav: 6_250 }));
    expect(codes(first, initialOrders())).toEqual([]);
    // Its fills tell.
    apply(first.services, initialOrders());
    first.world.now = '2024-11-08T12:30:00';
    first.world.fills = [fill('F1', 'BUY', 100, 62.4, '2024-11-08T12:00:00')];
    expect(codes(first, primaryUnits('nasdaq', true))).toContain('odd-fill-price');
  });

  it('is not stopped by an odd figure of what nobody trades', () => {
    const desk = mondayMorning();
    desk.world.quotes = [
      ...desk.world.quotes,
      ...desk.world.quotes.map((quote) => ({ ...quote, asset: 'BITH11', inav: 9_999 })),
    ];
    expect(codes(desk, initialOrders())).toEqual([]);
  });
});

describe('how far two figures are apart', () => {
  const figure = double({ min: 0.000_1, max: 1e9, noNaN: true });

  it('is the same from either, and nothing between equals', () => {
    assert(
      property(figure, figure, (a, b) => {
        expect(apart(a, b)).toBe(apart(b, a));
        expect(apart(a, a)).toBe(0);
        expect(apart(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(apart(5, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('looks like a factor of 10, 100 or 1,000 where it is nearly one, up or down', () => {
    const near = double({ min: 0.9, max: 1.1, noNaN: true });
    assert(
      property(figure, constantFrom(10, 100, 1_000), near, (a, factor, off) => {
        expect(factorOf(a, a * factor * off)).toBe(factor);
        expect(factorOf(a * factor * off, a)).toBe(factor);
      }),
    );
    expect([factorOf(1, 2), factorOf(1, 30), factorOf(1, 1e5)]).toEqual([null, null, null]);
  });
});
