// A fund buys for more than its cash and what its rebalance sells. Unknown cash skips the check with one warning.
import { msg } from '../../language/message';
import { fundStats } from '../../sheets/tabs';
import { type Check, type Finding, placeAt } from './check';
import { byFund, rebalanceSells, type TradesSubject, total } from './trade';

export const cash: Check<TradesSubject> = {
  code: 'cash',
  setting: 'checkCash',
  find({ inputs, accepted }) {
    const buyers = [...byFund(accepted)].flatMap(([fund, entries]) => {
      const buys = entries.filter(({ trade }) => trade.side === 'BUY');
      const last = buys[buys.length - 1];
      return last ? [{ fund, last, asked: total(buys) - rebalanceSells(entries) }] : [];
    });
    const unknown = buyers.filter(({ fund }) => fund.cash === null).length;
    const short = buyers.flatMap(({ fund, last, asked }): readonly Finding[] => {
      if (fund.cash === null || asked <= Math.max(0, fund.cash)) return [];
      const text = msg('{fund} buys for {money} and has {money2}; lower an amount or correct its cash', {
        fund: fund.fund,
        money: asked,
        money2: fund.cash,
      });
      return [{ text, place: placeAt(inputs.trades, last.at.row, 'amount') }];
    });
    if (unknown === 0) return short;
    const text = msg('cash of {n} trading {n|fund|funds} is blank: the check on it is skipped', {
      n: unknown,
    });
    return [...short, { text, place: { tab: fundStats.name }, code: 'no-cash', severity: 'warning' }];
  },
};
