// The day's steps, one line each: a sign, a name, a time. The sign's meaning is also said in words.
import type { Overview } from '../../desk/look/overview';
import type { StepState, TimelineStep } from '../../desk/look/timeline';
import { h, svg } from './dom';
import { words } from './page';

const { desk: says } = words;

export function timelineList({ timeline, cycle }: Overview): readonly HTMLElement[] {
  const items = timeline.map((step) =>
    h(
      'li',
      { class: step.state, 'aria-current': step.state === 'due' && 'step' },
      sign(step.state),
      h('span', { class: 'name' }, words.step[step.name], ...detail(step, cycle)),
      h('span', { class: 'unseen' }, `: ${says.stepState[step.state]}`),
      h('span', { class: 'time' }, timeText(step)),
    ),
  );
  return [h('h2', { id: 'timeline-heading' }, says.timeline), h('ol', {}, ...items)];
}

function detail(
  { name }: TimelineStep,
  { iteration, maximum, converged }: Overview['cycle'],
): readonly Node[] {
  if (name !== 'adjustments' || iteration === 0) return [];
  const text = `${says.iteration(iteration, maximum)}${converged ? `, ${says.converged}` : ''}`;
  return [h('span', { class: 'quiet' }, text)];
}

function timeText({ state, at }: TimelineStep): string {
  const time = at === null ? '' : at.slice(11, 16);
  const isPlain = state === 'done' || state === 'coming';
  if (isPlain && time !== '') return time;
  return state === 'missed' ? `${says.stepState.missed} ${time}` : says.stepState[state];
}

/** Full = done, ring with a point = due, ring = planned, cross = missed, dash = not needed, half = unfinished. */
function sign(state: StepState): SVGElement {
  const ring = svg('circle', { cx: 7, cy: 7, r: 5.25, class: 'ring' });
  const marks: Readonly<Record<StepState, readonly SVGElement[]>> = {
    done: [
      svg('circle', { cx: 7, cy: 7, r: 6, class: 'full' }),
      svg('path', { d: 'M4 7.2l2.1 2.1L10 5', class: 'check' }),
    ],
    due: [ring, svg('circle', { cx: 7, cy: 7, r: 2.5, class: 'point' })],
    coming: [ring],
    missed: [svg('path', { d: 'M3.5 3.5l7 7M10.5 3.5l-7 7', class: 'cross' })],
    none: [svg('path', { d: 'M3.5 7h7', class: 'dash' })],
    pending: [ring, svg('path', { d: 'M7 1.75a5.25 5.25 0 0 1 0 10.5z', class: 'point' })],
  };
  return svg('svg', { class: 'sign', viewBox: '0 0 14 14', 'aria-hidden': true }, ...marks[state]);
}
