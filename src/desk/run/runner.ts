// Runs a stage: rolls forward what a crash left, refreshes feeds, plans, and either shows or applies the outcome.
// (Known users' name for this part: TradingWorkflowManager.)
import { error, hasErrors, type Problem, problemMessage } from '../../domain/problem';
import { dateOf, type Stamp } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { Settings } from '../../sheets/settings';
import { sharedAmong } from '../../stages/day/brokerBooks';
import { readInputs, readSettingsTab, valuesOf } from '../../stages/day/inputs';
import type { Outcome } from '../../stages/day/outcome';
import { EMPTY_STATE, unfinishedDay } from '../../stages/day/state';
import type { Stage } from '../../stages/stages';
import { sharingDoubts } from '../brokers/access';
import { sharedWith } from '../brokers/sharing';
import type { RunRecord, Services } from '../services';
import { BUSY, LOCK_WAIT_MS } from './alone';
import { type Applied, applyPending } from './apply';
import { fingerprintOf } from './fingerprint';
import { anyMailStarted, forgetMails } from './mailJournal';
import { type OpenBook, openBook } from './openBook';
import { loadPending, storePending } from './pending';
import { refreshFeeds } from './refresh';
import type { Preview, RunReport, RunStatus } from './report';
import { logRun } from './runLog';
import { readState } from './stateStore';

interface Planned {
  readonly settings: Settings;
  readonly outcome: Outcome | null;
  readonly isNews: boolean;
  readonly hash: string;
  readonly before: Outcome['state'];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** The run cannot go on before somebody has looked at an earlier one. */
  readonly held: boolean;
}

/** Shows what applying would do; writes nothing but feeds, and rolls forward what a crash left. */
export function preview(services: Services, stage: Stage): Preview {
  const shown = services.lock.exclusively(LOCK_WAIT_MS, () => {
    const book = openBook(services.book);
    const planned = planStage(services, book, stage, services.now());
    book.flush();
    const brokerBooks = sharedAmong(services, planned.outcome?.brokerBooks ?? []);
    return { ...toPreview(stage, planned), brokerBooks };
  });
  return shown?.value ?? toPreview(stage, BUSY_PLAN);
}

/**
 * Plans and applies at once.
 * @param expected fingerprint of the preview that was confirmed; another outcome is not applied but reported as changed
 */
export function apply(services: Services, stage: Stage, expected: string | null = null): RunReport {
  const now = services.now();
  const done = services.lock.exclusively(LOCK_WAIT_MS, () => {
    const book = openBook(services.book);
    const report = applyStage(services, book, stage, now, expected);
    book.flush();
    return report;
  });
  return done?.value ?? reportOf(stage, '', 'held', BUSY_PLAN, 0);
}

function applyStage(
  services: Services,
  book: OpenBook,
  stage: Stage,
  now: Stamp,
  expected: string | null,
): RunReport {
  const user = services.user();
  let planned = planStage(services, book, stage, now, expected === null ? stage.feeds : []);
  const runId = runIdOf(now, stage, planned.hash);
  if (planned.outcome === null || planned.held) {
    const report = reportOf(stage, runId, planned.held ? 'held' : 'refused', planned, 0);
    logRun(services, book, planned.settings, report, user, now);
    return report;
  }
  if (expected !== null && expected !== planned.hash) return reportOf(stage, runId, 'changed', planned, 0);
  const { outcome } = planned;
  if (!planned.isNews) {
    for (const table of outcome.tables) book.replace(table);
    const report = reportOf(stage, runId, 'unchanged', planned, 0);
    logRun(services, book, planned.settings, report, user, now);
    return report;
  }
  const { tradeDate, summary, scope } = outcome;
  const run: RunRecord = {
    runId,
    tradeDate,
    stage: stage.name,
    scope,
    at: now,
    user,
    hash: planned.hash,
    headline: summary.headline,
  };
  storePending(book, services.journal, { run, outcome: withMark(outcome, run), before: planned.before });
  const results = rollForward(services, book, planned.settings);
  const own = results.find((result) => result.runId === runId);
  const late = results.flatMap(({ warnings }) => warnings);
  planned = { ...planned, problems: own?.problems ?? [], warnings: [...planned.warnings, ...late] };
  const status = planned.problems.length > 0 ? 'held' : 'applied';
  const report = reportOf(stage, runId, status, planned, own?.mails ?? 0);
  logRun(services, book, planned.settings, report, user, now);
  if (stage.name === 'initial') forgetMails(services, tradeDate);
  return report;
}

const withMark = (outcome: Outcome, run: RunRecord): Outcome => {
  const { stage, scope, runId, at, hash } = run;
  const others = outcome.state.marks.filter((mark) => mark.stage !== stage || mark.scope !== scope);
  return { ...outcome, state: { ...outcome.state, marks: [...others, { stage, scope, runId, at, hash }] } };
};

/** Same second, same stage, same content: the same run. */
const runIdOf = (now: Stamp, stage: Stage, hash: string): string =>
  `${now.replace(/[-:]/g, '').replace('T', '-')}-${stage.name}-${stage.scope}-${hash.slice(0, 8)}`;

