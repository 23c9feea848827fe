// How often the fuzz tests try: FUZZ=20 tries twenty times as often and prints what it came to, for a measured figure.

const TIMES = Math.max(1, Number(process.env.FUZZ ?? 1) || 1);

let tried = 0;

/** To be handed to fast-check; an exception, a row without a word or another amount fails the test there and then. */
export const fuzzRuns = (n: number): { readonly numRuns: number } => {
  tried += n * TIMES;
  return { numRuns: n * TIMES };
};

/** Once all have passed. */
export function printFuzzed(what: string): void {
  if (TIMES > 1)
    process.stdout.write(
      `${what}: ${tried} runs, exceptions 0, rows dropped without a word 0, amounts changed by a factor 0\n`,
    );
}
