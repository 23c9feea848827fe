// How the day stands, in the words of the sidebar: the market, a step's state and time, the schedule, a deadline.
import type { Overview } from '../../desk/look/overview';
import type { StepState } from '../../desk/look/timeline';
import type { Deadline } from '../../desk/schedule/deadlines';
import { dateOf, type Stamp, timeOf, weekday } from '../../domain/stamp';
import { type Message, msg, verbatim } from '../../language/message';
import { resumesLine, stepLine } from './schedule';

export const CLOSED = msg('B3 is closed today');

/** From Sunday. */
const DAYS: readonly Message[] = [
  msg('Sun'),
  msg('Mon'),
  msg('Tue'),
  msg('Wed'),
  msg('Thu'),
  msg('Fri'),
  msg('Sat'),
];

export const dayName = (now: Stamp): Message => {
  const date = dateOf(now);
  return msg('{said} {date}', { said: DAYS[weekday(date)] ?? msg('Sun'), date });
};

export function marketState({ hours, now }: Overview): Message {
  if (hours === null) return CLOSED;
  const time = timeOf(now);
  if (time < hours.open) return msg('before the open');
  if (time < hours.close) return msg('market open');
  return time < hours.callEnd ? msg('closing call') : msg('market closed');
}

export const STATES: Readonly<Record<StepState, Message>> = {
  done: msg('done'),
  due: msg('due now'),
  coming: msg('planned'),
  missed: msg('missed'),
  none: msg('not needed'),
  pending: msg('unfinished'),
};

export function timeText(state: StepState, at: Stamp | null): Message {
  if (at === null) return STATES[state];
  const time = timeOf(at);
  if (state === 'missed') return msg('missed {time}', { time });
  return state === 'done' || state === 'coming' ? verbatim(time) : STATES[state];
}

export function cycleState({ iteration, maximum, converged }: Overview['cycle']): Message | null {
  if (iteration === 0) return null;
  const count = { n: iteration, n2: maximum };
  return converged ? msg('iteration {n} of {n2}, converged', count) : msg('iteration {n} of {n2}', count);
}

export function scheduleLines({ runner, next, nextOpening }: Overview['schedule']): readonly Message[] {
  if (runner === null) return [msg('Nothing runs without a click. Trading > Schedule > Start turns it on.')];
  const comes =
    next !== null
      ? stepLine(next, true)
      : nextOpening === null
        ? msg('nothing is planned')
        : resumesLine(nextOpening);
  return [comes, msg('runs as {user}', { user: runner })];
}

export function deadlineName({ kind, assets }: Deadline): Message {
  switch (kind) {
    case 'open':
      return msg('Opening');
    case 'close':
      return msg('Trading ends');
    case 'call':
      return msg('Call ends');
    case 'cutoff':
      return assets.length > 1
        ? msg('Primary of {n} ETFs', { n: assets.length })
        : msg('Primary {assets}', { assets: assets.join() });
  }
}
