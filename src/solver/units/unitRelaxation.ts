// Lagrange on the share budget: the price θ of share money at which a part's cheapest units use what was executed.
import { at } from '../at';
import { chooseUnits, type UnitChoice, type Work } from './unitChoice';
import { roomFor, sharesMoney, type UnitMarket, wholeRoomFor } from './unitFund';
import type { UnitNode } from './unitNode';

/** The cheapest units just below θ* (too much share money) and just above it (too little); equal when θ* is met. */
export interface Relaxation {
  readonly theta: number;
  readonly level: number;
  readonly bound: number;
  readonly rich: Side;
  readonly scarce: Side;
}

/** One side of θ*: its units, the ties among which they were taken, and the share money it would use. */
export interface Side {
  readonly theta: number;
  readonly choice: UnitChoice;
  readonly total: number;
  readonly units: number[];
  readonly money: number;
  readonly bound: number;
}

/**
 * Share money falls as θ rises. θ* is bracketed from the closed form (all residuals equal to θ/w), then closed in by
 * secant and bisection in turn, until what is left could raise the bound by a millionth of the rounding allowance.
 * Every θ on the way gives a true bound; the best is kept.
 */
export function relax(
  market: UnitMarket,
  node: UnitNode,
  { start, precision }: { readonly start: number; readonly precision: number },
  work: Work,
): Relaxation {
  const budget = market.price * market.shares;
  const sides = (theta: number): [Side, Side] => {
    const choice = chooseUnits(market, node, theta, work);
    const rich = sideAt(market, node, choice, { theta, total: choice.lowTotal });
    return choice.highTotal === choice.lowTotal
      ? [rich, rich]
      : [rich, sideAt(market, node, choice, { theta, total: choice.highTotal })];
  };
  let rich: Side | undefined;
  let scarce: Side | undefined;
  let theta = start;
  let stride = strideOf(market, start);
  let best: Side | undefined;
  for (let step = 0; step < 120; step++) {
    const [low, high] = sides(theta);
    if (!best || low.bound > best.bound) best = low;
    if (low.money >= budget) rich = low;
    if (high.money <= budget) scarce = high;
    if (rich && scarce) {
      if (rich.theta === scarce.theta) break;
      const width = scarce.theta - rich.theta;
      const hope = 2 * width * Math.min(rich.money - budget, budget - scarce.money);
      if (hope <= precision) break;
      const along = (rich.money - budget) / (rich.money - scarce.money);
      theta = rich.theta + width * (step % 2 === 0 && along > 0 && along < 1 ? along : 0.5);
      if (theta <= rich.theta || theta >= scarce.theta) break;
    } else {
      theta += rich ? stride : -stride;
      stride *= 4;
    }
  }
  const only = best ?? sides(start)[0];
  const richSide = rich ?? scarce ?? only;
  const scarceSide = scarce ?? rich ?? only;
  return {
    theta: only.theta,
    level: only.choice.level,
    bound: only.bound,
    rich: richSide,
    scarce: scarceSide,
  };
}

/** A first step wide enough to matter: one unit spread over all funds, or a share of where we stand. */
function strideOf(market: UnitMarket, theta: number): number {
  const spread = market.funds.reduce((sum, fund) => sum + 1 / fund.weight, 0);
  return Math.max(Math.abs(theta) / 64, market.unitValue / spread / 64);
}

function sideAt(
  market: UnitMarket,
  node: UnitNode,
  choice: UnitChoice,
  { theta, total }: { readonly theta: number; readonly total: number },
): Side {
  const units = [...choice.least];
  let open = total - units.reduce((sum, count) => sum + count, 0);
  for (let fund = 0; fund < units.length; fund++) {
    const more = Math.min(open, at(choice.most, fund) - at(choice.least, fund));
    units[fund] = at(units, fund) + more;
    open -= more;
  }
  let money = 0;
  let squares = 0;
  market.funds.forEach((fund, index) => {
    const count = at(units, index);
    const isFixed = node.low[index] === node.high[index];
    const room = isFixed ? wholeRoomFor(fund, count) : roomFor(fund, count);
    const left = fund.target - market.unitValue * count;
    const own = sharesMoney(fund, left, room * market.price, theta);
    money += own;
    squares += fund.weight * (fund.target - market.unitValue * count - own) ** 2;
  });
  const bound = squares + 2 * theta * (money - market.price * market.shares);
  return { theta, choice, total, units, money, bound };
}
