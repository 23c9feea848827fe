// Dantzig–Wolfe by fund: the master mixes whole plans of all seats under what they share, and its prices tell pricing
// which plans are still missing. Any prices give a floor under every answer; the best one is kept.
import { at, realAt, wholeAt } from '../at';
import type { FloorClaim } from '../checks/checkFloor';
import { isSame, type SlotBounds } from './bounds';
import type { Column } from './columns';
import type { Prices } from './hull';
import { type Plan, Pricing } from './pricing';
import { type Part, Rows } from './rows';
import type { Market } from './seats';
import { isGain, Simplex } from './simplex';
import type { Work } from './work';

/** A mix of plans, by slot units and requests, fractions of both. */
export interface Mix {
  readonly units: Float64Array;
  readonly requests: Float64Array;
  /** BRL of shares by slot. */
  readonly money: Float64Array;
  /** By slot the fewest and the most units among its plans. */
  readonly fewest: Float64Array;
  readonly most: Float64Array;
  /** By seat its weightiest plan. */
  readonly plans: readonly (Plan | undefined)[];
  readonly prices: Prices;
  /** From which the master finds the mixes of smaller parts soonest. */
  readonly basis: Basis;
}

/** Where the simplex of a master stood. */
export interface Basis {
  readonly columns: Int32Array;
  readonly of: object;
}

/** `floor`: no answer of the part costs less, BRL; no mix where that is enough, or nothing fits. */
export interface Solved {
  readonly floor: number;
  readonly mix: Mix | undefined;
}

interface Known {
  readonly seat: number;
  readonly plan: Plan;
  readonly column: Column;
}

const MOST_ROUNDS = 200;
const MOST_PIVOTS = 4_000;
const PENALTIES = [1e3, 1e6]; // for what plans lack, in units of the dearest thing there is
const STILL = 1e-9;
const HAIR = 1e-7; // of a share
const SEEDS = [-0.999, -0.5, 0, 0.5, 0.999];

export class Master {
  private readonly rows: Rows;
  private readonly pricing: Pricing;
  private readonly simplex: Simplex;
  private readonly known = new Map<number, Known>();
  /** By seat its columns. */
  private readonly columnsOf: readonly number[][];
  /** The part whose bounds the columns were last held to. */
  private within: SlotBounds | undefined;
  private readonly scale: number;
  private readonly name = {};
  /** Where the simplex stands, as handed out with the last mix. */
  private stand: Basis | undefined;

  constructor(
    private readonly market: Market,
    root: Part,
    private readonly work: Work,
  ) {
    const { assets } = market.book;
    this.columnsOf = market.seats.map(() => []);
    this.pricing = new Pricing(market.book, work);
    this.scale = assets.reduce((most, { unitValue, residualPenalty, feePerRequest, primaryBps }) => {
      return Math.max(most, feePerRequest + unitValue * (residualPenalty + primaryBps / 1e4));
    }, 1);
    this.rows = new Rows(market);
    this.rows.limitTo(root);
    this.simplex = new Simplex(this.rows.right, at(PENALTIES, 0) * this.scale, work);
    for (let row = 0; row < this.rows.shared; row++) {
      // An exact row has no slack: what plans hold beyond it is barred, like what they lack.
      const isExact = row < this.rows.exact;
      this.simplex.add({ cost: 0, rows: [row], values: [isExact ? -1 : 1] }, isExact);
    }
    for (const step of SEEDS) this.propose(root, this.pricesAt(step));
  }

  /** Plans known. */
  get size(): number {
    return this.known.size;
  }

  /** The plans known so far, and that none of their mixes within the part just solved costs less. */
  claim(floor: number): FloorClaim {
    const { right, exact, shared } = this.rows;
    const plans = [...this.known.values()].map(({ column }) => column);
    return { plans, right: Array.from(right), limits: exact, seats: shared, floor };
  }

  /** The best mix within a part; `basis` is that of the mix from which the part was cut. */
  solve(part: Part, enough: number, basis = this.stand): Solved {
    if (basis?.of === this.name && basis !== this.stand) this.simplex.resume(basis.columns);
    this.stand = undefined;
    this.rows.limitTo(part);
    this.barBeyond(part);
    let floor = -Infinity;
    for (const penalty of PENALTIES) {
      this.simplex.restart(this.rows.right, penalty * this.scale);
      const found = this.generate(part, enough, floor);
      floor = found.floor;
      if (floor >= enough) return { floor, mix: undefined };
      if (this.simplex.amiss <= 1e-7) return { floor, mix: this.mixAt(found.prices) };
    }
    return { floor, mix: undefined };
  }

