// Charts beside a tab's table, found again by their titles: those of the users, and where ours were moved to, stay.

import type { DrawCharts, TabChart } from '../desk/look/history';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import { normalHeader } from '../sheets/tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A chart of the usual size is as high as this many rows. */
const ROWS_APART = 19;

export const drawCharts: DrawCharts = (tab, charts) => {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  if (!sheet) throw new SaidError(msg('there is no tab "{tab}"; run Trading > Set up', { tab }));
  const width = sheet.getLastColumn();
  const [headers = []] = sheet.getRange(1, 1, 1, width).getValues();
  const present = headers.map(normalHeader);
  const standing = new Map(
    sheet.getCharts().map((chart) => [String(chart.getOptions().get('title')), chart]),
  );
  const room = width + 2 - sheet.getMaxColumns();
  if (room > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), room);
  charts.forEach((chart, place) => {
    const found = standing.get(chart.title);
    if (chart.rows === 0) {
      if (found) sheet.removeChart(found);
      return;
    }
    const ranges = [chart.labels, chart.values].map((header) => columnOf(sheet, present, header, chart));
    if (found) {
      const changed = found.modify().clearRanges();
      for (const range of ranges) changed.addRange(range);
      sheet.updateChart(changed.build());
    } else {
      const made = sheet.newChart().setChartType(Charts.ChartType[chart.kind]);
      for (const range of ranges) made.addRange(range);
      made.setOption('title', chart.title).setOption('legend', { position: 'none' });
      sheet.insertChart(made.setPosition(2 + place * ROWS_APART, width + 2, 0, 0).build());
    }
  });
  SpreadsheetApp.flush();
};

function columnOf(sheet: Sheet, present: readonly string[], header: string, chart: TabChart): Range {
  const column = present.indexOf(header) + 1;
  if (column === 0)
    throw new SaidError(
      msg('{tab}: header "{header}" is missing; run Trading > Set up', { tab: sheet.getName(), header }),
    );
  return sheet.getRange(chart.firstRow, column, chart.rows, 1);
}
