// Annealing on a choice of units: small moves, at first also such that cost more, until the choice has cooled down.
// The flow of share money says what a choice costs, and its prices rule nearly all dear moves out before they are tried.
import { at, realAt, wholeAt } from '../at';
import { Asks, type View } from './asks';
import { totalsOf } from './book';
import type { Market, Seat } from './seats';
import type { ShareFlow } from './shareFlow';
import type { Work } from './work';

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
  readonly units: Int32Array;
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
  private readonly asks: Asks;
  /** By slot. */
  private readonly seatOf: Int32Array;
  private readonly poolOf: Int32Array;
  private readonly capOf: Int32Array;
  private readonly movable: Int32Array;
  /** By ETF its slots that can hold units. */
  private readonly peers: readonly Int32Array[];
  /** The move at hand: a slot by so many units, and another one by as many the other way, or −1. */
  private slot = 0;
  private other = -1;
  private by = 0;
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
    this.asks = new Asks(book, this.seats);
    this.seatOf = new Int32Array(book.slots.length);
    this.seats.forEach(({ slots }, seat) => {
      for (const slot of slots) this.seatOf[slot] = seat;
    });
    this.poolOf = Int32Array.from(book.slots, ({ pool }) => pool);
    this.capOf = Int32Array.from(book.slots, ({ unitCap }) => Math.max(0, unitCap));
    const movable = book.slots.flatMap(({ unitCap }, slot) => (unitCap > 0 ? [slot] : []));
    this.movable = Int32Array.from(movable);
    this.peers = book.assets.map((_, pool) =>
      Int32Array.from(movable.filter((slot) => wholeAt(this.poolOf, slot) === pool)),
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
    const stand: Stand = {
      units: Int32Array.from(units),
      totals: totalsOf(this.market.book, units),
      cost,
      views: [this.viewOf(this.flow.prices(), cost)],
    };
    this.asks.forget();
    let [best, least] = [units, cost];
    const [first, last] = [hot * HOT, cold * COLD];
    const moves = patience * Math.min(MOST_MOVES, MOVES_A_SLOT * this.movable.length);
    for (let move = 0; move < moves && (move % LOOK !== 0 || !isSpent()); move++) {
      const heat = first * (last / first) ** (move / moves);
      this.work.done += WORK;
      this.choose(wholeAt(this.movable, this.whole(this.movable.length)), stand.units);
      if (!this.canChange(stand)) continue;
      this.try(stand, stand.cost - heat * Math.log(this.next()));
      if (stand.cost < least - 1e-6) [best, least] = [Array.from(stand.units), stand.cost];
    }
    return { best, end: Array.from(stand.units) };
  }

  /** Makes the move if what it leads to costs no more than the limit. */
  private try(stand: Stand, limit: number): void {
    const { asks } = this;
    asks.begin(this.slot, this.other, stand.units);
    this.apply(1, stand);
    if (asks.ask(stand.units) && stand.views.every((view) => view.floor + asks.rise(view) <= limit)) {
      const held = this.flow.keep();
      const cost = this.flow.settle(stand.units, limit);
      const view = cost === undefined ? undefined : this.viewOf(this.flow.prices(), this.flow.least);
      if (cost !== undefined && view && cost <= limit) {
        for (const other of stand.views) other.floor += asks.rise(other);
        stand.views = [view, ...stand.views].slice(0, MOST_VIEWS);
        stand.cost = cost;
        asks.take();
        return;
      }
      this.flow.restore(held);
      if (view) this.learn(view, stand);
    }
    this.apply(-1, stand);
  }

  /** Prices that show that these changes are dear show it of others too. */
  private learn(view: View, stand: Stand): void {
    view.floor -= this.asks.rise(view);
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

  /** One slot by one unit, to none or from none; or two of a seat or of an ETF against each other. */
  private choose(slot: number, units: Int32Array): void {
    const way = this.next() < 0.5 ? -1 : 1;
    const kind = this.next();
    this.slot = slot;
    this.other = -1;
    this.by = way;
    if (kind < 0.3) return;
    if (kind < 0.35) {
      const own = wholeAt(units, slot);
      this.by = own > 0 ? -own : 1;
      return;
    }
    const { slots } = at(this.seats, wholeAt(this.seatOf, slot));
    const other = kind < 0.6 && slots.length > 1 ? at(slots, this.whole(slots.length)) : this.peerOf(slot);
    if (other !== slot) this.other = other;
  }

  private peerOf(slot: number): number {
    const peers = at(this.peers, wholeAt(this.poolOf, slot));
    return wholeAt(peers, this.whole(peers.length));
  }

  private canChange({ units, totals }: Stand): boolean {
    const { slot, other, by, poolOf, capOf } = this;
    const count = wholeAt(units, slot) + by;
    if (count < 0 || count > wholeAt(capOf, slot)) return false;
    const pool = wholeAt(poolOf, slot);
    if (other < 0) return by < 0 || this.isWithin(totals, pool, by);
    const otherCount = wholeAt(units, other) - by;
    if (otherCount < 0 || otherCount > wholeAt(capOf, other)) return false;
    const otherPool = wholeAt(poolOf, other);
    return pool === otherPool || this.isWithin(totals, by > 0 ? pool : otherPool, Math.abs(by));
  }

  private isWithin(totals: readonly number[], pool: number, more: number): boolean {
    return at(totals, pool) + more <= (at(this.market.book.assets, pool).maxTotalUnits ?? Infinity);
  }

  private apply(sign: number, { units, totals }: Stand): void {
    const { slot, other, by } = this;
    this.give(slot, sign * by, units, totals);
    if (other >= 0) this.give(other, -sign * by, units, totals);
  }

  private give(slot: number, by: number, units: Int32Array, totals: number[]): void {
    const pool = wholeAt(this.poolOf, slot);
    units[slot] = wholeAt(units, slot) + by;
    totals[pool] = at(totals, pool) + by;
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
