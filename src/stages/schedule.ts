// Which routine step is due, and when the next one is: from B3's hours, the cut-offs and the settings alone.
import { session } from '../domain/calendar';
import { FAMILIES, type Family } from '../domain/etf';
import { addMinutes, dateOf, type Stamp } from '../domain/stamp';
import { type DayInputs, valuesOf } from './inputs';
import { targetsOf } from './positions';

export type StepName = 'initial' | `primary-${Family}` | 'adjustments' | 'final';

export interface Step {
  readonly name: StepName;
  /** The moments of the day at which it wants to run; a missed one is made up for once. */
  readonly slots: readonly Stamp[];
}

/** When each step last ran today, whatever came of it. */
export type LastRuns = Readonly<Partial<Record<StepName, Stamp>>>;

export interface Schedule {
  readonly due: readonly StepName[];
  readonly next: { readonly step: StepName; readonly at: Stamp } | null;
}

/** A day that does not become COMPLETE is tried again this often after the close. */
const FINAL_RETRIES = 4;
const FINAL_RETRY_MINUTES = 30;

export function scheduleOf(inputs: DayInputs, lastRuns: LastRuns): Schedule {
  const { now } = inputs;
  const steps = stepsOf(inputs);
  const due = steps.filter(({ name, slots }) => {
    const passed = slots.filter((slot) => slot <= now);
    const latest = passed[passed.length - 1];
    return latest !== undefined && (lastRuns[name] ?? '') < latest;
  });
  const coming = steps
    .flatMap(({ name, slots }) => slots.filter((slot) => slot > now).map((at) => ({ step: name, at })))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return { due: due.map(({ name }) => name), next: coming[0] ?? null };
}

/** The steps that the day still needs, in their order. */
export function stepsOf(inputs: DayInputs): readonly Step[] {
  const { now, settings, state } = inputs;
  const today = dateOf(now);
  const hours = session(today, inputs.holidays);
  if (hours === null) return [];
  const at = (time: string): Stamp => `${today}T${time}:00`;
  const opened = state.tradeDate === today;
  const later = (a: string, b: string): string => (a > b ? a : b);
  const callEnd = at(hours.callEnd);
  const finals = Array.from({ length: 1 + FINAL_RETRIES }, (_, retry) =>
    addMinutes(callEnd, settings.finalAfterClose + retry * FINAL_RETRY_MINUTES),
  );
  const steps: readonly (Step | null)[] = [
    !opened && now <= at(hours.close)
      ? { name: 'initial', slots: [at(later(settings.initialOrdersAt, hours.open))] }
      : null,
    ...FAMILIES.map((family): Step | null => primaryStep(inputs, family, at)),
    state.allocation === null && state.cycle.iteration < settings.maxAdjustmentIterations
      ? {
          name: 'adjustments',
          slots: every(
            at(later(settings.adjustmentsFrom, hours.open)),
            settings.adjustmentInterval,
            at(hours.close),
          ),
        }
      : null,
    state.allocation?.complete ? null : { name: 'final', slots: finals },
  ];
  return steps.filter(
    (step): step is Step =>
      step !== null && (opened || step.name === 'initial' || !isOver(inputs, at(hours.close))),
  );
}

/** Nothing was opened and the market has closed: the day stays empty. */
const isOver = ({ now }: DayInputs, close: Stamp): boolean => now > close;

/** A family runs some minutes before its earliest cut-off, once, if a fund trades one of its ETFs. */
function primaryStep(inputs: DayInputs, family: Family, at: (time: string) => Stamp): Step | null {
  const { settings, state } = inputs;
  const etfs = valuesOf(inputs.etfs).filter((etf) => etf.family === family);
  const wanted = new Set(targetsOf(state).map(({ asset }) => asset));
  const decided = new Set(state.units.map(({ asset }) => asset));
  const open = etfs.filter(({ asset }) => wanted.has(asset) && !decided.has(asset));
  const isOpened = state.tradeDate === dateOf(inputs.now);
  if (isOpened ? open.length === 0 : etfs.length === 0) return null;
  const cutoffs = (isOpened ? open : etfs).flatMap(({ primaryCutoff }) => primaryCutoff ?? []).sort();
  const earliest = cutoffs[0];
  return earliest === undefined
    ? null
    : { name: `primary-${family}`, slots: [addMinutes(at(earliest), -settings.primaryLead)] };
}

function every(from: Stamp, minutes: number, until: Stamp): readonly Stamp[] {
  const slots: Stamp[] = [];
  for (let slot = from; slot < until; slot = addMinutes(slot, Math.max(minutes, 1))) slots.push(slot);
  return slots;
}
