// All orders of one ETF and side are a large part of its average volume. An unknown volume skips the check with one warning.
import type { Etf } from '../../domain/etf';
import { groupsOf } from '../../domain/lookup';
import type { Side } from '../../domain/trade';
import { msg } from '../../language/message';
import { dailyTrades, marketData } from '../../sheets/tabs';
import { find } from '../day/inputs';
import { poolKey } from '../day/keys';
import { blamed } from './blamed';
import { type Check, type Finding, percent } from './check';
import { type LocatedTrade, type TradesSubject, total } from './trade';

export const volume: Check<TradesSubject> = {
  code: 'volume',
  setting: 'checkVolume',
  find({ inputs, accepted }) {
    const unknown = new Set<string>();
    const large = sumsOf(accepted).flatMap(({ etf, side, amount, entries }): readonly Finding[] => {
      if (etf.maxVolumeShare === null) return [];
      const average = find(inputs.quotes, ({ asset }) => asset === etf.asset)?.avgVolume ?? null;
      if (average === null) {
        unknown.add(etf.asset);
        return [];
      }
      if (amount <= Math.round(average * etf.maxVolumeShare)) return [];
      const holes = {
        code: etf.asset,
        side,
        money: amount,
        decimal: percent(etf.maxVolumeShare),
        money2: average,
      };
      const { isAmended, saids, place } = blamed(inputs, entries);
      // All funds' orders together make it; none of them is meant before one is amended.
      return isAmended
        ? [
            {
              text: msg(
                '{code} {side}: {money} is more than {decimal}% of the average volume of {money2} ({saids})',
                { ...holes, saids },
              ),
              place,
            },
          ]
        : [
            {
              text: msg(
                '{code} {side}: {money} is more than {decimal}% of the average volume of {money2}',
                holes,
              ),
              place: { tab: dailyTrades.name },
            },
          ];
    });
    if (unknown.size === 0) return large;
    const text = msg('avg_volume of {n} traded {n|ETF|ETFs} is blank: the check on it is skipped', {
      n: unknown.size,
    });
    return [...large, { text, place: { tab: marketData.name }, code: 'no-volume', severity: 'warning' }];
  },
};

interface Sum {
  readonly etf: Etf;
  readonly side: Side;
  readonly amount: number;
  readonly entries: readonly LocatedTrade[];
}

function sumsOf(accepted: readonly LocatedTrade[]): readonly Sum[] {
  return groupsOf(
    accepted.filter(({ etf }) => etf !== null),
    ({ trade }) => poolKey(trade),
  ).flatMap((entries): readonly Sum[] => {
    const [first] = entries;
    return first?.etf ? [{ etf: first.etf, side: first.trade.side, amount: total(entries), entries }] : [];
  });
}
