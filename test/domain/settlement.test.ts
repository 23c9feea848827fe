// B3's settlement calendar: what D+n counts, and what a desk's own rows change of it.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTradingDay } from '../../src/domain/calendar';
import type { DayException } from '../../src/domain/dayException';
import { isSettlementDay, settlementCycle, settlementDate } from '../../src/domain/settlement';
import { addDays, daysBetween } from '../../src/domain/stamp';

const date = fc.integer({ min: 0, max: 9_400 }).map((days) => addDays('2010-01-01', days));
const closed = (day: string, kind?: DayException['kind']): DayException => ({
  date: day,
  open: null,
  close: null,
  ...(kind === undefined ? {} : { kind }),
});

describe('D+n in settlement days', () => {
  it.each([
    // B3's notice of the change: the trades of 24 May (D+3) and of 27 May 2019 (D+2) settled on the same day.
    ['2019-05-24', 3, '2019-05-29'],
    ['2019-05-27', 2, '2019-05-29'],
    // B3's circular letter of 2020: 9 July settled as ever.
    ['2020-07-07', 2, '2020-07-09'],
    ['2021-07-07', 2, '2021-07-12'],
    ['2025-07-07', 2, '2025-07-09'],
    ['2025-12-22', 2, '2025-12-26'],
    ['2025-12-29', 2, '2026-01-02'],
    ['2026-02-13', 2, '2026-02-19'],
    ['2026-02-18', 0, '2026-02-18'],
    ['2026-02-16', 0, '2026-02-18'],
  ])('a trade of %s settles D+%i on %s', (traded, days, settled) => {
    expect(settlementDate(traded, days, [])).toBe(settled);
  });

  it('counts each settlement day once, and ends on one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 6 }), (traded, days) => {
        const settled = settlementDate(traded, days, []);
        const passed = Array.from({ length: daysBetween(traded, settled) }, (_, i) => addDays(traded, i + 1));
        expect(passed.filter((day) => isSettlementDay(day, []))).toHaveLength(days);
        expect(isSettlementDay(settled, [])).toBe(true);
      }),
    );
  });

  it('never settles a later trade earlier', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 5 }), (traded, days) => {
        expect(settlementDate(addDays(traded, 1), days, []) >= settlementDate(traded, days, [])).toBe(true);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])('cannot be %p', (days) => {
    expect(() => settlementDate('2024-11-08', days, [])).toThrow(RangeError);
  });

  it.each([
    ['2012-01-02', 3],
    ['2019-05-24', 3],
    ['2019-05-27', 2],
    ['2026-07-01', 2],
  ])('a trade of %s has D+%i', (traded, days) => {
    expect(settlementCycle(traded)).toBe(days);
  });
});

describe('rows of the desk', () => {
  it.each([
    ['closes both, if nothing else is said', closed('2024-11-11'), false, false],
    ['closes both, if a blank cell says nothing', closed('2024-11-11', null), false, false],
    ['closes both', closed('2024-11-11', 'closed'), false, false],
    ['closes trading alone', closed('2024-11-11', 'settlement-only'), false, true],
    ['closes settlement alone', closed('2024-11-11', 'trading-only'), true, false],
    ['opens late and settles as ever', closed('2024-11-11', 'late-opening'), true, true],
  ])('a row without times %s', (_, row, trades, settles) => {
    expect([isTradingDay('2024-11-11', [row]), isSettlementDay('2024-11-11', [row])]).toEqual([
      trades,
      settles,
    ]);
    expect([isTradingDay('2024-11-12', [row]), isSettlementDay('2024-11-12', [row])]).toEqual([true, true]);
  });

  it.each([
    ['trading alone, if nothing else is said', undefined, true, false],
    ['trading alone', 'trading-only', true, false],
    ['trading alone, on a half day', 'half-day', true, false],
    ['settlement alone', 'settlement-only', false, true],
    ['both', 'open', true, true],
  ] as const)('a row with hours opens %s on a Saturday', (_, kind, trades, settles) => {
    const row = { ...closed('2024-11-09', kind), open: '11:00', close: '15:00' };
    expect([isTradingDay('2024-11-09', [row]), isSettlementDay('2024-11-09', [row])]).toEqual([
      trades,
      settles,
    ]);
  });

  it('shorter hours leave the settlement of an ordinary day alone', () => {
    const row = { ...closed('2024-11-11'), close: '13:30' };
    expect(isSettlementDay('2024-11-11', [row])).toBe(true);
  });

  it('moves D+2 by the settlement day that falls out, not by the trading day', () => {
    expect(settlementDate('2024-11-08', 2, [closed('2024-11-11', 'trading-only')])).toBe('2024-11-13');
    expect(settlementDate('2024-11-08', 2, [closed('2024-11-11', 'settlement-only')])).toBe('2024-11-12');
  });

  it('a closing wins over another row of its date, in either order', () => {
    const rows = [{ ...closed('2024-11-09', 'open'), open: '11:00' }, closed('2024-11-09')];
    for (const each of [rows, [...rows].reverse()])
      expect([isTradingDay('2024-11-09', each), isSettlementDay('2024-11-09', each)]).toEqual([false, false]);
  });
});
