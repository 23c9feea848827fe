// What comes next: the one definition for the sidebar, the alerts and whatever offers a step. A step that would be refused now is
// never offered, and none before the one that is due.

import { type DayInputs, valuesOf } from '../day/inputs';
import type { AgendaStep } from './agenda';
import { undecidedOf } from './undecided';

type Stepped = Pick<AgendaStep, 'state' | 'at'>;

/** The first step that is due, else the one that comes first; null = nothing is left of today. */
export function nextStepOf<T extends Stepped>(agenda: readonly T[]): T | null {
  const due = agenda.find(isDue);
  if (due) return due;
  const [first] = agenda
    .filter(({ state }) => state === 'coming')
    .sort((a, b) => ((a.at ?? '~') < (b.at ?? '~') ? -1 : 1));
  return first ?? null;
}

export const isDue = ({ state }: Pick<Stepped, 'state'>): boolean => state === 'due' || state === 'pending';

/** Its stage would do its work now: nothing else is offered, and nothing else is run by itself. */
export const wouldRun = ({ whyNot }: Pick<AgendaStep, 'whyNot'>): boolean => whyNot === null;

const isAhead = ({ state, slots }: AgendaStep): boolean =>
  state === 'due' || state === 'coming' || (state === 'done' && slots.length > 0);

/**
 * The step that next sets an ETF's caps and limits anew: its family's units while they are not decided, then the rounds; null = none
 * of today does.
 */
export function nextForEtf(
  inputs: DayInputs,
  agenda: readonly AgendaStep[],
  asset: string,
): AgendaStep | null {
  const family = valuesOf(inputs.etfs).find((etf) => etf.asset === asset)?.family;
  const units = agenda.find(({ stage, scope }) => stage === 'primary' && scope === family);
  if (
    units !== undefined &&
    isAhead(units) &&
    undecidedOf(inputs, units.scope).some((etf) => etf.asset === asset)
  )
    return units;
  return agenda.find((step) => step.stage === 'adjustments' && isAhead(step)) ?? null;
}

/** As it is asked for, where it may be asked for: only what is due and would not be refused is offered. */
export const offered = (step: AgendaStep | null): Pick<AgendaStep, 'stage' | 'scope'> | null =>
  step !== null && isDue(step) && wouldRun(step) ? { stage: step.stage, scope: step.scope } : null;
