// The allocation as it is written to each broker, and its summary to the traders.
import { exchangeCode } from '../../domain/broker';
import type { Problem } from '../../domain/problem';
import { allocationMail } from '../../messages/allocation';
import { summaryMail } from '../../messages/summary';
import type { BrokerOrderRow } from '../../sheets/tabs';
import { brokersByName, type OpenInputs } from '../day/inputs';
import type { KeyedMail, OutputFile, Summary } from '../day/outcome';

export interface Told {
  readonly orders: readonly BrokerOrderRow[];
  readonly files: readonly OutputFile[];
  readonly version: number;
  readonly summary: Summary;
  readonly warnings: readonly Problem[];
}

export const finalMails = (inputs: OpenInputs, told: Told): readonly KeyedMail[] => [
  ...brokerMails(inputs, told),
  ...traderMails(inputs, told),
];

function brokerMails(inputs: OpenInputs, { orders, files, version }: Told): readonly KeyedMail[] {
  const { deskName, traderEmails } = inputs.settings;
  const { tradeDate } = inputs.state;
  return brokersByName(inputs).flatMap((broker) => {
    const attachment = files.find(({ folder }) => folder === broker.name);
    if (!attachment) return [];
    const lines = orders
      .filter((row) => row.exchangeCode === exchangeCode(broker))
      .map((row) => ({
        asset: row.asset,
        side: row.side,
        shares: row.assetAmount,
        fund: row.fund,
        cnpj: row.cnpj ?? '',
        averagePrice: row.averagePrice,
      }));
    const message = allocationMail({
      broker,
      tradeDate,
      deskName,
      copy: traderEmails,
      version,
      lines,
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
