// A chart as shapes: what a specification and the cells it reads make, in plain data. Nothing here knows the page.
import type { PageWords } from '../words';

export interface ChartData {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

export interface Look {
  readonly type: string;
  readonly title: string;
  readonly stacked: boolean;
  readonly colors: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Whether the series are named above the picture. */
  readonly legend: boolean;
  /** What the axis of the numbers counts. */
  readonly unit: string;
  /** Whether its figures are parts of one, read as per cent. */
  readonly isPercent: boolean;
  readonly words: Pick<PageWords, 'tag' | 'emptyChart'>;
}

/** An SVG element; its text is written, never read as markup. */
export interface Shape {
  readonly tag: 'rect' | 'line' | 'polyline' | 'polygon' | 'circle' | 'text' | 'title' | 'g';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly children?: readonly Shape[];
}

export const DRAWN = ['COLUMN', 'BAR', 'LINE', 'AREA'] as const;
const PALETTE = ['#3366cc', '#dc8a1e', '#2a8a4a', '#a8384f', '#6a51a3', '#1c8a9c', '#8a6d3b', '#6b7280'];
const EDGE = 14;
const TITLE = 30;
const LEGEND = 24;
const LETTER = 6.6;

/** 1.250.000 reads 1.25M. */
export function short(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ];
  const [size, letter] = steps.find(([each]) => Math.abs(value) >= each) ?? [1, ''];
  return `${Number((value / size).toPrecision(3))}${letter}`;
}

/** A figure as an axis has room for it, as the language writes it. */
export function axisText(value: number, { isPercent, words }: Pick<Look, 'isPercent' | 'words'>): string {
  if (isPercent) return `${(value * 100).toLocaleString(words.tag, { maximumFractionDigits: 1 })}%`;
  const text = short(value);
  return /^pt/i.test(words.tag) ? text.replace('.', ',') : text;
}

/** A figure whole, as the pointer over it shows it. */
const wholeText = (value: number, { isPercent, words }: Look): string =>
  isPercent
    ? `${(value * 100).toLocaleString(words.tag, { maximumFractionDigits: 1 })}%`
    : value.toLocaleString(words.tag);

