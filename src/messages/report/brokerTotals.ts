// Brokers over all ETFs and sides: who was dearest.
import { groupsOf } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import { sumOf } from '../totals';
import type { Cost, DayReport } from './report';

export interface BrokerTotal {
  readonly broker: string;
  readonly money: Cents;
  /** null = nobody asked for any of its fills. */
  readonly cost: Cost | null;
}

/** The dearest first; whose fills nobody asked for last. */
export function brokerTotals({ brokers }: Pick<DayReport, 'brokers'>): readonly BrokerTotal[] {
  const totals = groupsOf(brokers, ({ broker }) => broker).map((own): BrokerTotal => {
    const decision = sumOf(own, ({ decisionMoney }) => decisionMoney);
    const money = sumOf(own, ({ cost }) => cost?.money ?? 0);
    return {
      broker: own[0]?.broker ?? '',
      money: sumOf(own, (line) => line.money),
      cost: decision === 0 ? null : { money, bps: (money / decision) * 10_000 },
    };
  });
  const dearness = ({ cost }: BrokerTotal): number => cost?.bps ?? Number.NEGATIVE_INFINITY;
  return totals.sort((a, b) => dearness(b) - dearness(a) || (a.broker < b.broker ? -1 : 1));
}
