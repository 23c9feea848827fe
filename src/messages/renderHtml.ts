// Prints a mail's content as HTML that mail clients keep: inline styles, no images, nothing fetched from elsewhere.
// Text and background keep the client's own colours, so that dark mode works; only greys between the two are set.

import { HTML_LANGUAGES, type Language } from '../language/language';
import { type Block, type Content, type Item, oneLine, type TableBlock } from './content';

const GREY = '#808080';
const STYLE = {
  body: 'margin:0;padding:0',
  page: 'max-width:600px;margin:0 auto;padding:20px 16px;font:15px/1.5 -apple-system,"Segoe UI",Roboto,Arial,sans-serif',
  heading: 'margin:24px 0 8px;font-size:18px;line-height:1.3;font-weight:600',
  paragraph: 'margin:0 0 12px',
  note: `margin:0 0 12px;padding:2px 0 2px 12px;border-left:3px solid ${GREY}`,
  list: 'margin:0 0 12px;padding:0 0 0 20px',
  item: 'margin:0 0 8px',
  detail: 'font-size:12px;opacity:.75;overflow-wrap:anywhere',
  scroll: 'margin:0 0 16px;overflow-x:auto',
  // What cells inherit stands here: said again in each of them it would be most of the mail.
  table:
    'width:100%;border-collapse:collapse;font-size:13px;line-height:1.4;font-variant-numeric:tabular-nums',
  titles: 'vertical-align:bottom',
  rows: 'vertical-align:top',
  title: `border-bottom:2px solid ${GREY};font-weight:600`,
  cell: `border-bottom:1px solid ${GREY}`,
  total: 'font-weight:600',
} as const;

/** A whole HTML document; every text is escaped here and nowhere else. */
export function renderHtml(content: Content, title: string, language: Language): string {
  return `<!doctype html>
<html lang="${HTML_LANGUAGES[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escaped(title)}</title>
</head>
<body style="${STYLE.body}">
<div style="${attribute(STYLE.page)}">
${content.map(block).join('\n')}
</div>
</body>
</html>
`;
}

function block(it: Block): string {
  switch (it.kind) {
    case 'heading':
      return element('h2', STYLE.heading, escaped(it.text));
    case 'paragraph':
      return element('p', STYLE.paragraph, escaped(it.text));
    case 'note':
      return element('p', STYLE.note, escaped(it.text));
    case 'list':
      return element('ul', STYLE.list, it.items.map(item).join(''));
    case 'table':
      return table(it);
  }
}

function item({ label, text, detail }: Item): string {
  const lead = label === '' ? '' : `<b>${escaped(label)}:</b> `;
  const small = detail === null ? '' : `<br>${element('span', STYLE.detail, escaped(detail))}`;
  return element('li', STYLE.item, `${lead}${escaped(text)}${small}`);
}

function table({ columns, rows, total }: TableBlock): string {
  const align = (i: number) => (columns[i]?.numeric ? ' align="right"' : '');
  const head = columns
    .map(
      ({ title, numeric }) =>
        `<th scope="col" align="${numeric ? 'right' : 'left'}" style="${STYLE.title}">${escaped(title)}</th>`,
    )
    .join('');
  const cell = (text: string, i: number, style: string) => {
    const whole = columns[i]?.numeric || isCode(text) ? ' nowrap' : '';
    return `<td${align(i)}${whole} style="${style}">${escaped(text)}</td>`;
  };
  const row = (cells: readonly string[], style: string) =>
    `<tr>${cells.map((text, i) => cell(text, i, style)).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, STYLE.cell)).join('\n');
  const foot = total ? `\n${row(total, STYLE.total)}` : '';
  return element(
    'div',
    STYLE.scroll,
    `<table cellpadding="5" cellspacing="0" style="${STYLE.table}">
<thead style="${STYLE.titles}"><tr>${head}</tr></thead>
<tbody style="${STYLE.rows}">
${body}${foot}
</tbody>
</table>`,
  );
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

function escaped(text: string): string {
  return attribute(oneLine(text));
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
