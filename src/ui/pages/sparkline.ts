// When a side was filled: a line of what was done, from the open to the end of the call.
import type { PrintedBlotter, ShownSide } from '../doors/blotter';
import { words } from './blotterWords';
import { svg } from './dom';
import { reais, secondsOf } from './figures';
import { filled, language } from './page';

const [WIDTH, HEIGHT, PAD] = [76, 20, 2];

/** Blank where no fill tells its time. */
export function sparkline(
  { asset, side, course }: ShownSide,
  hours: PrintedBlotter['hours'],
): SVGElement | null {
  const [first] = course;
  const last = course[course.length - 1];
  if (hours === null || first === undefined || last === undefined) return null;
  const [from, to] = [secondsOf(`T${hours.open}`), secondsOf(`T${hours.end}`)];
  const all = course.reduce((sum, { money }) => sum + money, 0);
  const x = (time: string): number => {
    const part = (secondsOf(`T${time}`) - from) / Math.max(1, to - from);
    return PAD + (WIDTH - 2 * PAD) * Math.min(1, Math.max(0, part));
  };
  const y = (money: number): number => HEIGHT - PAD - ((HEIGHT - 2 * PAD) * money) / Math.max(1, all);
  let done = 0;
  const steps = course.map(({ time, money }) => {
    const before = `H${x(time).toFixed(1)}`;
    done += money;
    return `${before}V${y(done).toFixed(1)}`;
  });
  const label = filled(words.courseLabel, {
    asset: `${asset} ${words.side[side]}`,
    amount: reais(all, language),
    first: first.time,
    last: last.time,
  });
  return svg(
    'svg',
    {
      class: 'spark',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
      'aria-label': label,
    },
    svg('line', { class: 'ground', x1: PAD, x2: WIDTH - PAD, y1: HEIGHT - PAD, y2: HEIGHT - PAD }),
    svg('path', { class: `course ${side.toLowerCase()}`, d: `M${PAD},${HEIGHT - PAD}${steps.join('')}` }),
  );
}
