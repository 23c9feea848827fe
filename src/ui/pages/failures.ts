// What went wrong today, and what will stop the next step.
import type { FailedRun, Overview } from '../../desk/look/overview';
import { stageTitle } from '../titles';
import { h } from './dom';
import { language, words } from './page';
import { locatePrinted, problemList } from './problems';

const { desk: says } = words;

/** What needs somebody now: runs half-way, runs that were refused and not repeated, cells that cannot be read. */
export function troubleList({ problems, heldRuns, failures }: Overview): readonly HTMLElement[] {
  const unsettled = failures.filter(({ settled }) => !settled);
  const notice = h(
    'div',
    { class: 'notice' },
    heldRuns > 0 && h('p', {}, says.heldRuns(heldRuns)),
    problems.length > 0 && problemList(problems.slice(0, MOST).map(locatePrinted), 'errors'),
    problems.length > MOST &&
      h('p', { class: 'quiet' }, words.preview.difference.more(problems.length - MOST)),
  );
  return [
    ...(notice.childElementCount > 0 ? [notice] : []),
    ...(unsettled.length > 0
      ? [h('div', { class: 'unsettled' }, h('h2', {}, says.unsettled), failedRuns(unsettled))]
      : []),
  ];
}

/** More would push the day out of sight. */
const MOST = 5;

/** What has been put right since: kept in sight, quietly. */
export function failureList(failures: readonly FailedRun[]): readonly HTMLElement[] {
  const heading = h('h2', { id: 'failures-heading' }, says.errors);
  const settled = failures.filter((failure) => failure.settled);
  if (settled.length > 0) return [heading, failedRuns(settled)];
  return failures.length === 0 ? [heading, h('p', { class: 'quiet' }, says.noErrors)] : [];
}

const failedRuns = (failures: readonly FailedRun[]): HTMLElement =>
  h(
    'ul',
    { class: 'failures' },
    ...failures.map(({ at, stage, problems, settled }) =>
      h(
        'li',
        { class: settled && 'settled' },
        h(
          'p',
          { class: 'line' },
          h('b', {}, stageTitle({ stage }, language)),
          h('span', { class: 'quiet' }, `${settled ? `${says.settled} · ` : ''}${at.slice(11, 16)}`),
        ),
        problemList(problems.slice(0, MOST).map(locatePrinted), 'errors', true),
      ),
    ),
  );
