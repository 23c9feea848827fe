// Which routine step is due, and when the next one is: from B3's hours, the cut-offs and the settings alone.
import { nextTradingDay, type Session, session } from '../../domain/calendar';
import { type Family, familiesOf } from '../../domain/etf';
import { addMinutes, dateOf, type Stamp } from '../../domain/stamp';
import { assetsWithoutNav } from '../../stages/closingNav';
import { type DayInputs, valuesOf } from '../../stages/day/inputs';
import { unfinishedDay } from '../../stages/day/state';
import { targetsOf } from '../../stages/split/positions';
import { RUN_OVER_MINUTES } from '../limits';

/** A stage of the day. */
export type StepName = 'initial' | `primary-${Family}` | 'adjustments' | 'final';
/** What the trigger does besides the stages: nobody needs it while somebody is clicking. */
export type ChoreName = 'refresh' | 'nav' | `remind-${Family}`;
export type DueName = StepName | ChoreName;

const PRIMARY = 'primary-';
const REMIND = 'remind-';
/** The family whose units or reminder it is. */
export const familyOf = (name: DueName): Family | null =>
  name.startsWith(PRIMARY)
    ? name.slice(PRIMARY.length)
    : name.startsWith(REMIND)
      ? name.slice(REMIND.length)
      : null;

export interface Step<N extends DueName = StepName> {
  readonly name: N;
  /** The moments of the day at which it wants to run; a missed one is made up for once. */
  readonly slots: readonly Stamp[];
  /** Further moments, for a step that was refused at the last one. */
  readonly retries: readonly Stamp[];
}

/** When a step last began today, and what came of it. It answers every moment up to then. */
export interface StepMark {
  readonly at: Stamp;
  readonly came: 'started' | 'done' | 'refused';
}
export type StepMarks = Readonly<Partial<Record<DueName, StepMark>>>;

export interface DueStep<N extends DueName = DueName> {
  readonly name: N;
  readonly slot: Stamp;
}

/** A day that does not become COMPLETE is looked at again this often after the close, and for this long. */
const FINAL_AGAIN_MINUTES = 30;
const FINAL_MINUTES = 121;
/** When a day that the evening missed is taken up again. */
const LATE_FINAL = '09:00';
/** An administrator publishes the official NAV in the evening or in the next morning. */
const NAV_AFTER_FINAL = 5;
const NAV_MINUTES = 60;
const NAV_MORNING = '07:00';

/** The steps whose moment has come and that nobody has answered yet, in the order of the day. */
export const dueSteps = (inputs: DayInputs, marks: StepMarks): readonly DueStep<StepName>[] =>
  dueOf(runnable(inputs), marks, inputs.now);

/** The trigger's own chores that are due. */
export const dueChores = (inputs: DayInputs, marks: StepMarks): readonly DueStep<ChoreName>[] =>
  dueOf(choresOf(inputs), marks, inputs.now);

/** What comes next today, once everything that is due has run. */
export function nextToday(inputs: DayInputs, marks: StepMarks): DueStep<StepName> | null {
  return coming(stepsOf(inputs), marks, inputs.now)[0] ?? null;
}

/** The next moment at which the trigger may have anything to do today. */
export function nextMoment(inputs: DayInputs, marks: StepMarks): Stamp | null {
  const { now } = inputs;
  const [next] = [...coming(stepsOf(inputs), marks, now), ...coming(choresOf(inputs), marks, now)].sort(
    bySlot,
  );
  return next?.slot ?? null;
}

/** The next trading day's opening, for a desk that has nothing left to do today. */
export function nextOpening({ now, settings, holidays }: DayInputs): Stamp {
  const date = nextTradingDay(dateOf(now), 1, holidays);
  const open = session(date, holidays)?.open ?? settings.initialOrdersAt;
  return `${date}T${later(settings.initialOrdersAt, open)}:00`;
}

