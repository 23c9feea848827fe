// One firing of the trigger: finishes what was left half-way, then takes the steps that are due one by one. It sends
// what may go unattended, prepares the rest and tells the traders. A tick with nothing due reads three facts.
import { error, isError, type Problem, problemMessage, warning } from '../../domain/problem';
import { stageTitle } from '../../domain/stage';
import { addMinutes, dateOf, minutesBetween, type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { reminderMail } from '../../messages/notice';
import { readTable } from '../../sheets/read';
import { marketData } from '../../sheets/tabs';
import { newNavs } from '../../stages/closingNav';
import type { AgendaStep } from '../../stages/day/agenda';
import { valuesOf } from '../../stages/day/inputs';
import { askedAssets } from '../../stages/split/positions';
import { closingNav } from '../../stages/stages';
import { LIMITS } from '../limits';
import { BUSY, isBusy } from '../run/alone';
import { tryNote } from '../run/note';
import { openBook } from '../run/openBook';
import { pendingMarks } from '../run/pending';
import { refreshFeeds } from '../run/refresh';
import { resumePending } from '../run/resume';
import { apply, preview } from '../run/runner';
import type { Services } from '../services';
import { stepsToTry, waitsFor } from './furtherTries';
import { addressed, type Heard, tell, tellEnded, tellPrepared, tellRefused } from './notices';
import { isUnattended, type Look, lookAtBook, stageOf } from './routine';
import {
  type Chore,
  cutoffOf,
  type DueName,
  type DueStep,
  dueChores,
  nextMoment,
  nextOpening,
  type StepMark,
} from './schedule';
import {
  type End,
  isQuiet,
  markEnded,
  markStarted,
  noticeCutOff,
  readMarks,
  restUntil,
  unmark,
} from './scheduleMarks';
import { repeatedDay } from './unattended';

/** Somebody who works holds the lock for longer: then the next tick is soon enough. */
const LOCK_WAIT_MS = 5_000;
/** What has run is worth waiting for: its end is written down, or it runs again. */
const SETTLE_WAIT_MS = 60_000;
/** After a third of what a run may take, what is left waits for the next tick. */
const LONG_TICK_MINUTES = LIMITS.runMinutes / 3;
/** After two thirds of a day's trigger time only the stages run. */
const CHORE_BUDGET_MINUTES = (LIMITS.triggerMinutesADay * 2) / 3;

/** A step that this tick has taken, and what stood in the book when it did. */
interface Turn extends Look {
  readonly step: DueStep | Chore;
  readonly before: StepMark | undefined;
}

/** What is no stage's failure: the sidebar has its own word on it. */
const STOPPED = { what: 'schedule', status: 'stopped' } as const;

/** `broke`: not for a reason of the day's, so it is tried again at once. */
type Came = 'done' | 'refused' | 'broke' | 'busy';
interface Said {
  readonly came: Came;
  readonly headline: Message;
  /** What the traders are to hear of it. */
  readonly tell?: () => Heard;
  /** Why a stage was refused. */
  readonly problems?: readonly Problem[];
}

/** What is written down of it. What broke, or was not heard of, is due again at once; the second time it is as if refused. */
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
    // The journal and the log are written by one at a time. Whoever finds no room leaves the step as begun: it is taken again.
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

/** In the desk's words. */
function titleOf(turn: Turn['step']): Message {
  if ('step' in turn) return turn.step.title;
  return turn.kind === 'refresh' ? msg('Executions') : stageTitle('nav');
}

/** A stage fetches the executions for itself: the next look at them can wait. */
const answeredBy = ({ kind, name }: Turn['step'], came: Came): readonly DueName[] =>
  kind === 'step' && came === 'done' ? [name, 'refresh'] : [name];

/** Picks the first step that is due and marks it as taken, so that no other tick takes it too. */
function takeTurn(services: Services): Turn | null {
  const { journal } = services;
  const taken = services.lock.exclusively(LOCK_WAIT_MS, (): Turn | null => {
    const now = services.now();
    const left = resumePending(services);
    const look = lookAtBook(services, now);
    const { inputs } = look;
    if (left.ended.length > 0) tellEnded(services, inputs.settings, now, left.ended);
    const inTheWay = [...look.problems, ...left.problems];
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
    const { steps, minutes } = noticeCutOff(journal, now);
    const isSpent = minutes >= CHORE_BUDGET_MINUTES;
    const chores = dueChores(inputs, steps).filter(({ kind }) => kind === 'missed' || !isSpent);
    const [step] = [...stepsToTry(services, look, steps), ...chores];
    if (step === undefined) {
      const marks = readMarks(journal, now).steps;
      restUntil(journal, now, nextMoment(inputs, marks) ?? nextOpening(inputs), pendingMarks(journal).length);
      return null;
    }
    markStarted(journal, now, step.name);
    return { ...look, step, before: steps[step.name] };
  });
  return taken?.value ?? null;
}

function runStep(services: Services, turn: Turn, now: Stamp): Said {
  const { step, inputs } = turn;
  try {
    switch (step.kind) {
      case 'step':
        return runStage(services, turn, step, now);
      case 'missed':
        return missed(services, turn, step.step, now);
      case 'remind':
        return remind(services, turn, step.step, now);
      case 'nav':
        return saveNavs(services, turn, now);
      case 'refresh':
        return refresh(services, turn, now);
    }
  } catch (cause) {
    // Whatever it was: the traders hear of it and the step is tried again, instead of a schedule that dies in silence.
    const broken = error('broke-off', msg('the step broke off ({said})', { said: saidBy(cause) }));
    const problems = [broken];
    const broke = step.kind === 'step' ? step.step : null;
    return {
      came: 'broke',
      headline: problemMessage(broken),
      tell: () =>
        tellRefused(services, inputs.settings, now, { step: broke, problems, warnings: [], log: STOPPED }),
    };
  }
}

function runStage(services: Services, turn: Turn, due: DueStep, now: Stamp): Said {
  const { step } = due;
  const { inputs, book } = turn;
  const { settings, state } = inputs;
  const repeated = step.name === 'initial' ? repeatedDay(book, state, dateOf(now)) : null;
  const stage = stageOf(step, null);
  if (isUnattended(inputs, step) && repeated === null) {
    const { status, headline, problems, warnings } = apply(services, stage);
    if (isBusy(problems)) return { came: 'busy', headline };
    if (status === 'applied' || status === 'unchanged') return { came: 'done', headline };
    return {
      came: 'refused',
      headline,
      problems,
      tell: () => tellRefused(services, settings, now, { step, problems, warnings, log: null }),
    };
  }
  const { status, summary, problems, warnings, mails, rowsSaved, files } = preview(services, stage);
  if (isBusy(problems)) return { came: 'busy', headline: summary.headline };
  if (status === 'refused' || status === 'held') {
    const stopped = {
      step,
      problems,
      warnings,
      log: { what: stage.name, scope: stage.scope, status: 'refused' },
    };
    return {
      came: 'refused',
      headline: summary.headline,
      problems,
      tell: () => tellRefused(services, settings, now, stopped),
    };
  }
  const headline = msg('prepared: {said}', { said: summary.headline });
  // What nobody is told and nothing keeps waits for no hand: a round at another iNAV that moves no cap.
  const isQuiet = mails.length + rowsSaved + files.length + warnings.length === 0;
  if (status === 'unchanged' || isQuiet) return { came: 'done', headline };
  const doubts = repeated === null ? [] : [sameOrders(repeated)];
  const prepared = { summary, warnings: [...doubts, ...warnings] };
  return { came: 'done', headline, tell: () => tellPrepared(services, settings, now, due, prepared) };
}

const sameOrders = (date: string): Problem =>
  warning(
    'same-orders',
    msg(
      'the orders are exactly those of {date}, so they are not sent unattended; import today’s, or confirm these by hand',
      { date },
    ),
    { tab: 'daily-trades' },
  );

/** The day's fills into their tab, so that status and sidebar are never far behind. */
function refresh(services: Services, { inputs, book }: Turn, now: Stamp): Said {
  const done = services.lock.exclusively(LOCK_WAIT_MS, () => {
    const found = refreshFeeds({ services, book, now }, inputs.settings, ['executions'], inputs.state);
    book.flush();
    return found;
  });
  if (done === null) return { came: 'busy', headline: problemMessage(BUSY) };
  const problems = done.value.filter(isError);
  if (problems.length === 0) {
    const headline = msg('executions fetched');
    // The tab has only what stands now: what it was before is told once, here.
    const details = done.value.filter(({ code }) => code === 'corrected-fill');
    if (details.length === 0) return { came: 'done', headline };
    const note = (): Heard => {
      tryNote(services, { what: 'refresh', headline, details });
      return 'known';
    };
    return { came: 'done', headline, tell: note };
  }
  return {
    came: 'refused',
    headline: msg('{saids}', { saids: problems.map(problemMessage) }),
    tell: () =>
      tellRefused(services, inputs.settings, now, { step: 'refresh', problems, warnings: [], log: STOPPED }),
  };
}

/** Nobody is kept awake by a NAV that is not published, or by a provider that sleeps: the next look comes in an hour. */
function saveNavs(services: Services, { inputs, book }: Turn, now: Stamp): Said {
  const fresh = services.lock.exclusively(LOCK_WAIT_MS, () => {
    refreshFeeds({ services, book, now }, inputs.settings, ['quotes'], inputs.state);
    book.flush();
    return newNavs({ ...inputs, quotes: readTable(marketData, book.read(marketData.name)).table }).length;
  });
  if (fresh === null) return { came: 'busy', headline: problemMessage(BUSY) };
  if (fresh.value === 0) return { came: 'done', headline: msg('no official NAV is published yet') };
  const { headline, problems } = apply(services, closingNav());
  return { came: isBusy(problems) ? 'busy' : 'done', headline };
}

/** What nobody ran in its time is told once: whoever reads it can still do by hand what is left of it. */
function missed(services: Services, { inputs }: Turn, step: AgendaStep, now: Stamp): Said {
  const whyNot = step.whyNot ?? msg('no request is due');
  const problems = [error('missed', whyNot)];
  return {
    came: 'done',
    headline: whyNot,
    tell: () => tellRefused(services, inputs.settings, now, { step, problems, warnings: [], log: STOPPED }),
  };
}

/** A word before a family's requests go out: brokers have to be asked to pause. */
function remind(services: Services, { inputs }: Turn, step: AgendaStep, now: Stamp): Said {
  const { settings, etfs, state } = inputs;
  const cutoff = cutoffOf(step);
  const [run] = step.slots;
  const traded = askedAssets(state);
  const assets = valuesOf(etfs)
    .filter((etf) => etf.family === step.scope && traded.has(etf.asset))
    .map(({ asset }) => asset)
    .sort();
  if (cutoff === null || run === undefined) return { came: 'done', headline: msg('no request is due') };
  const mail = reminderMail({
    ...addressed(settings, now),
    step: step.title,
    assets,
    cutoff,
    runsAt: timeOf(run),
    unattended: isUnattended(inputs, step),
  });
  return {
    came: 'done',
    headline: msg('cut-off at {time}: the traders were reminded', { time: cutoff }),
    tell: () => tell(services, settings, `${dateOf(now)} reminder ${step.name} ${cutoff}`, mail),
  };
}
