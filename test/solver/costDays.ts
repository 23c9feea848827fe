// Seeded days of the money question: funds that want several ETFs, with and without the cash for all of them.
import type { CostProblem } from '../../src/solver';
import type { Chance } from './seeded';

/** One or two ETFs, cash without limit. */
export function costDay(chance: Chance, size: number): CostProblem {
  return costOfEtfs(chance, size, 1 + chance.whole(2));
}

/** Several ETFs, and every fund has the cash for half to all of what it wants: they compete for it. */
export function cashDay(chance: Chance, size: number, etfs: number): CostProblem {
  const { assets, funds } = costOfEtfs(chance, size, etfs);
  return {
    assets,
    funds: funds.map((fund) => {
      const wanted = fund.positions.reduce((sum, { target }) => sum + target, 0);
      return { ...fund, cash: Math.round(wanted * (0.5 + 0.5 * chance.real())) };
    }),
  };
}

/** Half of the funds have the cash for half to all of what they want, the others more than they can use. */
export function halfDay(chance: Chance, size: number, etfs: number): CostProblem {
  const { assets, funds } = cashDay(chance, size, etfs);
  return {
    assets,
    funds: funds.map((fund, at) => (at % 2 === 0 ? { id: fund.id, positions: fund.positions } : fund)),
  };
}

function costOfEtfs(chance: Chance, size: number, etfs: number): CostProblem {
  const assets = Array.from({ length: etfs }, (_, at) => {
    const price = 40 + chance.whole(6_000) / 100;
    return {
      id: `ETF${at}`,
      side: 'BUY' as const,
      price,
      unitValue: price * 20_000,
      sharesPerUnit: 20_000,
      executedShares: 0,
      feePerRequest: 500 + chance.whole(3_000),
      primaryBps: chance.whole(8),
      halfSpreadBps: chance.whole(10),
      residualPenalty: (1 + chance.whole(20)) / 1e3,
    };
  });
  const funds = Array.from({ length: size }, (_, at) => ({
    id: `FUND ${at}`,
    positions: assets.map(({ id }) => ({
      asset: id,
      target: Math.round(2e7 * Math.exp(-4.2 * chance.real())),
    })),
  }));
  return {
    funds,
    assets: assets.map((asset, at) => {
      const wanted = funds.reduce((sum, { positions }) => sum + (positions[at]?.target ?? 0), 0);
      return { ...asset, executedShares: Math.floor((wanted * (0.05 + 0.3 * chance.real())) / asset.price) };
    }),
  };
}