/** Applies whatever is pending, oldest first, as it was planned. */
function rollForward(
  services: Services,
  book: OpenBook,
  settings: Settings,
): readonly (Applied & { readonly runId: string })[] {
  return loadPending(book, services.journal).map((pending) => ({
    runId: pending.mark.runId,
    ...applyPending(services, book, settings, pending),
  }));
}

function planStage(
  services: Services,
  book: OpenBook,
  stage: Stage,
  now: Stamp,
  feeds: Stage['feeds'] = stage.feeds,
): Planned {
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const stopped = (found: readonly Problem[], held = false): Planned => ({
    ...NOTHING,
    settings,
    problems: found.filter(({ severity }) => severity === 'error'),
    warnings: found.filter(({ severity }) => severity === 'warning'),
    held,
  });
  if (hasErrors(badSettings)) return stopped(badSettings);
  const forward = rollForward(services, book, settings);
  const left = forward.flatMap(({ problems }) => problems);
  if (left.length > 0) return stopped(left, true);
  const { state, problems: badState } = readState(book, services.journal, services.digest);
  if (hasErrors(badState)) return stopped(badState);

  const late = unfinishedDay(state, dateOf(now));
  // The feeds tell of today alone: an earlier day is allocated from what was fetched on that day.
  const wanted = stage.name === 'final' && late !== null ? [] : feeds;
  const feedProblems = refreshFeeds(services, book, settings, wanted, now, late);
  const known = { now, user: services.user(), settings, state };
  const { inputs, problems: badTabs } = readInputs(book.read, stage.reads, known);
  const unsaid = forward.flatMap(({ warnings }) => warnings);
  const found = [...badSettings, ...unsaid, ...feedProblems, ...badTabs];
  if (hasErrors(found)) return stopped(found);
  const plan = stage.plan(inputs, services.digest);
  if (plan.kind === 'refused') return stopped([...found, ...plan.problems]);
  const { outcome } = plan;
  const sharing =
    outcome.brokerBooks.length === 0 ? [] : sharingDoubts(valuesOf(inputs.brokers), sharedWith(services));
  const short = mailQuota(services, outcome);
  if (short !== null) return stopped([...found, short]);
  return {
    settings,
    outcome,
    isNews: isNews(outcome, state),
    hash: fingerprintOf(outcome, services.digest),
    before: state,
    problems: [],
    warnings: [...found, ...sharing, ...outcome.warnings],
    held: false,
  };
}

const isNews = (outcome: Outcome, before: Outcome['state']): boolean =>
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

const NOTHING: Planned = {
  settings: readSettingsTab(() => null).settings,
  outcome: null,
  isNews: false,
  hash: '',
  before: EMPTY_STATE,
  problems: [],
  warnings: [],
  held: true,
};
const BUSY_PLAN: Planned = { ...NOTHING, problems: [BUSY] };

function reportOf(
  stage: Stage,
  runId: string,
  status: RunStatus,
  planned: Planned,
  mails: number,
): RunReport {
  const { outcome } = planned;
  const wrote = outcome !== null && (status === 'applied' || status === 'held');
  const { problems, warnings } = planned;
  return {
    stage: stage.name,
    scope: outcome?.scope ?? stage.scope,
    runId,
    status,
    headline: headlineOf(status, planned),
    problems,
    warnings,
    tabs: outcome?.tables.map(({ tab, rows }) => ({ name: tab, rows: rows.length })) ?? [],
    rowsSaved: wrote ? outcome.rows.reduce((sum, { rows }) => sum + rows.length, 0) : 0,
    mails,
    files: wrote ? outcome.files.map(({ folder, name }) => `${folder}/${name}`) : [],
  };
}

function headlineOf(status: RunStatus, { outcome, problems }: Planned): Message {
  if (status === 'changed') return msg('the inputs changed since the preview; look at it again');
  const [first] = problems;
  if (status === 'held') return first === undefined ? msg('held') : problemMessage(first);
  return (
    outcome?.summary.headline ?? msg('{n} {n|problem|problems}; nothing was written', { n: problems.length })
  );
}

function toPreview(stage: Stage, planned: Planned): Preview {
  const { outcome } = planned;
  return {
    stage: stage.name,
    scope: outcome?.scope ?? stage.scope,
    hash: outcome === null ? null : planned.hash,
    status: planned.held ? 'held' : outcome === null ? 'refused' : planned.isNews ? 'ready' : 'unchanged',
    summary: outcome?.summary ?? {
      headline: msg('{n} {n|problem|problems}; nothing can be done yet', { n: planned.problems.length }),
      facts: [],
    },
    problems: planned.problems,
    warnings: planned.warnings,
    mails: outcome?.mails.map(({ message }) => message) ?? [],
    tabs: outcome?.tables.map(({ tab, rows }) => ({ name: tab, rows: rows.length })) ?? [],
    rowsSaved: outcome?.rows.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0,
    files: outcome?.files.map(({ folder, name }) => `${folder}/${name}`) ?? [],
    brokerBooks: [],
  };
}
