// A person sets the units of one fund instead of the desk, with a reason: signed in the state for the day, told wherever units are.
import { parseCnpj } from '../../domain/cnpj';
import { problemMessage } from '../../domain/problem';
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { todaysDay } from '../../stages/checks/gates';
import { notPossible } from '../../stages/checks/unitOverrides';
import { find, type OpenInputs } from '../../stages/day/inputs';
import { memberKey } from '../../stages/day/keys';
import type { DayState, UnitOverride } from '../../stages/day/state';
import { type Target, targetsOf } from '../../stages/standing/positions';
import { alone } from '../alone';
import type { Desk } from '../desk';
import { note } from '../log/note';
import type { Services } from '../services';
import { deskOf, finishHalfWay, inputsNow, keepDecision } from './personDecides';

export interface UnitsWanted {
  readonly asset: string;
  /** With or without its punctuation. */
  readonly cnpj: string;
  /** Needed where the fund buys and sells the ETF. */
  readonly side: Side | null;
  /** null = the desk decides again. */
  readonly units: number | null;
  readonly reason: string;
}

/** @throws without a reason, for units that are decided already, and for what the fund cannot have: cash, holdings, its own cap */
export function overrideUnits(services: Services, wanted: UnitsWanted): Message {
  const reason = wanted.reason.trim();
  if (reason === '') throw new SaidError(msg('units are set with a reason; write why'));
  return alone(services, () => override(deskOf(services), { ...wanted, reason }));
}

function override(desk: Desk, wanted: UnitsWanted): Message {
  const { services, book, now } = desk;
  finishHalfWay(desk);
  const gate = todaysDay(inputsNow(desk));
  if (gate.kind === 'refused') {
    const [first] = gate.problems;
    throw new SaidError(first === undefined ? msg('no day is open') : problemMessage(first));
  }
  const { inputs } = gate;
  const target = targetOf(inputs, wanted);
  const { cnpj, asset, side, fund } = target;
  if (inputs.state.units.some((unit) => unit.asset === asset))
    throw new SaidError(
      msg('the units of {code} are requested already; call the administrator', { code: asset }),
    );
  const etf = find(inputs.etfs, (row) => row.asset === asset);
  if (etf === undefined) throw new SaidError(msg('the tab etfs has no {code}', { code: asset }));
  const fresh: UnitOverride = {
    ...{ cnpj, asset, side, units: wanted.units, reason: wanted.reason },
    ...{ by: services.user(), at: now },
  };
  const why = notPossible(inputs, etf, fresh);
  if (why !== null) throw new SaidError(why);
  const state: DayState = {
    ...inputs.state,
    unitOverrides: [...inputs.state.unitOverrides, fresh],
  };
  const said = { code: asset, fund, reason: fresh.reason };
  const headline =
    fresh.units === null
      ? msg('the desk decides the units of {code} for {fund} again: {reason}', said)
      : msg('{n} {n|unit|units} of {code} set for {fund}: {reason}', { ...said, n: fresh.units });
  keepDecision(desk, inputs, { what: 'units', headline, state, content: state.unitOverrides });
  book.flush();
  return note(services, { what: 'units', headline });
}

/** The fund's order in the ETF. @throws where there is none, or both sides */
function targetOf({ state }: OpenInputs, { asset, cnpj: written, side }: UnitsWanted): Target {
  const parsed = parseCnpj(written);
  if (!parsed.ok) throw new SaidError(parsed.reason);
  const own = targetsOf(state).filter(
    (target) =>
      target.cnpj === parsed.value &&
      target.asset === asset.trim().toUpperCase() &&
      target.amount > 0 &&
      (side === null || target.side === side),
  );
  const [target] = [...own].sort((a, b) => (memberKey(a) < memberKey(b) ? -1 : 1));
  if (target === undefined)
    throw new SaidError(msg('the fund {code} has no order in {asset} today', { code: written, asset }));
  if (own.length > 1)
    throw new SaidError(
      msg('the fund {code} buys and sells {asset}; say which side', { code: written, asset }),
    );
  return target;
}
