// A trade is larger than its fund, or than any day that is remembered: an amount with zeros too many, or a NAV with too few.
import { toBrl } from '../../domain/money';
import { dateOf } from '../../domain/stamp';
import type { Trade } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { Located } from '../../sheets/read';
import type { DayInputs } from '../day/inputs';
import { fundOf } from '../day/known';
import { largestDay, remembered } from '../day/lastKnown';
import { type Check, placeAt } from './check';
import { factorOf, judged, type Odd } from './odd';
import type { TradesSubject } from './trade';

export const oddTrades = (inputs: DayInputs): readonly Odd[] =>
  inputs.trades.rows.flatMap((at): readonly Odd[] => {
    const { fund, cnpj, asset, side, strategy, amount } = at.value;
    if (strategy === 'AdjustmentOrder') return [];
    const too = beyondFund(inputs, at) ?? beyondDays(inputs, at.value);
    if (too === null) return [];
    return [
      {
        code: 'odd-trade',
        about: `${String(inputs.trades.tab)} ${fundOf(inputs, cnpj)?.fund ?? fund} ${side} ${asset} ${strategy} amount`,
        figure: toBrl(amount),
        ...too,
        place: placeAt(inputs.trades, at.row, 'amount'),
      },
    ];
  });

interface Too {
  readonly said: Message;
  readonly factor: number | null;
}

function beyondFund(inputs: DayInputs, { value: { cnpj, amount } }: Located<Trade>): Too | null {
  const fund = fundOf(inputs, cnpj);
  const nav = fund?.nav ?? null;
  if (fund === undefined || nav === null || amount <= nav * inputs.settings.maxTradeNav) return null;
  const said = msg('a trade of {fund} is {money}, and the whole fund is {money2}', {
    ...{ fund: fund.fund, money: amount, money2: nav },
  });
  return { said, factor: null };
}

function beyondDays(inputs: DayInputs, { amount }: Trade): Too | null {
  const day = largestDay(remembered(inputs), dateOf(inputs.now));
  if (day === null || amount <= day[0] * inputs.settings.maxJump) return null;
  const [money2, date] = day;
  const said = msg('one trade is {money}, and the largest of the last days was {money2} in all, on {date}', {
    ...{ money: amount, money2, date },
  });
  return { said, factor: factorOf(amount, money2) };
}

export const oddTrade: Check<TradesSubject> = {
  code: 'odd-trade',
  setting: 'checkTradeSize',
  find: ({ inputs }) => judged(oddTrades(inputs), inputs),
};
