// Prints blocks as HTML that mail clients and the platform's PDF maker keep alike: inline styles, tables, no images, nothing
// fetched from elsewhere. Every text is escaped here and nowhere else.
//
// Charts are bars in table cells, drawn with borders. An image would have to be an attachment (Gmail shows neither SVG nor data
// addresses), made by a service call that may fail half-way, and hidden until its reader lets it load; a background is lost in
// Google's PDF. A border is printed everywhere, stays sharp on paper, and the figure beside it can be copied.
import { unbroken } from '../language/figures';
import type { Bar, Block, Item, TableBlock, Tile, Tone } from './content';
import { oneLine } from './content';

const GREY = '#808080';
/** Told apart by whoever does not tell red from green, on white and on black. */
const TONES: Readonly<Record<Tone, string>> = {
  none: 'transparent',
  primary: '#2f6fb3',
  secondary: '#2a9d8f',
  open: '#d9822b',
  worse: '#cf5b3e',
  better: '#2a9d8f',
};

/** What differs between a mail and a sheet of paper. */
export interface Look {
  /** CSS sizes of text: a heading's, a table's, small print's. */
  readonly heading: string;
  readonly table: string;
  readonly small: string;
  readonly tilesARow: number;
  /** In pixels; of cells. */
  readonly padding: number;
  /** CSS colour of the lines between rows. */
  readonly line: string;
  /** In pixels; of bars at least. */
  readonly bar: number;
}

const STYLE = {
  paragraph: 'margin:0 0 12px',
  note: `margin:0 0 12px;padding:2px 0 2px 12px;border-left:3px solid ${GREY};page-break-inside:avoid;page-break-after:avoid`,
  list: 'margin:0 0 12px;padding:0 0 0 20px',
  item: 'margin:0 0 8px',
  scroll: 'margin:0 0 16px;overflow-x:auto',
  titles: 'vertical-align:bottom',
  rows: 'vertical-align:top',
  title: `border-bottom:2px solid ${GREY};font-weight:600`,
  total: 'font-weight:600',
  tiles: 'width:100%;border-collapse:collapse;margin:0 0 16px;table-layout:fixed',
} as const;

export const blocksHtml = (content: readonly Block[], look: Look): string =>
  content.map((it) => block(it, look)).join('\n');

function block(it: Block, look: Look): string {
  const heading = `margin:24px 0 8px;font-size:${look.heading};line-height:1.3;font-weight:600`;
  const small = `margin:0 0 12px;font-size:${look.small};opacity:.75`;
  switch (it.kind) {
    case 'title':
      return `${element('h1', 'margin:0 0 4px;font-size:24px;line-height:1.25;font-weight:600', escaped(it.text))}
${it.detail === '' ? '' : element('p', small, escaped(it.detail))}`;
    case 'heading':
      return element('h2', heading, escaped(it.text));
    case 'paragraph':
      return element('p', STYLE.paragraph, escaped(it.text));
    case 'note':
      return element('p', STYLE.note, escaped(it.text));
    case 'list':
      return element('ul', STYLE.list, it.items.map((each) => item(each, look)).join(''));
    case 'table':
      return table(it, look);
    case 'tiles':
      return tiles(it.tiles, look);
    case 'legend':
      return element('p', `margin:0 0 12px;font-size:${look.small}`, it.tones.map(legend).join('&emsp;'));
    case 'sign':
      return sign(it.lines);
    case 'page':
      return '<div style="page-break-before:always;break-before:page"></div>';
  }
}

function item({ label, text, detail }: Item, look: Look): string {
  const lead = label === '' ? '' : `<b>${escaped(label)}:</b> `;
  const style = `font-size:${look.small};opacity:.75;overflow-wrap:anywhere`;
  const small = detail === null ? '' : `<br>${element('span', style, escaped(detail))}`;
  return element('li', STYLE.item, `${lead}${escaped(text)}${small}`);
}

const legend = ({ tone, text }: { readonly tone: Tone; readonly text: string }): string =>
  `<span style="border-left:10px solid ${TONES[tone]};padding-left:5px">${escaped(text)}</span>`;

