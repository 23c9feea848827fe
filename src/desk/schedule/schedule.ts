// What the trigger does next: the agenda's steps that are due and that nobody has answered yet, and its own chores.
import { nextTradingDay, type Session, session } from '../../domain/calendar';
import { addMinutes, dateOf, type Stamp, timeOf } from '../../domain/stamp';
import { type AgendaStep, agendaOf, every, type StepName } from '../../stages/agenda/agenda';
import { isTodays, later, todayAt } from '../../stages/agenda/moments';
import { wouldRun } from '../../stages/agenda/nextStep';
import { assetsWithoutNav } from '../../stages/closingNav';
import type { DayInputs } from '../../stages/day/inputs';
import type { ChoreName, DueName, StepMark, StepMarks } from '../journal/scheduleMarks';
import { LIMITS } from '../limits';

/** Something that wants to run at moments of today; a missed one is made up for once. */
interface Wish {
  readonly name: DueName;
  readonly slots: readonly Stamp[];
  /** Further moments, for one that was refused at the last. */
  readonly retries: readonly Stamp[];
}

export interface DueStep {
  readonly kind: 'step';
  readonly name: StepName;
  readonly slot: Stamp;
  readonly step: AgendaStep;
}

export type Chore =
  | { readonly kind: 'refresh' | 'nav'; readonly name: ChoreName; readonly slot: Stamp }
  /** A family's cut-off is near. */
  | { readonly kind: 'remind'; readonly name: ChoreName; readonly slot: Stamp; readonly step: AgendaStep }
  /** A step's time has passed and nobody ran it: the traders have to know. */
  | { readonly kind: 'missed'; readonly name: StepName; readonly slot: Stamp; readonly step: AgendaStep };

/** How often fills are fetched after the allocation, and until when. */
const LATE_LOOK_MINUTES = 15;
const LAST_LOOK = '22:00';
/** An administrator publishes the official NAV in the evening or in the next morning. */
const NAV_AFTER_FINAL = 5;
const NAV_MINUTES = 60;
const NAV_MORNING = '07:00';

/** The steps whose moment has come and that nobody has answered yet, in the order of the day. */
export function dueSteps(inputs: DayInputs, marks: StepMarks): readonly DueStep[] {
  return agendaOf(inputs)
    .filter(wouldRun)
    .flatMap((step): readonly DueStep[] => {
      const slot = openSlot(wishOf(inputs, step), marks, inputs.now);
      return slot === null ? [] : [{ kind: 'step', name: step.name, slot, step }];
    });
}

/** The trigger's own chores that are due. */
export const dueChores = (inputs: DayInputs, marks: StepMarks): readonly Chore[] =>
  choresOf(inputs).flatMap(({ wish, chore }) => {
    const slot = openSlot(wish, marks, inputs.now);
    return slot === null ? [] : [chore(slot)];
  });

/** What comes next today, once everything that is due has run. */
export const nextToday = (inputs: DayInputs, marks: StepMarks): Stamp | null =>
  earliest(
    agendaOf(inputs).map((step) => wishOf(inputs, step)),
    marks,
    inputs.now,
  );

/** The next moment at which the trigger may have anything to do today. */
export const nextMoment = (inputs: DayInputs, marks: StepMarks): Stamp | null =>
  earliest(
    [...agendaOf(inputs).map((step) => wishOf(inputs, step)), ...choresOf(inputs).map(({ wish }) => wish)],
    marks,
    inputs.now,
  );

/** The next moment of one step, for whoever lists them. */
export const nextSlot = (inputs: DayInputs, step: AgendaStep, marks: StepMarks): Stamp | null =>
  earliest([wishOf(inputs, step)], marks, inputs.now);

/** The next trading day's opening, for a desk that has nothing left to do today. */
export function nextOpening({ now, settings, holidays }: DayInputs): Stamp {
  const date = nextTradingDay(dateOf(now), 1, holidays);
  const open = session(date, holidays)?.open ?? settings.initialOrdersAt;
  return `${date}T${later(settings.initialOrdersAt, open)}:00`;
}

/** A refused step is tried again as long as it is of use; one that comes back by itself needs no other moments. */
function wishOf({ settings }: DayInputs, { name, slots, until }: AgendaStep): Wish {
  const [first] = slots;
  const retries =
    first === undefined || slots.length > 1 || until === null
      ? []
      : every(first, settings.retryInterval, addMinutes(until, 1));
  return { name, slots, retries };
}

const momentsOf = ({ name, slots, retries }: Wish, marks: StepMarks): readonly Stamp[] =>
  marks[name]?.came === 'refused' ? [...slots, ...retries] : slots;

