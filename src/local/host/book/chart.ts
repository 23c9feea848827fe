// A chart as data: what the chart builder of Sheets was told. The page draws it; the spreadsheet engine does not.
import * as v from 'valibot';

export const ChartSpec = v.object({
  id: v.string(),
  sheet: v.string(),
  /** As in Charts.ChartType: 'COLUMN', 'BAR', 'LINE' … */
  type: v.string(),
  ranges: v.array(v.object({ sheet: v.string(), a1: v.string() })),
  options: v.record(v.string(), v.unknown()),
  headers: v.number(),
  position: v.object({ row: v.number(), column: v.number(), offsetX: v.number(), offsetY: v.number() }),
});
export type ChartSpec = Readonly<v.InferOutput<typeof ChartSpec>>;
