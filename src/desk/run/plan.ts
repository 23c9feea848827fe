// What running a stage would do: rolls forward what a crash left, refreshes the feeds, reads the tabs and lets the stage plan.
import { error, hasErrors, type Problem } from '../../domain/problem';
import { dateOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import type { Settings } from '../../sheets/settings';
import { readInputs, readSettingsTab, valuesOf } from '../../stages/day/inputs';
import type { Outcome } from '../../stages/day/outcome';
import { type DayState, unfinishedDay } from '../../stages/day/state';
import type { Stage } from '../../stages/stages';
import { sharingDoubts } from '../brokers/access';
import { sharedWith } from '../brokers/sharing';
import { readMarks } from '../schedule/scheduleMarks';
import type { Services } from '../services';
import { type Applied, applyPending } from './apply';
import type { Desk } from './desk';
import { fingerprintOf } from './fingerprint';
import { anyMailStarted } from './mailJournal';
import type { OpenBook } from './openBook';
import { loadPending, marksWith } from './pending';
import { refreshFeeds } from './refresh';
import { readState } from './stateStore';
import { withinLimits } from './withinLimits';

/** Something to apply, with the fingerprint of it. */
export interface Ready {
  readonly kind: 'ready';
  readonly settings: Settings;
  readonly outcome: Outcome;
  /** Whether it changes anything. */
  readonly isNews: boolean;
  readonly hash: string;
  /** The state that it replaces. */
  readonly before: DayState;
  readonly warnings: readonly Problem[];
}

/** Nothing to apply, and why. */
export interface Stopped {
  readonly kind: 'stopped';
  /** null where nobody came as far as reading them. */
  readonly settings: Settings | null;
  /** The run cannot go on before somebody has looked at an earlier one, or has ended what is under way. */
  readonly held: boolean;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export type Planned = Ready | Stopped;

/** @param feeds those that are to be fetched: none where a preview has just shown what they said */
export function planStage(desk: Desk, stage: Stage, feeds: Stage['feeds']): Planned {
  const { services, book, now } = desk;
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const stopped = (found: readonly Problem[], held = false): Stopped => ({
    kind: 'stopped',
    settings,
    held,
    problems: found.filter(({ severity }) => severity === 'error'),
    warnings: found.filter(({ severity }) => severity === 'warning'),
  });
  if (hasErrors(badSettings)) return stopped(badSettings);
  const forward = rollForward(services, book, settings);
  const left = forward.flatMap(({ problems }) => problems);
  if (left.length > 0) return stopped(left, true);
  const { state, problems: badState } = readState(book, services.journal, services.digest);
  if (hasErrors(badState)) return stopped(badState);

  const late = unfinishedDay(state, dateOf(now));
  // The feeds tell of today alone: an earlier day is allocated from what was fetched on that day.
  const wanted = stage.closesDay && late !== null ? [] : feeds;
  const fetched = refreshFeeds(desk, settings, wanted, late);
  const feedProblems = stage.urgent ? fetched.map(softened) : fetched;
  const { maximum } = readMarks(services.journal, now);
  const known = {
    now,
    user: services.user(),
    settings,
    state,
    ...(stage.opensDay && maximum !== undefined ? { maximum } : {}),
  };
  const { inputs, problems: badTabs } = readInputs(book.read, stage.reads, known);
  const unsaid = forward.flatMap(({ warnings }) => warnings);
  const found = [...badSettings, ...unsaid, ...feedProblems, ...badTabs];
  if (hasErrors(found)) return stopped(found);
  const plan = stage.plan(inputs, services.digest);
  if (plan.kind === 'refused') return stopped([...found, ...plan.problems]);
  const { outcome } = plan;
  const short = mailQuota(services, outcome);
  if (short !== null) return stopped([...found, short]);
  const hash = fingerprintOf(outcome, services.digest);
  const beyond = withinLimits(outcome, {
    mailLimitKb: settings.mailLimitKb,
    cellsBeside: book.cellsBeside(outcome.tables.map(({ tab }) => tab)),
    pendingMarks: marksWith(services.journal, hash),
  });
  if (beyond.length > 0) return stopped([...found, ...beyond]);
  const sharing =
    outcome.brokerBooks.length === 0 ? [] : sharingDoubts(valuesOf(inputs.brokers), sharedWith(services));
  return {
    kind: 'ready',
    settings,
    outcome,
    isNews: isNews(outcome, state),
    hash,
    before: state,
    warnings: [...found, ...sharing, ...outcome.warnings],
  };
}

/** The tab stays as it was fetched last. */
const softened = (problem: Problem): Problem => ({ ...problem, severity: 'warning' });

/** Applies whatever is pending, oldest first, as it was planned. */
export function rollForward(
  services: Services,
  book: OpenBook,
  settings: Settings,
): readonly (Applied & { readonly runId: string })[] {
  return loadPending(book, services).map((pending) => ({
    runId: pending.mark.runId,
    ...applyPending(services, book, settings, pending),
  }));
}

const isNews = (outcome: Outcome, before: DayState): boolean =>
  outcome.mails.length > 0 ||
  outcome.rows.length > 0 ||
  outcome.files.length > 0 ||
  JSON.stringify(outcome.state) !== JSON.stringify(before);

function mailQuota(services: Services, { mails }: Outcome): Problem | null {
  const wanted = mails.reduce((sum, { message }) => sum + message.to.length + message.cc.length, 0);
  if (wanted === 0 || anyMailStarted(services, mails)) return null;
  const left = services.mailer.remainingRecipients();
  if (wanted <= left) return null;
  return error(
    'mail-quota',
    msg(
      '{n} {n|recipient is|recipients are} to be written to and {n2} {n2|is|are} left today; send as another user or tomorrow',
      { n: wanted, n2: left },
    ),
  );
}
