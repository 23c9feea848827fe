// A rule closes the calendar that it names, in the years that it names.
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { type CalendarKind, type HolidayRule, isHoliday } from '../../src/domain/holidayRules';

const rule = (closes: CalendarKind, from: number | null, until: number | null): HolidayRule => ({
  name: 'Republic',
  day: { fixed: '06-05' },
  from,
  until,
  closes,
  source: 'This test.',
});

describe('a rule', () => {
  it.each([
    ['trading', true, false],
    ['settlement', false, true],
    ['both', true, true],
  ] as const)('that closes %s', (closes, trading, settlement) => {
    const rules = [rule(closes, null, null)];
    expect(isHoliday('2026-06-05', 'trading', rules)).toBe(trading);
    expect(isHoliday('2026-06-05', 'settlement', rules)).toBe(settlement);
    expect(isHoliday('2026-06-08', 'trading', rules)).toBe(false);
  });

  it('holds from its first year to its last, both included', () => {
    const years = [2023, 2024, 2025, 2026, 2027];
    const held = (from: number | null, until: number | null): readonly number[] =>
      years.filter((year) => isHoliday(`${year}-06-05`, 'trading', [rule('both', from, until)]));
    expect(held(2024, 2026)).toEqual([2024, 2025, 2026]);
    expect(held(null, 2024)).toEqual([2023, 2024]);
    expect(held(2026, null)).toEqual([2026, 2027]);
  });
});

describe('a day on which B3 trades and does not settle, should it announce one', () => {
  afterAll(() => {
    jest.resetModules();
  });

  it('closes settlement alone, and the reverse trading alone', () => {
    const rules = jest.requireActual<typeof import('../../src/domain/holidayRules')>(
      '../../src/domain/holidayRules',
    );
    const odd = { settlement: '2026-06-09', trading: '2026-06-10' };
    jest.resetModules();
    jest.doMock('../../src/domain/holidayRules', () => ({
      ...rules,
      isHoliday: (date: string, calendar: 'trading' | 'settlement') => odd[calendar] === date,
    }));
    const { isTradingDay } =
      jest.requireActual<typeof import('../../src/domain/calendar')>('../../src/domain/calendar');
    const { isSettlementDay, settlementDate } = jest.requireActual<
      typeof import('../../src/domain/settlement')
    >('../../src/domain/settlement');
    expect(['2026-06-09', '2026-06-10'].map((day) => isTradingDay(day, []))).toEqual([true, false]);
    expect(['2026-06-09', '2026-06-10'].map((day) => isSettlementDay(day, []))).toEqual([false, true]);
    expect(settlementDate('2026-06-08', 1, [])).toBe('2026-06-10');
  });
});
