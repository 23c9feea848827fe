// One asset of the money problem as a choice per slot: how many units, what they cost, how much share money they need.
import { type Slot, shareRoom } from './costBook';

/** `cost` in BRL as if no share were allocated; `need` is the share money that fits below the target. */
export interface Option {
  readonly units: number;
  readonly cost: number;
  readonly need: number;
}

const MOST_GRID = 48;

/**
 * For fixed units every BRL of shares within a target saves the penalty and every other BRL pays it, so all that
 * matters of a slot is its need: the total cost is Σ cost − penalty·D + 2·penalty·max(0, D − Σ need), D being the
 * money executed. A choice per slot, one soft total: no continuous variable is left.
 *
 * Cost and need are piecewise linear in the units, so a floor needs only the whole numbers around their kinks; the
 * grid between them gives the search something to combine.
 */
export function optionsOf(slot: Slot, cash: number): Option[] {
  const { asset, target } = slot;
  const paid = asset.side === 'BUY' ? Math.floor(cash / asset.unitValue + 1e-9) : Infinity;
  const most = Math.min(slot.unitCap, paid);
  const counts = new Set<number>([0, 1, most]);
  const perUnit = asset.unitValue - asset.price * asset.sharesPerUnit;
  const kinks = [
    target / asset.unitValue,
    (target - slot.shareCap * asset.price) / asset.unitValue,
    asset.side === 'BUY' ? (cash - slot.shareCap * asset.price) / asset.unitValue : Infinity,
    (target - slot.holdings * asset.price) / perUnit,
    (slot.holdings - slot.shareCap) / asset.sharesPerUnit,
    slot.holdings / asset.sharesPerUnit,
  ];
  for (const kink of kinks)
    if (Number.isFinite(kink)) for (const by of [-1, 0, 1, 2]) counts.add(Math.floor(kink) + by);
  const step = Math.max(1, Math.ceil(most / MOST_GRID));
  for (let units = 0; units <= most; units += step) counts.add(units);
  const allowed = [...counts].filter((units) => units >= 0 && units <= most);
  return allowed.sort((a, b) => a - b).map((units) => optionAt(slot, units, cash));
}

export function optionAt(slot: Slot, units: number, cash: number): Option {
  const { asset, target } = slot;
  const open = target - asset.unitValue * units;
  const room = shareRoom(slot, units, cash - asset.unitValue * units) * asset.price;
  const fee = units > 0 ? asset.feePerRequest : 0;
  return {
    units,
    cost: fee + (asset.primaryBps / 1e4) * asset.unitValue * units + asset.residualPenalty * Math.abs(open),
    // Room is counted in whole shares; one more makes it a true floor.
    need: Math.max(0, Math.min(open, room + asset.price)),
  };
}
