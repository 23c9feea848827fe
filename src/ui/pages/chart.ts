// What is left, in reais: bars to the right are still to do, bars to the left went too far.
import type { StatusFigures } from '../../stages/status';
import { h, svg } from './dom';
import { reais } from './figures';
import { filled, language } from './page';
import { words } from './sidebarWords';

const WIDTH = 276;
const ROW = 18;
const NAME = 100;
const FIGURE = 72;
/** The largest ones: that is where the money is. */
const MOST = 6;

/** What funds lack and what they have too much are bars of their own: one must not hide the other. */
export function chart(assets: readonly StatusFigures[]): readonly Element[] {
  const open = assets
    .flatMap(({ asset, side, open, over }) => [open, -over].map((left) => ({ asset, side, left })))
    .filter(({ left }) => Math.abs(left) >= 0.5)
    .sort((a, b) => Math.abs(b.left) - Math.abs(a.left))
    .slice(0, MOST);
  if (open.length === 0) return [];
  const most = Math.max(...open.map(({ left }) => left), 0);
  const least = Math.min(...open.map(({ left }) => left), 0);
  const room = WIDTH - NAME - FIGURE;
  const x = (brl: number): number => NAME + (room * (brl - least)) / (most - least);
  const rows = open.flatMap(({ asset, side, left }, index) => {
    const middle = index * ROW + ROW / 2;
    const from = x(Math.min(0, left));
    const width = Math.max(1, x(Math.max(0, left)) - from);
    return [
      svg('text', { x: 0, y: middle, class: 'label' }, `${asset} ${words.side[side]}`),
      svg('rect', { x: from, y: middle - 5, width, height: 10, class: left < 0 ? 'over' : 'open' }),
      svg('text', { x: WIDTH, y: middle, class: 'figure' }, reais(left, language)),
    ];
  });
  const height = open.length * ROW;
  const summary = open
    .map(({ asset, side, left }) => `${asset} ${words.side[side]} ${reais(left, language)}`)
    .join('; ');
  return [
    h('div', { class: 'line' }, h('h2', {}, words.chart), h('span', { class: 'quiet' }, words.inReais)),
    svg(
      'svg',
      {
        class: 'chart',
        viewBox: `0 0 ${WIDTH} ${height}`,
        role: 'img',
        'aria-label': filled(words.chartSummary, { parts: summary }),
      },
      ...rows,
      svg('line', { x1: x(0), x2: x(0), y1: 0, y2: height, class: 'zero' }),
    ),
  ];
}
