// Where every ETF stands: a bar of target, executed and primary, the four figures, and its funds on demand.
import type { StatusFigures } from '../../stages/status';
import type { PrintedOverview } from '../doors/overview';
import { h } from './dom';
import { percent, reais } from './figures';
import { filled, language } from './page';
import { words } from './sidebarWords';

/** Which ETFs stand unfolded: kept while the figures move. */
const unfolded = new Set<string>();

export function positionList({ assets, funds }: PrintedOverview): readonly (HTMLElement | null)[] {
  const heading = h('h2', { id: 'positions-heading' }, words.positions);
  if (assets.length === 0) return [heading, h('p', { class: 'quiet' }, words.noPositions)];
  const { column } = words;
  const legend = h(
    'p',
    { class: 'figures legend', 'aria-hidden': true },
    h('span', {}, column.target),
    h('span', {}, h('span', { class: 'executed' }, column.executed)),
    h('span', {}, h('span', { class: 'primary' }, column.primary)),
    h('span', {}, column.residual),
  );
  const items = assets.map((asset) =>
    position(
      asset,
      funds.filter((fund) => fund.asset === asset.asset && fund.side === asset.side),
    ),
  );
  return [
    h('div', { class: 'line' }, heading, h('span', { class: 'quiet' }, words.inReais)),
    legend,
    h('ul', { class: 'assets' }, ...items),
  ];
}

const doneOf = ({ target, executed, givenBack, primary }: StatusFigures): number =>
  target === 0 ? 1 : (executed - givenBack + primary) / target;

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
    h('div', { class: 'line' }, toggle, h('span', { class: 'percent' }, percent(doneOf(asset), language))),
    bar(asset, name),
    figureRow(asset),
    ...besides(asset),
    list,
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
      h('span', { class: 'percent' }, percent(doneOf(fund), language)),
    ),
    figureRow(fund),
    ...besides(fund),
  );

/** What only some days have: what was traded back, and the residual once the NAV is known. */
const besides = ({ givenBack, residualAtNav }: StatusFigures): readonly HTMLElement[] => [
  ...(givenBack === 0 ? [] : [aside(words.givenBack, givenBack)]),
  ...(residualAtNav === null ? [] : [aside(words.residualAtNav, residualAtNav)]),
];

const aside = (text: string, brl: number): HTMLElement =>
  h('p', { class: 'quiet' }, filled(text, { amount: reais(brl, language) }));

function figureRow({ target, executed, primary, residual }: StatusFigures): HTMLElement {
  const figure = (label: string, brl: number) =>
    h('div', {}, h('dt', { class: 'unseen' }, label), h('dd', {}, reais(brl, language)));
  const { column } = words;
  return h(
    'dl',
    { class: 'figures' },
    figure(column.target, target),
    figure(column.executed, executed),
    figure(column.primary, primary),
    figure(column.residual, residual),
  );
}

/** The whole bar is the target; what goes beyond it is drawn beyond the mark, and the mark moves in. */
function bar(asset: StatusFigures, name: string): HTMLElement {
  const { target, residual } = asset;
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
    percent: percent(doneOf(asset), language),
    executed: reais(asset.executed, language),
    primary: reais(primary, language),
    back: reais(asset.givenBack, language),
    residual: reais(residual, language),
  });
  return h(
    'div',
    { class: 'bar', role: 'img', 'aria-label': label },
    part('executed', executed),
    part('primary', primary),
    over / whole > 0.002 && mark,
  );
}
