// Fills whose time cannot be: before anybody asked for them, while nobody could trade, after now, on another day. They have been
// reported, so they count, and somebody has to ask; each ETF, side and broker is one sentence.
import type { Fill } from '../../domain/fill';
import { grouped } from '../../domain/lookup';
import { addMinutes, dateOf, type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import type { Check, Finding } from './check';
import { type FillsSubject, fillsFor, versionsFor } from './fillsSubject';

/** Two clocks are never quite the same. */
const CLOCK_MINUTES = 1;

type Said = (facts: {
  readonly n: number;
  readonly fill: string;
  readonly broker: string;
  readonly side: Fill['side'];
  readonly code: string;
  readonly time: string;
}) => Message;

/** One finding for all fills of a broker, ETF and side that are wrong in the same way; the earliest is named. */
function findings(fills: readonly Fill[], said: Said): readonly Finding[] {
  const groups = grouped(fills, ({ asset, side, broker }) => JSON.stringify([asset, side, broker]));
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]): readonly Finding[] => {
      const [first] = [...own].sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1));
      if (first === undefined) return [];
      const { fillId: fill, broker, side, asset: code } = first;
      const text = said({ n: own.length, fill, broker, side, code, time: momentOf(first) });
      return [{ text, place: { tab: executions.name }, severity: 'warning' }];
    });
}

const momentOf = ({ time, date }: Fill): string => (time ?? date).replace('T', ' ');

const timed = (fills: readonly Fill[], isWrong: (time: Stamp, fill: Fill) => boolean): readonly Fill[] =>
  fills.filter((fill) => fill.time !== null && isWrong(fill.time, fill));

const beforeOrder: Check<FillsSubject> = {
  code: 'fill-before-order',
  setting: null,
  find: ({ instructions, fills }) =>
    findings(
      timed(fills, (time, fill) => {
        const [first] = versionsFor(instructions, fill)
          .map(({ issuedAt }) => issuedAt)
          .sort();
        return first !== undefined && time < first && addMinutes(time, CLOCK_MINUTES) < first;
      }),
      (facts) =>
        msg(
          '{broker}: {n} {n|fill|fills} of {side} {code} from before its instruction went out, the first {fill} at {time}; ask {broker}',
          facts,
        ),
    ),
};

const outsideHours: Check<FillsSubject> = {
  code: 'fill-outside-hours',
  setting: null,
  find: ({ hours, fills }) =>
    hours === null
      ? []
      : findings(
          timed(fills, (time) => {
            const at = timeOf(time);
            return at < hours.open || at > hours.callEnd;
          }),
          (facts) =>
            msg(
              '{broker}: {n} {n|fill|fills} of {side} {code} outside trading hours, the first {fill} at {time}; ask {broker}',
              facts,
            ),
        ),
};

const inTheFuture: Check<FillsSubject> = {
  code: 'fill-in-the-future',
  setting: null,
  find: ({ now, fills }) => {
    const latest = addMinutes(now, CLOCK_MINUTES);
    return findings(
      timed(fills, (time) => time > latest),
      (facts) =>
        msg(
          '{broker}: {n} {n|fill|fills} of {side} {code} from the future, the first {fill} at {time}; ask {broker}',
          facts,
        ),
    );
  },
};

/** Only typed rows can be: they stay in the tab and count for no day but their own. */
const otherDate: Check<FillsSubject> = {
  code: 'other-date',
  setting: null,
  find: ({ tradeDate, others }) =>
    tradeDate === null
      ? []
      : findings(others, (facts) =>
          msg(
            '{broker}: {n} {n|row|rows} of {side} {code} of another date than the open day, the first {fill} at {time}; correct the date or delete {n|it|them}, or take {n|it|them} into a day that is over with Trading > Correct an earlier day',
            facts,
          ),
        ),
};

/** Its date says the open day and its time another: one of them is wrong. */
const otherTime: Check<FillsSubject> = {
  code: 'other-date',
  setting: null,
  find: ({ tradeDate, fills }) =>
    findings(
      timed(fills, (time) => tradeDate !== null && dateOf(time) !== tradeDate),
      (facts) =>
        msg(
          '{broker}: {n} {n|fill|fills} of {side} {code} with the time of another day, the first {fill} at {time}; correct the time',
          facts,
        ),
    ),
};

/** Others of the same work tell when: a row without belongs to no part of the day. */
const noTime: Check<FillsSubject> = {
  code: 'fill-without-time',
  setting: null,
  find: ({ fills }) =>
    findings(
      fills.filter(
        (fill) =>
          fill.time === null &&
          fill.source === 'typed' &&
          fillsFor(fills, fill).some(({ time }) => time !== null),
      ),
      (facts) =>
        msg(
          '{broker}: {n} {n|fill|fills} of {side} {code} typed without a time, the first {fill}; write when, so that it belongs to a part of the day',
          facts,
        ),
    ),
};

const emptyFill: Check<FillsSubject> = {
  code: 'empty-fill',
  setting: null,
  find: ({ fills }) =>
    findings(
      fills.filter(({ quantity }) => quantity === 0),
      (facts) =>
        msg(
          '{broker}: {n} {n|fill|fills} of {side} {code} over 0 shares, the first {fill} at {time}; delete {n|it|them}',
          facts,
        ),
    ),
};

export const FILL_TIME_CHECKS: readonly Check<FillsSubject>[] = [
  beforeOrder,
  outsideHours,
  inTheFuture,
  otherDate,
  otherTime,
  noTime,
  emptyFill,
];
