// One CSV a broker, as its back office reads it.
import { exchangeCode } from '../../domain/broker';
import { csv } from '../../messages/csv';
import type { BrokerOrderRow } from '../../sheets/tabs';
import { brokersByName, type OpenInputs } from '../day/inputs';
import type { OutputFile } from '../day/outcome';
import type { DayState } from '../day/state';

const HEADER = [
  'trade_date',
  'asset',
  'side',
  'asset_amount',
  'exchange_code',
  'fund',
  'cnpj',
  'average_price',
];

export function brokerFiles(inputs: OpenInputs, orders: readonly BrokerOrderRow[]): readonly OutputFile[] {
  const { state } = inputs;
  return brokersByName(inputs).flatMap((broker) => {
    const own = orders.filter((row) => row.exchangeCode === exchangeCode(broker));
    // Who was told of shares that are gone has to hear that nothing is left.
    if (own.length === 0 && !toldBefore(state).includes(broker.name)) return [];
    const rows = own.map((row) => [
      row.tradeDate,
      row.asset,
      row.side,
      String(row.assetAmount),
      row.exchangeCode,
      row.fund,
      row.cnpj ?? '',
      row.averagePrice.toFixed(8),
    ]);
    const name = `aloc_trading_${state.tradeDate}.csv`;
    return [{ folder: broker.name, name, content: csv(HEADER, rows) }];
  });
}

/** Brokers that were sent an allocation of the day, whatever its version. */
export const toldBefore = ({ allocation }: DayState): readonly string[] => allocation?.told ?? [];
