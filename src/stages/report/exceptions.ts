// What was not as the rules have it today, and who answers for it.
import { executed } from '../../domain/fill';
import type { Stop } from '../../domain/stop';
import { type Message, msg, verbatim } from '../../language/message';
import type { ReportException } from '../../messages/report/report';
import { standingAcceptances } from '../completeness';
import { fillsOf } from '../day/fills';
import type { OpenInputs } from '../day/inputs';
import { fundOf } from '../day/known';
import { setByHand } from '../split/unitOverrides';

/** By kind, the oldest first. */
export const reportExceptions = (inputs: OpenInputs): readonly ReportException[] => [
  ...accepted(inputs),
  ...unitsByHand(inputs),
  ...stopped(inputs),
  ...amended(inputs),
  ...busted(inputs),
];

const accepted = (inputs: OpenInputs): readonly ReportException[] =>
  standingAcceptances(inputs).map(({ code, subject, reason: why, by, at }) => ({
    ...{ kind: 'accepted', code, why, by, at },
    what: verbatim(subject),
  }));

const unitsByHand = ({ state }: OpenInputs): readonly ReportException[] =>
  setByHand(state).map(({ target, override }) => {
    const { units, reason: why, by, at } = override;
    const { fund, side, asset: code } = target;
    const what = msg('{n} {n|unit|units} of {side} {code} for {fund}', { n: units ?? 0, side, code, fund });
    return { kind: 'units', code: null, what, why, by, at };
  });

const stopped = (inputs: OpenInputs): readonly ReportException[] =>
  inputs.state.stops.map((stop) => {
    const { reason: why, by, at } = stop;
    return { kind: 'stopped', code: null, what: scopeOf(inputs, stop), why, by, at };
  });

/** What a stop means, part by part: a blank part is all of them. */
function scopeOf(inputs: OpenInputs, { asset, cnpj, side, broker }: Stop): Message {
  const parts = [
    ...(side === null ? [] : [msg('{side}', { side })]),
    ...[asset, fundOf(inputs, cnpj)?.fund ?? cnpj, broker].flatMap((part) =>
      part === null ? [] : [verbatim(part)],
    ),
  ];
  return parts.length === 0 ? msg('all orders of the day') : msg('{ands}', { ands: parts });
}

const amended = ({ state }: OpenInputs): readonly ReportException[] =>
  state.intents
    .filter(({ version, cancelled }) => version > 1 && cancelled === undefined)
    .map(
      ({ fund, side, asset: code, amount: money, reason: why, approvedBy: by, frozenAt: at, version }) => ({
        ...{ kind: 'amended', code: null, why, by, at },
        what: msg('{fund}, {side} {code}: {money}, version {n}', { fund, side, code, money, n: version }),
      }),
    );

/** Taken back by brokers: nothing counts them. */
function busted(inputs: OpenInputs): readonly ReportException[] {
  const fills = fillsOf(inputs).filter(({ status }) => status === 'BUSTED');
  const keys = [...new Set(fills.map(({ broker, side, asset }) => JSON.stringify([broker, side, asset])))];
  return keys.sort().flatMap((key): readonly ReportException[] => {
    const own = fills.filter(({ broker, side, asset }) => JSON.stringify([broker, side, asset]) === key);
    const [first] = own;
    if (first === undefined) return [];
    const { broker, side, asset: code } = first;
    const { money } = executed(own.map((fill) => ({ ...fill, status: 'EXECUTED' as const })));
    const what = msg('{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted', {
      ...{ n: own.length, side, code, broker, money },
    });
    return [{ kind: 'bust', code: null, what, why: null, by: null, at: null }];
  });
}
