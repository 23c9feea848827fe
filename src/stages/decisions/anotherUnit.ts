// What one unit more or less would leave of a fund's order, its shares unchanged, and what that would cost.
import type { Cents } from '../../domain/money';
import { msg } from '../../language/message';
import type { Settings } from '../../sheets/settings';
import type { RequestRow } from '../split/requestRows';
import type { DecisionCell } from './table';

/** The desk's prices of a request, of what trades in either market and of what is left over. */
export type Prices = Pick<Settings, 'feePerRequest' | 'primaryBps' | 'residualPenaltyBps' | 'splitBy'>;

/**
 * By tracking error the cost is how many times the ETF's miss it would be; by money it is BRL by the desk's prices.
 * null where the fund has no unit to give, or can have no other.
 */
export function anotherUnit(prices: Prices, row: RequestRow, by: 1 | -1): DecisionCell {
  if (row.units + by < 0) return null;
  const left = row.residual - by * row.unitValue;
  const order = Math.abs(left);
  if (prices.splitBy === 'money') {
    const money2 = unitCost(prices, row, by);
    return { said: msg('{money} left, costs {money2}', { money: left, money2 }), order };
  }
  const added = by === 1 ? row.oneUnitMore : row.oneUnitLess;
  if (added === null) return by === 1 ? msg('no more can be had') : null;
  if (row.objective <= 0) return { said: msg('{money} left', { money: left }), order };
  const decimal = tenths((row.objective + added) / row.objective);
  return { said: msg('{money} left, miss × {decimal}', { money: left, decimal }), order };
}

/** More than it costs now: the unit's fee and trade, and what is left over at the desk's price. */
function unitCost(
  { feePerRequest, primaryBps, residualPenaltyBps }: Prices,
  { units, unitValue, residual }: RequestRow,
  by: 1 | -1,
): Cents {
  const fee = (units + by > 0 ? feePerRequest : 0) - (units > 0 ? feePerRequest : 0);
  const left = Math.abs(residual - by * unitValue) - Math.abs(residual);
  return fee + Math.round((by * primaryBps * unitValue + residualPenaltyBps * left) / 10_000);
}

const tenths = (n: number): number => Math.round(n * 10) / 10;
