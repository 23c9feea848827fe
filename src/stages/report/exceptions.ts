// What was not as the rules have it today, and who answers for it.
import type { Cnpj } from '../../domain/cnpj';
import type { Stamp } from '../../domain/stamp';
import { coversOrder, type Stop } from '../../domain/stop';
import type { Intent } from '../../domain/trade';
import { type Message, msg, verbatim } from '../../language/message';
import type { ReportException } from '../../messages/report/report';
import { standingAcceptances } from '../completeness';
import type { OpenInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { fundOf } from '../day/lookups';
import { bustsOf } from '../look/busts';
import { shortFunds } from '../look/names';
import { keptBeyond } from '../look/notes';
import type { Position, Standing } from '../standing/positions';
import { setByHand } from '../units/unitOverrides';

/** By time; what tells none, last. @param standing what orders that were changed keep */
export function reportExceptions(
  inputs: OpenInputs,
  standing: Pick<Standing, 'positions'>,
): readonly ReportException[] {
  const keeps = new Map(standing.positions.map((position) => [memberKey(position), position]));
  return [
    ...accepted(inputs),
    ...unitsByHand(inputs),
    ...stopped(inputs, keeps),
    ...amended(inputs, keeps),
    ...differing(inputs),
    ...busted(inputs),
  ]
    .map((one, at) => ({ one, at }))
    .sort((a, b) => order(a.one.at, b.one.at) || a.at - b.at)
    .map(({ one }) => one);
}

const order = (a: Stamp | null, b: Stamp | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

const accepted = (inputs: OpenInputs): readonly ReportException[] =>
  standingAcceptances(inputs).map(({ code, subject, reason: why, by, at }) => ({
    ...{ kind: 'accepted', code, why, by, at },
    what: verbatim(subject),
  }));

const unitsByHand = (inputs: OpenInputs): readonly ReportException[] =>
  setByHand(inputs.state).map(({ target, override }) => {
    const { units, reason: why, by, at } = override;
    const { side, asset: code } = target;
    const fund = shortFunds(inputs)(target.fund);
    const what = msg('{n} {n|unit|units} of {side} {code} for {fund}', { n: units ?? 0, side, code, fund });
    return { kind: 'units', code: null, what, why, by, at };
  });

type Keeps = ReadonlyMap<string, Position>;

/** Order by order, with what each had asked for; what ended no order, by its scope. */
const stopped = (inputs: OpenInputs, keeps: Keeps): readonly ReportException[] =>
  inputs.state.stops.flatMap((stop): readonly ReportException[] => {
    const { reason: why, by, at } = stop;
    const ended = inputs.state.intents.filter((intent) => endedBy(intent, stop));
    const what =
      ended.length === 0 ? [scopeOf(inputs, stop)] : ended.map((intent) => saidChange(inputs, intent, keeps));
    return what.map((each) => ({ kind: 'stopped', code: null, what: each, why, by, at }));
  });

const endedBy = (intent: Intent, stop: Stop): boolean =>
  stop.broker === null &&
  intent.cancelled !== undefined &&
  intent.frozenAt === stop.at &&
  intent.reason === stop.reason &&
  coversOrder(stop, intent);

const shortName = (inputs: OpenInputs, cnpj: Cnpj | null): string | null => {
  const fund = fundOf(inputs, cnpj)?.fund;
  return fund === undefined ? cnpj : shortFunds(inputs)(fund);
};

/** What a stop means, part by part: a blank part is all of them. */
function scopeOf(inputs: OpenInputs, { asset, cnpj, side, broker }: Stop): Message {
  const parts = [
    ...(side === null ? [] : [msg('{side}', { side })]),
    ...[asset, shortName(inputs, cnpj), broker].flatMap((part) => (part === null ? [] : [verbatim(part)])),
  ];
  return parts.length === 0 ? msg('all orders of the day') : msg('{ands}', { ands: parts });
}

/** Raised, reduced, or gone from daily-trades; not what a stop ended. */
const amended = (inputs: OpenInputs, keeps: Keeps): readonly ReportException[] =>
  inputs.state.intents
    .filter((intent) => intent.version > 1 && inputs.state.stops.every((stop) => !endedBy(intent, stop)))
    .map((intent) => {
      const { reason: why, approvedBy: by, frozenAt: at } = intent;
      return { kind: 'amended', code: null, what: saidChange(inputs, intent, keeps), why, by, at };
    });

/** Asked for otherwise in daily-trades, and left as it was worked. */
const differing = (inputs: OpenInputs): readonly ReportException[] =>
  (inputs.state.allocation?.differing ?? []).map(({ fund, asset: code, side, worked, asked }) => ({
    ...{ kind: 'differing', code: null, why: null, by: null, at: null },
    what: msg('{fund}, {side} {code}: daily-trades asks for {money2}, {money} was worked', {
      ...{ fund: shortFunds(inputs)(fund), side, code, money: worked, money2: asked },
    }),
  }));

/** From what it was before anybody changed it to what it is, and what it keeps where that is more. */
function saidChange(inputs: OpenInputs, intent: Intent, keeps: Keeps): Message {
  const fund = shortFunds(inputs)(intent.fund);
  const { side, asset: code, amount: money2, ordered: money = null } = intent;
  const position = keeps.get(memberKey(intent));
  const kept = position !== undefined && keptBeyond(position) !== null ? position.amount : null;
  const of = { fund, side, code };
  // An order of the morning that was another one before the first fill.
  if (money === null) return msg('{fund}, {side} {code}: {money}', { ...of, money: money2 });
  const holes = { ...of, money, money2 };
  if (kept !== null)
    return msg(
      '{fund}, {side} {code}: {money} → {money2}; its target stays {money3}, because it had that much by then',
      {
        ...holes,
        money3: kept,
      },
    );
  return msg('{fund}, {side} {code}: {money} → {money2}', holes);
}

/** Taken back by brokers: nothing counts them. When it was heard of; when they were traded is part of what is said. */
const busted = (inputs: OpenInputs): readonly ReportException[] =>
  bustsOf(inputs).map(({ said: what, heardAt: at }) => ({
    ...{ kind: 'bust', code: null, what, why: null, by: null, at },
  }));
