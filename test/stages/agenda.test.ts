// The one agenda against the stages themselves: over any book, clock, calendar and cut-off, what it says of the time is what they do.
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readState } from '../../src/desk/journal/stateStore';
import { nextOf, shownOf } from '../../src/desk/look/timeline';
import { openBook } from '../../src/desk/openBook';
import { deadlinesOf } from '../../src/desk/schedule/deadlines';
import { dueSteps } from '../../src/desk/schedule/schedule';
import type { Etf } from '../../src/domain/etf';
import { addMinutes } from '../../src/domain/stamp';
import { type Message, sameMessage } from '../../src/language/message';
import type { CheckMode } from '../../src/sheets/checkSettings';
import { type AgendaStep, agendaOf } from '../../src/stages/agenda/agenda';
import { type DayInputs, readInputs, readSettingsTab, STANDING_TABS } from '../../src/stages/day/inputs';
import { initialOrders, primaryUnits, stageOf } from '../../src/stages/stages';
import { examples } from '../effort';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { AT, DATE } from '../fixtures/workedDay';

/** An open day with all its units decided, which each case takes apart. */
let base: DayInputs;
beforeAll(() => {
  const desk = twoFamilies();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = MORNING_FILLS;
  expect(apply(desk.services, primaryUnits('all', true)).status).toBe('applied');
  const book = openBook(desk.services.book);
  const { settings } = readSettingsTab(book.read);
  const { state } = readState(book, desk.services.journal, desk.services.digest);
  const known = { now: AT.midday, user: '', settings, state };
  base = readInputs(book.read, [...STANDING_TABS, 'dailyTrades'], known).inputs;
});

