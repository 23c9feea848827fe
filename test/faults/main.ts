// npm run test:faults: does to the desk what can happen to it, and prints one table of what came of it.
//   npm run test:faults -- [--only KIND,KIND] [--of 'tick|menu'] [--seed N] [--part 0.1] [--count N] [--json]
// `part` of whatever goes through everything there is; `count` kills of the real process; `of` the operations so called, in the
// kinds that go through operations.
import { parseArgs } from 'node:util';
import { afterwards } from './afterwards';
import { crashes, doubleCrashes } from './crashes';
import { faultyDays } from './faultyDays';
import { kills } from './kills';
import { mended } from './mended';
import { outside } from './outside';
import { readers } from './readers';
import { type FaultKind, type FaultRow, tableOf } from './row';

const KINDS: readonly FaultKind[] = [
  mended,
  crashes,
  doubleCrashes,
  afterwards,
  outside,
  readers,
  faultyDays,
  kills,
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      part: { type: 'string', default: '1' },
      only: { type: 'string' },
      of: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const [count, seed, part] = [Number(values.count), Number(values.seed), Number(values.part)];
  const wanted = values.only?.split(',') ?? KINDS.map(({ name }) => name);
  const stranger = wanted.find((name) => KINDS.every((kind) => kind.name !== name));
  if (stranger !== undefined)
    throw new Error(`there is no kind ${stranger}; there are ${KINDS.map(({ name }) => name).join(', ')}`);
  const of = new RegExp(values.of);
  const rows: FaultRow[] = [];
  const figures: string[] = [];
  for (const kind of KINDS.filter(({ name }) => wanted.includes(name))) {
    const result = await kind.run({ count, seed, part, of, say: (line) => console.error(line) });
    rows.push(...result.rows);
    figures.push(...result.figures);
  }
  if (values.json) console.log(JSON.stringify({ rows, figures }));
  else console.log([tableOf(rows), ...figures].join('\n'));
  return rows.some(({ wrong }) => wrong > 0) ? 1 : 0;
}

main().then((code) => {
  process.exitCode = code;
});
