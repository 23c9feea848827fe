// Calls to the spreadsheet: every one costs up to half a second, so a stage looks at a tab once and writes it once.
import { describe, expect, it } from '@jest/globals';
import { compareSettings } from '../../src/desk/person/compareSettings';
import { preview } from '../../src/desk/run/runner';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, DATE, fill, trade } from '../fixtures/workedDay';

const LATE = fill('A9', 'BUY', 60_000, 62.6, `${DATE}T15:00:00`);

const STEPS: readonly (readonly [string, string, () => Stage, ((desk: MemoryDesk) => void)?])[] = [
  ['initial orders', AT.morning, initialOrders],
  [
    'primary units',
    `${DATE}T12:30:00`,
    () => primaryUnits('all', true),
    (desk) => {
      desk.world.fills = MORNING_FILLS;
    },
  ],
  [
    'amend',
    `${DATE}T14:00:00`,
    () => amend('more'),
    (desk) => {
      const [, ...others] = desk.book.records('daily-trades');
      desk.book.fill('daily-trades', [trade(ALFA, 10_500_000), ...others]);
    },
  ],
  [
    'adjustment cycle',
    AT.afternoon,
    () => adjustmentCycle(null),
    (desk) => {
      desk.world.fills = [...MORNING_FILLS, LATE];
    },
  ],
  ['status', AT.later, status],
  ['final allocation', AT.evening, finalAllocation],
];

interface Count {
  readonly stage: string;
  readonly looked: number;
  readonly written: number;
  readonly flushed: number;
  /** Tabs that were looked at or written more than once. */
  readonly twice: readonly string[];
}

function count(stage: string, calls: readonly string[]): Count {
  const of = (kinds: readonly string[]): readonly string[] =>
    calls
      .map((call) => call.split(' '))
      .flatMap(([kind = '', tab]) => (kinds.includes(kind) ? [tab ?? ''] : []));
  const looked = of(['read', 'outline']);
  const written = of(['write']);
  const more = (tabs: readonly string[], what: string) =>
    [...new Set(tabs.filter((tab, index) => tabs.indexOf(tab) !== index))].map((tab) => `${what} ${tab}`);
  // Where the answer brings other fills their tab is looked at once more before it is written: people type there while it is waited for.
  const seen = looked.filter((tab, index) => tab !== 'executions' || looked.indexOf(tab) === index);
  return {
    stage,
    looked: looked.length,
    written: written.length,
    flushed: of(['flush']).length,
    twice: [...more(seen, 'look at'), ...more(written, 'write')],
  };
}

function play(run: (desk: MemoryDesk, stage: () => Stage) => unknown): readonly Count[] {
  const desk = twoFamilies();
  return STEPS.map(([name, now, stage, change]) => {
    desk.world.now = now;
    change?.(desk);
    desk.book.calls.length = 0;
    run(desk, stage);
    const counted = count(name, desk.book.calls);
    apply(desk.services, stage());
    return counted;
  });
}

const print = (title: string, counts: readonly Count[]): void => {
  const lines = counts.map(({ stage, looked, written, flushed }) =>
    [stage.padEnd(18), ...[looked, written, flushed].map((n) => String(n).padStart(7))].join(' '),
  );
  process.stdout.write(
    `${[title.padEnd(18), '  looks', ' writes', 'flushes'].join(' ')}\n${lines.join('\n')}\n`,
  );
};

describe('calls to the spreadsheet, stage by stage', () => {
  it('of applying: one look at each tab that is needed, one write of each tab that changes', () => {
    const counts = play((desk, stage) => expect(apply(desk.services, stage()).status).not.toBe('refused'));
    print('applying', counts);
    expect(counts.flatMap(({ stage, twice }) => twice.map((call) => `${stage}: ${call}`))).toEqual([]);
    for (const { looked, written } of counts) expect(looked + written).toBeLessThanOrEqual(30);
  });

  it('of a preview: the same looks, and writes of the feeds and of what shows them', () => {
    const counts = play((desk, stage) => preview(desk.services, stage()));
    print('previewing', counts);
    expect(counts.flatMap(({ stage, twice }) => twice.map((call) => `${stage}: ${call}`))).toEqual([]);
    // Executions and market data; where the executions are others, status, orders and blotter; after an amendment what intents keep.
    for (const { written } of counts) expect(written).toBeLessThanOrEqual(6);
  });

  it('of other settings beside a preview: the tabs that the preview read, once each however many are compared, and no feed', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    desk.world.now = `${DATE}T12:30:00`;
    desk.world.fills = MORNING_FILLS;
    desk.book.calls.length = 0;
    preview(desk.services, primaryUnits('all', true));
    const read = new Set(desk.book.calls.filter((call) => call.startsWith('read ')));
    desk.book.calls.length = 0;
    const [table] = compareSettings(desk.services, { stage: 'primary', scope: 'all', paused: true });
    expect(table?.rows.length).toBeGreaterThan(5);
    const { looked, written, twice } = count('what if', desk.book.calls);
    expect([written, twice]).toEqual([0, []]);
    expect(desk.book.calls.filter((call) => call.startsWith('read ') && !read.has(call))).toEqual([]);
    expect(looked).toBeLessThanOrEqual(read.size);
  });

  it('of a stage that has nothing new to say are fewer still', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    desk.book.calls.length = 0;
    expect(apply(desk.services, initialOrders()).status).toBe('unchanged');
    const { written, twice } = count('again', desk.book.calls);
    expect(twice).toEqual([]);
    // The market data, the three tabs of the stage, which are thereby repaired, status, blotter and the log; no fills yet.
    expect(written).toBe(7);
  });
});

describe('what was written in a run is known as the spreadsheet would read it', () => {
  it('also where it had to be kept from running as a formula', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    desk.world.now = AT.evening;
    desk.world.fills = [
      fill('-7', 'BUY', 100, 62.4, `${DATE}T11:00:00`),
      fill('=1+1', 'BUY', 50, 62.5, AT.midday),
    ];
    apply(desk.services, finalAllocation());
    const ids = [...(desk.rows.get('allocation_lines')?.values() ?? [])].map(([fillId]) => fillId);
    expect(new Set(ids)).toEqual(new Set(['-7', '=1+1']));
    expect(desk.book.records('executions').map(({ fill_id }) => fill_id)).toEqual(['-7', '=1+1']);
    // A later look at the tab itself makes no new version of what it finds.
    expect(apply(desk.services, finalAllocation()).status).toBe('unchanged');
  });
});
