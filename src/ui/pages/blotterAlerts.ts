// What needs a trader, dearest first, each with what to do; what was seen is put away.
import type { PrintedBlotter, ShownAlert } from '../doors/blotter';
import { words } from './blotterWords';
import { h } from './dom';
import { capitalised, reais } from './figures';
import { filled, language } from './page';
import { problemList } from './problems';
import { ask } from './script';

/** @param act makes a call and shows the day as it is then */
export function alertList(
  { alerts, putAway, problems, excess }: PrintedBlotter,
  act: (call: () => Promise<unknown>) => void,
): readonly (HTMLElement | null)[] {
  const heading = h('h2', { id: 'alerts-heading' }, words.alerts);
  const back = h(
    'button',
    { type: 'button', id: 'bring-back', class: 'small', click: () => act(() => ask('putAway', [])) },
    words.bringBack,
  );
  return [
    h(
      'div',
      { class: 'line' },
      heading,
      putAway > 0 && h('span', { class: 'quiet' }, filled(words.away, { n: putAway }), ' ', back),
    ),
    problems.length === 0 ? null : h('div', { class: 'notice bad' }, problemList(problems, 'errors')),
    alerts.length === 0
      ? h('p', { class: 'quiet' }, words.noAlerts)
      : h('ol', { class: 'alerts' }, ...alerts.map((alert, at) => alertItem(alert, at, act))),
    excess === null ? null : h('p', { class: 'quiet', id: 'excess' }, `${capitalised(excess)}.`),
  ];
}

/** More than what may cost a real is said with its amount. */
const costs = ({ cost, basis }: Pick<ShownAlert, 'cost' | 'basis'>): HTMLElement | false =>
  cost >= 1 &&
  h(
    'b',
    { class: 'cost', title: basis },
    filled(words.mayCost, { amount: `R$\u00a0${reais(cost, language)}` }),
  );

/** Which alerts stand unfolded: kept while the figures move. */
const unfolded = new Set<string>();

const counted = ({ cost, basis }: Pick<ShownAlert, 'cost' | 'basis'>): HTMLElement | false =>
  cost >= 1 && h('span', { class: 'basis' }, filled(words.costIs, { basis }));

/** How its cost is counted; of several together each by itself. */
function behind(alert: ShownAlert): HTMLElement | false {
  const { list, keys } = alert;
  if (list.length === 0) return counted(alert);
  const [name = ''] = keys;
  const items = list.map((one) => h('li', {}, costs(one), ' ', one.text, counted(one)));
  const folded = h(
    'details',
    { class: 'each', open: unfolded.has(name) },
    h('summary', {}, filled(words.showEach, { n: list.length })),
    h('ul', {}, ...items),
  );
  folded.addEventListener('toggle', () => {
    if (folded.hasAttribute('open')) unfolded.add(name);
    else unfolded.delete(name);
  });
  return folded;
}

function alertItem(alert: ShownAlert, at: number, act: (call: () => Promise<unknown>) => void): HTMLElement {
  const { kind, text, todo, open, keys } = alert;
  return h(
    'li',
    { class: `alert ${kind}` },
    h(
      'div',
      {},
      h('p', {}, costs(alert), ' ', h('span', {}, text), ' ', h('span', { class: 'todo' }, todo)),
      behind(alert),
    ),
    h(
      'div',
      { class: 'acts' },
      open !== null &&
        h(
          'button',
          {
            type: 'button',
            class: 'small',
            id: `open-${at}`,
            click: () => act(() => ask('openStage', open.request)),
          },
          open.label,
        ),
      h(
        'button',
        {
          type: 'button',
          class: 'small',
          id: `away-${at}`,
          'aria-label': filled(words.putAwayLabel, { text }),
          click: () => act(() => ask('putAway', keys)),
        },
        words.putAway,
      ),
    ),
  );
}
