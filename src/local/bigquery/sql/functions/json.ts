// JSON functions. On a STRING that is no JSON they give NULL, as in BigQuery.
import { NotLocal } from '../../errors';
import { arrayOf, type BqType, isScalar, JSON_TYPE, STRING, sameType } from '../../types';
import { noSignature, nullOf, sqlString, type Typed, typed } from '../typed';
import { arity, type Call, literalText, type ScalarFunction } from './shape';

interface Document {
  readonly sql: string;
  readonly type: BqType;
}

/** The document and, if a path is given, the place in it. */
function place(call: Call): Document & { readonly path: string } {
  arity(call, 1, 2);
  const given = call.value(0);
  const value = given.type.kind === 'null' ? nullOf(STRING) : given;
  if (!isScalar(value.type, 'STRING', 'JSON')) throw noSignature(`function ${call.name}`, [value], call.at);
  const path = call.branches.length === 2 ? literalText(call, 1, 'a path') : '$';
  if (!/^\$(\.[A-Za-z_][A-Za-z0-9_]*|\[\d+\])*$/.test(path))
    throw new NotLocal(`the JSON path ${path} at ${call.at}`);
  const sql = sameType(value.type, STRING) ? `TRY_CAST(${value.sql} AS JSON)` : value.sql;
  return { sql, type: value.type, path: sqlString(path) };
}

const when = (document: Document & { readonly path: string }, kinds: string, then: string): string =>
  `(CASE WHEN json_type(${document.sql}, ${document.path}) ${kinds} THEN ${then} END)`;

/** Text that DuckDB writes as BigQuery does; a STRING's numbers with a fraction BigQuery leaves as they stand. */
const asWritten = (document: Document, sql: string): string =>
  sameType(document.type, STRING) ? `main.bq_json_text(${sql})` : sql;

/**
 * What stands at a path. Elements of a list are taken out of all of them, which DuckDB then finds once for all columns that come of
 * it: each parser of its own keeps a hundred kilobytes a column for each hundred rows.
 */
function found({ sql, path }: Document & { readonly path: string }): string {
  const [, list, place] = /^'(.*)\[(\d+)\]'$/.exec(path) ?? [];
  if (list === undefined) return `json_extract(${sql}, ${path})`;
  return `json_extract(${sql}, '${list}[*]')[${Number(place) + 1}]`;
}

const value = (call: Call): Typed => {
  const document = place(call);
  const macro = sameType(document.type, STRING) ? 'bq_json_text_value' : 'bq_json_value';
  return typed(`main.${macro}(${found(document)})`, STRING);
};

const query = (call: Call): Typed => {
  arity(call, 2);
  const document = place(call);
  const found = `json_extract(${document.sql}, ${document.path})`;
  return sameType(document.type, STRING)
    ? typed(when(document, "<> 'NULL'", `CAST(${asWritten(document, found)} AS VARCHAR)`), STRING)
    : typed(found, JSON_TYPE);
};

const elements = (document: Document & { readonly path: string }): string =>
  `CAST(${asWritten(document, `json_extract(${document.sql}, ${document.path})`)} AS JSON[])`;

const queryArray = (call: Call): Typed => {
  const document = place(call);
  const items = when(document, "= 'ARRAY'", elements(document));
  const text = sameType(document.type, STRING);
  const written = `list_transform(${items}, lambda item : coalesce(CAST(item AS VARCHAR), 'null'))`;
  return typed(text ? written : items, arrayOf(text ? STRING : JSON_TYPE));
};

const valueArray = (call: Call): Typed => {
  const document = place(call);
  const all = elements(document);
  const items = `list_transform(${all}, lambda item : json_extract_string(item, '$'))`;
  const nested = `list_filter(${all}, lambda item : json_type(item) IN ('ARRAY', 'OBJECT'))`;
  return typed(
    `(CASE WHEN json_type(${document.sql}, ${document.path}) = 'ARRAY' AND len(${nested}) = 0 THEN ${items} END)`,
    arrayOf(STRING),
  );
};

export const JSON_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  JSON_VALUE: value,
  JSON_QUERY: query,
  JSON_QUERY_ARRAY: queryArray,
  JSON_VALUE_ARRAY: valueArray,
  PARSE_JSON: (call) => {
    arity(call, 1);
    const given = call.value(0);
    if (!isScalar(given.type, 'STRING')) throw noSignature('function PARSE_JSON', [given], call.at);
    return typed(`CAST(${given.sql} AS JSON)`, JSON_TYPE);
  },
};
