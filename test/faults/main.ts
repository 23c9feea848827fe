// npm run test:faults: does to the desk what can happen to it, and prints one table of what came of it.
//   npm run test:faults -- [--count N] [--seed N] [--only KIND]
import { parseArgs } from 'node:util';
import { afterwards } from './afterwards';
import { crashes, doubleCrashes } from './crashes';
import { kills } from './kills';
import { type FaultKind, type FaultRow, tableOf } from './row';

const KINDS: readonly FaultKind[] = [crashes, doubleCrashes, afterwards, kills];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      part: { type: 'string' },
    },
  });
  const count = Number(values.count ?? 200);
  const seed = Number(values.seed ?? 1);
  const part = Number(values.part ?? 1);
  const rows: FaultRow[] = [];
  const figures: string[] = [];
  for (const kind of KINDS) {
    if (values.only !== undefined && values.only !== kind.name) continue;
    const result = await kind.run({ count, seed, part, say: (line) => console.error(line) });
    rows.push(...result.rows);
    figures.push(...result.figures);
  }
  console.log(tableOf(rows));
  for (const line of figures) console.log(line);
  return rows.some(({ wrong }) => wrong > 0) ? 1 : 0;
}

main().then((code) => {
  process.exitCode = code;
});
