// What the schedule has done today and until when nothing is due: one fact in the journal, so that an idle tick is cheap.

import type { Family } from '../../domain/etf';
import { addMinutes, dateOf, type IsoDate, minutesBetween, type Stamp } from '../../domain/stamp';
import type { StepName } from '../../stages/agenda/agenda';
import { LIMITS } from '../limits';
import type { Journal } from '../services';

/** What the trigger does besides the stages: nobody needs it while somebody is clicking. */
export type ChoreName = 'refresh' | 'nav' | `remind:${Family}`;
export type DueName = StepName | ChoreName;

/** When a step last began today, and what came of it. It answers every moment up to then. */
export interface StepMark {
  readonly at: Stamp;
  readonly came: 'started' | 'cut off' | 'done' | 'refused';
  /** What stood when it was refused: unless that changes it is refused again; left out = time or a feed may mend it. */
  readonly waits?: string;
  /** It was begun anew after it had been cut off. */
  readonly again?: true;
}
export type StepMarks = Readonly<Partial<Record<DueName, StepMark>>>;

export const SCHEDULE_KEY = 'schedule';
/** Somebody may correct a setting or a holiday: the book is looked at again at least this often. */
export const TRUST_MINUTES = 30;

export interface ScheduleMarks {
  readonly date: IsoDate;
  /** Nothing is due before this moment, as far as the book was known. */
  readonly quietUntil: Stamp;
  readonly steps: StepMarks;
  /** Minutes of trigger time that today's steps have taken, each rounded up. */
  readonly minutes: number;
  /** Runs that were half-way when the book was looked at; left out = none. */
  readonly waiting?: number;
  /** Iterations that somebody asked for before the day was opened. */
  readonly maximum?: number;
}

/** Yesterday's marks say nothing of today. */
export function readMarks(journal: Journal, now: Stamp): ScheduleMarks {
  const fresh = { date: dateOf(now), quietUntil: now, steps: {}, minutes: 0 };
  const written = journal.get(SCHEDULE_KEY);
  if (written === null) return fresh;
  const known: ScheduleMarks = JSON.parse(written);
  return known.date === fresh.date ? known : fresh;
}

/** Well below what one value may hold: families are as many as the tab names. */
const LONGEST_MARKS = LIMITS.propertyBytes / 2;

/** Of more steps than there is room for the newest are kept: an older one would be run again, and would find its work done. */
function writeMarks(journal: Journal, marks: ScheduleMarks): void {
  const at = (mark: StepMark | undefined): Stamp => mark?.at ?? '';
  const steps = Object.entries(marks.steps).sort(([, a], [, b]) => (at(a) < at(b) ? 1 : -1));
  const written = (count: number): string =>
    JSON.stringify({ ...marks, steps: Object.fromEntries(steps.slice(0, count)) });
  let count = steps.length;
  while (count > 0 && written(count).length > LONGEST_MARKS) count -= 1;
  journal.set(SCHEDULE_KEY, written(count));
}

/** A run that was left half-way since the last look ends the quiet: it waits for the next tick and no longer. */
export const isQuiet = (marks: ScheduleMarks, now: Stamp, waiting: number): boolean =>
  now < marks.quietUntil && waiting <= (marks.waiting ?? 0);

/** Before a step runs: whoever looks now sees that it is taken. */
export function markStarted(journal: Journal, now: Stamp, name: DueName): void {
  const marks = readMarks(journal, now);
  const isAgain = marks.steps[name]?.came === 'cut off';
  const mark: StepMark = { at: now, came: 'started', ...(isAgain ? { again: true } : {}) };
  writeMarks(journal, { ...marks, steps: { ...marks.steps, [name]: mark } });
}

/** Whoever has the lock is alone: a step that began some time ago and did not end has died. */
const deadSteps = (marks: ScheduleMarks, now: Stamp): readonly (readonly [string, StepMark])[] =>
  Object.entries(marks.steps).flatMap(([name, mark]) =>
    mark?.came === 'started' && minutesBetween(mark.at, now) >= LIMITS.cutOffMinutes ? [[name, mark]] : [],
  );

/** Steps that died a second time: somebody has to be told, because they would die again with nobody the wiser. */
export const diedTwice = (journal: Journal, now: Stamp): readonly string[] =>
  deadSteps(readMarks(journal, now), now).flatMap(([name, mark]) => (mark.again ? [name] : []));

/**
 * A step that has died is due again at once; one that has died again waits as one that was refused, so that it does not have the
 * lock all day.
 * @returns the marks as they are now
 */
