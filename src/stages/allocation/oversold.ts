// No naked sale, counted from the lines: what a fund was given of sells beyond what it held and bought is named.
import type { Cnpj } from '../../domain/cnpj';
import { type Problem, warning } from '../../domain/problem';
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { fundAssetKey } from '../day/keys';
import { heldShares } from '../standing/dayStanding';
import { nameOf } from './brokerOrderRows';
import type { Line } from './lines';

interface Traded {
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly bought: number;
  readonly sold: number;
}

/** Nothing where holdings are not known. */
export function oversold(inputs: DayInputs, lines: readonly Line[]): readonly Problem[] {
  const held = heldShares(inputs);
  if (held.size === 0) return [];
  const sums = new Map<string, Traded>();
  for (const { cnpj, shares, fill } of lines) {
    if (cnpj === null) continue;
    const { asset, side } = fill;
    const key = fundAssetKey({ cnpj, asset });
    const known = sums.get(key) ?? { cnpj, asset, bought: 0, sold: 0 };
    sums.set(
      key,
      side === 'BUY' ? { ...known, bought: known.bought + shares } : { ...known, sold: known.sold + shares },
    );
  }
  return [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { cnpj, asset: code, bought, sold }]): readonly Problem[] => {
      const has = (held.get(key) ?? 0) + bought;
      if (sold <= has) return [];
      const text = msg(
        '{fund} sold {n} {n|share|shares} of {code} and held or bought {n2}: {n3} {n3|is|are} sold naked; settle it with the broker and the administrator',
        { fund: nameOf(inputs, cnpj), n: sold, code, n2: has, n3: sold - has },
      );
      return [warning('naked-sale', text)];
    });
}
