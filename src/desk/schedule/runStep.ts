// Carries out one step that is due: runs its stage, or prepares it for a person; reminds, refreshes, saves the NAV. Says what came of it
// and what the traders are to hear.
import { error, isError, type Problem, problemMessage, warning } from '../../domain/problem';
import { dateOf, type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { reminderMail } from '../../messages/notice';
import { readTable } from '../../sheets/read';
import { marketData } from '../../sheets/tabs';
import type { AgendaStep } from '../../stages/agenda/agenda';
import { newNavs } from '../../stages/closingNav';
import { valuesOf } from '../../stages/day/inputs';
import { closingNav } from '../../stages/stages';
import { askedAssets } from '../../stages/standing/positions';
import { BUSY, isBusy } from '../alone';
import { refreshFeeds } from '../fills/refresh';
import type { StepMark } from '../journal/scheduleMarks';
import { tryNote } from '../log/note';
import { apply, preview } from '../run/runner';
import type { Services } from '../services';
import { addressed, type Heard, tell, tellPrepared, tellRefused } from './notices';
import { type DueBook, isUnattended, stageOf } from './routine';
import { type Chore, cutoffOf, type DueStep } from './schedule';
import { repeatedDay } from './unattended';

/** A person who works holds the lock for longer than this: then the next tick is soon enough. */
export const LOCK_WAIT_MS = 5_000;

/** A step that this tick has taken, and what stood in the book when it did. */
export interface Turn extends DueBook {
  readonly step: DueStep | Chore;
  readonly before: StepMark | undefined;
}

/** How the log names a failure of the schedule itself, as against one of a stage. */
export const STOPPED = { what: 'schedule', status: 'stopped' } as const;

/** `refused`: the day stands in its way. `broke`: an exception, so it is tried again at once. `busy`: somebody else holds the lock. */
export type Came = 'done' | 'refused' | 'broke' | 'busy';
export interface Said {
  readonly came: Came;
  readonly headline: Message;
  /** What the traders are to hear of it. */
  readonly tell?: () => Heard;
  /** Why a stage was refused. */
  readonly problems?: readonly Problem[];
}

export function runStep(services: Services, turn: Turn, now: Stamp): Said {
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
  // No mail, no row, no file, no warning: there is nothing to confirm (such as a round at another iNAV that moves no cap).
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
    // The tab shows corrected fills as they are now; what they were before goes into the log here, once.
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

/** A NAV that is not published yet, or a provider that does not answer, is no failure: the schedule looks again in an hour. */
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
