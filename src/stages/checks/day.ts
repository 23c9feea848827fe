// The day itself: B3 trades, and the market can still be worked.
import type { Problem } from '../../domain/problem';
import type { DayInputs } from '../day/inputs';
import { type Check, findingsOf } from './check';
import { marketClosed } from './marketClosed';
import { tradingDay } from './tradingDay';

export const DAY_CHECKS: readonly Check<DayInputs>[] = [tradingDay, marketClosed];

export const checkDay = (inputs: DayInputs): readonly Problem[] =>
  findingsOf(DAY_CHECKS, inputs, inputs.settings);

export const checkTradingDay = (inputs: DayInputs): readonly Problem[] =>
  findingsOf([tradingDay], inputs, inputs.settings);
