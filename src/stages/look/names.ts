// What funds are called on every screen of the desk, in its report and in the mails to its traders: without the legal part of their
// names. The whole name stands where the law wants it: at administrators, brokers, and on a fund's own page.
import { shortNames } from '../../domain/fundName';
import { once } from '../../domain/lookup';
import type { DayInputs } from '../day/inputs';

/** Of all funds that the day or the book knows: one that is called as another is keeps its whole name. */
export const shortFunds = once(({ state, funds }: Pick<DayInputs, 'state' | 'funds'>) =>
  shortNames([...state.intents.map(({ fund }) => fund), ...funds.rows.map(({ value }) => value.fund)]),
);
