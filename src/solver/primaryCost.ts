// solvePrimaryCost: the cheapest mix of primary and secondary over several ETFs that share each fund's cash.
import { checkCost } from './checkCost';
import { bookOf, type CostBook, costOf } from './costBook';
import { modelOf } from './costModel';
import {
  affordable,
  cheaper,
  chooseEach,
  type Found,
  finish,
  fundsShortOfCash,
  improve,
  partOfCash,
} from './costSteps';
import { validateCost } from './costValidate';
import { solveLinear } from './linearProgram';
import { remainder } from './numbers';
import type { CostAnswer, CostProblem } from './types';
import { InputError } from './validate';

const DIRECT_FUNDS = 20;
const CORE_FUNDS = 10;
const MOST_CELLS = 1.5e9; // tableau cells touched by one run of the library, about a second's worth

/**
 * Minimises fees per request + basis points on units + half spread on shares + penalty · |residual|, all executed
 * shares allocated, within caps, holdings, rationed units and each fund's cash. Assets meet only in the cash of funds
 * that buy several: without such a fund each asset is searched alone, and the sum of their floors is a floor. Where
 * cash does bind across assets the mixed-integer program decides, whole up to 20 funds, above for the funds that
 * lack cash. `lowerBound` counts shares as real numbers. Throws InputError naming the field for unusable input.
 */
export function solvePrimaryCost(problem: CostProblem): CostAnswer {
  validateCost(problem);
  const book = bookOf(problem);
  const alone = chooseEach(book, (slot) => book.funds[slot.fund]?.cash ?? Infinity);
  let lowerBound = alone.bound;
  let best = finish(book, alone.units);
  const short = fundsShortOfCash(book, alone.units);
  if (!best || short.size > 0) {
    const parted = chooseEach(book, (slot) => partOfCash(book, slot));
    best = cheaper(best, improve(book, finish(book, parted.units)));
    best = cheaper(best, improve(book, finish(book, affordable(book, alone.units))));
    best = cheaper(
      best,
      finish(
        book,
        book.slots.map(() => 0),
      ),
    );
    const isWhole = book.funds.length <= DIRECT_FUNDS;
    const core = new Set(isWhole ? book.funds.keys() : [...short].slice(0, CORE_FUNDS));
    const free = book.slots.flatMap(({ fund }, at) => (core.has(fund) ? [at] : []));
    const run = runCore(book, free, best?.units ?? parted.units);
    best = cheaper(best, run?.found);
    if (run && isWhole) lowerBound = Math.max(lowerBound, run.bound);
  }
  if (!best)
    throw new InputError('executedShares', 'the executed shares do not fit the caps and cash of the funds');
  return answerOf(problem, book, best, lowerBound);
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
