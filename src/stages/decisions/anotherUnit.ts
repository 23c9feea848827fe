// What one unit more or less would leave of a fund's order, its shares unchanged, and what that would cost.
import type { Cents } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import type { Settings } from '../../sheets/settings';
import type { RequestRow } from '../split/requestRows';
import type { Filled } from './table';

/** The desk's prices of a request, of what trades in either market and of what is left over. */
type Prices = Pick<Settings, 'feePerRequest' | 'primaryBps' | 'residualPenaltyBps' | 'splitBy'>;

interface Step {
  readonly by: 1 | -1;
  readonly left: Message;
  readonly miss: Message;
  readonly cost: Message;
}

const STEPS: readonly Step[] = [
  {
    by: 1,
    left: msg('Left with one more'),
    miss: msg('Miss × with one more'),
    cost: msg('Cost of one more'),
  },
  {
    by: -1,
    left: msg('Left with one less'),
    miss: msg('Miss × with one less'),
    cost: msg('Cost of one less'),
  },
];

/**
 * By tracking error the cost is how many times the ETF's miss it would be, blank where the fund can have no other or nothing is
 * missed; by money it is BRL by the desk's prices.
 */
export const anotherUnit = (prices: Prices): readonly Filled<RequestRow>[] =>
  STEPS.flatMap(({ by, left, miss, cost }): readonly Filled<RequestRow>[] => [
    { label: left, kind: 'money', cell: (row) => (canHave(prices, row, by) ? leftOf(row, by) : null) },
    prices.splitBy === 'money'
      ? {
          label: cost,
          kind: 'money',
          cell: (row) => (canHave(prices, row, by) ? unitCost(prices, row, by) : null),
        }
      : { label: miss, kind: 'decimal', cell: (row) => missTimes(row, by) },
  ]);

/** By money nobody asked whether it could. */
const canHave = ({ splitBy }: Prices, row: RequestRow, by: 1 | -1): boolean =>
  row.units + by >= 0 && (splitBy === 'money' || addedBy(row, by) !== null);

const addedBy = (row: RequestRow, by: 1 | -1): number | null =>
  by === 1 ? row.oneUnitMore : row.oneUnitLess;

const leftOf = (row: RequestRow, by: 1 | -1): Cents => row.residual - by * row.unitValue;

function missTimes(row: RequestRow, by: 1 | -1): number | null {
  const added = addedBy(row, by);
  return added === null || row.objective <= 0
    ? null
    : Math.round(((row.objective + added) / row.objective) * 10) / 10;
}

/** More than it costs now: the unit's fee and trade, and what is left over at the desk's price. */
function unitCost(
  { feePerRequest, primaryBps, residualPenaltyBps }: Prices,
  row: RequestRow,
  by: 1 | -1,
): Cents {
  const { units, unitValue, residual } = row;
  const fee = (units + by > 0 ? feePerRequest : 0) - (units > 0 ? feePerRequest : 0);
  const left = Math.abs(leftOf(row, by)) - Math.abs(residual);
  return fee + Math.round((by * primaryBps * unitValue + residualPenaltyBps * left) / 10_000);
}
