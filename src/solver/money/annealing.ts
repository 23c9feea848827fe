// Annealing on a choice of units: small moves, at first also such that cost more, until the choice has cooled down.
// The flow of share money says what a choice costs, and its prices rule nearly all dear moves out before they are tried.
import { at, realAt, wholeAt } from '../at';
import { totalsOf } from './book';
import { realCost, roomWithin } from './corners';
import type { Market, Seat } from './seats';
import type { ShareFlow } from './shareFlow';
import type { Work } from './work';

interface Change {
  readonly slot: number;
  readonly by: number;
}

/** Prices of share money by ETF, and the floor that they put under what the choice at hand costs, BRL. */
interface View {
  /** What a BRL of shares within the target costs, by ETF: below zero where it saves. */
  readonly slopes: Float64Array;
  /** ETFs where it saves, most first. */
  readonly order: Int32Array;
  floor: number;
}

/** What a seat with given units has to say to any prices. */
interface Asking {
  /** BRL without shares. */
  fixed: number;
  /** Cash for shares. */
  left: number;
  /** BRL of shares within the target, by ETF. */
  readonly need: Float64Array;
}

export interface Walk {
  /** BRL that there was to gain once, which sets how hot it begins. */
  readonly hot: number;
  /** BRL that there is to gain now, which sets how cold it ends. */
  readonly cold: number;
  /** How many times as long as the shortest walk it takes to cool down. */
  readonly patience: number;
}

/** Where a walk stands. */
interface Stand {
  readonly units: number[];
  readonly totals: number[];
  cost: number;
  /** The first of them is exact: its floor is the cost. */
  views: readonly View[];
}

const MOVES_A_SLOT = 90;
const MOST_MOVES = 60_000;
const HOT = 1 / 150; // of `hot`: a move may cost about that much at first
const COLD = 1 / 3_000; // of `cold`
const MOST_VIEWS = 20;
const WORK = 100; // of a move
const LOOK = 1_000; // moves until it is asked whether to stop

export class Annealing {
  private readonly seats: readonly Seat[];
  /** By slot. */
  private readonly seatOf: number[];
  private readonly peers: readonly (readonly number[])[];
  private readonly movable: readonly number[];
  private readonly before: readonly Asking[];
  private readonly after: readonly Asking[];
  /** Seats that the changes at hand touch. */
  private touched = 0;
  private random = 1;

  constructor(
    private readonly market: Market,
    private readonly flow: ShareFlow,
    private readonly work: Work,
  ) {
    const { book } = market;
    this.seats = market.seats.flatMap((seat) =>
      seat.cash < Infinity ? [seat] : seat.slots.map((slot): Seat => ({ slots: [slot], cash: Infinity })),
    );
    this.seatOf = book.slots.map(() => 0);
    this.seats.forEach(({ slots }, seat) => {
      for (const slot of slots) this.seatOf[slot] = seat;
    });
    const asking = (): Asking => ({ fixed: 0, left: 0, need: new Float64Array(book.assets.length) });
    this.before = [asking(), asking()];
    this.after = [asking(), asking()];
    this.movable = book.slots.flatMap(({ unitCap }, slot) => (unitCap > 0 ? [slot] : []));
    this.peers = book.assets.map((_, pool) =>
      this.movable.filter((slot) => at(book.slots, slot).pool === pool),
    );
  }

  /**
   * The cheapest choice met on the way from a given one, and where the way ends. However hot it begins, it cools down to the
   * same: a walk that stops warm ends in no answer worth having.
   */
  from(
    units: readonly number[],
    { hot, cold, patience }: Walk,
    isSpent: () => boolean,
  ): { readonly best: readonly number[]; readonly end: readonly number[] } {
    const cost = this.flow.settle(units);
    if (cost === undefined || this.movable.length === 0) return { best: units, end: units };
    const { book } = this.market;
    const totals = totalsOf(book, units);
    const stand = { units: [...units], totals, cost, views: [this.viewOf(this.flow.prices(), cost)] };
    let [best, least] = [units, cost];
    const [first, last] = [hot * HOT, cold * COLD];
    const moves = patience * Math.min(MOST_MOVES, MOVES_A_SLOT * this.movable.length);
    for (let move = 0; move < moves && (move % LOOK !== 0 || !isSpent()); move++) {
      const heat = first * (last / first) ** (move / moves);
      this.work.done += WORK;
      const changes = this.changesAt(at(this.movable, this.whole(this.movable.length)), stand.units);
      if (this.canChange(changes, stand)) this.try(changes, stand, stand.cost - heat * Math.log(this.next()));
      if (stand.cost < least - 1e-6) [best, least] = [[...stand.units], stand.cost];
    }
    return { best, end: stand.units };
  }

  /** Makes the changes if what they lead to costs no more than the limit. */
  private try(changes: readonly Change[], stand: Stand, limit: number): void {
    this.ask(changes, stand.units, this.before);
    this.apply(changes, 1, stand);
    this.ask(changes, stand.units, this.after);
    if (this.isPaid() && stand.views.every((view) => view.floor + this.rise(view) <= limit)) {
      const held = this.flow.keep();
      const cost = this.flow.settle(stand.units, limit);
      const view = cost === undefined ? undefined : this.viewOf(this.flow.prices(), this.flow.least);
      if (cost !== undefined && view && cost <= limit) {
        for (const other of stand.views) other.floor += this.rise(other);
        stand.views = [view, ...stand.views].slice(0, MOST_VIEWS);
        stand.cost = cost;
        return;
      }
      this.flow.restore(held);
      if (view) this.learn(view, stand);
    }
    this.apply(changes, -1, stand);
  }

