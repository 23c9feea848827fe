// solvePrimaryCost: the cheapest mix of primary and secondary over several ETFs that share each fund's cash.
import { at } from '../at';
import { checkCost } from '../checks/checkCost';
import { checkFloor } from '../checks/checkFloor';
import { remainder } from '../numbers';
import type { Budget, CostAnswer, CostProblem } from '../types';
import { InputError } from '../validate';
import { type Book, bookOf, costOf, isSmall, spend, totalCost } from './book';
import { Branching, SETTLED } from './branch';
import { marketsOf } from './seats';
import { validateCost } from './validateCost';

/** Work is counted in numbers looked at, so that a limit means the same on every machine; this many take about a second of CPU here
 * (`npm run bench -- work`), and two to three seconds on Google's servers. */
export const WORK_A_SECOND = 2e8;

const USUAL_SECONDS = 8;

interface Found {
  /** By slot of the book. */
  readonly units: number[];
  readonly shares: number[];
  readonly floor: number;
  readonly end: CostAnswer['end'];
}

/**
 * Minimises, in BRL: fees per request + basis points on units + half spread on shares + penalty · |residual|. All executed shares are
 * allocated, within caps, holdings, rationed units and each fund's cash.
 * `lowerBound` is a floor under every answer, even one that divides shares (a fund still takes no more of an ETF than whole shares fit);
 * `gap` is what is left unproven, and `end` says why the search ended (see CostAnswer).
 * @throws InputError naming the field for unusable input; with two different sentences where the executed shares certainly fit nowhere,
 * and where no fitting split was found though there may be one
 */
export function solvePrimaryCost(problem: CostProblem, budget: Budget = {}): CostAnswer {
  validateCost(problem);
  const book = bookOf(problem);
  let found = search(book, budget, isSmall(book));
  // Funds that can pay for all they want may still run short where several ETFs leave them more than that.
  if (typeof found === 'string' || !isPaid(book, found)) found = search(book, budget, true);
  if (typeof found === 'string') throw new InputError('executedShares', NO_ANSWER[found]);
  return answerOf(problem, book, found);
}

/** Why there is no answer: it is certain that none is, or none was found. */
type None = 'refuted' | 'missed';

const NO_ANSWER: Readonly<Record<None, string>> = {
  refuted: 'the executed shares do not fit the caps and cash of the funds',
  missed:
    'no split of the executed shares was found that fits the caps and cash of the funds, though there may be one: a little more cash for one of them leaves room',
};

/** Every market once, then always the one with the widest gap. */
function search(book: Book, budget: Budget, careful: boolean): Found | None {
  const work = { done: 0 };
  const most = budget.work ?? (budget.isSpent ? Infinity : USUAL_SECONDS * WORK_A_SECOND);
  let end: CostAnswer['end'] = 'proven';
  const isSpent = (): boolean => {
    if (end === 'proven' && work.done >= most) end = 'work';
    else if (end === 'proven' && budget.isSpent?.()) end = 'time';
    return end !== 'proven';
  };
  const markets = marketsOf(book, careful).map((market) => ({ market, tree: new Branching(market, work) }));
  for (let isFirst = true; isFirst || !isSpent(); isFirst = false) {
    const open = markets.filter(({ tree }) => !tree.isDone).sort((a, b) => b.tree.gap - a.tree.gap);
    if (open.length === 0) break;
    for (const { tree } of isFirst ? open : open.slice(0, 1)) tree.plunge(isSpent);
  }
  const [units, shares] = [book.slots.map(() => 0), book.slots.map(() => 0)];
  let [floor, cost] = [0, 0];
  if (markets.some(({ tree }) => tree.isRefuted)) return 'refuted';
  for (const { market, tree } of markets) {
    tree.finish();
    if (!tree.best) return 'missed';
    if (tree.claim) checkFloor(tree.claim);
    floor += tree.floor;
    cost += tree.best.cost;
    for (const [own, slot] of market.origin.entries()) {
      units[slot] = at(tree.best.units, own);
      shares[slot] = at(tree.best.shares, own);
    }
  }
  if (markets.every(({ tree }) => tree.isDone))
    end = cost - floor <= SETTLED * Math.abs(cost) + 1e-6 ? 'proven' : 'searched';
  return { units, shares, end, floor: Math.max(0, floor) }; // no cost is below zero
}

function isPaid(book: Book, { units, shares }: Found): boolean {
  const left = book.funds.map(({ cash }) => cash * (1 + 1e-12) + 1e-6);
  book.slots.forEach((slot, index) => {
    left[slot.fund] = at(left, slot.fund) - spend(slot, at(shares, index), at(units, index));
  });
  return left.every((cash) => cash >= 0);
}

function answerOf(problem: CostProblem, book: Book, { units, shares, floor, end }: Found): CostAnswer {
  const indexOf = new Map(
    book.slots.map((slot, index) => [`${at(book.funds, slot.fund).id}\n${slot.asset.id}`, index]),
  );
  const positions = problem.funds.flatMap((fund) =>
    fund.positions.map(({ asset: id, target }) => {
      const index = indexOf.get(`${fund.id}\n${id}`) ?? -1;
      const slot = at(book.slots, index);
      const own = { shares: at(shares, index), units: at(units, index) };
      const { price, unitValue } = slot.asset;
      const residual = remainder(remainder(target, unitValue, own.units), price, own.shares);
      return { fund: fund.id, asset: id, ...own, residual, cost: costOf(slot, own.shares, own.units) };
    }),
  );
  checkCost(problem, positions);
  const objective = totalCost(book, shares, units);
  const lowerBound = Math.min(objective, floor);
  return { positions, objective, lowerBound, gap: objective - lowerBound, end };
}
