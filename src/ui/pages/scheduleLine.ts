// Whether the schedule runs, and what it does next: what will happen without a click, and what will not.
import type { ScheduleGlance } from '../../desk/look/overview';
import { h } from './dom';
import { words } from './page';

const { schedule: says } = words.desk;

export function scheduleLine({ runner, next, nextOpening }: ScheduleGlance): readonly HTMLElement[] {
  const isOn = runner !== null;
  return [
    h(
      'div',
      { class: 'line' },
      h('h2', { id: 'schedule-heading' }, says.title),
      h('span', { class: isOn ? 'good' : 'quiet', title: runner ?? '' }, isOn ? says.on : says.off),
    ),
    h('p', { class: 'quiet' }, isOn ? comes(next, nextOpening) : says.offHelp),
    ...(isOn ? [h('p', { class: 'quiet' }, says.runner(runner))] : []),
  ];
}

function comes(next: ScheduleGlance['next'], nextOpening: string | null): string {
  if (next !== null) {
    const when = next.isDue ? words.desk.due : next.at.slice(11, 16);
    return says.next(when, words.step[next.name], next.unattended ? says.sends : says.prepares);
  }
  if (nextOpening === null) return says.nothing;
  const [, month, day] = nextOpening.slice(0, 10).split('-');
  return says.resumes(`${day}/${month}`, nextOpening.slice(11, 16));
}
