// Plays days of several sizes and prints, as JSON, how many steps each stage of each took and what it read and wrote. In a process
// of its own: what ran before in the same one would change what the engine counts.
// node --no-opt --no-flush-bytecode build/run.mjs test/growth/main.ts SIZES, as JSON
import { playCounted } from '../bench/day';
import type { DaySize } from '../bench/deskDays';
import { countSteps } from './steps';

export interface CountedStage {
  readonly stage: string;
  readonly steps: readonly (readonly [string, number])[];
  /** Cells and values that it reads and writes. */
  readonly size: number;
}

const [, bundle = '', asked = '[]'] = process.argv;
const sizes: readonly DaySize[] = JSON.parse(asked);
const counter = countSteps(bundle);
const days = sizes.map((size): readonly CountedStage[] => {
  const steps = new Map<string, CountedStage['steps']>();
  const costs = playCounted(size, (stage) => steps.set(stage, [...counter.taken()]));
  return costs.map(({ stage, cells, values }) => ({
    stage,
    steps: steps.get(stage) ?? [],
    size: cells + values,
  }));
});
counter.end();
process.stdout.write(JSON.stringify(days));
