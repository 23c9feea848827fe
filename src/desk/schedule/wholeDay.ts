// The whole day: runs what is due now, in order, and says what comes next. Used by a click and by the laptop.
import { dateOf, type Stamp } from '../../domain/stamp';
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import { adjustmentCycle, finalAllocation, stageFrom, status, statusWith } from '../../stages/stages';
import { busyError, isBusy, LOCK_WAIT_MS } from '../alone';
import { pendingMarks } from '../journal/pending';
import {
  type End,
  markEnded,
  markMaximum,
  markStarted,
  noticeCutOff,
  readMarks,
  unmark,
} from '../journal/scheduleMarks';
import type { RunReport } from '../log/report';
import { openBook } from '../openBook';
import { apply } from '../run/runner';
import type { Services } from '../services';
import { stepsToTry, waitsFor } from './furtherTries';
import { readDueBook, stageOf } from './routine';
import { nextToday } from './schedule';

export interface WholeDay {
  readonly runs: readonly RunReport[];
  readonly nextDue: Stamp | null;
}

/** What somebody asks of the day. */
export interface DayWish {
  /** `all`: whatever is due now; `adjustments`: one iteration, after the close the final allocation. */
  readonly step: string;
  /** Iterations of the day, which keeps how many were asked for, whatever the step; null = as the settings say. */
  readonly maximum: number | null;
}

/**
 * Runs what is due now and starts the schedule for the rest of the day, or runs one step.
 * @param start starts the schedule
 * @throws for a step that there is not
 */
export function runDay(services: Services, { step, maximum }: DayWish, start: () => void): WholeDay {
  const kept = maximum === null ? {} : { maxIterations: maximum };
  const alone = (...runs: readonly RunReport[]): WholeDay => ({ runs, nextDue: null });
  switch (step) {
    case 'all': {
      const day = runDue(services, maximum);
      if (day.nextDue !== null) start();
      return day;
    }
    case 'initial':
    case 'primary':
      return alone(apply(services, stageFrom({ stage: step, ...kept })));
    case 'adjustments': {
      const iteration = apply(services, adjustmentCycle(maximum));
      if (iteration.status !== 'unchanged') return alone(iteration);
      const final = apply(services, finalAllocation());
      // Before the close the final allocation refuses; then the iteration is all there is to say.
      return final.status === 'refused' ? alone(iteration) : alone(iteration, final);
    }
    default:
      throw new SaidError(
        msg('"{value}" is not a step; use all, initial, primary or adjustments', { value: step }),
      );
  }
}

/** Whether or not anything is due: the day, or whatever opens it, keeps how many iterations somebody asked for. */
function keepMaximum(services: Services, now: Stamp, maximum: number | null): RunReport[] {
  if (maximum === null) return [];
  const { journal, lock } = services;
  const taken = lock.exclusively(LOCK_WAIT_MS, () => {
    markMaximum(journal, now, maximum);
    const { state } = readDueBook(services, now).inputs;
    return state.tradeDate === dateOf(now) && state.cycle.maximum !== maximum;
  });
  return taken?.value ? [apply(services, statusWith(maximum))] : [];
}

/** What was left half-way goes first, whatever is due: its mails are nobody's step any more. @returns why it does not go on */
function finishLeft(services: Services): readonly RunReport[] {
  if (pendingMarks(services.journal).length === 0) return [];
  const report = apply(services, status());
  return report.status === 'held' ? [report] : [];
}

/**
 * Runs every step that is due; each at once, as a named function does. The schedule knows of it afterwards.
 * @throws when somebody else is at work and nothing could be begun
 */
export function runDue(services: Services, maxIterations: number | null): WholeDay {
  const { journal, lock } = services;
  const now = services.now();
  const left = finishLeft(services);
  if (left.length > 0) return { runs: left, nextDue: null };
  const runs: RunReport[] = keepMaximum(services, now, maxIterations);
  for (;;) {
    const taken = lock.exclusively(LOCK_WAIT_MS, () => {
      const found = readDueBook(services, now);
      const { steps } = noticeCutOff(journal, now);
      const [step] = stepsToTry(services, found, steps);
      const next = nextToday(found.inputs, readMarks(journal, now).steps);
      if (step) markStarted(journal, now, step.name);
      return { step, before: step && steps[step.name], next };
    });
    if (taken === null && runs.length === 0) throw busyError();
    const { step, before, next = null } = taken?.value ?? {};
    if (step === undefined) return { runs, nextDue: next };
    const report = apply(services, stageOf(step.step, maxIterations));
    runs.push(report);
    const busy = isBusy(report.problems);
    const came = report.status === 'applied' || report.status === 'unchanged' ? 'done' : 'refused';
    lock.exclusively(LOCK_WAIT_MS, () => {
      if (busy) unmark(journal, now, step.name, before);
      else {
        const waits = came === 'done' ? null : waitsFor(services, openBook(services.book), report.problems);
        const end: End = { came, ...(waits === null ? {} : { waits }) };
        markEnded(journal, { started: now, ended: services.now() }, [step.name], end);
      }
    });
    // Somebody else is at it: what is due stays so.
    if (busy) return { runs, nextDue: next };
  }
}