/** Round steps that reach around all values and zero. */
export function ticksOf(least: number, most: number, wanted = 5): readonly number[] {
  if (least >= 0 && most <= 0) return [0, 1];
  const span = Math.max(most, 0) - Math.min(least, 0);
  const power = 10 ** Math.floor(Math.log10(span / wanted));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power * wanted >= span) ?? 10) * power;
  const first = Math.floor(Math.min(least, 0) / step);
  const last = Math.ceil(Math.max(most, 0) / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

const text = (
  x: number,
  y: number,
  content: string,
  more: Readonly<Record<string, string | number>> = {},
): Shape => ({ tag: 'text', attributes: { x, y, ...more }, text: content });

const colorOf = (look: Look, index: number): string =>
  look.colors[index] ?? PALETTE[index % PALETTE.length] ?? '#3366cc';

/** Sums of one label's values upwards and downwards: a stack goes both ways from zero. */
function reach(data: ChartData, stacked: boolean): { least: number; most: number } {
  const columns = data.labels.map((_, at) => data.series.map(({ values }) => values[at] ?? 0));
  const ends = columns.flatMap((values) =>
    stacked
      ? [
          values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
          values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
        ]
      : values,
  );
  return { least: Math.min(0, ...ends), most: Math.max(0, ...ends) };
}

export function draw(data: ChartData, look: Look): readonly Shape[] {
  const heading: readonly Shape[] = look.title === '' ? [] : [text(EDGE, 22, look.title, { class: 'title' })];
  if (!DRAWN.some((type) => type === look.type))
    return [...heading, text(EDGE, 50, `A ${look.type.toLowerCase()} chart is drawn in Google Sheets only.`)];
  if (data.labels.length === 0 || data.series.length === 0)
    return [...heading, text(EDGE, 50, look.words.emptyChart)];
  const below = look.title === '' ? EDGE : TITLE;
  // The highest figure of an axis must not touch the title.
  if (!look.legend) return [...heading, ...plot(data, look, below + (look.title === '' ? 0 : 10))];
  return [...heading, ...legend(data, look, below), ...plot(data, look, below + LEGEND)];
}

function legend(data: ChartData, look: Look, top: number): readonly Shape[] {
  let x = EDGE;
  return data.series.flatMap(({ name }, index) => {
    const at = x;
    x += 18 + name.length * LETTER + 14;
    return [
      {
        tag: 'rect',
        attributes: { x: at, y: top + 4, width: 11, height: 11, rx: 2, fill: colorOf(look, index) },
      },
      text(at + 16, top + 14, name),
    ];
  });
}

interface Axis {
  readonly across: (at: number) => number;
  readonly along: (value: number) => number;
  /** The width of one label's place. */
  readonly place: number;
}

function plot(data: ChartData, look: Look, top: number): readonly Shape[] {
  const isBar = look.type === 'BAR';
  const { least, most } = reach(data, look.stacked);
  const ticks = ticksOf(least, most);
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const longest = Math.max(
    ...(isBar ? data.labels : ticks.map((tick) => axisText(tick, look))).map((label) => label.length),
  );
  const left = EDGE + longest * LETTER + 8;
  const right = look.width - EDGE - (isBar ? 14 : 0);
  const bottom = look.height - EDGE - 18 - (look.unit === '' ? 0 : 16);
  const [start, end, from, to] = isBar ? [top, bottom, left, right] : [left, right, bottom, top];
  const place = (end - start) / data.labels.length;
  const axis: Axis = {
    place,
    across: (at) => start + place * (at + 0.5),
    along: (value) => from + ((value - low) / (high - low)) * (to - from),
  };
  const grid = ticks.flatMap((tick): Shape[] => {
    const at = axis.along(tick);
    const line = isBar ? { x1: at, x2: at, y1: top, y2: bottom } : { x1: left, x2: right, y1: at, y2: at };
    return [
      { tag: 'line', attributes: { ...line, class: tick === 0 ? 'zero' : 'grid' } },
      isBar
        ? text(at, bottom + 16, axisText(tick, look), { 'text-anchor': 'middle' })
        : text(left - 8, at + 4, axisText(tick, look), { 'text-anchor': 'end' }),
    ];
  });
  const names = data.labels.map((label, at) =>
    isBar
      ? text(left - 8, axis.across(at) + 4, label, { 'text-anchor': 'end' })
      : text(axis.across(at), bottom + 16, fitted(label, place), { 'text-anchor': 'middle' }),
  );
  const unit =
    look.unit === ''
      ? []
      : [text((left + right) / 2, look.height - 8, look.unit, { 'text-anchor': 'middle' })];
  const marks =
    look.type === 'LINE' || look.type === 'AREA' ? lines(data, look, axis) : bars(data, look, axis);
  return [...grid, ...names, ...unit, ...marks];
}

const fitted = (label: string, place: number): string => {
  const room = Math.max(2, Math.floor(place / LETTER));
  return label.length <= room ? label : `${label.slice(0, room - 1)}…`;
};

function bars(data: ChartData, look: Look, { across, along, place }: Axis): readonly Shape[] {
  const isBar = look.type === 'BAR';
  const group = place * 0.72;
  const thick = look.stacked ? group : group / data.series.length;
  return data.labels.flatMap((label, at) => {
    let [up, down] = [0, 0];
    return data.series.map(({ name, values }, index): Shape => {
      const value = values[at] ?? 0;
      const base = !look.stacked ? 0 : value < 0 ? down : up;
      if (value < 0) down += value;
      else up += value;
      const [a, b] = [along(base), along(base + value)];
      const side = across(at) - group / 2 + (look.stacked ? 0 : thick * index);
      const [low, size] = [Math.min(a, b), Math.abs(b - a)];
      const box = isBar
        ? { x: low, y: side, width: size, height: thick }
        : { x: side, y: low, width: thick, height: size };
      return {
        tag: 'rect',
        attributes: { ...box, fill: colorOf(look, index) },
        children: [
          {
            tag: 'title',
            attributes: {},
            text: `${label}, ${name}: ${wholeText(value, look)}`,
          },
        ],
      };
    });
  });
}

function lines(data: ChartData, look: Look, { across, along }: Axis): readonly Shape[] {
  return data.series.flatMap(({ name, values }, index): Shape[] => {
    const stroke = colorOf(look, index);
    const at = values.map((value, each) => ({
      x: across(each),
      y: along(value),
      value,
      label: data.labels[each],
    }));
    const points = at.map(({ x, y }) => `${x},${y}`).join(' ');
    const [first, last] = [at[0], at.at(-1)];
    const ground =
      look.type === 'AREA' && first && last
        ? [
            {
              tag: 'polygon' as const,
              attributes: {
                points: `${first.x},${along(0)} ${points} ${last.x},${along(0)}`,
                fill: stroke,
                'fill-opacity': 0.2,
              },
            },
          ]
        : [];
    return [
      ...ground,
      { tag: 'polyline', attributes: { points, fill: 'none', stroke, 'stroke-width': 2 } },
      ...at.map(
        ({ x, y, value, label }): Shape => ({
          tag: 'circle',
          attributes: { cx: x, cy: y, r: 3, fill: stroke },
          children: [
            {
              tag: 'title',
              attributes: {},
              text: `${label}, ${name}: ${wholeText(value, look)}`,
            },
          ],
        }),
      ),
    ];
  });
}
