// Array elements: [OFFSET(n)] and its kin. Out of bounds is an error unless SAFE_ is asked for.
import { invalidQuery, NotLocal } from '../errors';
import { INT64 } from '../types';
import type { Context } from './context';
import type { Scope } from './scope';
import type { Branch } from './tree';
import { need, type Typed, typed } from './typed';

const MACROS: Readonly<Record<string, string>> = {
  OFFSET: 'bq_offset',
  SAFE_OFFSET: 'bq_safe_offset',
  ORDINAL: 'bq_ordinal',
  SAFE_ORDINAL: 'bq_safe_ordinal',
};

export function element(branch: Branch, scope: Scope, context: Context): Typed {
  const array = context.expression(branch.must('left'), scope);
  if (array.type.kind !== 'array') throw new NotLocal(`[ ] on something that is no array at ${branch.at}`);
  const position = branch.must('right');
  const called = position.kind === 'CallingFunction' ? position.one('func')?.upper : undefined;
  const macro = called === undefined ? undefined : MACROS[called];
  const place = macro === undefined ? position : position.many('args')[0];
  if (!place) throw invalidQuery(`Syntax error: ${called} needs a position at ${position.at}`);
  const index = need(context.expression(place, scope), INT64, 'array subscript', position.at);
  return typed(`main.${macro ?? 'bq_offset'}(${array.sql}, ${index.sql})`, array.type.of);
}
