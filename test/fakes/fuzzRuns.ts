// How often the fuzz tests try: as test/effort.ts has it, but FUZZ=20 tries twenty times as often and prints what it came to, for a measured figure; FUZZ_COUNTS
// names a file for the figures, a line a reader.
import { appendFileSync } from 'node:fs';
import { examples } from '../effort';

const TIMES = Math.max(1, Number(process.env.FUZZ ?? 1) || 1);

const tried = new Map<string, number>();

/** To be handed to fast-check; an exception, a row without a word or another amount fails the test there and then. */
export const fuzzRuns = (n: number, reader: string): { readonly numRuns: number } => {
  const { numRuns } = TIMES > 1 ? { numRuns: n * TIMES } : examples(n);
  tried.set(reader, (tried.get(reader) ?? 0) + numRuns);
  return { numRuns };
};

/** Once all have passed. */
export function printFuzzed(what: string): void {
  const all = [...tried.values()].reduce((sum, n) => sum + n, 0);
  if (TIMES > 1)
    process.stdout.write(
      `${what}: ${all} runs, exceptions 0, rows dropped without a word 0, amounts changed by a factor 0\n`,
    );
  const { FUZZ_COUNTS: file } = process.env;
  if (file === undefined) return;
  for (const [reader, n] of tried) appendFileSync(file, `${JSON.stringify([reader, n])}\n`);
}