const etf = (asset: string, family: string, primaryCutoff: string | null): Etf => {
  const [first] = base.etfs.rows;
  if (!first) throw new Error('no ETF');
  return {
    ...first.value,
    asset,
    family,
    primaryCutoff,
    broker: null,
    administratorEmails: ['a@adm.example'],
  };
};

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(0, 30))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
/** When most of it happens. */
const afternoon = fc
  .tuple(fc.integer({ min: 12, max: 18 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => `${parts.map((part) => String(part).padStart(2, '0')).join(':')}:00`);
const minute = fc
  .tuple(fc.integer({ min: 8, max: 19 }), fc.constantFrom(0, 30, 55))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

interface Case {
  readonly date: string;
  readonly time: string;
  readonly opened: 'never' | 'today' | 'earlier';
  readonly halfDay: boolean;
  readonly cutoffs: readonly (string | null)[];
  readonly families: readonly string[];
  readonly decided: readonly string[];
  readonly iteration: number;
  /** Minutes since the last iteration. */
  readonly ago: number | null;
  readonly converged: boolean;
  /** Iterations that a trader asked for; null = as the settings say. */
  readonly maximum: number | null;
  readonly allocation: 'none' | 'pending' | 'complete';
  readonly filled: boolean;
  readonly checkCutoff: CheckMode;
  readonly checkTradingDay: CheckMode;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  // An ordinary day, one of New York's summer, a Saturday, Ash Wednesday.
  date: fc.constantFrom(DATE, '2024-10-31', '2024-11-09', '2025-03-05'),
  time: fc.oneof(clock, afternoon),
  opened: fc.constantFrom('never', 'today', 'today', 'today', 'earlier'),
  halfDay: fc.boolean(),
  cutoffs: fc.array(fc.option(minute, { nil: null }), { minLength: 3, maxLength: 3 }),
  families: fc.array(fc.constantFrom('nasdaq', 'thematics', 'bitcoin'), { minLength: 3, maxLength: 3 }),
  decided: fc.subarray(['HASH11', 'DEFI11']),
  iteration: fc.integer({ min: 0, max: 3 }),
  ago: fc.option(fc.integer({ min: 0, max: 70 }), { nil: null }),
  converged: fc.boolean(),
  maximum: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  allocation: fc.constantFrom('none', 'none', 'none', 'pending', 'complete'),
  filled: fc.boolean(),
  checkCutoff: fc.constantFrom('error', 'error', 'warning', 'off'),
  checkTradingDay: fc.constantFrom('error', 'error', 'warning', 'off'),
});

function inputsOf(one: Case): DayInputs {
  const { date, opened, families, cutoffs } = one;
  const now = `${date}T${one.time}`;
  const tradeDate = { never: null, today: date, earlier: '2024-10-30' }[opened];
  const assets = ['HASH11', 'DEFI11', 'BITH11'];
  const { state, settings } = base;
  const lastAt = one.iteration === 0 || one.ago === null ? null : addMinutes(now, -one.ago);
  return {
    ...base,
    now,
    settings: { ...settings, checkCutoff: one.checkCutoff, checkTradingDay: one.checkTradingDay },
    holidays: one.halfDay ? [{ date, open: '10:00', close: '13:00' }] : [],
    etfs: {
      ...base.etfs,
      rows: assets.map((asset, index) => ({
        row: index + 1,
        value: etf(asset, families[index] ?? 'nasdaq', cutoffs[index] ?? null),
      })),
    },
    quotes: {
      ...base.quotes,
      rows: base.quotes.rows.map(({ row, value }) => ({ row, value: { ...value, asOf: now } })),
    },
    executions: {
      ...base.executions,
      rows: one.filled
        ? base.executions.rows.map(({ row, value }) => ({
            row,
            value: { ...value, date: tradeDate ?? date },
          }))
        : [],
    },
    state: {
      ...state,
      tradeDate,
      units: state.units.filter(({ asset }) => one.decided.includes(asset)),
      cycle: {
        iteration: lastAt === null ? 0 : one.iteration,
        lastAt,
        converged: one.converged,
        maximum: one.maximum,
      },
      allocation:
        one.allocation === 'none'
          ? null
          : {
              ...{ version: 1, fingerprint: 'x', told: [], parts: null },
              unplaced: one.allocation === 'complete' ? [] : [{ asset: 'HASH11', side: 'SELL', shares: 1 }],
            },
      ...(tradeDate === null ? { intents: [], instructions: [], units: [], quotes: [] } : {}),
    },
  };
}

const TIME_CODES = [
  'not-a-trading-day',
  'market-closed',
  'past-cutoff',
  'day-not-open',
  'market-open',
  'no-fills',
];
/** What the cycle says instead of running, for the time that it is. */
const WAITS: readonly Message['key'][] = [
  'the day is allocated; no further iteration',
  'trading has ended; the final allocation comes next',
  'all {n} iterations are done; the caps in force stay',
  'the one iteration of the day is done; the caps in force stay',
  'the last iteration was at {time}; the next is due at {time2}',
];

/** Why the stage itself does not run now, for the time that it is; null = the time is right. */
function refusal(inputs: DayInputs, { stage, scope }: AgendaStep): Message | null {
  const work = stageOf(stage, { scope });
  if (!('plan' in work)) throw new Error(`${stage} works on no open day`);
  const plan = work.plan(inputs, (text) => String(text.length));
  if (plan.kind === 'refused') {
    // What a switch softens is told beside what else stops the stage, and stops nothing itself.
    const found = plan.problems.find(
      ({ severity, code }) => severity === 'error' && TIME_CODES.includes(code),
    )?.text;
    return found === undefined || typeof found === 'string' ? null : found;
  }
  const { headline } = plan.outcome.summary;
  // What the caps have too much is taken back though it is no round: why it is none is said in it.
  const said = headline.values?.said;
  if (headline.key.startsWith('no round ({said})') && typeof said === 'object' && 'key' in said) return said;
  return stage === 'adjustments' && WAITS.includes(headline.key) ? headline : null;
}

const hasPassed = ({ slots }: AgendaStep, now: string): boolean => slots.some((slot) => slot <= now);

describe('the agenda', () => {
  it('says that the time is wrong exactly when the stage refuses for it', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const inputs = inputsOf(one);
        for (const step of agendaOf(inputs)) {
          const refused = refusal(inputs, step);
          expect([step.name, step.whyNot === null]).toEqual([step.name, refused === null]);
        }
      }),
      examples(250),
    );
  });

  it('says why in the stage’s own words', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const inputs = inputsOf(one);
        for (const step of agendaOf(inputs).filter(
          ({ stage }) => stage === 'adjustments' || stage === 'final',
        )) {
          const refused = refusal(inputs, step);
          if (step.whyNot !== null && refused !== null && one.opened === 'today')
            expect([step.name, sameMessage(step.whyNot, refused)]).toEqual([step.name, true]);
        }
      }),
      examples(200),
    );
  });

  it('has a step due exactly when its moment has come, its result is not there and its stage would run', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const inputs = inputsOf(one);
        for (const step of agendaOf(inputs)) {
          const stands = step.state === 'done' || step.state === 'none' || step.state === 'pending';
          const due = !stands && hasPassed(step, inputs.now) && refusal(inputs, step) === null;
          expect([step.name, step.state === 'due']).toEqual([step.name, due]);
        }
      }),
      examples(250),
    );
  });

  it('keeps its word: what is coming is due at its moment, what was missed does not come back', () => {
    fc.assert(
      fc.property(anyCase, clock, (one, later) => {
        const inputs = inputsOf(one);
        const stepAt = (now: string, name: string): AgendaStep | undefined =>
          agendaOf({ ...inputs, now }).find((step) => step.name === name);
        for (const { name, state, at } of agendaOf(inputs)) {
          const isOpen = one.opened === 'today' || name === 'initial';
          if (state === 'coming' && at !== null && at > inputs.now && isOpen)
            expect([name, stepAt(at, name)?.state]).toEqual([name, 'due']);
          const then = `${one.date}T${later}`;
          if (state === 'missed' && then > inputs.now)
            expect([name, stepAt(then, name)?.state]).toEqual([name, 'missed']);
        }
      }),
      examples(250),
    );
  });

  it('is what schedule, sidebar and deadlines say', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const inputs = inputsOf(one);
        const agenda = agendaOf(inputs);
        const runs = dueSteps(inputs, {}).map(({ name }) => name);
        const wanted = agenda.filter((step) => step.whyNot === null && hasPassed(step, inputs.now));
        expect(runs).toEqual(wanted.map(({ name }) => name));
        for (const step of agenda.filter(({ state }) => state === 'due')) expect(runs).toContain(step.name);
        const timeline = shownOf(agenda);
        expect(timeline.map(({ name, state }) => [name, state])).toEqual(
          agenda.map(({ name, state }) => [name, state]),
        );
        const next = nextOf(timeline);
        if (next?.isDue && next.state === 'due') expect(runs).toContain(next.name);
        for (const { kind, at, assets } of deadlinesOf(inputs, agenda)) {
          if (kind !== 'cutoff') continue;
          expect(at > inputs.now).toBe(true);
          for (const asset of assets)
            expect(agenda.some(({ waiting }) => waiting.some((each) => each.asset === asset))).toBe(true);
        }
      }),
      examples(200),
    );
  });

  const PLAIN: Case = {
    date: DATE,
    time: '13:00:00',
    opened: 'today',
    halfDay: false,
    cutoffs: ['12:00', null, '14:00'],
    families: ['nasdaq', 'thematics', 'nasdaq'],
    decided: [],
    iteration: 0,
    ago: null,
    converged: false,
    maximum: null,
    allocation: 'none',
    filled: true,
    checkCutoff: 'error',
    checkTradingDay: 'error',
  };

  it('leaves a passed cut-off that only warns to the desk: the step is due, and the schedule runs it', () => {
    const inputs = inputsOf({ ...PLAIN, checkCutoff: 'warning' });
    const step = agendaOf(inputs).find(({ name }) => name === 'primary:nasdaq');
    expect(step).toMatchObject({ state: 'due', whyNot: null, until: `${DATE}T12:00:00` });
    expect(dueSteps(inputs, {}).map(({ name }) => name)).toContain('primary:nasdaq');
  });

  it('plans nothing on a closed day, even where that only warns', () => {
    const inputs = inputsOf({ ...PLAIN, date: '2024-11-09', checkTradingDay: 'warning' });
    expect(dueSteps(inputs, {})).toEqual([]);
    expect(agendaOf(inputs).map(({ state }) => state)).not.toContain('due');
  });

  it('goes by the cut-off that the tab holidays gives a date, for an ETF or its family', () => {
    const inputs = inputsOf({ ...PLAIN, time: '10:30:00' });
    const untilWith = (cutoffs: Readonly<Record<string, string>>) => {
      const holidays = [{ date: DATE, open: null, close: null, cutoffs }];
      return agendaOf({ ...inputs, holidays }).find(({ name }) => name === 'primary:nasdaq')?.until;
    };
    expect(untilWith({})).toBeNull();
    expect(untilWith({ HASH11: '11:15' })).toBe(`${DATE}T11:15:00`);
    expect(untilWith({ nasdaq: '15:00', thematics: '11:00' })).toBe(`${DATE}T15:00:00`);
    expect(untilWith({ nasdaq: '15:00', HASH11: '11:15' })).toBe(`${DATE}T11:15:00`);
  });

  it('does not wait for the cut-off of an ETF that nobody trades', () => {
    const inputs = inputsOf(PLAIN);
    const step = agendaOf(inputs).find(({ name }) => name === 'primary:nasdaq');
    expect(step).toMatchObject({ state: 'missed', until: `${DATE}T12:00:00` });
    expect(step?.whyNot && said(step.whyNot)).toBe(
      'it is 13:00 and the cut-off of HASH11 was 12:00; the administrator takes no more requests today',
    );
    expect(dueSteps(inputs, {}).map(({ name }) => name)).not.toContain('primary:nasdaq');
  });
});
