// The day's steps, one line each: a sign, a name, a time. The sign's meaning is also said in words.
import type { StepState } from '../../desk/look/timeline';
import type { PrintedStep } from '../doors/overview';
import { h, svg } from './dom';
import { words } from './sidebarWords';

export function timelineList(steps: readonly PrintedStep[]): readonly HTMLElement[] {
  const items = steps.map(({ label, state, stateText, detail, time }) =>
    h(
      'li',
      { class: state, 'aria-current': state === 'due' && 'step' },
      sign(state),
      h('span', { class: 'name' }, label, detail !== null && h('span', { class: 'quiet' }, detail)),
      h('span', { class: 'unseen' }, `: ${stateText}`),
      h('span', { class: 'time' }, time),
    ),
  );
  return [h('h2', { id: 'timeline-heading' }, words.timeline), h('ol', {}, ...items)];
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
