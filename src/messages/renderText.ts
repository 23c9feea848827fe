// Prints a mail's content as plain text: tables in columns, numbers to the right, no drawings.
import { type Block, type Content, type Item, oneLine, type TableBlock, type Tile } from './content';

const GAP = '  ';

export function renderText(content: Content): string {
  return `${content.map(block).filter(Boolean).join('\n\n')}\n`;
}

function block(it: Block): string {
  switch (it.kind) {
    case 'title':
      return underlined(it.text) + (it.detail === '' ? '' : `\n${oneLine(it.detail)}`);
    case 'heading':
      return underlined(it.text);
    case 'paragraph':
      return oneLine(it.text);
    case 'note':
      return `> ${oneLine(it.text)}`;
    case 'list':
      return it.items.map(item).join('\n');
    case 'table':
      return table(it);
    case 'tiles':
      return it.tiles.map(tile).join('\n');
    case 'sign':
      return it.lines.map((line) => `${oneLine(line)}: ____________________`).join('\n');
    case 'legend':
    case 'page':
      return '';
  }
}

function underlined(title: string): string {
  const text = oneLine(title);
  return `${text}\n${'='.repeat(text.length)}`;
}

function item({ label, text, detail }: Item): string {
  const line = `- ${[label, text].map(oneLine).filter(Boolean).join(': ')}`;
  return detail === null ? line : `${line}\n  ${oneLine(detail)}`;
}

const tile = ({ label, value, detail }: Tile): string =>
  item({ label, text: [value, detail].filter(Boolean).join(', '), detail: null });

function table({ columns, rows, total }: TableBlock): string {
  const told = columns.flatMap((column, at) => (column.drawn ? [] : [{ ...column, at }]));
  const titles = columns.map((column) => column.title);
  const lines = [titles, ...rows, ...(total ? [total] : [])].map((row) =>
    told.map(({ at }) => {
      const cell = row[at] ?? '';
      return typeof cell === 'string' ? oneLine(cell) : '';
    }),
  );
  const widths = told.map((_, i) => Math.max(...lines.map((row) => row[i]?.length ?? 0)));
  const print = (row: readonly string[]) =>
    row
      .map((cell, i) => (told[i]?.numeric ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  const [head = [], ...body] = lines;
  const printed = body.map(print);
  if (total) printed.splice(-1, 0, rule);
  return [print(head), rule, ...printed].join('\n');
}
