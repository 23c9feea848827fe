// Runs a stage: shows what it would do, or does it. It names no stage: what is particular to one stands in its registry row.
// (The system before this one called this part TradingWorkflowManager.)
import { asWarning, type Problem, warning } from '../../domain/problem';
import { plainStamp, type Stamp } from '../../domain/stamp';
import { msg } from '../../language/message';
import { saidBy } from '../../language/print';
import type { DayInputs } from '../../stages/day/inputs';
import type { BrokerBook, Outcome } from '../../stages/outcome/outcome';
import type { Stage } from '../../stages/stages';
import { BUSY, LOCK_WAIT_MS } from '../alone';
import { catchUpBooks, saveFiles } from '../brokers/writeBooks';
import type { Desk } from '../desk';
import { keepEnded } from '../ended/endedRuns';
import { type Begun, loadPending, pendingMarks, storePending } from '../journal/pending';
import type { Preview, RunReport } from '../log/report';
import { logRun } from '../log/runLog';
import { forgetMails } from '../mails/mailJournal';
import { notedMails } from '../mails/notedMails';
import { openBook } from '../openBook';
import type { RunRecord, Services } from '../services';
import { writeStatusTabs } from '../status/statusTabs';
import { type DayRead, once, type Planned, planStage, type Ready, type Stopped } from './plan';
import { changedReport, doneReport, previewOf, stoppedReport } from './reports';
import { rollForward } from './rollForward';

const BUSY_DESK: Stopped = {
  kind: 'stopped',
  settings: null,
  held: true,
  problems: [BUSY],
  warnings: [],
  links: [],
  looked: null,
};

/** Shows what applying would do; writes nothing but feeds, and rolls forward what a crash left. */
export function preview(services: Services, stage: Stage): Preview {
  const shown = services.lock.exclusively(LOCK_WAIT_MS, () => {
    const desk: Desk = { services, book: openBook(services.book), now: services.now() };
    const planned = planStage(desk, stage, stage.feeds);
    const { looked } = planned;
    const late = looked?.isRefreshed ? showDay(desk, looked.inputs) : [];
    desk.book.flush();
    const books = planned.kind === 'ready' ? planned.outcome.brokerBooks : [];
    return previewOf(
      stage,
      { ...planned, warnings: [...planned.warnings, ...late] },
      sharedAmong(services, books),
    );
  });
  return shown?.value ?? previewOf(stage, BUSY_DESK, []);
}

/** Of these books' brokers, those whose spreadsheet is shared with them now. */
function sharedAmong(services: Services, books: readonly BrokerBook[]): readonly string[] {
  if (books.length === 0) return [];
  const shared = services.brokerBooks.shared();
  return books.map(({ broker }) => broker).filter((broker) => shared.includes(broker));
}

/**
 * Plans and applies at once.
 * @param expected fingerprint of the preview that was confirmed; another outcome is not applied but reported as changed
 */
export function apply(services: Services, stage: Stage, expected: string | null = null): RunReport {
  const now = services.now();
  const done = services.lock.exclusively(LOCK_WAIT_MS, () => {
    const desk: Desk = { services, book: openBook(services.book), now };
    const { report, looked, planned } = applyStage(desk, stage, expected);
    const late = looked === null ? [] : showDay(desk, looked.inputs, planned);
    desk.book.flush();
    return { ...report, warnings: [...report.warnings, ...late] };
  });
  return done?.value ?? stoppedReport(stage, '', BUSY_DESK);
}

/** Rewrites the tabs that show the day. The run itself is done by now, so a failure here is a warning: the tabs keep their old content and time. */
function showDay(desk: Desk, inputs: DayInputs, planned: Applied['planned'] = null): readonly Problem[] {
  try {
    writeStatusTabs(desk, inputs, planned);
    return [];
  } catch (cause) {
    const text = msg(
      'status, orders and blotter were not rewritten ({said}); they are as of the time in them. Refresh executions writes them again',
      { said: saidBy(cause) },
    );
    return [warning('look-not-written', text)];
  }
}

interface Applied {
  readonly report: RunReport;
  readonly looked: DayRead | null;
  /** What the day was to become, whether or not it did; null = nothing was to be applied. All else of it is out, and is let go. */
  readonly planned: Pick<Outcome, 'state' | 'standing'> | null;
}

function applyStage(desk: Desk, stage: Stage, expected: string | null): Applied {
  const planned = planStage(desk, stage, expected === null ? stage.feeds : []);
  const books = catchUpBooks(desk);
  const report = applyPlanned(desk, stage, planned, expected);
  const late = stage.tells === true ? letWaitingGo(desk, planned, report) : [];
  return {
    report: { ...report, warnings: [...report.warnings, ...books, ...late] },
    looked: planned.looked,
    planned: planned.kind === 'ready' ? becoming(planned.outcome) : null,
  };
}

const becoming = ({ state, standing }: Outcome): Applied['planned'] =>
  standing === undefined ? { state } : { state, standing };

