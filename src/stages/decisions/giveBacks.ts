// What funds are to give back on the other side from now on, who and why: also funds whose own order nobody touched.
import type { Cents } from '../../domain/money';
import { oppositeSide } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { type GiveBackChange, moreGivenBack } from '../caps/giveBackChanges';
import type { DayInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { shortFunds } from '../look/names';
import { type Fact, fact } from '../outcome/outcome';
import { bps } from '../standing/positions';
import type { GiveBackRounds } from '../standing/tradingRule';
import { type DecisionTable, type Filled, sumOf, tableOf } from './table';

/** What tells why a give-back changes. */
export interface GiveBackCause {
  /** The setting `give_back`. */
  readonly rounds: GiveBackRounds;
  /** Funds whose own orders change with it, by ETF and side. */
  readonly changed: readonly Parameters<typeof memberKey>[0][];
  readonly short: (fund: string) => string;
}

/** @param changed funds' own orders that change with it */
export const giveBackCause = (inputs: DayInputs, changed: GiveBackCause['changed']): GiveBackCause => ({
  rounds: inputs.settings.giveBack,
  changed,
  short: shortFunds(inputs),
});

interface Told {
  readonly change: GiveBackChange;
  readonly why: Message;
  readonly fund: string;
}

const COLUMNS: readonly Filled<Told>[] = [
  { label: msg('Fund'), kind: 'text', cell: ({ fund }) => fund },
  { label: msg('ETF'), kind: 'text', cell: ({ change }) => change.asset },
  { label: msg('Side'), kind: 'side', cell: ({ change }) => change.side },
  { label: msg('Before'), kind: 'money', cell: ({ change }) => change.before, adds: true },
  { label: msg('After'), kind: 'money', cell: ({ change }) => change.after, adds: true },
  { label: msg('Change'), kind: 'money', cell: ({ change }) => change.after - change.before, adds: true },
  { label: msg('Given back so far'), kind: 'money', cell: ({ change }) => change.given, adds: true },
  { label: msg('Has too much'), kind: 'money', cell: ({ change }) => change.over, adds: true },
  { label: msg('bps'), kind: 'bps', cell: ({ change: { over, target } }) => bps(over, target) },
  { label: msg('Why'), kind: 'sentence', cell: ({ why }) => why },
];

export const giveBackTables = (
  changes: readonly GiveBackChange[],
  cause: GiveBackCause,
): readonly DecisionTable[] =>
  tableOf(msg('Give-backs that change'), COLUMNS, told(changes, cause), ({ change }) => ({
    isOdd: change.after > change.before,
  }));

/** One fact a fund and ETF. */
export const giveBackFacts = (changes: readonly GiveBackChange[], cause: GiveBackCause): readonly Fact[] =>
  told(changes, cause).map(({ fund, why, change: { side, asset: code, before, after } }) =>
    fact(
      msg('give-back of {fund}, {side} {code}', { fund, side, code }),
      msg('{money} → {money2}; {said}', { money: before, money2: after, said: why }),
    ),
  );

/** What begins, in one figure; null = no fund is asked for more than before. */
/** The headline of whatever makes funds begin: that is no smaller news than what was done itself. */
export function withBegun(said: Message, changes: readonly GiveBackChange[]): Message {
  const begun = giveBacksBegun(changes);
  return begun === null
    ? said
    : msg('{said}; {n} {n|fund begins|funds begin} to give back {money}', {
        said,
        n: begun.funds,
        money: begun.money,
      });
}

function giveBacksBegun(
  changes: readonly GiveBackChange[],
): { readonly funds: number; readonly money: Cents } | null {
  const more = moreGivenBack(changes);
  if (more.length === 0) return null;
  return {
    funds: new Set(more.map(({ cnpj }) => cnpj)).size,
    money: sumOf(more, ({ before, after }) => after - before),
  };
}

function told(
  changes: readonly GiveBackChange[],
  { changed, rounds, short }: GiveBackCause,
): readonly Told[] {
  const own = new Set(changed.map((order) => memberKey(order)));
  return changes.map((change) => ({
    change,
    fund: short(change.fund),
    why: whyOf(change, own.has(memberKey({ ...change, side: oppositeSide(change.side) })), rounds),
  }));
}

function whyOf(
  { before, after, over: money, isStopped }: GiveBackChange,
  isOwn: boolean,
  rounds: GiveBackRounds,
): Message {
  if (after < before) {
    if (isStopped) return msg('a person stopped it; what was given back stays');
    return money > 0
      ? msg('it has only {money} too much now', { money })
      : msg('it has nothing too much any more');
  }
  return isOwn
    ? msg('once its order changes it has {money} too much, and give_back = {value} asks for it now', {
        money,
        value: rounds,
      })
    : msg('its own order stays; it has {money} too much, and give_back = {value} asks for it now', {
        money,
        value: rounds,
      });
}
