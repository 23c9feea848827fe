// The desk at a glance: what the sidebar is told as the worked day goes by.
import { describe, expect, it } from '@jest/globals';
import { clearProgress, readProgress, writeProgress } from '../../src/desk/journal/progress';
import { isRetired, markRunner, runnerOf, unmarkRunner } from '../../src/desk/journal/scheduleMarks';
import { tryNote } from '../../src/desk/log/note';
import { deskOverview } from '../../src/desk/look/overview';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { preview } from '../../src/desk/run/runner';
import { msg, verbatim } from '../../src/language/message';
import {
  adjustmentCycle,
  closingNav,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { set } from '../fixtures/badBooks';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, DATE, HASH11, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';

const at = (desk: MemoryDesk, time: string) => {
  desk.world.now = `${DATE}T${time}:00`;
  return deskOverview(desk.services, null);
};
const states = ({ timeline }: ReturnType<typeof deskOverview>) =>
  timeline.map(({ name, state, at: when }) => [name, state, when?.slice(11, 16) ?? null]);

const opened = () => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  return desk;
};

const withUnits = () => {
  const desk = opened();
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  apply(desk.services, primaryUnits('nasdaq', true));
  return desk;
};

describe('before the day is open', () => {
  it('plans every step that the desk has ETFs for, and the morning’s orders come first', () => {
    const day = at(workedDay(), '09:00');
    expect(states(day)).toEqual([
      ['initial', 'coming', '10:15'],
      ['primary:nasdaq', 'coming', '13:00'],
      ['adjustments', 'coming', '16:40'],
      ['final', 'coming', '18:35'],
    ]);
    expect(day.next).toMatchObject({ name: 'initial', isDue: false, request: { stage: 'initial' } });
    expect(day).toMatchObject({ opened: null, assets: [], failures: [], lacksTrades: false });
  });

  it('asks no more of daily-trades once it is open: what stands there is for the next amendment', () => {
    const desk = opened();
    desk.book.fill('daily-trades', [trade(ALFA, '1,2,3')]);
    expect(at(desk, '11:00').problems).toEqual([]);
    // The next morning it is what the day begins with.
    desk.world.now = '2024-11-11T09:00:00';
    expect(texts(deskOverview(desk.services, null).problems)).toEqual([
      expect.stringContaining('daily-trades!E2'),
    ]);
  });

  it('says that orders are due once their time has come', () => {
    expect(at(workedDay(), '10:20').next).toMatchObject({ name: 'initial', isDue: true });
  });

  it('asks for files when daily-trades is empty', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', []);
    expect(at(desk, '09:00')).toMatchObject({ lacksTrades: true, next: null, problems: [] });
  });

  it('names cells that will stop the first step', () => {
    const desk = workedDay();
    desk.book.fill('daily-trades', [trade(ALFA, '1,2,3')]);
    const day = at(desk, '09:00');
    expect(texts(day.problems)).toEqual([expect.stringMatching(/^daily-trades!E2: amount "1,2,3"/)]);
    expect(day.lacksTrades).toBe(false);
  });

  it('counts down to the opening, the cut-off of every ETF and the close', () => {
    expect(at(workedDay(), '09:00').deadlines).toEqual([
      { kind: 'open', at: `${DATE}T10:05:00`, assets: [] },
      { kind: 'cutoff', at: `${DATE}T13:30:00`, assets: ['HASH11'] },
      { kind: 'close', at: `${DATE}T17:55:00`, assets: [] },
      { kind: 'call', at: `${DATE}T18:15:00`, assets: [] },
    ]);
  });

  it('warns of a family without a cut-off, which nothing would run, until it has one', () => {
    const desk = workedDay();
    const etfs = desk.book.records('etfs');
    desk.book.fill(
      'etfs',
      etfs.map((row) => ({ ...row, primary_cutoff: '' })),
    );
    const morning = at(desk, '09:00');
    expect(texts(morning.warnings)).toEqual([expect.stringMatching(/^etfs!G2: no ETF of nasdaq /)]);
    expect(states(morning)).toContainEqual(['primary:nasdaq', 'coming', null]);
    desk.world.now = AT.morning;
    const { warnings } = apply(desk.services, initialOrders());
    expect(warnings).toContainEqual(expect.stringMatching(/^etfs!G2: no ETF of nasdaq /));
    expect(at(desk, '11:00').warnings).toHaveLength(1);
    expect(at(desk, '17:56').warnings).toEqual([]);
    desk.book.fill('holidays', [{ date: DATE, cutoffs: 'nasdaq 15:00' }]);
    const planned = at(desk, '11:00');
    expect(planned.warnings).toEqual([]);
    expect(states(planned)).toContainEqual(['primary:nasdaq', 'coming', '14:30']);
  });

  it('names a cut-off of today that is given to nobody, and leaves one of yesterday alone', () => {
    const desk = workedDay();
    desk.book.fill('holidays', [
      { date: '2024-11-07', cutoffs: 'GONE11 12:00' },
      { date: DATE, cutoffs: 'HASH1 15:00' },
    ]);
    expect(texts(at(desk, '09:00').problems)).toEqual([
      'holidays!E3: cutoffs names "HASH1", which is neither an ETF nor a family; HASH11 is probably meant',
    ]);
    desk.world.now = AT.morning;
    expect(apply(desk.services, initialOrders()).status).toBe('refused');
  });

  it('misses the day when nobody opened it before the close', () => {
    const day = at(workedDay(), '18:00');
    expect(states(day)[0]).toEqual(['initial', 'missed', '17:55']);
    expect(day.next).toBeNull();
  });

  it('plans nothing on a closed day', () => {
    const desk = workedDay();
    desk.world.now = '2024-11-09T10:00:00';
    const day = deskOverview(desk.services, null);
    expect(day).toMatchObject({ hours: null, next: null, deadlines: [] });
    expect(day.timeline.map(({ state }) => state)).toEqual(['none', 'none', 'none', 'none']);
  });
});

