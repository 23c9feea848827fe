// A chart of the page as a drawing that stands by itself: for files, where no page is.
import type { ChartSpec } from '../host';
import { chartData, lookOf, wishesOf } from './client/chartData';
import { draw, type Shape } from './client/drawing';
import { wordsFor } from './words';

export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The page's light look. */
const STYLE =
  'svg{background:#fff;font:12px system-ui,Arial,sans-serif}text{fill:#202124}.title{font-size:15px;font-weight:600}' +
  '.grid{stroke:#dadce0}.zero{stroke:#5f6368}';

/** @param tables the cells of its ranges @param language such as pt-BR */
export function chartPicture(
  chart: ChartSpec,
  tables: readonly (readonly (readonly unknown[])[])[],
  language: string,
): Drawn {
  const look = lookOf(chart, wordsFor(language));
  const { width, height } = look;
  const shapes = draw(chartData(tables, chart.headers, wishesOf(chart)), look)
    .map(markup)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" style="display:block" width="${width}" height="${height}"><style>${STYLE}</style>${shapes}</svg>`;
  return { svg, width, height };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

function markup({ tag, attributes, text = '', children = [] }: Shape): string {
  const given = Object.entries(attributes).map(([name, value]) => {
    const written = typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
    return ` ${name}="${escaped(written)}"`;
  });
  return `<${tag}${given.join('')}>${escaped(text)}${children.map(markup).join('')}</${tag}>`;
}
