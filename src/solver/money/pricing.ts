// The best plan of one seat at given prices: a knapsack of its cash with one choice a slot and shares in any amount.
import { at, realAt, wholeAt } from '../at';
import { type Book, type Slot, spend } from './book';
import { besideShares, type SlotBounds, sharesOf } from './bounds';
import { type Bounds, openBeside, realCost, roomBeside } from './corners';
import { type Filling, fill } from './filling';
import { cashOf, Hull, type Prices, rangeOf } from './hull';
import { KnownCorners } from './knownCorners';
import type { Seat } from './seats';
import type { Work } from './work';

/** All a seat holds, by its slots: whole units, and share money in units. */
export interface Plan {
  readonly units: Int32Array;
  readonly money: Float64Array;
  readonly open: Float64Array;
  /** BRL, before prices. */
  readonly cost: number;
}

/**
 * The cheapest plan found, its cost less what it earns at the prices, and a floor under every plan's. The plan's lists are the
 * pricing's own, and longer than the seat: who keeps a plan copies it.
 */
export interface Priced {
  readonly plan: Plan;
  readonly cost: number;
  readonly floor: number;
}

interface Asked {
  readonly seat: Seat;
  readonly bounds: SlotBounds;
  readonly prices: Prices;
}

const MOST_NODES = 400;
const HAIR = 1e-9;
const ROUNDING = 1e-13;

export class Pricing {
  private readonly corners: KnownCorners;
  /** Hulls to be made anew; so many of them are in use. */
  private readonly spare: Hull[] = [];
  private used = 0;
  private readonly reached: Int32Array;
  private hulls: Hull[] = [];
  /** What the best plan so far costs at the prices, and before them. */
  private best = Infinity;
  private own = 0;
  private readonly plan: Plan;
  private floor = Infinity;
  private nodes = 0;

  constructor(
    private readonly book: Book,
    private readonly work: Work,
  ) {
    this.corners = new KnownCorners(book);
    this.reached = new Int32Array(book.slots.length);
    const size = book.slots.length;
    this.plan = {
      units: new Int32Array(size),
      money: new Float64Array(size),
      open: new Float64Array(size),
      cost: 0,
    };
  }

  /** Undefined when the bounds ask for more units than the seat can pay. */
  cheapest(seat: Seat, bounds: SlotBounds, prices: Prices): Priced | undefined {
    this.best = Infinity;
    this.floor = Infinity;
    this.nodes = 0;
    this.used = 0;
    this.hulls.length = 0;
    const asked = { seat, bounds, prices };
    for (const slot of seat.slots)
      this.hulls.push(
        this.hullOf(asked, slot, { low: wholeAt(bounds.low, slot), high: wholeAt(bounds.high, slot) }),
      );
    if (seat.cash === Infinity) this.takeAll(seat);
    else this.search(asked);
    const { best, own } = this;
    if (best === Infinity) return undefined;
    const floor = Math.min(best, this.floor) - ROUNDING * (1 + Math.abs(best));
    return { plan: { ...this.plan, cost: own }, cost: best, floor };
  }

  private hullOf({ seat, bounds, prices }: Asked, index: number, units: Bounds): Hull {
    const slot = at(this.book.slots, index);
    const corners = this.corners.of(index, units, bounds, seat.cash);
    let hull = this.spare[this.used++];
    if (!hull) {
      hull = new Hull();
      this.spare.push(hull);
    }
    this.work.done += 8 * corners.size;
    return seat.cash === Infinity
      ? hull.least(corners, slot.pool, prices)
      : hull.of(corners, slot.pool, prices);
  }

  /** Without cash to share every slot takes what is cheapest for it. */
  private takeAll(seat: Seat): void {
    let cost = 0;
    for (let slot = 0; slot < seat.slots.length; slot++) {
      const hull = at(this.hulls, slot);
      if (hull.size === 0) return;
      this.reached[slot] = hull.size - 1;
      cost += realAt(hull.cost, hull.size - 1);
    }
    this.keep(seat, { cost, partial: -1, part: 0 });
  }

