import { describe, expect, it } from '@jest/globals';
import { fromSaoPaulo, saoPauloStamp } from '../../../../src/local/host';
import { nextFiring, type Trigger } from '../../../../src/local/host/script/triggers';

const FRIDAY = fromSaoPaulo('2024-11-08T10:02:00');
const next = (trigger: Omit<Trigger, 'id' | 'handler'>, now = FRIDAY): string | null => {
  const at = nextFiring({ id: '1', handler: 'tick', ...trigger }, now, 'America/Sao_Paulo');
  return at === null ? null : saoPauloStamp(at);
};

describe('a clock trigger', () => {
  it('fires next at full steps of its minutes', () => {
    expect(next({ everyMinutes: 5 })).toBe('2024-11-08T10:05:00');
    expect(next({ everyMinutes: 60 })).toBe('2024-11-08T11:00:00');
  });

  it('fires at its hour, today where that lies ahead, else on its next day', () => {
    expect(next({ everyDays: 1, hour: 18, minute: 30 })).toBe('2024-11-08T18:30:00');
    expect(next({ everyDays: 1, hour: 9 })).toBe('2024-11-09T09:00:00');
  });

  it('keeps to the same days when it skips some', () => {
    const days = [FRIDAY, fromSaoPaulo('2024-11-09T08:00:00'), fromSaoPaulo('2024-11-10T08:00:00')];
    const fired = days.map((now) => next({ everyDays: 3, hour: 9 }, now));
    expect(new Set(fired).size).toBeLessThan(3);
    const first = fromSaoPaulo(fired[0] ?? '');
    expect(next({ everyDays: 3, hour: 9 }, first)).toBe(saoPauloStamp(first + 3 * 86_400_000));
  });

  it('fires on its day of the week or of the month', () => {
    expect(next({ everyDays: 7, weekDay: 1, hour: 9 })).toBe('2024-11-11T09:00:00');
    expect(next({ everyDays: 7, weekDay: 5, hour: 9 })).toBe('2024-11-15T09:00:00');
    expect(next({ monthDay: 1 })).toBe('2024-12-01T00:00:00');
  });

  it('fires once at its moment, and never by the clock where it waits for an edit', () => {
    expect(next({ at: FRIDAY + 60_000 })).toBe('2024-11-08T10:03:00');
    expect(next({ at: FRIDAY })).toBeNull();
    expect(next({ on: 'EDIT' })).toBeNull();
  });
});
