// What running a stage would do: rolls forward what a crash left, refreshes the feeds, reads the tabs and lets the stage plan.
import { asWarning, error, hasErrors, isError, type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { readTable } from '../../sheets/read';
import { withRenamed } from '../../sheets/renamed';
import type { Settings } from '../../sheets/settings';

import { executions, keptTab, stateTab } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import { CheckError } from '../../solver';

import { leftDay } from '../../stages/completeness';
import { type DayInputs, readSettingsTab } from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { type Outcome, type Plan, refused } from '../../stages/outcome/outcome';
import { STAGES, type Stage } from '../../stages/stages';
import { sharingDoubts } from '../brokers/access';
import { sharedWith } from '../brokers/sharing';
import type { Desk } from '../desk';
import { endedWarnings } from '../ended/endedRuns';
import { refreshFeeds } from '../fills/refresh';
import { keptTable } from '../journal/keptDays';
import { pendingMarks, reservedRecipients } from '../journal/pending';
import { readState } from '../journal/stateStore';
import { anyMailStarted } from '../mails/mailJournal';
import { recipientsOf } from '../mails/sendMails';
import { replacedBy, type Waiting, waitingMails, withdrawn } from '../mails/waitingMails';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { bookFitProblems } from '../setUp/bookFit';
import { fingerprintOf } from './fingerprint';
import { allInPlace, rollForward } from './rollForward';
import { lookAt } from './stageDay';
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
  /** Where files lie that earlier runs left to this one. */
  readonly links: readonly Message[];
  /** Whether a warehouse is set that keeps its rows. */
  readonly keepsRows: boolean;
  readonly looked: DayRead | null;
}

/** What the day looks like to whoever planned. */
export interface DayRead {
  readonly inputs: DayInputs;
  /** Whether the feeds brought other executions. */
  readonly isRefreshed: boolean;
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
  readonly links: readonly Message[];
  /** null where nobody came as far as reading the day. */
  readonly looked: DayRead | null;
}

export type Planned = Ready | Stopped;

/** @param feeds those that are to be fetched: none where a preview has just shown what they said */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one way through, at each step of which it may end
export function planStage(desk: Desk, stage: Stage, feeds: Stage['feeds']): Planned {
  const { services, book, now } = desk;
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  let looked: DayRead | null = null;
  let links: readonly Message[] = [];
  const stopped = (found: readonly Problem[], held = false): Stopped => ({
    kind: 'stopped',
    settings,
    held,
    problems: withRenamed(once(found.filter(isError)), book.strangers),
    warnings: once(found.filter(({ severity }) => severity === 'warning')),
    links,
    looked,
  });
  if (hasErrors(badSettings)) return stopped(badSettings);
  const standing = bookFitProblems(services, settings).map((problem) =>
    // A stop is not held up by a book of an older version; nobody stops anything from a copy.
    stage.urgent && problem.code !== 'copied-book' ? asWarning(problem) : problem,
  );
  if (hasErrors(standing)) return stopped(standing);
  const forward = rollForward(services, book, settings, { defersMails: stage.tells === true });
  links = forward.flatMap((done) => done.links);
  const left = forward.flatMap(({ problems }) => problems);
  const late = forward.flatMap(({ warnings }) => warnings);
  // What other runs still owe holds up no stop: it is planned upon what they have written.
  const passes = stage.urgent === true && allInPlace(services, book);
  if (left.length > 0 && !passes) return stopped([...left, ...late], true);
  const waiting = waitingMails(services, book);
  const { state, problems: badState } = readState(book, services.journal, services.digest);
  // What was ended is told beside it: no day is shown in which it would stand.
  if (hasErrors(badState)) return stopped([...late, ...badState, ...endedWarnings(services.journal, state)]);

  const recorded = book.read(executions.name);
  const { table: tab } = readTable(executions, recorded);
  const leftOpen = leftDay({ now, state, executions: tab });
  // The feeds tell of today alone: an earlier day is allocated from what was fetched on that day.
  const wanted = stage.closesDay && leftOpen !== null ? [] : feeds;
  const fetched = refreshFeeds(desk, settings, wanted, state);
  const feedProblems = stage.urgent ? fetched.map(asWarning) : fetched;
  const seenDay = lookAt(desk, { settings, state, waiting }, stage);
  const unsaid = [...late, ...left.map(asWarning)];
  const seen = [...badSettings, ...standing, ...unsaid, ...feedProblems, ...seenDay.problems];
  if (seenDay.plan === null || hasErrors(seen)) return stopped(seen);
  // What stood there already is not written again: then the grid is the one that was read.
  if (seenDay.inputs !== null)
    looked = { inputs: seenDay.inputs, isRefreshed: book.read(executions.name) !== recorded };
  const plan = worked(seenDay.plan);
  if (plan.kind === 'refused') return stopped([...seen, ...plan.problems]);
  const { outcome, unkept } = keepable(book, plan.outcome);
  const found = [...seen, ...unkept];
  // What no tab could take is known before anything is stored.
  const tables = [...outcome.tables, printTable(stateTab, [])];
  const lacking = tables.flatMap((table) => book.lacks(table) ?? []);
  if (lacking.length > 0) return stopped([...found, ...lacking]);
  const replaced = replacedBy(outcome.mails, waiting);
  const short = mailQuota(services, outcome, replaced);
  if (hasErrors(short)) return stopped([...found, ...short]);
  const hash = fingerprintOf(outcome, services.digest);
  const beyond = withinLimits(outcome, {
    mailLimitKb: settings.mailLimitKb,
    cellsBeside: book.cellsBeside(outcome.tables.map(({ tab }) => tab)),
    waitingRuns: pendingMarks(services.journal).length,
  });
  if (beyond.length > 0) return stopped([...found, ...beyond]);
  const sharing = sharingDoubts(seenDay.brokers, sharedWith(services));
  return {
    kind: 'ready',
    settings,
    outcome,
    isNews: isNews(outcome, state),
    hash,
    before: state,
    keepsRows: services.warehouse(settings) !== null,
    warnings: [...found, ...sharing, ...short, ...withdrawn(replaced), ...outcome.warnings],
    links,
    looked,
  };
}

