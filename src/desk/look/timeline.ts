// The day's steps in their order, each with how it stands and when: done, due, planned, missed.
import { session } from '../../domain/calendar';
import { type Family, familiesOf } from '../../domain/etf';
import { addMinutes, dateOf, type Stamp } from '../../domain/stamp';
import { type DayInputs, valuesOf } from '../../stages/day/inputs';
import { targetsOf } from '../../stages/split/positions';
import type { StageRequest } from '../request';
import { isLate, type StepName, stepsOf } from '../schedule/schedule';

export type StepState = 'done' | 'due' | 'coming' | 'missed' | 'none' | 'pending';

export interface TimelineStep {
  readonly name: StepName;
  readonly state: StepState;
  /** When it ran, or when it is planned; null when no time is known. */
  readonly at: Stamp | null;
  /** What its preview dialog asks for. */
  readonly request: StageRequest;
}

export interface NextStep extends TimelineStep {
  readonly isDue: boolean;
}

type Standing = Pick<TimelineStep, 'state' | 'at'>;

export function timelineOf(inputs: DayInputs): readonly TimelineStep[] {
  const firstCutoff = (family: Family): string => cutoffsOf(inputs, family)[0] ?? '~';
  const families = familiesOf(valuesOf(inputs.etfs))
    .slice()
    .sort((a, b) => (firstCutoff(a) < firstCutoff(b) ? -1 : firstCutoff(a) > firstCutoff(b) ? 1 : 0));
  return [
    { name: 'initial', request: { stage: 'initial' }, ...initial(inputs) },
    ...families.map(
      (family): TimelineStep => ({
        name: `primary-${family}`,
        request: { stage: 'primary', scope: family },
        ...primary(inputs, family),
      }),
    ),
    { name: 'adjustments', request: { stage: 'adjustments' }, ...adjustments(inputs) },
    { name: 'final', request: { stage: 'final' }, ...final(inputs) },
  ];
}

/** What a trader does next: the first step that is due, else the one that comes first. */
export function nextOf(timeline: readonly TimelineStep[]): NextStep | null {
  const due = timeline.find(({ state }) => state === 'due' || state === 'pending');
  if (due) return { ...due, isDue: true };
  const [first] = timeline
    .filter(({ state }) => state === 'coming')
    .sort((a, b) => ((a.at ?? '~') < (b.at ?? '~') ? -1 : 1));
  return first ? { ...first, isDue: false } : null;
}

const isOpen = ({ now, state }: DayInputs): boolean => state.tradeDate === dateOf(now);

/** As the schedule plans a step: its latest moment that has passed, else its first. */
function planned(inputs: DayInputs, name: StepName): Standing | null {
  const slots = stepsOf(inputs).find((step) => step.name === name)?.slots ?? [];
  const passed = slots.filter((slot) => slot <= inputs.now);
  const latest = passed[passed.length - 1];
  if (latest !== undefined) return { state: 'due', at: latest };
  const [first] = slots;
  return first === undefined ? null : { state: 'coming', at: first };
}

const markedAt = ({ state }: DayInputs, stage: string): Stamp | null =>
  state.marks.find((mark) => mark.stage === stage)?.at ?? null;

const isTradingDay = ({ now, holidays }: DayInputs): boolean => session(dateOf(now), holidays) !== null;

function initial(inputs: DayInputs): Standing {
  if (isOpen(inputs)) return { state: 'done', at: markedAt(inputs, 'initial') };
  return planned(inputs, 'initial') ?? { state: isTradingDay(inputs) ? 'missed' : 'none', at: null };
}

const etfsOf = (inputs: DayInputs, family: Family) =>
  valuesOf(inputs.etfs).filter((etf) => etf.family === family);

const cutoffsOf = (inputs: DayInputs, family: Family): readonly string[] =>
  etfsOf(inputs, family)
    .flatMap(({ primaryCutoff }) => primaryCutoff ?? [])
    .sort();

function primary(inputs: DayInputs, family: Family): Standing {
  const { state, now } = inputs;
  const cutoffs = cutoffsOf(inputs, family);
  if (isOpen(inputs)) {
    const assets = new Set(etfsOf(inputs, family).map(({ asset }) => asset));
    const traded = new Set(targetsOf(state).flatMap(({ asset }) => (assets.has(asset) ? asset : [])));
    if (traded.size === 0) return { state: 'none', at: null };
    const decided = state.units.filter(({ asset }) => traded.has(asset));
    if ([...traded].every((asset) => decided.some((unit) => unit.asset === asset))) {
      const times = decided.map(({ requestedAt }) => requestedAt).sort();
      return { state: 'done', at: times[times.length - 1] ?? null };
    }
    // Nobody planned a time for it: the trader chooses one.
    if (cutoffs.length === 0) return { state: 'coming', at: null };
  }
  const last = cutoffs[cutoffs.length - 1];
  const cutoff = last === undefined ? null : `${dateOf(now)}T${last}:00`;
  if (isOpen(inputs) && cutoff !== null && now > cutoff) return { state: 'missed', at: cutoff };
  return planned(inputs, `primary-${family}`) ?? { state: 'none', at: null };
}

function adjustments(inputs: DayInputs): Standing {
  const { now, settings, state } = inputs;
  const { iteration, lastAt, converged } = state.cycle;
  if (isOpen(inputs)) {
    const hours = session(dateOf(now), inputs.holidays);
    const over = state.allocation !== null || hours === null || now >= `${dateOf(now)}T${hours.close}:00`;
    if (over) return { state: iteration > 0 ? 'done' : 'none', at: lastAt };
    if (converged || iteration >= settings.maxAdjustmentIterations) return { state: 'done', at: lastAt };
    if (lastAt !== null) {
      const again = addMinutes(lastAt, settings.adjustmentInterval);
      return { state: again <= now ? 'due' : 'coming', at: again };
    }
  }
  return planned(inputs, 'adjustments') ?? { state: 'none', at: null };
}

function final(inputs: DayInputs): Standing {
  const { allocation } = inputs.state;
  if (isOpen(inputs) && allocation !== null) {
    return { state: allocation.complete ? 'done' : 'pending', at: markedAt(inputs, 'final') };
  }
  const plan = planned(inputs, 'final');
  // Without an open day there is nothing to allocate, however late it is.
  if (isLate(inputs, 'final')) return { state: 'due', at: plan?.at ?? null };
  return plan === null || (!isOpen(inputs) && plan.state === 'due') ? { state: 'none', at: null } : plan;
}
