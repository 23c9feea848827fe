// History: what past days add up to over a period, from the warehouse into a tab for each report, with their charts.

import { addDays, dateOf, daysBetween, type IsoDate, parseIsoDate } from '../../domain/stamp';
import type { Language } from '../../language/language';
import { type Message, msg } from '../../language/message';
import { SaidError } from '../../language/print';
import type { Cell } from '../../sheets/cell';
import type { Settings } from '../../sheets/settings';
import { type Field, headerOf, normalHeader } from '../../sheets/tab';
import {
  type HistoryReport,
  type HistoryRow,
  history,
  historyBrokers,
  historyFundDays,
  historyFunds,
  RETIRED_HEADERS,
} from '../../sheets/tabs';
import { printTable, type TableCells } from '../../sheets/write';
import { readSettingsTab } from '../../stages/day/inputs';
import { busyError, LOCK_WAIT_MS } from '../alone';
import { openBook } from '../openBook';
import type { Services } from '../services';
import { BUYS_AND_SELLS, type ChartNames, chartLabels } from '../status/chartLabels';
import type { ChartLabels, DrawCharts, TabChart } from '../status/charts';

/** Both days included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Rows report by report; null when no project is configured. */
export type HistorySource = (settings: Settings, period: Period) => readonly HistoryRow[] | null;

export interface HistoryShown extends Period {
  readonly rows: number;
  readonly headline: Message;
}

const DEFAULT_DAYS = 30;
/** A row a fund and day: more is for a query in the warehouse, not for a tab. */
const MOST_DAYS = 366;

/** Text as a trader writes it; blank = the last 30 days until today. */
export function historyPeriod(from: string | null, to: string | null, today: IsoDate): Period {
  const last = to === null || to.trim() === '' ? today : day(to, 'last day');
  const first =
    from === null || from.trim() === '' ? addDays(last, 1 - DEFAULT_DAYS) : day(from, 'first day');
  if (first > last)
    throw new SaidError(
      msg('the period begins on {date} and ends before that, on {date2}; swap the two days', {
        date: first,
        date2: last,
      }),
    );
  if (daysBetween(first, last) >= MOST_DAYS)
    throw new SaidError(
      msg(
        'from {date} to {date2} is more than {n} days; ask for a shorter period, or query the views of the warehouse',
        { date: first, date2: last, n: MOST_DAYS },
      ),
    );
  return { from: first, to: last };
}

function day(text: string, which: 'first day' | 'last day'): IsoDate {
  const parsed = parseIsoDate(text);
  if (!parsed.ok)
    throw new SaidError(
      which === 'first day'
        ? msg('first day: {said}', { said: parsed.reason })
        : msg('last day: {said}', { said: parsed.reason }),
    );
  return parsed.value;
}

/** Reads the period and writes the tab; a period without an allocation leaves the tab as it is and says so. */
export function showHistory(
  services: Services,
  source: HistorySource,
  draw: DrawCharts,
  from: string | null = null,
  to: string | null = null,
): HistoryShown {
  const period = historyPeriod(from, to, dateOf(services.now()));
  const { settings } = readSettingsTab(openBook(services.book).read);
  services.progress(
    msg('history: asking the warehouse for {date} to {date2}', { date: period.from, date2: period.to }),
  );
  const rows = source(settings, period);
  if (rows === null)
    throw new SaidError(
      msg(
        'there is no warehouse to ask; write GOOGLE_CLOUD_PROJECT in settings, run Trading > Set up, and the days from then on are kept',
      ),
    );
  if (rows.length === 0) return { ...period, rows: 0, headline: emptyPeriod(period) };
  const done = services.lock.exclusively(LOCK_WAIT_MS, () => {
    const book = openBook(services.book);
    const present = services.book.outline(history.name)?.headers ?? [];
    for (const table of tablesOf(rows, present)) book.replace(table);
    book.flush();
    draw(chartsOf(rows, settings.deskLanguage));
    return true;
  });
  if (done === null) throw busyError();
  return { ...period, rows: rows.length, headline: headlineOf(period, rows) };
}

/**
 * A table for each report, each on its own tab.
 * @param present headers of the tab `history`: an older book's has more, and what they showed is blanked
 */
