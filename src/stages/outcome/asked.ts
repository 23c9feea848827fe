// What daily-trades asks for beside a day that is open, for whoever only compares: nothing in it stops a stage, and what needs no
// second look is read no further.
import { isError } from '../../domain/problem';
import { isAsked, type Trade } from '../../domain/trade';
import type { Grid } from '../../sheets/cell';
import { readTable } from '../../sheets/read';
import { dailyTrades, fundStats } from '../../sheets/tabs';
import { isTodays } from '../agenda/moments';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { askedDay } from '../day/intents';
import { intentKey } from '../day/keys';
import { isOpen } from '../day/state';
import { changedIntents } from './changes';
import { offshoreChanges } from './offshore';

/** One tab more, and fund-stats where its rows differ from what is worked; none while no day of today is open. */
export function withAsked(inputs: DayInputs, read: (tab: string) => Grid | null): DayInputs {
  const { state, funds } = inputs;
  if (!isTodays(inputs) || !isOpen(state)) return inputs;
  const { table: trades, problems } = readTable(dailyTrades, read(dailyTrades.name));
  const fault = problems.find(isError) ?? null;
  const asked = { trades, funds, fault };
  const rows = trades.rows.map(({ value }) => value);
  if (fault !== null || funds.rows.length > 0) return { ...inputs, asked };
  if (isAsWorked({ ...inputs, state }, rows)) return inputs;
  return { ...inputs, asked: { ...asked, funds: readTable(fundStats, read(fundStats.name)).table } };
}

/** By the rows alone: whose they are says nothing of whether they are the same. */
function isAsWorked(inputs: OpenInputs, rows: readonly Trade[]): boolean {
  const { state } = inputs;
  const abroad = new Set(state.offshore.map((order) => intentKey(order)));
  const wanted = rows
    .filter((trade) => trade.amount > 0 && isAsked(trade))
    .map((trade) => ({ trade, fund: trade }));
  const isAbroad = ({ trade }: (typeof wanted)[number]): boolean => abroad.has(intentKey(trade));
  const trades = {
    onshore: wanted.filter((each) => !isAbroad(each)),
    offshore: wanted.filter(isAbroad),
  };
  const asked = askedDay(inputs, trades, '');
  return changedIntents(state, asked).length + offshoreChanges(state.offshore, asked.offshore).length === 0;
}
