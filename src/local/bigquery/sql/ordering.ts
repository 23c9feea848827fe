// ORDER BY, PARTITION BY and window frames. BigQuery puts NULL first going up, last going down: always said.
import { NotLocal } from '../errors';
import { quoted } from '../types';
import type { Context } from './context';
import { interval } from './functions/parts';
import { identifier } from './names';
import type { Scope } from './scope';
import type { Branch } from './tree';

/** How an item is turned into SQL; a SELECT list may know it by its position. */
export type Item = (branch: Branch) => string;

/** The parser hangs the direction on the last word of an expression: on `at` of `run.at DESC`. */
function lastWord(branch: Branch): Branch {
  const right = branch.one('right');
  return right ? lastWord(right) : branch;
}

export function directed(branch: Branch, item: Item): string {
  const last = lastWord(branch);
  const order = last.one('order')?.upper === 'DESC' ? 'DESC' : 'ASC';
  const nulls = last.words('null_order') || (order === 'ASC' ? 'NULLS FIRST' : 'NULLS LAST');
  return `${item(branch)} ${order} ${nulls}`;
}

export function orderBy(clause: Branch | undefined, item: Item): string {
  if (!clause) return '';
  clause.one('by');
  const items = clause.many('exprs').map((branch) => directed(branch, item));
  return ` ORDER BY ${items.join(', ')}`;
}

export function over(clause: Branch | undefined, scope: Scope, context: Context): string {
  if (!clause) return '';
  const window = clause.must('window');
  return ` OVER ${window.kind === 'Identifier' ? quoted(identifier(window)) : windowOf(window, scope, context)}`;
}

export function windowOf(window: Branch, scope: Scope, context: Context): string {
  if (window.kind === 'Identifier') return `(${quoted(identifier(window))})`;
  const name = window.one('name');
  const partition = window.one('partitionby');
  partition?.one('by');
  const parts = (partition?.many('exprs') ?? []).map((branch) => context.expression(branch, scope).sql);
  const order = orderBy(window.one('orderby'), (branch) => context.expression(branch, scope).sql);
  const body = [
    name ? quoted(identifier(name)) : '',
    parts.length > 0 ? `PARTITION BY ${parts.join(', ')}` : '',
    order.trim(),
    frame(window.one('frame'), scope, context),
  ];
  return `(${body.filter((text) => text !== '').join(' ')})`;
}

function frame(branch: Branch | undefined, scope: Scope, context: Context): string {
  if (!branch) return '';
  if (!['ROWS', 'RANGE'].includes(branch.upper)) throw new NotLocal(`${branch.text} at ${branch.at}`);
  const start = border(branch.many('start'), scope, context);
  if (!branch.one('between')) return `${branch.upper} ${start}`;
  branch.one('and');
  return `${branch.upper} BETWEEN ${start} AND ${border(branch.many('end'), scope, context)}`;
}

function border(words: readonly Branch[], scope: Scope, context: Context): string {
  return words
    .map((word) => {
      if (word.kind === 'Keyword') return word.upper;
      if (word.kind === 'IntervalLiteral')
        return interval(word, ['DAY', 'MONTH', 'YEAR', 'HOUR', 'MINUTE', 'SECOND'], scope, context);
      return context.expression(word, scope).sql;
    })
    .join(' ');
}