describe('through the day', () => {
  it('has the opening done and the units next', () => {
    const day = at(opened(), '11:00');
    expect(states(day)[0]).toEqual(['initial', 'done', '10:15']);
    expect(day.next).toMatchObject({ name: 'primary:nasdaq', isDue: false, at: `${DATE}T13:00:00` });
    expect(day.assets).toEqual([
      expect.objectContaining({ asset: 'HASH11', side: 'BUY', target: 12_300_000, executed: 0, primary: 0 }),
    ]);
  });

  it('has the units due from half an hour before the cut-off, and missed after it', () => {
    const desk = opened();
    expect(at(desk, '13:05').next).toMatchObject({ name: 'primary:nasdaq', isDue: true });
    expect(states(at(desk, '13:31'))[1]).toEqual(['primary:nasdaq', 'missed', '13:30']);
  });

  it('no longer waits for a cut-off whose units are decided', () => {
    const day = at(withUnits(), '12:40');
    expect(states(day)[1]).toEqual(['primary:nasdaq', 'done', '12:30']);
    expect(day.deadlines.map(({ kind }) => kind)).toEqual(['close', 'call']);
  });

  it('shows target, executed, units and what is left, for the ETF and for each fund', () => {
    const { assets, funds } = at(withUnits(), '12:40');
    expect(assets[0]).toMatchObject({
      target: 12_300_000,
      executed: 3_744_000,
      primary: 8_750_000,
      residual: -194_000,
    });
    expect(funds.map(({ fund }) => fund).sort()).toEqual(['ALFA', 'BETA', 'GAMA']);
  });

  it('counts iterations, and the next is due when the interval has passed', () => {
    const desk = withUnits();
    desk.world.now = AT.afternoon;
    desk.world.quotes = [{ ...HASH11, inav: 63 }];
    apply(desk.services, adjustmentCycle(null));
    const early = at(desk, '16:10');
    expect(early.cycle).toEqual({ iteration: 1, maximum: 3, converged: false });
    // Two of three are left: the latest of the planned ones.
    expect(states(early)[2]).toEqual(['adjustments', 'coming', '17:10']);
    expect(at(desk, '17:10').next).toMatchObject({ name: 'adjustments', isDue: true });
  });

  it('ends with the allocation', () => {
    const desk = withUnits();
    expect(at(desk, '18:40').next).toMatchObject({ name: 'final', isDue: true });
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    const day = at(desk, '18:40');
    expect(day).toMatchObject({ complete: true, next: null, missing: [] });
    expect(states(day)[3]).toEqual(['final', 'done', '18:30']);
  });
});

