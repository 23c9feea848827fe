// The money problem in one flat list: one slot per fund and ETF, in an order that rows cannot change.
import { at } from '../at';
import { compareText, remainder } from '../numbers';
import type { CostAsset, CostPosition, CostProblem } from '../types';

export interface Slot {
  readonly fund: number;
  /** Index of the asset in the book. */
  readonly pool: number;
  readonly asset: CostAsset;
  readonly target: number;
  /** Whole units worth considering: beyond the first above the target nothing can be won. */
  readonly unitCap: number;
  readonly shareCap: number;
  /** A seller's holdings in shares; Infinity for buyers. */
  readonly holdings: number;
}

export interface Book {
  readonly assets: readonly CostAsset[];
  readonly funds: readonly { readonly id: string; readonly cash: number }[];
  readonly slots: readonly Slot[];
}

const FEW_MIXES = 20_000; // of units,
const FEW_SLOTS = 12; // whatever their units

/** Assets by id; funds by what they want in all, largest first, then id. */
export function bookOf(problem: CostProblem): Book {
  const assets = [...problem.assets].sort((a, b) => compareText(a.id, b.id));
  const byId = new Map(assets.map((asset, pool) => [asset.id, { asset, pool }]));
  const wants = problem.funds.map((fund) => {
    const positions = [...fund.positions].sort((a, b) => compareText(a.asset, b.asset));
    return { fund, positions, total: positions.reduce((sum, { target }) => sum + Math.abs(target), 0) };
  });
  wants.sort((a, b) => b.total - a.total || compareText(a.fund.id, b.fund.id));
  const slots = wants.flatMap(({ positions }, fund) =>
    positions.flatMap((position) => {
      const found = byId.get(position.asset);
      return found ? [slotOf(fund, found, position)] : [];
    }),
  );
  return { assets, funds: wants.map(({ fund }) => ({ id: fund.id, cash: fund.cash ?? Infinity })), slots };
}

function slotOf(fund: number, pool: { asset: CostAsset; pool: number }, position: CostPosition): Slot {
  const { asset } = pool;
  const holdings = asset.side === 'SELL' ? (position.holdings ?? Infinity) : Infinity;
  const above = Math.floor(Math.max(0, position.target) / asset.unitValue) + (position.target > 0 ? 1 : 0);
  return {
    fund,
    ...pool,
    target: position.target,
    unitCap: Math.min(
      position.maxUnits ?? Infinity,
      asset.maxTotalUnits ?? Infinity,
      above,
      Math.floor(holdings / asset.sharesPerUnit),
    ),
    shareCap: Math.min(position.maxShares ?? Infinity, asset.executedShares, holdings),
    holdings,
  };
}

/** BRL: the fee once, basis points on both legs, the penalty on what is left open. */
export function costOf({ asset, target }: Slot, shares: number, units: number): number {
  const residual = remainder(remainder(target, asset.unitValue, units), asset.price, shares);
  return costBesideOpen(asset, shares, units) + asset.residualPenalty * Math.abs(residual);
}

/** The same without what the open rest costs. */
export function costBesideOpen(asset: CostAsset, shares: number, units: number): number {
  const primary = (units > 0 ? asset.feePerRequest : 0) + (asset.primaryBps / 1e4) * asset.unitValue * units;
  return primary + (asset.halfSpreadBps / 1e4) * asset.price * shares;
}

/** Units of all funds together, by asset of the book. */
export function totalsOf({ assets, slots }: Book, units: readonly number[]): number[] {
  const totals = assets.map(() => 0);
  slots.forEach(({ pool }, slot) => {
    totals[pool] = at(totals, pool) + at(units, slot);
  });
  return totals;
}

/** Shares a slot may hold beside its units, as a real number, whatever the cash. */
export function shareRoom(slot: Slot, units: number): number {
  return Math.max(0, Math.min(slot.shareCap, slot.holdings - slot.asset.sharesPerUnit * units));
}

/** Few choices of units, or few slots: such days are solved to the last share. */
export function isSmall({ slots }: Book): boolean {
  return (
    slots.length <= FEW_SLOTS || slots.reduce((mixes, { unitCap }) => mixes * (unitCap + 1), 1) <= FEW_MIXES
  );
}

/** Whether its fund's cash can run short. */
export function countsCash(book: Book, { fund, asset }: Slot): boolean {
  return asset.side === 'BUY' && at(book.funds, fund).cash < Infinity;
}

/** What a slot spends of its fund's cash. */
export function spend({ asset }: Slot, shares: number, units: number): number {
  return asset.side === 'BUY' ? asset.price * shares + asset.unitValue * units : 0;
}

export function totalCost(book: Book, shares: readonly number[], units: readonly number[]): number {
  let total = 0;
  book.slots.forEach((slot, index) => {
    total += costOf(slot, at(shares, index), at(units, index));
  });
  return total;
}
