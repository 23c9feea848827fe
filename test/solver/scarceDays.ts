// Small days on which cash holds whole shares only just, and the least cost of a day by a table over its funds.
import type { CostAsset, CostProblem } from '../../src/solver';
import type { Chance } from './seeded';

export type Scarcity = 'cash exactly enough' | 'all short of cash' | 'units of one or two shares';

export function scarceDay(kind: Scarcity, chance: Chance): CostProblem {
  const isShort = kind === 'all short of cash';
  const assets = Array.from({ length: 1 + chance.whole(isShort ? 3 : 2) }, (_, etf) =>
    assetOf(kind, etf, chance),
  );
  const funds = Array.from({ length: 1 + chance.whole(4) }, (_, fund) => {
    const own = assets.filter(() => chance.is(0.9));
    const positions = own.map(({ id, side, price, unitValue }) => ({
      asset: id,
      target:
        kind === 'cash exactly enough'
          ? price * chance.whole(8) + unitValue * chance.whole(3)
          : chance.whole(60) - 8,
      ...(side === 'SELL' && chance.is(0.5) ? { holdings: chance.whole(16) } : {}),
      ...(chance.is(0.2) ? { maxUnits: chance.whole(3) } : {}),
      ...(chance.is(0.2) ? { maxShares: chance.whole(5) } : {}),
    }));
    const exact = own.reduce(
      (sum, { price, unitValue }) => sum + price * chance.whole(4) + unitValue * chance.whole(3),
      0,
    );
    const cash = kind === 'cash exactly enough' ? exact : chance.whole(isShort ? 40 : 60);
    return { id: `F${fund}`, ...(isShort || chance.is(0.6) ? { cash } : {}), positions };
  });
  return { assets, funds };
}

function assetOf(kind: Scarcity, etf: number, chance: Chance): CostAsset {
  const price = [2, 3, 4, 5, 2.5, 3.33][chance.whole(6)] ?? 2;
  const isTiny = kind === 'units of one or two shares';
  const sharesPerUnit = isTiny ? 1 + chance.whole(2) : 2 + chance.whole(5);
  const isDear = chance.is(0.2);
  return {
    id: `E${etf}`,
    side: !isTiny || chance.is(0.65) ? 'BUY' : 'SELL',
    price,
    unitValue: price * sharesPerUnit * (isDear ? 1.2 : 1),
    sharesPerUnit,
    executedShares: chance.whole(6),
    feePerRequest: chance.whole(4),
    primaryBps: chance.whole(500),
    halfSpreadBps: chance.whole(300),
    residualPenalty: (1 + chance.whole(10)) / 10,
    ...(chance.is(0.2) ? { maxTotalUnits: chance.whole(4) } : {}),
  };
}

/** What a fund or all funds up to one take by ETF, shares then units, and what that costs and is paid for. */
interface Taken {
  readonly counts: readonly number[];
  readonly cost: number;
  readonly paid: number;
}

/** The least cost of any split, Infinity where none fits: fund after fund, everything that those before may have taken. */
export function leastOfDay({ assets, funds }: CostProblem): number {
  const most = assets.flatMap(({ executedShares, maxTotalUnits = Infinity }) => [
    executedShares,
    maxTotalUnits,
  ]);
  let all: readonly Taken[] = [{ counts: most.map(() => 0), cost: 0, paid: 0 }];
  for (const fund of funds) {
    const own = takenBy(assets, fund);
    all = cheapestOf(
      all.flatMap((before) =>
        own.flatMap(({ counts, cost }) => {
          const sum = counts.map((count, line) => (before.counts[line] ?? 0) + count);
          const fits = sum.every((count, line) => count <= (most[line] ?? 0));
          return fits ? [{ counts: sum, cost: before.cost + cost, paid: 0 }] : [];
        }),
      ),
      most,
    );
  }
  const isAll = ({ counts }: Taken): boolean =>
    assets.every(({ executedShares }, etf) => counts[2 * etf] === executedShares);
  return all.reduce((least, own) => (isAll(own) ? Math.min(least, own.cost) : least), Infinity);
}

function takenBy(assets: readonly CostAsset[], fund: CostProblem['funds'][number]): readonly Taken[] {
  let ways: readonly Taken[] = [{ counts: assets.flatMap(() => [0, 0]), cost: 0, paid: 0 }];
  for (const {
    asset: id,
    target,
    holdings = Infinity,
    maxUnits = Infinity,
    maxShares = Infinity,
  } of fund.positions) {
    const etf = assets.findIndex((asset) => asset.id === id);
    const asset = assets[etf];
    if (!asset) continue;
    const units = Math.min(
      maxUnits,
      asset.maxTotalUnits ?? Infinity,
      Math.max(0, Math.ceil(target / asset.unitValue)) + 1,
    );
    const next: Taken[] = [];
    for (let unit = 0; unit <= units; unit++)
      for (let share = 0; share <= Math.min(asset.executedShares, maxShares); share++) {
        if (asset.side === 'SELL' && share + asset.sharesPerUnit * unit > holdings) break;
        const [inShares, inUnits] = [asset.price * share, asset.unitValue * unit];
        const cost =
          (unit > 0 ? asset.feePerRequest : 0) +
          (asset.primaryBps * inUnits + asset.halfSpreadBps * inShares) / 1e4 +
          asset.residualPenalty * Math.abs(target - inShares - inUnits);
        for (const way of ways) {
          const paid = way.paid + (asset.side === 'BUY' ? inShares + inUnits : 0);
          if (paid > (fund.cash ?? Infinity) + 1e-9) continue;
          const counts = way.counts.map((count, line) =>
            line === 2 * etf ? share : line === 2 * etf + 1 ? unit : count,
          );
          next.push({ counts, cost: way.cost + cost, paid });
        }
      }
    ways = next;
  }
  return ways;
}

/** Of those that take the same shares, and the same units where they are rationed, the cheapest. */
function cheapestOf(all: readonly Taken[], most: readonly number[]): readonly Taken[] {
  const best = new Map<string, Taken>();
  for (const own of all) {
    const counts = own.counts.map((count, line) => (most[line] === Infinity ? 0 : count));
    const key = counts.join();
    const known = best.get(key);
    if (!known || own.cost < known.cost) best.set(key, { ...own, counts });
  }
  return [...best.values()];
}
