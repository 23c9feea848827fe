// History on the laptop desk: the real bundle asks the local warehouse and draws its charts in the real spreadsheet.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWarehouse, type Warehouse } from '../../src/local/bigquery';
import { type Host, openHost } from '../../src/local/host';
import { copyInto } from '../local/bigquery/pastBench';
import { type Past, pastDays } from '../local/bigquery/pastDays';
import { brokerFigures, fundFigures } from '../local/bigquery/pastFigures';
import { standingClock } from './scripted';

const DATES = ['2024-11-04', '2024-11-05', '2024-11-06', '2024-11-07', '2024-11-08'];
const past: Past = pastDays(11, { dates: DATES, funds: 4, fills: 60 });
const folder = mkdtempSync(join(tmpdir(), 'history-'));
const bundleDir = 'build/out';
const file = join(folder, 'warehouse.duckdb');
const clock = standingClock(Date.UTC(2024, 10, 8, 22, 30));
let warehouse: Warehouse;
let desk: Host;

async function open(): Promise<void> {
  warehouse = await openWarehouse({ file, now: () => clock.now(), slowFirstAnswer: 1, pageSize: 7 });
  desk = await openHost({
    tabRows: 100,
    dir: join(folder, 'desk'),
    bundleDir,
    firstTab: 'settings',
    clock,
    warehouse,
    mail: { send: async () => undefined, remaining: () => 1_000 },
    ui: {
      alert: async () => 'OK',
      prompt: async () => ({ button: 'OK', text: '' }),
      showModalDialog: async () => undefined,
      showSidebar: async () => undefined,
    },
  });
}

async function close(): Promise<void> {
  await desk.close();
  await warehouse.close();
}

const TABS = {
  'desk by day': 'history',
  funds: 'history-funds',
  brokers: 'history-brokers',
  'funds by day': 'history-fund-days',
} as const;

/** Of all reports, each row with the report whose tab it stands in. */
const records = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const tables = await Promise.all(
    Object.entries(TABS).map(async ([report, tab]) => {
      const [headers = [], ...rows] = await desk.book.readTab(tab);
      return rows
        .map((row) => Object.fromEntries(headers.map((header, i) => [String(header), row[i]])))
        .filter(({ from }) => from !== null && from !== '')
        .map((row): Readonly<Record<string, unknown>> => ({ ...row, report }));
    }),
  );
  return tables.flat();
};
const charts = () =>
  desk.book.inner.extras.charts.map(({ sheet, type, options, ranges, position }) => ({
    tab: desk.book.inner.sheet(sheet).getSheetName(),
    type,
    title: options.title,
    ranges: ranges.map(({ a1 }) => a1),
    column: position.column,
  }));

/** As the dialog asks for it. */
const shown = async (from: string, to: string): Promise<string> => {
  const { value } = await desk.call('showPeriod', [from, to]);
  return String(value !== null && typeof value === 'object' && 'headline' in value ? value.headline : value);
};

beforeAll(async () => {
  await open();
  desk.book.writeTab('settings', [
    ['key', 'value', 'meaning'],
    ['GOOGLE_CLOUD_PROJECT', 'desk-trading-1', ''],
    ['DESK_LANGUAGE', 'en', ''],
  ]);
  await desk.call('setUp');
  await close();
  await copyInto(file, { ...past });
  await open();
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

describe('Trading > History', () => {
  it('of a period without a day says so, and draws nothing', async () => {
    expect(await shown('2024-01-01', '2024-01-31')).toMatch(
      /^no day from 2024-01-01 to 2024-01-31 has a final allocation/,
    );
    expect(await records()).toEqual([]);
    expect(charts()).toEqual([]);
  });

  it('of a wrong period says what is wrong', async () => {
    await expect(shown('2024-11-08', '2024-11-01')).rejects.toThrow(/swap the two days/);
  });

  it('puts the reports of the last thirty days into the tab, page by page of a warehouse that takes its time', async () => {
    expect(await shown('', '')).toMatch(
      /^2024-10-10 to 2024-11-08: 5 days, 4 funds, \d+ lines of broker, ETF and side/,
    );
    const rows = await records();
    const brokers = brokerFigures(past, ({ broker, asset, side }) => `${broker} ${asset} ${side}`);
    const count = (report: string): number => rows.filter((row) => row.report === report).length;
    expect(['desk by day', 'funds', 'brokers', 'funds by day'].map(count)).toEqual([5, 4, brokers.size, 20]);

    for (const [name, { cost, inavMoney }] of brokers) {
      const shown = rows.find((row) => row.report === 'brokers' && row.name === name);
      // What nobody asked for has no decision to be measured from.
      const bps = inavMoney === 0 ? null : expect.closeTo((cost / inavMoney) * 10_000, 5);
      expect([name, shown?.slippage_bps === '' ? null : shown?.slippage_bps]).toEqual([name, bps]);
    }
    for (const [name, sum] of fundFigures(past, ({ fund }) => fund)) {
      const shown = rows.find((row) => row.report === 'funds' && row.name === name);
      const traded = sum.unitsTraded + sum.sharesTraded;
      expect([shown?.target, shown?.primary, shown?.secondary, shown?.residual].map(Number)).toEqual(
        [sum.target, sum.primary, sum.secondary, sum.residual].map((money) => expect.closeTo(money, 2)),
      );
      expect(
        [shown?.tracking_error_bps, shown?.primary_share, shown?.cost_bps, shown?.beyond_average_bps].map(
          Number,
        ),
      ).toEqual(
        [
          (sum.missed / sum.target) * 10_000,
          sum.unitsTraded / traded,
          ((sum.unitsCost + sum.sharesCost) / traded) * 10_000,
          (sum.beyond / traded) * 10_000,
        ].map((figure) => expect.closeTo(figure, 5)),
      );
    }
  });

  it('draws a chart of each report on the tab of the charts, and its reader stands there', async () => {
    const brokers = (await records()).filter(({ report }) => report === 'brokers').length;
    expect(charts()).toMatchObject([
      { type: 'LINE', title: 'Tracking error by day, all funds (bps)', ranges: ['A2:A6', 'F2:F6'] },
      { type: 'BAR', ranges: ['A', 'J', 'K'].map((column) => `${column}2:${column}${1 + brokers}`) },
      { type: 'BAR', ranges: ['A2:A5', 'K2:K5'] },
      { type: 'BAR', ranges: ['A2:A5', 'O2:O5'] },
    ]);
    expect(new Set(charts().map(({ tab, column }) => `${tab} ${column}`))).toEqual(new Set(['charts 1']));
    expect(desk.book.inner.univer.getActiveSheet().getSheetName()).toBe('charts');
  });

  it('asked again changes the charts where they stand, and leaves no row of the longer period', async () => {
    const { value } = await desk.call('history', ['2024-11-07', '2024-11-08']);
    expect(value).toMatchObject({ from: '2024-11-07', to: '2024-11-08' });
    const rows = await records();
    expect(rows.filter(({ report }) => report === 'funds by day')).toHaveLength(8);
    expect(charts()).toHaveLength(4);
    expect(charts()[0]).toMatchObject({ ranges: ['A2:A3', 'F2:F3'] });
  });
});
