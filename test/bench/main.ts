// npm run bench: every part prints its own tables. A new part is one file and one line in PARTS.
import { costTables } from './costs';
import { dayTables, largeDayTables } from './day';
import { fillTables } from './fills';
import { growthTables } from './growth';
import { servePeer } from './guard';
import { ledgerTables } from './ledgers';
import { limitTables } from './limits';
import { moneyTables, someMoneyTables } from './money';
import { splitTables } from './splits';
import { print, type Table } from './table';
import { ruleTables } from './tradingRule';
import { Verdict } from './verdict';

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
const LONG_PARTS: typeof PARTS = { money: moneyTables, rule: ruleTables, 'day-large': largeDayTables };

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

if (!servePeer()) {
  main(process.argv.slice(2).filter((word) => !word.startsWith('--'))).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
}
