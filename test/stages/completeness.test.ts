// When a day is COMPLETE, asked of the function itself: whatever the fills, nothing that is missing goes unsaid.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instruction } from '../../src/domain/broker';
import type { Fill } from '../../src/domain/fill';
import { readTable } from '../../src/sheets/read';
import { executions } from '../../src/sheets/tabs';
import { completeness, isOutdated, oddities, partsOf } from '../../src/stages/completeness';
import type { Missing } from '../../src/stages/day/missing';
import { type DayState, EMPTY_STATE } from '../../src/stages/day/state';
import { examples } from '../effort';
import { AT, DATE, fill } from '../fixtures/workedDay';

const instruction = (broker: string, cap = 100): Instruction => ({
  ...{
    id: `${DATE}/HASH11/BUY/${broker}`,
    version: 1,
    tradeDate: DATE,
    asset: 'HASH11',
    side: 'BUY',
    broker,
  },
  ...{ cap, shareCap: null, executed: 0, inav: 62.5, limitPrice: 63, limitBps: 30, doNotCross: false },
  ...{ settlementDate: '2024-11-12', issuedAt: AT.morning, issuedBy: 'trader@desk.example' },
});
const at = (broker: string, fillId: string, change: Partial<Fill> = {}): Fill => ({
  ...fill(fillId, 'BUY', 100, 62.4, AT.midday),
  broker,
  ...change,
});

interface Day {
  readonly fills?: readonly Fill[];
  /** What was allocated; left out = the same. */
  readonly allocated?: readonly Fill[] | null;
  readonly state?: Partial<DayState>;
  readonly owed?: readonly Missing[];
  readonly now?: string;
}

function day({ fills = [], allocated = fills, state = {}, owed = [], now = AT.evening }: Day) {
  const { table } = readTable(executions, null);
  const whole: DayState = {
    ...EMPTY_STATE,
    tradeDate: DATE,
    instructions: [instruction('Aurora'), instruction('Meridian', 0)],
    allocation:
      allocated === null
        ? null
        : { version: 1, fingerprint: 'x', parts: partsOf(allocated), unplaced: [], told: [] },
    ...state,
  };
  const rows = fills.map((value, row) => ({ row, value }));
  return { now, holidays: [], state: whole, owed, executions: { ...table, rows } };
}
const codes = (of: Day): readonly string[] => completeness(day(of)).map(({ code, who }) => `${code} ${who}`);

describe('a day', () => {
  it('is COMPLETE when every broker at work was heard and its fills are those that were allocated', () => {
    expect(codes({ fills: [at('Aurora', 'A1')] })).toEqual([]);
  });

  it.each<[string, Day, readonly string[]]>([
    ['nobody opened', { state: { tradeDate: null } }, ['no-day trader']],
    ['is traded', { allocated: null, now: AT.midday }, ['not-allocated trader']],
    ['nobody allocated', { allocated: null }, ['not-allocated trader', 'silent-broker broker']],
    [
      'is allocated and still traded',
      { fills: [at('Aurora', 'A1')], now: AT.midday },
      ['market-open trader'],
    ],
    ['has a silent broker', {}, ['silent-broker broker']],
    ['has a pending fill', { fills: [at('Aurora', 'A1', { status: 'PENDING' })] }, ['pending-fills broker']],
    [
      'has a fill that nobody asked for',
      { fills: [at('Aurora', 'A1'), at('Aurora', 'A2', { side: 'SELL' })] },
      ['unasked-fill broker'],
    ],
    [
      'has a fill since',
      { fills: [at('Aurora', 'A1'), at('Aurora', 'A2')], allocated: [at('Aurora', 'A1')] },
      ['changed-since desk'],
    ],
    [
      'has a bust since',
      { fills: [at('Aurora', 'A1', { status: 'BUSTED' })], allocated: [at('Aurora', 'A1')] },
      ['changed-since desk'],
    ],
    [
      'has a fill that went to another broker since',
      {
        fills: [at('Aurora', 'A1', { status: 'BUSTED' }), at('Meridian', 'A1')],
        allocated: [at('Aurora', 'A1')],
      },
      ['changed-since desk', 'changed-since desk'],
    ],
  ])('that %s is not', (_how, of, expected) => {
    expect(codes(of)).toEqual(expected);
  });

  it('that owes something is not, and the rest of it is said too', () => {
    const owed: Missing = {
      code: 'rows-owed',
      subject: 'r',
      text: { key: 'no run is pending' },
      who: 'desk',
    };
    expect(codes({ owed: [owed] })).toEqual(['silent-broker broker', 'rows-owed desk']);
  });

  it('allocated by a version that kept no parts is not outdated for that', () => {
    const old = day({ fills: [at('Aurora', 'A1')] });
    const { allocation } = old.state;
    const state = { ...old.state, allocation: allocation && { ...allocation, parts: null } };
    expect(isOutdated({ ...old, state })).toBe(false);
  });
});

