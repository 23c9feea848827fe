// Exchange moves on a choice of units, at the master's prices: some seats change their plans together so that what they
// need meets what was executed. A move costs its plan's reduced cost and what demand it leaves open or exceeds.
import { at, realAt } from '../at';
import { realCost, roomWithin } from './corners';
import type { Prices } from './hull';
import type { Market, Seat } from './seats';
import type { Work } from './work';

/** What a seat costs with given units at the prices, and the share money it takes then, BRL by pool. */
interface Taken {
  readonly cost: number;
  readonly use: Float64Array;
}

/** Other units for some slots of a seat, and what that changes. */
interface Move extends Taken {
  readonly seat: number;
  readonly slots: readonly number[];
  readonly units: readonly number[];
}

/** Moves of different seats taken together; the score is their cost with what demand they miss. */
interface Chain extends Taken {
  readonly moves: readonly Move[];
  readonly score: number;
}

/** A chain with one more move. */
interface Grown {
  readonly chain: Chain;
  readonly move: Move;
  readonly score: number;
}

const WIDTHS = [1, 150, 60]; // chains that are made longer by one more move
const MOST_CHAINS = Math.max(...WIDTHS);
const MOST_GROWN = 600;
const MOST_NEAR = 4_000;
const MOST_OFFERS = 12;
const STEPS = [-1, 1, -2, 2];
const FEW_SLOTS = 12; // of a seat: beyond, no two of them change together

export class Exchange {
  private readonly seats: readonly Seat[];

  constructor(
    private readonly market: Market,
    private readonly work: Work,
  ) {
    this.seats = market.seats.flatMap((seat) =>
      seat.cash < Infinity ? [seat] : seat.slots.map((slot): Seat => ({ slots: [slot], cash: Infinity })),
    );
  }

  /** Choices of units near a given one that should cost less, the most promising first. */
  from(units: readonly number[], prices: Prices): number[][] {
    const { assets } = this.market.book;
    const open = Float64Array.from(assets, ({ price, executedShares }) => price * executedShares);
    const moves: Move[] = [];
    this.seats.forEach((seat, index) => {
      const own = seat.slots.map((slot) => at(units, slot));
      const now = this.taken(seat, own, prices);
      for (let pool = 0; pool < open.length; pool++) open[pool] = realAt(open, pool) - realAt(now.use, pool);
      for (const parts of changesOf(own, this.capsOf(seat))) {
        const then = [...own];
        for (const { part, count } of parts) then[part] = count;
        const plan = this.taken(seat, then, prices);
        if (plan.cost === Infinity) continue;
        moves.push({
          seat: index,
          slots: parts.map(({ part }) => at(seat.slots, part)),
          units: parts.map(({ count }) => count),
          cost: plan.cost - now.cost,
          use: plan.use.map((money, pool) => money - realAt(now.use, pool)),
        });
      }
    });
    this.work.done += moves.length * 20;
    return this.chains(moves, new Miss(this.market, prices, open)).map(({ moves: chain }) =>
      changed(units, chain),
    );
  }

  /** Beam search: the best single moves, then the best pairs and triples that begin with the best so far. */
  private chains(moves: readonly Move[], miss: Miss): Chain[] {
    const use = new Float64Array(this.market.book.assets.length);
    const none: Chain = { moves: [], cost: 0, use, score: miss.begin(use).with(use) };
    const limit = none.score - 1e-9;
    const near = moves.filter(({ cost }) => cost < limit).sort((a, b) => a.cost - b.cost);
    near.length = Math.min(near.length, MOST_NEAR);
    let chains: readonly Chain[] = [none];
    const found: Chain[] = [];
    for (const width of WIDTHS) {
      chains = this.grown(chains.slice(0, width), near, miss, limit);
      found.push(...chains.slice(0, MOST_OFFERS).filter(({ score }) => score < limit));
    }
    return found.sort((a, b) => a.score - b.score).slice(0, MOST_OFFERS);
  }

  /** Every chain with every move of another seat: the best of them, the best first. */
  private grown(chains: readonly Chain[], near: readonly Move[], miss: Miss, limit: number): Chain[] {
    const grown: Grown[] = [];
    let worst = Infinity;
    for (const chain of chains) {
      miss.begin(chain.use);
      for (const move of near) {
        const cost = chain.cost + move.cost;
        if (cost >= limit || cost >= worst) break;
        this.work.done += move.use.length;
        const score = cost + miss.with(move.use);
        if (score >= worst || chain.moves.some((other) => other.seat === move.seat)) continue;
        grown.push({ chain, move, score });
        if (grown.length < MOST_GROWN) continue;
        grown.sort((a, b) => a.score - b.score);
        grown.length = MOST_CHAINS;
        worst = at(grown, grown.length - 1).score;
      }
    }
    grown.sort((a, b) => a.score - b.score);
    return grown.slice(0, MOST_CHAINS).map(({ chain, move, score }) => ({
      moves: [...chain.moves, move],
      cost: chain.cost + move.cost,
      use: chain.use.map((money, pool) => money + realAt(move.use, pool)),
      score,
    }));
  }

