// Days with few executed shares, solved to the last share: a table over the shares (and rationed units) that the funds
// before have taken, with the cheapest way to each entry. No prices, no real numbers: what it finds is the best there is.
import { at, realAt, wholeAt } from '../at';
import { type Book, costOf, countsCash, spend } from './book';
import { DUST } from './paid';
import type { Work } from './work';

/** By slot; the cost in BRL. */
export interface TableAnswer {
  readonly units: readonly number[];
  readonly shares: readonly number[];
  readonly cost: number;
}

/** One way to fill the slots of a fund: what it takes of each line, as an entry of the table, and what it costs. */
interface Way {
  readonly key: number;
  /** By line. */
  readonly taken: readonly number[];
  readonly units: readonly number[];
  readonly shares: readonly number[];
  readonly spent: number;
  readonly cost: number;
}

/** What the table counts: an ETF's shares, or its units where they are rationed. */
interface Line {
  readonly pool: number;
  readonly isUnits: boolean;
  readonly most: number;
  readonly stride: number;
}

const MOST_ENTRIES = 60_000;
const MOST_WAYS = 6_000; // of a fund
const MOST_STEPS = 4e6;
const MOST_TRAILS = 4e6; // entries of all funds

/** Undefined where the day is too large for a table; 'nothing' where no split fits: both are certain. */
export function byTable(book: Book, work: Work): TableAnswer | 'nothing' | undefined {
  const lines = linesOf(book);
  const size = lines.reduce((entries, { most }) => entries * (most + 1), 1);
  const takers = takersOf(book);
  if (size > MOST_ENTRIES || size * takers.length > MOST_TRAILS) return undefined;
  const start = work.done;
  const ways: Way[][] = [];
  for (const slots of takers) {
    const own = waysOf(book, lines, slots, work);
    if (!own || work.done - start > MOST_STEPS) return undefined;
    ways.push(own);
  }
  if (size * ways.reduce((sum, { length }) => sum + length, 0) > MOST_STEPS) return undefined;
  let costs = new Float64Array(size).fill(Infinity);
  costs[0] = 0;
  const trails = ways.map((own) => {
    const { next, trail } = stepOf(costs, own, lines);
    work.done += size * own.length;
    costs = next;
    return trail;
  });
  return answerAt(book, { takers, ways, trails, lines, costs });
}

/** The cheapest entry in which all executed shares are taken, and the ways that lead there. */
function answerAt(
  book: Book,
  {
    takers,
    ways,
    trails,
    lines,
    costs,
  }: {
    readonly takers: readonly (readonly number[])[];
    readonly ways: readonly (readonly Way[])[];
    readonly trails: readonly Int32Array[];
    readonly lines: readonly Line[];
    readonly costs: Float64Array;
  },
): TableAnswer | 'nothing' {
  let [entry, cost] = [-1, Infinity];
  costs.forEach((own, key) => {
    const isAll = lines.every((line) => line.isUnits || countAt(key, line) === line.most);
    if (isAll && own < cost) [entry, cost] = [key, own];
  });
  if (entry < 0) return 'nothing';
  const [units, shares] = [book.slots.map(() => 0), book.slots.map(() => 0)];
  for (let taker = takers.length - 1; taker >= 0; taker--) {
    const way = at(at(ways, taker), wholeAt(at(trails, taker), entry));
    at(takers, taker).forEach((slot, own) => {
      units[slot] = at(way.units, own);
      shares[slot] = at(way.shares, own);
    });
    entry -= way.key;
  }
  return { units, shares, cost };
}

function linesOf({ assets, slots }: Book): Line[] {
  const lines: Line[] = [];
  let stride = 1;
  const add = (pool: number, isUnits: boolean, most: number): void => {
    lines.push({ pool, isUnits, most, stride });
    stride *= most + 1;
  };
  assets.forEach(({ executedShares, maxTotalUnits = Infinity }, pool) => {
    add(pool, false, executedShares);
    const caps = slots.reduce((sum, slot) => sum + (slot.pool === pool ? slot.unitCap : 0), 0);
    if (maxTotalUnits < caps) add(pool, true, maxTotalUnits);
  });
  return lines;
}

