import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fromSaoPaulo,
  openWoundClock,
  realClock,
  saoPauloDate,
  saoPauloStamp,
} from '../../../src/local/host/clock';
import { openJournal } from '../../../src/local/host/journal/journal';

describe('the wound clock', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'clock-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('stands still until it is wound', () => {
    const clock = openWoundClock(join(dir, 'clock.json'), fromSaoPaulo('2024-11-08T09:30:00'));
    expect(clock.now()).toBe(clock.now());
    clock.advance(90_000);
    expect(saoPauloStamp(clock.now())).toBe('2024-11-08T09:31:30');
  });

  it('continues where it stood after a restart, whatever start is asked for', () => {
    const file = join(dir, 'deep', 'clock.json');
    openWoundClock(file, 0).set(fromSaoPaulo('2024-11-08T12:00:00'));
    expect(saoPauloStamp(openWoundClock(file, 0).now())).toBe('2024-11-08T12:00:00');
  });

  it('is never wound back, and says what to do instead', () => {
    const clock = openWoundClock(join(dir, 'clock.json'), fromSaoPaulo('2024-11-08T12:00:00'));
    expect(() => clock.set(fromSaoPaulo('2024-11-08T11:59:59'))).toThrow('never wound back');
    expect(() => clock.advance(Number.NaN)).toThrow('cannot be set to NaN');
    expect(saoPauloStamp(clock.now())).toBe('2024-11-08T12:00:00');
  });

  it('sets a file aside that is not a clock, and begins anew', () => {
    const file = join(dir, 'clock.json');
    writeFileSync(file, '{"now":"noon"}');
    expect(openWoundClock(file, 7).now()).toBe(7);
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe('{"now":"noon"}');
    for (const [number, now] of [
      [2, '9e99'],
      [3, '1e15'],
      [4, '-1'],
    ] as const) {
      writeFileSync(file, `{"now":${now},"saoPaulo":"2026-11-13T10:15:00"}`);
      expect(openWoundClock(file, 7).now()).toBe(7);
      expect(readFileSync(`${file}.damaged-${number}`, 'utf8')).toContain(now);
    }
  });
});

describe('a clock whose file somebody took or put back', () => {
  it.each([
    ['took it away', (file: string) => rmSync(file)],
    ['put back that of an earlier day', (file: string, earlier: string) => writeFileSync(file, earlier)],
    ['turned it back', (file: string) => writeFileSync(file, '{"now":0,"saoPaulo":"2026-11-13T10:15:00"}')],
  ])('is named, and stands where the journal wound it: who %s', (_name, change) => {
    const dir = mkdtempSync(join(tmpdir(), 'clock-'));
    const file = join(dir, 'clock.json');
    const first = openJournal(dir);
    const clock = openWoundClock(file, fromSaoPaulo('2024-11-08T09:00:00'), first);
    first.checkpoint();
    const earlier = readFileSync(file, 'utf8');
    clock.set(fromSaoPaulo('2024-11-08T12:00:00'));
    first.checkpoint();
    first.close();
    change(file, earlier);
    const journal = openJournal(dir);
    const again = openWoundClock(file, fromSaoPaulo('2024-11-08T09:00:00'), journal);
    expect(saoPauloStamp(again.now())).toBe('2024-11-08T12:00:00');
    expect(journal.losses.map((loss) => loss.file)).toEqual([file]);
    journal.close();
    rmSync(dir, { recursive: true });
  });
});

describe('the real clock', () => {
  it('tells the time and cannot be wound', () => {
    const before = Date.now();
    const told = realClock.now();
    expect([before <= told, told <= Date.now()]).toEqual([true, true]);
    expect(() => realClock.set(0)).toThrow('cannot be wound');
    expect(() => realClock.advance(1)).toThrow('cannot be wound');
  });
});

describe('São Paulo time', () => {
  it('is three hours behind UTC, and two in the summers that still had summer time', () => {
    expect(fromSaoPaulo('2024-11-08T10:00:00')).toBe(Date.UTC(2024, 10, 8, 13));
    expect(fromSaoPaulo('2018-12-03T10:00:00')).toBe(Date.UTC(2018, 11, 3, 12));
  });

  it('turns the date at local midnight', () => {
    expect(saoPauloDate(Date.UTC(2024, 10, 9, 2, 59, 59))).toBe('2024-11-08');
    expect(saoPauloDate(Date.UTC(2024, 10, 9, 3))).toBe('2024-11-09');
  });

  it('goes there and back to the same second', () => {
    const seconds = fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });
    fc.assert(fc.property(seconds, (s) => fromSaoPaulo(saoPauloStamp(s * 1000)) === s * 1000));
  });

  it.each(['', '8/11/2024', '2024-02-31', '2024-13-01', '2024-11-08T25:00:00'])('refuses %p', (text) => {
    expect(() => fromSaoPaulo(text)).toThrow('is not a date');
  });
});
