// Fills beyond a cap or a limit price in force, and fills that nobody asked for: all are warnings, because they have happened.
import type { Instruction } from '../../domain/broker';
import { session } from '../../domain/calendar';
import { executed, type Fill } from '../../domain/fill';
import type { Cents } from '../../domain/money';
import type { Problem } from '../../domain/problem';
import { timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { countedFills } from '../day/fills';
import { type DayInputs, valuesOf } from '../day/inputs';
import { isTodays } from '../day/moments';
import { inForce } from '../day/state';
import { averagedRow } from './averagedRow';
import { type Check, findingsOf } from './check';
import { type FillsSubject, isOf } from './fillsSubject';
import { FILL_TIME_CHECKS } from './fillTimes';
import { limitPrice } from './limitPrice';

const warned = { place: { tab: executions.name }, severity: 'warning' } as const;

/** What a broker executed against its cap, by whether it could know the cap when it traded. */
function againstCap({ cap, issuedAt, ...instruction }: Instruction, fills: readonly Fill[]) {
  const own = fills.filter((fill) => isOf(instruction, fill));
  const money = (isMeant: (fill: Fill) => boolean): Cents => executed(own.filter(isMeant)).money;
  const before = money(({ time }) => time !== null && time <= issuedAt);
  const after = money(({ time }) => time !== null && time > issuedAt);
  const untimed = money(({ time }) => time === null);
  return {
    over: Math.max(0, executed(own).money - cap),
    /** Traded knowingly beyond it, whatever the fills without a time were. */
    broken: Math.max(0, after - Math.max(0, cap - before)),
    untimed,
  };
}

export interface CapBroken {
  readonly instruction: Instruction;
  /** What is executed beyond the cap. */
  readonly over: Cents;
  /** How much of it was traded knowingly; zero = reported late, or nobody can tell. */
  readonly broken: Cents;
  readonly text: Message;
}

export const brokenCaps = ({
  working,
  fills,
}: Pick<FillsSubject, 'working' | 'fills'>): readonly CapBroken[] =>
  working.flatMap((instruction): readonly CapBroken[] => {
    const { asset: code, side, broker, cap, issuedAt } = instruction;
    const { over, broken, untimed } = againstCap(instruction, fills);
    if (over === 0) return [];
    const said = { broker, side, code, money2: cap, time: timeOf(issuedAt) };
    const text =
      broken > 0
        ? msg(
            '{broker} traded {money} of {side} {code} beyond its cap of {money2} after that was out at {time}; call it',
            { ...said, money: broken },
          )
        : untimed > 0
          ? msg(
              '{broker} has {money} of {side} {code} beyond its cap of {money2} of {time}; its fills tell no time, so whether they were traded before cannot be told',
              { ...said, money: over },
            )
          : msg(
              '{broker} has {money} of {side} {code} beyond its cap of {money2} of {time}: these fills were traded before and reported late',
              { ...said, money: over },
            );
    return [{ instruction, over, broken, text }];
  });

const aboveCap: Check<FillsSubject> = {
  code: 'above-cap',
  setting: null,
  find: (subject) => brokenCaps(subject).map(({ text }) => ({ text, ...warned })),
};

const unaskedFill: Check<FillsSubject> = {
  code: 'unasked-fill',
  setting: null,
  find({ instructions, fills }) {
    const strange = fills.filter((fill) => !instructions.some((instruction) => isOf(instruction, fill)));
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
    working: inForce(instructions),
    ledger: { claims, cuts },
    fills: countedFills(inputs),
    others: isTodays(inputs)
      ? valuesOf(inputs.executions).filter(({ date, source }) => date !== tradeDate && source === 'typed')
      : [],
    hours: tradeDate === null ? null : session(tradeDate, inputs.holidays),
  };
  return findingsOf(FILL_CHECKS, subject, inputs.settings);
}
