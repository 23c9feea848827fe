// The chart builder of Sheets: notes what it is told and hands it to the host as data.
import { builder, type Method, value } from './remote';

interface Draft {
  readonly id: string | null;
  readonly type: string;
  readonly ranges: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly headers: number;
  readonly position: { row: number; column: number; offsetX: number; offsetY: number } | null;
}

export const CHART_TYPES = ['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'PIE', 'SCATTER', 'TABLE'] as const;

const as = (type: string) => (draft: Draft) => ({ ...draft, type });
const option =
  (key: string) =>
  (draft: Draft, setting: unknown): Draft => ({ ...draft, options: { ...draft.options, [key]: setting } });

const EMPTY: Draft = { id: null, type: 'COLUMN', ranges: [], options: {}, headers: 0, position: null };

export function chartBuilder(start: Draft = EMPTY): object {
  return builder(
    'EmbeddedChartBuilder',
    start,
    {
      setChartType: (draft, type: string) => ({ ...draft, type }),
      asAreaChart: as('AREA'),
      asBarChart: as('BAR'),
      asColumnChart: as('COLUMN'),
      asLineChart: as('LINE'),
      asPieChart: as('PIE'),
      addRange: (draft, range: object) => ({ ...draft, ranges: [...draft.ranges, range] }),
      clearRanges: (draft) => ({ ...draft, ranges: [] }),
      setOption: (draft, key: string, setting: unknown) => option(key)(draft, setting),
      setTitle: option('title'),
      setXAxisTitle: option('hAxis.title'),
      setYAxisTitle: option('vAxis.title'),
      setColors: option('colors'),
      setNumHeaders: (draft, headers: number) => ({ ...draft, headers }),
      setPosition: (draft, row: number, column: number, offsetX: number, offsetY: number) => ({
        ...draft,
        position: { row, column, offsetX, offsetY },
      }),
    },
    {
      build: (draft) => {
        if (draft.position === null) throw new Error('A chart needs setPosition before it is built.');
        return embeddedChart(draft);
      },
    },
  );
}

export function embeddedChart(data: unknown): object {
  const draft: Draft = { ...EMPTY, ...(typeof data === 'object' ? data : {}) };
  const getOption: Method = (key) => draft.options[String(key)] ?? null;
  return value('EmbeddedChart', draft, {
    getChartId: () => draft.id,
    getRanges: () => draft.ranges,
    getOptions: () => ({ get: getOption }),
    modify: () => chartBuilder(draft),
  });
}

export const charts = {
  ChartType: Object.fromEntries(CHART_TYPES.map((type) => [type, type])),
};
