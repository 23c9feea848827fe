// A fund sells more than it held at the opening; today's units settle too late to be sold.
import { groupsOf } from '../../domain/lookup';
import { notional } from '../../domain/money';
import { msg } from '../../language/message';
import { find } from '../day/inputs';
import { fundAssetKey } from '../day/keys';
import { heldOf } from '../day/lookups';
import { blamed } from './blamed';
import type { Check } from './check';
import { type TradesSubject, total } from './trade';

export const holdings: Check<TradesSubject> = {
  code: 'holdings',
  setting: 'checkHoldings',
  find({ inputs, accepted }) {
    const { holdings: held, quotes } = inputs;
    const sells = accepted.filter(({ trade, etf }) => trade.side === 'SELL' && etf !== null);
    if (sells.length === 0) return [];
    if (held.rows.length === 0) {
      const text = msg('the tab is empty: sells are not checked against holdings');
      return [{ text, place: { tab: held.tab }, code: 'no-holdings', severity: 'warning' }];
    }
    return groupsOf(sells, ({ trade }) => fundAssetKey(trade)).flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { trade, fund } = first;
      const amount = total(own);
      const quote = find(quotes, ({ asset }) => asset === trade.asset);
      if (!quote) return [];
      const shares = heldOf(inputs, { cnpj: fund.cnpj, asset: trade.asset }) ?? 0;
      const worth = notional(shares, quote.inav);
      if (amount <= worth) return [];
      const { saids, place } = blamed(inputs, own);
      const holes = { fund: fund.fund, money: amount, code: trade.asset, n: shares, money2: worth };
      const text =
        saids.length === 0
          ? msg(
              '{fund} sells {money} of {code} and holds {n} {n|share|shares} worth {money2}; lower an amount or correct its holdings',
              holes,
            )
          : msg(
              '{fund} sells {money} of {code} and holds {n} {n|share|shares} worth {money2} ({saids}); lower an amount or correct its holdings',
              { ...holes, saids },
            );
      return [{ text, place }];
    });
  },
};
