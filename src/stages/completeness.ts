// When a day is COMPLETE: nothing on this list. The final allocation, status, sidebar, schedule and command line ask here and
// nowhere else. Everything that is missing says who can mend it.
import { executed, type Fill } from '../domain/fill';
import { fingerprint } from '../domain/fingerprint';
import { grouped, once } from '../domain/lookup';
import type { ProblemCode } from '../domain/problemCodes';
import { dateOf, type IsoDate } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import { isTodays, stillTrading } from './agenda/moments';
import { isAcceptable, isAccepted, isEndedRun, unplacedSubject, workSubject } from './day/acceptances';
import { fillsOf } from './day/fills';
import type { DayInputs } from './day/inputs';
import type { Missing } from './day/missing';
import { type AllocatedPart, type AllocationMark, type DayState, unfinishedDay } from './day/state';

type ToJudge = Pick<DayInputs, 'now' | 'holidays' | 'state' | 'executions' | 'owed'>;

/** Everything that keeps the day from being COMPLETE, in a fixed order; empty = COMPLETE. Residuals never do. */
export function completeness(inputs: ToJudge): readonly Missing[] {
  const { state } = inputs;
  const owed = stillOwed(inputs);
  // What the desk owes is in the journal, whatever became of the day.
  if (state.tradeDate === null)
    return [general('no-day', msg('no day is open: run Initial orders')), ...owed];
  const trading = isTodays(inputs) ? stillTrading(inputs) : null;
  const fills = fillsOf(inputs);
  if (state.allocation === null) {
    const first = general('not-allocated', msg('the final allocation has not run'));
    // While the market is open everybody may still answer; what the desk owes, or was told and cannot place, stands at once.
    return trading === null ? [first, ...unanswered(state, fills), ...owed] : [first, ...owed];
  }
  return [
    ...(trading === null ? [] : [general('market-open', trading)]),
    ...unsettled(state, state.allocation, fills),
    ...owed,
  ];
}

/** What the allocation leaves to be settled, whatever the hour: the same on the evening and on the next morning. */
const unsettled = (
  state: DayState,
  { parts }: AllocationMark,
  fills: readonly Fill[],
): readonly Missing[] => [...unanswered(state, fills), ...unplaced(state), ...changedSince(parts, fills)];

/**
 * What of it a person may accept now. That a broker traded nothing is known after the close, not before; and it closes nothing of
 * an earlier day that was never allocated.
 */
export function oddities(inputs: ToJudge): readonly Missing[] {
  const { state } = inputs;
  const owed = stillOwed(inputs).filter(({ code }) => isAcceptable(code));
  if (state.tradeDate === null) return owed;
  const trading = isTodays(inputs) ? stillTrading(inputs) !== null : state.allocation === null;
  const open = [...unanswered(state, fillsOf(inputs)), ...unplaced(state)].filter(
    ({ code }) => isAcceptable(code) && !(trading && code === 'silent-broker'),
  );
  return [...open, ...owed];
}

/** What somebody accepted of an ended run is settled; everything else is looked at again by whoever owes it. */
const stillOwed = ({ state, owed }: ToJudge): readonly Missing[] =>
  owed.filter(({ code, subject }) => !(isEndedRun(code) && isAccepted(state, code, subject)));

/** Whether the fills are no longer those that were allocated: then another version is to be made. */
export const isOutdated = (inputs: Pick<ToJudge, 'state' | 'executions'>): boolean =>
  inputs.state.allocation !== null && changedSince(inputs.state.allocation.parts, fillsOf(inputs)).length > 0;

/**
 * An earlier day that brokers worked and that was never allocated, or is not settled as things are known now: opening another one
 * would lose it. What the desk owes somebody is done by whatever runs next, and keeps no day open.
 */
export function leftDay(inputs: Pick<ToJudge, 'now' | 'state' | 'executions'>): IsoDate | null {
  const { state, now } = inputs;
  const { tradeDate, instructions, allocation } = state;
  const today = dateOf(now);
  if (tradeDate === null || tradeDate >= today) return null;
  if (allocation === null) return unfinishedDay(state, today);
  const isLeft =
    instructions.length === 0 ? isOutdated(inputs) : unsettled(state, allocation, fillsOf(inputs)).length > 0;
  return isLeft ? tradeDate : null;
}

/** What each broker's fills of each ETF and side come to, busted ones left out; in a fixed order. */
export const partsOf = once((fills: readonly Fill[]): readonly AllocatedPart[] => {
  const counted = fills.filter(({ status }) => status !== 'BUSTED');
  const groups = grouped(counted, workSubject);
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const { shares, money } = executed(own);
      const { broker, asset, side } = first;
      return [{ broker, asset, side, fills: own.length, shares, money, says: saysOf(own) }];
    });
});

/** A fingerprint, whatever their order. What a broker books again or corrects may come to the same shares and money. */
const saysOf = (fills: readonly Fill[]): string =>
  fingerprint(
    fills
      .map(({ fillId, quantity, price, time }) => JSON.stringify([fillId, quantity, price, time]))
      .sort()
      .join(),
  );

/** Whether these are the same fills, as far as it was kept which they were. */
export const samePart = (one: AllocatedPart | undefined, other: AllocatedPart | undefined): boolean => {
  if (one === undefined || other === undefined) return one === other;
  const { fills, shares, money, says } = other;
  return (
    one.fills === fills &&
    one.shares === shares &&
    one.money === money &&
    (one.says === undefined || says === undefined || one.says === says)
  );
};

