// The agenda as the sidebar shows it: each step with how it stands, when, and what its dialog asks for.
import type { Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import type { AgendaStep, StepName, StepState } from '../../stages/day/agenda';
import { isDue, nextStepOf } from '../../stages/day/nextStep';
import type { StageRequest } from '../request';

export type { StepState } from '../../stages/day/agenda';

export interface TimelineStep {
  readonly name: StepName;
  readonly state: StepState;
  /** When it ran, or when it is planned; null when no time is known. */
  readonly at: Stamp | null;
  /** Why its stage would refuse now; null = it may be offered. */
  readonly whyNot: Message | null;
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

/** What a trader does next. */
export function nextOf(timeline: readonly TimelineStep[]): NextStep | null {
  const next = nextStepOf(timeline);
  return next === null ? null : { ...next, isDue: isDue(next) };
}
