// Cut-offs on odd days: what the morning has to know of them.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { session } from '../../src/domain/calendar';
import { cutoffOn, effectiveCutoff } from '../../src/domain/cutoff';
import type { DayException } from '../../src/domain/dayException';
import { isSettlementDay } from '../../src/domain/settlement';
import { addDays } from '../../src/domain/stamp';

const DEFI11 = { asset: 'DEFI11', family: 'thematics', primaryCutoff: '12:30' } as const;
const HASH11 = { asset: 'HASH11', family: 'nasdaq', primaryCutoff: '13:30' } as const;
const only = (date: string, cutoffs: Readonly<Record<string, string>>): DayException => ({
  date,
  open: null,
  close: null,
  cutoffs,
});

describe('a cut-off on a date', () => {
  it('is passed before Ash Wednesday opens', () => {
    expect(effectiveCutoff('2026-02-18', '12:30', [])).toEqual({
      kind: 'before-opening',
      opening: '13:00',
      cutoff: '12:30',
    });
  });

  it('after the late opening leaves the time between them', () => {
    expect(effectiveCutoff('2026-02-18', '13:30', [])).toEqual({ kind: 'open', until: '13:30' });
  });

  it('in the minute of the opening is before it: nothing is executed yet', () => {
    expect(effectiveCutoff('2026-02-18', '13:00', []).kind).toBe('before-opening');
    expect(effectiveCutoff('2026-02-18', '13:01', [])).toEqual({ kind: 'open', until: '13:01' });
  });

  it('of an ordinary day is what it says', () => {
    expect(effectiveCutoff('2026-02-19', '12:30', [])).toEqual({ kind: 'open', until: '12:30' });
  });

  it('after the close is the close', () => {
    const short: DayException = { date: '2026-02-19', open: null, close: '12:00' };
    expect(effectiveCutoff('2026-02-19', '12:30', [short])).toEqual({ kind: 'open', until: '12:00' });
    expect(effectiveCutoff('2014-06-17', '15:00', [])).toEqual({ kind: 'open', until: '13:30' });
  });

  it('means nothing on a closed day', () => {
    expect(effectiveCutoff('2026-02-17', '12:30', [])).toEqual({ kind: 'closed' });
  });

  it('follows an opening that the desk wrote down', () => {
    const late: DayException = { date: '2026-02-19', open: '14:00', close: null };
    expect(effectiveCutoff('2026-02-19', '12:30', [late]).kind).toBe('before-opening');
  });

  it('is open exactly while B3 is, whatever the day', () => {
    const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2012-01-01', days));
    const time = fc
      .integer({ min: 0, max: 1_439 })
      .map(
        (minutes) =>
          `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(day, time, (date, cutoff) => {
        const hours = session(date, []);
        const meant = effectiveCutoff(date, cutoff, []);
        expect(meant.kind === 'closed').toBe(hours === null);
        if (meant.kind !== 'open' || hours === null) return;
        expect([meant.until <= cutoff, meant.until > hours.open, meant.until <= hours.close]).toEqual([
          true,
          true,
          true,
        ]);
      }),
    );
  });
});

describe('a cut-off given for a date', () => {
  const rows = [only('2026-02-18', { thematics: '14:30', HASH11: '15:00' })];

  it('is the ETF’s own, else its family’s, else that of every day', () => {
    expect(cutoffOn('2026-02-18', HASH11, rows)).toBe('15:00');
    expect(cutoffOn('2026-02-18', HASH11, [only('2026-02-18', { hash11: '15:00' })])).toBe('15:00');
    expect(cutoffOn('2026-02-18', DEFI11, [only('2026-02-18', { Thematics: '14:30' })])).toBe('14:30');
    expect(cutoffOn('2026-02-18', DEFI11, rows)).toBe('14:30');
    expect(cutoffOn('2026-02-19', DEFI11, rows)).toBe('12:30');
    expect(cutoffOn('2026-02-18', { ...HASH11, asset: 'XRPH11' }, rows)).toBe('13:30');
    expect(cutoffOn('2026-02-19', { ...HASH11, primaryCutoff: null }, rows)).toBeNull();
  });

  it('prefers the ETF to its family, in whatever order they stand', () => {
    for (const cutoffs of [
      { thematics: '14:30', DEFI11: '15:00' },
      { DEFI11: '15:00', thematics: '14:30' },
    ])
      expect(cutoffOn('2026-02-18', DEFI11, [only('2026-02-18', cutoffs)])).toBe('15:00');
  });

  it('is the earlier of two, in either order', () => {
    const two = [only('2026-02-18', { DEFI11: '15:00' }), only('2026-02-18', { DEFI11: '14:00' })];
    for (const each of [two, [...two].reverse()]) expect(cutoffOn('2026-02-18', DEFI11, each)).toBe('14:00');
  });

  it('is not read from what every record has', () => {
    expect(cutoffOn('2026-02-18', { ...DEFI11, asset: 'constructor' }, rows)).toBe('14:30');
  });

  it('leaves the hours and the settlement of its date as they are', () => {
    expect(session('2026-02-18', rows)).toEqual(session('2026-02-18', []));
    expect(isSettlementDay('2026-02-18', rows)).toBe(true);
    expect(session('2026-02-17', [only('2026-02-17', { DEFI11: '14:00' })])).toBeNull();
  });

  it('closes the day if it gives none after all', () => {
    expect(session('2026-02-18', [only('2026-02-18', {})])).toBeNull();
    expect(session('2026-02-18', [{ ...only('2026-02-18', {}), cutoffs: null }])).toBeNull();
  });

  it('makes Ash Wednesday’s cut-off one that can be kept', () => {
    const cutoff = cutoffOn('2026-02-18', DEFI11, rows) ?? '';
    expect(effectiveCutoff('2026-02-18', cutoff, rows)).toEqual({ kind: 'open', until: '14:30' });
  });
});
