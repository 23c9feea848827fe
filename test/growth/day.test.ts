// A day twice as large takes about twice the steps: counted, never timed.
import { execFileSync } from 'node:child_process';
import { SIDES } from '../../src/domain/trade';
import { STEPS as STAGES } from '../bench/day';
import type { DaySize } from '../bench/deskDays';
import { effort, share } from '../effort';
import type { CountedStage } from './main';
import { callsOf, exponent, type Steps, total } from './steps';

/** ETFs as they are: what goes through all funds for each fund is seen, or through all fills for each of them. */
const MORE_FUNDS: readonly DaySize[] = effort([40, 160], [50, 100, 200]).map((funds) => ({
  funds,
  etfs: 3,
  fills: 10 * funds,
}));
/** Funds as they are: what goes through all orders or fills for each ETF is seen. Few lines of many fills are another way through them. */
const MORE_ETFS: readonly DaySize[] = effort([3, 10], [3, 6, 12]).map((etfs) => ({
  ...{ funds: 40, etfs, fills: 300 * etfs },
  fillLines: 'few-lines',
}));
/** Sorting takes a little more than its rows. */
const MOST = 1.1;
/** Of one place alone: a few cells of it are noise. */
const MOST_OF_ONE = 1.5;
const WORTH_A_LOOK = 0.002; // of a stage's steps

interface Played {
  readonly steps: Steps;
  /** Cells and values that it reads and writes. */
  readonly size: number;
}

function playedDays(sizes: readonly DaySize[]): readonly ReadonlyMap<string, Played>[] {
  // Optimised, the engine counts no longer all of it; and what was not run for a while it may drop with its counts.
  const args = [
    '--no-opt',
    '--no-flush-bytecode',
    'build/run.mjs',
    'test/growth/main.ts',
    JSON.stringify(sizes),
  ];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const days: readonly (readonly CountedStage[])[] = JSON.parse(printed);
  return days.map(
    (day) => new Map(day.map(({ stage, steps, size }) => [stage, { steps: new Map(steps), size }])),
  );
}

// npm test has it grow by funds, npm run test:all by ETFs too.
describe.each(
  share(
    [
      ['funds', MORE_FUNDS],
      ['ETFs', MORE_ETFS],
    ] as const,
    2,
  ),
)('a day of twice as many %s and fills', (_, sizes) => {
  const days = playedDays(sizes);
  const of = (day: number, stage: string): Played => days[day]?.get(stage) ?? { steps: new Map(), size: 0 };
  const [first, middle, last] = [0, sizes.length - 2, sizes.length - 1] as const;

  it.each(STAGES.map(([name]) => name))(
    'takes %s steps in proportion to what it reads and writes',
    (stage) => {
      const [small, large] = [of(first, stage), of(last, stage)];
      expect(total(small.steps)).toBeGreaterThan(100_000);
      const grown = exponent(
        { steps: total(small.steps), size: small.size },
        { steps: total(large.steps), size: large.size },
      );
      expect(grown).toBeGreaterThan(0.3);
      expect(grown).toBeLessThanOrEqual(MOST);
    },
  );

  it.each(STAGES.map(([name]) => name))('goes in no place of %s through all for each', (stage) => {
    const large = of(last, stage);
    const least = total(large.steps) * WORTH_A_LOOK;
    const steep = [...large.steps].flatMap(([place, steps]) => {
      if (steps < least) return [];
      // From both smaller days: what begins at a certain size, or the engine lost count of once, does not grow so from both.
      const grown = [of(first, stage), of(middle, stage)].map((small) =>
        exponent({ steps: small.steps.get(place) ?? steps, size: small.size }, { steps, size: large.size }),
      );
      return Math.min(...grown) > MOST_OF_ONE
        ? [`${place}: ${steps} steps, exponent ${grown.map((each) => each.toFixed(2)).join(' and ')}`]
        : [];
    });
    expect(steep).toEqual([]);
  });

  it('splits fills and makes brokers’ rows once in a final allocation, however many tabs show them', () => {
    const { steps } = of(last, 'final');
    expect(callsOf(steps, 'poolLines', 'src/stages/allocation/lines.ts')).toBe(
      SIDES.length * (sizes[last]?.etfs ?? 0),
    );
    expect(callsOf(steps, 'brokerOrderRows', 'src/stages/allocation/brokerOrderRows.ts')).toBe(1);
  });
});

it('would be seen to be quadratic', () => {
  const rows = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at);
  const square = (n: number) => ({ steps: rows(n).flatMap(() => rows(n)).length, size: n });
  expect(exponent(square(50), square(100))).toBeCloseTo(2, 9);
});