export function noticeCutOff(journal: Journal, now: Stamp): ScheduleMarks {
  const marks = readMarks(journal, now);
  const dead = deadSteps(marks, now).map(([name, { at, again }]): [string, StepMark] => [
    name,
    { at, came: again ? 'refused' : 'cut off' },
  ]);
  if (dead.length === 0) return marks;
  const noticed = { ...marks, steps: { ...marks.steps, ...Object.fromEntries(dead) } };
  writeMarks(journal, noticed);
  return noticed;
}

/** What came of a step. */
export interface End {
  readonly came: 'done' | 'refused' | 'cut off';
  /** What a refusal waits for; left out = nothing that could be named. */
  readonly waits?: string;
}

/** After it: what came of it, and what it took. */
export function markEnded(
  journal: Journal,
  { started, ended }: { readonly started: Stamp; readonly ended: Stamp },
  names: readonly DueName[],
  end: End,
): void {
  const marks = readMarks(journal, started);
  const done = names.map((name): [DueName, StepMark] => [name, { at: started, ...end }]);
  writeMarks(journal, {
    ...marks,
    steps: { ...marks.steps, ...Object.fromEntries(done) },
    minutes: marks.minutes + minutesBetween(started, ended) + 1,
  });
}

/** It was looked at, and would only be refused again: its next moment comes. */
export function markWaiting(journal: Journal, now: Stamp, name: DueName, mark: StepMark): void {
  const marks = readMarks(journal, now);
  writeMarks(journal, { ...marks, steps: { ...marks.steps, [name]: { ...mark, at: now } } });
}

/** A step that could not begin, because somebody else was at work, is as due as before. */
export function unmark(journal: Journal, now: Stamp, name: DueName, before: StepMark | undefined): void {
  const marks = readMarks(journal, now);
  const { [name]: _taken, ...others } = marks.steps;
  writeMarks(journal, { ...marks, steps: before ? { ...others, [name]: before } : others });
}

/** Steps that were begun and not ended are as due as before. @returns their names */
export function forgetStarted(journal: Journal, now: Stamp): readonly string[] {
  const { steps, ...marks } = readMarks(journal, now);
  const all = Object.entries(steps);
  const ended = all.filter(([, mark]) => mark?.came !== 'started');
  if (ended.length === all.length) return [];
  writeMarks(journal, { ...marks, quietUntil: now, steps: Object.fromEntries(ended) });
  return all.map(([name]) => name).filter((name) => ended.every(([kept]) => kept !== name));
}

/** Lets the ticks pass until `next`, or until the book is worth another look. */
export function restUntil(journal: Journal, now: Stamp, next: Stamp | null, waiting: number): void {
  const limit = addMinutes(now, TRUST_MINUTES);
  const quietUntil = next !== null && next < limit ? next : limit;
  const { waiting: _before, ...marks } = readMarks(journal, now);
  writeMarks(journal, { ...marks, quietUntil, ...(waiting > 0 ? { waiting } : {}) });
}

/** For whatever opens the day. */
export const markMaximum = (journal: Journal, now: Stamp, maximum: number): void =>
  writeMarks(journal, { ...readMarks(journal, now), maximum });

const RUNNER_KEY = 'schedule-runner';
/** Somebody stopped it: whoever's trigger still fires takes itself away. */
const NOBODY = '-';

/** Whoever starts the schedule runs it; everybody else can only know that from here. */
export const markRunner = (journal: Journal, user: string): void => journal.set(RUNNER_KEY, user);

/** A trigger is seen and removed by its owner alone: one of somebody else retires at its next firing. */
export const unmarkRunner = (journal: Journal): void => journal.set(RUNNER_KEY, NOBODY);

/**
 * Who runs the schedule; null when it is off.
 * @param isMine whether the trigger of `user` is there: that is known for certain
 */
export function runnerOf(journal: Journal, user: string, isMine: boolean): string | null {
  const known = journal.get(RUNNER_KEY);
  if (known === NOBODY) return null;
  if (known === null) return isMine ? user : null;
  return known === user && !isMine ? null : known;
}

/** Whether the trigger of this user is to go: the schedule was stopped, or started by somebody else, behind its back. */
export function isRetired(journal: Journal, user: () => string): boolean {
  const known = journal.get(RUNNER_KEY);
  // An older version did not always write it down.
  return known !== null && (known === NOBODY || known !== user());
}

/** The book changed under the schedule's feet: the next tick looks at it. */
export function wake(journal: Journal, now: Stamp): void {
  writeMarks(journal, { ...readMarks(journal, now), quietUntil: now });
}
