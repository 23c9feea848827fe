// Whether figures can be what they say: asked where a stage depends on them, and listed where a person may accept one.
import type { Problem } from '../../domain/problem';
import type { DayInputs } from '../day/inputs';
import type { Missing } from '../day/missing';
import { ceiling, ceilingOdds } from './ceiling';
import { type Check, findingsOf } from './check';
import { futureQuotes } from './futureQuote';
import { openOdd } from './odd';
import { oddFigure, oddFigures } from './oddFigure';
import { oddFillPrice, oddFillPrices } from './oddFillPrice';
import { oddFillSize, oddFillSizes } from './oddFillSize';
import { oddInavs } from './oddInav';
import { oddNav, oddNavs } from './oddNav';
import { oddTrades } from './oddTrade';
import { oddUnits } from './oddUnit';

const TYPED_CHECKS: readonly Check<DayInputs>[] = [ceiling, oddFigure];
const EXECUTED_CHECKS: readonly Check<DayInputs>[] = [oddFillPrice, oddFillSize];

/** What people typed into the tabs. */
export const checkFigures = (inputs: DayInputs): readonly Problem[] =>
  findingsOf(TYPED_CHECKS, inputs, inputs.settings);

/** The day's fills. */
export const checkOddFills = (inputs: DayInputs): readonly Problem[] =>
  findingsOf(EXECUTED_CHECKS, inputs, inputs.settings);

/** The official NAVs of the day. */
export const checkNavs = (inputs: DayInputs): readonly Problem[] =>
  findingsOf([oddNav], inputs, inputs.settings);

/** Everything that nobody has accepted yet, whatever stage would ask. */
export function openOddities(inputs: DayInputs): readonly Missing[] {
  const { settings, trades, state } = inputs;
  const wanted = [...trades.rows.map(({ value }) => value.asset), ...state.intents.map(({ asset }) => asset)];
  const assets = [...new Set(wanted)].sort();
  const isAsked = (mode: string): boolean => mode !== 'off';
  const move = isAsked(settings.checkMove);
  const odds = [
    ...(move ? oddInavs(inputs, assets) : []),
    ...(move ? oddNavs(inputs) : []),
    ...(isAsked(settings.checkUnitSize) ? oddUnits(inputs, assets) : []),
    ...(isAsked(settings.checkQuoteTime) ? futureQuotes(inputs, assets) : []),
    ...(isAsked(settings.checkFillPrice) ? oddFillPrices(inputs) : []),
    ...(isAsked(settings.checkFillSize) ? oddFillSizes(inputs) : []),
    ...(isAsked(settings.checkTradeSize) ? oddTrades(inputs) : []),
    ...(isAsked(settings.checkCeiling) ? ceilingOdds(inputs) : []),
    ...(isAsked(settings.checkFigures) ? oddFigures(inputs) : []),
  ];
  return openOdd(odds, inputs);
}
