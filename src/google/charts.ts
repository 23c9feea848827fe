// The charts, all on one tab so that they are on screen; found again by their titles, in whatever language: those of the users, and
// where ours were moved to, stay.

import type { ChartLabels, DrawCharts, RelabelCharts, TabChart } from '../desk/status/charts';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import { normalHeader } from '../sheets/tab';
import { chartsTab } from '../sheets/tabs';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** In pixels: two beside each other stand on a laptop's screen. */
const SIZE = { width: 560, height: 300 };
const GAP = 12;
/** A row of a new sheet is 21 high. */
const ROWS_APART = 15;
/** Over the tab's own columns, below their headers: one whole chart has to be seen beside the sidebar, at 1024 pixels. */
const COLUMN = 1;

export const drawCharts: DrawCharts = (charts) => {
  const sheet = tabNamed(chartsTab.name);
  const standing = byTitle(sheet);
  for (const chart of charts) {
    const found = standingAs(chart, standing);
    if (chart.rows === 0) {
      if (found) sheet.removeChart(found);
      continue;
    }
    const ranges = rangesOf(chart);
    if (found) {
      const changed = found.modify().clearRanges();
      for (const range of ranges) changed.addRange(range);
      sheet.updateChart(withOptions(changed, optionsOf(chart)).build());
    } else insert(sheet, chart, ranges);
  }
  SpreadsheetApp.flush();
};

export const relabelCharts: RelabelCharts = (charts) => {
  const sheet = tabNamed(chartsTab.name);
  const standing = byTitle(sheet);
  for (const chart of charts) {
    const found = standingAs(chart, standing);
    if (!found || found.getOptions().get('title') === chart.title) continue;
    const changed = found.modify().setOption('title', chart.title).setOption('series', seriesOf(chart));
    sheet.updateChart(changed.build());
  }
};

const seriesOf = ({ legend }: ChartLabels): object =>
  Object.fromEntries(
    legend.map(({ name, color }, at) => [at, { labelInLegend: name, ...(color === null ? {} : { color }) }]),
  );

const standingAs = ({ titles }: ChartLabels, standing: ReadonlyMap<string, Chart>): Chart | undefined =>
  titles.flatMap((title) => standing.get(title) ?? [])[0];

function tabNamed(tab: string): Sheet {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  if (!sheet) throw new SaidError(msg('there is no tab "{tab}"; run Trading > Set up', { tab }));
  return sheet;
}

const byTitle = (sheet: Sheet): ReadonlyMap<string, Chart> =>
  new Map(sheet.getCharts().map((chart) => [String(chart.getOptions().get('title')), chart]));

/** What follows the desk: how it reads and what it stands on; where it stands and how large it is are its reader's. */
function optionsOf(chart: TabChart): Readonly<Record<string, unknown>> {
  const isBar = chart.kind === 'BAR';
  const isMany = chart.series.length > 1;
  return {
    title: chart.title,
    legend: { position: isMany ? 'top' : 'none' },
    series: seriesOf(chart),
    // A row has a value in one of the series alone: stacked, its bar is as thick as any.
    ...(isMany ? { isStacked: true } : {}),
    [isBar ? 'hAxis.format' : 'vAxis.format']: chart.format,
    ...(chart.labelFormat === null ? {} : { [isBar ? 'vAxis.format' : 'hAxis.format']: chart.labelFormat }),
  };
}

function withOptions(builder: Builder, options: Readonly<Record<string, unknown>>): Builder {
  for (const [name, value] of Object.entries(options)) builder.setOption(name, value);
  return builder;
}

function insert(sheet: Sheet, chart: TabChart, ranges: readonly Range[]): void {
  const made = sheet.newChart().setChartType(Charts.ChartType[chart.kind]);
  for (const range of ranges) made.addRange(range);
  withOptions(made, { ...optionsOf(chart), ...SIZE });
  const row = 2 + Math.floor(chart.slot / 2) * ROWS_APART;
  sheet.insertChart(made.setPosition(row, COLUMN, GAP + (chart.slot % 2) * (SIZE.width + GAP), GAP).build());
}

/** Of its source: the labels, then each series. What an earlier version drew beside the source goes. */
function rangesOf(chart: TabChart): readonly Range[] {
  const source = tabNamed(chart.tab);
  const old = standingAs(chart, byTitle(source));
  if (old) source.removeChart(old);
  const [headers = []] = source.getRange(1, 1, 1, source.getLastColumn()).getValues();
  const present = headers.map(normalHeader);
  return [chart.labels, ...chart.series].map((header) => {
    const column = present.indexOf(header) + 1;
    if (column === 0)
      throw new SaidError(
        msg('{tab}: header "{header}" is missing; run Trading > Set up', { tab: chart.tab, header }),
      );
    return source.getRange(chart.firstRow, column, chart.rows, 1);
  });
}
