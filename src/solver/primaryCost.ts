// solvePrimaryCost: the cheapest mix of primary and secondary over several ETFs that share each fund's cash.
import { checkCost } from './checkCost';
import { bookOf, type CostBook, costOf, type Slot, spend } from './costBook';
import { modelOf } from './costModel';
import { optionsOf } from './costOptions';
import { chooseFor } from './costSearch';
import { placeShares } from './costShares';
import { validateCost } from './costValidate';
import { solveLinear } from './linearProgram';
import { remainder } from './numbers';
import type { CostAnswer, CostProblem } from './types';
import { InputError } from './validate';

const DIRECT_FUNDS = 20;
const CORE_FUNDS = 10;
const MOST_CELLS = 1.5e9; // tableau cells touched by one run of the library, about a second's worth

interface Found {
  readonly units: number[];
  readonly shares: number[];
  readonly objective: number;
}

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
    best = cheaper(best, cheaper(finish(book, parted.units), finish(book, affordable(book, alone.units))));
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

/** Every asset by itself, each slot with the cash it is told. */
function chooseEach(
  book: CostBook,
  cashOf: (slot: Slot) => number,
): { readonly units: number[]; readonly bound: number } {
  const units = book.slots.map(() => 0);
  let bound = 0;
  for (const asset of book.assets) {
    const own = book.slots.flatMap((slot, at) => (slot.asset === asset ? [{ slot, at }] : []));
    const demand = asset.price * asset.executedShares;
    const options = own.map(({ slot }) => optionsOf(slot, cashOf(slot)));
    const choice = { options, penalty: asset.residualPenalty, demand, most: asset.maxTotalUnits ?? Infinity };
    const chosen = chooseFor(choice, asset.price / (8 * own.length + 8));
    own.forEach(({ at }, index) => {
      units[at] = chosen.units[index] ?? 0;
    });
    bound += chosen.bound + (asset.halfSpreadBps / 1e4 - asset.residualPenalty) * demand;
  }
  return { units, bound };
}

/** Funds whose units and open targets together cost more than they have: where assets compete for cash. */
function fundsShortOfCash(book: CostBook, units: readonly number[]): Set<number> {
  const wanted = book.funds.map(() => 0);
  book.slots.forEach((slot, at) => {
    const count = units[at] ?? 0;
    const open = Math.max(0, slot.target - slot.asset.unitValue * count) / slot.asset.price;
    wanted[slot.fund] = (wanted[slot.fund] ?? 0) + spend(slot, Math.min(open, slot.shareCap), count);
  });
  return new Set(book.funds.flatMap(({ cash }, fund) => ((wanted[fund] ?? 0) > cash ? [fund] : [])));
}

/** A fund's cash parted over what it buys, pro rata to target. */
function partOfCash(book: CostBook, slot: Slot): number {
  const cash = book.funds[slot.fund]?.cash ?? Infinity;
  if (cash === Infinity || slot.asset.side === 'SELL') return Infinity;
  const targets = book.slots.filter(({ fund, asset }) => fund === slot.fund && asset.side === 'BUY');
  const wanted = targets.reduce((sum, { target }) => sum + Math.max(0, target), 0);
  return wanted > 0 ? (cash * Math.max(0, slot.target)) / wanted : cash;
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
