// The trade date's fills, in the order of their ids whatever the order of rows.
import { byFill, type Fill } from '../../domain/fill';
import { type DayInputs, valuesOf } from './inputs';

export const fillsOf = (inputs: Pick<DayInputs, 'executions' | 'state'>): readonly Fill[] =>
  valuesOf(inputs.executions)
    .filter(({ date }) => date === inputs.state.tradeDate)
    .slice()
    .sort(byFill);

/** Those that count: a busted one never happened. */
export const countedFills = (inputs: DayInputs): readonly Fill[] =>
  fillsOf(inputs).filter(({ status }) => status !== 'BUSTED');
