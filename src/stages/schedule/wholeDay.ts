// The whole day: runs what is due now, in order, and says what comes next. Used by a click and by the laptop.
import type { Stamp } from '../../domain/stamp';
import { apply, type RunReport } from '../run/runner';
import type { Services } from '../services';
import { lookAtBook, stageOf } from './routine';
import { dueSteps, nextToday } from './schedule';
import { markEnded, markStarted, readMarks } from './scheduleMarks';

export interface WholeDay {
  readonly runs: readonly RunReport[];
  readonly nextDue: Stamp | null;
}

/** Runs every step that is due; each at once, as a named function does. The schedule knows of it afterwards. */
export function runDue(services: Services, maxIterations: number | null): WholeDay {
  const { journal } = services;
  const now = services.now();
  const runs: RunReport[] = [];
  for (;;) {
    const { inputs } = lookAtBook(services, now);
    const { steps } = readMarks(journal, now);
    const [step] = dueSteps(inputs, steps);
    if (step === undefined) return { runs, nextDue: nextToday(inputs, steps)?.slot ?? null };
    markStarted(journal, now, step.name);
    const report = apply(services, stageOf(step.name, maxIterations));
    runs.push(report);
    const came = report.status === 'applied' || report.status === 'unchanged' ? 'done' : 'refused';
    markEnded(journal, now, services.now(), [step.name], came);
  }
}