/** Slots of a fund that share its cash together, every other slot by itself. */
function takersOf(book: Book): number[][] {
  const funds = new Map<number, number[]>();
  const takers: number[][] = [];
  book.slots.forEach((slot, index) => {
    const known = countsCash(book, slot) ? funds.get(slot.fund) : undefined;
    if (known) {
      known.push(index);
      return;
    }
    const own = [index];
    if (countsCash(book, slot)) funds.set(slot.fund, own);
    takers.push(own);
  });
  return takers;
}

/** Of the ways that take the same, the cheapest; undefined when there are too many. */
function waysOf(book: Book, lines: readonly Line[], slots: readonly number[], work: Work): Way[] | undefined {
  let ways: readonly Way[] = [
    { key: 0, taken: lines.map(() => 0), units: [], shares: [], spent: 0, cost: 0 },
  ];
  for (const index of slots) {
    const longer: Way[] = [];
    for (const way of ways) {
      longer.push(...withSlot(book, lines, index, way));
      if (longer.length > MOST_WAYS) return undefined;
    }
    work.done += 10 * longer.length;
    ways = longer;
  }
  const best = new Map<number, Way>();
  for (const way of ways) {
    const known = best.get(way.key);
    if (!known || way.cost < known.cost) best.set(way.key, way);
  }
  return [...best.values()];
}

/** A way with every holding of one more slot that its fund can pay. */
function withSlot(book: Book, lines: readonly Line[], index: number, way: Way): Way[] {
  const slot = at(book.slots, index);
  const cash = countsCash(book, slot) ? at(book.funds, slot.fund).cash + DUST : Infinity;
  const rations = lines.find(({ pool, isUnits }) => isUnits && pool === slot.pool);
  const most = Math.min(slot.unitCap, rations?.most ?? Infinity);
  const longer: Way[] = [];
  for (let units = 0; units <= most; units++) {
    const room = Math.min(slot.shareCap, slot.holdings - slot.asset.sharesPerUnit * units);
    for (let shares = 0; shares <= room; shares++) {
      const spent = way.spent + spend(slot, shares, units);
      if (spent > cash) break;
      const taken = lines.map((line, own) => {
        const more = line.pool !== slot.pool ? 0 : line.isUnits ? units : shares;
        return at(way.taken, own) + more;
      });
      longer.push({
        key: taken.reduce((key, count, own) => key + count * at(lines, own).stride, 0),
        taken,
        units: [...way.units, units],
        shares: [...way.shares, shares],
        spent,
        cost: way.cost + costOf(slot, shares, units),
      });
      if (longer.length > MOST_WAYS) return longer;
    }
  }
  return longer;
}

/** The table with one more fund, and by entry the way that led there. */
function stepOf(
  costs: Float64Array,
  ways: readonly Way[],
  lines: readonly Line[],
): { next: Float64Array<ArrayBuffer>; trail: Int32Array } {
  const next = new Float64Array(costs.length).fill(Infinity);
  const trail = new Int32Array(costs.length).fill(-1);
  for (let key = 0; key < costs.length; key++) {
    const before = realAt(costs, key);
    if (before === Infinity) continue;
    const room = lines.map((line) => line.most - countAt(key, line));
    ways.forEach((way, index) => {
      const cost = before + way.cost;
      if (!way.taken.every((count, line) => count <= at(room, line))) return;
      if (cost >= realAt(next, key + way.key)) return;
      next[key + way.key] = cost;
      trail[key + way.key] = index;
    });
  }
  return { next, trail };
}

function countAt(key: number, { stride, most }: Line): number {
  return Math.floor(key / stride) % (most + 1);
}
