// solvePrimaryCost: the cheapest mix of primary and secondary over several ETFs that share each fund's cash.
import { checkCost } from '../checks/checkCost';
import { remainder } from '../numbers';
import type { CostAnswer, CostProblem } from '../types';
import { InputError } from '../validate';
import { bookOf, type CostBook, costOf } from './costBook';
import { cheaper, chooseEach, type Found, finish, fundsShortOfCash, improve } from './costSteps';
import { chooseExactly, chooseTogether } from './costTogether';
import { validateCost } from './costValidate';

const FEW_SLOTS = 16; // beyond, the library seldom ends within its budget
const CLOSE = 1e-4; // of the cost: nothing to be won by proving more

/**
 * Minimises fees per request + basis points on units + half spread on shares + penalty · |residual|, all executed
 * shares allocated, within caps, holdings, rationed units and each fund's cash. Assets meet only in the cash of funds
 * that buy several: without such a fund each asset is searched alone, and the sum of their floors is a floor. Where
 * cash does bind across assets they are chosen together, and for a few funds the mixed-integer program decides.
 * `lowerBound` counts shares as real numbers. Throws InputError naming the field for unusable input.
 */
export function solvePrimaryCost(problem: CostProblem): CostAnswer {
  validateCost(problem);
  const book = bookOf(problem);
  const alone = chooseEach(book, (slot) => book.funds[slot.fund]?.cash ?? Infinity);
  let lowerBound = alone.bound;
  let best = finish(book, alone.units);
  if (!best || fundsShortOfCash(book, alone.units).size > 0) {
    const together = chooseTogether(book);
    best = cheaper(best, together.found);
    lowerBound = Math.max(lowerBound, together.bound);
    // No unit at all leaves the most cash for shares.
    best ??= improve(
      book,
      finish(
        book,
        book.slots.map(() => 0),
      ),
    );
    const isOpen = !best || best.objective - lowerBound > CLOSE * best.objective;
    const exact = isOpen && book.slots.length <= FEW_SLOTS ? chooseExactly(book) : undefined;
    best = cheaper(best, exact?.found);
    lowerBound = Math.max(lowerBound, exact?.bound ?? lowerBound);
  }
  if (!best)
    throw new InputError('executedShares', 'the executed shares do not fit the caps and cash of the funds');
  return answerOf(problem, book, best, lowerBound);
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
