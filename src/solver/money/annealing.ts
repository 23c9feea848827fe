// Annealing on a choice of units: small moves, at first also such that cost more, until the choice has cooled down.
// The flow of share money says what a choice costs, and its prices rule nearly all dear moves out before they are tried.
import { at, realAt } from '../at';
import { realCost, roomBeside } from './corners';
import type { Market, Seat } from './seats';
import type { ShareFlow } from './shareFlow';
import type { Work } from './work';

interface Change {
  readonly slot: number;
  readonly by: number;
}

/** Prices of share money by ETF, and the floor that they put under what the choice at hand costs, BRL. */
interface View {
  readonly prices: Float64Array;
  readonly floor: number;
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
const HOT = 1 / 150; // of what is left to gain: a move may cost about that much at first
const COLD = 1 / 3_000;
const MOST_VIEWS = 20;
const WORK = 400; // of a move
const LOOK = 1_000; // moves until it is asked whether to stop

export class Annealing {
  private readonly seats: readonly Seat[];
  /** By slot. */
  private readonly seatOf: number[];
  private readonly peers: readonly (readonly number[])[];
  private readonly movable: readonly number[];
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
    this.movable = book.slots.flatMap(({ unitCap }, slot) => (unitCap > 0 ? [slot] : []));
    this.peers = book.assets.map((_, pool) =>
      this.movable.filter((slot) => at(book.slots, slot).pool === pool),
    );
  }

  /** The cheapest choice met on the way from a given one. `gain`: BRL that it might save, which sets the heat. */
  from(units: readonly number[], gain: number, isSpent: () => boolean): readonly number[] {
    const cost = this.flow.settle(units);
    if (cost === undefined || this.movable.length === 0) return units;
    const { book } = this.market;
    const totals = book.assets.map(() => 0);
    const stand = { units: [...units], totals, cost, views: [{ prices: this.flow.prices(), floor: cost }] };
    book.slots.forEach(({ pool }, slot) => {
      totals[pool] = at(totals, pool) + at(units, slot);
    });
    let [best, least] = [units, cost];
    const moves = Math.min(MOST_MOVES, MOVES_A_SLOT * this.movable.length);
    for (let move = 0; move < moves && (move % LOOK !== 0 || !isSpent()); move++) {
      const heat = gain * HOT * (COLD / HOT) ** (move / moves);
      this.work.done += WORK;
      const changes = this.changesAt(at(this.movable, this.whole(this.movable.length)), stand.units);
      if (this.canChange(changes, stand)) this.try(changes, stand, stand.cost - heat * Math.log(this.next()));
      if (stand.cost < least - 1e-6) [best, least] = [[...stand.units], stand.cost];
    }
    return best;
  }

  /** Makes the changes if what they lead to costs no more than the limit. */
  private try(changes: readonly Change[], stand: Stand, limit: number): void {
    const seats = [...new Set(changes.map(({ slot }) => at(this.seatOf, slot)))];
    const priced = (prices: Float64Array): number =>
      seats.reduce((sum, seat) => sum + this.priced(at(this.seats, seat), stand.units, prices), 0);
    const before = stand.views.map(({ prices }) => priced(prices));
    this.apply(changes, 1, stand);
    const raised = ({ prices, floor }: View, index: number): number =>
      floor + priced(prices) - at(before, index);
    if (!stand.views.some((view, index) => !(raised(view, index) <= limit))) {
      const held = this.flow.keep();
      const cost = this.flow.settle(stand.units, limit);
      const prices = cost === undefined ? undefined : this.flow.prices();
      if (cost !== undefined && prices && cost <= limit) {
        const views = stand.views.map((view, index) => ({ ...view, floor: raised(view, index) }));
        stand.views = [{ prices, floor: cost }, ...views].slice(0, MOST_VIEWS);
        stand.cost = cost;
        return;
      }
      this.flow.restore(held);
      if (prices) this.learn(changes, stand, { prices, floor: this.flow.least }, priced);
    }
    this.apply(changes, -1, stand);
  }

  /** Prices that show that these changes are dear show it of others too. */
  private learn(
    changes: readonly Change[],
    stand: Stand,
    { prices, floor }: View,
    priced: (prices: Float64Array) => number,
  ): void {
    const after = priced(prices);
    this.apply(changes, -1, stand);
    const [exact, ...views] = stand.views;
    const view = { prices, floor: floor - after + priced(prices) };
    this.apply(changes, 1, stand);
    if (exact && Number.isFinite(view.floor)) stand.views = [exact, view, ...views].slice(0, MOST_VIEWS);
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
    const added = new Map<number, number>();
    for (const { slot, by } of changes) {
      const { unitCap, pool } = at(slots, slot);
      const count = at(units, slot) + by;
      if (count < 0 || count > unitCap) return false;
      added.set(pool, (added.get(pool) ?? 0) + by);
    }
    for (const [pool, by] of added) {
      const { maxTotalUnits = Infinity } = at(this.market.book.assets, pool);
      if (by > 0 && at(totals, pool) + by > maxTotalUnits) return false;
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

  /** BRL: no flow makes the seat cheaper at these prices of share money; Infinity when its units are not paid. */
  private priced({ slots, cash }: Seat, units: readonly number[], prices: Float64Array): number {
    let [cost, left] = [0, cash];
    const offers: { slope: number; need: number }[] = [];
    for (const index of slots) {
      const slot = at(this.market.book.slots, index);
      const count = at(units, index);
      cost += realCost(slot, count, 0);
      if (slot.asset.side === 'BUY') left -= slot.asset.unitValue * count;
      const slope = -2 * slot.asset.residualPenalty - realAt(prices, slot.pool);
      if (slope < 0) offers.push({ slope, need: roomBeside(slot, count, Infinity).need });
    }
    if (left < -1e-6) return Infinity;
    if (offers.length > 1) offers.sort((a, b) => a.slope - b.slope);
    for (const { slope, need } of offers) {
      const money = Math.min(need, Math.max(0, left));
      cost += slope * money;
      left -= money;
    }
    return cost;
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
