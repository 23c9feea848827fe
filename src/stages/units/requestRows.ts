// The units asked for as rows: every request of the day, whatever its family, with what each leaves open and why.
import { notional } from '../../domain/money';
import { type PrimaryRow, primaryRequests } from '../../sheets/tabs';
import { printTable, type TableCells } from '../../sheets/write';
import { type DayInputs, find, type OpenInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { settlesOn } from '../day/settles';
import type { OpenDay, UnitRequest } from '../day/state';
import { type Reasoned, withReasons } from '../outcome/tables';
import { bps, type Target, targetsOf } from '../standing/positions';

export type RequestRow = Reasoned<PrimaryRow>;

export function requestRows(inputs: OpenInputs, state: OpenDay): readonly RequestRow[] {
  const targets = new Map(targetsOf(state).map((target) => [memberKey(target), target]));
  return state.units.flatMap((unit) => {
    const target = targets.get(memberKey(unit));
    return target ? [requestRow(inputs, state, unit, target)] : [];
  });
}

function requestRow(
  inputs: OpenInputs,
  { tradeDate }: OpenDay,
  unit: UnitRequest,
  target: Target,
): RequestRow {
  const etf = find(inputs.etfs, ({ asset }) => asset === unit.asset);
  // As everywhere else: rounded once, so that many units differ by no cent of each.
  const value = notional(unit.units * unit.sharesPerUnit, unit.inav);
  const bought = notional(unit.executedShares, unit.price);
  const has = value + bought;
  // What an order that was cut keeps by right is nothing too much.
  const amount = Math.max(target.amount, Math.min(has, unit.kept ?? 0));
  const residual = amount - has;
  return {
    tradeDate,
    family: etf?.family ?? '',
    asset: unit.asset,
    side: unit.side,
    request: requestOf(unit),
    fund: target.fund,
    cnpj: unit.cnpj,
    units: unit.units,
    unitShares: unit.sharesPerUnit,
    unitValue: notional(unit.sharesPerUnit, unit.inav),
    value,
    administrator: etf?.administrator ?? null,
    target: amount,
    executedShares: unit.executedShares,
    residual,
    residualBps: bps(residual, amount),
    reasons: unit.reasons,
    objective: unit.objective,
    lowerBound: unit.lowerBound,
    proRataUnits: unit.proRataUnits,
    oneUnitMore: unit.oneUnitMore,
    oneUnitLess: unit.oneUnitLess,
    settlementDate: settlesOn(inputs, tradeDate),
    executed: bought,
  };
}

function requestOf({ units, side }: UnitRequest): PrimaryRow['request'] {
  if (units === 0) return 'none';
  return side === 'BUY' ? 'creation' : 'redemption';
}

export const requestsTable = ({ settings }: DayInputs, rows: readonly RequestRow[]): TableCells =>
  printTable(primaryRequests, withReasons(rows, settings.deskLanguage));
