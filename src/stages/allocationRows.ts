// The allocation fund by fund: what it got, at what price, why, and what one share more or less would have cost.
import type { Cnpj } from '../domain/cnpj';
import { centsFromE8, notional, notionalE8, priceFromE8 } from '../domain/money';
import type { Side } from '../domain/trade';
import type { AllocationRow } from '../sheets/tabs';
import { explainShares, type ShareExplanation } from '../solver';
import { nameOf } from './brokerOrderRows';
import { type DayInputs, find } from './inputs';
import type { Line } from './lines';
import { bps, type Pool, type Position, type Standing } from './positions';

export function allocationRows(
  inputs: DayInputs,
  { pools, positions }: Standing,
  lines: readonly Line[],
  version: number,
): readonly AllocationRow[] {
  return pools.flatMap((pool) => {
    const own = lines.filter(({ fill }) => fill.asset === pool.asset && fill.side === pool.side);
    const why = new Map<string, ShareExplanation>(
      pool.split
        ? explainShares(pool.split.problem, pool.split.answer).map((reason) => [reason.id, reason])
        : [],
    );
    const members = [
      ...positions
        .filter(({ asset, side }) => asset === pool.asset && side === pool.side)
        .map(({ cnpj }) => cnpj),
      ...[...pool.sharesByFund.keys()],
    ];
    const rows = [...new Set(members)].sort().map((cnpj) => {
      const home = positions.find(
        (position) => position.cnpj === cnpj && position.asset === pool.asset && position.side === pool.side,
      );
      const away = positions.find((position) => position.cnpj === cnpj && position.asset === pool.asset);
      return fundRow(inputs, pool, own, cnpj, home, away, why.get(cnpj), version);
    });
    return pool.excess > 0
      ? [...rows, fundRow(inputs, pool, own, null, undefined, undefined, undefined, version)]
      : rows;
  });
}

function fundRow(
  inputs: DayInputs,
  pool: Pool,
  lines: readonly Line[],
  cnpj: Cnpj | null,
  home: Position | undefined,
  away: Position | undefined,
  why: ShareExplanation | undefined,
  version: number,
): AllocationRow {
  const mine = lines.filter((line) => line.cnpj === cnpj);
  const shares = mine.reduce((sum, line) => sum + line.shares, 0);
  const paidE8 = mine.reduce((sum, line) => sum + notionalE8(line.shares, line.fill.price), 0n);
  const averagePrice = shares > 0 ? priceFromE8(paidE8, shares) : null;
  const fair = notional(shares, pool.price);
  const deviation = centsFromE8(paidE8) - fair;
  const position = home ?? away;
  return {
    tradeDate: inputs.state.tradeDate ?? '',
    version,
    asset: pool.asset,
    side: pool.side,
    fund: nameOf(inputs, cnpj),
    cnpj,
    strategy: strategyOf(inputs, cnpj, pool.asset, pool.side),
    target: home?.amount ?? 0,
    units: home?.units ?? 0,
    primary: home?.primary ?? 0,
    shares,
    proRataShares: why?.proRataShares ?? null,
    averagePrice,
    poolPrice: pool.executed.price,
    deviation,
    deviationBps: bps(deviation, fair),
    residual: position?.residual ?? 0,
    residualBps: bps(position?.residual ?? 0, position?.amount ?? 0),
    oneMore: why?.oneMore ?? null,
    oneLess: why?.oneLess ?? null,
    reasons: reasonsOf(inputs, cnpj, home, why),
    objective: pool.split?.answer.objective ?? null,
    lowerBound: pool.split?.answer.lowerBound ?? null,
  };
}

function strategyOf(inputs: DayInputs, cnpj: Cnpj | null, asset: string, side: Side): string | null {
  const own = inputs.state.intents.filter((intent) => intent.cnpj === cnpj && intent.asset === asset);
  if (own.length === 0) return null;
  const strategies = own.filter((intent) => intent.side === side).map(({ strategy }) => strategy);
  return strategies.length > 0 ? strategies.join(', ') : 'AdjustmentOrder';
}

function reasonsOf(
  inputs: DayInputs,
  cnpj: Cnpj | null,
  home: Position | undefined,
  why: ShareExplanation | undefined,
): readonly string[] {
  if (cnpj === null) return ['no fund may take these shares'];
  const request = inputs.state.units.find(
    (unit) => unit.cnpj === cnpj && unit.asset === home?.asset && unit.side === home.side,
  );
  const fund = find(inputs.funds, (candidate) => candidate.cnpj === cnpj);
  return [
    ...(home === undefined ? ['gives back what it had too much'] : []),
    ...(request && request.units > 0
      ? [`${request.units} units: ${request.reasons.join(' and ')}`]
      : (request?.reasons ?? [])),
    ...(why?.capBinds ? ['limited by what it may hold'] : []),
    ...(fund?.strategy ? [fund.strategy] : []),
  ];
}
