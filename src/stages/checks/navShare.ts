// A trade is a large part of the fund. An unknown NAV skips the check with one warning.
import { msg } from '../../language/message';
import { fundStats } from '../../sheets/tabs';
import { type Check, type Finding, percent, placeAt } from './check';
import { byFund, type TradesSubject } from './trade';

export const navShare: Check<TradesSubject> = {
  code: 'nav-share',
  setting: 'checkNavShare',
  find({ inputs, accepted }) {
    const { settings, trades } = inputs;
    const funds = byFund(accepted);
    const unknown = [...funds.keys()].filter(({ nav }) => nav === null).length;
    const large = [...funds].flatMap(([{ nav, fund }, entries]): readonly Finding[] => {
      if (nav === null) return [];
      const most = Math.floor(nav * settings.maxNavShare);
      return entries
        .filter(({ trade }) => trade.amount > most)
        .map(({ at, trade }) => ({
          text: msg('{money} is more than {decimal}% of the NAV of {fund}', {
            money: trade.amount,
            decimal: percent(settings.maxNavShare),
            fund,
          }),
          place: placeAt(trades, at.row, 'amount'),
        }));
    });
    if (unknown === 0) return large;
    const text = msg('nav of {n} trading {n|fund|funds} is blank: the check on it is skipped', {
      n: unknown,
    });
    return [...large, { text, place: { tab: fundStats.name }, code: 'no-nav', severity: 'warning' }];
  },
};
