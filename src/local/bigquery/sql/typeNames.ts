// Types as a statement writes them: `ARRAY<STRUCT<x INT64>>`, in CAST, DDL and typed literals.
import { invalidQuery, NotLocal } from '../errors';
import { arrayOf, type BqType, type Field, scalarNamed, structOf } from '../types';
import type { Branch } from './tree';

export function typeOf(branch: Branch): BqType {
  const name = branch.upper;
  const inner = branch.one('type_declaration');
  if (name === 'ARRAY') {
    if (!inner) throw invalidQuery(`Syntax error: ARRAY needs its element type at ${branch.at}`);
    return arrayOf(typeOf(inner.must('type')));
  }
  if (name === 'STRUCT') {
    if (!inner) throw invalidQuery(`Syntax error: STRUCT needs its fields at ${branch.at}`);
    return structOf(inner.many('declarations').map(fieldOf));
  }
  const type = scalarNamed(name);
  if (type === null) throw new NotLocal(`the type ${branch.text} at ${branch.at}`);
  return type;
}

export function fieldOf(declaration: Branch): Field {
  return { name: declaration.text.replaceAll('`', ''), type: typeOf(declaration.must('type')) };
}
