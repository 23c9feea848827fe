// Idle cash brought together: what is left in many funds, less than a share in each, pays for a share in one of them.
// Two funds change several shares of one ETF for several of another, so that one has spent nearly all and the other less.
import { at } from '../at';
import { remainder } from '../numbers';
import { countsCash, shareRoom } from './book';
import { DUST, sharesPaid } from './paid';
import type { Desk } from './placing';
import type { Work } from './work';

/** How many shares are changed at once at most, and which part of a share may stay idle. */
export interface Reach {
  readonly shares: number;
  readonly idle: number;
}

/** Some multiples of two prices nearly meet. */
export const NEAR: Reach = { shares: 400, idle: 0.005 };
/** All multiples of two prices in centavos: where cash is exactly enough, only one of them does. */
export const FAR: Reach = { shares: 20_000, idle: 1e-7 };

const MOST_TAKERS = 8;
const NOTHING = 0.005; // BRL: less is not worth a swap

/** `more` shares of one ETF come to the giver of cash, `less` of another leave it; the taker of cash does the opposite. */
interface Swap {
  readonly more: number;
  readonly less: number;
  readonly giver: readonly [number, number];
  readonly taker: readonly [number, number];
  /** BRL that the giver spends more, and the taker less. */
  readonly money: number;
}

export class IdleCash {
  /** By fund its slots that count cash. */
  private readonly slotsOf: readonly (readonly number[])[];

  constructor(
    private readonly desk: Desk,
    private readonly work: Work,
    private readonly reach = NEAR,
  ) {
    const { book } = desk;
    const slotsOf: number[][] = book.funds.map(() => []);
    book.slots.forEach((slot, index) => {
      if (countsCash(book, slot)) at(slotsOf, slot.fund).push(index);
    });
    this.slotsOf = slotsOf;
  }

  /**
   * Some fund takes a share of the ETF within its target: the cash for it is brought together at no cost. False, with nothing
   * moved, where that cannot be.
   */
  takeShare(pool: number): boolean {
    const { book, cash, shares } = this.desk;
    const takers = book.slots
      .flatMap((slot, index) => {
        const isOpen =
          slot.pool === pool && countsCash(book, slot) && at(shares, index) < this.rangeOf(index).high;
        return isOpen ? [{ index, slot, width: this.widthOf(slot.fund) }] : [];
      })
      .sort((a, b) => b.width - a.width || a.index - b.index);
    for (const { index, slot } of takers.slice(0, MOST_TAKERS)) {
      const before = { shares: [...shares], cash: [...cash] };
      if (this.collect(slot.fund, slot.asset.price) && at(shares, index) < this.rangeOf(index).high) {
        shares[index] = at(shares, index) + 1;
        cash[slot.fund] = at(cash, slot.fund) - slot.asset.price;
        return true;
      }
      shares.splice(0, shares.length, ...before.shares);
      cash.splice(0, cash.length, ...before.cash);
    }
    return false;
  }

  /** From the funds with most idle cash first, until the taker has so much. */
  private collect(taker: number, enough: number): boolean {
    const { cash } = this.desk;
    const hasEnough = (): boolean => sharesPaid(at(cash, taker), enough) > 0;
    const givers = cash
      .flatMap((idle, fund) =>
        fund !== taker && idle > NOTHING && at(this.slotsOf, fund).length > 1 ? [fund] : [],
      )
      .sort((a, b) => at(cash, b) - at(cash, a) || a - b);
    for (const giver of givers) {
      if (hasEnough()) break;
      const swap = this.largest(giver, taker);
      if (swap) this.make(swap, giver, taker);
    }
    return hasEnough();
  }

