// The allocation as it is written to each broker, and its summary to the traders.
import type { Problem } from '../../domain/problem';
import { allocationMail } from '../../messages/allocation';
import { summaryMail } from '../../messages/summary';
import type { BrokerOrderRow } from '../../sheets/tabs';
import { brokersByName, type OpenInputs } from '../day/inputs';
import type { KeyedMail, OutputFile, Summary } from '../day/outcome';
import { settlesOn } from '../day/settles';
import { rowsOf } from './brokerFiles';
import type { OpenShares } from './brokerOrderRows';

export interface Told {
  readonly orders: readonly BrokerOrderRow[];
  readonly open: readonly OpenShares[];
  readonly files: readonly OutputFile[];
  readonly version: number;
  readonly summary: Summary;
  readonly warnings: readonly Problem[];
}

export const finalMails = (inputs: OpenInputs, told: Told): readonly KeyedMail[] => [
  ...brokerMails(inputs, told),
  ...traderMails(inputs, told),
];

function brokerMails(inputs: OpenInputs, { orders, open, files, version }: Told): readonly KeyedMail[] {
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

function traderMails({ settings, state }: OpenInputs, { version, summary, warnings }: Told) {
  const { traderEmails, deskLanguage, deskName } = settings;
  const { tradeDate } = state;
  if (traderEmails.length === 0) return [];
  const message = summaryMail({
    to: traderEmails,
    language: deskLanguage,
    deskName,
    tradeDate,
    headline: summary.headline,
    facts: summary.facts,
    problems: [],
    // Whoever reads a mail does not sit at the tab.
    warnings: warnings.map((each) => ({ ...each, tab: null, cell: null })),
  });
  return [{ key: `${tradeDate} allocation traders v${version}`, message }];
}
