// Long arrays among a request's parameters: put into a table in columns and a few rows at a time. Bound as a value, each of a day's
// half a million cells is an object of its own, several times over, in memory that nobody gets back.
import { DuckDBDataChunk, INTEGER } from '@duckdb/node-api';
import { duckType, duckValue, type ParameterValue } from './queryParameters';
import { longList } from './sql/parameters';
import type { Store } from './store';
import { type BqType, duckName, quoted } from './types';

export interface LongList {
  /** Lower case. */
  readonly name: string;
  /** Of its elements. */
  readonly of: BqType;
  readonly items: readonly ParameterValue[];
}

/** A shorter one is bound as quickly. */
const LONG = 200;
/** As many as DuckDB takes in one piece. */
const ROWS_AT_ONCE = 2_048;

/** null = it is bound as any other value. */
export function longListOf(name: string, type: BqType, { arrayValues }: ParameterValue): LongList | null {
  if (type.kind !== 'array' || arrayValues === undefined || arrayValues.length <= LONG) return null;
  return { name, of: type.of, items: arrayValues };
}

/** @throws what is wrong with an element, as binding it would */
export function checkItems({ of, items }: LongList): void {
  for (const item of items) duckValue(of, item);
}

/** The lists stand in their tables while the work is done. */
export async function withLongLists<T>(
  store: Store,
  lists: readonly LongList[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    for (const list of lists) await putIn(store, list);
    return await work();
  } finally {
    for (const { name } of lists) await store.run(`DROP TABLE IF EXISTS temp.${quoted(longList(name))}`);
  }
}

async function putIn(store: Store, { name, of, items }: LongList): Promise<void> {
  const table = longList(name);
  await store.run(`CREATE OR REPLACE TEMP TABLE ${quoted(table)} (place INTEGER, item ${duckName(of)})`);
  const types = [INTEGER, duckType(of)];
  await store.append(table, function* () {
    for (let from = 0; from < items.length; from += ROWS_AT_ONCE) {
      const some = items.slice(from, from + ROWS_AT_ONCE);
      const chunk = DuckDBDataChunk.create(types);
      chunk.setColumns([some.map((_item, at) => from + at), some.map((item) => duckValue(of, item))]);
      yield chunk;
    }
  });
}