/** Sends mails that were held back in case this stage would replace them, and it did not. */
function letWaitingGo(
  { services, book }: Desk,
  { settings }: Planned,
  { status }: RunReport,
): readonly Problem[] {
  const isWaiting = pendingMarks(services.journal).some(({ waiting }) => waiting !== undefined);
  if (!isWaiting || settings === null || status === 'applied' || status === 'held') return [];
  return rollForward(services, book, settings).flatMap(({ problems, warnings }) => [
    ...warnings,
    ...problems.map(asWarning),
  ]);
}

function applyPlanned(desk: Desk, stage: Stage, planned: Planned, expected: string | null): RunReport {
  const user = desk.services.user();
  const runId = runIdOf(desk.now, stage, planned);
  const logged = (report: RunReport): RunReport => {
    if (planned.settings !== null) logRun(desk, planned.settings, report, user);
    return report;
  };
  if (planned.kind === 'stopped') return logged(stoppedReport(stage, runId, planned));
  if (expected !== null && expected !== planned.hash) return changedReport(stage, runId, planned);
  if (!planned.isNews) {
    // Nothing new, but the tabs are printed again: that repairs what somebody may have done to them.
    for (const table of planned.outcome.tables) desk.book.replace(table);
    const unfiled = saveFiles(desk.services, planned.outcome.files);
    const warnings = [...planned.warnings, ...unfiled.warnings];
    const links = [...planned.links, ...unfiled.links];
    return logged(doneReport(stage, runId, { ...planned, warnings, links }, null));
  }
  const report = logged(carryOut(desk, stage, planned, { runId, user }));
  if (stage.opensDay) {
    // What still waits may have gone in part: its marks are all that is known of it. Whose mails are those of a run that cannot be read
    // nobody knows, and its text may come back: then none is forgotten.
    const waiting = loadPending(desk.book, desk.services);
    if (waiting.every(({ entry }) => entry !== null))
      forgetMails(
        desk.services,
        planned.outcome.tradeDate,
        waiting.flatMap(({ entry }) => entry?.outcome.mails ?? []),
      );
    keepEnded(desk.services.journal, planned.outcome.tradeDate);
  }
  return report;
}

/** Writes the outcome down whole, then into the world. */
function carryOut(
  { services, book, now }: Desk,
  stage: Stage,
  planned: Ready,
  { runId, user }: Pick<RunRecord, 'runId' | 'user'>,
): RunReport {
  const { outcome, hash, before } = planned;
  const { tradeDate, summary, scope } = outcome;
  const { headline } = summary;
  // The outcome's stage, not the one that was asked for: a correction of an earlier day is recorded as that day's final allocation.
  const run: RunRecord = { runId, tradeDate, stage: outcome.stage, scope, at: now, user, hash, headline };
  const owes = outcome.rows.length > 0 && services.warehouse(planned.settings) !== null;
  const entry = { run, outcome: withMark(outcome, run), before };
  const begun: Begun = {
    ...{ released: stage.urgent === true, owes },
    ...(outcome.mails.length === 0 ? {} : { mails: notedMails(services, outcome.mails) }),
  };
  const fault = storePending(book, services, entry, begun);
  if (fault !== null)
    return stoppedReport(stage, runId, { ...planned, kind: 'stopped', held: false, problems: [fault] });
  const results = rollForward(services, book, planned.settings, { fresh: entry });
  const own = results.find((result) => result.runId === runId);
  // Earlier runs were rolled forward before planning and are again here, so the same warning may come twice.
  const warnings = once([...planned.warnings, ...results.flatMap((result) => result.warnings)]);
  const links = [...planned.links, ...results.flatMap((result) => result.links)];
  const { mails = 0, problems = [], waiting, unfiled = [] } = own ?? {};
  const applied = { mails, problems, unfiled, ...(waiting ? { waiting } : {}) };
  return doneReport(stage, runId, { ...planned, warnings, links }, applied);
}

/** The outcome as it is stored: without what only a preview shows, and with a mark of this run, unless it is about an earlier day. */
const withMark = (
  { decisions: _shown, notes: _saidNow, standing: _follows, ...outcome }: Outcome,
  { stage, scope, runId, at, hash }: RunRecord,
): Outcome => {
  if (outcome.tradeDate !== outcome.state.tradeDate) return outcome;
  const others = outcome.state.marks.filter((mark) => mark.stage !== stage || mark.scope !== scope);
  return { ...outcome, state: { ...outcome.state, marks: [...others, { stage, scope, runId, at, hash }] } };
};

/** A family's name may be of any length; the mark of its run may not. */
const LONGEST_SCOPE = 40;

/** Two runs with the same second, stage, scope and content get the same id, and so count once in the warehouse. */
const runIdOf = (now: Stamp, stage: Stage, planned: Planned): string => {
  const hash = planned.kind === 'ready' ? planned.hash.slice(0, 8) : '';
  const scope = stage.scope.slice(0, LONGEST_SCOPE);
  return `${plainStamp(now)}-${stage.name}-${scope}-${hash}`;
};
