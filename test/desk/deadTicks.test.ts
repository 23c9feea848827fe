// A tick that dies costs the minutes to the next one: no family, no iteration and no evening is lost for it.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pendingMarks } from '../../src/desk/journal/pending';
import { tick } from '../../src/desk/schedule/tick';
import { addMinutes, timeOf } from '../../src/domain/stamp';
import { initialOrders } from '../../src/stages/stages';
import { examples } from '../effort';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { sampleDesk } from '../fakes/sampleDesk';
import { settleDoubts } from '../fakes/settle';

const DAY = '2024-11-08';
/** Before the cut-off of each family and the close, as the sample book has them. */
const CUTOFFS = { thematics: '12:30', nasdaq: '13:30' } as const;

interface Death {
  /** The tick at or after this time. */
  readonly at: string;
  readonly call: number;
  readonly when: 'before' | 'after';
  /** Minutes that the trigger is late at every firing. */
  readonly late: number;
}

/** The day with a trigger every five minutes, one of whose ticks dies; who is asked about a mail in doubt answers at once. */
function day(death: Death | null, late = death?.late ?? 0): MemoryDesk {
  const desk = sampleDesk({ auto_send: 'initial, primary, adjustments, final' });
  let dead = false;
  for (let now = `${DAY}T10:00:00`; timeOf(now) <= '19:00'; now = addMinutes(now, 5)) {
    desk.world.now = addMinutes(now, late);
    const dies = death !== null && !dead && timeOf(now) >= death.at;
    if (dies) desk.killAt(death.call, death.when);
    try {
      tick(desk.services);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      dead = true;
    }
    desk.killAt(null);
    if (dead) settleDoubts(desk, (mail) => desk.mails.some(({ subject }) => mail.includes(`"${subject}"`)));
  }
  return desk;
}

const seen = (desk: MemoryDesk) => ({
  stages: [...desk.runs.values()].filter((stage) => stage !== 'nav').sort(),
  requested: desk.book
    .records('primary-requests')
    .map(({ asset, fund }) => `${asset} ${fund}`)
    .sort(),
  waiting: pendingMarks(desk.services.journal).length,
});

describe('one tick of the day that dies, at any call', () => {
  it('leaves the stages of an undisturbed day, each family before its cut-off', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '10:15',
          '12:00',
          '12:05',
          '13:00',
          '13:05',
          '14:00',
          '15:00',
          '16:00',
          '16:30',
          '18:30',
        ),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('before' as const, 'after' as const),
        fc.integer({ min: 0, max: 4 }),
        (at, call, when, late) => {
          const desk = day({ at, call, when, late });
          expect(seen(desk)).toEqual(seen(day(null, late)));
          for (const run of desk.runs.keys()) {
            const [, time = '', stage, scope] = run.split('-');
            const cutoff = Object.entries(CUTOFFS).find(([family]) => family === scope)?.[1];
            if (stage === 'primary' && cutoff !== undefined)
              expect(`${time.slice(0, 2)}:${time.slice(2, 4)}` <= cutoff).toBe(true);
          }
        },
      ),
      { ...examples(12), seed: 13 },
    );
  });

  it('is taken up at the next tick, five minutes later', () => {
    const desk = sampleDesk({ auto_send: 'initial, primary' });
    desk.world.now = `${DAY}T10:15:00`;
    desk.killAt(20);
    expect(() => tick(desk.services)).toThrow(Killed);
    desk.killAt(null);
    desk.world.now = `${DAY}T10:20:00`;
    tick(desk.services);
    expect([...desk.runs.values()]).toEqual(['initial']);
  });
});

it('a step that dies each time that it is tried is told of at the second, and tried again at its next moment', () => {
  const desk = sampleDesk({ auto_send: 'initial, primary', retry_interval: '20' });
  const dies = (time: string): void => {
    desk.world.now = `${DAY}T${time}:00`;
    // The step has begun by then.
    desk.killAt(40);
    expect(() => tick(desk.services)).toThrow(Killed);
    desk.killAt(null);
  };
  const told = (): readonly string[] =>
    desk.mails.flatMap(({ text }) =>
      text.split('\n').filter((line) => line.includes('the platform has ended it')),
    );
  const lives = (time: string): void => {
    desk.world.now = `${DAY}T${time}:00`;
    tick(desk.services);
  };
  dies('10:15');
  dies('10:20');
  expect(told()).toEqual([]);
  lives('10:25');
  expect([told().length, desk.runs.size]).toEqual([1, 0]);
  // Meanwhile people have the lock.
  lives('10:30');
  expect([told().length, desk.runs.size]).toEqual([1, 0]);
  lives('10:35');
  expect([told().length, [...desk.runs.values()]]).toEqual([1, ['initial']]);
});

it('a run that a person’s click left half-way is finished at the next tick, however quiet the day was', () => {
  const desk = sampleDesk({ auto_send: 'initial, primary' });
  desk.world.now = `${DAY}T10:15:00`;
  tick(desk.services);
  expect([...desk.runs.values()]).toEqual(['initial']);
  const stillQuiet = desk.runs.size;
  desk.world.now = `${DAY}T10:20:00`;
  desk.world.warehouseDown = true;
  const rows = desk.book.records('daily-trades');
  desk.book.fill(
    'daily-trades',
    rows.map((row, at) => (at === 0 ? { ...row, amount: Number(row.amount) / 2 } : row)),
  );
  tick(desk.services);
  desk.world.now = `${DAY}T10:22:00`;
  expect(apply(desk.services, initialOrders()).status).toBe('held');
  desk.world.warehouseDown = false;
  desk.world.now = `${DAY}T10:25:00`;
  tick(desk.services);
  expect(desk.runs.size).toBe(stillQuiet + 1);
});
