// solvePrimaryCost: the cheapest mix of primary and secondary over several ETFs that share each fund's cash.
import { checkCost } from './checkCost';
import { bookOf, type CostBook, costOf } from './costBook';
import { boundCost } from './costBound';
import { modelOf } from './costModel';
import { placeShares } from './costShares';
import { validateCost } from './costValidate';
import { solveLinear } from './linearProgram';
import { remainder } from './numbers';
import type { CostAnswer, CostProblem } from './types';
import { InputError } from './validate';

const DIRECT_FUNDS = 20;
const CORE_FUNDS = 10;
const CORES = 6;
const MOST_CELLS = 1.5e9; // tableau cells touched by one run of the library, about a second's worth

interface Found {
  readonly units: number[];
  readonly shares: number[];
  readonly objective: number;
}

/**
 * Minimises fees per request + basis points on units + half spread on shares + penalty · |residual|, all executed
 * shares allocated, within caps, holdings, rationed units and each fund's cash. Up to 20 funds the mixed-integer
 * program is solved as a whole; above, Lagrange decides the clear cases and cores of ten funds the others.
 * `lowerBound` is the program's optimum with shares counted as real numbers, or Lagrange's floor where no whole
 * program was solved. Throws InputError naming the field when the input is unusable.
 */
export function solvePrimaryCost(problem: CostProblem): CostAnswer {
  validateCost(problem);
  const book = bookOf(problem);
  const relaxed = boundCost(book);
  let lowerBound = relaxed.bound;
  let best: Found | undefined;
  const everySlot = book.slots.map((_, at) => at);
  const whole = book.funds.length <= DIRECT_FUNDS ? runCore(book, everySlot, relaxed.units) : undefined;
  if (whole) {
    best = whole.found;
    lowerBound = Math.max(lowerBound, whole.bound);
  }
  if (!best) {
    best = cheaper(
      finish(book, affordable(book, relaxed.units)),
      finish(
        book,
        book.slots.map(() => 0),
      ),
    );
    const order = undecidedFirst(book, relaxed.regrets);
    for (let core = 0; core < CORES; core++) {
      const funds = new Set(order.slice((core * CORE_FUNDS) / 2, (core * CORE_FUNDS) / 2 + CORE_FUNDS));
      const slots = everySlot.filter((at) => funds.has(book.slots[at]?.fund ?? -1));
      if (slots.length === 0) break;
      best = cheaper(best, runCore(book, slots, best?.units ?? affordable(book, relaxed.units))?.found);
    }
  }
  if (!best)
    throw new InputError('executedShares', 'the executed shares do not fit the caps and cash of the funds');
  return answerOf(problem, book, best, lowerBound);
}

function cheaper(a: Found | undefined, b: Found | undefined): Found | undefined {
  return a && b ? (b.objective < a.objective ? b : a) : (a ?? b);
}

/** One run of the library on the free slots; the others keep their units. */
function runCore(
  book: CostBook,
  free: readonly number[],
  units: readonly number[],
): { readonly found: Found | undefined; readonly bound: number } | undefined {
  const scale = Math.max(...book.assets.map((asset) => asset.unitValue));
  const model = modelOf(book, { free, units });
  const cells = (model.rows.length + model.variables.length) * model.variables.length;
  const answer = solveLinear(model, Math.floor(MOST_CELLS / cells));
  if (answer.kind !== 'solved') return undefined;
  const value = (name: string): number => answer.values.get(name) ?? 0;
  const chosen = [...units];
  for (const at of free) {
    const slot = book.slots[at];
    if (!slot) continue;
    const below = Math.min(slot.unitCap, Math.floor(Math.max(0, slot.target) / slot.asset.unitValue));
    chosen[at] = value(`w${at}`) + (below + 1) * value(`z${at}`);
  }
  const plan = book.slots.map(({ asset }, at) => (value(`x${at}`) * asset.unitValue) / asset.price);
  const spread = book.assets.reduce((sum, { halfSpreadBps, price, executedShares }) => {
    return sum + (halfSpreadBps / 1e4) * price * executedShares;
  }, 0);
  return { found: finish(book, chosen, plan), bound: (answer.objective - 1e-9) * scale + spread };
}

/** Whole shares for given units; undefined when they do not fit. */
function finish(book: CostBook, units: readonly number[], plan?: readonly number[]): Found | undefined {
  const shares = placeShares(book, units, plan ?? book.slots.map(() => 0));
  if (!shares) return undefined;
  const objective = book.slots.reduce(
    (sum, slot, at) => sum + costOf(slot, shares[at] ?? 0, units[at] ?? 0),
    0,
  );
  return { units: [...units], shares, objective };
}

/** Units dropped from the smallest funds until no asset's total and no fund's cash is exceeded. */
function affordable(book: CostBook, wanted: readonly number[]): number[] {
  const units = [...wanted];
  const totals = new Map(book.assets.map((asset) => [asset, 0]));
  const spent = book.funds.map(() => 0);
  book.slots.forEach(({ asset, fund }, at) => {
    const total = totals.get(asset) ?? 0;
    const cash = (book.funds[fund]?.cash ?? Infinity) - (spent[fund] ?? 0);
    const paid = asset.side === 'BUY' ? Math.floor(cash / asset.unitValue) : Infinity;
    const count = Math.max(0, Math.min(units[at] ?? 0, (asset.maxTotalUnits ?? Infinity) - total, paid));
    units[at] = count;
    totals.set(asset, total + count);
    if (asset.side === 'BUY') spent[fund] = (spent[fund] ?? 0) + count * asset.unitValue;
  });
  return units;
}

function undecidedFirst(book: CostBook, regrets: readonly number[]): number[] {
  const least = book.funds.map(() => Infinity);
  book.slots.forEach(({ fund }, at) => {
    least[fund] = Math.min(least[fund] ?? Infinity, regrets[at] ?? Infinity);
  });
  const order = least.map((_, fund) => fund);
  return order.sort((a, b) => (least[a] ?? 0) - (least[b] ?? 0) || a - b);
}

function answerOf(problem: CostProblem, book: CostBook, best: Found, floor: number): CostAnswer {
  const rows = new Map(
    book.slots.map((slot, at) => [`${book.funds[slot.fund]?.id ?? ''}\n${slot.asset.id}`, { slot, at }]),
  );
  const positions = problem.funds.flatMap((fund) =>
    fund.positions.flatMap((position) => {
      const row = rows.get(`${fund.id}\n${position.asset}`);
      if (!row) return [];
      const { asset } = row.slot;
      const shares = best.shares[row.at] ?? 0;
      const units = best.units[row.at] ?? 0;
      const residual = remainder(remainder(position.target, asset.unitValue, units), asset.price, shares);
      return [
        { fund: fund.id, asset: asset.id, shares, units, residual, cost: costOf(row.slot, shares, units) },
      ];
    }),
  );
  checkCost(problem, positions);
  const lowerBound = Math.min(best.objective, floor);
  return { positions, objective: best.objective, lowerBound, gap: best.objective - lowerBound };
}
