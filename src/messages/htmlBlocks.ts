// Prints blocks as HTML that mail clients and the platform's PDF maker keep alike: tables, no images, nothing fetched from
// elsewhere, and each style told in the element itself or as a class, see `htmlStyles.ts`. Every text is written as the look has it,
// which is escaped, and nowhere else.
//
// Charts are bars in table cells, drawn with borders. An image would have to be an attachment (Gmail shows neither SVG nor data
// addresses), made by a service call that may fail half-way, and hidden until its reader lets it load; a background is lost in
// Google's PDF. A border is printed everywhere, stays sharp on paper, and the figure beside it can be copied.
import { unbroken } from '../language/figures';
import type { Bar, Block, Item, TableBlock, Tile, Tone } from './content';
import { oneLine } from './content';
import type { Style, Styles } from './htmlStyles';

export interface Look extends Styles {
  /** A text as it is written into the document: `escaped`, at least. */
  readonly written: (text: string) => string;
}

export const blocksHtml = (content: readonly Block[], look: Look): string =>
  content.map((it) => block(it, look)).join('\n');

function block(it: Block, look: Look): string {
  const said = (name: string, style: Style, text: string): string =>
    element(name, look.told(style), look.written(text));
  switch (it.kind) {
    case 'title':
      return `${said('h1', 'title', it.text)}
${it.detail === '' ? '' : said('p', 'small', it.detail)}`;
    case 'heading':
      return said('h2', 'heading', it.text);
    case 'paragraph':
      return said('p', 'paragraph', it.text);
    case 'note':
      return said('p', 'note', it.text);
    case 'list':
      return element('ul', look.told('list'), it.items.map((each) => item(each, look)).join(''));
    case 'table':
      return table(it, look);
    case 'tiles':
      return tiles(it.tiles, look);
    case 'legend':
      return element('p', look.told('legend'), it.tones.map((each) => legend(each, look)).join('&emsp;'));
    case 'sign':
      return sign(it.lines, look);
    case 'page':
      return element('div', look.told('page'), '');
  }
}

function item({ label, text, detail }: Item, { told, written }: Look): string {
  const lead = label === '' ? '' : `<b>${written(label)}:</b> `;
  const small = detail === null ? '' : `<br>${element('span', told('detail'), written(detail))}`;
  return element('li', told('item'), `${lead}${written(text)}${small}`);
}

const legend = (
  { tone, text }: { readonly tone: Tone; readonly text: string },
  { told, written }: Look,
): string => element('span', told(`key-${tone}`), written(text));

function tiles(all: readonly Tile[], { tilesARow, told, written }: Look): string {
  const cell = ({ label, value, detail, tone }: Tile): string =>
    `<td valign="top"${told(`tile-${tone}`)}>
${element('div', told('label'), written(label))}
${element('div', told('value'), written(value))}
${element('div', told('meaning'), written(detail))}
</td>`;
  const rows: string[] = [];
  for (let at = 0; at < all.length; at += tilesARow)
    rows.push(
      `<tr>${all
        .slice(at, at + tilesARow)
        .map(cell)
        .join('')}</tr>`,
    );
  return `<table role="presentation" cellspacing="0"${told('tiles')}>${rows.join('\n')}</table>`;
}

const sign = (lines: readonly string[], { told, written }: Look): string =>
  `<table role="presentation" cellspacing="0"${told('sign')}><tr>${lines
    .map(
      (line) =>
        `<td valign="top" width="${Math.floor(100 / lines.length)}%"${told('signed')}>${element('div', told('signature'), written(line))}</td>`,
    )
    .join('')}</tr></table>`;

function table({ columns, rows, total }: TableBlock, look: Look): string {
  const { padding, told } = look;
  const [plain, summed] = [told('cell'), told('total')];
  const head = columns
    .map(
      ({ title, numeric, drawn }) =>
        `<th scope="col" align="${numeric ? 'right' : 'left'}"${drawn ? ' width="15%"' : ''}${told('column')}>${look.written(title)}</th>`,
    )
    .join('');
  const cell = (it: string | Bar, i: number, style: string) => {
    if (typeof it !== 'string') return `<td${style}>${bar(it, look)}</td>`;
    const numeric = columns[i]?.numeric;
    return `<td${numeric ? ' align="right"' : ''}${numeric || isCode(it) ? ' nowrap' : ''}${style}>${look.written(it)}</td>`;
  };
  const row = (cells: readonly (string | Bar)[], style: string) =>
    `<tr>${cells.map((text, i) => cell(text, i, style)).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, plain)).join('\n');
  const foot = total ? `\n${row(total, summed)}` : '';
  return element(
    'div',
    told('scroll'),
    `<table cellpadding="${padding}" cellspacing="0"${told('table')}>
<thead${told('titles')}><tr>${head}</tr></thead>
<tbody${told('rows')}>
${body}${foot}
</tbody>
</table>`,
  );
}

/** Cells without a height whose upper border is the bar: so wide as their share, down to a quarter of a per cent. */
function bar({ parts }: Bar, { told }: Look): string {
  const known = parts.filter(({ share }) => share > 0);
  const rest = 1 - known.reduce((sum, { share }) => sum + share, 0);
  const drawn = rest > 0.0025 ? [...known, { share: rest, tone: 'none' as const }] : known;
  const cells = drawn.map(({ share, tone }) => {
    const width = Math.max(0.25, Math.round(share * 400) / 4);
    return `<td width="${width}%"${told(`part-${tone}`)}></td>`;
  });
  return `<table role="presentation" cellspacing="0"${told('bar')}><tr>${cells.join('')}</tr></table>`;
}

/** One word with digits, such as a CNPJ: its hyphen is no place to break a line. */
const isCode = (text: string): boolean => text.length <= 20 && /^\S*\d\S*$/.test(text);

/** @param style as the look tells it: an attribute, with the blank before it */
const element = (name: string, style: string, inner: string): string => `<${name}${style}>${inner}</${name}>`;

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
