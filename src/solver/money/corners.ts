// A slot's cost over the cash it is given: piecewise linear in shares and, between a few whole numbers, in units.
import type { Slot } from './book';
import { costBesideOpen, shareRoom } from './book';
import { sharesPaid } from './paid';

/** The corners of a slot's cost, by cash. No other mix of units and real shares lies below the hull of these. */
export interface Corners {
  readonly size: number;
  /** BRL of units and shares. */
  readonly cash: Float64Array;
  /** BRL, of everything but what prices add. */
  readonly cost: Float64Array;
  readonly units: Float64Array;
  /** Share money in units. */
  readonly money: Float64Array;
  /** What stays open, or is bought too much, in units. */
  readonly open: Float64Array;
}

const MOST_LEAPS = 30; // units of a slot

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Within given bounds on the units and the fund's cash. In the units the cost is linear but for the fee at zero and
 * where the target is reached, where caps or holdings bind, and at the ends: whole numbers next to these are enough.
 */
export function cornersOf(slot: Slot, { low, high }: Bounds, cash: number): Corners {
  const { asset, target } = slot;
  const paid = asset.side === 'BUY' ? Math.floor(cash / asset.unitValue + 1e-9) : Infinity;
  const most = Math.min(high, paid);
  const { leaps, held } = holdingOf(slot, cash);
  const perUnit = asset.unitValue - asset.price * asset.sharesPerUnit;
  const kinks = [
    target / asset.unitValue,
    (target - slot.shareCap * asset.price) / asset.unitValue,
    (target - slot.holdings * asset.price) / perUnit,
    (slot.holdings - slot.shareCap) / asset.sharesPerUnit,
    slot.holdings / asset.sharesPerUnit,
    (held - slot.shareCap * asset.price) / asset.unitValue,
  ];
  const counts = new Set([low, 1, most]);
  for (const kink of kinks)
    if (Number.isFinite(kink)) for (const by of [0, 1]) counts.add(Math.floor(kink) + by);
  const isEach = leaps && most - low <= MOST_LEAPS;
  if (isEach) for (let units = low; units <= most; units++) counts.add(units);
  const roomAt = leaps && !isEach ? realRoom : roomBeside;
  const rows = [...counts]
    .filter((units) => units >= low && units <= most)
    .flatMap((units) => cornersAt(slot, units, roomAt(slot, units, cash)));
  rows.sort((a, b) => a.cash - b.cash || a.cost - b.cost || a.units - b.units);
  return {
    size: rows.length,
    cash: Float64Array.from(rows, (row) => row.cash),
    cost: Float64Array.from(rows, (row) => row.cost),
    units: Float64Array.from(rows, (row) => row.units),
    money: Float64Array.from(rows, (row) => row.money),
    open: Float64Array.from(rows, (row) => row.open),
  };
}

/**
 * What cash holds in whole shares, BRL. Where a unit is worth no whole number of shares, what it holds beside units leaps
 * from count to count: each is then a corner where they are few; where they are many, real shares lie above all leaps.
 */
function holdingOf({ asset }: Slot, cash: number): { leaps: boolean; held: number } {
  if (asset.side === 'SELL' || cash === Infinity) return { leaps: false, held: cash };
  const perUnit = asset.unitValue / asset.price;
  const leaps = Math.abs(perUnit - Math.round(perUnit)) > 1e-9;
  return { leaps, held: leaps ? cash : asset.price * sharesPaid(cash, asset.price) };
}

/** BRL of shares that fit, and of those what the target still asks for. */
interface Room {
  readonly room: number;
  readonly need: number;
}

/** Cash holds whole shares only. */
export function roomBeside(slot: Slot, units: number, cash: number): Room {
  const left = slot.asset.side === 'BUY' ? cash - slot.asset.unitValue * units : Infinity;
  return roomWithin(slot, units, left);
}

/** The same with the BRL that its fund has left beside all its units. */
export function roomWithin(slot: Slot, units: number, left: number): Room {
  const { asset, target } = slot;
  const paid = left === Infinity ? Infinity : sharesPaid(left, asset.price);
  const room = asset.price * Math.min(Math.floor(shareRoom(slot, units)), paid);
  return { room, need: Math.max(0, Math.min(room, target - asset.unitValue * units)) };
}

function realRoom(slot: Slot, units: number, cash: number): Room {
  const { asset, target } = slot;
  const left = Math.max(0, cash - asset.unitValue * units);
  const room = Math.min(asset.price * shareRoom(slot, units), left);
  return { room, need: Math.max(0, Math.min(room, target - asset.unitValue * units)) };
}

/** The cost of units and share money as a real number. */
export function realCost(slot: Slot, units: number, money: number): number {
  const { asset } = slot;
  const open = openBeside(slot, units, money);
  return costBesideOpen(asset, money / asset.price, units) + asset.residualPenalty * open;
}

/** BRL of |residual|. */
export function openBeside({ asset, target }: Slot, units: number, money: number): number {
  return Math.abs(target - asset.unitValue * units - money);
}

function cornersAt(slot: Slot, units: number, { room, need }: Room): Corner[] {
  return [...new Set([0, need, room])].map((money) => cornerOf(slot, units, money));
}

function cornerOf(slot: Slot, units: number, money: number): Corner {
  const { unitValue } = slot.asset;
  return {
    cash: unitValue * units + money,
    cost: realCost(slot, units, money),
    units,
    money: money / unitValue,
    open: openBeside(slot, units, money) / unitValue,
  };
}

interface Corner {
  readonly cash: number;
  readonly cost: number;
  readonly units: number;
  readonly money: number;
  readonly open: number;
}
