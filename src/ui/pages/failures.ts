// What went wrong today, and what will stop the next step.
import type { FailedRun, Overview } from '../../stages/overview';
import { stageTitle } from '../titles';
import { h } from './dom';
import { language, words } from './page';
import { locatePrinted, problemList } from './problems';

const { desk: says } = words;

export function troubleList({ problems, heldRuns }: Overview): readonly HTMLElement[] {
  if (problems.length === 0 && heldRuns === 0) return [];
  return [
    h(
      'div',
      { class: 'notice' },
      heldRuns > 0 && h('p', {}, says.heldRuns(heldRuns)),
      problems.length > 0 && problemList(problems.slice(0, MOST).map(locatePrinted), 'errors'),
      problems.length > MOST &&
        h('p', { class: 'quiet' }, words.preview.difference.more(problems.length - MOST)),
    ),
  ];
}

/** More would push the day out of sight. */
const MOST = 5;

export function failureList(failures: readonly FailedRun[]): readonly HTMLElement[] {
  const heading = h('h2', { id: 'failures-heading' }, says.errors);
  if (failures.length === 0) return [heading, h('p', { class: 'quiet' }, says.noErrors)];
  const items = failures.map(({ at, stage, problems, settled }) =>
    h(
      'li',
      { class: settled && 'settled' },
      h(
        'p',
        { class: 'line' },
        h('b', {}, stageTitle({ stage }, language)),
        h('span', { class: 'quiet' }, settled ? `${says.settled} · ${at.slice(11, 16)}` : at.slice(11, 16)),
      ),
      problemList(problems.slice(0, MOST).map(locatePrinted), 'errors'),
    ),
  );
  return [heading, h('ul', { class: 'failures' }, ...items)];
}
