// What waits for a person: everything that the day's plan wanted and that is not finished. The one list that status, the blotter, the
// command line and the end-of-day report show. What is still to come in its time is no part of it.
import { cutoffOn, effectiveCutoff } from '../../domain/cutoff';
import type { Etf } from '../../domain/etf';
import type { Cents } from '../../domain/money';
import { dateOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { cutoffPassed, isTodays, maximumOf, stillTrading, tradingOver } from '../agenda/moments';
import { shownStanding } from '../allocation/booked';
import { callsForMore } from '../caps/demands';
import { completeness } from '../completeness';
import { type DayInputs, valuesOf } from '../day/inputs';
import { askedAssets, type Standing } from '../standing/positions';
import { bustsOf } from './busts';
import { orderSides, type SideFigures } from './sides';

/**
 * `missing`: it keeps the day from being COMPLETE: fills, mails in doubt, rows owed. `round`: iterations that did not run.
 * `units`: units that nobody decided. `residual`: funds that are off by the tolerance or more. `bust`: what brokers took back.
 */
export type WaitKind = 'missing' | 'round' | 'units' | 'residual' | 'bust';

export interface Wait {
  readonly kind: WaitKind;
  readonly said: Message;
  /** What is at stake, for the order of the list; null = it has no amount of its own. */
  readonly money: Cents | null;
}

/**
 * What keeps the day from being COMPLETE, and rounds that did not run; then everything that has an amount, the largest first.
 * Empty = nobody has anything to do.
 */
export function waitsOf(inputs: DayInputs, standing: Standing = shownStanding(inputs)): readonly Wait[] {
  if (inputs.state.tradeDate === null) return [];
  const of = (kind: WaitKind, said: readonly Message[]): readonly Wait[] =>
    said.map((each) => ({ kind, said: each, money: null }));
  const sides = isOver(inputs) ? orderSides(standing) : [];
  const undecided = undecidedAssets(inputs);
  const byMoney: readonly Wait[] = [
    ...undecided.map((etf) => unitsWait(etf, sides)),
    ...sides.flatMap((side) => residuals(inputs, side, undecided)),
    ...bustsOf(inputs).map(({ said, money }): Wait => ({ kind: 'bust', said, money })),
  ];
  return [
    ...of('missing', lacking(inputs)),
    ...of('round', rounds(inputs, standing)),
    ...byMoney.slice().sort((one, other) => (other.money ?? 0) - (one.money ?? 0)),
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
function undecidedAssets(inputs: DayInputs): readonly Undecided[] {
  const asked = askedAssets(inputs.state);
  const decided = new Set(inputs.state.units.map(({ asset }) => asset));
  return valuesOf(inputs.etfs)
    .filter((etf) => asked.has(etf.asset) && !decided.has(etf.asset))
    .filter((etf) => isTaken(inputs, etf) && (isOver(inputs) || cutoffPassed(inputs, etf) !== null))
    .map(({ asset, family }) => ({ asset, family }))
    .sort((a, b) => (a.asset < b.asset ? -1 : 1));
}

type Undecided = Pick<Etf, 'asset' | 'family'>;

/** @param sides of a day that is over; before that what is open is still worked */
function unitsWait({ asset: code, family }: Undecided, sides: readonly SideFigures[]): Wait {
  const left = sides.filter(({ asset, open }) => asset === code && open > 0);
  const money = left.reduce((sum, { open }) => sum + open, 0);
  const said =
    money === 0
      ? msg('nobody decided the units of {code} (Primary units, {family})', { code, family })
      : msg('nobody decided the units of {code} (Primary units, {family}), of which {money} is not done', {
          ...{ code, family, money },
        });
  return { kind: 'units', said, money };
}

/** Whether its administrator took requests at all that day: on odd days the cut-off passes before the opening. */
function isTaken({ state, now, holidays }: DayInputs, etf: Etf): boolean {
  const date = state.tradeDate ?? dateOf(now);
  const cutoff = cutoffOn(date, etf, holidays);
  return cutoff === null || effectiveCutoff(date, cutoff, holidays).kind === 'open';
}

/**
 * What a side lacks and what it has too much, each where a fund is off by as much as a round would work: at least the tolerance and
 * one share. The money is that of all its funds, as every table has it; how many of them are nearer is said beside it.
 */
function residuals(
  { settings }: DayInputs,
  { asset: code, side, funds, open, over }: SideFigures,
  undecided: readonly Undecided[],
): readonly Wait[] {
  const wait = (sign: 1 | -1, money: Cents, said: (n: number) => Message): readonly Wait[] => {
    const off = funds.map(({ position }) => position).filter(({ residual }) => residual * sign > 0);
    const n = off.filter((position) => callsForMore(position, settings.tolerance)).length;
    if (n === 0) return [];
    const all = said(off.length);
    const counted =
      n === off.length
        ? all
        : msg('{said}; {n} of them {n|is|are} off by the tolerance or more', { said: all, n });
    return [{ kind: 'residual', money, said: counted }];
  };
  const isUndecided = undecided.some(({ asset }) => asset === code);
  return [
    ...wait(1, open, (n) =>
      isUndecided
        ? msg('{side} {code}: {money} is not done, in {n} {n|fund|funds}, and nobody decided its units', {
            ...{ side, code, money: open, n },
          })
        : msg('{side} {code}: {money} is not done, in {n} {n|fund|funds}', { side, code, money: open, n }),
    ),
    ...wait(-1, over, (n) =>
      msg('{side} {code}: {money} is too much, in {n} {n|fund|funds}', { side, code, money: over, n }),
    ),
  ];
}