/**
 * What cannot be worked out, and a split that its own check refuses, never leave the desk: they are told like any other problem, and
 * nothing was begun.
 */
function worked(plan: () => Plan): Plan {
  try {
    return plan();
  } catch (cause) {
    if (!(cause instanceof CheckError))
      return refused([
        error(
          'cannot-plan',
          msg('this cannot be worked out: {said}; nothing was done', { said: saidBy(cause) }),
        ),
      ]);
    const text = msg(
      'a split was refused by the desk’s own check ({why}); nothing was written. Take one of the orders out and try again, and hand this day in as a scenario',
      { why: cause.message },
    );
    return refused([error('not-proven', text)]);
  }
}

/** A book that an older version set up has no place for days that are over: then the day is not kept, and it is said. */
function keepable(
  book: OpenBook,
  outcome: Outcome,
): { readonly outcome: Outcome; readonly unkept: readonly Problem[] } {
  const { keeps, ...rest } = outcome;
  // It is read to be kept in, so it is looked at once.
  const isThere = keeps !== undefined && book.read(keptTab.name) !== null;
  if (keeps === undefined || (isThere && book.lacks(keptTable([])) === null)) return { outcome, unkept: [] };
  const text = msg(
    'the tab "{tab}" is missing, so {date} cannot be corrected once another day is open; run Trading > Set up, then run the stage again',
    { tab: keptTab.name, date: outcome.tradeDate },
  );
  return { outcome: rest, unkept: [warning('day-not-kept', text)] };
}

/** A tab that two readers find fault with says it once. */
export const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

/** Files alone are none: they are put where they belong whenever their stage runs. */
const isNews = (outcome: Outcome, before: DayState): boolean =>
  outcome.mails.length > 0 ||
  outcome.rows.length > 0 ||
  JSON.stringify(outcome.state) !== JSON.stringify(before);

/** Neither the allocation nor a stop is refused for it: they are written and saved, and their mails wait. */
function mailQuota(services: Services, outcome: Outcome, replaced: readonly Waiting[]): readonly Problem[] {
  const { mails } = outcome;
  const wanted = mails.reduce((sum, mail) => sum + recipientsOf(mail), 0);
  if (wanted === 0 || anyMailStarted(services, mails)) return [];
  const reserved =
    reservedRecipients(services.journal) - replaced.reduce((sum, each) => sum + each.reserved, 0);
  const left = services.mailer.remainingRecipients() - reserved;
  if (wanted <= left) return [];
  const count = { n: wanted, n2: Math.max(left, 0) };
  const { closesDay, urgent } = STAGES[outcome.stage];
  if (urgent) {
    const text = msg(
      '{n} {n|recipient is|recipients are} to be written to and {n2} {n2|is|are} left today; the orders stop here all the same, and mails wait for quota: call the brokers, or look at it as another user',
      count,
    );
    return [warning('mail-quota', text)];
  }
  if (!closesDay) {
    const text = msg(
      '{n} {n|recipient is|recipients are} to be written to and {n2} {n2|is|are} left today; send as another user or tomorrow',
      count,
    );
    return [error('mail-quota', text)];
  }
  const text = msg(
    '{n} {n|recipient is|recipients are} to be written to and {n2} {n2|is|are} left today; the allocation is written and saved all the same, and mails wait for quota',
    count,
  );
  return [warning('mail-quota', text)];
}
