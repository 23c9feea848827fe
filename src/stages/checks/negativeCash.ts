// A fund whose cash is below zero buys nothing, and the other funds go on. A rebalance that sells as much as it buys settles
// together and needs no cash.
import { type Problem, warning } from '../../domain/problem';
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { placeAt } from './check';
import { byFund, type LocatedTrade, rebalanceSells, total } from './trade';

export interface HeldBack {
  readonly goOn: readonly LocatedTrade[];
  readonly problems: readonly Problem[];
}

/** Where the check on cash only warns, or is off, nothing is held back. */
export function withoutCash(inputs: DayInputs, accepted: readonly LocatedTrade[]): HeldBack {
  if (inputs.settings.checkCash !== 'error') return { goOn: accepted, problems: [] };
  const held = new Set(
    [...byFund(accepted)].flatMap(([fund, entries]) =>
      fund.cash !== null && fund.cash < 0 ? heldOf(entries) : [],
    ),
  );
  return {
    goOn: accepted.filter((entry) => !held.has(entry)),
    problems: [
      ...inDebt(inputs, accepted),
      ...[...held].map(({ fund: { fund, cash }, trade, at }) => {
        const text = msg(
          'the cash of {fund} is {money}: its {side} of {money2} in {code} is left out until there is cash; the other funds go on',
          { fund, money: cash ?? 0, side: trade.side, money2: trade.amount, code: trade.asset },
        );
        return warning('negative-cash', text, placeAt(inputs.trades, at.row, 'amount'));
      }),
    ],
  };
}

/** A rebalance that pays for itself goes on, and what the fund owes stays owed: that is said. */
const inDebt = (inputs: DayInputs, accepted: readonly LocatedTrade[]): readonly Problem[] =>
  [...byFund(accepted)].flatMap(([{ fund, cash }, entries]): readonly Problem[] => {
    const held = heldOf(entries);
    const goOn = entries.filter((entry) => entry.trade.side === 'BUY' && !held.includes(entry));
    const [first] = goOn;
    if (cash === null || cash >= 0 || first === undefined) return [];
    const text = msg(
      'the cash of {fund} is {money}: its rebalance buys {money2} with what it sells, and the debt stays; sell more or put in cash',
      { fund, money: cash, money2: total(goOn) },
    );
    return [warning('negative-cash', text, placeAt(inputs.trades, first.at.row, 'amount'))];
  });

function heldOf(entries: readonly LocatedTrade[]): readonly LocatedTrade[] {
  const buys = entries.filter(({ trade }) => trade.side === 'BUY');
  const rebalanced = buys.filter(({ trade }) => trade.strategy === 'RebalanceOrder');
  const isNeutral = total(rebalanced) <= rebalanceSells(entries);
  return isNeutral ? buys.filter((entry) => !rebalanced.includes(entry)) : buys;
}
