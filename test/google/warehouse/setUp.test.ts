// The warehouse made ready: dataset, tables, new columns, views, and whether the project takes rows at all.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { setUpWarehouse } from '../../../src/google/warehouse/setUp';
import { TABLES } from '../../../src/google/warehouse/tables';
import { VIEWS } from '../../../src/google/warehouse/views';
import { headerOf } from '../../../src/sheets/tab';
import { primaryRequests } from '../../../src/sheets/tabs';
import { installFakes } from '../fakes';
import { settingsWith } from '../settings';

const settings = settingsWith({ googleCloudProject: 'desk-trading-1' });
const path = (table: string): string => `Table desk-trading-1:team_trading.${table}`;

describe('set up', () => {
  it('makes the dataset in its location, then every table, then every view', () => {
    const { jobs, resources } = installFakes();
    expect(setUpWarehouse(settings)).toBe(true);
    expect([...resources.datasets]).toEqual([
      ['Dataset desk-trading-1:team_trading', { location: 'southamerica-east1' }],
    ]);
    expect([...resources.tables.keys()]).toEqual(TABLES.map(({ name }) => path(name)));
    const views = jobs.queries.filter(({ query }) => query.startsWith('CREATE OR REPLACE VIEW'));
    expect(views).toHaveLength(VIEWS.length);
  });

  it('has a day’s rows together and an ETF’s rows together', () => {
    const { resources } = installFakes();
    setUpWarehouse(settings);
    expect(resources.tables.get(path('fills'))).toMatchObject({
      timePartitioning: { type: 'DAY', field: 'trade_date' },
      clustering: { fields: ['asset'] },
    });
    for (const { columns, partitionBy, clusterBy } of TABLES) {
      expect(columns).toContainEqual({ name: partitionBy, type: 'DATE' });
      for (const name of clusterBy) expect(columns.map((column) => column.name)).toContain(name);
    }
  });

  it('run again changes no table', () => {
    const { resources } = installFakes();
    setUpWarehouse(settings);
    resources.calls.length = 0;
    setUpWarehouse(settings);
    expect(resources.calls.filter((call) => !call.startsWith('get'))).toEqual([]);
  });

  it('adds the columns that a new version brought and keeps those that others added', () => {
    const { resources } = installFakes();
    setUpWarehouse(settings);
    const full = resources.tables.get(path('fills'))?.schema?.fields ?? [];
    const fewer = [...full.filter(({ name }) => name !== 'status'), { name: 'Own_note', type: 'STRING' }];
    resources.tables.set(path('fills'), { schema: { fields: fewer } });
    setUpWarehouse(settings);
    const names = resources.tables.get(path('fills'))?.schema?.fields?.map(({ name }) => name);
    expect(names).toEqual([...fewer.map(({ name }) => name), 'status']);
  });

  it('says where the dataset really lies', () => {
    const { resources } = installFakes();
    resources.datasets.set('Dataset desk-trading-1:team_trading', { location: 'US' });
    expect(() => setUpWarehouse(settings)).toThrow(
      /lies in US, not in southamerica-east1; correct BIGQUERY_LOCATION/,
    );
  });

  it('finds out a project without billing before the morning does, and adds no row for it', () => {
    const { jobs } = installFakes();
    jobs.answer = ({ query }) =>
      query.startsWith('MERGE')
        ? new Error(
            'Billing has not been enabled for this project. DML queries are not allowed in the free tier.',
          )
        : { jobComplete: true };
    expect(() => setUpWarehouse(settings)).toThrow(/sandbox takes no rows: enable billing/);
    const [merge] = jobs.queries.filter(({ query }) => query.startsWith('MERGE'));
    expect(merge?.queryParameters?.[0]).toMatchObject({ name: 'rows', parameterValue: { value: '' } });
  });

  it('does nothing without a project', () => {
    const { resources } = installFakes();
    expect(setUpWarehouse(settingsWith())).toBe(false);
    expect(resources.calls).toEqual([]);
  });
});

describe('the tables', () => {
  it('have names of their own and no column twice', () => {
    expect(new Set(TABLES.map(({ name }) => name)).size).toBe(TABLES.length);
    for (const { columns } of TABLES)
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });

  it('are keyed by run and row', () => {
    for (const { columns } of TABLES)
      expect(columns.slice(0, 2).map(({ name }) => name)).toEqual(['run_id', 'row_key']);
  });

  it('of a tab hold every column of the tab', () => {
    const names = TABLES.find(({ name }) => name === 'primary_request_rows')?.columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(primaryRequests.columns).map(headerOf)));
  });
});

describe('the views', () => {
  const text = (name: string): string =>
    VIEWS.find((view) => view.name === name)?.select((table) => table) ?? '';

  it('keep the names and columns that other systems read', () => {
    expect(text('primary_requests')).toMatch(
      /^SELECT trade_date AS request_date, fund AS fund_name, cnpj AS fund_cnpj, asset, side, units AS primary_units,\n {2}settlement_date\n/,
    );
    expect(text('secondary_allocation_trades')).toMatch(
      /^SELECT r\.trade_date AS request_date, r\.asset, r\.side, r\.asset_amount, r\.exchange_code, r\.fund, r\.cnpj,\n {2}r\.settlement_date\n/,
    );
  });

  it('show committed runs only: each joins the table of runs, or reads a view that does', () => {
    expect(text('latest_runs')).toContain(
      'PARTITION BY trade_date, stage, scope ORDER BY run_at DESC, run_id DESC',
    );
    const views = VIEWS.map(({ name }) => name);
    for (const { name } of VIEWS.slice(1)) {
      const isJoined = /JOIN (latest_)?runs AS run ON run\.run_id = /.test(text(name));
      const readsView = views.some((view) => text(name).includes(`FROM ${view}`));
      expect([name, isJoined || readsView]).toEqual([name, true]);
    }
  });

  it('stand after what they read', () => {
    VIEWS.forEach((view, i) => {
      const read: string[] = [];
      view.select((table) => {
        read.push(table);
        return table;
      });
      const before = [...TABLES, ...VIEWS.slice(0, i)].map(({ name }) => name);
      for (const name of read) expect(before).toContain(name);
    });
  });

  it('that nobody but people and other systems reads are asked for their rows by a test that knows the figures', () => {
    const read = new Set<string>();
    for (const { select } of VIEWS)
      select((table) => {
        read.add(table);
        return table;
      });
    const tests = readdirSync('test/local/bigquery')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`test/local/bigquery/${name}`, 'utf8'))
      .join('\n');
    const last = VIEWS.map(({ name }) => name).filter((name) => !read.has(name));
    expect(last.length).toBeGreaterThan(3);
    expect(last.filter((name) => !tests.includes(`.view('${name}')`))).toEqual([]);
  });
});
