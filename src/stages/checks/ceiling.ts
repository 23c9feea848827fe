// Basis points that no limit, spread or cost has: 60 typed as 600 would let a broker trade anywhere.
import type { Place } from '../../domain/problem';
import { msg } from '../../language/message';
import { SETTINGS } from '../../sheets/settings';
import { settingsTab } from '../../sheets/tabs';
import type { DayInputs } from '../day/inputs';
import { type Check, placeAt } from './check';
import { BPS_SETTINGS } from './figures';
import { judged, type Odd } from './odd';

export function ceilingOdds(inputs: DayInputs): readonly Odd[] {
  const { etfs, settings } = inputs;
  const of = (header: string, name: string, value: number | null, place: Place): readonly Odd[] =>
    value === null || value <= settings.maxBps
      ? []
      : [
          {
            code: 'beyond-ceiling',
            about: `${name} ${header}`,
            figure: value,
            said: msg('{header} of {name} is {n} basis points, and {n2} are the most (max_bps)', {
              ...{ header, name, n: value, n2: settings.maxBps },
            }),
            factor: null,
            place,
          },
        ];
  return [
    ...etfs.rows.flatMap(({ row, value: { asset, limitBps, spreadBps } }) => [
      ...of('limit_bps', asset, limitBps, placeAt(etfs, row, 'limitBps')),
      ...of('spread_bps', asset, spreadBps, placeAt(etfs, row, 'spreadBps')),
    ]),
    ...BPS_SETTINGS.flatMap((name) =>
      of(SETTINGS[name].key, settingsTab.name, settings[name], { tab: settingsTab.name }),
    ),
  ];
}

export const ceiling: Check<DayInputs> = {
  code: 'beyond-ceiling',
  setting: 'checkCeiling',
  find: (inputs) => judged(ceilingOdds(inputs), inputs),
};
