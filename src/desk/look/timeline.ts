// The agenda as the sidebar shows it: each step with how it stands, when, and what its dialog asks for.
import type { Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import type { AgendaStep, StepName, StepState } from '../../stages/agenda/agenda';
import { isDue, nextStepOf } from '../../stages/agenda/nextStep';
import type { ChangedOrders } from '../../stages/look/changedOrders';
import type { StageRequest } from '../../stages/stages';

export type { StepState } from '../../stages/agenda/agenda';

export interface TimelineStep {
  readonly name: StepName | 'amend';
  readonly state: StepState;
  /** When it ran, or when it is planned; null when no time is known. */
  readonly at: Stamp | null;
  /** Why its stage would refuse now; null = it may be offered. */
  readonly whyNot: Message | null;
  /** Orders that an amendment would change; left out = it is no amendment. */
  readonly orders?: number;
  /** What its preview dialog asks for. */
  readonly request: StageRequest;
}

export interface NextStep extends TimelineStep {
  readonly isDue: boolean;
}

export const shownOf = (agenda: readonly AgendaStep[]): readonly TimelineStep[] =>
  agenda.map(({ name, stage, scope, state, at, whyNot }) => ({
    name,
    state,
    at,
    whyNot,
    request: stage === 'primary' ? { stage, scope } : { stage },
  }));

/** Before all that is not done: units and rounds are reckoned from the orders. What can be amended no more is no step. */
export function withAmend(
  timeline: readonly TimelineStep[],
  { changes, mayAmend }: Pick<ChangedOrders, 'changes' | 'mayAmend'>,
): readonly TimelineStep[] {
  if (changes.length === 0 || !mayAmend) return timeline;
  const amend: TimelineStep = {
    name: 'amend',
    state: 'due',
    at: null,
    whyNot: null,
    orders: changes.length,
    request: { stage: 'amend' },
  };
  const at = timeline.findIndex(({ state }) => state !== 'done' && state !== 'missed' && state !== 'none');
  const place = at === -1 ? timeline.length : at;
  return [...timeline.slice(0, place), amend, ...timeline.slice(place)];
}

/** What a trader does next. */
export function nextOf(timeline: readonly TimelineStep[]): NextStep | null {
  const next = nextStepOf(timeline);
  return next === null ? null : { ...next, isDue: isDue(next) };
}