/** Before the day is open there is nothing that a later step could work on. */
const runnable = (inputs: DayInputs): readonly Step[] =>
  stepsOf(inputs).filter(({ name }) => isOpen(inputs) || name === 'initial' || isLate(inputs, name));

function dueOf<N extends DueName>(
  steps: readonly Step<N>[],
  marks: StepMarks,
  now: Stamp,
): readonly DueStep<N>[] {
  return steps.flatMap(({ name, slots, retries }) => {
    const mark: StepMark | undefined = marks[name];
    const moments = mark?.came === 'refused' ? [...slots, ...retries] : slots;
    const slot = moments
      .filter((moment) => moment <= now)
      .sort()
      .pop();
    const isAnswered = mark !== undefined && (slot ?? '') <= mark.at && !isCutOff(mark, now);
    return slot === undefined || isAnswered || isUnderWay(mark, now) ? [] : [{ name, slot }];
  });
}

const isCutOff = ({ at, came }: StepMark, now: Stamp): boolean =>
  came === 'started' && addMinutes(at, RUN_OVER_MINUTES) <= now;

const isUnderWay = (mark: StepMark | undefined, now: Stamp): boolean =>
  mark?.came === 'started' && !isCutOff(mark, now);

const coming = <N extends DueName>(
  steps: readonly Step<N>[],
  marks: StepMarks,
  now: Stamp,
): readonly DueStep<N>[] =>
  steps
    .flatMap(({ name, slots, retries }) =>
      (marks[name]?.came === 'refused' ? [...slots, ...retries] : slots)
        .filter((slot) => slot > now)
        .map((slot) => ({ name, slot })),
    )
    .sort(bySlot);

const bySlot = (a: DueStep, b: DueStep): number => (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0);

/** The stages that the day still needs, in their order. */
export function stepsOf(inputs: DayInputs): readonly Step[] {
  const { now, settings, state } = inputs;
  const today = dateOf(now);
  const hours = session(today, inputs.holidays);
  if (hours === null) return [];
  const at = (time: string): Stamp => `${today}T${time}:00`;
  const opened = isOpen(inputs);
  const close = at(hours.close);
  const first = addMinutes(at(hours.callEnd), settings.finalAfterClose);
  const evening = addMinutes(first, FINAL_MINUTES);
  const morning = at(later(settings.initialOrdersAt, hours.open));
  const lateFinal: Step | null = isLate(inputs, 'final')
    ? { name: 'final', slots: [at(LATE_FINAL)], retries: [] }
    : null;
  const steps: readonly (Step | null)[] = [
    lateFinal,
    !opened && now <= close
      ? { name: 'initial', slots: [morning], retries: until(morning, settings.retryInterval, close) }
      : null,
    ...familiesOf(valuesOf(inputs.etfs)).map((family): Step | null => primaryStep(inputs, family, at)),
    state.allocation === null && state.cycle.iteration < settings.maxAdjustmentIterations
      ? {
          name: 'adjustments',
          slots: until(at(later(settings.adjustmentsFrom, hours.open)), settings.adjustmentInterval, close),
          retries: [],
        }
      : null,
    // A late fill or a bust may still come: a PENDING day is looked at again, and so is one that was refused.
    lateFinal !== null || state.allocation?.complete
      ? null
      : state.allocation === null
        ? { name: 'final', slots: [first], retries: until(first, settings.retryInterval, evening) }
        : { name: 'final', slots: until(first, FINAL_AGAIN_MINUTES, evening), retries: [] },
  ];
  return steps.filter(
    (step): step is Step =>
      step !== null && (opened || step.name === 'initial' || step === lateFinal || now <= close),
  );
}

