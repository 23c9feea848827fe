// The money problem in one flat list: one slot per fund and asset, in an order that rows cannot change.
import { compareText, remainder } from '../numbers';
import type { CostAsset, CostPosition, CostProblem } from '../types';

export interface Slot {
  readonly fund: number;
  readonly asset: CostAsset;
  readonly target: number;
  /** Whole units worth considering: beyond the first above the target nothing can be won. */
  readonly unitCap: number;
  readonly shareCap: number;
  /** A seller's holdings in shares; Infinity for buyers. */
  readonly holdings: number;
}

export interface CostBook {
  readonly assets: readonly CostAsset[];
  readonly funds: readonly { readonly id: string; readonly cash: number }[];
  readonly slots: readonly Slot[];
}

/** Whole shares and units by slot. */
export interface Holding {
  readonly shares: number[];
  readonly units: number[];
}

/** Assets by id; funds by what they want in all, largest first, then id. */
export function bookOf(problem: CostProblem): CostBook {
  const assets = [...problem.assets].sort((a, b) => compareText(a.id, b.id));
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const wants = problem.funds.map((fund) => {
    const positions = [...fund.positions].sort((a, b) => compareText(a.asset, b.asset));
    return { fund, positions, total: positions.reduce((sum, { target }) => sum + Math.abs(target), 0) };
  });
  wants.sort((a, b) => b.total - a.total || compareText(a.fund.id, b.fund.id));
  const slots = wants.flatMap(({ positions }, fund) =>
    positions.flatMap((position) => {
      const asset = byId.get(position.asset);
      return asset ? [slotOf(fund, asset, position)] : [];
    }),
  );
  return { assets, funds: wants.map(({ fund }) => ({ id: fund.id, cash: fund.cash ?? Infinity })), slots };
}

function slotOf(fund: number, asset: CostAsset, position: CostPosition): Slot {
  const holdings = asset.side === 'SELL' ? (position.holdings ?? Infinity) : Infinity;
  const above = Math.floor(Math.max(0, position.target) / asset.unitValue) + (position.target > 0 ? 1 : 0);
  return {
    fund,
    asset,
    target: position.target,
    unitCap: Math.min(position.maxUnits ?? Infinity, above, Math.floor(holdings / asset.sharesPerUnit)),
    shareCap: Math.min(position.maxShares ?? Infinity, asset.executedShares, holdings),
    holdings,
  };
}

/** BRL: the fee once, basis points on both legs, the penalty on what is left open. */
export function costOf({ asset, target }: Slot, shares: number, units: number): number {
  const residual = remainder(remainder(target, asset.unitValue, units), asset.price, shares);
  const primary = (units > 0 ? asset.feePerRequest : 0) + (asset.primaryBps / 1e4) * asset.unitValue * units;
  return (
    primary + (asset.halfSpreadBps / 1e4) * asset.price * shares + asset.residualPenalty * Math.abs(residual)
  );
}

/** Whole shares a slot may hold beside its units, given the cash its fund has left for it. */
export function shareRoom(slot: Slot, units: number, cash: number): number {
  const held = slot.holdings - slot.asset.sharesPerUnit * units;
  const paid = slot.asset.side === 'BUY' ? Math.floor(cash / slot.asset.price + 1e-9) : Infinity;
  return Math.max(0, Math.min(slot.shareCap, held, paid));
}

/** What a slot spends of its fund's cash. */
export function spend({ asset }: Slot, shares: number, units: number): number {
  return asset.side === 'BUY' ? asset.price * shares + asset.unitValue * units : 0;
}
