// The one agenda of the day: each step with how it stands, when it wants to run, until when it can and why it could not now. The
// schedule, the sidebar, the reminders and the deadlines read it; the stages' own gates ask the same moments (moments.ts).
import { type Session, session } from '../../domain/calendar';
import { ALL_FAMILIES, type Family, familiesOf, type PrimaryScope } from '../../domain/etf';
import { type StageName, stageTitle } from '../../domain/stage';
import { addMinutes, dateOf, type Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import { type Check, stopOf } from '../checks/check';
import { DAY_CHECKS } from '../checks/day';
import { pastCutoff } from '../checks/pastCutoff';
import { tradingDay } from '../checks/tradingDay';
import { completeness, isOutdated, leftDay } from '../completeness';
import { fillsOf } from '../day/fills';
import { type DayInputs, valuesOf } from '../day/inputs';
import {
  cutoffUnopened,
  isTodays,
  later,
  maximumOf,
  noIterationNow,
  notOpened,
  stillTrading,
  todayAt,
  tradingOver,
} from './moments';
import { roundsLeft } from './rounds';
import { cutoffsOf, requestsOf, type WaitingEtf } from './undecided';

export type StepName = 'initial' | `primary:${Family}` | 'adjustments' | 'final';

/** `pending`: done, and to be done again because something was missing. `none`: nothing to do for it today. */
export type StepState = 'done' | 'due' | 'coming' | 'missed' | 'none' | 'pending';

export interface AgendaStep {
  readonly name: StepName;
  readonly stage: StageName;
  /** A family has its own run of a stage. */
  readonly scope: PrimaryScope;
  readonly title: Message;
  readonly state: StepState;
  /** When it ran or was missed, else the moment that counts: the latest of its slots that has passed, or the next. */
  readonly at: Stamp | null;
  /** The moments of today at which it wants to run; none once its result stands. */
  readonly slots: readonly Stamp[];
  /** The last minute in which it is of use; null = nobody planned one. */
  readonly until: Stamp | null;
  /** Why its stage would not do its work now, for the time that it is; null = it would. */
  readonly whyNot: Message | null;
  readonly waiting: readonly WaitingEtf[];
}

type Timing = Pick<AgendaStep, 'state' | 'at' | 'slots' | 'until' | 'whyNot'> & {
  readonly waiting?: readonly WaitingEtf[];
};

/** A day that does not become COMPLETE is looked at again this often after the close, and for this long. */
const FINAL_AGAIN_MINUTES = 30;
const FINAL_MINUTES = 120;
/** When a day that the evening missed is taken up again. */
const LATE_FINAL = '09:00';

/** The day's steps in their order; what an earlier day still lacks comes before all of them. */
export function agendaOf(inputs: DayInputs): readonly AgendaStep[] {
  const hours = session(dateOf(inputs.now), inputs.holidays);
  const families = familiesOf(valuesOf(inputs.etfs)).map((family) => ({
    family,
    timing: primary(inputs, family, hours),
  }));
  const steps = [
    stepOf('initial', initial(inputs, hours)),
    ...families
      .sort((a, b) => (lastMinute(a.timing) < lastMinute(b.timing) ? -1 : 1))
      .map(({ family, timing }) => stepOf('primary', timing, family)),
    stepOf('adjustments', adjustments(inputs, hours)),
  ];
  const last = stepOf('final', final(inputs, hours));
  return isLate(inputs) ? [last, ...steps] : [...steps, last];
}

/** What is done stands at its moment, so that the day reads from above; families without a time of their own come last, by their names. */
const lastMinute = ({ until, at }: Timing): Stamp => until ?? at ?? '~';

function stepOf(stage: StageName, timing: Timing, scope: PrimaryScope = ALL_FAMILIES): AgendaStep {
  const name: StepName =
    stage === 'primary'
      ? `primary:${scope}`
      : stage === 'adjustments' || stage === 'final'
        ? stage
        : 'initial';
  return { name, stage, scope, title: stageTitle(stage, scope), waiting: [], ...timing };
}

/** An earlier day has fills that were never allocated: that comes before anything of today. */
export function isLate(inputs: DayInputs): boolean {
  const day = inputs.state.allocation === null || isOutdated(inputs) ? leftDay(inputs) : null;
  return day !== null && valuesOf(inputs.executions).some(({ date }) => date === day);
}

/** What the stage's own checks say of the hour, softened by their switches or not. */
const stopped = (inputs: DayInputs, checks: readonly Check<DayInputs>[]): Message | null =>
  stopOf(checks, inputs, inputs.settings);

const NOTHING = { state: 'none', at: null, slots: [], until: null } as const;

/** A step that is planned: due from its first slot on, as long as its time has not passed. */
function planned(
  { now }: DayInputs,
  slots: readonly Stamp[],
  until: Stamp | null,
  whyNot: Message | null,
): Timing {
  const [first = null] = slots;
  const passed = slots.filter((slot) => slot <= now);
  const latest = passed[passed.length - 1];
  if (latest === undefined) return { state: 'coming', at: first, slots, until, whyNot };
  return {
    state: whyNot === null ? 'due' : 'missed',
    at: whyNot === null ? latest : until,
    slots,
    until,
    whyNot,
  };
}

function markedAt({ state }: DayInputs, stage: StageName): Stamp | null {
  return state.marks.find((mark) => mark.stage === stage)?.at ?? null;
}

function initial(inputs: DayInputs, hours: Session | null): Timing {
  const isOpen = isTodays(inputs);
  // Orders that are being filled stay as they are, whatever the time.
  const whyNot = isOpen && fillsOf(inputs).length > 0 ? null : stopped(inputs, DAY_CHECKS);
  if (isOpen) return { ...NOTHING, state: 'done', at: markedAt(inputs, 'initial'), whyNot };
  if (hours === null) return { ...NOTHING, whyNot };
  const morning = todayAt(inputs, later(inputs.settings.initialOrdersAt, hours.open));
  return planned(inputs, [morning], todayAt(inputs, hours.close), whyNot);
}

/** A family runs some minutes before the earliest cut-off of what waits in it: its requests go out together. */
function primary(inputs: DayInputs, family: Family, hours: Session | null): Timing {
  const closed = notOpened(inputs);
  const { traded, waiting: etfs, decidedAt } = requestsOf(inputs, family, closed === null);
  if (closed === null && etfs.length === 0) {
    return traded === 0
      ? { ...NOTHING, whyNot: null }
      : { ...NOTHING, state: 'done', at: decidedAt, whyNot: null };
  }
  const assets = etfs.map(({ asset }) => asset);
  const late = stopOf([pastCutoff], { inputs, assets }, inputs.settings);
  const whyNot = closed ?? stopped(inputs, DAY_CHECKS) ?? late;
  if (hours === null) return { ...NOTHING, whyNot };
  const close = todayAt(inputs, hours.close);
  // Requests of a family go out together: one that nobody takes today stops them all.
  if (etfs.some((etf) => cutoffUnopened(inputs, etf) !== null)) return { ...NOTHING, whyNot };
  const cutoffs = cutoffsOf(inputs, etfs, close);
  // What is refused waits for nobody.
  const waiting = whyNot === null || closed !== null ? cutoffs : [];
  const [earliest] = cutoffs.map(({ until }) => until).sort();
  const until = earliest !== undefined && earliest < close ? earliest : close;
  // Without a cut-off nobody planned a time for it: the trader chooses one, while there is trading.
  if (earliest === undefined && closed === null && whyNot !== null) return { ...NOTHING, whyNot };
  const slots = earliest === undefined ? [] : [addMinutes(until, -inputs.settings.primaryLead)];
  if (closed === null) return { ...planned(inputs, slots, until, whyNot), waiting };
  return isBy(inputs, until)
    ? { state: 'coming', at: slots[0] ?? null, slots, until, whyNot, waiting }
    : { ...NOTHING, whyNot };
}

/** The rounds as they are planned (rounds.ts); after the last one the schedule looks again an interval later, until the close. */
function adjustments(inputs: DayInputs, hours: Session | null): Timing {
  const { settings, state } = inputs;
  const closed = notOpened(inputs);
  const { iteration, lastAt, converged } = state.cycle;
  const maximum = closed === null ? maximumOf(inputs) : settings.maxAdjustmentIterations;
  const whyNot = closed ?? noIterationNow(inputs, maximum) ?? stopped(inputs, [tradingDay]);
  if (hours === null) return { ...NOTHING, whyNot };
  const close = todayAt(inputs, hours.close);
  const rounds = roundsLeft(inputs, maximum);
  const [first = close] = rounds;
  const isOver = tradingOver(inputs) !== null;
  const stands = closed === null && (state.allocation !== null || iteration >= maximum);
  const slots = isOver || stands ? [] : rounds.filter((slot) => slot < close);
  const ran = closed === null && iteration > 0;
  if (slots.length === 0) return { ...NOTHING, ...(ran ? { state: 'done', at: lastAt } : {}), whyNot };
  if (closed !== null) return { state: 'coming', at: first, slots, until: close, whyNot };
  const timing = planned(inputs, slots, close, whyNot);
  // Nobody has to do anything, but the schedule looks again: fills and prices move.
  return ran && converged ? { ...timing, state: 'done', at: lastAt } : timing;
}

function final(inputs: DayInputs, hours: Session | null): Timing {
  const { settings, state } = inputs;
  const late = leftDay(inputs);
  if (late !== null && fillsOf(inputs).length > 0) {
    const slots = isLate(inputs) ? [todayAt(inputs, LATE_FINAL)] : [];
    return slots.length === 0 ? { ...NOTHING, whyNot: null } : planned(inputs, slots, null, null);
  }
  const closed = notOpened(inputs);
  const whyNot = closed ?? stillTrading(inputs);
  const allocation = closed === null ? state.allocation : null;
  const isDone = allocation !== null && completeness(inputs).length === 0;
  if (isDone) return { ...NOTHING, state: 'done', at: markedAt(inputs, 'final'), whyNot };
  if (hours === null) return { ...NOTHING, whyNot };
  const first = addMinutes(todayAt(inputs, hours.callEnd), settings.finalAfterClose);
  const until = addMinutes(first, FINAL_MINUTES);
  if (closed !== null) {
    if (tradingOver(inputs) !== null) return { ...NOTHING, whyNot };
    return { state: 'coming', at: first, slots: [first], until, whyNot };
  }
  // A late fill or a bust may still come: a PENDING day is looked at again.
  if (allocation === null) return planned(inputs, [first], until, whyNot);
  // What was not allocated is, whatever the hour.
  const end = isOutdated(inputs) ? todayAt(inputs, '23:59') : addMinutes(until, 1);
  const slots = every(first, FINAL_AGAIN_MINUTES, end);
  return { ...planned(inputs, slots, until, whyNot), state: 'pending', at: markedAt(inputs, 'final') };
}

/** The minute of the last moment counts whole. */
const isBy = ({ now }: DayInputs, last: Stamp): boolean => now < addMinutes(last, 1);

/** From the first moment on, the last one excluded. */
export function every(from: Stamp, minutes: number, end: Stamp): readonly Stamp[] {
  const slots: Stamp[] = [];
  for (let slot = from; slot < end; slot = addMinutes(slot, Math.max(minutes, 1))) slots.push(slot);
  return slots;
}
