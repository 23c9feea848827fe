// What a trader reads of the schedule: whether it runs, and what it does next.
import type { NextSteps, PlannedStep } from '../../desk/schedule/nextSteps';
import { dateOf, timeOf } from '../../domain/stamp';
import type { Language } from '../../language/language';
import { type Message, msg } from '../../language/message';
import { printAll } from '../../language/print';

/** @param isOn whether the schedule takes the step; else a trader does */
export function stepLine({ title, at, isDue, unattended }: PlannedStep, isOn: boolean): Message {
  const step = { said: title };
  const timed = { ...step, time: timeOf(at) };
  if (!isOn) return isDue ? msg('now  {said}', step) : msg('{time}  {said}', timed);
  if (unattended) {
    return isDue
      ? msg('now  {said} (sends by itself)', step)
      : msg('{time}  {said} (sends by itself)', timed);
  }
  return isDue
    ? msg('now  {said} (prepares; you confirm)', step)
    : msg('{time}  {said} (prepares; you confirm)', timed);
}

export const resumesLine = (nextOpening: string): Message =>
  msg('nothing more today; it goes on on {date} at {time}', {
    date: dateOf(nextOpening),
    time: timeOf(nextOpening),
  });

/**
 * Told to whoever starts or stops it, line by line.
 * @param runner who runs it; null = it is off
 * @param isOthers somebody else runs it, so nothing was started
 */
export function scheduleText(
  plan: NextSteps,
  runner: string | null,
  language: Language,
  isOthers = false,
): string {
  const heading =
    runner === null
      ? msg('The schedule is stopped. Without it, do by hand:')
      : msg('The schedule runs as {user}. Next:', { user: runner });
  const whose =
    isOthers && runner !== null
      ? [
          msg(
            '{user} runs the schedule, and one is enough. To run it yourself, stop it first, then start it.',
            {
              user: runner,
            },
          ),
        ]
      : [];
  const lines = [
    ...whose,
    heading,
    ...plan.steps.map((step) => stepLine(step, runner !== null)),
    ...(plan.nextOpening === null ? [] : [resumesLine(plan.nextOpening)]),
  ];
  return printAll(lines, language).join('\n');
}
