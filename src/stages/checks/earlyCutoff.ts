// On odd days a cut-off passes before the opening: told in the morning, because what units would cover has to be traded.
import { type Problem, warning } from '../../domain/problem';
import { cutoffUnopened } from '../agenda/moments';
import { type DayInputs, valuesOf } from '../day/inputs';

export const checkEarlyCutoffs = (inputs: DayInputs, assets: readonly string[]): readonly Problem[] =>
  valuesOf(inputs.etfs)
    .filter(({ asset }) => assets.includes(asset))
    .flatMap((etf) => cutoffUnopened(inputs, etf) ?? [])
    .map((said) => warning('cutoff-before-opening', said, { tab: inputs.etfs.tab }));
