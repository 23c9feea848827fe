// A trade is larger than its fund, or than any day that is remembered: an amount with zeros too many, or a NAV with too few.
import type { Cnpj } from '../../domain/cnpj';
import { toBrl } from '../../domain/money';
import { dateOf } from '../../domain/stamp';
import { isAsked, type Trade } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { Located } from '../../sheets/read';
import type { DayInputs } from '../day/inputs';
import { largestDay, ownDays, remembered } from '../day/lastKnown';
import { fundOf } from '../day/lookups';
import type { KnownValue } from '../day/state';
import { type Check, type Finding, placeAt } from './check';
import { apart, factorOf, judged, type Odd } from './odd';
import type { TradesSubject } from './trade';

export const oddTrades = (inputs: DayInputs): readonly Odd[] =>
  inputs.trades.rows.flatMap((at): readonly Odd[] => {
    const { fund, cnpj, asset, side, strategy, amount } = at.value;
    if (!isAsked(at.value)) return [];
    const too = beyondFund(inputs, at) ?? beyondOwn(inputs, at.value) ?? beyondDays(inputs, at.value);
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

/** So many days of its own say what is usual for a fund; of fewer only the very same digits are asked about. */
const ENOUGH_DAYS = 3;
const SAME_DIGITS = 0.000_1;

function beyondOwn(inputs: DayInputs, { cnpj, amount, fund: written }: Trade): Too | null {
  const days = ownDays(remembered(inputs), cnpj, dateOf(inputs.now));
  const day = days.reduce<KnownValue | null>(
    (most, each) => (most && most[0] >= each[0] ? most : each),
    null,
  );
  if (day === null || amount <= day[0] * inputs.settings.maxJump) return null;
  const [money2, date] = day;
  const factor = factorOf(amount, money2);
  const isSame = factor !== null && apart(apart(amount, money2) + 1, factor) <= SAME_DIGITS;
  if (days.length < ENOUGH_DAYS && !isSame) return null;
  const fund = fundOf(inputs, cnpj)?.fund ?? written;
  const said = msg('a trade of {fund} is {money}, and its largest of the last days was {money2}, on {date}', {
    ...{ fund, money: amount, money2, date },
  });
  return { said, factor };
}

/** A fund's largest trade is far below what it usually trades: zeros too few stop nobody, and are said. */
function belowOwn(inputs: DayInputs): readonly Finding[] {
  const known = remembered(inputs);
  const largest = new Map<Cnpj, Located<Trade>>();
  for (const at of inputs.trades.rows) {
    const { cnpj, amount } = at.value;
    const best = largest.get(cnpj);
    if (isAsked(at.value) && (best === undefined || amount > best.value.amount)) largest.set(cnpj, at);
  }
  return [...largest.values()].flatMap(
    ({ row, value: { cnpj, amount, fund: written } }): readonly Finding[] => {
      const days = ownDays(known, cnpj, dateOf(inputs.now));
      if (days.length < ENOUGH_DAYS || amount === 0) return [];
      const money2 = Math.min(...days.map(([size]) => size));
      if (amount * inputs.settings.maxJump >= money2) return [];
      const fund = fundOf(inputs, cnpj)?.fund ?? written;
      const text = msg(
        'the largest trade of {fund} is {money}, and on each of its last {n} days it traded {money2} or more; compare it with its source',
        { fund, money: amount, n: days.length, money2 },
      );
      return [{ text, place: placeAt(inputs.trades, row, 'amount'), severity: 'warning' }];
    },
  );
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
  find: ({ inputs }) => [...judged(oddTrades(inputs), inputs), ...belowOwn(inputs)],
};
