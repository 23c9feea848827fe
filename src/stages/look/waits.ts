// What waits for a person: everything that the day's plan wanted and that is not finished. The one list that status, the blotter, the
// command line and the end-of-day report show. What is still to come in its time is no part of it.
import { cutoffOn, effectiveCutoff } from '../../domain/cutoff';
import type { Etf } from '../../domain/etf';
import type { Cents } from '../../domain/money';
import { dateOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { completeness } from '../completeness';
import { type DayInputs, valuesOf } from '../day/inputs';
import { cutoffPassed, isTodays, maximumOf, stillTrading, tradingOver } from '../day/moments';
import { shownStanding } from '../split/booked';
import { callsForMore } from '../split/demands';
import { askedAssets, type Standing } from '../split/positions';
import { bustsOf } from './busts';
import { leftOf, type SideFigures, sidesOf } from './sides';

/**
 * `missing`: it keeps the day from being COMPLETE: fills, mails in doubt, rows owed. `round`: iterations that did not run.
 * `units`: units that nobody decided. `residual`: funds that are off by the tolerance or more. `bust`: what brokers took back.
 */
export type WaitKind = 'missing' | 'round' | 'units' | 'residual' | 'bust';

export interface Wait {
  readonly kind: WaitKind;
  readonly said: Message;
}

/** In the order of the kinds; empty = nobody has anything to do. */
export function waitsOf(inputs: DayInputs, standing: Standing = shownStanding(inputs)): readonly Wait[] {
  if (inputs.state.tradeDate === null) return [];
  const of = (kind: WaitKind, said: readonly Message[]): readonly Wait[] =>
    said.map((each) => ({ kind, said: each }));
  return [
    ...of('missing', lacking(inputs)),
    ...of('round', rounds(inputs, standing)),
    ...of('units', undecidedUnits(inputs)),
    ...of('residual', isOver(inputs) ? sidesOf(standing).flatMap((side) => residuals(inputs, side)) : []),
    ...of(
      'bust',
      bustsOf(inputs).map(({ said }) => said),
    ),
  ];
}

/** The day is worked no more: what is open now stays open. */
const isOver = (inputs: DayInputs): boolean =>
  inputs.state.allocation !== null || !isTodays(inputs) || tradingOver(inputs) !== null;

/** The final allocation waits for nobody as long as the market is open. */
function lacking(inputs: DayInputs): readonly Message[] {
  const isTrading = isTodays(inputs) && stillTrading(inputs) !== null;
  return completeness(inputs)
    .filter(({ code }) => !(isTrading && (code === 'not-allocated' || code === 'market-open')))
    .map(({ text }) => text);
}

function rounds(inputs: DayInputs, { positions }: Standing): readonly Message[] {
  const { iteration, converged } = inputs.state.cycle;
  const maximum = maximumOf(inputs);
  if (!isOver(inputs) || converged || iteration >= maximum || positions.length === 0) return [];
  return [msg('{n} of {n2} {n2|round|rounds} of the adjustment cycle ran', { n: iteration, n2: maximum })];
}

/** A unit that was decided to be none is decided. */
function undecidedUnits(inputs: DayInputs): readonly Message[] {
  const asked = askedAssets(inputs.state);
  const decided = new Set(inputs.state.units.map(({ asset }) => asset));
  return valuesOf(inputs.etfs)
    .filter((etf) => asked.has(etf.asset) && !decided.has(etf.asset))
    .filter((etf) => isTaken(inputs, etf) && (isOver(inputs) || cutoffPassed(inputs, etf) !== null))
    .map(({ asset: code, family }) => ({ code, family }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((holes) => msg('nobody decided the units of {code} (Primary units, {family})', holes));
}

/** Whether its administrator took requests at all that day: on odd days the cut-off passes before the opening. */
function isTaken({ state, now, holidays }: DayInputs, etf: Etf): boolean {
  const date = state.tradeDate ?? dateOf(now);
  const cutoff = cutoffOn(date, etf, holidays);
  return cutoff === null || effectiveCutoff(date, cutoff, holidays).kind === 'open';
}

/** Of the funds that are off by as much as a round would work: at least the tolerance and one share. */
function residuals({ settings }: DayInputs, { asset: code, side, funds }: SideFigures): readonly Message[] {
  const off = funds
    .map(({ position }) => position)
    .filter((position) => callsForMore(position, settings.tolerance));
  const { open, over } = leftOf(off);
  const count = (sign: 1 | -1): number => off.filter(({ residual }) => residual * sign > 0).length;
  const said = (money: Cents, n: number) => ({ side, code, money, n });
  return [
    ...(open === 0
      ? []
      : [msg('{side} {code}: {money} is not done, in {n} {n|fund|funds}', said(open, count(1)))]),
    ...(over === 0
      ? []
      : [msg('{side} {code}: {money} is too much, in {n} {n|fund|funds}', said(over, count(-1)))]),
  ];
}
