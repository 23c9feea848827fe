// A floor under every answer to the money problem, and a first guess at its units: Lagrange, fund by fund.
import type { CostBook, Slot } from './costBook';
import type { CostAsset } from './types';

/** Prices on what funds share: λ per BRL of shares and μ per unit for each asset, ν per BRL of cash for each fund. */
export interface Prices {
  readonly lambda: Map<CostAsset, number>;
  readonly mu: Map<CostAsset, number>;
  readonly nu: number[];
}

export interface CostBound {
  readonly bound: number;
  readonly units: number[];
  /** By slot: what the second-best number of units would cost more. Small means undecided. */
  readonly regrets: number[];
}

interface Best {
  readonly value: number;
  readonly units: number;
  readonly money: number;
  readonly regret: number;
}

const ROUNDS = 4;
const HALVINGS = 60;

/** Any prices give a true floor; λ is bisected per asset, μ when units are rationed, ν where a fund lacks cash. */
export function boundCost(book: CostBook): CostBound {
  const prices: Prices = { lambda: new Map(), mu: new Map(), nu: book.funds.map(() => 0) };
  let result = evaluate(book, prices);
  for (let round = 0; round < ROUNDS; round++) {
    for (const asset of book.assets) settleAsset(book, asset, prices);
    const settled = evaluate(book, prices);
    if (settled.bound > result.bound || round === 0) result = settled;
    if (!settleCash(book, prices)) break;
  }
  return result;
}

function evaluate(book: CostBook, prices: Prices): CostBound {
  const best = book.slots.map((slot) => bestOf(slot, prices));
  let bound = best.reduce((sum, { value }) => sum + value, 0);
  for (const asset of book.assets) {
    const executed = asset.price * asset.executedShares;
    bound += (prices.lambda.get(asset) ?? 0) * executed + (asset.halfSpreadBps / 1e4) * executed;
    const mu = prices.mu.get(asset) ?? 0;
    if (mu > 0) bound -= mu * (asset.maxTotalUnits ?? 0);
  }
  prices.nu.forEach((nu, fund) => {
    if (nu > 0) bound -= nu * (book.funds[fund]?.cash ?? 0);
  });
  return { bound, units: best.map(({ units }) => units), regrets: best.map(({ regret }) => regret) };
}

/** λ so that the shares are used up; around it μ, so that no more units are taken than there are. */
function settleAsset(book: CostBook, asset: CostAsset, prices: Prices): void {
  const slots = book.slots.filter((slot) => slot.asset === asset);
  const reach = priceReach(asset) + Math.max(0, ...prices.nu);
  const settleLambda = (): number => {
    let units = 0;
    bisect(-reach, reach, (lambda) => {
      prices.lambda.set(asset, lambda);
      let money = 0;
      units = 0;
      for (const slot of slots) {
        const best = bestOf(slot, prices);
        money += best.money;
        units += best.units;
      }
      return money >= asset.price * asset.executedShares;
    });
    return units;
  };
  prices.mu.set(asset, 0);
  const most = asset.maxTotalUnits ?? Infinity;
  if (settleLambda() <= most) return;
  bisect(0, 2 * reach * asset.unitValue, (mu) => {
    prices.mu.set(asset, mu);
    return settleLambda() <= most;
  });
}

/** ν for each fund that would spend more than its cash; false when none does. */
function settleCash(book: CostBook, prices: Prices): boolean {
  let isShort = false;
  const reach = book.assets.reduce((most, asset) => Math.max(most, priceReach(asset)), 0);
  book.funds.forEach(({ cash }, fund) => {
    const slots = book.slots.filter((slot) => slot.fund === fund && slot.asset.side === 'BUY');
    const isSolvent = (nu: number): boolean => {
      prices.nu[fund] = nu;
      const spent = slots.reduce((sum, slot) => {
        const best = bestOf(slot, prices);
        return sum + best.money + slot.asset.unitValue * best.units;
      }, 0);
      return spent <= cash;
    };
    if (cash === Infinity || isSolvent(0)) return;
    isShort = true;
    bisect(0, 2 * reach, isSolvent);
  });
  return isShort;
}

/** Leaves the answer on the side where `reached` holds. */
function bisect(from: number, to: number, reached: (value: number) => boolean): void {
  let [low, high] = [from, to];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  reached(high);
}

/** Beyond this price per BRL nothing changes any more. */
function priceReach(asset: CostAsset): number {
  const perBrl = asset.residualPenalty + asset.primaryBps / 1e4 + asset.feePerRequest / asset.unitValue;
  return 4 * perBrl + 1e-6;
}

/**
 * The cheapest units and share money of one slot. For given units the cost is piecewise linear in share money, so
 * only no shares, the target met and the cap need a look; in the units it is convex but for the fee at the first.
 */
function bestOf(slot: Slot, prices: Prices): Best {
  const { asset, unitCap } = slot;
  const nu = asset.side === 'BUY' ? (prices.nu[slot.fund] ?? 0) : 0;
  const perMoney = nu - (prices.lambda.get(asset) ?? 0);
  const perUnit = asset.unitValue * (asset.primaryBps / 1e4 + nu) + (prices.mu.get(asset) ?? 0);
  const at = (units: number): Best => {
    const open = slot.target - asset.unitValue * units;
    const room =
      Math.max(0, Math.min(slot.shareCap, slot.holdings - asset.sharesPerUnit * units)) * asset.price;
    const fixed = (units > 0 ? asset.feePerRequest : 0) + perUnit * units;
    let [value, money] = [Infinity, 0];
    for (const candidate of [0, Math.max(0, Math.min(room, open)), room]) {
      const cost = fixed + asset.residualPenalty * Math.abs(open - candidate) + perMoney * candidate;
      if (cost < value) [value, money] = [cost, candidate];
    }
    return { value, units, money, regret: Infinity };
  };
  let best = at(0);
  let second = Infinity;
  const look = (units: number): void => {
    const next = at(units);
    if (next.value < best.value) [best, second] = [next, best.value];
    else if (units !== best.units) second = Math.min(second, next.value);
  };
  let [low, high] = [1, unitCap];
  while (high - low > 3) {
    const half = Math.floor((low + high) / 2);
    if (at(half).value <= at(half + 1).value) high = half;
    else low = half + 1;
  }
  const looked = new Set([1, unitCap]);
  for (let units = low - 1; units <= high + 1; units++) looked.add(units);
  for (const units of looked) if (units >= 1 && units <= unitCap) look(units);
  return { ...best, regret: second - best.value };
}