describe('an acceptance', () => {
  it('holds for its own thing alone', () => {
    const accepted = (code: string, subject: string) => ({
      acceptances: [{ code, subject, reason: 'why', by: 'a@desk.example', at: AT.evening }],
    });
    expect(codes({ state: accepted('silent-broker', 'Aurora') })).toEqual([]);
    expect(codes({ state: accepted('silent-broker', 'Meridian') })).toEqual(['silent-broker broker']);
    expect(codes({ state: accepted('unasked-fill', 'Aurora') })).toEqual(['silent-broker broker']);
  });

  it('can be had for what is open and no deed undoes: never for a pending fill or what changed since', () => {
    const fills = [at('Aurora', 'A1', { status: 'PENDING' }), at('Aurora', 'A2', { side: 'SELL' })];
    expect(oddities(day({ fills, allocated: [] })).map(({ code }) => code)).toEqual(['unasked-fill']);
  });
});

it('is COMPLETE only if each condition holds, counted again by itself', () => {
  const anyFill = fc.record({
    broker: fc.constantFrom('Aurora', 'Meridian'),
    fillId: fc.constantFrom('1', '2', '3'),
    quantity: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom<Fill['status']>('EXECUTED', 'PENDING', 'BUSTED'),
  });
  const once = (rows: readonly { broker: string; fillId: string }[]) =>
    new Set(rows.map(({ broker, fillId }) => `${broker} ${fillId}`)).size === rows.length;
  const sums = (fills: readonly Fill[]): string =>
    ['Aurora', 'Meridian']
      .map((broker) => {
        const own = fills.filter((each) => each.broker === broker && each.status !== 'BUSTED');
        return `${own.length} ${own.reduce((sum, { quantity }) => sum + quantity, 0)}`;
      })
      .join();
  let complete = 0;
  fc.assert(
    fc.property(fc.array(anyFill, { maxLength: 4 }), fc.array(anyFill, { maxLength: 4 }), (one, other) => {
      fc.pre(once(one) && once(other));
      const [fills, allocated] = [one, other].map((rows) =>
        rows.map((row) => at(row.broker, row.fillId, row)),
      );
      if (!fills || !allocated) return;
      const state = { instructions: [instruction('Aurora'), instruction('Meridian')] };
      const isComplete = completeness(day({ fills, allocated, state })).length === 0;
      const expected =
        ['Aurora', 'Meridian'].every((broker) => fills.some((each) => each.broker === broker)) &&
        fills.every(({ status }) => status !== 'PENDING') &&
        sums(fills) === sums(allocated);
      expect(isComplete).toBe(expected);
      // The order of rows changes nothing.
      const backwards = day({ fills: [...fills].reverse(), allocated: [...allocated].reverse(), state });
      expect(completeness(backwards)).toEqual(completeness(day({ fills, allocated, state })));
      if (isComplete) complete += 1;
    }),
    { ...examples(2_000), seed: 7 },
  );
  expect(complete).toBeGreaterThan(0);
});
