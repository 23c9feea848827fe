// The allocation as it is written to each broker.
import { allocationMail } from '../../messages/allocation';
import type { BrokerOrderRow } from '../../sheets/tabs';
import { brokersByName, type OpenInputs } from '../day/inputs';
import type { KeyedMail, OutputFile } from '../day/outcome';
import { settlesOn } from '../day/settles';
import { rowsOf } from './brokerFiles';
import type { OpenShares } from './brokerOrderRows';

export interface Told {
  readonly orders: readonly BrokerOrderRow[];
  readonly open: readonly OpenShares[];
  readonly files: readonly OutputFile[];
  readonly version: number;
}

/** To each broker of whom there is a file. */
export function brokerMails(
  inputs: OpenInputs,
  { orders, open, files, version }: Told,
): readonly KeyedMail[] {
  const { deskName, traderEmails } = inputs.settings;
  const { tradeDate } = inputs.state;
  return brokersByName(inputs).flatMap((broker) => {
    const attachment = files.find(({ folder }) => folder === broker.name);
    if (!attachment) return [];
    const lines = rowsOf(orders, broker).map((row) => ({
      ...row,
      shares: row.assetAmount,
      cnpj: row.cnpj ?? '',
      fill: row.fillId === null ? null : { id: row.fillId, time: row.fillTime },
    }));
    const message = allocationMail({
      broker,
      tradeDate,
      settlementDate: settlesOn(inputs, tradeDate),
      deskName,
      copy: traderEmails,
      version,
      lines,
      open: open.filter((each) => each.broker === broker.name),
      attachment,
    });
    return [{ key: `${tradeDate} allocation ${broker.name} v${version}`, message }];
  });
}
