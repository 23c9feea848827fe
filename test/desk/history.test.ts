// History: the period that is asked for, what is said when there is nothing to show, and what lands in the tab.
import { describe, expect, it } from '@jest/globals';
import {
  chartsOf,
  type HistorySource,
  historyPeriod,
  type Period,
  showHistory,
} from '../../src/desk/look/history';
import type { TabChart } from '../../src/desk/status/charts';
import type { HistoryReport, HistoryRow } from '../../src/sheets/tabs';
import { memoryDesk } from '../fakes/memoryDesk';
import { said } from '../fakes/said';

const TODAY = '2024-11-08';
const row = (report: HistoryReport, name: string, more: Partial<HistoryRow> = {}): HistoryRow => ({
  report,
  from: '2024-11-01',
  to: '2024-11-08',
  name,
  cnpj: null,
  broker: null,
  asset: null,
  side: null,
  days: 5,
  target: 1_000_000_00,
  primary: 400_000_00,
  secondary: 599_000_00,
  residual: 1_000_00,
  trackingErrorBps: 10,
  slippageBps: null,
  slippageBuyBps: null,
  slippageSellBps: null,
  primaryShare: 0.4,
  costBps: 3.5,
  primaryCostBps: 0,
  secondaryCostBps: 5.8,
  beyondAverageBps: -0.25,
  givenBack: 0,
  residualAtNav: null,
  ...more,
});
const ROWS = [
  row('desk by day', 'all funds', { from: TODAY, to: TODAY }),
  row('funds', '=ALFA FIF', { cnpj: '11.222.333/0001-81' }),
  row('funds', 'BETA FIF', { cnpj: '38.314.708/0001-90' }),
  row('brokers', 'Aurora HASH11 BUY', {
    ...{ broker: 'Aurora', asset: 'HASH11', side: 'BUY', slippageBps: -2, slippageBuyBps: -2 },
  }),
];

function desk(source: HistorySource) {
  const memory = memoryDesk();
  memory.world.now = `${TODAY}T19:30:00`;
  const drawn: (readonly TabChart[])[] = [];
  const show = (from?: string, to?: string) =>
    showHistory(memory.services, source, (charts) => drawn.push(charts), from, to);
  return { memory, drawn, show };
}

describe('the period', () => {
  it('is the last thirty days until the trader says otherwise', () => {
    expect(historyPeriod(null, '', TODAY)).toEqual({ from: '2024-10-10', to: TODAY });
    expect(historyPeriod(' ', '2024-10-31', TODAY)).toEqual({ from: '2024-10-02', to: '2024-10-31' });
  });

  it('is read as a desk writes dates', () => {
    expect(historyPeriod('01/11/2024', '2024-11-05', TODAY)).toEqual({
      from: '2024-11-01',
      to: '2024-11-05',
    });
    expect(historyPeriod('2024-01-01', '2024-12-31', TODAY)).toEqual({
      from: '2024-01-01',
      to: '2024-12-31',
    });
  });

  it.each([
    ['yesterday', '', 'first day: "yesterday" is not a date; write it like 2025-01-31 or 31/01/2025'],
    ['2024-11-01', '31/02/2024', 'last day: "31/02/2024" is not a day of the calendar'],
    [
      '2024-11-08',
      '2024-11-01',
      'begins on 2024-11-08 and ends before that, on 2024-11-01; swap the two days',
    ],
    ['2023-01-01', '2024-01-02', 'more than 366 days; ask for a shorter period'],
    ["2024-11-01'); DROP TABLE runs;--", '', 'is not a date'],
  ])('from %s to %s is refused in words', (from, to, words) => {
    expect(() => historyPeriod(from, to, TODAY)).toThrow(words);
  });
});

