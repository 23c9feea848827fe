// A fund sells more than it held at the opening; today's units settle too late to be sold.
import { notional } from '../../domain/money';
import { msg } from '../../language/message';
import { find } from '../day/inputs';
import { heldOf } from '../day/known';
import { fundAssetKey } from '../split/keys';
import { type Check, placeAt } from './check';
import type { LocatedTrade, TradesSubject } from './trade';

export const holdings: Check<TradesSubject> = {
  code: 'holdings',
  setting: 'checkHoldings',
  find({ inputs, accepted }) {
    const { holdings: held, quotes, trades } = inputs;
    const sells = accepted.filter(({ trade, etf }) => trade.side === 'SELL' && etf !== null);
    if (sells.length === 0) return [];
    if (held.rows.length === 0) {
      const text = msg('the tab is empty: sells are not checked against holdings');
      return [{ text, place: { tab: held.tab }, code: 'no-holdings', severity: 'warning' }];
    }
    return sumsOf(sells).flatMap(({ at, trade, fund, amount }) => {
      const quote = find(quotes, ({ asset }) => asset === trade.asset);
      if (!quote) return [];
      const shares = heldOf(inputs, { cnpj: fund.cnpj, asset: trade.asset }) ?? 0;
      const worth = notional(shares, quote.inav);
      if (amount <= worth) return [];
      const text = msg(
        '{fund} sells {money} of {code} and holds {n} {n|share|shares} worth {money2}; lower an amount or correct its holdings',
        { fund: fund.fund, money: amount, code: trade.asset, n: shares, money2: worth },
      );
      return [{ text, place: placeAt(trades, at.row, 'amount') }];
    });
  },
};

/** All that a fund sells of one ETF, at the last of its rows. */
function sumsOf(sells: readonly LocatedTrade[]): readonly (LocatedTrade & { readonly amount: number })[] {
  const sums = new Map<string, LocatedTrade & { readonly amount: number }>();
  for (const sell of sells) {
    const key = fundAssetKey(sell.trade);
    sums.set(key, { ...sell, amount: sell.trade.amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums.values()];
}