/** Fills into their tab through the day, a word before each family's requests go out, the official NAV after the close. */
function choresOf(inputs: DayInputs): readonly Step<ChoreName>[] {
  const { settings, now, holidays } = inputs;
  const hours = session(dateOf(now), holidays);
  if (hours === null) return [];
  const at = (time: string): Stamp => `${dateOf(now)}T${time}:00`;
  const nav: readonly Step<ChoreName>[] =
    assetsWithoutNav(inputs).length === 0
      ? []
      : [{ name: 'nav', slots: navSlots(inputs, hours, at), retries: [] }];
  if (!isOpen(inputs)) return nav;
  const refresh: Step<ChoreName> = {
    name: 'refresh',
    slots:
      settings.refreshInterval === 0
        ? []
        : until(at(hours.open), settings.refreshInterval, addMinutes(at(hours.close), 1)),
    retries: [],
  };
  const reminders = familiesOf(valuesOf(inputs.etfs)).flatMap((family): readonly Step<ChoreName>[] => {
    const run = primaryStep(inputs, family, at)?.slots[0];
    const slot = run && addMinutes(run, settings.primaryLead - settings.primaryReminder);
    return run && slot && slot < run && now < run
      ? [{ name: `remind-${family}`, slots: [slot], retries: [] }]
      : [];
  });
  return [...reminders, refresh, ...nav];
}

/** Through the evening, and in the next session's morning until a new day is opened. */
const navSlots = ({ settings, state, now }: DayInputs, hours: Session, at: (time: string) => Stamp) =>
  state.tradeDate === dateOf(now)
    ? until(
        addMinutes(at(hours.callEnd), settings.finalAfterClose + NAV_AFTER_FINAL),
        NAV_MINUTES,
        at('23:59'),
      )
    : until(at(NAV_MORNING), NAV_MINUTES, at(hours.open));

/** A family runs some minutes before its earliest cut-off, once, if a fund trades one of its ETFs. */
function primaryStep(inputs: DayInputs, family: Family, at: (time: string) => Stamp): Step | null {
  const { settings } = inputs;
  const earliest = cutoffOf(inputs, family);
  if (earliest === null) return null;
  const slot = addMinutes(at(earliest), -settings.primaryLead);
  const retries = until(slot, settings.retryInterval, addMinutes(at(earliest), 1));
  return { name: `primary-${family}`, slots: [slot], retries };
}

/**
 * The earliest cut-off among the family's ETFs that wait for their units; before the morning, among all. On a day that
 * closes before it the close is the last moment: after that no broker's cap can be replaced.
 */
export function cutoffOf(inputs: DayInputs, family: Family): string | null {
  const { state } = inputs;
  const etfs = valuesOf(inputs.etfs).filter((etf) => etf.family === family);
  const wanted = new Set(targetsOf(state).map(({ asset }) => asset));
  const decided = new Set(state.units.map(({ asset }) => asset));
  const open = isOpen(inputs) ? etfs.filter(({ asset }) => wanted.has(asset) && !decided.has(asset)) : etfs;
  const close = session(dateOf(inputs.now), inputs.holidays)?.close;
  const [earliest] = open.flatMap(({ primaryCutoff }) => primaryCutoff ?? []).sort();
  return earliest !== undefined && close !== undefined && close < earliest ? close : (earliest ?? null);
}

/** An earlier day has fills and was never allocated: that comes before anything of today. */
export function isLate({ now, state, executions }: DayInputs, step: StepName): boolean {
  const day = state.allocation === null ? unfinishedDay(state, dateOf(now)) : null;
  return step === 'final' && day !== null && valuesOf(executions).some(({ date }) => date === day);
}

const isOpen = ({ now, state }: DayInputs): boolean => state.tradeDate === dateOf(now);
const later = (a: string, b: string): string => (a > b ? a : b);

/** From the first moment on, the last one excluded. */
function until(from: Stamp, minutes: number, end: Stamp): readonly Stamp[] {
  const slots: Stamp[] = [];
  for (let slot = from; slot < end; slot = addMinutes(slot, Math.max(minutes, 1))) slots.push(slot);
  return slots;
}
