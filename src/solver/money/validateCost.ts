// Refuses unusable input to the money problem; every message opens with the field that has to be corrected.
import type { CostProblem } from '../types';
import { finite, InputError, named, notNegative, oneOf, positive, whole, wholeIfGiven } from '../validate';

/** Units are counted in 32 bits. */
const MOST_UNITS = 2 ** 31 - 2;

export function validateCost(problem: CostProblem): void {
  named('assets', problem.assets);
  problem.assets.forEach((asset, at) => {
    const field = `assets[${at}]`;
    if (asset.side === undefined) throw new InputError(`${field}.side`, 'must be BUY or SELL');
    oneOf(`${field}.side`, asset.side, ['BUY', 'SELL']);
    positive(`${field}.price`, asset.price);
    positive(`${field}.unitValue`, asset.unitValue);
    if (asset.unitValue < asset.price)
      throw new InputError(`${field}.unitValue`, 'must not be below the price of one share');
    whole(`${field}.sharesPerUnit`, asset.sharesPerUnit);
    positive(`${field}.sharesPerUnit`, asset.sharesPerUnit);
    whole(`${field}.executedShares`, asset.executedShares);
    notNegative(`${field}.feePerRequest`, asset.feePerRequest);
    notNegative(`${field}.primaryBps`, asset.primaryBps);
    notNegative(`${field}.halfSpreadBps`, asset.halfSpreadBps);
    notNegative(`${field}.residualPenalty`, asset.residualPenalty);
    wholeIfGiven(`${field}.maxTotalUnits`, asset.maxTotalUnits);
  });
  named('funds', problem.funds);
  const assets = new Map(problem.assets.map((asset) => [asset.id, { asset, room: 0 }]));
  problem.funds.forEach((fund, at) => {
    if (fund.cash !== undefined) notNegative(`funds[${at}].cash`, fund.cash);
    const seen = new Set<string>();
    fund.positions.forEach((position, index) => {
      const field = `funds[${at}].positions[${index}]`;
      const total = assets.get(position.asset);
      if (!total) throw new InputError(`${field}.asset`, `${String(position.asset)} is not among the assets`);
      if (seen.has(position.asset)) throw new InputError(`${field}.asset`, `${position.asset} appears twice`);
      seen.add(position.asset);
      finite(`${field}.target`, position.target);
      if (Math.abs(position.target) > MOST_UNITS * total.asset.unitValue)
        throw new InputError(`${field}.target`, `is worth more than ${MOST_UNITS} units`);
      wholeIfGiven(`${field}.holdings`, position.holdings);
      wholeIfGiven(`${field}.maxUnits`, position.maxUnits);
      wholeIfGiven(`${field}.maxShares`, position.maxShares);
      const held = total.asset.side === 'SELL' ? (position.holdings ?? Infinity) : Infinity;
      total.room += Math.min(position.maxShares ?? Infinity, held);
    });
  });
  problem.assets.forEach(({ id, executedShares }, at) => {
    const room = assets.get(id)?.room ?? 0;
    if (room < executedShares) {
      throw new InputError(
        `assets[${at}].executedShares`,
        `${executedShares} shares do not fit the caps of the funds (${room})`,
      );
    }
  });
}