  /** Plans of seats whose bounds have changed are allowed where they keep to the new ones. */
  private barBeyond(part: SlotBounds): void {
    const { within } = this;
    this.within = part;
    this.market.seats.forEach(({ slots }, seat) => {
      if (within && slots.every((slot) => isSame(within, part, slot))) return;
      this.work.done += 4 * slots.length * at(this.columnsOf, seat).length;
      for (const column of at(this.columnsOf, seat)) {
        const plan = this.known.get(column)?.plan;
        this.simplex.bar(column, plan === undefined || !this.fits(plan, slots, part));
      }
    });
  }

  private fits({ units, money }: Plan, slots: readonly number[], part: SlotBounds): boolean {
    return slots.every((index, own) => {
      const count = wholeAt(units, own);
      if (count < wholeAt(part.low, index) || count > wholeAt(part.high, index)) return false;
      if (!part.shares) return true;
      const { price, unitValue } = at(this.market.book.slots, index).asset;
      const shares = (realAt(money, own) * unitValue) / price;
      return (
        shares >= realAt(part.shares.low, index) - HAIR && shares <= realAt(part.shares.high, index) + HAIR
      );
    });
  }

  /** Plans until none is missing. Prices are asked half way from the best so far, which steadies them. */
  private generate(part: Part, enough: number, from: number): { floor: number; prices: Prices } {
    let floor = from;
    let center: Float64Array | undefined;
    let isHalfWay = true;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.simplex.optimise(MOST_PIVOTS);
      const { value } = this.simplex;
      if (value - floor <= STILL * Math.abs(value)) break;
      const exact = Float64Array.from(this.simplex.prices);
      const asked = center && isHalfWay ? middle(center, exact) : exact;
      const { bound, added } = this.propose(part, this.rows.pricesOf(asked), asked);
      if (bound > floor) [floor, center] = [bound, asked];
      if (floor >= enough || (added === 0 && asked === exact)) break;
      isHalfWay = added > 0;
    }
    return { floor, prices: this.rows.pricesOf(center ?? Float64Array.from(this.simplex.prices)) };
  }

  /** Asks every seat for its best plan; adds those that gain (all, without duals), and sums up the floor. */
  private propose(part: Part, prices: Prices, duals?: Float64Array): { bound: number; added: number } {
    let [bound, count] = [duals ? this.rows.floorOfWorth(duals) : -Infinity, 0];
    this.market.seats.forEach((seat, index) => {
      const priced = this.pricing.cheapest(seat, part, prices);
      bound += priced?.floor ?? Infinity;
      if (!priced) return;
      this.rows.take(index, priced.plan);
      const { cost } = priced.plan;
      if (duals && !isGain(this.rows.worthOfPlan(index, this.simplex.prices), cost)) return;
      const column = this.rows.columnOf(index, cost);
      const added = this.simplex.add(column);
      this.known.set(added, { seat: index, plan: copyOf(priced.plan, seat.slots.length), column });
      at(this.columnsOf, index).push(added);
      count++;
    });
    return { bound, added: count };
  }

  private mixAt(prices: Prices): Mix {
    const { book, seats } = this.market;
    const size = book.slots.length;
    const [units, requests, most] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    const money = new Float64Array(size);
    const fewest = new Float64Array(size).fill(Infinity);
    const weights = seats.map(() => 0);
    const plans = seats.map((): Plan | undefined => undefined);
    this.simplex.basis.forEach((column, row) => {
      const own = this.known.get(column);
      const weight = realAt(this.simplex.level, row);
      if (!own || weight <= STILL) return;
      if (weight > at(weights, own.seat)) {
        weights[own.seat] = weight;
        plans[own.seat] = own.plan;
      }
      at(seats, own.seat).slots.forEach((slot, index) => {
        const count = wholeAt(own.plan.units, index);
        units[slot] = realAt(units, slot) + weight * count;
        requests[slot] = realAt(requests, slot) + (count > 0 ? weight : 0);
        const { unitValue } = at(book.slots, slot).asset;
        money[slot] = realAt(money, slot) + weight * unitValue * realAt(own.plan.money, index);
        fewest[slot] = Math.min(realAt(fewest, slot), count);
        most[slot] = Math.max(realAt(most, slot), count);
      });
    });
    this.stand = { columns: this.simplex.basis.slice(), of: this.name };
    return { units, requests, money, fewest, most, plans, prices, basis: this.stand };
  }

  /** First prices: from where no share within a target is given away to where one beyond is welcome. */
  private pricesAt(step: number): Prices {
    const share = Float64Array.from(this.market.book.assets, (asset) => {
      return asset.unitValue * (asset.halfSpreadBps / 1e4 + step * asset.residualPenalty);
    });
    const none = share.map(() => 0);
    return { share, unit: none, request: none, open: none };
  }
}

function copyOf({ units, money, open, cost }: Plan, size: number): Plan {
  return { units: units.slice(0, size), money: money.slice(0, size), open: open.slice(0, size), cost };
}

function middle(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((price, row) => (price + realAt(b, row)) / 2);
}
