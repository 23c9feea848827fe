// Funds whose means shrank after their orders went out, or that bought beyond them: cash that is gone, holdings that are gone.
// Brokers work what they were told, so every stage of the day that reads it says it.
import { grouped } from '../../domain/lookup';
import { type Cents, notional } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import { msg } from '../../language/message';
import { fundStats } from '../../sheets/tabs';
import { isTodays } from '../agenda/moments';
import type { DayInputs } from '../day/inputs';
import { poolKey } from '../day/keys';
import { abroad, fundOf, heldOf, payable } from '../day/lookups';
import { dayStanding } from '../standing/dayStanding';
import type { Position, Standing } from '../standing/positions';

/**
 * By fund, then by ETF. Nothing where cash or holdings are not known, or their check is off.
 * @param standing where the funds stand, for whoever has split the day already
 */
export function meansWarnings(inputs: DayInputs, standing?: Pick<Standing, 'positions'>): readonly Problem[] {
  if (!isTodays(inputs)) return [];
  const { settings } = inputs;
  const { positions } = standing ?? dayStanding(inputs);
  return [
    ...(settings.checkCash === 'off' ? [] : beyondCash(inputs, positions)),
    ...(settings.checkHoldings === 'off' ? [] : beyondHoldings(inputs, positions)),
  ];
}

/** After the allocation nobody buys any more. */
const toDo = ({ state }: DayInputs, { residual }: Position): Cents =>
  state.allocation === null ? Math.max(0, residual) : 0;

/** What is below the tolerance is what prices are rounded to. A round reads no funds, so it says nothing of cash. */
function beyondCash(inputs: DayInputs, positions: readonly Position[]): readonly Problem[] {
  const buyers = grouped(
    positions.filter(({ side }) => side === 'BUY'),
    ({ cnpj }) => cnpj,
  );
  return [...buyers].flatMap(([cnpj, own]): readonly Problem[] => {
    const fund = fundOf(inputs, cnpj);
    const cash = payable(inputs, fund);
    if (fund === undefined || cash === null) return [];
    const bought = own.reduce(
      (sum, { primary, executed, opposite }) => sum + primary + executed - opposite,
      0,
    );
    const more = own.reduce((sum, position) => sum + toDo(inputs, position), abroad(inputs, cnpj));
    if (bought + more <= cash + inputs.settings.tolerance) return [];
    const holes = { fund: fund.fund, money: bought, money2: more, money3: cash };
    const text =
      more === 0
        ? msg(
            '{fund} bought for {money} today and has {money3} to pay with; correct its cash, or tell its manager',
            holes,
          )
        : msg(
            '{fund} bought for {money} today, is to buy for {money2} more and has {money3} to pay with; amend its orders or correct its cash',
            holes,
          );
    return [warning('cash', text, { tab: fundStats.name })];
  });
}

/** By the dearest iNAV that brokers were told: that a market falls is no holding that is gone. */
function beyondHoldings(inputs: DayInputs, positions: readonly Position[]): readonly Problem[] {
  const { holdings, settings, state } = inputs;
  if (holdings.rows.length === 0) return [];
  const told = grouped(state.instructions, poolKey);
  return positions.flatMap((position): readonly Problem[] => {
    const { asset, side, fund, asked, price } = position;
    if (side !== 'SELL' || toDo(inputs, position) === 0) return [];
    const n = heldOf(inputs, position) ?? 0;
    const worth = notional(
      n,
      Math.max(price, ...(told.get(poolKey(position)) ?? []).map(({ inav }) => inav)),
    );
    if (asked <= worth + settings.tolerance) return [];
    const text = msg(
      '{fund} is to sell {money} of {code} today and holds {n} {n|share|shares}, worth {money2}; amend its order or correct its holdings',
      { fund, money: asked, code: asset, n, money2: worth },
    );
    return [warning('holdings', text, { tab: holdings.tab })];
  });
}