  /** Branch and bound on the units of the slot that the greedy filling leaves between two counts. */
  private search(asked: Asked): void {
    const { seat } = asked;
    const filling = fill(this.hulls, seat.cash, this.reached, this.work);
    if (!filling) return;
    if (this.best < Infinity && filling.cost >= this.best - HAIR * (1 + Math.abs(this.best))) {
      this.floor = Math.min(this.floor, filling.cost);
      return;
    }
    if (++this.nodes > MOST_NODES) {
      this.floor = Math.min(this.floor, filling.cost);
      return;
    }
    const { partial, part } = filling;
    if (partial < 0) {
      this.keep(seat, filling);
      return;
    }
    const hull = at(this.hulls, partial);
    const from = wholeAt(hull.corner, wholeAt(this.reached, partial));
    const to = wholeAt(hull.corner, wholeAt(this.reached, partial) + 1);
    const [few, many] = [realAt(hull.corners.units, from), realAt(hull.corners.units, to)];
    if (few === many) {
      this.keep(seat, filling);
      return;
    }
    const between = few + part * (many - few);
    const cut = Math.max(Math.min(few, many), Math.min(Math.max(few, many) - 1, Math.floor(between)));
    this.keepWith(asked, partial, cut);
    this.keepWith(asked, partial, cut + 1);
    const slot = at(seat.slots, partial);
    const { low, high } = rangeOf(hull.corners);
    const sides = [
      { low, high: cut },
      { low: cut + 1, high },
    ];
    if (between - cut > 0.5) sides.reverse();
    const { used } = this;
    for (const side of sides) {
      this.hulls[partial] = this.hullOf(asked, slot, side);
      this.search(asked);
      this.used = used;
    }
    this.hulls[partial] = hull;
  }

  private keep(seat: Seat, { cost, partial, part }: Filling): void {
    if (cost >= this.best) return;
    const { units, money, open } = this.plan;
    let own = 0;
    for (let slot = 0; slot < seat.slots.length; slot++) {
      const { corners, corner } = at(this.hulls, slot);
      const from = wholeAt(corner, wholeAt(this.reached, slot));
      units[slot] = realAt(corners.units, from);
      money[slot] = realAt(corners.money, from);
      open[slot] = realAt(corners.open, from);
      own += realAt(corners.cost, from);
      if (slot !== partial) continue;
      const to = wholeAt(corner, wholeAt(this.reached, slot) + 1);
      money[slot] = between(corners.money, from, to, part);
      open[slot] = between(corners.open, from, to, part);
      own += between(corners.cost, from, to, part) - realAt(corners.cost, from);
    }
    this.best = cost;
    this.own = own;
  }

  /** The filling with a whole number of units in the slot it left between two, and shares with what is left. */
  private keepWith({ seat, bounds, prices }: Asked, partial: number, count: number): void {
    const index = at(seat.slots, partial);
    const slot = at(this.book.slots, index);
    const shares = sharesOf(bounds, slot, index);
    let [left, cost] = [seat.cash, 0];
    for (let other = 0; other < seat.slots.length; other++) {
      if (other === partial) continue;
      const hull = at(this.hulls, other);
      left -= cashOf(hull, wholeAt(this.reached, other));
      cost += realAt(hull.cost, wholeAt(this.reached, other));
    }
    if (slot.asset.unitValue * count + spend(slot, shares.low, 0) > left) return;
    const { money, price } = bestShares(slot, count, { left, shares }, prices);
    const total = cost + price;
    if (total >= this.best) return;
    this.keep(seat, { cost: total, partial: -1, part: 0 });
    const hull = at(this.hulls, partial);
    const stood = realAt(hull.corners.cost, wholeAt(hull.corner, wholeAt(this.reached, partial)));
    this.plan.units[partial] = count;
    this.plan.money[partial] = money / slot.asset.unitValue;
    this.plan.open[partial] = openBeside(slot, count, money) / slot.asset.unitValue;
    this.own += realCost(slot, count, money) - stood;
  }
}

/** The share money beside given units that costs least at the prices. */
function bestShares(
  slot: Slot,
  units: number,
  { left, shares }: { readonly left: number; readonly shares: Bounds },
  prices: Prices,
): { money: number; price: number } {
  const settled = slot.asset.price * shares.low;
  const beside = besideShares(slot, shares);
  const { room, need } = roomBeside(beside, units, left - settled);
  const share = realAt(prices.share, slot.pool) / slot.asset.unitValue;
  const open = realAt(prices.open, slot.pool) / slot.asset.unitValue;
  const earned = realAt(prices.unit, slot.pool) * units + (units > 0 ? realAt(prices.request, slot.pool) : 0);
  let best = { money: 0, price: Infinity };
  for (const more of [0, need, room]) {
    const money = settled + more;
    const price =
      realCost(slot, units, money) - share * money - open * openBeside(slot, units, money) - earned;
    if (price < best.price) best = { money, price };
  }
  return best;
}

function between(values: Float64Array, from: number, to: number, part: number): number {
  return realAt(values, from) + part * (realAt(values, to) - realAt(values, from));
}