function tablesOf(rows: readonly HistoryRow[], present: readonly Cell[]): readonly TableCells[] {
  const of = (report: HistoryReport): readonly HistoryRow[] => rows.filter((row) => row.report === report);
  const byDay = printTable(history, of('desk by day'));
  const retired = RETIRED_HEADERS.filter((header) => present.some((cell) => normalHeader(cell) === header));
  return [
    {
      ...byDay,
      headers: [...byDay.headers, ...retired],
      rows: [...byDay.rows].map((row) => [...row, ...retired.map(() => null)]),
    },
    printTable(historyFunds, of('funds')),
    printTable(historyBrokers, of('brokers')),
    printTable(historyFundDays, of('funds by day')),
  ];
}

const emptyPeriod = ({ from, to }: Period): Message =>
  msg(
    'no day from {date} to {date2} has a final allocation in the warehouse; choose another period, or run Final allocation for today first. The tab stays as it is',
    { date: from, date2: to },
  );

function headlineOf({ from, to }: Period, rows: readonly HistoryRow[]): Message {
  const count = (report: HistoryReport): number => rows.filter((row) => row.report === report).length;
  return msg(
    '{date} to {date2}: {n} {n|day|days}, {n2} {n2|fund|funds}, {n3} {n3|line|lines} of broker, ETF and side; the charts stand in the tab charts',
    { date: from, date2: to, n: count('desk by day'), n2: count('funds'), n3: count('brokers') },
  );
}

interface ChartDefinition extends ChartNames {
  readonly kind: TabChart['kind'];
  readonly format: TabChart['format'];
  readonly report: HistoryReport;
  readonly labels: Field<HistoryRow>;
  readonly values: readonly Field<HistoryRow>[];
}

const CHARTS: readonly ChartDefinition[] = [
  {
    title: 'Tracking error by day, all funds (bps)',
    series: [['Tracking error by day, all funds (bps)', null]],
    kind: 'LINE',
    format: '#,##0.0',
    report: 'desk by day',
    labels: 'from',
    values: ['trackingErrorBps'],
  },
  {
    title: 'Slippage of shares to the iNAV, by broker, ETF and side (bps, above zero = worse)',
    former: ['Slippage to iNAV by broker and ETF (bps, above zero = worse)'],
    series: BUYS_AND_SELLS,
    kind: 'BAR',
    format: '#,##0.0',
    report: 'brokers',
    labels: 'name',
    values: ['slippageBuyBps', 'slippageSellBps'],
  },
  {
    title: 'Units as a part of all that each fund traded',
    former: ['Primary part of what each fund traded'],
    series: [['Units as a part of all that each fund traded', null]],
    kind: 'BAR',
    format: '0%',
    report: 'funds',
    labels: 'name',
    values: ['primaryShare'],
  },
  {
    title: 'Paid in units and shares beyond the average of all funds (bps, below zero = favoured)',
    former: ['Paid beyond the average of all funds (bps, below zero = favoured)'],
    series: [['Paid in units and shares beyond the average of all funds (bps, below zero = favoured)', null]],
    kind: 'BAR',
    format: '#,##0.0',
    report: 'funds',
    labels: 'name',
    values: ['beyondAverageBps'],
  },
];

/** How they read in a language, whatever they show. */
export const historyLabels = (language: Language): readonly ChartLabels[] =>
  CHARTS.map((chart) => chartLabels(chart, language));

const TABS: Readonly<Record<HistoryReport, string>> = {
  'desk by day': history.name,
  funds: historyFunds.name,
  brokers: historyBrokers.name,
  'funds by day': historyFundDays.name,
};

/** Each over the whole table of its report. The first place is that of the day's chart. */
export const chartsOf = (rows: readonly HistoryRow[], language: Language): readonly TabChart[] =>
  CHARTS.map((chart, at) => ({
    ...chartLabels(chart, language),
    tab: TABS[chart.report],
    kind: chart.kind,
    slot: at + 1,
    labels: headerOf(chart.labels),
    series: chart.values.map(headerOf),
    format: chart.format,
    labelFormat: chart.labels === 'from' ? 'dd/MM' : null,
    firstRow: 2,
    rows: rows.filter((row) => row.report === chart.report).length,
  }));