  /** The swap that leaves least of the giver's idle cash. */
  private largest(giver: number, taker: number): Swap | undefined {
    const idle = at(this.desk.cash, giver);
    let best: Swap | undefined;
    const pairs = this.common(giver, taker);
    for (const [first, one] of pairs.entries())
      for (const other of pairs.slice(first + 1)) {
        if (best && idle - best.money < Math.min(NOTHING, this.reach.idle)) return best;
        const swap = this.largestOf(one, other, idle);
        if (swap && swap.money > (best?.money ?? 0)) best = swap;
      }
    return best;
  }

  /** ETFs in which both have a slot: the giver's, then the taker's. */
  private common(giver: number, taker: number): (readonly [number, number])[] {
    const poolOf = (index: number): number => at(this.desk.book.slots, index).pool;
    return at(this.slotsOf, giver).flatMap((own) => {
      const theirs = at(this.slotsOf, taker).find((index) => poolOf(index) === poolOf(own));
      return theirs === undefined ? [] : [[own, theirs] as const];
    });
  }

  private largestOf(
    one: readonly [number, number],
    other: readonly [number, number],
    idle: number,
  ): Swap | undefined {
    const { book } = this.desk;
    const [price, otherPrice] = [at(book.slots, one[0]).asset.price, at(book.slots, other[0]).asset.price];
    const gains = this.movable(one[0], one[1]);
    const gives = this.movable(other[1], other[0]); // what leaves the giver comes to the taker
    const enough = this.reach.idle * Math.min(price, otherPrice);
    const most = 2 * Math.min(this.reach.shares, Math.max(-gains.low, gains.high));
    let [money, more, less] = [0, 0, 0];
    for (let step = 0; step <= most && idle - money >= enough; step++) {
      const count = step % 2 === 0 ? -step / 2 : (step + 1) / 2; // few shares first: they leave room for further swaps
      if (count < gains.low || count > gains.high) continue;
      const back = Math.max(gives.low, Math.ceil((count * price - idle - DUST) / otherPrice));
      const own = count * price - back * otherPrice;
      if (back <= gives.high && own > money) [money, more, less] = [own, count, back];
    }
    this.work.done += most;
    if (money < NOTHING) return undefined;
    return { more, less, money, giver: [one[0], other[0]], taker: [one[1], other[1]] };
  }

  /** How many shares may move from the second slot to the first; below zero the other way. */
  private movable(to: number, from: number): { low: number; high: number } {
    const { shares } = this.desk;
    const [a, b] = [this.rangeOf(to), this.rangeOf(from)];
    return {
      low: Math.max(-this.reach.shares, a.low - at(shares, to), at(shares, from) - b.high),
      high: Math.min(this.reach.shares, a.high - at(shares, to), at(shares, from) - b.low),
    };
  }

  private make({ more, less, money, giver, taker }: Swap, from: number, to: number): void {
    const { shares, cash } = this.desk;
    for (const [slots, sign] of [
      [giver, 1],
      [taker, -1],
    ] as const) {
      shares[slots[0]] = at(shares, slots[0]) + sign * more;
      shares[slots[1]] = at(shares, slots[1]) - sign * less;
    }
    cash[from] = at(cash, from) - money;
    cash[to] = at(cash, to) + money;
  }

  /** In how many ways it can take part: shares that it could give away and take on again. */
  private widthOf(fund: number): number {
    return at(this.slotsOf, fund).reduce((sum, index) => {
      const [count, { low, high }] = [at(this.desk.shares, index), this.rangeOf(index)];
      return sum + Math.min(this.reach.shares, count - low, high - count);
    }, 0);
  }

  /** No further beyond its target than it is: so that no swap costs anything. */
  private rangeOf(index: number): { low: number; high: number } {
    const { book, units, shares } = this.desk;
    const slot = at(book.slots, index);
    const { price, unitValue } = slot.asset;
    const room = Math.floor(shareRoom(slot, at(units, index)));
    const asked = remainder(slot.target, unitValue, at(units, index));
    const within = Math.min(room, Math.max(0, Math.floor(asked / price)));
    return { low: 0, high: Math.max(within, at(shares, index)) };
  }
}
