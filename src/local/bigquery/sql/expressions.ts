// Expressions, node by node of the syntax tree. A kind of node that has no rule here is refused.
import { invalidQuery, NotLocal } from '../errors';
import { arrayOf, BOOL, duckName, NULL_TYPE, structOf } from '../types';
import { call } from './calls';
import type { Context } from './context';
import { niladic } from './functions/clock';
import { numericLiteral, stringLiteral } from './literals';
import { membership } from './membership';
import { identifier, pathOf } from './names';
import { between, binary, compare, distinctFrom, unary } from './operators';
import { parameter } from './parameters';
import type { Scope } from './scope';
import { structLiteral } from './structs';
import { element } from './subscript';
import type { Branch } from './tree';
import { need, type Typed, typed, unify } from './typed';
import { typeOf } from './typeNames';

type Rule = (branch: Branch, scope: Scope, context: Context) => Typed;

const RULES: Readonly<Record<string, Rule>> = {
  Identifier: (branch, scope) => path(branch, scope),
  DotOperator: dotted,
  StringLiteral: stringLiteral,
  NumericLiteral: numericLiteral,
  BooleanLiteral: (branch) => typed(branch.upper, BOOL),
  NullLiteral: () => typed('NULL', NULL_TYPE),
  Parameter: (branch, _scope, context) => parameter(branch, context),
  GroupedExpr: (branch, scope, context) => context.expression(branch.must('expr'), scope),
  GroupedStatement: scalarSubquery,
  BinaryOperator: binary,
  UnaryOperator: unary,
  BetweenOperator: between,
  InOperator: membership,
  IsDistinctFromOperator: distinctFrom,
  CaseExpr: caseWhen,
  ArrayLiteral: arrayLiteral,
  StructLiteral: structLiteral,
  AccessOperator: element,
  CallingFunction: call,
};

export function expression(branch: Branch, scope: Scope, context: Context): Typed {
  const rule = Object.hasOwn(RULES, branch.kind) ? RULES[branch.kind] : undefined;
  if (!rule) throw new NotLocal(`${branch.text || branch.kind} (${branch.kind} at ${branch.at})`);
  return rule(branch, scope, context);
}

function path(branch: Branch, scope: Scope): Typed {
  const name = identifier(branch);
  return (branch.text.startsWith('`') ? null : niladic(name)) ?? scope.resolve([name], branch.at).value;
}

function dotted(branch: Branch, scope: Scope, context: Context): Typed {
  const parts = pathOf(branch);
  if (parts === null)
    return fields(
      context.expression(branch.must('left'), scope),
      [identifier(branch.must('right'))],
      branch.at,
    );
  const { value, used } = scope.resolve(parts, firstOf(branch).at);
  return fields(value, parts.slice(used), branch.at);
}

const firstOf = (branch: Branch): Branch => {
  const left = branch.one('left');
  return left ? firstOf(left) : branch;
};

function fields(value: Typed, names: readonly string[], at: string): Typed {
  return names.reduce((inner, name) => {
    const { type } = inner;
    if (type.kind !== 'struct')
      throw invalidQuery(`Cannot access field ${name} on a value that is not a STRUCT at ${at}`);
    const field = type.fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!field) throw invalidQuery(`Field name ${name} does not exist in STRUCT at ${at}`);
    return typed(`struct_extract(${inner.sql}, '${field.name}')`, field.type);
  }, value);
}

function scalarSubquery(branch: Branch, scope: Scope, context: Context): Typed {
  const query = context.query(branch, scope);
  const [column, ...others] = query.columns;
  if (!column || others.length > 0) {
    throw invalidQuery(
      `Scalar subquery cannot have more than one column unless using SELECT AS STRUCT at ${branch.at}`,
    );
  }
  return typed(`(${query.sql})`, column.type);
}

function caseWhen(branch: Branch, scope: Scope, context: Context): Typed {
  const subjectBranch = branch.one('expr');
  const subject = subjectBranch ? context.expression(subjectBranch, scope) : null;
  branch.one('end');
  const arms = branch.many('arms').map((arm) => {
    arm.one('then');
    const when = arm.one('expr');
    const result = context.expression(arm.must('result'), scope);
    if (!when) return { when: null, result };
    const condition = context.expression(when, scope);
    if (subject) return { when: compare('=', subject, condition, arm.at).sql, result };
    return { when: need(condition, BOOL, 'CASE', arm.at).sql, result };
  });
  const all = unify(
    arms.map((arm) => arm.result),
    'operator CASE',
    branch.at,
  );
  const body = arms.map((arm, index) =>
    arm.when === null ? `ELSE ${all.sql[index]}` : `WHEN ${arm.when} THEN ${all.sql[index]}`,
  );
  return typed(`(CASE ${body.join(' ')} END)`, all.type);
}

function arrayLiteral(branch: Branch, scope: Scope, context: Context): Typed {
  const declared = branch.one('type');
  const members = branch.many('exprs').map((member) => context.expression(member, scope));
  if (declared?.one('type_declaration')) {
    const type = typeOf(declared);
    const of = type.kind === 'array' ? type.of : structOf([]);
    const sql = members.map((member) => need(member, of, 'ARRAY', branch.at).sql);
    return typed(`CAST([${sql.join(', ')}] AS ${duckName(type)})`, type);
  }
  const all = unify(members, 'ARRAY', branch.at);
  if (members.some((member) => member.type.kind === 'array')) {
    throw invalidQuery(
      `Cannot construct array with element type ARRAY because nested arrays are not supported at ${branch.at}`,
    );
  }
  return typed(`[${all.sql.join(', ')}]`, arrayOf(all.type));
}
