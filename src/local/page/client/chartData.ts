// What a chart of Sheets shows: its ranges read side by side, the first column names the rows, the others are series.
import type { ChartSpec } from '../../host/browser';
import type { ChartData, Look } from './drawing';

type Table = readonly (readonly unknown[])[];

/** Sheets' own size of a new chart. */
const SIZE = { width: 600, height: 371 };

const filled = (cell: unknown): boolean => cell !== null && cell !== undefined && cell !== '';

/** Rows without a name are not there yet: a tab's range reaches further than its content. */
export function chartData(
  tables: readonly Table[],
  headers: number,
  { names: wanted = [], days = '' }: Partial<ReturnType<typeof wishesOf>> = {},
): ChartData {
  const height = Math.max(0, ...tables.map((table) => table.length));
  const rows = Array.from({ length: height }, (_, row) => tables.flatMap((table) => table[row] ?? []));
  const names = rows.slice(0, headers).at(-1) ?? [];
  const body = rows.slice(headers).filter(([label]) => filled(label));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    labels: body.map(([label]) =>
      days.includes('dd') && typeof label === 'number' ? dayLabel(label, days) : String(label),
    ),
    series: Array.from({ length: Math.max(0, width - 1) }, (_, index) => ({
      name: wanted[index] || (filled(names[index + 1]) ? String(names[index + 1]) : `Series ${index + 1}`),
      values: body.map((row) => {
        const value = row[index + 1];
        return typeof value === 'number' && Number.isFinite(value) ? value : 0;
      }),
    })),
  };
}

/** Spreadsheets count days from the end of 1899. */
function dayLabel(serial: number, pattern: string): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  return pattern
    .replace('yyyy', String(date.getUTCFullYear()))
    .replace('dd', two(date.getUTCDate()))
    .replace(/MM/i, two(date.getUTCMonth() + 1));
}

const numberOf = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);
const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Options come flat, 'vAxis.title', or as objects, vAxis: {title}. */
function option(options: ChartSpec['options'], path: string): unknown {
  if (path in options) return options[path];
  const [first = '', ...rest] = path.split('.');
  const inner = options[first];
  if (rest.length === 0 || typeof inner !== 'object' || inner === null) return undefined;
  return option({ ...inner }, rest.join('.'));
}

/** What the script calls the series, and how it wants labels that are days; blank = as the cells have it. */
export function wishesOf({ type, options }: ChartSpec): {
  readonly names: readonly string[];
  readonly days: string;
} {
  const series = asObject(option(options, 'series'));
  return {
    names: Object.values(series).map((each) => textOf(option({ ...asObject(each) }, 'labelInLegend'))),
    days: textOf(option(options, type === 'BAR' ? 'vAxis.format' : 'hAxis.format')),
  };
}

export function lookOf({ type, options }: ChartSpec, words: Look['words']): Look {
  const colors = option(options, 'colors');
  const ofSeries = Object.values({ ...asObject(option(options, 'series')) }).map((each) =>
    textOf(option({ ...asObject(each) }, 'color')),
  );
  const stacked = option(options, 'isStacked');
  return {
    type,
    words,
    title: textOf(option(options, 'title')),
    stacked: stacked === true || stacked === 'true' || stacked === 'absolute',
    colors: Array.isArray(colors)
      ? colors.map(String)
      : ofSeries.every((color) => color !== '')
        ? ofSeries
        : [],
    width: numberOf(option(options, 'width'), SIZE.width),
    height: numberOf(option(options, 'height'), SIZE.height),
    legend: option(options, 'legend.position') !== 'none' && option(options, 'legend') !== 'none',
    isPercent: textOf(option(options, type === 'BAR' ? 'hAxis.format' : 'vAxis.format')).includes('%'),
    unit: textOf(option(options, type === 'BAR' ? 'hAxis.title' : 'vAxis.title')),
  };
}
