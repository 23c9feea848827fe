// What each broker's fills cost: its average price against the iNAV at the decision, and against all brokers' price there.
import { executed, type Fill } from '../../domain/fill';
import type { ReportBroker } from '../../messages/report/report';
import type { DayState } from '../day/state';
import type { Pool } from '../ledger/pool';
import { dearness, decidedCost } from './decided';

/** In the order of ETFs, sides and brokers; busted fills are in none. */
export const reportBrokers = (
  state: Pick<DayState, 'instructions'>,
  pools: readonly Pool[],
): readonly ReportBroker[] =>
  pools.flatMap((pool) =>
    [...new Set(pool.fills.map(({ broker }) => broker))].sort().flatMap((broker): readonly ReportBroker[] => {
      const fills = pool.fills.filter((fill) => fill.broker === broker);
      const { shares, money, price } = executed(fills);
      if (price === null) return [];
      const { asset, side } = pool;
      const { decision, decisionMoney, cost } = decidedCost(state, side, fills);
      return [
        {
          ...{ broker, asset, side, shares, money, price, decision, decisionMoney, cost },
          fills: new Set(fills.map(({ fillId }: Fill) => fillId)).size,
          againstAllBps: pool.price === 0 ? 0 : (price / pool.price - 1) * 10_000 * dearness(side),
        },
      ];
    }),
  );
