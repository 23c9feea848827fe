// Puts the midday question in money: fees, both markets and what is left over, all ETFs at once because cash is one.
import { type Cents, toBrl } from '../../domain/money';
import { type Budget, type CostProblem, solvePrimaryCost, WORK_A_SECOND } from '../../solver';
import type { DayInputs } from '../day/inputs';
import { poolKey } from '../day/keys';
import { fundOf, payableHere } from '../day/lookups';
import { anyOf, type Choice, memberOf, sharesFit, type UnitPool } from './unitPool';

/** Least money over all ETFs at once: fees, costs of both markets and a price on what is left over. */
export function cheapest(inputs: DayInputs, pools: readonly UnitPool[]) {
  const { splitSeconds } = inputs.settings;
  // The work is what usually ends it: the same units come out of the preview and of the run. The time is for slow days.
  const budget: Budget = {
    work: splitSeconds * WORK_A_SECOND,
    ...(inputs.isSpent ? { isSpent: inputs.isSpent } : {}),
  };
  const answer = solvePrimaryCost(costProblem(inputs, pools), budget);
  const choices = new Map<string, Choice[]>();
  // What was decided costs what it costs, whatever is chosen beside it.
  const spent = pools.reduce((sum, pool) => sum + decidedCost(inputs, pool), 0);
  const objective = answer.objective + spent;
  const lowerBound = answer.lowerBound + spent;
  const poolOf = new Map(pools.map((pool) => [poolKey(pool), pool]));
  for (const { fund, asset, units: rest, shares } of answer.positions) {
    const [member] = memberOf(poolOf.get(asset)?.members ?? [], fund);
    const units = rest + (member?.override?.units ?? 0);
    // Money is one question over all funds and ETFs: there is no fund's own cost of another unit.
    const why = { proRataUnits: null, oneUnitMore: null, oneUnitLess: null };
    const executedShares = shares + (member?.kept.shares ?? 0);
    const choice = { cnpj: fund, units, executedShares, objective, lowerBound, ...why };
    const own = choices.get(asset) ?? [];
    own.push(choice);
    choices.set(asset, own);
  }
  return { choices, search: { objective, gap: answer.gap, end: answer.end } };
}

function costProblem(inputs: DayInputs, pools: readonly UnitPool[]): CostProblem {
  const { feePerRequest, primaryBps, halfSpreadBps, residualPenaltyBps } = inputs.settings;
  return {
    assets: pools.map((pool) => ({
      id: poolKey(pool),
      side: pool.side,
      price: pool.price,
      unitValue: toBrl(pool.unitValue),
      sharesPerUnit: pool.quote.sharesPerUnit,
      executedShares: pool.executed.shares,
      feePerRequest: toBrl(feePerRequest),
      primaryBps,
      halfSpreadBps,
      residualPenalty: residualPenaltyBps / 10_000,
      ...(pool.maxTotalUnits === null ? {} : { maxTotalUnits: pool.maxTotalUnits - decidedIn(pool) }),
    })),
    funds: fundsOf(inputs, pools),
  };
}

/** BRL: fees and the cost of the primary market. */
const decidedCost = (
  { settings: { feePerRequest, primaryBps } }: DayInputs,
  { members, filled, unitValue }: UnitPool,
): number =>
  [...members, ...filled].reduce((sum, { override }) => {
    const units = override?.units ?? 0;
    return units === 0 ? sum : sum + toBrl(feePerRequest) + (primaryBps * units * toBrl(unitValue)) / 10_000;
  }, 0);

const decidedIn = ({ members, filled }: UnitPool): number =>
  [...members, ...filled].reduce((sum, { override }) => sum + (override?.units ?? 0), 0);

/**
 * Units that a person decided are taken out of the question, and what funds keep of orders that were cut: out of what their fund
 * wants, can pay, and holds.
 */
function fundsOf(inputs: DayInputs, pools: readonly UnitPool[]) {
  const ids = [...new Set(pools.flatMap(({ members }) => members.map(({ target }) => target.cnpj)))].sort();
  return ids.map((id) => {
    const cash = payableHere(inputs, fundOf(inputs, id));
    return {
      id,
      ...(cash === null ? {} : { cash: toBrl(Math.max(0, cash - paidIn(pools, id))) }),
      positions: pools.flatMap((pool) =>
        memberOf(pool.members, id).map(({ open, inReach, override, rule: { maxUnits, limit } }) => ({
          asset: poolKey(pool),
          target: toBrl(open - (override?.units ?? 0) * pool.unitValue),
          ...(override !== null ? { maxUnits: 0 } : maxUnits === null ? {} : { maxUnits }),
          ...(pool.side === 'SELL' && limit !== null
            ? { holdings: Math.max(0, limit.total - (override?.units ?? 0) * pool.quote.sharesPerUnit) }
            : {}),
          ...(inReach !== null && sharesFit(pool) ? { maxShares: inReach } : {}),
        })),
      ),
    };
  });
}

/** What the fund's units that a person decided cost it, and what it paid for what it keeps. */
const paidIn = (pools: readonly UnitPool[], id: string): Cents =>
  pools
    .filter(({ side }) => side === 'BUY')
    .reduce((sum, pool) => {
      const own = anyOf(pool, id);
      return sum + (own?.override?.units ?? 0) * pool.unitValue + (own?.kept.money ?? 0);
    }, 0);
