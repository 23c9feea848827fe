// The shape of a function on the allow-list, and the small checks that all of them share.
import { invalidQuery, NotLocal } from '../../errors';
import { type BqType, isScalar, typeName } from '../../types';
import { stringValue } from '../literals';
import type { Branch } from '../tree';
import { coerce, need, type Typed, typed } from '../typed';

export interface Call {
  readonly name: string;
  readonly at: string;
  readonly branches: readonly Branch[];
  /** The translated argument; throws when it was not given. */
  value(index: number): Typed;
  /** `INTERVAL n DAY` as a DuckDB interval; only the parts named. */
  interval(index: number, parts: readonly string[]): string;
}

export type ScalarFunction = (call: Call) => Typed;

export function arity(call: Call, least: number, most = least): void {
  const count = call.branches.length;
  // BigQuery knows more signatures of some functions than this room does.
  if (count > most) throw new NotLocal(`${call.name} with ${count} arguments at ${call.at}`);
  if (count < least) {
    throw invalidQuery(`Number of arguments does not match for function ${call.name} at ${call.at}`);
  }
}

export function argument(call: Call, index: number, type: BqType): string {
  const value = call.value(index);
  // Most functions of dates take the other kinds too in BigQuery.
  if (isScalar(value.type, 'DATE', 'DATETIME', 'TIMESTAMP') && coerce(value, type) === null)
    throw new NotLocal(`${call.name} of a ${typeName(value.type)} at ${call.at}`);
  return need(value, type, `function ${call.name}`, call.at).sql;
}

/** A function of fixed argument types: `{0}` stands for the first argument. */
export const fixed =
  (types: readonly BqType[], result: BqType, template: string): ScalarFunction =>
  (call) => {
    arity(call, types.length);
    const args = types.map((type, index) => argument(call, index, type));
    return typed(
      template.replace(/\{(\d)\}/g, (_, index) => args[Number(index)] ?? ''),
      result,
    );
  };

/** An argument whose value must be known when the statement is translated. */
export function literalText(call: Call, index: number, what: string): string {
  const branch = call.branches[index];
  const raw = branch?.kind === 'UnaryOperator' && branch.upper === 'R';
  const literal = raw ? branch.one('right') : branch;
  if (literal?.kind !== 'StringLiteral')
    throw new NotLocal(`${call.name} with ${what} that is not a literal at ${call.at}`);
  return stringValue(literal.text, raw);
}

export function literalWhole(call: Call, index: number, what: string): number {
  const value = call.value(index).literal;
  if (value === undefined || !/^-?\d+$/.test(value)) {
    throw new NotLocal(`${call.name} with ${what} that is not a whole literal at ${call.at}`);
  }
  return Number(value);
}