it('offers to stop orders only of an open day, while its market is open and it is not allocated', () => {
  const mayCancel = (desk: MemoryDesk, time: string) => at(desk, time).mayCancel;
  expect(mayCancel(workedDay(), '11:00')).toBe(false);
  const desk = opened();
  expect([mayCancel(desk, '11:00'), mayCancel(desk, '18:25')]).toEqual([true, false]);
  desk.world.now = AT.evening;
  apply(desk.services, finalAllocation());
  // A clock that was put back does not open the day again.
  expect(mayCancel(desk, '17:00')).toBe(false);
});

it('says that figures are at the official NAV of the day that is open, not of the one before', () => {
  const desk = opened();
  desk.world.now = AT.evening;
  apply(desk.services, finalAllocation());
  expect(at(desk, '18:40').atOfficialNav).toBe(false);
  desk.world.now = `${DATE}T20:40:00`;
  desk.world.quotes = [{ ...HASH11, officialNav: 62.8, asOf: desk.world.now }];
  apply(desk.services, closingNav());
  expect(at(desk, '20:45').atOfficialNav).toBe(true);
  desk.world.now = '2024-11-11T09:30:00';
  expect(deskOverview(desk.services, null)).toMatchObject({ opened: null, atOfficialNav: false });
});

describe('what went wrong', () => {
  const refusedOnce = () => {
    const desk = withUnits();
    desk.world.now = AT.midday;
    apply(desk.services, finalAllocation());
    return desk;
  };

  it('stands there with its reasons until the stage goes through', () => {
    const desk = refusedOnce();
    const [failure] = at(desk, '12:40').failures;
    expect(failure).toMatchObject({ stage: 'final', settled: false });
    expect(failure?.problems[0]).toContain('the market is open until 18:15');
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    expect(at(desk, '18:40').failures).toEqual([expect.objectContaining({ stage: 'final', settled: true })]);
  });

  it('is today’s only', () => {
    const desk = refusedOnce();
    desk.world.now = '2024-11-11T10:00:00';
    expect(deskOverview(desk.services, null).failures).toEqual([]);
  });

  it('names rows of the state that somebody changed', () => {
    const desk = opened();
    const rows = desk.book.records('_state').map((row) => ({ ...row }));
    desk.book.fill(
      '_state',
      rows.map((row, index) => (index === 1 ? { ...row, value: '{}' } : row)),
    );
    expect(texts(at(desk, '11:00').problems)[0]).toMatch(/^_state!A3: the row ".*" was changed by hand/);
  });

  it('counts runs that an outage left half-way', () => {
    const desk = workedDay();
    desk.world.warehouseDown = true;
    apply(desk.services, initialOrders());
    expect(at(desk, '10:20')).toMatchObject({ heldRuns: 1 });
  });
});