/** The latest moment that has come, unless somebody has answered it or is at it; null where there is none. */
function openSlot(wish: Wish, marks: StepMarks, now: Stamp): Stamp | null {
  const mark: StepMark | undefined = marks[wish.name];
  const slot = momentsOf(wish, marks)
    .filter((moment) => moment <= now)
    .sort()
    .pop();
  if (slot === undefined) return null;
  if (mark === undefined) return slot;
  if (mark.came === 'cut off') return slot;
  // Whoever holds the lock knows sooner (`noticeCutOff`); for everybody else no run is longer than the platform lets it be.
  if (mark.came === 'started') return addMinutes(mark.at, LIMITS.runMinutes) <= now ? slot : null;
  return slot <= mark.at ? null : slot;
}

function earliest(wishes: readonly Wish[], marks: StepMarks, now: Stamp): Stamp | null {
  const ahead = wishes.flatMap((wish) => momentsOf(wish, marks).filter((slot) => slot > now));
  return ahead.sort()[0] ?? null;
}

interface PlannedChore {
  readonly wish: Wish;
  readonly chore: (slot: Stamp) => Chore;
}

/** Fills into their tab through the day, a word before each family's requests go out, the official NAV after the close. */
function choresOf(inputs: DayInputs): readonly PlannedChore[] {
  const { settings, now, holidays } = inputs;
  const agenda = agendaOf(inputs);
  // What was not run before the day was allocated can no longer be done, and nobody waits for it.
  const isOver = isTodays(inputs) && inputs.state.allocation !== null;
  const missed = isOver ? [] : agenda.filter(({ state }) => state === 'missed').map(missedChore);
  const hours = session(dateOf(now), holidays);
  if (hours === null) return missed;
  const nav: readonly PlannedChore[] =
    assetsWithoutNav(inputs).length === 0 ? [] : [simple('nav', navSlots(inputs, hours))];
  if (!isTodays(inputs)) return [...missed, ...nav];
  const refreshes =
    settings.refreshInterval === 0
      ? []
      : every(
          todayAt(inputs, hours.open),
          settings.refreshInterval,
          addMinutes(todayAt(inputs, hours.close), 1),
        ).concat(lateLooks(inputs, hours));
  const reminders = agenda.flatMap((step) => reminder(inputs, step));
  return [...missed, ...reminders, simple('refresh', refreshes), ...nav];
}

/** Once the day is allocated a late fill or a bust would be known to nobody. */
function lateLooks(inputs: DayInputs, { callEnd }: Session): readonly Stamp[] {
  const { state, settings } = inputs;
  if (state.allocation === null) return [];
  const first = addMinutes(todayAt(inputs, callEnd), settings.finalAfterClose + LATE_LOOK_MINUTES);
  return every(first, LATE_LOOK_MINUTES, todayAt(inputs, LAST_LOOK));
}

const simple = (kind: 'refresh' | 'nav', slots: readonly Stamp[]): PlannedChore => ({
  wish: { name: kind, slots, retries: [] },
  chore: (slot) => ({ kind, name: kind, slot }),
});

/** It answers the step's own moment: what was run or tried before is not told again. */
const missedChore = (step: AgendaStep): PlannedChore => ({
  wish: { name: step.name, slots: step.slots, retries: [] },
  chore: (slot) => ({ kind: 'missed', name: step.name, slot, step }),
});

/** Some minutes before the last moment for a family's requests, until they run. */
function reminder({ settings, now }: DayInputs, step: AgendaStep): readonly PlannedChore[] {
  const [run] = step.slots;
  if (step.stage !== 'primary' || run === undefined || step.until === null) return [];
  const slot = addMinutes(step.until, -settings.primaryReminder);
  if (slot >= run || now >= run) return [];
  const name: ChoreName = `remind:${step.scope}`;
  return [
    {
      wish: { name, slots: [slot], retries: [] },
      chore: (at) => ({ kind: 'remind', name, slot: at, step }),
    },
  ];
}

/** Through the evening, and in the next session's morning until a new day is opened. */
const navSlots = (inputs: DayInputs, hours: Session): readonly Stamp[] =>
  isTodays(inputs)
    ? every(
        addMinutes(todayAt(inputs, hours.callEnd), inputs.settings.finalAfterClose + NAV_AFTER_FINAL),
        NAV_MINUTES,
        todayAt(inputs, '23:59'),
      )
    : every(todayAt(inputs, NAV_MORNING), NAV_MINUTES, todayAt(inputs, hours.open));

/** The minute by which a family's requests have to be in. */
export const cutoffOf = ({ until }: AgendaStep): string | null => (until === null ? null : timeOf(until));