function tiles(all: readonly Tile[], { tilesARow, small, heading }: Look): string {
  const cell = ({ label, value, detail, tone }: Tile): string =>
    `<td valign="top" style="padding:2px 8px 10px 10px;border-left:4px solid ${TONES[tone]}">
${element('div', `font-size:${small};opacity:.75`, escaped(label))}
${element('div', `font-size:${heading};line-height:1.3;font-weight:600`, escaped(value))}
${element('div', `font-size:${small}`, escaped(detail))}
</td>`;
  const rows: string[] = [];
  for (let at = 0; at < all.length; at += tilesARow)
    rows.push(
      `<tr>${all
        .slice(at, at + tilesARow)
        .map(cell)
        .join('')}</tr>`,
    );
  return `<table role="presentation" cellspacing="0" style="${STYLE.tiles}">${rows.join('\n')}</table>`;
}

const sign = (lines: readonly string[]): string =>
  `<table role="presentation" cellspacing="0" style="width:100%;margin:44px 0 8px;border-collapse:collapse;page-break-inside:avoid"><tr>${lines
    .map(
      (line) =>
        `<td valign="top" style="width:${Math.floor(100 / lines.length)}%;padding:0 12px 0 0">${element(
          'div',
          `border-top:1px solid ${GREY};padding-top:4px`,
          escaped(line),
        )}</td>`,
    )
    .join('')}</tr></table>`;

function table({ columns, rows, total }: TableBlock, look: Look): string {
  const align = (i: number) => (columns[i]?.numeric ? ' align="right"' : '');
  const head = columns
    .map(
      ({ title, numeric, drawn }) =>
        `<th scope="col" align="${numeric ? 'right' : 'left'}"${drawn ? ' width="15%"' : ''} style="${STYLE.title}">${escaped(title)}</th>`,
    )
    .join('');
  const cell = (it: string | Bar, i: number, style: string) => {
    if (typeof it !== 'string') return `<td style="${style}">${bar(it, look)}</td>`;
    const whole = columns[i]?.numeric || isCode(it) ? ' nowrap' : '';
    return `<td${align(i)}${whole} style="${style}">${escaped(it)}</td>`;
  };
  const row = (cells: readonly (string | Bar)[], style: string) =>
    `<tr>${cells.map((text, i) => cell(text, i, style)).join('')}</tr>`;
  const line = `border-bottom:1px solid ${look.line}`;
  const body = rows.map((cells) => row(cells, line)).join('\n');
  const foot = total ? `\n${row(total, STYLE.total)}` : '';
  // What cells inherit stands in the table: said again in each of them it would be most of the mail.
  const style = `width:100%;border-collapse:collapse;font-size:${look.table};line-height:1.4;font-variant-numeric:tabular-nums`;
  return element(
    'div',
    STYLE.scroll,
    `<table cellpadding="${look.padding}" cellspacing="0" style="${style}">
<thead style="${STYLE.titles}"><tr>${head}</tr></thead>
<tbody style="${STYLE.rows}">
${body}${foot}
</tbody>
</table>`,
  );
}

/** Cells without a height whose upper border is the bar: so wide as their share, down to a quarter of a per cent. */
function bar({ parts }: Bar, { bar: least }: Look): string {
  const known = parts.filter(({ share }) => share > 0);
  const rest = 1 - known.reduce((sum, { share }) => sum + share, 0);
  const drawn = rest > 0.0025 ? [...known, { share: rest, tone: 'none' as const }] : known;
  const cells = drawn.map(({ share, tone }) => {
    const width = Math.max(0.25, Math.round(share * 400) / 4);
    return `<td style="width:${width}%;padding:0;font-size:0;line-height:0;border-top:9px solid ${TONES[tone]}"></td>`;
  });
  return `<table role="presentation" cellspacing="0" style="width:100%;min-width:${least}px;margin-top:5px;border-collapse:collapse"><tr>${cells.join('')}</tr></table>`;
}

/** One word with digits, such as a CNPJ: its hyphen is no place to break a line. */
const isCode = (text: string): boolean => text.length <= 20 && /^\S*\d\S*$/.test(text);

function element(name: string, style: string, inner: string): string {
  return `<${name} style="${style}">${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** As a reader sees it: no amount is torn from its currency or its sign. */
export const escaped = (text: string): string => attribute(unbroken(oneLine(text)));

export function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
