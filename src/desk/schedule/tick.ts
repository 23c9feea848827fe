// One firing of the trigger: finishes what was left half-way, then takes the steps that are due one by one (runStep.ts carries each
// out) and writes down how each ended. A tick with nothing due reads three facts of the journal and no tab.

import { error } from '../../domain/problem';
import { stageTitle } from '../../domain/stage';
import { addMinutes, minutesBetween, type Stamp } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { agendaOf } from '../../stages/agenda/agenda';
import type { DayInputs } from '../../stages/day/inputs';
import { pendingMarks } from '../journal/pending';
import {
  type DueName,
  diedTwice,
  type End,
  isQuiet,
  markEnded,
  markStarted,
  noticeCutOff,
  readMarks,
  restUntil,
  type StepMark,
  unmark,
} from '../journal/scheduleMarks';
import { LIMITS } from '../limits';
import { tryNote } from '../log/note';
import { openBook } from '../openBook';
import { resumePending } from '../run/resume';
import type { Services } from '../services';
import { stepsToTry, waitsFor } from './furtherTries';
import { tellEnded, tellRefused } from './notices';
import { readDueBook } from './routine';
import { type Came, LOCK_WAIT_MS, runStep, type Said, STOPPED, type Turn } from './runStep';
import { dueChores, nextMoment, nextOpening } from './schedule';

/** How long to wait for the lock once a step has run: if its end cannot be written down, it runs again. */
const SETTLE_WAIT_MS = 60_000;
/** After a third of what a run may take, what is left waits for the next tick. */
const LONG_TICK_MINUTES = LIMITS.runMinutes / 3;
/** After two thirds of a day's trigger time only the stages run. */
const CHORE_BUDGET_MINUTES = (LIMITS.triggerMinutesADay * 2) / 3;

/**
 * How the step ended, as the journal keeps it. A step that broke, or whose mail to the traders was lost, counts as cut off and is due
 * again at once; when that happens a second time it counts as refused.
 */
function endOf({ came, tell }: Said, before: StepMark | undefined): 'done' | 'refused' | 'cut off' {
  const isSecond = before?.came === 'cut off';
  if (came === 'broke' && !isSecond) return 'cut off';
  const heard = tell?.() ?? 'known';
  if (heard === 'lost' && !isSecond) return 'cut off';
  return came === 'done' ? 'done' : 'refused';
}

/** @returns a sentence for each step that ran */
export function tick(services: Services): readonly Message[] {
  const began = services.now();
  const { journal } = services;
  if (isQuiet(readMarks(journal, began), began, pendingMarks(journal).length)) return [];
  const said: Message[] = [];
  for (let turn = takeTurn(services); turn !== null; turn = takeTurn(services)) {
    const { step, before } = turn;
    const started = services.now();
    const ran = runStep(services, turn, started);
    const { came, headline } = ran;
    // Journal and log are written under the lock. Without it the step stays marked as begun, so a later tick takes it again.
    services.lock.exclusively(SETTLE_WAIT_MS, () => {
      if (came === 'busy') unmark(services.journal, started, step.name, before);
      else {
        const waits =
          ran.problems === undefined ? null : waitsFor(services, openBook(services.book), ran.problems);
        const end: End = { came: endOf(ran, before), ...(waits === null ? {} : { waits }) };
        markEnded(services.journal, { started, ended: services.now() }, answeredBy(step, came), end);
      }
    });
    said.push(msg('{said}: {said2}', { said: titleOf(step), said2: headline }));
    if (came === 'busy' || minutesBetween(began, services.now()) >= LONG_TICK_MINUTES) break;
  }
  return said;
}

/** What the menu or the agenda calls the step. */
function titleOf(turn: Turn['step']): Message {
  if ('step' in turn) return turn.step.title;
  return turn.kind === 'refresh' ? msg('Executions') : stageTitle('nav');
}

/** Before it is written down, so that a death in between costs a second word and not the first. */
function tellDead(services: Services, inputs: DayInputs, now: Stamp): void {
  const names = diedTwice(services.journal, now);
  if (names.length === 0) return;
  const agenda = agendaOf(inputs);
  const problems = names.map((name) => {
    const step = agenda.find((each) => each.name === name || `remind:${each.scope}` === name);
    const title = step?.title ?? (name === 'nav' ? stageTitle('nav') : msg('Executions'));
    return error(
      'broke-off',
      msg(
        '{said}: the platform has ended it twice before it was done, as it ends what takes more than {n} minutes; run it from the menu and see what it waits for',
        { said: title, n: LIMITS.runMinutes },
      ),
    );
  });
  tellRefused(services, inputs.settings, now, { step: null, problems, warnings: [], log: STOPPED });
}

/** Which due things this step has settled: a stage fetches executions itself, so the refresh that was due is settled, too. */
const answeredBy = ({ kind, name }: Turn['step'], came: Came): readonly DueName[] =>
  kind === 'step' && came === 'done' ? [name, 'refresh'] : [name];

/** Picks the first step that is due and marks it as taken, so that no other tick takes it too. */
function takeTurn(services: Services): Turn | null {
  const { journal } = services;
  const taken = services.lock.exclusively(LOCK_WAIT_MS, (): Turn | null => {
    const now = services.now();
    const left = resumePending(services);
    const found = readDueBook(services, now);
    const { inputs } = found;
    if (left.ended.length > 0) tellEnded(services, inputs.settings, now, left.ended);
    const inTheWay = [...found.problems, ...left.problems];
    if (inTheWay.length > 0) {
      tellRefused(services, inputs.settings, now, {
        step: null,
        problems: inTheWay,
        warnings: [],
        log: STOPPED,
      });
      restUntil(journal, now, addMinutes(now, inputs.settings.retryInterval), pendingMarks(journal).length);
      return null;
    }
    if (left.runIds.length > 0) {
      const headline = msg('finished what was left half-way: {runs}', { runs: left.runIds.join(', ') });
      tryNote(services, { what: 'resume', headline });
    }
    tellDead(services, inputs, now);
    const { steps, minutes } = noticeCutOff(journal, now);
    const isSpent = minutes >= CHORE_BUDGET_MINUTES;
    const chores = dueChores(inputs, steps).filter(({ kind }) => kind === 'missed' || !isSpent);
    const [step] = [...stepsToTry(services, found, steps), ...chores];
    if (step === undefined) {
      const marks = readMarks(journal, now).steps;
      restUntil(journal, now, nextMoment(inputs, marks) ?? nextOpening(inputs), pendingMarks(journal).length);
      return null;
    }
    markStarted(journal, now, step.name);
    return { ...found, step, before: steps[step.name] };
  });
  return taken?.value ?? null;
}
