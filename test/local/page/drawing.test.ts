import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chartData, lookOf, wishesOf } from '../../../src/local/page/client/chartData';
import { axisText, draw, type Shape, short, ticksOf } from '../../../src/local/page/client/drawing';
import { wordsFor } from '../../../src/local/page/words';

const LOOK = {
  type: 'COLUMN',
  title: 'Residuals',
  stacked: false,
  colors: [],
  width: 600,
  height: 371,
  legend: true,
  unit: '',
  isPercent: false,
  words: wordsFor('en'),
};
const DATA = {
  labels: ['HASH11', 'DEFI11'],
  series: [
    { name: 'target', values: [100, 50] },
    { name: 'left', values: [40, -20] },
  ],
};

const bars = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.filter(({ tag, children }) => tag === 'rect' && children !== undefined);
const numberAt = (shape: Shape | undefined, name: string): number => Number(shape?.attributes[name]);

describe('a chart as shapes', () => {
  it('has one bar for each value, as long as the value is large, from zero up or down', () => {
    const [target, left, , negative] = bars(draw(DATA, LOOK));
    expect(bars(draw(DATA, LOOK))).toHaveLength(4);
    expect(numberAt(target, 'height') / numberAt(left, 'height')).toBeCloseTo(2.5);
    const zero = numberAt(target, 'y') + numberAt(target, 'height');
    expect(numberAt(negative, 'y')).toBeCloseTo(zero);
  });

  it('names its series unless the script wants no legend', () => {
    const words = (legend: boolean) => draw(DATA, { ...LOOK, legend }).map(({ text }) => text);
    expect(words(true)).toEqual(expect.arrayContaining(['target', 'left']));
    expect(words(false)).not.toContain('target');
    const spec = { id: '1', sheet: '0', type: 'BAR', ranges: [], headers: 0 };
    const position = { row: 1, column: 1, offsetX: 0, offsetY: 0 };
    const look = lookOf({ ...spec, position, options: { legend: { position: 'none' } } }, LOOK.words);
    expect(look.legend).toBe(false);
  });

  it('stacks upwards and downwards from zero', () => {
    const [target, left] = bars(draw(DATA, { ...LOOK, type: 'BAR', stacked: true }));
    expect(numberAt(left, 'x')).toBeCloseTo(numberAt(target, 'x') + numberAt(target, 'width'));
  });

  it('says each value to who points at it', () => {
    expect(bars(draw(DATA, LOOK))[3]?.children?.[0]?.text).toBe('DEFI11, left: -20');
  });

  it('reads its axis as the language writes figures and per cent', () => {
    const said = (value: number, locale: string, isPercent: boolean) =>
      axisText(value, { isPercent, words: wordsFor(locale) });
    expect([said(1_250_000, 'en', false), said(1_250_000, 'pt', false)]).toEqual(['1.25M', '1,25M']);
    expect([said(0.4, 'pt', true), said(0.125, 'pt', true), said(0.125, 'en', true)]).toEqual([
      '40%',
      '12,5%',
      '12.5%',
    ]);
    const texts = draw(
      { labels: ['a'], series: [{ name: 's', values: [0.6] }] },
      { ...LOOK, isPercent: true },
    );
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['20%', '60%']));
  });

  it('takes names, colours and days of the axis as the script wants them', () => {
    const options = {
      series: {
        0: { labelInLegend: 'Compras', color: '#1a73e8' },
        1: { labelInLegend: 'Vendas', color: '#d93025' },
      },
      'hAxis.format': 'dd/MM',
      isStacked: true,
    };
    const position = { row: 1, column: 1, offsetX: 0, offsetY: 0 };
    const spec = { id: '1', sheet: '0', type: 'LINE', ranges: [], headers: 0, position, options };
    const data = chartData(
      [
        [[45_604], [45_605]],
        [[1], [2]],
        [[3], [4]],
      ],
      0,
      wishesOf(spec),
    );
    expect(data.labels).toEqual(['08/11', '09/11']);
    expect(data.series.map(({ name }) => name)).toEqual(['Compras', 'Vendas']);
    expect(lookOf(spec, LOOK.words).colors).toEqual(['#1a73e8', '#d93025']);
    expect(lookOf({ ...spec, type: 'BAR', options: { 'hAxis.format': '0%' } }, LOOK.words).isPercent).toBe(
      true,
    );
  });

  it('says what to expect while there is nothing to draw, and what only Sheets draws', () => {
    const texts = (shapes: readonly Shape[]) => shapes.map(({ text }) => text).join(' ');
    expect(texts(draw({ labels: [], series: [] }, LOOK))).toContain('the chart fills as the day goes on');
    expect(texts(draw(DATA, { ...LOOK, type: 'PIE' }))).toContain('drawn in Google Sheets only');
  });

  it('never leaves its frame, whatever the values', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const table = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(table, fc.constantFrom('COLUMN', 'BAR'), fc.boolean(), (values, type, stacked) => {
        const data = {
          labels: values.map((_, at) => `ETF${at}`),
          series: [0, 1].map((at) => ({ name: `s${at}`, values: values.map((row) => row[at] ?? 0) })),
        };
        for (const bar of bars(draw(data, { ...LOOK, type, stacked }))) {
          expect(numberAt(bar, 'x')).toBeGreaterThanOrEqual(0);
          expect(numberAt(bar, 'y')).toBeGreaterThanOrEqual(0);
          expect(numberAt(bar, 'x') + numberAt(bar, 'width')).toBeLessThanOrEqual(LOOK.width);
          expect(numberAt(bar, 'y') + numberAt(bar, 'height')).toBeLessThanOrEqual(LOOK.height);
        }
      }),
    );
  });
});

describe('the axis of a chart', () => {
  it('has round steps that reach around the values and zero', () => {
    expect(ticksOf(0, 4_321_000)).toEqual([0, 1e6, 2e6, 3e6, 4e6, 5e6]);
    expect(ticksOf(-20, 100)).toEqual([-25, 0, 25, 50, 75, 100]);
    expect(ticksOf(0, 0).length).toBeGreaterThan(1);
  });

  it('writes large numbers short', () => {
    expect([950, 1250, 1_250_000, -3e9].map(short)).toEqual(['950', '1.25k', '1.25M', '-3B']);
  });
});

describe('what a chart reads', () => {
  it('takes the first column as names, the others as series, and leaves out rows without a name', () => {
    const tables = [
      [
        ['ETF', 'target'],
        ['HASH11', 100],
        ['', null],
      ],
      [['left'], [40], [null]],
    ];
    expect(chartData(tables, 1)).toEqual({
      labels: ['HASH11'],
      series: [
        { name: 'target', values: [100] },
        { name: 'left', values: [40] },
      ],
    });
  });

  it('takes options flat or nested, as Apps Script does', () => {
    const spec = {
      id: 'c',
      sheet: '0',
      type: 'BAR',
      ranges: [],
      headers: 1,
      position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
    };
    expect(lookOf({ ...spec, options: { 'hAxis.title': 'BRL', isStacked: true } }, LOOK.words)).toMatchObject(
      {
        unit: 'BRL',
        stacked: true,
        width: 600,
      },
    );
    expect(lookOf({ ...spec, options: { hAxis: { title: 'BRL' }, width: 480 } }, LOOK.words)).toMatchObject({
      unit: 'BRL',
      width: 480,
    });
  });
});
