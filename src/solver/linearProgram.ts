// The one guarded face of javascript-lp-solver: it may loop, call feasible models infeasible or answer in fractions,
// so it is given a pivot budget and no answer of its leaves without an independent check.
import library from 'javascript-lp-solver';

/** Minimise Σ cost·x over x ≥ 0. Keep coefficients near 1: the library misjudges raw BRL magnitudes. */
export interface LinearProgram {
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
}

export interface Variable {
  readonly name: string;
  readonly cost: number;
  readonly whole?: boolean;
  readonly atMost?: number;
}

export interface Row {
  readonly terms: readonly { readonly variable: string; readonly factor: number }[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** 'gave-up' carries the reason: the budget ran out, or the library's answer failed the check. */
export type LinearAnswer =
  | { readonly kind: 'solved'; readonly values: ReadonlyMap<string, number>; readonly objective: number }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'gave-up'; readonly reason: string };

const RESERVED = ['cost', 'result', 'feasible', 'bounded', 'isIntegral', 'midpoint', 'ranges', 'vertices'];
const TOLERANCE = 1e-7;

class OutOfPivots extends Error {}

/**
 * Solves with at most `pivots` pivots. 'infeasible' is the library's word and not proof. Throws on names the library
 * would confuse with its own keys.
 */
export function solveLinear(program: LinearProgram, pivots = 20_000): LinearAnswer {
  rejectNames(program);
  let answer: ReadonlyMap<string, unknown>;
  try {
    answer = withBudget(pivots, () => entriesOf(library.Solve(modelOf(program), 1e-9)));
  } catch (error) {
    if (error instanceof OutOfPivots) return { kind: 'gave-up', reason: `no answer within ${pivots} pivots` };
    throw error;
  }
  if (answer.get('feasible') !== true) return { kind: 'infeasible' };
  if (answer.get('bounded') === false) return { kind: 'gave-up', reason: 'the model is unbounded' };
  const values = new Map<string, number>();
  for (const { name, whole } of program.variables) {
    const value = answer.get(name) ?? 0; // zeros are left out of the library's answer
    if (typeof value !== 'number' || !Number.isFinite(value))
      return { kind: 'gave-up', reason: `${name} has no value` };
    const nearest = Math.round(value);
    if (whole && Math.abs(value - nearest) > TOLERANCE)
      return { kind: 'gave-up', reason: `${name} is fractional` };
    values.set(name, whole ? nearest : value);
  }
  const broken = firstBroken(program, values);
  if (broken) return { kind: 'gave-up', reason: broken };
  const objective = program.variables.reduce(
    (sum, { name, cost }) => sum + cost * (values.get(name) ?? 0),
    0,
  );
  return { kind: 'solved', values, objective };
}

function entriesOf(answer: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof answer === 'object' && answer !== null ? Object.entries(answer) : []);
}

/** The library reads its clock only between nodes; counting its pivots ends it from inside, on any machine alike. */
function withBudget<Result>(pivots: number, run: () => Result): Result {
  const tableau = library.Tableau.prototype;
  const { pivot, simplex } = tableau;
  let left = pivots;
  const spend = (): void => {
    if (--left < 0) throw new OutOfPivots();
  };
  tableau.pivot = function (row, column) {
    spend();
    pivot.call(this, row, column);
  };
  tableau.simplex = function () {
    spend();
    return simplex.call(this);
  };
  try {
    return run();
  } finally {
    tableau.pivot = pivot;
    tableau.simplex = simplex;
    library.lastSolvedModel = null;
  }
}

/** Row names are ours alone, so none can be mistaken for the objective. Presolve and cuts stay off: both are wrong. */
function modelOf(program: LinearProgram): Parameters<typeof library.Solve>[0] {
  const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  for (const { name, cost, whole, atMost } of program.variables) {
    const column: Record<string, number> = { cost };
    if (atMost !== undefined) {
      constraints[`most ${name}`] = { max: atMost };
      column[`most ${name}`] = 1;
    }
    variables[name] = column;
    if (whole) ints[name] = 1;
  }
  program.rows.forEach(({ terms, atLeast, atMost }, at) => {
    const row = `row ${at}`;
    if (atLeast !== undefined && atLeast === atMost) constraints[row] = { equal: atLeast };
    else {
      constraints[row] = {
        ...(atLeast === undefined ? {} : { min: atLeast }),
        ...(atMost === undefined ? {} : { max: atMost }),
      };
    }
    for (const { variable, factor } of terms) {
      const column = variables[variable];
      if (column) column[row] = (column[row] ?? 0) + factor;
    }
  });
  const options = {
    presolve: false,
    nodeSelection: 'hybrid',
    branching: 'pseudocost',
    useMIRCuts: false,
  } as const;
  return { optimize: 'cost', opType: 'min', constraints, variables, ints, options };
}

function rejectNames(program: LinearProgram): void {
  const names = new Set<string>();
  for (const { name } of program.variables) {
    if (RESERVED.includes(name)) throw new Error(`variables: ${name} is a word the library uses itself`);
    if (names.has(name)) throw new Error(`variables: ${name} appears twice`);
    names.add(name);
  }
  for (const { terms } of program.rows) {
    for (const { variable } of terms)
      if (!names.has(variable)) throw new Error(`rows: there is no variable ${variable}`);
  }
}

/** Every bound and every row, from the values alone; undefined when all hold. */
function firstBroken(program: LinearProgram, values: ReadonlyMap<string, number>): string | undefined {
  for (const { name, atMost = Infinity } of program.variables) {
    const value = values.get(name) ?? 0;
    if (value < -TOLERANCE || value > atMost + TOLERANCE * (1 + Math.abs(atMost)))
      return `${name} = ${value} is out of bounds`;
  }
  for (const [at, { terms, atLeast = -Infinity, atMost = Infinity }] of program.rows.entries()) {
    let [total, size] = [0, 1];
    for (const { variable, factor } of terms) {
      const part = factor * (values.get(variable) ?? 0);
      total += part;
      size = Math.max(size, Math.abs(part));
    }
    const slack = TOLERANCE + 1e-9 * size;
    if (total < atLeast - slack || total > atMost + slack) return `row ${at} is broken`;
  }
  return undefined;
}
