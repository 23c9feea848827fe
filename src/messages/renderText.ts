// Prints a mail's content as plain text: tables in columns, numbers to the right.
import { type Block, type Content, type Item, oneLine, type TableBlock } from './content';

const GAP = '  ';

export function renderText(content: Content): string {
  return `${content.map(block).join('\n\n')}\n`;
}

function block(it: Block): string {
  switch (it.kind) {
    case 'heading': {
      const text = oneLine(it.text);
      return `${text}\n${'='.repeat(text.length)}`;
    }
    case 'paragraph':
      return oneLine(it.text);
    case 'note':
      return `> ${oneLine(it.text)}`;
    case 'list':
      return it.items.map(item).join('\n');
    case 'table':
      return table(it);
  }
}

function item({ label, text, detail }: Item): string {
  const line = `- ${[label, text].map(oneLine).filter(Boolean).join(': ')}`;
  return detail === null ? line : `${line}\n  ${oneLine(detail)}`;
}

function table({ columns, rows, total }: TableBlock): string {
  const titles = columns.map((column) => column.title);
  const lines = [titles, ...rows, ...(total ? [total] : [])].map((row) => row.map(oneLine));
  const widths = columns.map((_, i) => Math.max(...lines.map((row) => row[i]?.length ?? 0)));
  const print = (row: readonly string[]) =>
    row
      .map((cell, i) => (columns[i]?.numeric ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  const [head = [], ...body] = lines;
  const printed = body.map(print);
  if (total) printed.splice(-1, 0, rule);
  return [print(head), rule, ...printed].join('\n');
}
