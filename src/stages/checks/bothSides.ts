// A fund buys and sells the same ETF.
import type { Side } from '../../domain/trade';
import { msg } from '../../language/message';
import { fundAssetKey } from '../day/keys';
import { type Check, placeAt } from './check';
import type { TradesSubject } from './trade';

export const bothSides: Check<TradesSubject> = {
  code: 'both-sides',
  setting: 'checkBothSides',
  find({ inputs, accepted }) {
    const first = new Map<string, { readonly side: Side; readonly row: number }>();
    return accepted.flatMap(({ at: { row }, trade }) => {
      const key = fundAssetKey(trade);
      const other = first.get(key) ?? { side: trade.side, row };
      first.set(key, other);
      if (other.side === trade.side) return [];
      const text = msg('the fund has a {side} of {code} in row {n}; keep one side', {
        side: other.side,
        code: trade.asset,
        n: other.row + 1,
      });
      return [{ text, place: placeAt(inputs.trades, row, 'side') }];
    });
  },
};
