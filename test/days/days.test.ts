// Random days keep the thirteen invariants; and the auditor that says so notices when one is broken.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { effort } from '../effort';
import { auditDay } from './audit/tally';
import type { DayVerdict } from './judge';
import type { Cells, DayTrace, Rows } from './types';

interface Checked {
  readonly verdicts: readonly DayVerdict[];
  /** Of days that are played for their late order. */
  readonly known: readonly DayVerdict[];
  readonly traces: readonly DayTrace[];
  /** What comparing days finds on a desk that lets itself be swayed. */
  readonly swayed: {
    readonly byName: readonly string[];
    readonly byLateOrders: readonly (readonly string[] | null)[];
    /** Where brokers are asked for what they were, for half as much again, and for half of it. */
    readonly byCaps: readonly (readonly string[])[];
    /** Where requests show what they leave, and where they show much more. */
    readonly byUnits: readonly (readonly string[])[];
  };
}

let checked: Checked = {
  verdicts: [],
  known: [],
  traces: [],
  swayed: { byName: [], byLateOrders: [], byCaps: [], byUnits: [] },
};

beforeAll(() => {
  const dir = mkdtempSync(join(tmpdir(), 'days-'));
  const out = join(dir, 'checked.json');
  const { stderr } = spawnSync(process.execPath, ['build/run.mjs', 'test/days/check.ts', out], {
    cwd: join(__dirname, '../..'),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  checked = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(dir, { recursive: true });
});

/** The first of the days that has what a forgery needs. */
function dayWith(has: (day: DayTrace) => boolean): DayTrace {
  const found = checked.traces.find((day) => day.lines !== null && has(day));
  if (found === undefined) throw new Error('no such day among the seeds');
  return found;
}

const brokenBy = (day: DayTrace): readonly number[] => [
  ...new Set(auditDay(day).map(({ invariant }) => invariant)),
];
const firstChanged = (rows: Rows, change: (row: Cells) => Cells): Rows =>
  rows.map((row, at) => (at === 0 ? change(row) : row));

describe('random days', () => {
  it('keep all invariants, and most of them are allocated and COMPLETE', () => {
    const { verdicts, known } = checked;
    expect([verdicts.length, known.length]).toEqual([effort(4, 60), 2]);
    expect(
      [...verdicts, ...known].flatMap(({ seed, broken }) =>
        broken.map((each) => `${seed}: ${each.invariant} ${each.text}`),
      ),
    ).toEqual([]);
    expect(verdicts.filter(({ complete }) => complete).length).toBeGreaterThan(effort(1, 30));
    // Those that are played for it would always be among them.
    expect(verdicts.filter(({ lateAsked }) => lateAsked).length).toBeGreaterThanOrEqual(effort(0, 4));
    expect(verdicts.filter(({ capsAsked }) => capsAsked).length).toBeGreaterThan(effort(1, 30));
    expect(known.map(({ lateAsked }) => lateAsked)).toEqual([true, true]);
  });

  it('have in them what a day can bring', () => {
    const kinds = new Set(checked.traces.flatMap(kindsOf));
    expect([...kinds].sort()).toEqual([
      'amended',
      'busted',
      'cancelled',
      'given back',
      'pending',
      // None of the four of npm test: test/desk/knownFills.test.ts has them.
      ...effort([], ['typed']),
      'units',
    ]);
  });
});

function kindsOf({ steps, file, units, allocation }: DayTrace): readonly string[] {
  const did = (call: string): boolean =>
    steps.some((step) => step.call === call && step.status === 'applied');
  const found: readonly (readonly [string, boolean])[] = [
    ['amended', did('applyStage')],
    ['cancelled', did('cancelOrders')],
    ['busted', steps.some(({ executions }) => executions.some(({ status }) => status === 'BUSTED'))],
    ['pending', steps.some(({ executions }) => executions.some(({ status }) => status === 'PENDING'))],
    ['typed', file.steps.some(({ tabs }) => tabs?.executions !== undefined)],
    ['units', units.some((row) => Number(row.units) > 0)],
    ['given back', allocation.some((row) => Number(row.given_back) > 0)],
  ];
  return found.flatMap(([kind, is]) => (is ? [kind] : []));
}

describe('the auditor', () => {
  let plain: DayTrace;
  beforeAll(() => {
    plain = dayWith(({ lines, steps }) => (lines ?? []).length > 3 && steps.at(-1)?.complete === true);
  });

  it('finds nothing on a day as it was played', () => {
    expect(auditDay(plain)).toEqual([]);
  });

  it('notices a share that is given out twice, or not at all', () => {
    const lines = firstChanged(plain.lines ?? [], (row) => ({ ...row, shares: Number(row.shares) + 1 }));
    expect(brokenBy({ ...plain, lines })).toContain(1);
  });

  it('notices a fund without an order that gets shares', () => {
    const lines = firstChanged(plain.lines ?? [], (row) => ({ ...row, cnpj: '11222333000181' }));
    expect(brokenBy({ ...plain, lines })).toContain(2);
  });

  it('notices a buyer that sells what it has not', () => {
    const onlyBought = ({ lines }: DayTrace): Cells['asset'] | undefined =>
      (lines ?? []).find(({ asset }) =>
        (lines ?? []).every((row) => row.asset !== asset || row.side === 'BUY'),
      )?.asset;
    const buyer = dayWith((day) => onlyBought(day) !== undefined);
    const lines = (buyer.lines ?? []).map(
      (row): Cells => (row.asset === onlyBought(buyer) ? { ...row, side: 'SELL' } : row),
    );
    expect(brokenBy({ ...buyer, lines })).toContain(3);
  });

  it('notices an order that stays short beside a give-back', () => {
    const found = checked.traces.map(shortBeside).filter((day) => day !== null && brokenBy(day).includes(4));
    expect(found).not.toEqual([]);
  });

  it('lets an order be short by what was taken away after a give-back may have ended, and by no more', () => {
    const isShort = (day: DayTrace): boolean => brokenBy(day).includes(4);
    const short = checked.traces
      .map(shortBeside)
      .filter((day): day is DayTrace => day !== null && isShort(day));
    const excused = short.filter((day) => !isShort(beforeBusts(day, (shares) => shares * 1_000)));
    expect(excused).not.toEqual([]);
    expect(excused.filter((day) => !isShort(beforeBusts(day, (shares) => shares + 1)))).toEqual([]);
  });

  it('notices a cap below what was executed', () => {
    const steps = plain.steps.map((step) => ({
      ...step,
      orders: step.orders.map((row): Cells => ({ ...row, cap: Number(row.executed) - 0.01 })),
    }));
    expect(brokenBy({ ...plain, steps })).toContain(5);
  });

  it('notices a fill that is forgotten', () => {
    const steps = plain.steps.map((step, at) =>
      at === plain.steps.length - 1 ? { ...step, executions: step.executions.slice(1) } : step,
    );
    expect(brokenBy({ ...plain, steps })).toContain(6);
  });

  it('notices a day that is COMPLETE before its allocation', () => {
    const steps = plain.steps.map((step) => ({ ...step, complete: true }));
    expect(brokenBy({ ...plain, steps })).toContain(9);
  });

  it('notices a cent', () => {
    const brokerOrders = firstChanged(plain.brokerOrders, (row) => ({
      ...row,
      amount: Number(row.amount) + 0.01,
    }));
    expect(brokenBy({ ...plain, brokerOrders })).toContain(10);
  });

  it('notices brokers that are asked for more than anybody wants, or for less', () => {
    const [asAsked, more, less] = checked.swayed.byCaps;
    expect(asAsked).toEqual([]);
    expect(more).not.toEqual([]);
    expect(less).not.toEqual([]);
  });

  it('notices a fund that has too much of what another lacks', () => {
    const found = checked.traces.filter((day) => brokenBy(unfair(day)).includes(12));
    expect(found).not.toEqual([]);
    expect(found.filter((day) => brokenBy(day).includes(12))).toEqual([]);
  });

  it('notices units that were chosen beside other shares than funds have', () => {
    const [asShown, more] = checked.swayed.byUnits;
    expect(asShown).toEqual([]);
    expect(more).not.toEqual([]);
  });

  it('notices a desk for which a name matters, and one where a late order reaches back, also one that was cut before', () => {
    expect(checked.swayed.byName).not.toEqual([]);
    expect(checked.swayed.byLateOrders.map((found) => (found ?? []).length > 0)).toEqual([true, true]);
  });
});

/** The same day as if its first buyer had been a seller that gives back, and the others had got nothing. */
function shortBeside(day: DayTrace): DayTrace | null {
  const first = (day.lines ?? []).find(({ side }) => side === 'BUY');
  if (first === undefined) return null;
  const turned = (row: Cells): Cells =>
    row.cnpj === first.cnpj && row.asset === first.asset ? { ...row, side: 'SELL' } : row;
  return {
    ...day,
    steps: day.steps.map((step) => ({ ...step, intents: step.intents.map(turned) })),
    allocation: day.allocation.map((row): Cells => ({ ...row, residual: Number(row.target) })),
  };
}

/** The same day as if the first row of its allocation had far too much, and the others of its side lacked as much. */
const unfair = (day: DayTrace): DayTrace => ({
  ...day,
  allocation: day.allocation.map((row, at): Cells => ({ ...row, residual: at === 0 ? -1e9 : 1e9 })),
});

/** The same day as if more shares had been there until it was allocated. */
const beforeBusts = (day: DayTrace, was: (shares: number) => number): DayTrace => ({
  ...day,
  steps: day.steps.map((step) =>
    step.call === 'completeAdjustmentWorkflow'
      ? step
      : {
          ...step,
          executions: step.executions.map((row): Cells => ({ ...row, quantity: was(Number(row.quantity)) })),
        },
  ),
});
