// allocateFills: which fund gets which shares of which fill, so that all funds pay the same average price.
import { at, realAt } from '../at';
import { checkFills } from '../checks/checkFills';
import type { FillAnswer, FillProblem } from '../types';
import { InputError, named, oneOf, positive, whole } from '../validate';
import { type Pool, poolOf, tickFloor } from './fillPool';
import { spreadEvenly, type Takes } from './fillsEven';
import { nestRuns, type Run } from './fillsNested';
import { polish } from './fillsPolish';

type Line = FillAnswer['lines'][number];

/** Beyond so many (price, fund) pairs even spreading would print millions of lines; runs are nearly as fair. */
const MOST_PAIRS = 2e7;

/**
 * Splits fills at several prices over funds: whole shares, every fill and every fund exactly used up. `deviation`
 * is BRL against the pool's average price; it stays below the highest minus the lowest price for every fund.
 * Throws InputError naming the field, also when fills and funds do not add up to the same number of shares.
 */
export function allocateFills(problem: FillProblem): FillAnswer {
  validate(problem);
  const pool = poolOf(problem);
  const fewLines = problem.prefer === 'few-lines' || pool.levels.length * pool.funds.length > MOST_PAIRS;
  const lines = fewLines ? linesOfRuns(pool, nestRuns(pool)) : linesOfTakes(pool, evenTakes(pool));
  const { funds, worstDeviation } = checkFills(problem, lines);
  return { lines, funds, worstDeviation, lowerBound: Math.min(worstDeviation, tickFloor(pool)) };
}

function evenTakes(pool: Pool): Takes {
  const takes = spreadEvenly(pool);
  polish(pool, takes);
  return takes;
}

/** Within one price it does not matter who gets which fill, so funds follow each other (north-west rule). */
function linesOfTakes(pool: Pool, takes: Takes): Line[] {
  const lines: Line[] = [];
  const size = pool.funds.length;
  pool.levels.forEach((level, index) => {
    let fill = 0;
    let left = at(level.fills, 0).quantity;
    for (let fund = 0; fund < size; fund++) {
      for (let open = realAt(takes, index * size + fund); open > 0; ) {
        if (left === 0) left = level.fills[++fill]?.quantity ?? open;
        const shares = Math.min(open, left);
        addLine(lines, level.fills[fill]?.id, pool.funds[fund]?.id, shares);
        open -= shares;
        left -= shares;
      }
    }
  });
  return lines;
}

function linesOfRuns(pool: Pool, runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  const inOrder = [...runs].sort((a, b) => a.from - b.from);
  let run = 0;
  let index = 0;
  for (const level of pool.levels) {
    for (const fill of level.fills) {
      const end = index + fill.quantity;
      while (index < end) {
        const current = inOrder[run];
        if (!current) return lines;
        const stop = Math.min(end, current.to);
        addLine(lines, fill.id, pool.funds[current.fund]?.id, stop - index);
        index = stop;
        if (index === current.to) run++;
      }
    }
  }
  return lines;
}

function addLine(
  lines: Line[],
  fillId: string | undefined,
  fundId: string | undefined,
  shares: number,
): void {
  if (fillId !== undefined && fundId !== undefined && shares > 0) lines.push({ fillId, fundId, shares });
}

function validate(problem: FillProblem): void {
  oneOf('prefer', problem.prefer, ['price', 'few-lines']);
  named('fills', problem.fills);
  named('funds', problem.funds);
  problem.fills.forEach((fill, index) => {
    positive(`fills[${index}].price`, fill.price);
    whole(`fills[${index}].quantity`, fill.quantity);
  });
  problem.funds.forEach((fund, index) => {
    whole(`funds[${index}].shares`, fund.shares);
  });
  const bought = problem.fills.reduce((sum, fill) => sum + fill.quantity, 0);
  const wanted = problem.funds.reduce((sum, fund) => sum + fund.shares, 0);
  if (bought !== wanted) {
    throw new InputError('funds', `the funds take ${wanted} shares, the fills bring ${bought}`);
  }
  if (!Number.isSafeInteger(bought))
    throw new InputError('fills', `${bought} shares are too many to count exactly`);
}
