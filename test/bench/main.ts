// npm run bench: every part prints its own tables. A new part is one file and one line in PARTS.
import { againstTable, revisionIn } from './against';
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

/** Of a word with a value, the value is no part. */
const VALUED = ['--against', '--seed'];

function partsIn(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => !word.startsWith('--') && !VALUED.includes(words[at - 1] ?? ''));
}

function compare(revision: string, wanted: readonly string[]): void {
  const stranger = wanted.find((part) => !VERSION_PARTS.includes(part));
  if (stranger !== undefined)
    throw new Error(`two versions are compared on ${VERSION_PARTS.join(', ')}, not on ${stranger}`);
  print(againstTable(revision, wanted.length === 0 ? VERSION_PARTS : wanted));
}

async function start(words: readonly string[]): Promise<void> {
  const revision = revisionIn(words);
  if (revision === undefined) await main(partsIn(words));
  else compare(revision, partsIn(words));
}

if (!servePeer()) {
  start(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
}
