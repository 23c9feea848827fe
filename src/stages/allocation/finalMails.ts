// The allocation as it is written to each broker.
import { type AllocationLine, allocationMail } from '../../messages/allocation';
import type { BrokerOrderRow } from '../../sheets/tabs';
import { brokersByName, type OpenInputs } from '../day/inputs';
import { following, type KeyedMail, unheardIn, type WaitingMail, waitingOf } from '../day/keyedMail';
import { settlesOn } from '../day/settles';
import type { OutputFile } from '../outcome/outcome';
import { rowsOf, toldBefore } from './brokerFiles';
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
    const lines = rowsOf(orders, broker).map(lineOf);
    const topic = `${tradeDate} allocation ${broker.name}`;
    const waiting = waitingOf(inputs, topic);
    const message = allocationMail({
      broker,
      tradeDate,
      settlementDate: settlesOn(inputs, tradeDate),
      deskName,
      copy: traderEmails,
      version,
      replaces: heardBefore(lastTold(inputs, broker.name, version) + 1, waiting),
      lines,
      open: open.filter((each) => each.broker === broker.name),
      attachment,
    });
    const key = `${topic} v${version}`;
    return [following({ key, message }, { topic, parts: [partOf(version)] }, waiting)];
  });
}

/** What a mail says of a row, and no more: a large day has a hundred thousand of them. */
const lineOf = (row: BrokerOrderRow): AllocationLine => {
  const { asset, side, assetAmount: shares, fund, averagePrice, amount, rounding, partFrom } = row;
  const fill = row.fillId === null ? null : { id: row.fillId, time: row.fillTime };
  return { asset, side, shares, fund, cnpj: row.cnpj ?? '', averagePrice, amount, rounding, fill, partFrom };
};

/** The last version that was written to this broker; zero = none. */
function lastTold({ state }: OpenInputs, broker: string, version: number): number {
  const known = state.allocation?.last?.[broker]?.version;
  return known ?? (toldBefore(state).includes(broker) ? version - 1 : 0);
}

export const partOf = (version: number): string => `v${version}`;

/** The last version that has reached its reader, of those before this one; null = none. */
export function heardBefore(version: number, waiting: readonly WaitingMail[]): number | null {
  const unheard = unheardIn(waiting);
  for (let before = version - 1; before > 0; before -= 1) if (!unheard.has(partOf(before))) return before;
  return null;
}
