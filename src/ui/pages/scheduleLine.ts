// Whether the schedule runs, and what it does next: what will happen without a click, and what will not.
import type { PrintedOverview } from '../doors/overview';
import { h } from './dom';
import { words } from './sidebarWords';

export const scheduleLine = ({ isOn, lines }: PrintedOverview['schedule']): readonly HTMLElement[] => [
  h(
    'div',
    { class: 'line' },
    h('h2', { id: 'schedule-heading' }, words.schedule),
    h('span', { class: isOn ? 'good' : 'quiet' }, isOn ? words.scheduleOn : words.scheduleOff),
  ),
  ...lines.map((line) => h('p', { class: 'quiet' }, line)),
];
