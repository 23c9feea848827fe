// A chart as the desk asks for one: which columns of which tab, and how its axes read.

export interface Series {
  /** The header of its column. */
  readonly values: string;
  /** As the legend calls it. */
  readonly name: string;
  /** #rrggbb; null = as it comes. */
  readonly color: string | null;
}

export interface TabChart {
  readonly title: string;
  /** Where its figures stand. */
  readonly tab: string;
  readonly kind: 'LINE' | 'BAR';
  /** Its place among the charts, from 0. */
  readonly slot: number;
  /** The header of the column that names the rows. */
  readonly labels: string;
  readonly series: readonly Series[];
  /** Number formats of the figures' axis and, for dates, of the labels'. */
  readonly format: '0%' | '#,##0.0';
  readonly labelFormat: 'dd/MM' | null;
  /** The first row as the sheet counts, and how many; none = no chart. */
  readonly firstRow: number;
  readonly rows: number;
}

/** Draws them on the tab of the charts; one of the same title is changed where it stands. */
export type DrawCharts = (charts: readonly TabChart[]) => void;
