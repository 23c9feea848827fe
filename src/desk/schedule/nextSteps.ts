// What the schedule will do next, for the sidebar and for whoever starts it.
import type { Stamp } from '../../domain/stamp';
import type { DayInputs } from '../../stages/day/inputs';
import type { Journal, Services } from '../services';
import { isUnattended, lookAtBook } from './routine';
import { dueSteps, nextOpening, type StepName, stepsOf } from './schedule';
import { readMarks } from './scheduleMarks';

export interface PlannedStep {
  readonly name: StepName;
  /** Its moment; for a step that is due, the one that has passed. */
  readonly at: Stamp;
  readonly isDue: boolean;
  /** Sent without a click, else prepared for one. */
  readonly unattended: boolean;
}

export interface NextSteps {
  readonly now: Stamp;
  /** Today's, the nearest first; each step once. */
  readonly steps: readonly PlannedStep[];
  /** When the next trading day begins, once nothing is left of today. */
  readonly nextOpening: Stamp | null;
}

export const nextSteps = (services: Services): NextSteps =>
  nextStepsOf(lookAtBook(services, services.now()).inputs, services.journal);

/** The same from a book that was looked at already. */
export function nextStepsOf(inputs: DayInputs, journal: Journal): NextSteps {
  const { now } = inputs;
  const { steps: marks } = readMarks(journal, now);
  const due = dueSteps(inputs, marks).map(
    ({ name, slot }): PlannedStep => ({
      name,
      at: slot,
      isDue: true,
      unattended: isUnattended(inputs, name),
    }),
  );
  const coming = stepsOf(inputs).flatMap(({ name, slots, retries }): readonly PlannedStep[] => {
    const moments = marks[name]?.came === 'refused' ? [...slots, ...retries] : slots;
    const [at] = moments.filter((slot) => slot > now).sort();
    if (at === undefined || due.some((step) => step.name === name)) return [];
    return [{ name, at, isDue: false, unattended: isUnattended(inputs, name) }];
  });
  const steps = [...due, ...coming].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { now, steps, nextOpening: steps.length > 0 ? null : nextOpening(inputs) };
}
