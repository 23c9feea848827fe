// Every statement of the bundle before Google's analyzer, views and reports before its reference implementation.
import { REPORTS, reportStatement } from '../../src/google/warehouse/reports';
import { insertNewRows } from '../../src/google/warehouse/statements';
import { TABLES } from '../../src/google/warehouse/tables';
import { createView, VIEWS } from '../../src/google/warehouse/views';
import type { Bench } from '../local/bigquery/bench';
import { answerOf } from '../local/bigquery/compliance/room';
import type { ParameterType, SampleDay, Sent } from './sampleDay';
import { type Relation, type SqlType, scalar, typeName } from './values';
import { part, type QueryParameter, type Tables, type Zetasql } from './zetasql';

export interface Finding {
  readonly what: string;
  /** null = as it should be. */
  readonly wrong: string | null;
}

const DATE = '2024-11-08';
const PLACE = { project: 'local-desk', dataset: 'team_trading', location: 'southamerica-east1' };
const path = (name: string): string => `${PLACE.project}.${PLACE.dataset}.${name}`;

export function typeOfParameter({ type, arrayType, structTypes }: ParameterType): SqlType {
  if (type === 'ARRAY' && arrayType !== undefined) return { kind: 'array', of: typeOfParameter(arrayType) };
  if (type !== 'STRUCT') return scalar(type);
  return {
    kind: 'struct',
    fields: (structTypes ?? []).map((field) => ({ name: field.name, type: typeOfParameter(field.type) })),
  };
}

const parametersOf = ({ parameters }: Sent): readonly QueryParameter[] =>
  parameters.map(({ name, parameterType }) => ({ name, type: typeOfParameter(parameterType), value: null }));

/** All that the bundle can send, whether the sample day did or not. */
function known(): readonly string[] {
  return [
    ...TABLES.map((table) => insertNewRows(PLACE, table)),
    ...VIEWS.map((view) => createView(PLACE, view)),
    ...REPORTS.map((report) => reportStatement(PLACE, report)),
  ];
}

/** Rows of a table or view as the room has them, with the types of its columns. */
async function relation(day: SampleDay, name: string): Promise<Relation> {
  const sql = `SELECT * FROM \`${path(name)}\``;
  const { rows } = await answerOf(bench(day), sql);
  const shown = await day.warehouse.call('Tables.get', [PLACE.project, PLACE.dataset, name]);
  const fields = part(part(shown, 'schema'), 'fields');
  const columns = (Array.isArray(fields) ? fields : []).map((field: unknown) => ({
    name: String(part(field, 'name')),
    type: scalar(NAMES[String(part(field, 'type'))] ?? String(part(field, 'type'))),
  }));
  return { columns, rows };
}

const NAMES: Readonly<Record<string, string>> = { INTEGER: 'INT64', FLOAT: 'FLOAT64', BOOLEAN: 'BOOL' };

const bench = ({ warehouse }: SampleDay): Pick<Bench, 'request'> => ({
  async request(query, more = {}) {
    const asked = { query, useLegacySql: false, maxResults: 100_000, ...more };
    return JSON.parse(JSON.stringify(await warehouse.call('Jobs.query', [asked, PLACE.project])));
  },
});

export async function checkStatements(zetasql: Zetasql, day: SampleDay): Promise<readonly Finding[]> {
  const tables: Record<string, Relation> = {};
  for (const { name } of TABLES) tables[path(name)] = await relation(day, name);
  const views = await checkViews(zetasql, day, tables);
  const everything = { ...tables, ...views.relations };
  return [
    ...strangers(day),
    ...(await analyzed(zetasql, day, everything)),
    ...views.findings,
    ...(await checkReports(zetasql, day, everything)),
  ];
}

/** A statement that no builder here makes would be proven by nobody. */
function strangers({ sent }: SampleDay): readonly Finding[] {
  const all = new Set(known());
  return sent
    .filter(({ query }) => !all.has(query))
    .map(({ query }) => ({ what: query, wrong: 'is not known to this check' }));
}

async function analyzed(zetasql: Zetasql, day: SampleDay, tables: Tables): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const sql of known()) {
    const sent = day.sent.find(({ query }) => query === sql);
    const what = `${sql.split('\n')[0]} … is analyzed`;
    const wrong = await wordsOf(() =>
      zetasql.analyze(sql, tables, sent ? parametersOf(sent) : declared(sql)),
    );
    findings.push({ what: sent ? what : `${what} (not sent on the sample day)`, wrong });
  }
  return findings;
}

/** The types of what was not sent: those of its table. */
function declared(sql: string): readonly QueryParameter[] {
  const table = TABLES.find((each) => insertNewRows(PLACE, each) === sql);
  if (table === undefined)
    return ['from_date', 'to_date'].map((name) => ({ name, type: scalar('DATE'), value: DATE }));
  const fields = table.columns.map(({ name, type }) => ({ name, type: scalar(type) }));
  return [
    { name: 'rows', type: { kind: 'array', of: { kind: 'struct', fields } }, value: null },
    { name: 'partition_date', type: scalar('DATE'), value: DATE },
  ];
}

async function checkViews(zetasql: Zetasql, day: SampleDay, tables: Tables) {
  const relations: Record<string, Relation> = {};
  const findings: Finding[] = [];
  for (const view of VIEWS) {
    const sql = view.select((name) => `\`${path(name)}\``);
    const ours = await answerOf(bench(day), `SELECT * FROM \`${path(view.name)}\``);
    const wrong = await wordsOf(async () => {
      const theirs = await zetasql.ask(sql, { ...tables, ...relations });
      relations[path(view.name)] = theirs;
      demand(typesOf(theirs), ours.types);
      demand(inOrder(theirs.rows), inOrder(ours.rows));
    });
    findings.push({ what: `the view ${view.name}: ${ours.rows.length} rows`, wrong });
  }
  return { relations, findings };
}

async function checkReports(zetasql: Zetasql, day: SampleDay, tables: Tables): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const dates = ['from_date', 'to_date'].map((name) => ({ name, type: scalar('DATE'), value: DATE }));
  const queryParameters = dates.map(({ name, value }) => ({
    name,
    parameterType: { type: 'DATE' },
    parameterValue: { value },
  }));
  for (const report of REPORTS) {
    const sql = reportStatement(PLACE, report);
    const request = { parameterMode: 'NAMED', queryParameters };
    const ours = await answerOf({ request: (query) => bench(day).request(query, request) }, sql);
    const wrong = await wordsOf(async () => {
      const theirs = await zetasql.ask(sql, tables, dates);
      demand(typesOf(theirs), ours.types);
      demand(theirs.rows, ours.rows);
    });
    findings.push({ what: `the report ${report}: ${ours.rows.length} rows`, wrong });
  }
  return findings;
}

const typesOf = ({ columns }: Relation): readonly string[] => columns.map(({ type }) => typeName(type));
const inOrder = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

function demand(theirs: unknown, ours: unknown): void {
  const [a, b] = [JSON.stringify(theirs), JSON.stringify(ours)];
  if (a !== b) throw new Error(`Google ${a.slice(0, 300)}, the room ${b.slice(0, 300)}`);
}

async function wordsOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
