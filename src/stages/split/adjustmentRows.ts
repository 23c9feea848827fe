// Target, executed and difference per ETF and side with its funds below it, and each fund's order.
import type { Cents } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import { SIDES } from '../../domain/trade';
import type { Language } from '../../language/language';
import { type Message, msg } from '../../language/message';
import { print } from '../../language/print';
import type { AdjustmentOrderRow, AdjustmentRow } from '../../sheets/tabs';
import type { OpenInputs } from '../day/inputs';
import type { OpenDay } from '../day/state';
import type { Call, Demand } from './demands';
import { bps, type Position, type Standing } from './positions';

/** A row whose next step nobody has read yet. */
export type UnreadRow = Omit<AdjustmentRow, 'next'> & {
  readonly next: Message;
  readonly callsForMore: boolean;
};

export interface AdjustmentTables {
  readonly rows: readonly UnreadRow[];
  readonly orders: readonly AdjustmentOrderRow[];
}

/** The tab speaks the desk's language, the warehouse English. */
export const printedNext = (rows: readonly UnreadRow[], language: Language): readonly AdjustmentRow[] =>
  rows.map((row) => ({ ...row, next: print(row.next, language) }));

interface Common {
  readonly tradeDate: IsoDate;
  readonly iteration: number;
}

export function adjustmentTables(
  { settings: { tolerance } }: OpenInputs,
  { tradeDate, cycle: { iteration } }: OpenDay,
  { positions }: Standing,
  demands: readonly Demand[],
): AdjustmentTables {
  const common = { tradeDate, iteration };
  const calls = demands.flatMap((demand) => demand.calls);
  const callOf = new Map(calls.map((call) => [call.position, call]));
  const assets = [...new Set(positions.map(({ asset }) => asset))].sort();
  const rows = assets.flatMap((asset) =>
    SIDES.flatMap((side) => {
      const funds = positions
        .filter((position) => position.asset === asset && position.side === side)
        .map((position) => fundRow(position, callOf.get(position), common, tolerance));
      return funds.length === 0 ? [] : [totalRow({ asset, side }, funds, common), ...funds];
    }),
  );
  const orders = calls.map(({ position: { fund, cnpj, asset }, side, amount }) => ({
    ...common,
    fund,
    cnpj,
    asset,
    side,
    amount,
    strategy: 'AdjustmentOrder' as const,
  }));
  return { rows, orders };
}

function fundRow(position: Position, call: Call | undefined, common: Common, tolerance: Cents): UnreadRow {
  return {
    ...common,
    level: 'fund',
    asset: position.asset,
    side: position.side,
    fund: position.fund,
    cnpj: position.cnpj,
    target: position.amount,
    primary: position.primary,
    executed: position.executed,
    opposite: position.opposite,
    difference: position.residual,
    differenceBps: bps(position.residual, position.amount),
    callsForMore: call !== undefined,
    next: nextOf(position, call, tolerance),
  };
}

function nextOf({ residual }: Position, call: Call | undefined, tolerance: Cents): Message {
  if (call) return msg('{side} {money}', { side: call.side, money: call.amount });
  if (Math.abs(residual) < Math.max(tolerance, 1))
    return msg('within the tolerance of {money}', { money: tolerance });
  return residual < 0
    ? msg('keeps what it is over, {money}', { money: -residual })
    : msg('{money} is less than one share, or has no shares left to sell', { money: residual });
}

function totalRow(
  pool: Pick<UnreadRow, 'asset' | 'side'>,
  funds: readonly UnreadRow[],
  common: Common,
): UnreadRow {
  const sum = (field: 'target' | 'primary' | 'executed' | 'opposite' | 'difference') =>
    funds.reduce((total, row) => total + row[field], 0);
  const open = funds.filter((row) => row.callsForMore).length;
  return {
    ...common,
    ...pool,
    level: 'ETF',
    fund: null,
    cnpj: null,
    target: sum('target'),
    primary: sum('primary'),
    executed: sum('executed'),
    opposite: sum('opposite'),
    difference: sum('difference'),
    differenceBps: bps(sum('difference'), sum('target')),
    callsForMore: open > 0,
    next: msg('{n} of {n2} {n2|fund|funds} {n|has|have} something to do', { n: open, n2: funds.length }),
  };
}