  /** Prices that show that these changes are dear show it of others too. */
  private learn(view: View, stand: Stand): void {
    view.floor -= this.rise(view);
    const [exact, ...views] = stand.views;
    if (exact && Number.isFinite(view.floor)) stand.views = [exact, view, ...views].slice(0, MOST_VIEWS);
  }

  private viewOf(prices: Float64Array, floor: number): View {
    const { assets } = this.market.book;
    const slopes = prices.map((price, pool) => -2 * at(assets, pool).residualPenalty - price);
    const order = assets.flatMap((_, pool) => (realAt(slopes, pool) < 0 ? [pool] : []));
    order.sort((a, b) => realAt(slopes, a) - realAt(slopes, b));
    return { slopes, order: Int32Array.from(order), floor };
  }

  /** By how much the changes raise what a view puts under the cost. */
  private rise(view: View): number {
    let rise = 0;
    for (let index = 0; index < this.touched; index++) {
      const [before, after] = [at(this.before, index), at(this.after, index)];
      rise += after.fixed - before.fixed + saved(view, after) - saved(view, before);
    }
    return rise;
  }

  private isPaid(): boolean {
    for (let index = 0; index < this.touched; index++) if (at(this.after, index).left < -1e-6) return false;
    return true;
  }

  /** What the seats of the changes ask for with these units. */
  private ask(changes: readonly Change[], units: readonly number[], asking: readonly Asking[]): void {
    const { slots: all } = this.market.book;
    let [last, count] = [-1, 0];
    for (const { slot: changed } of changes) {
      const seat = at(this.seatOf, changed);
      if (seat === last) continue;
      last = seat;
      const own = at(asking, count++);
      const { slots, cash } = at(this.seats, seat);
      [own.fixed, own.left] = [0, cash];
      own.need.fill(0);
      for (const index of slots) {
        const slot = at(all, index);
        const held = at(units, index);
        own.fixed += realCost(slot, held, 0);
        if (slot.asset.side === 'BUY') own.left -= slot.asset.unitValue * held;
      }
      for (const index of slots) {
        const slot = at(all, index);
        const left = slot.asset.side === 'BUY' ? own.left : Infinity;
        own.need[slot.pool] = realAt(own.need, slot.pool) + roomWithin(slot, at(units, index), left).need;
      }
    }
    this.touched = count;
  }

  /** One slot by one unit, to none or from none; or two of a seat or of an ETF against each other. */
  private changesAt(slot: number, units: readonly number[]): readonly Change[] {
    const way = this.next() < 0.5 ? -1 : 1;
    const kind = this.next();
    if (kind < 0.3) return [{ slot, by: way }];
    const own = at(units, slot);
    if (kind < 0.35) return [{ slot, by: own > 0 ? -own : 1 }];
    const { slots } = at(this.seats, at(this.seatOf, slot));
    const isWithin = kind < 0.6 && slots.length > 1;
    const others = isWithin ? slots : at(this.peers, at(this.market.book.slots, slot).pool);
    const other = at(others, this.whole(others.length));
    if (other === slot) return [{ slot, by: way }];
    return [
      { slot, by: way },
      { slot: other, by: -way },
    ];
  }

  private canChange(changes: readonly Change[], { units, totals }: Stand): boolean {
    const { slots } = this.market.book;
    for (const { slot, by } of changes) {
      const { unitCap, pool, asset } = at(slots, slot);
      const count = at(units, slot) + by;
      if (count < 0 || count > unitCap) return false;
      const isExchange = changes.some((other) => other.by === -by && at(slots, other.slot).pool === pool);
      if (by > 0 && !isExchange && at(totals, pool) + by > (asset.maxTotalUnits ?? Infinity)) return false;
    }
    return true;
  }

  private apply(changes: readonly Change[], sign: number, { units, totals }: Stand): void {
    for (const { slot, by } of changes) {
      const { pool } = at(this.market.book.slots, slot);
      units[slot] = at(units, slot) + sign * by;
      totals[pool] = at(totals, pool) + sign * by;
    }
  }

  /** Between 0 and 1, without either; the same row of numbers in every search. */
  private next(): number {
    this.random = (Math.imul(this.random, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.random + 0.5) / 4_294_967_296;
  }

  private whole(size: number): number {
    return Math.floor(this.next() * size);
  }
}

/** What shares save a seat at the prices of a view, below zero: its cash goes where a BRL saves most. */
function saved({ slopes, order }: View, { left, need }: Asking): number {
  let [cost, cash] = [0, left];
  for (let step = 0; step < order.length && cash > 0; step++) {
    const pool = wholeAt(order, step);
    const money = Math.min(realAt(need, pool), cash);
    cost += realAt(slopes, pool) * money;
    cash -= money;
  }
  return cost;
}
