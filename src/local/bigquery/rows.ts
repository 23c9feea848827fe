// DuckDB's rows as the REST API gives them: rows[].f[].v, every scalar a string.
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { decimalText, floatText } from './decimals';
import { jsonText } from './jsonText';
import { datetimeText, timestampText } from './moments';
import type { BqType, ScalarName } from './types';

export interface Cell {
  readonly v: string | null | Row | readonly Cell[];
}
export interface Row {
  readonly f: readonly Cell[];
}

export interface RowFormat {
  /** TIMESTAMP as whole microseconds rather than seconds in floating point. */
  readonly useInt64Timestamp: boolean;
}

export const rowOf = (values: readonly DuckDBValue[], types: readonly BqType[], format: RowFormat): Row => ({
  f: types.map((type, index) => cell(values[index] ?? null, type, format)),
});

function cell(value: DuckDBValue, type: BqType, format: RowFormat): Cell {
  if (type.kind === 'array') {
    // The API has no NULL array: it gives an empty one.
    if (value === null) return { v: [] };
    if (value instanceof DuckDBListValue)
      return { v: value.items.map((item) => cell(item, type.of, format)) };
  }
  if (value === null) return { v: null };
  if (type.kind === 'struct' && value instanceof DuckDBStructValue) {
    return {
      v: rowOf(
        Object.values(value.entries),
        type.fields.map((field) => field.type),
        format,
      ),
    };
  }
  return { v: type.kind === 'scalar' ? text(value, type.name, format) : unexpected(value, type.kind) };
}

function text(value: DuckDBValue, type: ScalarName, format: RowFormat): string {
  switch (typeof value) {
    case 'string':
      return type === 'JSON' ? jsonText(value) : value;
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      return type === 'FLOAT64' ? floatText(value) : String(value);
  }
  if (value instanceof DuckDBDecimalValue) return decimalText(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBTimestampValue) return datetimeText(value.micros);
  if (value instanceof DuckDBTimestampTZValue) {
    return format.useInt64Timestamp ? String(value.micros) : timestampText(value.micros);
  }
  return unexpected(value, type);
}

function unexpected(value: DuckDBValue, type: string): never {
  throw new Error(`the warehouse holds ${String(value)} where ${type} was declared; report the query`);
}
