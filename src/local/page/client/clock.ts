// The clock in the bar: the desk's time in São Paulo, and the hand that winds it.
import type { Clockface, Winding } from '../protocol';
import { byId, h } from './dom';
import { words } from './words';

export interface ClockBar {
  show(clock: Clockface): void;
}

const dayFormat = (): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(words.tag === 'en' ? 'en-GB' : words.tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

export function openClock(wind: (winding: Winding) => void): ClockBar {
  const day = dayFormat();
  const { on, to, example, nextStep, toNextStep, set, ...said } = words.winding;
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
    'aria-label': to,
    title: example,
  });
  const controls = [
    button('+5 min', `+5 min: ${on}`, { minutes: 5 }),
    button('+30 min', `+30 min: ${on}`, { minutes: 30 }),
    button(nextStep, `${nextStep}: ${toNextStep}`, { step: true }),
    wanted,
    h('button', { type: 'submit' }, set),
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
      date.textContent = day.format(Date.parse(`${saoPaulo}Z`));
      time.textContent = saoPaulo.slice(11, 16);
      time.dateTime = saoPaulo;
      ticking.textContent = fires ? said.ticking : '';
      ticking.title = fires ? said.tickingMeans : '';
      for (const control of controls) control.disabled = winding;
      form.classList.toggle('winding', winding);
    },
  };
}
