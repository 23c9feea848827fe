// Reads daily-trades against funds, ETFs and limits: which rows the desk takes on, and all that is wrong with them.
import type { Etf } from '../../domain/etf';
import { error, hasErrors, type Problem, warning } from '../../domain/problem';
import type { ProblemCode } from '../../domain/problemCodes';
import { isAsked, type Trade } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import type { Located } from '../../sheets/read';
import type { Field } from '../../sheets/tab';
import { settingsTab } from '../../sheets/tabs';
import { type DayInputs, find } from '../day/inputs';
import { intentKey } from '../day/keys';
import { fundOf } from '../day/lookups';
import { assetNotAllowed, isOffshore } from './assetNotAllowed';
import { bothSides } from './bothSides';
import { cash } from './cash';
import { type Check, findingsOf, placeAt } from './check';
import { duplicateTrade } from './duplicateTrade';
import { fundName } from './fundName';
import { holdings } from './holdings';
import { navShare } from './navShare';
import { withoutCash } from './negativeCash';
import { oddTrade } from './oddTrade';
import type { AcceptedTrade, LocatedTrade, TradesSubject } from './trade';
import { volume } from './volume';

export interface CheckedTrades {
  readonly onshore: readonly AcceptedTrade[];
  readonly offshore: readonly AcceptedTrade[];
  readonly problems: readonly Problem[];
}

/** The offshore desk has to be reached. */
const noOffshoreDesk: Check<TradesSubject> = {
  code: 'no-offshore-desk',
  setting: null,
  find({ inputs, accepted }) {
    const n = accepted.filter(({ etf }) => etf === null).length;
    if (n === 0 || inputs.settings.offshoreEmails.length > 0) return [];
    const text = msg('{n} offshore {n|order|orders} and OFFSHORE_EMAILS is blank; write where they go', {
      n,
    });
    return [{ text, place: { tab: settingsTab.name } }];
  },
};

/** Rules on all trades together, in the order in which a trader is told. */
export const TRADE_CHECKS: readonly Check<TradesSubject>[] = [
  duplicateTrade,
  bothSides,
  cash,
  navShare,
  holdings,
  volume,
  oddTrade,
  fundName,
  noOffshoreDesk,
];

/** What an amount of zero says, and a tab without a row: a mistake, or that the orders of the day are cancelled. */
export type Zero = 'refused' | 'cancels';

export function checkTrades(inputs: DayInputs, zero: Zero = 'refused'): CheckedTrades {
  const { accepted, ...taken } = takenTrades(inputs, zero);
  const found = [...taken.problems, ...findingsOf(TRADE_CHECKS, { inputs, accepted }, inputs.settings)];
  return {
    ...taken,
    // Where every trade is wrong it is the trades that have to be corrected.
    problems: accepted.length > 0 || hasErrors(found) ? found : [...found, noTrades(inputs, zero)],
  };
}

/** The rows that the desk takes on, each judged by itself; what all of them come to is judged by nobody here. */
export function takenTrades(
  inputs: DayInputs,
  zero: Zero,
): CheckedTrades & { readonly accepted: readonly LocatedTrade[] } {
  const rows = inputs.trades.rows.map((located) => readRow(inputs, located, zero));
  const all = rows.flatMap(({ found }) => found ?? []);
  const { goOn: accepted, problems: held } = withoutCash(inputs, all);
  const bare = accepted.map(({ trade, fund, etf }) => ({ trade, fund, etf }));
  return {
    accepted,
    onshore: bare.filter(({ etf }) => etf !== null),
    offshore: bare.filter(({ etf }) => etf === null),
    problems: [...rows.flatMap(({ wrong }) => wrong), ...held],
  };
}

const noTrades = ({ trades: { tab } }: DayInputs, zero: Zero): Problem =>
  zero === 'refused'
    ? error('no-trades', msg('there is no trade to do; fill in rows or use Trading > Import files'), { tab })
    : warning('all-cancelled', msg('there is no trade to do any more: every order of the day is stopped'), {
        tab,
      });

interface ReadRow {
  /** null = it is not taken on. */
  readonly found: LocatedTrade | null;
  readonly wrong: readonly Problem[];
}

function readRow(inputs: DayInputs, at: Located<Trade>, zero: Zero): ReadRow {
  const { row, value: trade } = at;
  const code = trade.asset;
  const refused = (field: Field<Trade>, name: ProblemCode, text: Message): ReadRow => ({
    found: null,
    wrong: [error(name, text, placeAt(inputs.trades, row, field))],
  });
  if (!isAsked(trade)) return ignored(inputs, at);
  const fund = fundOf(inputs, trade.cnpj);
  if (!fund) {
    return refused(
      'cnpj',
      'unknown-cnpj',
      msg('{code} is no fund of fund-stats; add the fund there or correct the CNPJ', { code: trade.cnpj }),
    );
  }
  if (trade.amount === 0 && zero === 'cancels') return cancelling(inputs, at);
  if (trade.amount === 0) {
    return refused('amount', 'zero-amount', msg('the amount is zero; write what to trade or delete the row'));
  }
  const taken = (etf: Etf | null, wrong: readonly Problem[] = []): ReadRow => ({
    found: { trade, fund, etf, at },
    wrong,
  });
  if (isOffshore(fund, code)) return taken(null);
  const wrong = findingsOf([assetNotAllowed], { inputs, located: at, fund }, inputs.settings);
  if (hasErrors(wrong)) return { found: null, wrong };
  const etf = find(inputs.etfs, ({ asset }) => asset === code);
  if (etf) return taken(etf, wrong);
  return refused(
    'asset',
    'unknown-etf',
    msg('{code} is not in the etfs tab; add it there or correct the symbol', { code }),
  );
}

/** As if the row were not there; where no such order stands it may be a slip. */
function cancelling(inputs: DayInputs, { row, value }: Located<Trade>): ReadRow {
  const { intents, offshore } = inputs.state;
  const key = intentKey(value);
  if ([...intents, ...offshore].some((order) => intentKey(order) === key)) return { found: null, wrong: [] };
  const text = msg('the amount is zero and the day has no such order; the row does nothing');
  return { found: null, wrong: [warning('zero-amount', text, placeAt(inputs.trades, row, 'amount'))] };
}

/** The cycle makes its own. */
function ignored(inputs: DayInputs, { row, value }: Located<Trade>): ReadRow {
  const text = msg('an AdjustmentOrder of {money} in {code} is ignored; the adjustment cycle makes its own', {
    money: value.amount,
    code: value.asset,
  });
  const place = placeAt(inputs.trades, row, 'strategy');
  return { found: null, wrong: [warning('ignored-adjustment', text, place)] };
}
