// STRUCT values: fields by name, given, inferred from a column, or declared.
import { NotLocal } from '../errors';
import { duckName, INT64, quoted, structOf } from '../types';
import type { Context } from './context';
import { identifier, pathOf } from './names';
import type { Scope } from './scope';
import type { Branch } from './tree';
import { need, nullOf, settled, type Typed, typed } from './typed';
import { typeOf } from './typeNames';

/** The name that an expression brings along: its alias, or the last part of its path. */
export function ownName(branch: Branch): string | null {
  const alias = branch.one('alias');
  branch.one('as');
  if (alias) return identifier(alias);
  return pathOf(branch)?.at(-1) ?? null;
}

export function structLiteral(branch: Branch, scope: Scope, context: Context): Typed {
  const declared = branch.one('type');
  const values = branch.many('exprs').map((member) => context.expression(member, scope));
  if (declared?.one('type_declaration')) {
    const type = typeOf(declared);
    const fields = type.kind === 'struct' ? type.fields : [];
    if (fields.length !== values.length)
      throw new NotLocal(`a STRUCT with other than its declared fields at ${branch.at}`);
    const sql = fields.map((field, index) => {
      const value = values[index];
      return `${quoted(field.name)} := ${value ? need(value, field.type, 'STRUCT', branch.at).sql : 'NULL'}`;
    });
    return typed(`CAST(struct_pack(${sql.join(', ')}) AS ${duckName(type)})`, type);
  }
  const fields = branch.many('exprs').map((member, index) => ({
    // BigQuery's own word for a field without a name.
    name: ownName(member) ?? `_field_${index + 1}`,
    value: settled(values[index] ?? nullOf(INT64)),
  }));
  return {
    sql: `struct_pack(${fields.map(({ name, value }) => `${quoted(name)} := ${value.sql}`).join(', ')})`,
    type: structOf(fields.map(({ name, value }) => ({ name, type: value.type }))),
    members: values,
  };
}
