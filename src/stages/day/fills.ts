// The trade date's fills, in the order of their ids whatever the order of rows.
import { byFill, type Fill } from '../../domain/fill';
import { once } from '../../domain/lookup';
import { type DayInputs, valuesOf } from './inputs';

export const fillsOf = once(
  ({ executions, state }: Pick<DayInputs, 'executions' | 'state'>): readonly Fill[] =>
    valuesOf(executions)
      .filter(({ date }) => date === state.tradeDate)
      .slice()
      .sort(byFill),
);

/** Those that count: a busted one never happened. */
export const countedFills = once((inputs: DayInputs): readonly Fill[] =>
  fillsOf(inputs).filter(({ status }) => status !== 'BUSTED'),
);
