// The clock in the bar: the desk's time in São Paulo, and the hand that winds it.
import type { Clockface, Winding } from '../protocol';
import { byId, h } from './dom';

export interface ClockBar {
  show(clock: Clockface): void;
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

export function openClock(wind: (winding: Winding) => void): ClockBar {
  const button = (label: string, name: string, winding: Winding): HTMLButtonElement =>
    h('button', { type: 'button', 'aria-label': name, title: name, click: () => wind(winding) }, label);
  const date = h('span', { class: 'date' });
  const time = h('time', {});
  const ticking = h('span', { class: 'ticking' });
  // Text: a time field follows the browser's language and would show AM and PM.
  const wanted = h('input', {
    type: 'text',
    required: true,
    size: 5,
    maxlength: 5,
    inputmode: 'numeric',
    pattern: '([01]?[0-9]|2[0-3]):[0-5][0-9]',
    placeholder: 'HH:MM',
    'aria-label': 'Wind the clock to',
    title: 'A time such as 13:30',
  });
  const controls = [
    button('+5 min', '+5 min: wind the clock on', { minutes: 5 }),
    button('+30 min', '+30 min: wind the clock on', { minutes: 30 }),
    button('Next step', 'Next step: wind the clock to it', { step: true }),
    wanted,
    h('button', { type: 'submit' }, 'Set'),
  ];
  const form = h('form', {}, date, time, ticking, ...controls);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    wind({ to: wanted.value.padStart(5, '0') });
    wanted.value = '';
  });
  byId('clock').replaceChildren(form);
  return {
    show({ saoPaulo, ticking: fires, winding }) {
      date.textContent = DAY.format(Date.parse(`${saoPaulo}Z`));
      time.textContent = saoPaulo.slice(11, 16);
      time.dateTime = saoPaulo;
      ticking.textContent = fires ? 'schedule on' : '';
      ticking.title = fires ? 'What is due runs by itself while the clock is wound' : '';
      for (const control of controls) control.disabled = winding;
      form.classList.toggle('winding', winding);
    },
  };
}