describe('the schedule at a glance', () => {
  const glance = (desk: MemoryDesk, runner: string | null) => deskOverview(desk.services, runner).schedule;

  it('says who runs it and what comes next, or that it is off', () => {
    const desk = workedDay();
    desk.world.now = `${DATE}T09:00:00`;
    expect(glance(desk, 'ana@desk.example')).toMatchObject({
      runner: 'ana@desk.example',
      next: { name: 'initial', at: AT.morning, isDue: false, unattended: false },
      nextOpening: null,
    });
    expect(glance(desk, null).runner).toBeNull();
  });

  it('knows one that somebody else started, and no longer one that its runner lost', () => {
    const { journal } = workedDay().services;
    expect(runnerOf(journal, 'ana', false)).toBeNull();
    markRunner(journal, 'ana');
    expect([runnerOf(journal, 'ana', true), runnerOf(journal, 'bia', false)]).toEqual(['ana', 'ana']);
    expect(runnerOf(journal, 'ana', false)).toBeNull();
    expect([isRetired(journal, () => 'ana'), isRetired(journal, () => 'bia')]).toEqual([false, true]);
    unmarkRunner(journal);
    expect([runnerOf(journal, 'bia', false), runnerOf(journal, 'ana', true)]).toEqual([null, null]);
    expect(isRetired(journal, () => 'ana')).toBe(true);
  });
});

describe('looking', () => {
  it('reads the end of the log, however long it is', () => {
    const desk = opened();
    desk.book.calls.length = 0;
    deskOverview(desk.services, null);
    expect(desk.book.calls.filter((call) => call.endsWith(' log'))).toEqual(['tail log']);
  });

  it('writes nothing and fetches nothing', () => {
    const desk = withUnits();
    const before = JSON.stringify([...desk.properties]);
    const { services } = desk;
    const blind = {
      ...services,
      book: { ...services.book, read: services.book.read, write: () => expect('a write').toBe('none') },
      feeds: () => {
        throw new Error('fetched');
      },
    };
    // Bought too much, and what is given back of it.
    expect(deskOverview(blind, null).assets.map(({ side }) => side)).toEqual(['BUY', 'SELL']);
    expect(JSON.stringify([...desk.properties])).toBe(before);
  });

  it('gives plain data: what a page receives is what was said', () => {
    const day = at(withUnits(), '12:40');
    expect(JSON.parse(JSON.stringify(day))).toEqual(day);
  });
});

describe('the progress of a run', () => {
  it('is told while the run is under way, and gone with it', () => {
    const { services } = workedDay();
    expect(readProgress(services.journal, AT.midday)).toBeNull();
    writeProgress(services.journal, AT.midday, verbatim('initial: writing 3 tabs'));
    expect(readProgress(services.journal, AT.midday)).toEqual(verbatim('initial: writing 3 tabs'));
    clearProgress(services.journal);
    expect(readProgress(services.journal, AT.midday)).toBeNull();
  });

  it.each([
    ['', ''],
    ['https://post.example', ''],
    ['', 'https://inav.example'],
  ])(
    'says that something is fetched only where it is: executions from "%s", iNAVs from "%s"',
    (post, inavs) => {
      const desk = workedDay();
      set('TRADING_API_URL', post)(desk);
      set('INAV_API_URL', inavs)(desk);
      const told: string[] = [];
      desk.services.progress = (message) => void told.push(said(message));
      refreshNow(desk.services);
      expect(told).toEqual([
        ...(post === '' ? [] : ['fetching today’s executions']),
        ...(inavs === '' ? [] : ['fetching iNAVs']),
      ]);
    },
  );

  it('says alike of a run and of what is none that the warehouse did not log it, and the tab has both', () => {
    const desk = workedDay();
    desk.world.warehouseDown = true;
    const told: string[] = [];
    desk.services.progress = (message) => void told.push(said(message));
    apply(desk.services, initialOrders());
    tryNote(desk.services, { what: 'resume', headline: msg('the schedule was started') });
    const down = 'the warehouse did not log it: backend error';
    expect(told.slice(-2)).toEqual([down, down]);
    expect(desk.book.records('log').map(({ stage, status }) => [stage, status])).toEqual([
      ['initial', 'held'],
      ['resume', 'applied'],
    ]);
  });

  it('is forgotten when a run was cut off', () => {
    const { services } = workedDay();
    writeProgress(services.journal, `${DATE}T12:00:00`, msg('fetching iNAVs'));
    expect(readProgress(services.journal, `${DATE}T12:05:59`)).toEqual(msg('fetching iNAVs'));
    expect(readProgress(services.journal, `${DATE}T12:06:00`)).toBeNull();
  });
});

