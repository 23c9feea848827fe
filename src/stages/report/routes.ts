// What the two ways to shares cost, ETF by ETF and side by side: the exchange against the iNAV at the decision, units at the official
// NAV against the iNAV at which they were asked for.
import { type Cents, notional } from '../../domain/money';
import type { Cost, ReportRoute, ReportWay } from '../../messages/report/report';
import type { OpenInputs } from '../day/inputs';
import { officialQuotes } from '../day/quotes';
import type { UnitRequest } from '../day/state';
import type { Pool } from '../ledger/pool';
import type { SideFigures } from '../look/sides';
import { costOf, dearness, decidedCost } from './decided';

/** @param sides what units come to on each, as status has it */
export const reportRoutes = (
  inputs: OpenInputs,
  pools: readonly Pool[],
  sides: readonly SideFigures[],
): readonly ReportRoute[] =>
  pools.flatMap((pool): readonly ReportRoute[] => {
    const { asset, side } = pool;
    const own = sides.find((one) => one.asset === asset && one.side === side);
    const [secondary, primary] = [exchange(inputs, pool), units(inputs, pool, own?.primary ?? 0)];
    return secondary === null && primary === null ? [] : [{ asset, side, secondary, primary }];
  });

function exchange({ state, settings }: OpenInputs, pool: Pool): ReportWay | null {
  const { side, executed } = pool;
  if (executed.shares === 0) return null;
  const { decisionMoney, cost } = decidedCost(state, side, pool.fills);
  return {
    cost,
    count: executed.shares,
    money: executed.money,
    benchmark: decisionMoney,
    assumedBps: settings.halfSpreadBps,
  };
}

function units(inputs: OpenInputs, { asset, side }: Pool, money: Cents): ReportWay | null {
  const requests = inputs.state.units.filter(
    (unit) => unit.asset === asset && unit.side === side && unit.units > 0,
  );
  if (requests.length === 0) return null;
  const { feePerRequest, primaryBps } = inputs.settings;
  const asked = sumOf(requests, ({ units: n, sharesPerUnit, inav }) => notional(n * sharesPerUnit, inav));
  const fees = asked === 0 ? 0 : ((feePerRequest * requests.length) / asked) * 10_000;
  return {
    money,
    benchmark: asked,
    count: sumOf(requests, ({ units: n }) => n),
    cost: atOfficialNav(inputs, requests, asked),
    assumedBps: primaryBps + fees,
  };
}

/** null until the NAV is known: until then units have cost nothing. */
function atOfficialNav(inputs: OpenInputs, requests: readonly UnitRequest[], asked: Cents): Cost | null {
  const [first] = requests;
  const official = officialQuotes(inputs).get(first?.asset ?? '');
  if (first === undefined || official === undefined) return null;
  const settles = sumOf(requests, ({ units: n, sharesPerUnit }) =>
    notional(n * sharesPerUnit, official.inav),
  );
  return costOf((settles - asked) * dearness(first.side), asked);
}

const sumOf = <R>(rows: readonly R[], of: (row: R) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
