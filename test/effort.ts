// How much of what could be tried a test tries. `npm test` tries a fixed sample; `npm run test:all` (EFFORT=all) tries everything, and so
// does the repository's workflow. A test that samples says so where it is named.

const ALL = process.env.EFFORT === 'all';

/** Examples of a property: its full count, or a twentieth of it. fast-check prints the seed of one that fails. */
export const examples = (all: number): { readonly numRuns: number } => ({
  numRuns: ALL ? all : Math.ceil(all / 20),
});

/** Every call at which something may die, or one in twenty-three. */
export const STEP = ALL ? 1 : 23;

/** All of a list, or one of so many, the first among them. */
export const share = <T>(all: readonly T[], oneOf: number): T[] =>
  all.filter((_, at) => ALL || at % oneOf === 0);

/** All ways of looking at the nth of several views, or one, in turn: together they see each way. */
export const inTurn = <T>(ways: readonly T[], nth: number): T[] =>
  ways.filter((_, at) => ALL || at === nth % ways.length);

/** Statements of a file whose others see the same kind of fault: by npm run test:all alone. */
export const rest = (statements: () => void): void => {
  if (ALL) statements();
};

/** A figure of its own for either. */
export const effort = <T>(some: T, all: T): T => (ALL ? all : some);
