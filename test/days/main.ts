// npm run test:days -- [--seeds 3000] [--from 1] [--keep DIR] [--parts FILE]: random days with the thirteen invariants, counted.
// `keep`: a folder for the scenario file of each day that broke something; `parts`: another version's parts, bundled, on which the same
// days are played too.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMS, readWords, UsageError, wholeNumber } from '../../build/commandLine.cjs';
import { INVARIANTS } from './audit/tally';
import { type DayVerdict, judgedDay } from './judge';
import { ownParts } from './parts';
import type { DeskParts } from './types';

async function main(): Promise<void> {
  const { values } = readWords(FORMS['test:days'], process.argv.slice(2));
  const from = wholeNumber('--from', values.from);
  const count = wholeNumber('--seeds', values.seeds, { least: 1 });
  const seeds = Array.from({ length: count }, (_, nth) => from + nth);
  const others: readonly DeskParts[] =
    values.parts === undefined ? [] : [(await import(values.parts)).ownParts];
  const all: DayVerdict[][] = [[], ...others.map(() => [])];
  for (const seed of seeds)
    for (const [nth, verdict] of judgedDay(seed, ownParts, others).entries()) {
      all[nth]?.push(verdict);
      if (nth === 0 && seed % 100 === 0) process.stderr.write(`${all.map(table).join('\n')}\n`);
      if (nth > 0 || verdict.broken.length === 0) continue;
      process.stdout.write(`${said(verdict)}\n`);
      if (values.keep === undefined) continue;
      mkdirSync(values.keep, { recursive: true });
      writeFileSync(join(values.keep, `day-${seed}.json`), `${JSON.stringify(verdict.file, null, 2)}\n`);
    }
  for (const [nth, verdicts] of all.entries())
    process.stdout.write(`${[ownParts, ...others][nth]?.name}: ${table(verdicts)}\n`);
  process.exitCode = all[0]?.some(({ broken }) => broken.length > 0) === true ? 1 : 0;
}

const said = ({ seed, broken }: DayVerdict): string =>
  broken
    .map(({ invariant, text }) => `day ${seed}, invariant ${invariant}: ${text}`)
    .slice(0, 5)
    .join('\n');

function table(verdicts: readonly DayVerdict[]): string {
  const count = (has: (verdict: DayVerdict) => boolean): number => verdicts.filter(has).length;
  const kinds = [...new Set(verdicts.flatMap(({ kinds: own }) => own))].sort();
  return [
    `${verdicts.length} days; ${count(({ allocated }) => allocated)} allocated, ${count(({ complete }) => complete)} COMPLETE, ${count(({ broken }) => broken.length > 0)} broken`,
    ...Object.entries(INVARIANTS).map(([number, text]) => {
      const broken = count((verdict) => verdict.broken.some(({ invariant }) => invariant === Number(number)));
      return `${number.padStart(2)}  ${String(broken).padStart(5)} broken  ${text}`;
    }),
    ` 8 was asked on ${count(({ lateAsked }) => lateAsked)} days, 11 on ${count(({ capsAsked }) => capsAsked)}, 13 on ${count(({ unitsAsked }) => unitsAsked)}`,
    `days with: ${kinds.map((kind) => `${kind} ${count(({ kinds: own }) => own.includes(kind))}`).join(', ')}`,
  ].join('\n');
}

main().catch((error: unknown) => {
  const { message = String(error), stack = message } = error instanceof Error ? error : {};
  process.stderr.write(`${error instanceof UsageError ? message : stack}\n`);
  process.exitCode = 2;
});
