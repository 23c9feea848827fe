// One fund between primary and secondary: what u units cost it when a share costs θ, and how the next unit compares.

/** A fund by position; money in BRL, `shareCap` in whole shares, the limit as perShare·a + perUnit·u ≤ total. */
export interface UnitFund {
  readonly target: number;
  readonly weight: number;
  readonly shareCap: number;
  readonly perShare: number;
  readonly perUnit: number;
  readonly total: number;
}

export interface UnitMarket {
  readonly price: number;
  readonly unitValue: number;
  readonly shares: number;
  readonly lot: number;
  readonly funds: readonly UnitFund[];
}

const HAIR = 1e-9; // of a share: 187.20 / 62.40 must hold three shares

/** Shares that fit beside u units, as a real number: the relaxation's cap, linear in u. */
export function roomFor(fund: UnitFund, units: number): number {
  const left = fund.total - fund.perUnit * units;
  const room = fund.perShare > 0 ? left / fund.perShare : left >= 0 ? Infinity : 0;
  return Math.max(0, Math.min(fund.shareCap, room));
}

/** Whole shares that fit beside u units. */
export function wholeRoomFor(fund: UnitFund, units: number): number {
  return Math.floor(roomFor(fund, units) + HAIR);
}

/** The most units that can help: never beyond the nearest whole number to the target, nor the caps. */
export function mostUnits(fund: UnitFund, unitValue: number, maxUnits: number): number {
  const nearest = Math.max(0, Math.round(fund.target / unitValue));
  return Math.min(nearest, paidUnits(fund), maxUnits);
}

/** The most units that the limit has room for. */
export const paidUnits = ({ total, perUnit }: Pick<UnitFund, 'total' | 'perUnit'>): number =>
  perUnit > 0 ? Math.floor(total / perUnit + HAIR) : Infinity;

/**
 * BRL of shares a fund takes when BRL 1 of shares is worth −2θ to it: its residual is θ/w if it can be. `own` is what its
 * units leave of the target, `room` what fits, both in BRL.
 */
export function sharesMoney(fund: UnitFund, own: number, room: number, theta: number): number {
  return Math.max(0, Math.min(room, own - theta / fund.weight));
}

/**
 * What the unit after `units` adds to min over x of w(V − L·u − x)² + 2θx. The minimum over a convex set of a
 * function convex in both, it is convex in u: this never falls. While both counts leave the share money free it is
 * −2θL exactly, the same for every fund: these are the ties among which the desk may choose.
 */
export function unitMarginal(market: UnitMarket, fund: UnitFund, units: number, theta: number): number {
  const { unitValue, price } = market;
  const own = fund.target - unitValue * units;
  const wanted = own - theta / fund.weight;
  const wantedNext = wanted - unitValue;
  if (
    wantedNext >= 0 &&
    wantedNext <= roomFor(fund, units + 1) * price &&
    wanted <= roomFor(fund, units) * price
  ) {
    return -2 * theta * unitValue;
  }
  const money = sharesMoney(fund, own, roomFor(fund, units) * price, theta);
  const moneyNext = sharesMoney(fund, own - unitValue, roomFor(fund, units + 1) * price, theta);
  const residual = own - money;
  const residualNext = own - unitValue - moneyNext;
  return (
    fund.weight * (residualNext - residual) * (residualNext + residual) + 2 * theta * (moneyNext - money)
  );
}
