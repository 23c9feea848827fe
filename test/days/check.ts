// Plays the days of the suite in one process of its own, where nothing is slowed down by the test runner's sandbox:
// node build/run.mjs test/days/check.ts OUT
import { writeFileSync } from 'node:fs';
import { effort } from '../effort';
import { chanceOf } from '../solver/seeded';
import { earlierSlicesStay, sameByAnyName } from './audit/again';
import { askedIsWanted, reviewsOf } from './audit/asked';
import { unitsBesideShares } from './audit/units';
import { drawDay } from './draw';
import { judgedDay } from './judge';
import { ownParts } from './parts';
import type { Cells, DayTrace, DeskParts, SavedRows } from './types';

const DAYS = effort(4, 60);
const FIRST = 5_007;
/** Its late order in one ETF decides whether a round moves a cap, and so when units of the other are valued. */
const REVALUED = 70_129;
/** Its late order was cut before it was raised. */
const CUT_AND_RAISED = 91_051;

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

/** What is found at the first days' openings where brokers were asked for so many times what they were. */
const withCaps = (traces: readonly DayTrace[], times: number): readonly string[] =>
  traces.flatMap((trace) => {
    const steps = trace.steps.map((step) => ({
      ...step,
      orders: step.orders.map((row): Cells => ({ ...row, cap: Number(row.cap) * times })),
    }));
    return reviewsOf(trace)
      .slice(0, 1)
      .flatMap((at) => askedIsWanted(ownParts, { ...trace, steps }, at) ?? []);
  });

/** A desk that shows of every request as much more left than there is. */
const showingMore = (brl: number): DeskParts => ({
  name: 'swayed',
  open(answer) {
    const desk = ownParts.open(answer);
    return {
      ...desk,
      records: (tab) =>
        tab === 'primary-requests'
          ? desk.records(tab).map((row): Cells => ({ ...row, residual: Number(row.residual) + brl }))
          : desk.records(tab),
    };
  },
});

function main(out: string): void {
  const seeds = Array.from({ length: DAYS }, (_, nth) => FIRST + nth);
  const verdicts = seeds.flatMap((seed) => judgedDay(seed, ownParts));
  const known = [REVALUED, CUT_AND_RAISED].flatMap((seed) => judgedDay(seed, ownParts, [], true));
  const traces = seeds.slice(0, effort(4, 30)).map((seed): DayTrace => drawDay(ownParts, seed));
  const named = traces.find(({ lines }) => (lines ?? []).length > 3);
  const asked = [...verdicts, ...known].find(({ lateAsked }) => lateAsked);
  if (named === undefined || asked === undefined) throw new Error('no such day among the seeds');
  const byAmount = swayedBy(({ amount }) => Math.round(Number(amount) * 100) % 1_009);
  const swayed = {
    byName: sameByAnyName(
      swayedBy(({ fund }) => String(fund).length),
      named,
      chanceOf(1),
    ),
    byLateOrders: [asked.seed, CUT_AND_RAISED].map((seed) =>
      earlierSlicesStay(byAmount, drawDay(ownParts, seed, seed === CUT_AND_RAISED)),
    ),
  };
  const byUnits = [0, 10_000_000].map((brl) =>
    traces.flatMap((trace) => unitsBesideShares(showingMore(brl), trace) ?? []),
  );
  const byCaps = [1, 1.5, 0.5].map((times) => withCaps(traces.slice(0, 4), times));
  writeFileSync(out, JSON.stringify({ verdicts, known, traces, swayed: { ...swayed, byCaps, byUnits } }));
}

main(process.argv[2] ?? '');
