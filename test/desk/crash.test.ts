// A stage may die at any call to the platform. The next run finishes it, and the world looks as if nothing had happened.
import { describe, expect, it } from '@jest/globals';
import { pendingMarks } from '../../src/desk/journal/pending';
import { preview } from '../../src/desk/run/runner';
import {
  adjustmentCycle,
  amend,
  endOfDayReport,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import { STEP } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import { decidedFacts } from '../fakes/lookedAt';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply, type ReadReport as RunReport } from '../fakes/run';
import { settleDoubts } from '../fakes/settle';
import { A1, correction, dayAfter, told } from '../fixtures/dayAfter';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, fill, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';

const atMidday = (): MemoryDesk => {
  const desk = workedDay('down');
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  return desk;
};
const inTheAfternoon = (): MemoryDesk => {
  const desk = atMidday();
  apply(desk.services, primaryUnits('nasdaq', true));
  desk.world.now = AT.afternoon;
  desk.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`)];
  return desk;
};

/** The day up to the moment before the stage runs. */
const STAGES: readonly (readonly [string, () => MemoryDesk, () => Stage])[] = [
  ['initial orders', twoFamilies, initialOrders],
  ['primary units', atMidday, () => primaryUnits('nasdaq', true)],
  ['the adjustment cycle', inTheAfternoon, () => adjustmentCycle(null)],
  [
    'an amendment',
    () => {
      const desk = atMidday();
      desk.book.fill('daily-trades', [trade(ALFA, 9_000_000), trade(BETA, 2_000_000)]);
      return desk;
    },
    () => amend('fewer'),
  ],
  [
    'the final allocation of two brokers',
    () => {
      const desk = twoFamilies();
      apply(desk.services, initialOrders());
      desk.world.fills = MORNING_FILLS;
      desk.world.now = AT.evening;
      return desk;
    },
    finalAllocation,
  ],
  [
    'the report that somebody asks for once the NAV is known',
    () => {
      const desk = inTheAfternoon();
      desk.world.now = AT.evening;
      apply(desk.services, finalAllocation());
      desk.world.now = `${DATE}T19:30:00`;
      desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, officialNav: 62.75 }));
      return desk;
    },
    endOfDayReport,
  ],
  ['status', atMidday, status],
  [
    'the correction of a day that is over',
    () => {
      const desk = dayAfter();
      desk.world.earlierFills = told({ ...A1, status: 'BUSTED' });
      return desk;
    },
    correction,
  ],
];

/** What the outside sees, and what the desk remembers: all but the log and the scratch tab. */
const seen = (desk: MemoryDesk) => ({
  tabs: [...desk.book.tabs.keys()]
    .filter((tab) => tab !== 'log' && tab !== '_pending')
    .map((tab) => [tab, desk.book.records(tab)]),
  properties: [...desk.properties].sort(),
  rows: [...desk.rows].map(([table, rows]) => [table, [...rows]]).sort(),
  runs: [...desk.runs].sort(),
  files: [...desk.files].sort(),
  mails: desk.mails.map(({ to, subject, text }) => JSON.stringify([to, subject, text])).sort(),
});

function untilKilled(desk: MemoryDesk, call: number, when: 'before' | 'after', work: () => unknown): void {
  desk.killAt(call, when);
  try {
    work();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  desk.killAt(null);
}

/** Whether the mail in doubt is among those that left: what the trader hears from the recipient. */
const mailWent = (desk: MemoryDesk, problem: string): boolean =>
  desk.mails.some(({ subject, to }) => problem.includes(`"${subject}" to ${to.join(', ')}`));

/** All that outlives an execution: two desks that agree in it cannot end differently. */
const outlives = (desk: MemoryDesk): string =>
  JSON.stringify([
    [...desk.book.tabs],
    [...desk.properties].sort(),
    [...desk.rows].map(([table, rows]) => [table, [...rows]]).sort(),
    [...desk.runs].sort(),
    [...desk.files].sort(),
    desk.mails,
  ]);

const isPending = (desk: MemoryDesk): boolean => pendingMarks(desk.services.journal).length > 0;

/** Runs the stage, and where a mail is in doubt asks the recipient and runs it once more. */
function finish(desk: MemoryDesk, stage: () => Stage): RunReport {
  const report = apply(desk.services, stage());
  if (report.status !== 'held') return report;
  const problem = report.problems.join('\n');
  expect(problem).toContain('it is not known whether');
  settleDoubts(desk, (mail) => mailWent(desk, mail));
  return apply(desk.services, stage());
}

describe.each(STAGES)('%s, killed', (_name, prepare, stage) => {
  const start = prepare();
  const whole = copyDesk(start);
  whole.killAt(null);
  apply(whole.services, stage());
  const calls = whole.callCount();
  const expected = JSON.stringify(seen(whole));

  /** All of them; or of each few one, another before the call than after it, and the last. */
  const someCalls = (when: 'before' | 'after'): readonly number[] =>
    Array.from({ length: calls }, (_, index) => index + 1).filter(
      (call) => (call + (when === 'before' ? 1 : 0)) % STEP === 0 || call === calls,
    );
  /** The desks that a kill leaves behind, each kind once: many calls only read. */
  const met = new Set<string>();
  const killed = (when: 'before' | 'after'): readonly (readonly [number, MemoryDesk])[] =>
    someCalls(when).flatMap((call) => {
      const desk = copyDesk(start);
      untilKilled(desk, call, when, () => apply(desk.services, stage()));
      const left = outlives(desk);
      if (met.has(left)) return [];
      met.add(left);
      return [[call, desk]];
    });
  const after = killed('after');
  /** Those of them that lost what was not flushed. */
  const before = killed('before');

  it('before or after any call and run again, ends as an undisturbed run', () => {
    expect(calls).toBeGreaterThan(15);
    for (const [call, left] of [...after, ...before]) {
      const desk = copyDesk(left);
      finish(desk, stage);
      // Compared as a text, because there are hundreds of them; the difference is shown when there is one.
      if (JSON.stringify(seen(desk)) !== expected)
        expect({ call, ...seen(desk) }).toEqual({ call, ...seen(whole) });
    }
  });

  it('and only run again later, writes to everybody once and commits one run', () => {
    for (const [call, left] of after) {
      const desk = copyDesk(left);
      desk.world.now = desk.world.now.replace(/00$/, '41');
      finish(desk, stage);
      const recipients = (of: MemoryDesk) => of.mails.map(({ to, subject }) => `${to} ${subject}`).sort();
      expect([call, ...recipients(desk)]).toEqual([call, ...recipients(whole)]);
      expect([call, [...desk.runs.values()]]).toEqual([call, [...whole.runs.values()]]);
      const versions = (of: MemoryDesk) =>
        of.book.records('orders').map(({ instruction, version, cap }) => [instruction, version, cap]);
      expect([call, versions(desk)]).toEqual([call, versions(whole)]);
    }
  });
});

describe('a preview that is killed', () => {
  it('anywhere leaves nothing behind but feeds', () => {
    const start = workedDay();
    const whole = copyDesk(start);
    whole.killAt(null);
    preview(whole.services, initialOrders());
    const calls = whole.callCount();
    for (let call = 1; call <= calls; call += STEP) {
      const desk = copyDesk(start);
      untilKilled(desk, call, 'after', () => preview(desk.services, initialOrders()));
      expect([desk.mails.length, desk.rows.size, decidedFacts(desk)]).toEqual([0, 0, []]);
      expect(desk.book.records('orders')).toEqual([]);
    }
  });
});

describe('a run that dies twice', () => {
  it('at the start, and again while it is rolled forward, still ends well', () => {
    const start = atMidday();
    const stage = () => primaryUnits('nasdaq', true);
    const whole = copyDesk(start);
    apply(whole.services, stage());
    const expected = seen(whole);
    // Just after the outcome was written down: the next run has all of it to do.
    const half = copyDesk(start);
    const stored = firstCall(start, stage, (desk) => isPending(desk));
    untilKilled(half, stored, 'after', () => apply(half.services, stage()));
    for (let call = 1; call <= 40; call += STEP) {
      const desk = copyDesk(half);
      untilKilled(desk, call, 'before', () => apply(desk.services, status()));
      finish(desk, stage);
      expect({ call, ...seen(desk) }).toEqual({ call, ...expected });
    }
  });
});

/** The first call of the stage after which something is so. */
function firstCall(start: MemoryDesk, stage: () => Stage, isSo: (desk: MemoryDesk) => boolean): number {
  for (let call = 1; call < 200; call += 1) {
    const desk = copyDesk(start);
    untilKilled(desk, call, 'after', () => apply(desk.services, stage()));
    if (isSo(desk)) return call;
  }
  throw new Error('it never is');
}
