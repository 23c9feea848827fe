// Brokers over all ETFs, buys and sells apart: who was dearest. A broker that sells well and buys badly is not even.
import { groupsOf } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import type { Side } from '../../domain/trade';
import { sumOf } from '../totals';
import type { Cost, DayReport } from './report';

export interface BrokerTotal {
  readonly broker: string;
  readonly side: Side;
  readonly money: Cents;
  /** null = nobody asked for any of its fills. */
  readonly cost: Cost | null;
}

/** The dearest first; whose fills nobody asked for last. */
export function brokerTotals({ brokers }: Pick<DayReport, 'brokers'>): readonly BrokerTotal[] {
  const totals = groupsOf(brokers, ({ broker, side }) => `${side} ${broker}`).flatMap(
    (own): BrokerTotal[] => {
      const [first] = own;
      if (first === undefined) return [];
      const { broker, side } = first;
      const decision = sumOf(own, ({ decisionMoney }) => decisionMoney);
      const money = sumOf(own, ({ cost }) => cost?.money ?? 0);
      const cost = decision === 0 ? null : { money, bps: (money / decision) * 10_000 };
      return [{ broker, side, money: sumOf(own, (line) => line.money), cost }];
    },
  );
  const dearness = ({ cost }: BrokerTotal): number => cost?.bps ?? Number.NEGATIVE_INFINITY;
  const name = ({ broker, side }: BrokerTotal): string => `${broker} ${side}`;
  return totals.sort((a, b) => dearness(b) - dearness(a) || (name(a) < name(b) ? -1 : 1));
}
