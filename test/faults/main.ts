// npm run test:faults: does to the desk what can happen to it, and prints one table of what came of it.
//   npm run test:faults -- [--kinds KIND,KIND] [--operations 'tick|menu'] [--seed N] [--part 0.1] [--count N] [--json]
// `part` of whatever goes through everything there is; `count` kills of the real process; `operations` those so called, in the
// kinds that go through operations.
import { FORMS, readWords, UsageError, wholeNumber } from '../../build/commandLine.cjs';
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
  const { values } = readWords(FORMS['test:faults'], process.argv.slice(2));
  const count = wholeNumber('--count', values.count, { least: 1 });
  const seed = wholeNumber('--seed', values.seed);
  const part = Number(values.part);
  // Nothing tried would be nothing wrong.
  if (!(part > 0 && part <= 1))
    throw new UsageError(`--part "${values.part}" is no part of 1; write it like --part 0.1`);
  const wanted = values.kinds?.split(',') ?? KINDS.map(({ name }) => name);
  const stranger = wanted.find((name) => KINDS.every((kind) => kind.name !== name));
  if (stranger !== undefined)
    throw new UsageError(
      `There is no kind ${stranger}; there are ${KINDS.map(({ name }) => name).join(', ')}.`,
    );
  const of = pattern(values.operations);
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

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new UsageError(
      `--operations "${text}" is no regular expression; write it like --operations 'tick|menu'`,
    );
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  },
);
