// What a run reports of itself: made of what was planned, and of what came of it.
import { type Problem, problemMessage } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import type { Outcome } from '../../stages/outcome/outcome';
import type { Stage } from '../../stages/stages';
import type { Reserved } from '../journal/pending';
import type { Preview, RunReport, WrittenTab } from '../log/report';
import type { Applied } from './apply';
import type { Planned, Ready, Stopped } from './plan';

const tabsOf = ({ tables }: Outcome): readonly WrittenTab[] =>
  tables.map(({ tab, rows }) => ({ name: tab, rows: rows.length }));

/** None where no warehouse is set: then nothing is saved. */
const rowsIn = ({ outcome: { rows }, keepsRows }: Pick<Ready, 'outcome' | 'keepsRows'>): number =>
  keepsRows ? rows.reduce((sum, save) => sum + save.rows.length, 0) : 0;

const filesIn = ({ files }: Outcome): readonly string[] =>
  files.map(({ folder, name }) => `${folder}/${name}`);

/** What stands in the way, and nothing that was done. */
export function stoppedReport(stage: Stage, runId: string, planned: Stopped): RunReport {
  const { problems, warnings, links, held } = planned;
  return {
    stage: stage.name,
    scope: stage.scope,
    runId,
    links,
    status: held ? 'held' : 'refused',
    headline: held
      ? heldBy(problems)
      : msg('{n} {n|problem|problems}; nothing was written', { n: problems.length }),
    problems,
    warnings,
    tabs: [],
    rowsSaved: 0,
    mails: 0,
    files: [],
  };
}

const heldBy = ([first]: readonly Problem[]): Message =>
  first === undefined ? msg('held') : problemMessage(first);

/** Somebody confirmed another outcome than this one: it is shown again, never applied. */
export const changedReport = (
  stage: Stage,
  runId: string,
  { outcome, warnings, links }: Ready,
): RunReport => ({
  stage: stage.name,
  scope: outcome.scope,
  runId,
  links,
  status: 'changed',
  headline: msg('the inputs changed since the preview; look at it again'),
  problems: [],
  warnings,
  tabs: tabsOf(outcome),
  rowsSaved: 0,
  mails: 0,
  files: [],
});

/** @param applied what went out, and what holds the rest; null = there was nothing to apply */
export function doneReport(
  stage: Stage,
  runId: string,
  planned: Ready,
  applied: Omit<Applied, 'warnings' | 'links'> | null,
): RunReport {
  const { outcome, warnings, links } = planned;
  const problems = applied?.problems ?? [];
  const held = problems.length > 0;
  const waiting = applied?.waiting;
  return {
    stage: stage.name,
    scope: outcome.scope,
    runId,
    status: applied === null ? 'unchanged' : held ? 'held' : 'applied',
    headline: held ? heldBy(problems) : waiting ? waitingFor(waiting) : outcome.summary.headline,
    problems,
    warnings,
    links,
    tabs: tabsOf(outcome),
    rowsSaved: applied === null ? 0 : rowsIn(planned),
    mails: applied?.mails ?? 0,
    files: applied === null ? [] : filesIn(outcome).filter((name) => !applied.unfiled?.includes(name)),
  };
}

/** Not COMPLETE, whatever the stage found: somebody has not been told. */
const waitingFor = ({ mails: n, recipients: n2 }: Reserved): Message =>
  msg(
    'PENDING: written and saved; {n} {n|mail|mails} to {n2} {n2|recipient|recipients} {n|waits|wait} for mail quota',
    { n, n2 },
  );

/** @param brokerBooks brokers whose own spreadsheet would be written */
export function previewOf(stage: Stage, planned: Planned, brokerBooks: readonly string[]): Preview {
  if (planned.kind === 'stopped') {
    const { problems, warnings, held } = planned;
    const headline = msg('{n} {n|problem|problems}; nothing can be done yet', { n: problems.length });
    return {
      stage: stage.name,
      scope: stage.scope,
      hash: null,
      status: held ? 'held' : 'refused',
      summary: { headline, facts: [] },
      problems,
      warnings,
      mails: [],
      tabs: [],
      rowsSaved: 0,
      files: [],
      brokerBooks,
      decisions: [],
      notes: [],
    };
  }
  const { outcome, hash, isNews, warnings } = planned;
  return {
    stage: stage.name,
    scope: outcome.scope,
    hash,
    status: isNews ? 'ready' : 'unchanged',
    summary: outcome.summary,
    problems: [],
    warnings,
    mails: outcome.mails.map(({ message }) => message),
    tabs: tabsOf(outcome),
    rowsSaved: rowsIn(planned),
    files: filesIn(outcome),
    brokerBooks,
    decisions: outcome.decisions ?? [],
    notes: outcome.notes ?? [],
  };
}
