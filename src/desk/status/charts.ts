// A chart as the desk asks for one: which columns of which tab, and how its axes read.

interface LegendEntry {
  readonly name: string;
  /** #rrggbb; null = as it comes. */
  readonly color: string | null;
}

/** How a chart reads in a language. */
export interface ChartLabels {
  readonly title: string;
  /** Every title that it may have been drawn under: in another language, or by an earlier version. */
  readonly titles: readonly string[];
  /** Of each series, in their order. */
  readonly legend: readonly LegendEntry[];
}

export interface TabChart extends ChartLabels {
  /** Where its figures stand. */
  readonly tab: string;
  readonly kind: 'LINE' | 'BAR';
  /** Its place among the charts, from 0. */
  readonly slot: number;
  /** The header of the column that names the rows. */
  readonly labels: string;
  /** The headers of the columns of the series. */
  readonly series: readonly string[];
  /** Number formats of the figures' axis and, for dates, of the labels'. */
  readonly format: '0%' | '#,##0.0';
  readonly labelFormat: 'dd/MM' | null;
  /** The first row as the sheet counts, and how many; none = no chart. */
  readonly firstRow: number;
  readonly rows: number;
}

/** Draws them on the tab of the charts; one that stands there under any of its titles is changed where it stands. */
export type DrawCharts = (charts: readonly TabChart[]) => void;

/** Those that stand there read so from now on; what they show stays. */
export type RelabelCharts = (charts: readonly ChartLabels[]) => void;