describe('history', () => {
  it('asks the warehouse for the period and fills the tab, names as text', () => {
    const asked: Period[] = [];
    const { memory, show } = desk((_settings, period) => {
      asked.push(period);
      return ROWS;
    });
    const shown = show('2024-11-01', '');
    expect({ ...shown, headline: said(shown.headline) }).toEqual({
      from: '2024-11-01',
      to: TODAY,
      rows: 4,
      headline:
        '2024-11-01 to 2024-11-08: 1 day, 2 funds, 1 line of broker, ETF and side; the charts stand in the tab charts',
    });
    expect(asked).toEqual([{ from: '2024-11-01', to: TODAY }]);
    expect(
      ['history', 'history-funds', 'history-brokers', 'history-fund-days'].map((tab) =>
        memory.book.records(tab).map(({ from, name }) => name ?? from),
      ),
    ).toEqual([[expect.anything()], ['=ALFA FIF', 'BETA FIF'], ['Aurora HASH11 BUY'], []]);
  });

  it('leaves nothing in the columns that the tab had when it held all reports', () => {
    const { memory, show } = desk(() => ROWS);
    const [headers = []] = memory.book.tabs.get('history') ?? [];
    const blank = headers.map(() => null);
    memory.book.tabs.set('history', [
      ['report', 'name', ...headers],
      ['brokers', 'Aurora HASH11', ...blank],
      ['funds', 'ALFA FIF', ...blank],
    ]);
    show();
    const [, day = [], ...rest] = memory.book.tabs.get('history') ?? [];
    expect([day.slice(0, 2), day[3]]).toEqual([[null, null], 1_000_000]);
    expect(rest.flat().filter((cell) => cell !== null)).toEqual([]);
  });

  it('leaves nothing of a longer period behind', () => {
    let rows = ROWS;
    const { memory, show } = desk(() => rows);
    show();
    rows = ROWS.slice(0, 1);
    show();
    expect(memory.book.records('history')).toHaveLength(1);
    expect(memory.book.records('history-funds')).toEqual([]);
  });

  it('of days without an allocation says so and what to do, and leaves the tab as it is', () => {
    let rows: readonly HistoryRow[] = ROWS;
    const { memory, drawn, show } = desk(() => rows);
    show();
    rows = [];
    expect(said(show('2020-01-01', '2020-01-31').headline)).toMatch(
      /^no day from 2020-01-01 to 2020-01-31 has a final allocation in the warehouse; choose another period/,
    );
    expect(memory.book.records('history-funds')).toHaveLength(2);
    expect(drawn).toHaveLength(1);
  });

  it('without a warehouse says how to get one', () => {
    expect(() => desk(() => null).show()).toThrow(
      /write GOOGLE_CLOUD_PROJECT in settings, run Trading > Set up/,
    );
  });

  it('waits for no run: while one is under way it says so', () => {
    const { memory, drawn, show } = desk(() => ROWS);
    memory.world.lockedByAnother = true;
    expect(() => show()).toThrow('another run is under way');
    expect([memory.book.records('history'), drawn]).toEqual([[], []]);
  });
});

describe('the charts', () => {
  it('each stand on the rows of their report', () => {
    expect(
      chartsOf(ROWS, 'en').map(({ kind, labels, series, firstRow, rows }) => [
        kind,
        labels,
        series.join(),
        firstRow,
        rows,
      ]),
    ).toEqual([
      ['LINE', 'from', 'tracking_error_bps', 2, 1],
      ['BAR', 'name', 'slippage_buy_bps,slippage_sell_bps', 2, 1],
      ['BAR', 'name', 'primary_share', 2, 2],
      ['BAR', 'name', 'beyond_average_bps', 2, 2],
    ]);
  });

  it('each have a place of their own beside the day’s, days and per cent on their axes', () => {
    const charts = chartsOf(ROWS, 'en');
    expect(charts.map(({ slot, format, labelFormat }) => [slot, format, labelFormat])).toEqual([
      [1, '#,##0.0', 'dd/MM'],
      [2, '#,##0.0', null],
      [3, '0%', null],
      [4, '#,##0.0', null],
    ]);
  });

  it('are found again under the titles of the other language and of earlier versions, and tell buys from sells', () => {
    const [, slippage] = chartsOf(ROWS, 'pt');
    expect(slippage?.title).toBe(
      'Slippage das cotas contra o iNAV, por corretora, ETF e lado (bps, acima de zero = pior)',
    );
    expect(slippage?.titles).toEqual(
      expect.arrayContaining(
        chartsOf(ROWS, 'en')
          .map(({ title }) => title)
          .slice(1, 2),
      ),
    );
    expect(slippage?.titles).toContain('Slippage to iNAV by broker and ETF (bps, above zero = worse)');
    expect(slippage?.legend.map(({ name }) => name)).toEqual(['Compras', 'Vendas']);
  });

  it('of a report without rows are none', () => {
    const [, slippage] = chartsOf(ROWS.slice(0, 3), 'en');
    expect(slippage?.rows).toBe(0);
  });
});
