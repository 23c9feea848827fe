// What the solver is measured against: every possible split, tried one by one. Slow, obvious, and nothing shared.
import type { CostProblem, FillProblem, PrimaryProblem, ShareProblem, Weighting } from '../../src/solver';

export function weightOf(weighting: Weighting | undefined, intent: number): number {
  return weighting === 'squared-relative' ? 1 / intent ** 2 : 1 / intent;
}

/** Σ w·(P·lot)²/4 with lot = 1: what rounding to whole shares may cost at most. */
export function roundingAllowance(problem: PrimaryProblem): number {
  return problem.funds.reduce((sum, fund) => {
    return sum + (weightOf(problem.weighting, fund.target) * problem.price ** 2) / 4;
  }, 0);
}

/** The least objective over all splits of the shares; Infinity when there is none. */
export function leastByShares(problem: ShareProblem): number {
  const wanted = problem.funds.reduce((sum, fund) => sum + Math.max(0, fund.target), 0);
  const isOver = problem.price * problem.executedShares > wanted;
  const weighting = isOver ? 'equal-bps' : problem.weighting;
  const funds = problem.funds.map((fund) => ({ ...fund, weight: weightOf(weighting, fund.intent) }));
  return leastOver({ ...problem, unitValue: 1, funds: funds.map((fund) => ({ ...fund, maxUnits: 0 })) });
}

/** The least objective over all splits of shares and units; Infinity when there is none. */
export function leastByUnits(problem: PrimaryProblem): number {
  return leastOver({
    ...problem,
    funds: problem.funds.map((fund) => ({ ...fund, weight: weightOf(problem.weighting, fund.target) })),
  });
}

type Weighted = PrimaryProblem & {
  readonly funds: readonly (PrimaryProblem['funds'][number] & { readonly weight: number })[];
};

function leastOver(problem: Weighted): number {
  const { price, unitValue, funds } = problem;
  const lot = problem.shareLot ?? 1;
  const odd = problem.executedShares % lot;
  let best = Infinity;
  const visit = (at: number, sharesLeft: number, unitsLeft: number, oddLeft: number, cost: number): void => {
    if (cost >= best) return;
    const fund = funds[at];
    if (!fund) {
      if (sharesLeft === 0 && oddLeft === 0) best = cost;
      return;
    }
    const { fixedUnits } = fund;
    const mostUnits = Math.min(
      fund.maxUnits ?? Infinity,
      unitsLeft,
      fixedUnits ?? Math.max(0, Math.floor(fund.target / unitValue) + 2),
    );
    const mostShares = Math.min(fund.maxShares ?? Infinity, sharesLeft);
    for (let units = fixedUnits ?? 0; units <= mostUnits; units++) {
      for (const start of oddLeft > 0 ? [0, odd] : [0]) {
        for (let shares = start; shares <= mostShares; shares += lot) {
          const { limit } = fund;
          if (limit && limit.perShare * shares + limit.perUnit * units > limit.total + 1e-9) break;
          const residual = fund.target - price * shares - unitValue * units;
          visit(
            at + 1,
            sharesLeft - shares,
            unitsLeft - units,
            oddLeft - start,
            cost + fund.weight * residual ** 2,
          );
        }
      }
    }
  };
  visit(0, problem.executedShares, problem.maxTotalUnits ?? Infinity, odd, 0);
  return best;
}

/** The same by dynamic programming over the shares dealt out, for more funds without limits, lots or rations. */
export function leastByTable(problem: PrimaryProblem): number {
  const { price, unitValue, executedShares } = problem;
  let least = Array.from({ length: executedShares + 1 }, (_, dealt) => (dealt === 0 ? 0 : Infinity));
  for (const { target, maxUnits = Infinity } of problem.funds) {
    const weight = weightOf(problem.weighting, target);
    const most = Math.min(maxUnits, Math.floor(target / unitValue) + 2);
    least = least.map((_, dealt) => {
      let best = Infinity;
      for (let own = 0; own <= dealt; own++) {
        for (let units = 0; units <= most; units++) {
          const residual = target - price * own - unitValue * units;
          best = Math.min(best, (least[dealt - own] ?? Infinity) + weight * residual ** 2);
        }
      }
      return best;
    });
  }
  return least[executedShares] ?? Infinity;
}

/** The least worst deviation over all splits of fills over funds, by the shares each fund takes at each fill. */
export function leastDeviation(problem: FillProblem): number {
  const total = problem.fills.reduce((sum, fill) => sum + fill.quantity, 0);
  const average = problem.fills.reduce((sum, fill) => sum + fill.quantity * fill.price, 0) / total;
  let best = Infinity;
  const open = problem.funds.map((fund) => fund.shares);
  const paid = problem.funds.map(() => 0);
  const visit = (fillAt: number, fundAt: number, left: number): void => {
    const fill = problem.fills[fillAt];
    if (!fill) {
      const worst = problem.funds.reduce(
        (most, fund, at) => Math.max(most, Math.abs((paid[at] ?? 0) - fund.shares * average)),
        0,
      );
      best = Math.min(best, worst);
      return;
    }
    if (fundAt === open.length) {
      if (left === 0) visit(fillAt + 1, 0, problem.fills[fillAt + 1]?.quantity ?? 0);
      return;
    }
    for (let shares = Math.min(left, open[fundAt] ?? 0); shares >= 0; shares--) {
      open[fundAt] = (open[fundAt] ?? 0) - shares;
      paid[fundAt] = (paid[fundAt] ?? 0) + shares * fill.price;
      visit(fillAt, fundAt + 1, left - shares);
      open[fundAt] = (open[fundAt] ?? 0) + shares;
      paid[fundAt] = (paid[fundAt] ?? 0) - shares * fill.price;
    }
  };
  visit(0, 0, problem.fills[0]?.quantity ?? 0);
  return best;
}

