// A part of the unit splits while it is searched, and a split: units with the exact shares beside them.
import { at } from '../at';
import { remainder } from '../numbers';
import { shareOut } from '../shares/sharing';
import { type UnitMarket, wholeRoomFor } from './unitFund';
import type { UnitNode, UnitSplit } from './unitNode';
import type { Relaxation } from './unitRelaxation';
import type { WholeBound } from './wholeBound';

export interface Part {
  readonly node: UnitNode;
  relaxation?: Relaxation;
  whole?: WholeBound;
  split?: { readonly split: UnitSplit; readonly below: Part; readonly above: Part };
}

export interface Leaf {
  readonly units: number[];
  readonly shares: number[];
  readonly objective: number;
}

/** No units, or no shares, can fit such bounds. */
export function isEmpty(market: UnitMarket, node: UnitNode): boolean {
  let [low, high, room] = [0, 0, 0];
  market.funds.forEach((fund, index) => {
    const least = at(node.low, index);
    const most = at(node.high, index);
    low += least;
    high += most;
    room += wholeRoomFor(fund, least);
  });
  return (
    low > node.highTotal || high < node.lowTotal || room < market.shares || node.lowTotal > node.highTotal
  );
}

/** With units fixed, exact shares. */
export function finish(market: UnitMarket, units: number[]): Leaf | undefined {
  const { price, unitValue, lot, funds } = market;
  const targets = funds.map((fund, index) => remainder(fund.target, unitValue, at(units, index)));
  const result = shareOut({
    price,
    lot,
    total: market.shares,
    weights: funds.map((fund) => fund.weight),
    targets,
    caps: funds.map((fund, index) => wholeRoomFor(fund, at(units, index))),
  });
  if (!result) return undefined;
  const objective = funds.reduce((sum, fund, index) => {
    return sum + fund.weight * remainder(at(targets, index), price, at(result.shares, index)) ** 2;
  }, 0);
  return { units, shares: result.shares, objective };
}
