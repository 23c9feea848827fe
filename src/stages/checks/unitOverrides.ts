// Units that a person set: possible or not, and said with every run that decides them, because the desk would have asked for
// what it thinks best.
import type { Etf } from '../../domain/etf';
import { error, type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { primaryRequests } from '../../sheets/tabs';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { liveQuotes } from '../day/quotes';
import type { DayState, UnitOverride } from '../day/state';
import { targetsOf } from '../standing/positions';
import type { RequestRow } from '../units/requestRows';
import { overrideFor } from '../units/unitOverrides';
import { firmCaps, unitTerms } from '../units/unitRules';

type Wanted = Pick<UnitOverride, 'cnpj' | 'asset' | 'side' | 'units'>;

/** Why these units cannot be asked for; null = they can. */
export function notPossible(inputs: DayInputs, etf: Etf, wanted: Wanted): Message | null {
  const target = targetsOf(inputs.state).find((own) => memberKey(own) === memberKey(wanted));
  if (target === undefined || target.amount <= 0)
    return msg('the fund has no {side} order of {code} today', { side: wanted.side, code: wanted.asset });
  if (wanted.units === null) return null;
  const quote = liveQuotes(inputs).get(wanted.asset);
  if (quote === undefined)
    return msg('the iNAV of {code} is not known, so nobody can say what a unit costs', {
      code: wanted.asset,
    });
  const caps = firmCaps(inputs, target, unitTerms(inputs, etf, quote));
  const least = Math.min(...caps.map(({ units }) => units));
  const binding = caps.find(({ units }) => units === least);
  if (binding === undefined || wanted.units <= least) return null;
  return msg('{n} {n|unit|units} of {code} {n|is|are} more than {fund} can have, {n2}: {said}', {
    n: wanted.units,
    code: wanted.asset,
    fund: target.fund,
    n2: least,
    said: binding.reason,
  });
}

/** What was possible when it was set may not be any more: cash, holdings or the order changed. */
export const checkOverrides = (inputs: OpenInputs, etfs: readonly Etf[]): readonly Problem[] =>
  etfs.flatMap((etf) =>
    targetsOf(inputs.state)
      .filter(({ asset, amount }) => asset === etf.asset && amount > 0)
      .flatMap((target): readonly Problem[] => {
        const override = overrideFor(inputs.state, target);
        const why = override === null ? null : notPossible(inputs, etf, override);
        return why === null ? [] : [error('units-impossible', why, { tab: primaryRequests.name })];
      }),
  );

/** Once the units are decided. */
export const overrideWarnings = (
  rows: readonly RequestRow[],
  state: Pick<DayState, 'unitOverrides'>,
): readonly Problem[] =>
  rows.flatMap((row): readonly Problem[] => {
    const override = overrideFor(state, row);
    if (override === null) return [];
    const text = msg('{n} {n|unit|units} of {code} for {fund}, set by {user}: {reason}', {
      n: row.units,
      code: row.asset,
      fund: row.fund,
      user: override.by,
      reason: override.reason,
    });
    return [warning('units-by-hand', text, { tab: primaryRequests.name })];
  });