/** The least cost over all whole shares and units of every fund and asset; Infinity when nothing fits. */
export function leastCost(problem: CostProblem): number {
  const slots = problem.funds.flatMap((fund, at) => fund.positions.map((position) => ({ at, position })));
  const sharesLeft = new Map(problem.assets.map((asset) => [asset.id, asset.executedShares]));
  const unitsLeft = new Map(problem.assets.map((asset) => [asset.id, asset.maxTotalUnits ?? Infinity]));
  const cashLeft = problem.funds.map((fund) => fund.cash ?? Infinity);
  let best = Infinity;
  const visit = (index: number, cost: number): void => {
    if (cost >= best) return;
    const slot = slots[index];
    if (!slot) {
      if ([...sharesLeft.values()].every((left) => left === 0)) best = cost;
      return;
    }
    const asset = problem.assets.find(({ id }) => id === slot.position.asset);
    if (!asset) return;
    const { position, at } = slot;
    const open = sharesLeft.get(asset.id) ?? 0;
    const rationed = unitsLeft.get(asset.id) ?? 0;
    const mostUnits = Math.min(
      rationed,
      position.maxUnits ?? Infinity,
      Math.max(0, Math.floor(position.target / asset.unitValue) + 1),
    );
    for (let units = 0; units <= mostUnits; units++) {
      for (let shares = 0; shares <= Math.min(open, position.maxShares ?? Infinity); shares++) {
        const spent = asset.side === 'BUY' ? asset.price * shares + asset.unitValue * units : 0;
        if (spent > (cashLeft[at] ?? 0) + 1e-9) break;
        if (asset.side === 'SELL' && shares + asset.sharesPerUnit * units > (position.holdings ?? Infinity))
          break;
        const traded =
          asset.primaryBps * asset.unitValue * units + asset.halfSpreadBps * asset.price * shares;
        const residual = position.target - asset.price * shares - asset.unitValue * units;
        const own =
          (units > 0 ? asset.feePerRequest : 0) + traded / 1e4 + asset.residualPenalty * Math.abs(residual);
        sharesLeft.set(asset.id, open - shares);
        unitsLeft.set(asset.id, rationed - units);
        cashLeft[at] = (cashLeft[at] ?? 0) - spent;
        visit(index + 1, cost + own);
        cashLeft[at] = (cashLeft[at] ?? 0) + spent;
      }
    }
    sharesLeft.set(asset.id, open);
    unitsLeft.set(asset.id, rationed);
  };
  visit(0, 0);
  return best;
}

/**
 * The same where units are not rationed and more shares are dealt out: each fund's least cost by what it takes of every ETF, and
 * funds put together one after the other.
 */
export function leastByTables({ assets, funds }: CostProblem): number {
  const size = assets.reduce((entries, { executedShares }) => entries * (executedShares + 1), 1);
  const digits = (entry: number): number[] => {
    let rest = entry;
    return assets.map(({ executedShares }) => {
      const own = rest % (executedShares + 1);
      rest = (rest - own) / (executedShares + 1);
      return own;
    });
  };
  const taken = Array.from({ length: size }, (_, entry) => digits(entry));
  let least = taken.map((_, entry) => (entry === 0 ? 0 : Infinity));
  for (const [fund, { cash = Infinity, positions }] of funds.entries()) {
    const own = taken.map((shares) => leastBesideShares(assets, { cash, positions }, shares));
    const isLast = fund === funds.length - 1;
    least = least.map((_, entry) => {
      if (isLast && entry < size - 1) return Infinity;
      let best = Infinity;
      taken.forEach((shares, before) => {
        if (before > entry || (least[before] ?? Infinity) === Infinity) return;
        const fits = shares.every((count, at) => count <= (taken[entry]?.[at] ?? 0));
        if (fits) best = Math.min(best, (least[before] ?? Infinity) + (own[entry - before] ?? Infinity));
      });
      return best;
    });
  }
  return least[size - 1] ?? Infinity;
}

/** The least cost of a fund over all its units, beside given shares; Infinity where they break a rule. */
function leastBesideShares(
  assets: CostProblem['assets'],
  {
    cash,
    positions,
  }: { readonly cash: number; readonly positions: CostProblem['funds'][number]['positions'] },
  shares: readonly number[],
): number {
  let best = Infinity;
  const visit = (at: number, spent: number, cost: number): void => {
    const asset = assets[at];
    if (!asset) {
      best = Math.min(best, cost);
      return;
    }
    const own = shares[at] ?? 0;
    const position = positions.find((other) => other.asset === asset.id);
    if (!position) {
      if (own === 0) visit(at + 1, spent, cost);
      return;
    }
    if (own > (position.maxShares ?? Infinity)) return;
    const { target, holdings = Infinity, maxUnits = Infinity } = position;
    const most = Math.min(maxUnits, Math.max(0, Math.floor(target / asset.unitValue) + 1));
    for (let units = 0; units <= most; units++) {
      const money = asset.price * own + asset.unitValue * units;
      const isBuy = asset.side === 'BUY';
      if (!isBuy && own + asset.sharesPerUnit * units > holdings) return;
      if (isBuy && spent + money > cash + 1e-7) return;
      const traded = asset.primaryBps * asset.unitValue * units + asset.halfSpreadBps * asset.price * own;
      const open = asset.residualPenalty * Math.abs(target - money);
      visit(
        at + 1,
        isBuy ? spent + money : spent,
        cost + (units > 0 ? asset.feePerRequest : 0) + traded / 1e4 + open,
      );
    }
  };
  visit(0, 0, 0);
  return best;
}
