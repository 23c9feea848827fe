// What the room answers to a statement, with its types spelled as GoogleSQL spells them.
import { type Bench, plain, type Response } from '../bench';

type Field = NonNullable<Response['schema']>['fields'][number] & { readonly fields?: readonly Field[] };

const NAMES: Readonly<Record<string, string>> = { INTEGER: 'INT64', FLOAT: 'FLOAT64', BOOLEAN: 'BOOL' };

function typeOf({ type, mode, fields = [] }: Field): string {
  const members = fields.map((field) =>
    field.name.startsWith('_field_') ? typeOf(field) : `${field.name} ${typeOf(field)}`,
  );
  const one = type === 'RECORD' ? `STRUCT<${members.join(', ')}>` : (NAMES[type] ?? type);
  return mode === 'REPEATED' ? `ARRAY<${one}>` : one;
}

const PREFIX = 'API call to bigquery.jobs.query failed with error: ';

/** @throws Error in the room's own words */
export async function answerOf(
  bench: Pick<Bench, 'request'>,
  sql: string,
): Promise<{ readonly types: readonly string[]; readonly rows: readonly (readonly unknown[])[] }> {
  try {
    const { schema, rows = [] } = await bench.request(sql);
    return {
      types: (schema?.fields ?? []).map(typeOf),
      rows: rows.map(({ f }) => f.map(({ v }) => plain(v))),
    };
  } catch (error) {
    throw new Error((error instanceof Error ? error.message : String(error)).replace(PREFIX, ''));
  }
}
