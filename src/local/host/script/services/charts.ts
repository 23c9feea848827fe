// Answers the chart methods of Sheet: a chart is kept as the data its builder noted.
import { a1, parseA1 } from '../../book/a1';
import type { Book } from '../../book/book';
import type { ChartSpec } from '../../book/chart';
import type { UniverSheet } from '../../book/engine';
import { gridSize } from '../../book/ranges';
import { Marked } from '../wire';
import { area, data, fields, list, number, optional, text } from './arguments';
import type { Handlers } from './service';
import type { OnSheet } from './spreadsheet';

function spec(chart: unknown, id: string, sheet: UniverSheet): ChartSpec {
  const found = data(chart, 'EmbeddedChart');
  const position = fields(found.position, 'The position of a chart');
  return {
    id,
    sheet: sheet.getSheetId(),
    type: text(found.type, 'The type of a chart'),
    ranges: list(found.ranges, 'The ranges of a chart').map((range) => {
      const where = data(range, 'Range');
      return { sheet: text(where.sheet, 'A sheet'), a1: a1(area(where.area)) };
    }),
    options: fields(found.options, 'The options of a chart'),
    headers: number(found.headers, 'The number of headers'),
    position: {
      row: number(position.row, 'The row of a chart'),
      column: number(position.column, 'The column of a chart'),
      offsetX: optional(position.offsetX, number, 'The offset of a chart', 0),
      offsetY: optional(position.offsetY, number, 'The offset of a chart', 0),
    },
  };
}

function marked(book: Book, chart: ChartSpec): Marked {
  const ranges = chart.ranges.map(
    (range) =>
      new Marked('Range', {
        book: book.id,
        sheet: range.sheet,
        area: parseA1(range.a1, gridSize(book.sheet(range.sheet))),
      }),
  );
  return new Marked('EmbeddedChart', { ...chart, ranges });
}

const idOf = (chart: unknown): string => text(data(chart, 'EmbeddedChart').id, 'A chart of the sheet');

export function chartHandlers(on: OnSheet): Handlers {
  return {
    'Sheet.insertChart': on((sheet, [chart], book) => {
      const id = `chart-${book.extras.nextId}`;
      const charts = [...book.extras.charts, spec(chart, id, sheet)];
      book.amend({ nextId: book.extras.nextId + 1, charts });
    }),
    'Sheet.updateChart': on((sheet, [chart], book) => {
      const id = idOf(chart);
      if (!book.extras.charts.some((each) => each.id === id)) throw new Error('The chart was removed.');
      const charts = book.extras.charts.map((each) => (each.id === id ? spec(chart, id, sheet) : each));
      book.amend({ charts });
    }),
    'Sheet.removeChart': on((_sheet, [chart], book) => {
      const id = idOf(chart);
      book.amend({ charts: book.extras.charts.filter((each) => each.id !== id) });
    }),
    'Sheet.getCharts': on((sheet, _args, book) =>
      book.extras.charts
        .filter((each) => each.sheet === sheet.getSheetId())
        .map((each) => marked(book, each)),
    ),
  };
}
