// What is left, in reais: what is missing and what is too much, each under a heading of its own.
import type { Side } from '../../domain/trade';
import type { PrintedOverview } from '../doors/overview';
import { h, svg } from './dom';
import { capitalised, reais } from './figures';
import { filled, language } from './page';
import { words } from './sidebarWords';

const WIDTH = 276;
const ROW = 18;
const NAME = 100;
const FIGURE = 72;
/** The largest ones: that is where the money is. */
const MOST = 6;

interface Left {
  readonly asset: string;
  readonly side: Side;
  readonly brl: number;
}

/** What funds lack and what they have too much never stand in one chart: one must not hide the other. */
export function charts({ assets, excess }: PrintedOverview): readonly Element[] {
  const missing = largest(assets.map(({ asset, side, open }) => ({ asset, side, brl: open })));
  const over = largest(assets.map(({ asset, side, over }) => ({ asset, side, brl: over })));
  // One scale for both: a bar twice as long is twice the money wherever it stands.
  const most = Math.max(0, ...[...missing, ...over].map(({ brl }) => brl));
  return [
    ...chart(words.notDone, 'open', missing, most),
    ...chart(words.tooMuch, 'over', over, most),
    ...(excess === null ? [] : [h('p', { class: 'quiet', id: 'excess' }, capitalised(excess))]),
  ];
}

const largest = (left: readonly Left[]): readonly Left[] =>
  left
    .filter(({ brl }) => brl >= 0.5)
    .sort((a, b) => b.brl - a.brl)
    .slice(0, MOST);

function chart(
  title: string,
  kind: 'open' | 'over',
  left: readonly Left[],
  most: number,
): readonly Element[] {
  if (left.length === 0) return [];
  const room = WIDTH - NAME - FIGURE;
  const rows = left.flatMap(({ asset, side, brl }, index) => {
    const middle = index * ROW + ROW / 2;
    const width = Math.max(1, (room * brl) / most);
    return [
      svg('text', { x: 0, y: middle, class: 'label' }, `${asset} ${words.side[side]}`),
      svg('rect', { x: NAME, y: middle - 5, width, height: 10, class: kind }),
      svg('text', { x: WIDTH, y: middle, class: 'figure' }, reais(brl, language)),
    ];
  });
  const height = left.length * ROW;
  const parts = left
    .map(({ asset, side, brl }) => `${asset} ${words.side[side]} ${reais(brl, language)}`)
    .join('; ');
  return [
    h('div', { class: 'line' }, h('h2', {}, title), h('span', { class: 'quiet' }, words.inReais)),
    svg(
      'svg',
      {
        class: 'chart',
        viewBox: `0 0 ${WIDTH} ${height}`,
        role: 'img',
        'aria-label': filled(words.chartSummary, { title, parts }),
      },
      ...rows,
      svg('line', { x1: NAME, x2: NAME, y1: 0, y2: height, class: 'zero' }),
    ),
  ];
}
