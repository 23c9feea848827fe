// One CSV a broker, as its back office reads it.
import { type Broker, exchangeCode } from '../../domain/broker';
import { lookup } from '../../domain/lookup';
import { fileMoney } from '../../language/figures';
import { type CsvCell, csv } from '../../messages/csv';
import type { BrokerOrderRow } from '../../sheets/tabs';
import { brokersByName, type OpenInputs } from '../day/inputs';
import type { DayState } from '../day/state';
import type { OutputFile } from '../outcome/outcome';
import type { OpenShares } from './brokerOrderRows';

/** The first eight are what back offices read by name or by place today: what is added comes after them. */
const COLUMNS: Readonly<Record<string, (row: BrokerOrderRow) => CsvCell>> = {
  trade_date: (row) => row.tradeDate,
  asset: (row) => row.asset,
  side: (row) => row.side,
  asset_amount: (row) => row.assetAmount,
  exchange_code: (row) => row.exchangeCode,
  fund: (row) => row.fund,
  cnpj: (row) => row.cnpj ?? '',
  average_price: (row) => ({ decimal: row.averagePrice.toFixed(8) }),
  fill_id: (row) => row.fillId ?? '',
  fill_time: (row) => row.fillTime ?? '',
  fill_price: (row) => (row.fillPrice === null ? '' : { decimal: row.fillPrice.toFixed(8) }),
  price_of: (row) => row.priceOf,
  amount_brl: (row) => ({ decimal: fileMoney(row.amount) }),
  rounding_brl: (row) => ({ decimal: fileMoney(row.rounding) }),
  settlement_date: (row) => row.settlementDate,
  part_from: (row) => row.partFrom ?? '',
};

const CELLS = Object.values(COLUMNS);

/** What of an allocation the files are made of. */
interface Filed {
  readonly version: number;
  readonly orders: readonly BrokerOrderRow[];
  /** What no fund takes yet: its broker hears of the rest, and how many shares are open. */
  readonly open: readonly OpenShares[];
}

/** Each version has files of its own names: none takes the place of another on anybody’s disk. */
export function brokerFiles(inputs: OpenInputs, { version, orders, open }: Filed): readonly OutputFile[] {
  const { state } = inputs;
  return brokersByName(inputs).flatMap((broker) => {
    const own = rowsOf(orders, broker);
    // Who was told of shares that are gone has to hear that nothing is left.
    const hears =
      own.length > 0 ||
      open.some((each) => each.broker === broker.name) ||
      toldBefore(state).includes(broker.name);
    if (!hears) return [];
    const rows = own.map((row) => CELLS.map((cell) => cell(row)));
    const name = `aloc_trading_${state.tradeDate}${version > 1 ? `_v${version}` : ''}.csv`;
    return [{ folder: broker.name, name, content: csv(Object.keys(COLUMNS), rows, broker.fileFormat) }];
  });
}

const rowsAt = lookup(({ exchangeCode: code }: BrokerOrderRow) => code);

export const rowsOf = (orders: readonly BrokerOrderRow[], broker: Broker): readonly BrokerOrderRow[] =>
  rowsAt(orders, exchangeCode(broker));

/** Brokers that were sent an allocation of the day, whatever its version. */
export const toldBefore = ({ allocation }: DayState): readonly string[] => allocation?.told ?? [];
