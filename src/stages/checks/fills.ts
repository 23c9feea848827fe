// Fills beyond a cap or a limit price in force, and fills that nobody asked for: all are warnings, because they have happened.
import { session } from '../../domain/calendar';
import type { Problem } from '../../domain/problem';
import { msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { isTodays } from '../agenda/moments';
import { nakedSales } from '../allocation/naked';
import { countedFills } from '../day/fills';
import { type DayInputs, valuesOf } from '../day/inputs';
import { averagedRow } from './averagedRow';
import { brokenCaps } from './brokenCaps';
import { type Check, findingsOf } from './check';
import { type FillsSubject, versionsFor } from './fillsSubject';
import { FILL_TIME_CHECKS } from './fillTimes';
import { limitPrice } from './limitPrice';

const warned = { place: { tab: executions.name }, severity: 'warning' } as const;

const aboveCap: Check<FillsSubject> = {
  code: 'above-cap',
  setting: null,
  find: (subject) => brokenCaps(subject).map(({ text }) => ({ text, ...warned })),
};

const unaskedFill: Check<FillsSubject> = {
  code: 'unasked-fill',
  setting: null,
  find({ instructions, fills }) {
    const strange = fills.filter((fill) => versionsFor(instructions, fill).length === 0);
    const texts = strange.map(({ asset, side, broker }) =>
      msg('{side} {code} at {broker} was executed and never instructed; check the fill with the broker', {
        side,
        code: asset,
        broker,
      }),
    );
    const once = new Map(texts.map((text) => [JSON.stringify(text.values), text]));
    return [...once.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => ({ text, ...warned }));
  },
};

export const FILL_CHECKS: readonly Check<FillsSubject>[] = [
  aboveCap,
  limitPrice,
  unaskedFill,
  averagedRow,
  ...FILL_TIME_CHECKS,
];

export function fillWarnings(inputs: DayInputs): readonly Problem[] {
  const { instructions, tradeDate, claims, cuts } = inputs.state;
  const subject: FillsSubject = {
    ...{ instructions, tradeDate, now: inputs.now },
    ledger: { claims, cuts },
    fills: countedFills(inputs),
    others: isTodays(inputs)
      ? valuesOf(inputs.executions).filter(({ date, source }) => date !== tradeDate && source === 'typed')
      : [],
    hours: tradeDate === null ? null : session(tradeDate, inputs.holidays),
  };
  return [...nakedSales(inputs), ...findingsOf(FILL_CHECKS, subject, inputs.settings)];
}
