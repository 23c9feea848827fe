// A fund trades an ETF that is not among its assets.
import type { Fund } from '../../domain/fund';
import type { Trade } from '../../domain/trade';
import { msg } from '../../language/message';
import type { Located } from '../../sheets/read';
import type { DayInputs } from '../day/inputs';
import { type Check, placeAt } from './check';

/** One row of daily-trades and its fund: what is found decides whether the row is taken on at all. */
export interface RowSubject {
  readonly inputs: DayInputs;
  readonly located: Located<Trade>;
  readonly fund: Fund;
}

export const isOffshore = ({ onshoreAssets, offshoreAssets }: Fund, asset: string): boolean =>
  !onshoreAssets.includes(asset) && offshoreAssets.includes(asset);

export const assetNotAllowed: Check<RowSubject> = {
  code: 'asset-not-allowed',
  setting: 'checkAsset',
  find({ inputs, located: { row, value }, fund }) {
    const known = [...fund.onshoreAssets, ...fund.offshoreAssets];
    if (known.includes(value.asset)) return [];
    const who = { fund: fund.fund, code: value.asset };
    const text =
      known.length === 0
        ? msg('{fund} may not trade {code}; it may trade nothing (fund-stats)', who)
        : msg('{fund} may not trade {code}; it may trade {assets} (fund-stats)', {
            ...who,
            assets: known.join(', '),
          });
    return [{ text, place: placeAt(inputs.trades, row, 'asset') }];
  },
};
