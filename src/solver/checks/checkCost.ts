// Re-checks an answer to the money problem: whole shares and units, every cap, every fund's cash, every asset's shares.

import type { CostAnswer, CostProblem } from '../types';
import { CheckError } from './checkShares';

/** Refuses an answer that breaks a rule; returns its cost. */
export function checkCost(problem: CostProblem, positions: CostAnswer['positions']): number {
  const rows = new Map(positions.map((row) => [`${row.fund}\n${row.asset}`, row]));
  const assets = new Map(problem.assets.map((asset) => [asset.id, { asset, shares: 0, units: 0 }]));
  let objective = 0;
  for (const fund of problem.funds) {
    let spent = 0;
    for (const position of fund.positions) {
      const row = rows.get(`${fund.id}\n${position.asset}`);
      const total = assets.get(position.asset);
      if (!row || !total) throw new CheckError(`${fund.id} has no row for ${position.asset}`);
      const { shares, units } = row;
      const { asset } = total;
      for (const [count, most] of [
        [shares, position.maxShares],
        [units, position.maxUnits],
      ] as const) {
        if (!Number.isSafeInteger(count) || count < 0 || count > (most ?? Infinity)) {
          throw new CheckError(`${fund.id} would hold ${count} of ${asset.id}`);
        }
      }
      if (asset.side === 'BUY') spent += asset.price * shares + asset.unitValue * units;
      else if (shares + asset.sharesPerUnit * units > (position.holdings ?? Infinity)) {
        throw new CheckError(`${fund.id} would sell more ${asset.id} than it holds`);
      }
      total.shares += shares;
      total.units += units;
      const open = Math.abs(position.target - asset.price * shares - asset.unitValue * units);
      const fee = units > 0 ? asset.feePerRequest : 0;
      const traded = asset.primaryBps * asset.unitValue * units + asset.halfSpreadBps * asset.price * shares;
      objective += fee + traded / 1e4 + asset.residualPenalty * open;
    }
    const cash = fund.cash ?? Infinity;
    if (spent > cash * (1 + 1e-12) + 1e-6) throw new CheckError(`${fund.id} would spend ${spent} of ${cash}`);
  }
  for (const { asset, shares, units } of assets.values()) {
    if (shares !== asset.executedShares) throw new CheckError(`${shares} shares of ${asset.id}`);
    if (units > (asset.maxTotalUnits ?? Infinity)) throw new CheckError(`${units} units of ${asset.id}`);
  }
  return objective;
}