  private capsOf(seat: Seat): number[] {
    return seat.slots.map((slot) => at(this.market.book.slots, slot).unitCap);
  }

  /** Cash goes where a BRL saves most; the cost is Infinity when it does not pay for the units. */
  private taken(seat: Seat, units: readonly number[], prices: Prices): Taken {
    const { book } = this.market;
    const use = new Float64Array(book.assets.length);
    let [cost, left] = [0, seat.cash];
    const steps: { slope: number; most: number; pool: number }[] = [];
    seat.slots.forEach((index, own) => {
      const { asset } = at(book.slots, index);
      if (asset.side === 'BUY') left -= asset.unitValue * at(units, own);
    });
    if (left < -1e-6) return { cost: Infinity, use };
    const paid = left;
    seat.slots.forEach((index, own) => {
      const slot = at(book.slots, index);
      const { asset, pool } = slot;
      const count = at(units, own);
      const { need, room } = roomWithin(slot, count, paid);
      cost += realCost(slot, count, 0);
      const slope = asset.halfSpreadBps / 1e4 - realAt(prices.share, pool) / asset.unitValue;
      if (need > 0) steps.push({ slope: slope - asset.residualPenalty, most: need, pool });
      if (room > need) steps.push({ slope: slope + asset.residualPenalty, most: room - need, pool });
    });
    steps.sort((a, b) => a.slope - b.slope);
    for (const { slope, most, pool } of steps) {
      if (slope >= 0 || left <= 0) break;
      const money = Math.min(most, left);
      cost += slope * money;
      use[pool] = realAt(use, pool) + money;
      left -= money;
    }
    return { cost, use };
  }
}

/** What open or exceeded demand costs, beside what the prices have charged already. */
export class Miss {
  private readonly over: Float64Array;
  private readonly under: Float64Array;
  /** What the chain at hand leaves open. */
  private readonly left: Float64Array;

  constructor(
    { book }: Market,
    prices: Prices,
    private readonly open: Float64Array,
  ) {
    const price = book.assets.map(({ unitValue, halfSpreadBps }, pool) => {
      return realAt(prices.share, pool) / unitValue - halfSpreadBps / 1e4;
    });
    const costs = (sign: number): Float64Array =>
      Float64Array.from(book.assets, ({ residualPenalty }, pool) =>
        Math.max(0, residualPenalty + sign * at(price, pool)),
      );
    this.left = open.slice();
    this.over = costs(-1);
    this.under = costs(1);
  }

  /** Beside what a chain takes, */
  begin(use: Float64Array): this {
    for (let pool = 0; pool < use.length; pool++)
      this.left[pool] = realAt(this.open, pool) - realAt(use, pool);
    return this;
  }

  /** a move takes so much more. */
  with(more: Float64Array): number {
    const { left, over, under } = this;
    let cost = 0;
    for (let pool = 0; pool < left.length; pool++) {
      const open = realAt(left, pool) - realAt(more, pool);
      cost += open > 0 ? realAt(over, pool) * open : -realAt(under, pool) * open;
    }
    return cost;
  }
}

interface Change {
  readonly part: number;
  readonly count: number;
}

/** Units of one slot up or down, or to none; of two slots of a small seat by one each. */
function changesOf(own: readonly number[], caps: readonly number[]): Change[][] {
  const changes: Change[][] = [];
  const allowed = (part: number, count: number): boolean => {
    return count >= 0 && count <= at(caps, part) && count !== at(own, part);
  };
  own.forEach((before, part) => {
    for (const count of new Set([...STEPS.map((step) => before + step), 0]))
      if (allowed(part, count)) changes.push([{ part, count }]);
    for (let other = part + 1; other < own.length && own.length <= FEW_SLOTS; other++)
      for (const a of [before - 1, before + 1])
        for (const b of [at(own, other) - 1, at(own, other) + 1])
          if (allowed(part, a) && allowed(other, b))
            changes.push([
              { part, count: a },
              { part: other, count: b },
            ]);
  });
  return changes;
}

function changed(units: readonly number[], moves: readonly Move[]): number[] {
  const other = [...units];
  for (const move of moves)
    move.slots.forEach((slot, own) => {
      other[slot] = at(move.units, own);
    });
  return other;
}