describe('what is offered', () => {
  const TIMES = [
    '09:30',
    '10:20',
    '11:00',
    '12:40',
    '13:05',
    '13:31',
    '14:30',
    '16:10',
    '17:12',
    '17:50',
    '18:00',
    '18:20',
    '18:40',
  ];
  const worked = () => {
    const desk = withUnits();
    desk.world.now = AT.afternoon;
    desk.world.quotes = [{ ...HASH11, inav: 63 }];
    apply(desk.services, adjustmentCycle(null));
    return desk;
  };
  const stages: Readonly<Record<string, () => Stage>> = {
    initial: () => initialOrders(),
    primary: () => primaryUnits('nasdaq', true),
    adjustments: () => adjustmentCycle(null),
    final: () => finalAllocation(),
  };

  it.each([
    ['that is not open', workedDay, '00:00'],
    ['with its orders out', opened, '10:15'],
    ['with its units decided', withUnits, '12:30'],
    ['after an iteration', worked, '16:00'],
  ])('on a day %s is never refused, and what would be refused says why instead', (_day, made, from) => {
    const seen = { offered: 0, kept: 0 };
    for (const time of TIMES.filter((each) => each > from)) {
      const desk = made();
      const { next } = at(desk, time);
      if (next === null) continue;
      const { stage } = next.request;
      const run = stages[stage];
      if (run === undefined) throw new Error(`${stage} is no step`);
      desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, asOf: desk.world.now }));
      const { status, problems, summary } = preview(desk.services, run());
      if (next.whyNot === null) {
        // It looks, and may find nothing to do; it is not refused.
        expect([time, stage, status === 'refused', texts(problems)]).toEqual([time, stage, false, []]);
        seen.offered++;
      } else {
        expect([time, stage, ['refused', 'unchanged'].includes(status)]).toEqual([time, stage, true]);
        expect([...texts(problems), said(summary.headline)].join()).toContain(said(next.whyNot));
        seen.kept++;
      }
    }
    expect(seen.offered + seen.kept).toBeGreaterThan(3);
  });
});

describe('how old the iNAVs are', () => {
  const midday = (...families: readonly (readonly [string, string])[]) => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    desk.world.fills = MORNING_FILLS;
    for (const [family, time] of families) {
      desk.world.now = `${DATE}T${time}:00`;
      apply(desk.services, primaryUnits(family, true));
    }
    return at(desk, '12:50').asOf.inav.map(({ of, at: when }) => `${of} ${when.slice(11, 16)}`);
  };

  it('is said of each family: one that was decided later carries no other’s time', () => {
    expect(midday(['thematics', '12:30'])).toEqual(['nasdaq 10:15', 'thematics 12:30']);
    expect(midday(['thematics', '12:30'], ['nasdaq', '12:40'])).toEqual(['nasdaq 12:40', 'thematics 12:30']);
  });

  it('is said of each ETF where those of one family differ', () => {
    const desk = twoFamilies();
    apply(desk.services, initialOrders());
    desk.world.now = `${DATE}T12:30:00`;
    apply(desk.services, primaryUnits('thematics', true));
    const etfs = desk.book.records('etfs');
    desk.book.fill(
      'etfs',
      etfs.map((row) => ({ ...row, family: 'nasdaq' })),
    );
    expect(at(desk, '12:50').asOf.inav).toEqual([
      { of: 'DEFI11', at: `${DATE}T12:30:00` },
      { of: 'HASH11', at: AT.morning },
    ]);
  });
});
