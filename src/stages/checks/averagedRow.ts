// A consolidated row that was revised so that its growth tells no price: whoever shares it pays the average of all of it. The money
// of the day is right all the same; between funds that came earlier and later it is a guess, so it is said.
import { grouped } from '../../domain/lookup';
import { SIDES } from '../../domain/trade';
import { msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { poolKey } from '../day/keys';
import { type Averaged, averagedIn, boundariesOf } from '../ledger/slices';
import type { Check } from './check';
import type { FillsSubject } from './fillsSubject';

function averaged({ fills, ledger: { claims, cuts } }: FillsSubject): readonly Averaged[] {
  const assets = [...new Set(fills.map(({ asset }) => asset))].sort();
  const [fillsIn, claimsIn] = [grouped(fills, poolKey), grouped(claims, poolKey)];
  return assets.flatMap((asset) =>
    SIDES.flatMap((side) => {
      const key = poolKey({ asset, side });
      return averagedIn(boundariesOf(claimsIn.get(key) ?? []), fillsIn.get(key) ?? [], cuts);
    }),
  );
}

/** To a hundredth of a cent: it is read, not booked. */
const shortened = (price: number): number => Math.round(price * 10_000) / 10_000;

export const averagedRow: Check<FillsSubject> = {
  code: 'averaged-row',
  setting: null,
  find: (subject) =>
    averaged(subject).map(({ fill, grownBy, price }) => ({
      text: msg(
        '{broker}, {side} {code}: the row {fill} was revised, so that {n} of its {n2} shares would have cost {price} each and all of them cost {price2} on average; every fund has them at the average, whenever its order began. Ask {broker} for its fills, and correct it there if one was busted',
        {
          ...{ broker: fill.broker, side: fill.side, code: fill.asset, fill: fill.fillId },
          ...{ n: grownBy, n2: fill.quantity, price: shortened(price), price2: shortened(fill.price) },
        },
      ),
      place: { tab: executions.name },
      severity: 'warning',
    })),
};
