// A warehouse on a temporary file with one dataset, asked the way the add-on asks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWarehouse, type Warehouse, type WarehouseOptions } from '../../../src/local/bigquery';

export const PROJECT = 'desk-test';
export const DATASET = 'team_trading';
/** 8 Nov 2024, 22:30 in São Paulo: in UTC it is the 9th already. */
export const NOW = Date.parse('2024-11-09T01:30:00.250Z');

export interface Response {
  readonly jobComplete: boolean;
  readonly jobReference: { readonly jobId: string; readonly location: string };
  readonly schema?: {
    readonly fields: readonly { readonly name: string; readonly type: string; readonly mode: string }[];
  };
  readonly rows?: readonly { readonly f: readonly { readonly v: unknown }[] }[];
  readonly totalRows?: string;
  readonly pageToken?: string;
  readonly numDmlAffectedRows?: string;
  readonly dmlStats?: Readonly<Record<string, string>>;
  readonly cacheHit?: boolean;
}

export interface Bench {
  readonly warehouse: Warehouse;
  readonly file: string;
  request(query: string, more?: object): Promise<Response>;
  /** Rows as plain arrays of what the API gives. */
  ask(query: string, parameters?: readonly Parameter[]): Promise<readonly (readonly unknown[])[]>;
  /** The one value of a query. */
  value(expression: string, parameters?: readonly Parameter[]): Promise<unknown>;
  types(query: string): Promise<readonly string[]>;
  reopen(options?: Partial<WarehouseOptions>): Promise<Bench>;
  end(): Promise<void>;
}

export interface Parameter {
  readonly name: string;
  readonly parameterType: object;
  readonly parameterValue: object;
}

export const parameter = (name: string, type: string, value: string | null): Parameter => ({
  name,
  parameterType: { type },
  parameterValue: { value },
});

export const list = (name: string, type: string, values: readonly (string | null)[]): Parameter => ({
  name,
  parameterType: { type: 'ARRAY', arrayType: { type } },
  parameterValue: { arrayValues: values.map((value) => ({ value })) },
});

export const records = (
  name: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly (string | null)[])[],
): Parameter => ({
  name,
  parameterType: {
    type: 'ARRAY',
    arrayType: {
      type: 'STRUCT',
      structTypes: Object.entries(columns).map(([column, type]) => ({ name: column, type: { type } })),
    },
  },
  parameterValue: {
    arrayValues: rows.map((row) => ({
      structValues: Object.fromEntries(
        Object.keys(columns).map((column, i) => [column, { value: row[i] ?? null }]),
      ),
    })),
  },
});

/** Values of a row, nested ones too, without the wire's `f` and `v`. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((cell) => plain(cell.v));
  if (typeof value === 'object' && value !== null && 'f' in value && Array.isArray(value.f)) {
    return value.f.map((cell) => plain(cell.v));
  }
  return value;
}

export async function openBench(options: Partial<WarehouseOptions> = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'warehouse-'));
  const file = join(folder, 'warehouse.duckdb');
  const bench = await benchOn(file, folder, options);
  await bench.warehouse.call('Datasets.insert', [{ datasetReference: { datasetId: DATASET } }, PROJECT]);
  return bench;
}

async function benchOn(file: string, folder: string, options: Partial<WarehouseOptions>): Promise<Bench> {
  const warehouse = await openWarehouse({ file, projectId: PROJECT, now: () => NOW, ...options });
  const request: Bench['request'] = async (query, more = {}) => {
    const answer = await warehouse.call('Jobs.query', [{ query, useLegacySql: false, ...more }, PROJECT]);
    return JSON.parse(JSON.stringify(answer));
  };
  const ask: Bench['ask'] = async (query, parameters = []) => {
    const named = parameters.length > 0 ? { parameterMode: 'NAMED', queryParameters: parameters } : {};
    const answer = await request(query, named);
    return (answer.rows ?? []).map((row) => row.f.map((cell) => plain(cell.v)));
  };
  return {
    warehouse,
    file,
    request,
    ask,
    value: async (expression, parameters) =>
      (await ask(`SELECT ${expression} AS answer`, parameters))[0]?.[0],
    types: async (query) => (await request(query)).schema?.fields.map((field) => field.type) ?? [],
    async reopen(more = {}) {
      await warehouse.close();
      return benchOn(file, folder, { ...options, ...more });
    },
    async end() {
      await warehouse.close();
      rmSync(folder, { recursive: true });
    },
  };
}
