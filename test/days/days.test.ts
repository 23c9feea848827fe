// Random days keep the ten invariants; and the auditor that says so notices when one is broken.
import { describe, expect, it } from '@jest/globals';
import { chanceOf } from '../solver/seeded';
import { earlierSlicesStay, sameByAnyName } from './audit/again';
import { auditDay } from './audit/tally';
import { drawDay } from './draw';
import { judgedDay } from './judge';
import { ownParts } from './parts';
import type { Cells, DayTrace, DeskParts, Rows, SavedRows } from './types';

const DAYS = 60;
const FIRST = 5_001;

const seeds = Array.from({ length: DAYS }, (_, nth) => FIRST + nth);
const drawn = new Map<number, DayTrace>();
const dayOf = (seed: number): DayTrace => {
  const day = drawn.get(seed) ?? drawDay(ownParts, seed);
  drawn.set(seed, day);
  return day;
};
/** The first of the days that has what a forgery needs. */
function dayWith(has: (day: DayTrace) => boolean): DayTrace {
  const found = seeds.map(dayOf).find((day) => day.lines !== null && has(day));
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
    const verdicts = seeds.flatMap((seed) => judgedDay(seed, ownParts));
    expect(
      verdicts.flatMap(({ seed, broken }) => broken.map((each) => `${seed}: ${each.invariant} ${each.text}`)),
    ).toEqual([]);
    expect(verdicts.filter(({ complete }) => complete).length).toBeGreaterThan(DAYS / 2);
    expect(verdicts.filter(({ lateAsked }) => lateAsked).length).toBeGreaterThan(3);
  });

  it('have in them what a day can bring', () => {
    const kinds = new Set(seeds.flatMap((seed) => judgedKinds(dayOf(seed))));
    expect([...kinds].sort()).toEqual([
      'amended',
      'busted',
      'cancelled',
      'given back',
      'pending',
      'typed',
      'units',
    ]);
  });
});

function judgedKinds({ steps, file, units, allocation }: DayTrace): readonly string[] {
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
  const plain = dayWith(({ lines, steps }) => (lines ?? []).length > 3 && steps.at(-1)?.complete === true);

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
    const buyer = dayWith(({ lines }) => (lines ?? []).every(({ side }) => side === 'BUY'));
    const lines = (buyer.lines ?? []).map((row): Cells => ({ ...row, side: 'SELL' }));
    expect(brokenBy({ ...buyer, lines })).toContain(3);
  });

  it('notices an order that stays short beside a give-back', () => {
    const both = dayWith(
      ({ allocation, file }) =>
        allocation.some((row) => Number(row.given_back) > 0) &&
        new Set((file.tabs['daily-trades'] ?? []).map(({ side }) => side)).size > 1,
    );
    const allocation = both.allocation.map((row): Cells => ({ ...row, residual: Number(row.target) }));
    expect(brokenBy({ ...both, allocation })).toContain(4);
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

  it('notices a desk for which a name matters, and one where a late order reaches back', () => {
    expect(
      sameByAnyName(
        swayedBy(({ fund }) => String(fund).length),
        plain,
        chanceOf(1),
      ),
    ).not.toEqual([]);
    const late = seeds.map(dayOf).find((day) => earlierSlicesStay(ownParts, day) !== null);
    if (late === undefined) throw new Error('no day with a late order');
    const swayed = swayedBy(({ amount }) => Math.round(Number(amount) * 100) % 1_009);
    expect(earlierSlicesStay(swayed, late)).not.toEqual([]);
  });
});

/** A desk whose first line depends on what stands in the list of trades. */
const swayedBy = (of: (row: Cells) => number): DeskParts => ({
  name: 'swayed',
  open(answer) {
    const desk = ownParts.open(answer);
    let sway = 0;
    return {
      ...desk,
      get saved(): readonly SavedRows[] {
        return desk.saved.map((each) => ({
          ...each,
          rows:
            each.table === 'allocation_lines'
              ? each.rows.map((row): Cells => ({ ...row, shares: Number(row.shares) + sway }))
              : each.rows,
        }));
      },
      fill(tab, rows) {
        if (tab === 'daily-trades') sway = rows.reduce((sum, row) => sum + of(row), 0);
        desk.fill(tab, rows);
      },
    };
  },
});
