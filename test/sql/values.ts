// Values between the analyzer's messages and the text in which BigQuery's REST API gives them.
import { decimalText, floatText, scaledValue } from '../../src/local/bigquery/decimals';
import { datetimeText, daysOf, localMicros, timestampText } from '../../src/local/bigquery/moments';

export type SqlType =
  | { readonly kind: 'scalar'; readonly name: string }
  | { readonly kind: 'array'; readonly of: SqlType }
  | { readonly kind: 'struct'; readonly fields: readonly Column[] };

export interface Column {
  readonly name: string;
  readonly type: SqlType;
}

/** Rows as the REST API has them: text, NULL, lists for arrays and structs. */
export interface Relation {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly unknown[])[];
}

export const scalar = (name: string): SqlType => ({ kind: 'scalar', name });

export function typeName(type: SqlType): string {
  if (type.kind === 'scalar') return type.name;
  if (type.kind === 'array') return `ARRAY<${typeName(type.of)}>`;
  return `STRUCT<${type.fields.map(({ name, type: of }) => `${name} ${typeName(of)}`.trim()).join(', ')}>`;
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

// The message spells FLOAT64 as C++ does.
const MESSAGE_NAMES: Readonly<Record<string, string>> = { FLOAT64: 'DOUBLE' };

export function typeOf(message: unknown): SqlType {
  const kind = String(field(message, 'typeKind')).replace('TYPE_', '');
  if (kind === 'ARRAY')
    return { kind: 'array', of: typeOf(field(field(message, 'arrayType'), 'elementType')) };
  if (kind === 'STRUCT') {
    const fields = list(field(field(message, 'structType'), 'field'));
    return {
      kind: 'struct',
      fields: fields.map((each) => ({
        name: String(field(each, 'fieldName') ?? ''),
        type: typeOf(field(each, 'fieldType')),
      })),
    };
  }
  return scalar(kind === 'DOUBLE' ? 'FLOAT64' : kind);
}

export function typeProto(type: SqlType): object {
  if (type.kind === 'array')
    return { typeKind: 'TYPE_ARRAY', arrayType: { elementType: typeProto(type.of) } };
  if (type.kind === 'struct') {
    const fields = type.fields.map(({ name, type: of }) => ({ fieldName: name, fieldType: typeProto(of) }));
    return { typeKind: 'TYPE_STRUCT', structType: { field: fields } };
  }
  return { typeKind: `TYPE_${MESSAGE_NAMES[type.name] ?? type.name}` };
}

const MILLION = 1_000_000n;

export function readValue(type: SqlType, message: unknown): unknown {
  const held = Object.entries(typeof message === 'object' && message !== null ? message : {}).find(
    ([name, value]) => name.endsWith('Value') && value !== null,
  );
  // A REPEATED value is never NULL on the wire, only empty.
  if (held === undefined) return type.kind === 'array' ? [] : null;
  const [, value] = held;
  if (type.kind === 'array') return list(field(value, 'element')).map((item) => readValue(type.of, item));
  if (type.kind === 'struct') {
    const items = list(field(value, 'field'));
    return type.fields.map(({ type: of }, i) => readValue(of, items[i]));
  }
  switch (type.name) {
    case 'FLOAT64':
      return floatText(Number(value));
    case 'NUMERIC':
      return decimalText(fromBytes(value), 9);
    case 'BIGNUMERIC':
      return decimalText(fromBytes(value), 38);
    case 'DATE':
      return new Date(Number(value) * 86_400_000).toISOString().slice(0, 10);
    case 'DATETIME':
      return datetimeText(civilMicros(BigInt(String(field(value, 'bitFieldDatetimeSeconds'))), nanos(value)));
    case 'TIMESTAMP':
      return timestampText(BigInt(String(field(value, 'seconds') ?? 0)) * MILLION + nanos(value) / 1000n);
    default:
      return String(value);
  }
}

const nanos = (value: unknown): bigint => BigInt(String(field(value, 'nanos') ?? 0));

/** Two's complement, least byte first. */
function fromBytes(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) throw new Error(`no bytes: ${String(value)}`);
  const bits = [...value].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(value.length * 8, bits);
}

/** year, month, day, hour, minute, second, packed into one number. */
function civilMicros(packed: bigint, fraction: bigint): bigint {
  const bits = (from: bigint, count: bigint): number => Number((packed >> from) & ((1n << count) - 1n));
  const moment = new Date(0);
  moment.setUTCFullYear(bits(26n, 14n), bits(22n, 4n) - 1, bits(17n, 5n));
  moment.setUTCHours(bits(12n, 5n), bits(6n, 6n), bits(0n, 6n));
  return BigInt(moment.getTime()) * 1000n + fraction / 1000n;
}

export function valueProto(type: SqlType, value: unknown): object {
  if (value === null || value === undefined) return type.kind === 'array' ? { arrayValue: {} } : {};
  if (type.kind === 'array')
    return { arrayValue: { element: list(value).map((item) => valueProto(type.of, item)) } };
  if (type.kind === 'struct')
    return {
      structValue: { field: type.fields.map(({ type: of }, i) => valueProto(of, list(value)[i] ?? null)) },
    };
  const text = String(value);
  switch (type.name) {
    case 'STRING':
      return { stringValue: text };
    case 'INT64':
      return { int64Value: text };
    case 'FLOAT64':
      return { doubleValue: Number(text) };
    case 'BOOL':
      return { boolValue: text === 'true' };
    case 'NUMERIC':
      return { numericValue: toBytes(scaledValue(text, 'NUMERIC')) };
    case 'DATE':
      return { dateValue: daysOf(text) };
    case 'DATETIME':
      return { datetimeValue: civil(localMicros(text)) };
    default:
      throw new Error(`no ${type.name} has been needed yet`);
  }
}

const NUMERIC_BYTES = 16;

function toBytes(value: bigint): Buffer {
  const bits = BigInt.asUintN(NUMERIC_BYTES * 8, value);
  return Buffer.from(Array.from({ length: NUMERIC_BYTES }, (_, i) => Number((bits >> BigInt(8 * i)) & 255n)));
}

function civil(micros: bigint): object {
  const rest = ((micros % MILLION) + MILLION) % MILLION;
  const moment = new Date(Number((micros - rest) / 1000n));
  const packed =
    (BigInt(moment.getUTCFullYear()) << 26n) |
    (BigInt(moment.getUTCMonth() + 1) << 22n) |
    (BigInt(moment.getUTCDate()) << 17n) |
    (BigInt(moment.getUTCHours()) << 12n) |
    (BigInt(moment.getUTCMinutes()) << 6n) |
    BigInt(moment.getUTCSeconds());
  return { bitFieldDatetimeSeconds: packed.toString(), nanos: Number(rest) * 1000 };
}
