// What is kept of days that are over: bounded, sealed, and never more than was written.
import { describe, expect, it } from '@jest/globals';
import { keepDay, keptDates, readKept, unkeepDay } from '../../src/desk/journal/keptDays';
import { openBook } from '../../src/desk/openBook';
import type { KeptDay } from '../../src/stages/outcome/kept';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { dayOver } from '../fixtures/dayAfter';
import { DATE } from '../fixtures/workedDay';

const read = (desk: MemoryDesk, date: string) => readKept(openBook(desk.services.book), desk.services, date);

function keptOf(desk: MemoryDesk): KeptDay {
  const kept = read(desk, DATE);
  if (kept.kind !== 'kept') throw new Error(`the day is ${kept.kind}`);
  return kept.day;
}

const keep = (desk: MemoryDesk, day: KeptDay, tradeDate: string, run: string): void =>
  keepDay(openBook(desk.services.book), desk.services, { ...day, state: { ...day.state, tradeDate } }, run);

const dayOfDecember = (nth: number): string => `2024-12-${String(nth).padStart(2, '0')}`;

describe('days that are over', () => {
  it('are kept with all that their split rests on', () => {
    const desk = dayOver();
    const day = keptOf(desk);
    expect(day.fills.map(({ fillId }) => fillId)).toEqual(['A1', 'A2', 'M1', 'M2']);
    expect(day.state.allocation?.version).toBe(1);
    expect(day.state.claims.length).toBeGreaterThan(3);
    expect([day.brokers.length, day.etfs.length, day.holdings.length]).toEqual([2, 2, 1]);
    const given = day.lines.reduce((sum, { shares }) => sum + shares, 0);
    expect(given).toBe(76_000);
  });

  it('are at most 21, the latest, and the journal knows as many', () => {
    const desk = dayOver();
    const day = keptOf(desk);
    for (let nth = 1; nth <= 25; nth += 1) keep(desk, day, dayOfDecember(nth), `run ${nth}`);
    expect(keptDates(desk.services.journal)).toHaveLength(21);
    expect([read(desk, dayOfDecember(4)).kind, read(desk, dayOfDecember(5)).kind]).toEqual(['none', 'kept']);
    expect(new Set(desk.book.records('_days').map(({ day: place }) => place)).size).toBe(21);
  });

  it('are fewer where they are large, and never fewer than four', () => {
    const desk = dayOver();
    const day = keptOf(desk);
    // What cannot be packed: a megabyte and a half a day.
    let seed = 7;
    const noise = Array.from({ length: 1_200_000 }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return String.fromCharCode(33 + ((seed >>> 16) % 90));
    }).join('');
    const large = { ...day, settings: { ...day.settings, deskName: noise } };
    for (let nth = 1; nth <= 7; nth += 1) keep(desk, large, dayOfDecember(nth), `run ${nth}`);
    expect(keptDates(desk.services.journal)).toEqual([7, 6, 5, 4].map(dayOfDecember));
  });

  it('keep what a day was before its last run until another day is written', () => {
    const desk = dayOver();
    const day = keptOf(desk);
    const places = (): number => new Set(desk.book.records('_days').map(({ day: place }) => place)).size;
    keep(desk, { ...day, fills: [] }, DATE, 'second');
    expect([places(), keptOf(desk).fills.length]).toEqual([2, 0]);
    unkeepDay(openBook(desk.services.book), desk.services, DATE, 'second');
    expect([places(), keptOf(desk).fills.length]).toEqual([1, 4]);
    keep(desk, { ...day, fills: [] }, DATE, 'third');
    keep(desk, day, dayOfDecember(1), 'other');
    expect([places(), keptOf(desk).fills.length]).toEqual([2, 0]);
  });
});
