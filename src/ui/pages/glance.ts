// The top of the sidebar: which day, how it stands, the next step and until when.

import type { Overview } from '../../desk/look/overview';
import { weekday } from '../../domain/stamp';
import { h } from './dom';
import { duration, secondsOf } from './figures';
import { language, words } from './page';
import { capitalised, say } from './said';
import { ask } from './script';

const { desk: says } = words;

/** The desk's own time, carried on from the last answer: the laptop's clock is wound, a browser's may be wrong. */
export interface Clock {
  readonly startSeconds: number;
  readonly startedAt: number;
}

export const clockFrom = (now: string, ms: number): Clock => ({
  startSeconds: secondsOf(now),
  startedAt: ms,
});

const secondsNow = ({ startSeconds, startedAt }: Clock, ms: number): number =>
  startSeconds + Math.floor((ms - startedAt) / 1000);

export function dayLine(day: Overview): readonly HTMLElement[] {
  const date = day.now.slice(0, 10);
  const [, month, dayOfMonth] = date.split('-');
  const name = `${says.weekdays[weekday(date)] ?? ''} ${dayOfMonth}/${month}`;
  const state = day.opened === null ? null : day.complete ? says.complete : says.pending;
  const missing = day.missing.map((text) => say(text, language).text).join('; ');
  return [
    h(
      'p',
      { class: 'day' },
      h('b', {}, name),
      h('b', { id: 'clock' }),
      state !== null && h('span', { class: day.complete ? 'state good' : 'state' }, state),
    ),
    h('p', { class: 'quiet' }, capitalised(marketState(day))),
    ...(missing === '' ? [] : [h('p', { class: 'quiet' }, `${says.missing}: ${missing}`)]),
  ];
}

function marketState({ hours, now }: Overview): string {
  if (hours === null) return says.closedDay;
  const time = now.slice(11, 16);
  const { before, open, call, over } = says.market;
  return time < hours.open ? before : time < hours.close ? open : time < hours.callEnd ? call : over;
}

/** @param open starts a step: it tells the sidebar that a run may follow */
export function nextStep(
  day: Overview,
  open: (call: () => Promise<void>) => void,
): readonly (HTMLElement | null)[] {
  const heading = h('h2', { id: 'next-heading' }, says.next);
  const { next } = day;
  if (day.lacksTrades && day.hours !== null) {
    const importing = () => open(() => ask('openImport'));
    return [
      heading,
      h('p', {}, says.importFirst),
      h('button', { type: 'button', id: 'step', class: 'primary', click: importing }, says.importButton),
      deadlineLine(day),
    ];
  }
  if (next === null) {
    const text = day.hours === null ? says.closedDay : says.nothingLeft;
    return [heading, h('p', { class: day.complete ? 'good' : 'quiet' }, text), deadlineLine(day)];
  }
  const { name, request, isDue, at } = next;
  const when = isDue ? says.due : at === null ? '' : says.dueAt(at.slice(11, 16));
  const label = isDue ? says.start(words.step[name]) : says.startEarly(words.step[name]);
  return [
    h('div', { class: 'line' }, heading, h('span', { class: isDue ? 'due' : 'quiet' }, when)),
    h(
      'button',
      {
        type: 'button',
        id: 'step',
        class: isDue && 'primary',
        click: () => open(() => ask('openStage', request)),
      },
      label,
    ),
    deadlineLine(day),
  ];
}

/** What runs out next, with room for the countdown. */
function deadlineLine({ deadlines }: Overview): HTMLElement | null {
  const [first] = deadlines;
  if (!first) return null;
  const label = { open: says.deadline.open, close: says.deadline.close, call: says.deadline.call };
  const text = first.kind === 'cutoff' ? says.deadline.cutoff(first.assets) : label[first.kind];
  return h(
    'dl',
    { class: 'deadline' },
    h('dt', { title: first.assets.join(', ') }, capitalised(text)),
    h('dd', {}, h('b', {}, first.at.slice(11, 16)), h('span', { id: 'countdown', role: 'timer' })),
  );
}

const URGENT_SECONDS = 15 * 60;

export function tick({ deadlines }: Overview, clock: Clock, ms: number): void {
  const minutes = Math.floor(secondsNow(clock, ms) / 60);
  const time = document.getElementById('clock');
  const two = (n: number): string => String(n).padStart(2, '0');
  if (time !== null) time.textContent = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  const timer = document.getElementById('countdown');
  const [first] = deadlines;
  if (timer === null || !first) return;
  const left = Math.max(0, secondsOf(first.at) - secondsNow(clock, ms));
  timer.textContent = says.deadline.left(duration(left));
  timer.classList.toggle('urgent', left < URGENT_SECONDS && first.kind !== 'open');
}
