// What went wrong today, and what will stop the next step.
import type { PrintedFailure, PrintedOverview } from '../doors/overview';
import { h } from './dom';
import { filled } from './page';
import { problemList } from './problems';
import { words } from './sidebarWords';

/** What needs somebody now: runs half-way, runs that were refused and not repeated, cells that cannot be read. */
export function troubleList({
  problems,
  warnings,
  heldRuns,
  failures,
}: PrintedOverview): readonly HTMLElement[] {
  const unsettled = failures.filter(({ settled }) => !settled);
  const notice = h(
    'div',
    { class: 'notice' },
    heldRuns > 0 && h('p', {}, filled(words.heldRuns, { n: heldRuns })),
    problems.length > 0 && problemList(problems.slice(0, MOST), 'errors'),
    problems.length > MOST && h('p', { class: 'quiet' }, filled(words.more, { n: problems.length - MOST })),
    warnings.length > 0 && problemList(warnings.slice(0, MOST), 'warnings'),
  );
  return [
    ...(notice.childElementCount > 0 ? [notice] : []),
    ...(unsettled.length > 0
      ? [h('div', { class: 'unsettled' }, h('h2', {}, words.unsettled), failedRuns(unsettled))]
      : []),
  ];
}

/** More would push the day out of sight. */
const MOST = 5;

/** What has been put right since: kept in sight, quietly. */
export function failureList(failures: readonly PrintedFailure[]): readonly HTMLElement[] {
  const heading = h('h2', { id: 'failures-heading' }, words.errors);
  const settled = failures.filter((failure) => failure.settled);
  if (settled.length > 0) return [heading, failedRuns(settled)];
  return failures.length === 0 ? [heading, h('p', { class: 'quiet' }, words.noErrors)] : [];
}

const failedRuns = (failures: readonly PrintedFailure[]): HTMLElement =>
  h(
    'ul',
    { class: 'failures' },
    ...failures.map(({ time, title, problems, settled }) =>
      h(
        'li',
        { class: settled && 'settled' },
        h(
          'p',
          { class: 'line' },
          h('b', {}, title),
          h('span', { class: 'quiet' }, `${settled ? `${words.settled} · ` : ''}${time}`),
        ),
        problemList(problems.slice(0, MOST), 'errors'),
      ),
    ),
  );
