// npm run bench: every part prints its own tables. A new part is one file and one line in PARTS.
import { UsageError } from '../../build/commandLine.cjs';
import { againstTable } from './against';
import { costTables } from './costs';
import { dayTables, largeDayTables } from './day';
import { fillTables } from './fills';
import { growthTables } from './growth';
import { servePeer } from './guard';
import { laptopTables } from './laptop';
import { ledgerTables } from './ledgers';
import { limitTables } from './limits';
import { moneyByWorkTables, moneyTables, someMoneyTables } from './money';
import { splitTables } from './splits';
import { print, type Table } from './table';
import { ruleTables } from './tradingRule';
import { Verdict } from './verdict';
import { VERSION_PARTS } from './versions';
import { checkParts, type Wishes, wishesIn } from './wishes';
import { workTables } from './work';

const PARTS: Readonly<Record<string, (verdict: Verdict) => Table[] | Promise<Table[]>>> = {
  splits: splitTables,
  costs: costTables,
  days: someMoneyTables,
  fills: fillTables,
  growth: growthTables,
  ledgers: ledgerTables,
  day: dayTables,
  limits: limitTables,
};

/** Parts that take too long to run unasked. */
const LONG_PARTS: typeof PARTS = {
  money: moneyTables,
  'money-work': moneyByWorkTables,
  work: workTables,
  rule: ruleTables,
  'day-large': largeDayTables,
  laptop: laptopTables,
};

/** All parts, or those named on the command line. */
async function main(wanted: readonly string[]): Promise<void> {
  checkParts(wanted, Object.keys({ ...PARTS, ...LONG_PARTS }));
  process.stdout.write(
    'Same seeded days for all; start-up and 0.3 s of warm-up excluded; median of up to five runs.\n',
  );
  const verdict = new Verdict();
  const all = wanted.length === 0 ? PARTS : { ...PARTS, ...LONG_PARTS };
  for (const [name, run] of Object.entries(all)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const table of await run(verdict)) print(table);
  }
  print(verdict.table());
}

/** Which parts an option is for: beside others alone it would change nothing. */
const TAKEN = {
  alone: ['money'],
  seed: ['money', 'money-work'],
  write: ['money', 'money-work', 'limits'],
} as const;

function checkOptions({ parts, alone, seed, write }: Wishes): void {
  const asked = { alone, seed: seed !== null, write };
  for (const name of ['alone', 'seed', 'write'] as const)
    if (asked[name] && !TAKEN[name].some((part) => parts.includes(part)))
      throw new UsageError(`--${name} is for ${TAKEN[name].join(', ')}: name one of these beside it.`);
}

function compare(revision: string, wanted: readonly string[]): void {
  checkParts(wanted, VERSION_PARTS);
  print(againstTable(revision, wanted.length === 0 ? VERSION_PARTS : wanted));
}

async function start(): Promise<void> {
  const wishes = wishesIn();
  checkOptions(wishes);
  const { parts, against } = wishes;
  if (against === null) await main(parts);
  else compare(against, parts);
}

if (!servePeer()) {
  start().catch((error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${isUsage ? error.message : String(error)}\n`);
    process.exitCode = isUsage ? 2 : 1;
  });
}
