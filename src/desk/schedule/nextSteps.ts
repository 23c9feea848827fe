// What the schedule will do next, for the sidebar and for whoever starts it.
import type { IsoDate, Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';
import { agendaOf, type StepName } from '../../stages/agenda/agenda';
import { closedUntil } from '../../stages/agenda/moments';
import type { DayInputs } from '../../stages/day/inputs';
import { readMarks } from '../journal/scheduleMarks';
import type { Journal, Services } from '../services';
import { isUnattended, readDueBook } from './routine';
import { dueSteps, nextOpening, nextSlot } from './schedule';

export interface PlannedStep {
  readonly name: StepName;
  readonly title: Message;
  /** Its moment; for a step that is due, the one that has passed. */
  readonly at: Stamp;
  readonly isDue: boolean;
  /** Sent without a click, else prepared for one. */
  readonly unattended: boolean;
}

export interface NextSteps {
  readonly now: Stamp;
  /** The day that was opened last; null = none ever was. */
  readonly tradeDate: IsoDate | null;
  /** Today's, the nearest first; each step once. */
  readonly steps: readonly PlannedStep[];
  /** Why B3 does not open today, and when it does; null = it trades today. */
  readonly closed: Message | null;
  /** When the next trading day begins, once nothing is left of today. */
  readonly nextOpening: Stamp | null;
}

/** @param at the moment that is asked about; left out = now */
export const nextSteps = (services: Services, at: Stamp = services.now()): NextSteps =>
  nextStepsOf(readDueBook(services, at).inputs, services.journal);

/** The same from a book that was looked at already. */
export function nextStepsOf(inputs: DayInputs, journal: Journal): NextSteps {
  const { now } = inputs;
  const { steps: marks } = readMarks(journal, now);
  const due = new Map(dueSteps(inputs, marks).map(({ name, slot }) => [name, slot]));
  const steps = agendaOf(inputs).flatMap((step): readonly PlannedStep[] => {
    const { name, title } = step;
    const at = due.get(name) ?? nextSlot(inputs, step, marks);
    if (at === null) return [];
    return [{ name, title, at, isDue: due.has(name), unattended: isUnattended(inputs, step) }];
  });
  const sorted = steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    now,
    tradeDate: inputs.state.tradeDate,
    steps: sorted,
    closed: closedUntil(inputs),
    nextOpening: sorted.length > 0 ? null : nextOpening(inputs),
  };
}
