// The day that a stage works on: the open one as its tabs have it, or one that is over, as it was kept.
import type { Broker } from '../../domain/broker';
import type { Problem } from '../../domain/problem';
import { minutesBetween } from '../../domain/stamp';
import type { Settings } from '../../sheets/settings';
import { type DayInputs, readInputs, valuesOf } from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { withAsked } from '../../stages/outcome/asked';
import type { Plan } from '../../stages/outcome/outcome';
import type { Stage } from '../../stages/stages';
import type { Desk } from '../desk';
import { lookAtEarlier } from '../fills/earlierDay';
import { readMarks } from '../journal/scheduleMarks';
import { LIMITS } from '../limits';
import type { Waiting } from '../mails/waitingMails';
import { knownOf } from './settingsAndState';
/** What the stage works on. */
export interface SeenDay {
  /** null = it cannot be worked on, and the problems say why. */
  readonly plan: (() => Plan) | null;
  /** Of the open day; null = it works on one that is over. */
  readonly inputs: DayInputs | null;
  readonly brokers: readonly Broker[];
  readonly problems: readonly Problem[];
}

interface Opened {
  readonly settings: Settings;
  readonly state: DayState;
  readonly waiting: readonly Waiting[];
}

export function lookAt(desk: Desk, { settings, state, waiting: held }: Opened, stage: Stage): SeenDay {
  const { services, book, now } = desk;
  const waiting = held.map(({ key, topic, parts, isInDoubt }) => ({ key, topic, parts, isInDoubt }));
  if ('corrects' in stage) {
    const { day: earlier, problems } = lookAtEarlier(desk, settings, state, stage.corrects);
    const day = earlier === null ? null : { ...earlier, inputs: { ...earlier.inputs, waiting } };
    if (day === null) return { plan: null, inputs: null, brokers: [], problems };
    const plan = (): Plan => stage.corrects.plan(day, services.digest);
    return { plan, inputs: null, brokers: valuesOf(day.inputs.brokers), problems };
  }
  const { maximum } = readMarks(services.journal, now);
  const known = {
    ...knownOf(services, now, { settings, state }, services.user()),
    waiting,
    isSpent: () => minutesBetween(now, services.now()) >= LIMITS.runMinutes / 2,
    ...(stage.opensDay && maximum !== undefined ? { maximum } : {}),
  };
  const { inputs: read, problems } = readInputs(book.read, stage.reads, known);
  const inputs = stage.compares ? withAsked(read, book.read) : read;
  return {
    plan: () => stage.plan(inputs, services.digest),
    inputs,
    brokers: valuesOf(inputs.brokers),
    problems,
  };
}
