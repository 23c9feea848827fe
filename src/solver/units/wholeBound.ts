// Lagrange with whole shares: at a price for shares and one for units every fund takes its best whole numbers of both.
// With whole shares the bound meets the best split itself once units are settled, where real ones leave their rounding.
import { at } from '../at';
import { remainder } from '../numbers';
import type { Work } from './unitChoice';
import { type UnitFund, type UnitMarket, wholeRoomFor } from './unitFund';
import type { UnitNode } from './unitNode';

/** No split of the part costs less than the bound; `units` are what the funds would take at these prices. */
export interface WholeBound {
  readonly theta: number;
  readonly level: number;
  readonly bound: number;
  readonly units: readonly number[];
}

/** A way to change both prices. */
interface Way {
  readonly theta: number;
  readonly level: number;
}

interface Point extends WholeBound {
  /** The bound's slopes in the two prices. */
  readonly slope: Way;
}

interface Best {
  readonly units: number;
  readonly shares: number;
  readonly cost: number;
}

const ROUNDS = 2;
const DOUBLINGS = 30;
const HALVINGS = 20;

/** `held` are the shares of some split: costs count from there, so that no small number drowns in a large one. */
export class WholeBounds {
  private readonly gentle: number;

  constructor(
    private readonly market: UnitMarket,
    private readonly held: readonly number[],
    private readonly work: Work,
  ) {
    const weights = market.funds.map((fund) => fund.weight);
    this.gentle = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  }

  /**
   * The highest bound near given prices: it is concave in both. A unit is worth as many shares as it holds, so the two
   * prices move together along its ridge; then each of them alone.
   */
  of(node: UnitNode, theta: number, level: number): WholeBound {
    const { price, unitValue } = this.market;
    const stride = this.gentle * price;
    const ways = [
      { theta: stride, level: -2 * unitValue * stride },
      { theta: 0, level: stride * price },
      { theta: stride, level: 0 },
    ];
    let best = this.at(node, theta, level);
    for (let round = 0; round < ROUNDS; round++) {
      const before = best.bound;
      for (const way of ways) {
        const from = best;
        best = climb(from, way, (step) =>
          this.at(node, from.theta + step * way.theta, from.level + step * way.level),
        );
      }
      if (best.bound <= before) break;
    }
    return best;
  }

  private at(node: UnitNode, theta: number, level: number): Point {
    const { funds, price } = this.market;
    const total = level < 0 ? node.highTotal : node.lowTotal;
    let [bound, moved, taken] = [level === 0 ? 0 : level * total, 0, 0];
    const units = funds.map((fund, index) => {
      const held = at(this.held, index);
      const [low, high] = [at(node.low, index), at(node.high, index)];
      let best: Best = { units: low, shares: held, cost: Infinity };
      for (let count = low; count <= high; count++) {
        const own = this.bestAt(fund, count, theta, held);
        const cost = own.cost - level * count;
        if (cost < best.cost) best = { units: count, shares: own.shares, cost };
      }
      this.work.done += high - low + 1;
      bound += best.cost;
      moved += best.shares - held;
      taken += best.units;
      return best.units;
    });
    return { theta, level, bound, units, slope: { theta: 2 * price * moved, level: total - taken } };
  }

  /** The best whole lots beside given units, with or without the odd lot. */
  private bestAt(
    fund: UnitFund,
    units: number,
    theta: number,
    held: number,
  ): { shares: number; cost: number } {
    const { price, unitValue, lot, shares: executed } = this.market;
    const own = remainder(fund.target, unitValue, units);
    const room = wholeRoomFor(fund, units);
    const ideal = (own - theta / fund.weight) / price;
    let best = { shares: held, cost: Infinity };
    for (const odd of executed % lot === 0 ? [0] : [0, executed % lot]) {
      const most = Math.floor((room - odd) / lot);
      const below = Math.floor((ideal - odd) / lot);
      for (const lots of [below, below + 1]) {
        if (most < 0) continue;
        const shares = Math.max(0, Math.min(most, lots)) * lot + odd;
        const cost = fund.weight * remainder(own, price, shares) ** 2 + 2 * theta * price * (shares - held);
        if (cost < best.cost) best = { shares, cost };
      }
    }
    return best;
  }
}

/** To the top along a way: first ever longer steps uphill, then halves. */
function climb(from: Point, way: Way, pointAt: (step: number) => Point): Point {
  const uphillAt = ({ slope }: Point): number => Math.sign(slope.theta * way.theta + slope.level * way.level);
  const uphill = uphillAt(from);
  if (uphill === 0) return from;
  let [best, near, far] = [from, 0, uphill];
  const look = (step: number): boolean => {
    const point = pointAt(step);
    if (point.bound > best.bound) best = point;
    return uphillAt(point) === uphill;
  };
  for (let step = 0; step < DOUBLINGS && look(far); step++) [near, far] = [far, 2 * far];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (near + far) / 2;
    if (look(middle)) near = middle;
    else far = middle;
  }
  return best;
}
