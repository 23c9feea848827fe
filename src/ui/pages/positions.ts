// Where every ETF stands: a bar of target, executed and primary, the four figures and what is too much, and its funds on demand.
import type { StatusFigures } from '../../stages/status';
import type { PrintedOverview } from '../doors/overview';
import { h } from './dom';
import { percent, reais } from './figures';
import { filled, language } from './page';
import { ask } from './script';
import { words } from './sidebarWords';

/** Which ETFs stand unfolded: kept while the figures move. */
const unfolded = new Set<string>();

export function positionList(
  { assets, funds, asOf }: PrintedOverview,
  refresh: () => void,
): readonly (HTMLElement | null)[] {
  const heading = h('h2', { id: 'positions-heading' }, words.positions);
  if (assets.length === 0) return [heading, h('p', { class: 'quiet' }, words.noPositions)];
  const { column } = words;
  const legend = h(
    'p',
    { class: 'figures legend', 'aria-hidden': true },
    h('span', {}, column.target),
    h('span', {}, h('span', { class: 'executed' }, column.executed)),
    h('span', {}, h('span', { class: 'primary' }, column.primary)),
    h('span', {}, column.open),
  );
  const items = assets.map((asset) =>
    position(
      asset,
      funds.filter((fund) => fund.asset === asset.asset && fund.side === asset.side),
    ),
  );
  return [
    h('div', { class: 'line' }, heading, h('span', { class: 'quiet' }, words.inReais)),
    h('p', { class: 'quiet asof' }, asOfText(asOf)),
    h(
      'div',
      { class: 'acts' },
      h('button', { type: 'button', id: 'refresh', click: refresh }, words.refresh),
      h('button', { type: 'button', id: 'blotter', click: () => void ask('menuBlotter') }, words.blotter),
    ),
    legend,
    h('ul', { class: 'assets' }, ...items),
  ];
}

/** How old the figures below are. */
const asOfText = ({ fills, inav }: PrintedOverview['asOf']): string =>
  [
    fills === null ? words.fillsTyped : filled(words.fillsAsOf, { time: fills.slice(11, 16) }),
    ...inavText(inav),
  ].join(' · ');

/** One time where all are of one, else each family's own. */
function inavText(inav: PrintedOverview['asOf']['inav']): readonly string[] {
  const [first] = inav;
  if (first === undefined) return [];
  const time = (at: string): string => at.slice(11, 16);
  if (inav.every(({ at }) => at === first.at)) return [filled(words.inavAsOf, { time: time(first.at) })];
  return [filled(words.inavsAsOf, { times: inav.map(({ of, at }) => `${of} ${time(at)}`).join(', ') })];
}

function position(asset: StatusFigures, funds: readonly StatusFigures[]): HTMLElement {
  const key = `${asset.asset}-${asset.side}`;
  const name = `${asset.asset} ${words.side[asset.side]}`;
  const list = h(
    'ul',
    { class: 'funds', id: `funds-${key}`, 'aria-label': filled(words.funds, { asset: name }) },
    ...funds.map(fundItem),
  );
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'fold',
      id: `fold-${key}`,
      'aria-controls': `funds-${key}`,
      click: () => turn(!unfolded.has(key)),
    },
    h('b', {}, asset.asset),
    ` ${words.side[asset.side]}`,
  );
  const turn = (open: boolean): void => {
    if (open) unfolded.add(key);
    else unfolded.delete(key);
    toggle.ariaExpanded = String(open);
    list.hidden = !open;
  };
  turn(unfolded.has(key));
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'line' },
      // Where funds only give back there is nothing to unfold.
      funds.length > 0 ? toggle : h('span', {}, h('b', {}, asset.asset), ` ${words.side[asset.side]}`),
      h('span', { class: 'percent' }, percent(asset.done, language)),
    ),
    bar(asset, name),
    figureRow(asset),
    ...besides(asset),
    funds.length > 0 && list,
  );
}

const fundItem = (fund: StatusFigures): HTMLElement =>
  h(
    'li',
    {},
    h(
      'div',
      { class: 'line' },
      h('span', { class: 'fund', title: fund.fund ?? '' }, fund.fund ?? ''),
      h('span', { class: 'percent' }, percent(fund.done, language)),
    ),
    figureRow(fund),
    ...besides(fund),
  );

/** What only some days have: why a side is open again, what is too much, what was traded back, and both ends once the NAV is known. */
const besides = ({ givenBack, over, openAtNav, overAtNav, note }: StatusFigures): readonly HTMLElement[] => [
  ...(note === null ? [] : [h('p', { class: 'reopened' }, note)]),
  ...(over === 0 ? [] : [h('p', { class: 'over' }, filled(words.over, { amount: reais(over, language) }))]),
  ...(givenBack === 0 ? [] : [aside(words.givenBack, { amount: givenBack })]),
  ...(openAtNav === null || overAtNav === null
    ? []
    : [aside(words.atNav, { open: openAtNav, over: overAtNav })]),
];

const aside = (text: string, brl: Readonly<Record<string, number>>): HTMLElement =>
  h(
    'p',
    { class: 'quiet' },
    filled(
      text,
      Object.fromEntries(Object.entries(brl).map(([hole, value]) => [hole, reais(value, language)])),
    ),
  );

function figureRow({ target, executed, primary, open }: StatusFigures): HTMLElement {
  const figure = (label: string, brl: number) =>
    h('div', {}, h('dt', { class: 'unseen' }, label), h('dd', {}, reais(brl, language)));
  const { column } = words;
  return h(
    'dl',
    { class: 'figures' },
    figure(column.target, target),
    figure(column.executed, executed),
    figure(column.primary, primary),
    figure(column.open, open),
  );
}

/** The whole bar is the target; what goes beyond it is drawn beyond the mark, and the mark moves in. */
function bar(asset: StatusFigures, name: string): HTMLElement {
  const { target } = asset;
  const executed = Math.max(0, asset.executed - asset.givenBack);
  const primary = Math.max(0, asset.primary);
  const whole = Math.max(target, executed + primary, 1);
  const part = (kind: string, brl: number): HTMLElement => {
    const element = h('span', { class: kind });
    element.style.width = `${((100 * brl) / whole).toFixed(2)}%`;
    return element;
  };
  const over = Math.max(0, executed + primary - target);
  const mark = h('span', { class: 'mark' });
  mark.style.left = `${((100 * target) / whole).toFixed(2)}%`;
  const label = filled(words.bar, {
    asset: name,
    percent: percent(asset.done, language),
    executed: reais(asset.executed, language),
    primary: reais(primary, language),
    back: reais(asset.givenBack, language),
    open: reais(asset.open, language),
    over: reais(asset.over, language),
  });
  return h(
    'div',
    { class: 'bar', role: 'img', 'aria-label': label },
    part('executed', executed),
    part('primary', primary),
    over / whole > 0.002 && mark,
  );
}
