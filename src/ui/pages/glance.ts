// The top of the sidebar: which day, how it stands, the next step and until when.
import type { PrintedOverview } from '../doors/overview';
import { h } from './dom';
import { capitalised, duration, secondsOf } from './figures';
import { filled } from './page';
import { ask } from './script';
import { words } from './sidebarWords';

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

export const dayLine = ({
  day,
  state,
  complete,
  market,
  missing,
}: PrintedOverview): readonly HTMLElement[] => [
  h(
    'p',
    { class: 'day' },
    h('b', {}, day),
    h('b', { id: 'clock' }),
    state !== null && h('span', { class: complete ? 'state good' : 'state' }, state),
  ),
  h('p', { class: 'quiet' }, capitalised(market)),
  ...(missing.length === 0 ? [] : [h('p', { class: 'quiet' }, `${words.missing}: ${missing.join('; ')}`)]),
];

/** @param open starts a step: it tells the sidebar that a run may follow */
export function nextStep(
  day: PrintedOverview,
  open: (call: () => Promise<void>) => void,
): readonly (HTMLElement | null)[] {
  const heading = h('h2', { id: 'next-heading' }, words.next);
  const { next } = day;
  const cancelling = () => open(() => ask('openStage', { stage: 'cancel' }));
  const stop = day.mayCancel
    ? h('button', { type: 'button', id: 'cancel', click: cancelling }, words.cancelOrders)
    : null;
  if (day.lacksSetUp)
    return [
      heading,
      h('p', {}, words.setUpFirst),
      h(
        'button',
        { type: 'button', id: 'step', class: 'primary', click: () => open(() => ask('menuSetUp')) },
        words.setUpButton,
      ),
    ];
  if (day.lacksTrades && day.isTradingDay) {
    const importing = () => open(() => ask('openImport'));
    return [
      heading,
      h('p', {}, words.importFirst),
      h('button', { type: 'button', id: 'step', class: 'primary', click: importing }, words.importButton),
      deadlineLine(day),
    ];
  }
  if (next === null)
    return [
      heading,
      h('p', { class: day.complete ? 'good' : 'quiet' }, day.nothingNext),
      stop,
      deadlineLine(day),
    ];
  const { label, when, request, isDue, why } = next;
  return [
    h('div', { class: 'line' }, heading, h('span', { class: isDue ? 'due' : 'quiet' }, when)),
    ...(why === null
      ? [
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
        ]
      : [h('p', {}, label), h('p', { class: 'quiet', id: 'not-yet' }, capitalised(why))]),
    stop,
    deadlineLine(day),
  ];
}

/** What runs out next, with room for the countdown. */
function deadlineLine({ deadline }: PrintedOverview): HTMLElement | null {
  if (deadline === null) return null;
  const { label, assets, at } = deadline;
  return h(
    'dl',
    { class: 'deadline' },
    h('dt', { title: assets.join(', ') }, label),
    h('dd', {}, h('b', {}, at.slice(11, 16)), h('span', { id: 'countdown', role: 'timer' })),
  );
}

const URGENT_SECONDS = 15 * 60;

export function tick({ deadline }: PrintedOverview, clock: Clock, ms: number): void {
  const minutes = Math.floor(secondsNow(clock, ms) / 60);
  const time = document.getElementById('clock');
  const two = (n: number): string => String(n).padStart(2, '0');
  if (time !== null) time.textContent = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  const timer = document.getElementById('countdown');
  if (timer === null || deadline === null) return;
  const left = Math.max(0, secondsOf(deadline.at) - secondsNow(clock, ms));
  timer.textContent = filled(words.timeLeft, { time: duration(left) });
  timer.classList.toggle('urgent', left < URGENT_SECONDS && deadline.kind !== 'open');
}