const general = (code: ProblemCode, text: Message): Missing => ({ code, subject: '', text, who: 'trader' });

function unanswered(state: DayState, fills: readonly Fill[]): readonly Missing[] {
  const pending = fills.filter(({ status }) => status === 'PENDING').length;
  const waits: readonly Missing[] =
    pending === 0
      ? []
      : [
          {
            code: 'pending-fills',
            subject: '',
            text: msg('{n} {n|fill is|fills are} PENDING', { n: pending }),
            who: 'broker',
          },
        ];
  return [...silent(state, fills), ...waits, ...unasked(state, fills)];
}

/** What was accepted and still is so: that a broker traded nothing is over as soon as a fill of it is known. */
export function standingAcceptances({
  state,
  executions,
}: Pick<ToJudge, 'state' | 'executions'>): DayState['acceptances'] {
  const heard = new Set(fillsOf({ state, executions }).map(({ broker }) => broker));
  return state.acceptances.filter(({ code, subject }) => code !== 'silent-broker' || !heard.has(subject));
}

/** A broker that may have worked and of which nothing was heard: no news is not "nothing". */
function silent(state: DayState, fills: readonly Fill[]): readonly Missing[] {
  const heard = new Set(fills.map(({ broker }) => broker));
  const worked = state.instructions.filter(({ cap }) => cap > 0).map(({ broker }) => broker);
  return [...new Set(worked)]
    .filter((broker) => !heard.has(broker) && !isAccepted(state, 'silent-broker', broker))
    .sort()
    .map((broker) => ({
      code: 'silent-broker',
      subject: broker,
      text: msg(
        '{broker} has instructions and no fill of it is known; ask it, or accept that it traded nothing (Trading > Repair > Accept what is odd)',
        { broker },
      ),
      who: 'broker',
    }));
}

function unasked(state: DayState, fills: readonly Fill[]): readonly Missing[] {
  const asked = new Set(state.instructions.map(workSubject));
  return partsOf(fills)
    .filter((part) => !asked.has(workSubject(part)))
    .filter((part) => !isAccepted(state, 'unasked-fill', workSubject(part)))
    .map((part) => ({
      code: 'unasked-fill',
      subject: workSubject(part),
      text: msg(
        '{side} {code} at {broker}: {n} {n|share was|shares were} executed and never instructed; check with the broker, or accept it (Trading > Repair > Accept what is odd)',
        { side: part.side, code: part.asset, broker: part.broker, n: part.shares },
      ),
      who: 'broker',
    }));
}

function unplaced(state: DayState): readonly Missing[] {
  return (state.allocation?.unplaced ?? [])
    .filter((pool) => !isAccepted(state, 'unplaced-shares', unplacedSubject(pool)))
    .map((pool) => ({
      code: 'unplaced-shares',
      subject: unplacedSubject(pool),
      text: unplacedSaid(pool),
      who: 'trader',
    }));
}

function unplacedSaid({
  shares: n,
  side,
  asset: code,
  brokers = [],
}: AllocationMark['unplaced'][number]): Message {
  return brokers.length === 0
    ? msg('{n} {n|share|shares} of {side} {code} {n|fits|fit} no fund; settle them with the broker', {
        ...{ n, side, code },
      })
    : msg('{n} {n|share|shares} of {side} {code} {n|fits|fit} no fund; settle them with {brokers}', {
        ...{ n, side, code, brokers: brokers.join(', ') },
      });
}

/** @param allocated null = a version before this one did not keep it */
function changedSince(
  allocated: readonly AllocatedPart[] | null,
  fills: readonly Fill[],
): readonly Missing[] {
  if (allocated === null) return [];
  const now = new Map(partsOf(fills).map((part) => [workSubject(part), part]));
  const then = new Map(allocated.map((part) => [workSubject(part), part]));
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((subject): readonly Missing[] => {
    const [before, after] = [then.get(subject), now.get(subject)];
    const known = before ?? after;
    if (known === undefined || samePart(before, after)) return [];
    const text = isBookedAgain(before, after)
      ? bookedAgain(known)
      : msg(
          '{broker}, {side} {code}: {n} {n|share|shares} in {n2} {n2|fill|fills} over {money} were allocated, and there are {n3} in {n4} over {money2} now; run the final allocation again',
          {
            ...{ broker: known.broker, side: known.side, code: known.asset },
            ...{ n: before?.shares ?? 0, n2: before?.fills ?? 0, money: before?.money ?? 0 },
            ...{ n3: after?.shares ?? 0, n4: after?.fills ?? 0, money2: after?.money ?? 0 },
          },
        );
    return [{ code: 'changed-since', subject, text, who: 'desk' }];
  });
}

/** As many shares for as much money as were allocated. */
const isBookedAgain = (before: AllocatedPart | undefined, after: AllocatedPart | undefined): boolean =>
  before !== undefined && before.shares === after?.shares && before.money === after.money;

const bookedAgain = ({ broker, side, asset: code, shares: n, money }: AllocatedPart): Message =>
  msg(
    '{broker}, {side} {code}: the same {n} {n|share|shares} over {money} are other fills than were allocated (booked again or corrected); run the final allocation again',
    { broker, side, code, n, money },
  );
