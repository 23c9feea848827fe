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
const MOST_THIRD = 8; // shares of a third ETF,
const MOST_TRIES = 200; // in so many swaps
const NOTHING = 0.005; // BRL: less is not worth a swap

/** ETFs in which two funds have a slot: the giver's of idle cash, then the taker's. */
type Pair = readonly [number, number];

/** Shares that come to the giver of cash from its taker; below zero the other way. */
interface Move {
  readonly pair: Pair;
  readonly count: number;
}

interface Swap {
  readonly moves: readonly Move[];
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
    const pairs = this.common(giver, taker);
    const best = this.largestOfTwo(pairs, idle);
    const isExact = this.reach.idle < NOTHING;
    return isExact && !this.isEnough(best, idle) ? this.largestOfThree(pairs, idle, best) : best;
  }

  private isEnough(swap: Swap | undefined, idle: number): boolean {
    return swap !== undefined && idle - swap.money < Math.min(NOTHING, this.reach.idle);
  }

  private largestOfTwo(pairs: readonly Pair[], idle: number): Swap | undefined {
    let best: Swap | undefined;
    for (const [first, one] of pairs.entries())
      for (const other of pairs.slice(first + 1)) {
        if (this.isEnough(best, idle)) return best;
        best = this.largestOf(one, other, idle, Math.max(NOTHING, best?.money ?? 0)) ?? best;
      }
    return best;
  }

  /** Where no two prices meet to the centavo within what the funds hold, some shares of a third ETF change what is to be met. */
  private largestOfThree(pairs: readonly Pair[], idle: number, known: Swap | undefined): Swap | undefined {
    let [best, tries] = [known, 0];
    for (let step = 1; step <= MOST_THIRD; step++)
      for (const [first, one] of pairs.entries())
        for (const other of pairs.slice(first + 1))
          for (const third of pairs)
            for (const count of [step, -step]) {
              if (third === one || third === other) continue;
              if (this.isEnough(best, idle) || tries >= MOST_TRIES) return best;
              const { low, high } = this.movable(...third);
              if (count < low || count > high) continue;
              tries++;
              const shifted = count * at(this.desk.book.slots, third[0]).asset.price;
              const swap = this.largestOf(one, other, idle - shifted, (best?.money ?? NOTHING) - shifted);
              if (swap)
                best = { moves: [...swap.moves, { pair: third, count }], money: swap.money + shifted };
            }
    return best;
  }

  private common(giver: number, taker: number): Pair[] {
    const poolOf = (index: number): number => at(this.desk.book.slots, index).pool;
    return at(this.slotsOf, giver).flatMap((own) => {
      const theirs = at(this.slotsOf, taker).find((index) => poolOf(index) === poolOf(own));
      return theirs === undefined ? [] : [[own, theirs] as const];
    });
  }

  /** Of swaps of two ETFs for more than `least` BRL the one that leaves least of what is idle. */
  private largestOf(one: Pair, other: Pair, idle: number, least: number): Swap | undefined {
    const { book } = this.desk;
    const [price, otherPrice] = [at(book.slots, one[0]).asset.price, at(book.slots, other[0]).asset.price];
    const gains = this.movable(...one);
    const gives = this.movable(other[1], other[0]); // what leaves the giver comes to the taker
    const enough = this.reach.idle * Math.min(price, otherPrice);
    const most = 2 * Math.min(this.reach.shares, Math.max(-gains.low, gains.high));
    let [money, more, less] = [least, 0, 0];
    for (let step = 0; step <= most && idle - money >= enough; step++) {
      const count = step % 2 === 0 ? -step / 2 : (step + 1) / 2; // few shares first: they leave room for further swaps
      if (count < gains.low || count > gains.high) continue;
      const back = Math.max(gives.low, Math.ceil((count * price - idle - DUST) / otherPrice));
      const own = count * price - back * otherPrice;
      if (back <= gives.high && own > money) [money, more, less] = [own, count, back];
    }
    this.work.done += most;
    if (money <= least) return undefined;
    return {
      moves: [
        { pair: one, count: more },
        { pair: other, count: -less },
      ],
      money,
    };
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

  private make({ moves, money }: Swap, giver: number, taker: number): void {
    const { shares, cash } = this.desk;
    for (const { pair, count } of moves) {
      shares[pair[0]] = at(shares, pair[0]) + count;
      shares[pair[1]] = at(shares, pair[1]) - count;
    }
    cash[giver] = at(cash, giver) - money;
    cash[taker] = at(cash, taker) + money;
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
