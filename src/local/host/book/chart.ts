// A chart as data: what the chart builder of Sheets was told. The page draws it; the spreadsheet engine does not.

export interface ChartPosition {
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

export type ChartSpec = {
  readonly id: string;
  readonly sheet: string;
  /** As in Charts.ChartType: 'COLUMN', 'BAR', 'LINE' … */
  readonly type: string;
  readonly ranges: readonly { readonly sheet: string; readonly a1: string }[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly headers: number;
  readonly position: ChartPosition;
};
