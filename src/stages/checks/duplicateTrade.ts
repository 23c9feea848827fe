// The same trade stands twice: same fund, ETF, side and strategy.
import { msg } from '../../language/message';
import { intentKey } from '../day/keys';
import { type Check, placeAt } from './check';
import type { TradesSubject } from './trade';

export const duplicateTrade: Check<TradesSubject> = {
  code: 'duplicate-trade',
  setting: 'checkDuplicates',
  find({ inputs, accepted }) {
    const seen = new Map<string, number>();
    return accepted.flatMap(({ at: { row }, trade }) => {
      const key = intentKey(trade);
      const earlier = seen.get(key);
      seen.set(key, earlier ?? row);
      if (earlier === undefined) return [];
      const text = msg(
        'the same fund, ETF, side and strategy stand in row {n}; keep one row with the whole amount',
        { n: earlier + 1 },
      );
      return [{ text, place: placeAt(inputs.trades, row, 'cnpj') }];
    });
  },
};
