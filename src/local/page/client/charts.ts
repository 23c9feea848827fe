// Charts over the sheet, where the script put them; drawn from the cells as they stand, again whenever they change.
import type { ChartSpec } from '../../host/browser';
import type { SheetApi } from './api';
import { chartData, lookOf, wishesOf } from './chartData';
import { h } from './dom';
import { draw, type Shape } from './drawing';
import { scrolled } from './sheet';
import { words } from './words';

export interface Charts {
  show(charts: readonly ChartSpec[]): void;
}

const SVG = 'http://www.w3.org/2000/svg';

function svgElement({ tag, attributes, text, children = [] }: Shape): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
  if (text !== undefined) element.textContent = text;
  element.append(...children.map(svgElement));
  return element;
}

export function showCharts(api: SheetApi, over: HTMLElement): Charts {
  const layer = h('div', { id: 'charts' });
  let charts: readonly ChartSpec[] = [];
  let waiting = false;

  /** Below the letters and the frozen rows, right of the numbers, wherever the sheet is scrolled to. */
  const place = (figure: HTMLElement, { position }: ChartSpec): void => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    const canvas = canvasOf(over);
    if (!sheet || !canvas) return;
    const [ground, frame] = [canvas.getBoundingClientRect(), over.getBoundingClientRect()];
    const cell = sheet.getRange(position.row - 1, position.column - 1).getCellRect();
    const origin = sheet.getRange(sheet.getFrozenRows(), sheet.getFrozenColumns()).getCellRect();
    const scroll = scrolled(sheet);
    Object.assign(layer.style, {
      left: `${ground.left - frame.left + origin.left}px`,
      top: `${ground.top - frame.top + origin.top}px`,
      width: `${ground.width - origin.left}px`,
      height: `${ground.height - origin.top}px`,
    });
    const x = cell.left - origin.left - scroll.x + position.offsetX;
    const y = cell.top - origin.top - scroll.y + position.offsetY;
    figure.style.transform = `translate(${x}px, ${y}px)`;
  };

  const redraw = (): void => {
    waiting = false;
    const tab = api.getActiveWorkbook()?.getActiveSheet().getSheetId();
    const here = charts.filter(({ sheet }) => sheet === tab);
    if (!layer.isConnected) over.append(layer);
    layer.replaceChildren(
      ...here.map((chart) => {
        const figure = pictureOf(api, over, chart);
        place(figure, chart);
        return figure;
      }),
    );
  };
  /** Once a frame: scrolling and a stage's writes come in bursts. */
  const soon = (): void => {
    if (waiting || (charts.length === 0 && layer.childElementCount === 0)) return;
    waiting = true;
    requestAnimationFrame(redraw);
  };

  api.addEvent(api.Event.CommandExecuted, ({ id }) => {
    if (/^sheet\.(mutation|operation)\.(?!set-selections)/.test(id)) soon();
  });
  api.addEvent(api.Event.ActiveSheetChanged, soon);
  api.addEvent(api.Event.Scroll, soon);
  api.addEvent(api.Event.SheetZoomChanged, soon);
  new ResizeObserver(soon).observe(over);
  return {
    show(next) {
      charts = next;
      soon();
    },
  };
}

/** The chart as it looks with the cells as they stand. */
function pictureOf(api: SheetApi, over: HTMLElement, chart: ChartSpec): HTMLElement {
  const book = api.getActiveWorkbook();
  const look = lookOf(chart, words);
  const tables = chart.ranges.map(
    ({ sheet, a1 }) => book?.getSheetBySheetId(sheet)?.getRange(a1).getRawValues() ?? [],
  );
  const data = chartData(tables, chart.headers, wishesOf(chart));
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', String(look.width));
  svg.setAttribute('height', String(look.height));
  svg.append(...draw(data, look).map(svgElement));
  const name = look.title === '' ? words.chart : look.title;
  const figure = h('figure', { role: 'img', 'aria-label': `${name}: ${described(data)}` }, svg);
  // The wheel scrolls the sheet, also where a chart lies over it.
  figure.addEventListener('wheel', (event) => {
    event.preventDefault();
    canvasOf(over)?.dispatchEvent(new WheelEvent('wheel', event));
  });
  return figure;
}

const canvasOf = (over: HTMLElement): Element | null => over.querySelector('canvas[id*="sheet-main"]');

const described = ({ labels, series }: ReturnType<typeof chartData>): string =>
  labels.length === 0
    ? 'nothing to show yet'
    : labels
        .map(
          (label, at) =>
            `${label} ${series.map(({ name, values }) => `${name} ${values[at] ?? 0}`).join(', ')}`,
        )
        .join('; ');
