// A fund buys for more than its cash and what its rebalance sells. Unknown cash skips the check with one warning.
import { msg } from '../../language/message';
import { fundStats } from '../../sheets/tabs';
import { blamed } from './blamed';
import type { Check, Finding } from './check';
import { byFund, isPaying, type TradesSubject, total } from './trade';

export const cash: Check<TradesSubject> = {
  code: 'cash',
  setting: 'checkCash',
  find({ inputs, accepted }) {
    const buyers = [...byFund(accepted)].flatMap(([fund, entries]) => {
      const buys = entries.filter(({ trade }) => trade.side === 'BUY');
      const pays = entries.filter(isPaying);
      return buys.length === 0 ? [] : [{ fund, buys, pays, asked: total(buys) - total(pays) }];
    });
    const unknown = buyers.filter(({ fund }) => fund.cash === null).length;
    const short = buyers.flatMap(({ fund, buys, pays, asked }): readonly Finding[] => {
      if (fund.cash === null || asked <= Math.max(0, fund.cash)) return [];
      const { saids, place } = blamed(inputs, buys, pays);
      const holes = { fund: fund.fund, money: asked, money2: fund.cash };
      const text =
        saids.length === 0
          ? msg('{fund} buys for {money} and has {money2}; lower an amount or correct its cash', holes)
          : msg('{fund} buys for {money} and has {money2} ({saids}); lower an amount or correct its cash', {
              ...holes,
              saids,
            });
      return [{ text, place }];
    });
    if (unknown === 0) return short;
    const text = msg('cash of {n} trading {n|fund|funds} is blank: the check on it is skipped', {
      n: unknown,
    });
    return [...short, { text, place: { tab: fundStats.name }, code: 'no-cash', severity: 'warning' }];
  },
};
