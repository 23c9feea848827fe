import { describe, expect, it } from '@jest/globals';
import { fromSaoPaulo, saoPauloStamp } from '../../../src/local/host/clock';
import { inavAt, type MarketDay, marketDay } from '../../../src/local/market/day';
import { FIGURES, type Figures, SAMPLE_DATE } from '../../../src/local/market/figures';
import { sessionOf } from '../../../src/local/market/session';

const etfs = [...FIGURES.values()];
const hash11 = FIGURES.get('HASH11') as Figures;
const vwap = ({ buckets }: MarketDay): number =>
  buckets.reduce((sum, b) => sum + b.price * b.shares, 0) /
  buckets.reduce((sum, b) => sum + b.shares, 0) /
  100;

describe.each(etfs)('the sample day of $asset', (figures) => {
  const day = marketDay(figures, 7, SAMPLE_DATE);
  const prices = day.buckets.map((bucket) => bucket.price / 100);

  it('opens, closes and turns at the official prices', () => {
    expect(prices[0]).toBe(figures.open);
    expect(prices.at(-1)).toBe(figures.close);
    expect(Math.min(...prices)).toBe(figures.low);
    expect(Math.max(...prices)).toBe(figures.high);
  });

  it('trades the official volume within a percent, at an average near the official one', () => {
    const shares = day.buckets.reduce((sum, bucket) => sum + bucket.shares, 0);
    expect(shares).toBeLessThanOrEqual(figures.shares);
    expect(shares).toBeGreaterThan(figures.shares * 0.98);
    expect(Math.abs(vwap(day) - figures.average)).toBeLessThan((figures.high - figures.low) * 0.15);
  });

  it('keeps the iNAV inside the ETF’s own spread', () => {
    const spread = (figures.ask - figures.bid) / figures.close;
    for (const bucket of day.buckets) {
      expect(Math.abs(bucket.inav / (bucket.price / 100) - 1)).toBeLessThanOrEqual(spread / 2);
    }
  });
});

describe('a market day', () => {
  it('is the same for the same seed, and another for another seed', () => {
    expect(marketDay(hash11, 7, SAMPLE_DATE)).toEqual(marketDay(hash11, 7, SAMPLE_DATE));
    expect(marketDay(hash11, 8, SAMPLE_DATE).buckets).not.toEqual(marketDay(hash11, 7, SAMPLE_DATE).buckets);
  });

  it('is busiest at both ends', () => {
    const { buckets } = marketDay(hash11, 7, SAMPLE_DATE);
    const traded = (from: number, to: number): number =>
      buckets.slice(from, to).reduce((sum, bucket) => sum + bucket.shares, 0);
    const third = Math.floor(buckets.length / 3);
    expect(traded(0, third)).toBeGreaterThan(traded(third, 2 * third));
    expect(traded(2 * third, 3 * third)).toBeGreaterThan(traded(third, 2 * third));
  });

  it('on another date scales the same figures', () => {
    const { buckets, low, high } = marketDay(hash11, 7, '2026-03-10');
    expect(buckets[0]?.price).not.toBe(6209);
    expect(high / low).toBeCloseTo(62.91 / 61.89, 3);
  });

  it('moves the iNAV without jumps, and not at all before the open and after the close', () => {
    const day = marketDay(hash11, 7, SAMPLE_DATE);
    const at = (time: string): number => inavAt(day, fromSaoPaulo(`${SAMPLE_DATE}T${time}`));
    expect(at('08:00:00')).toBe(at('10:05:00'));
    expect(at('17:56:00')).toBe(at('23:00:00'));
    expect(Math.abs(at('12:04:59') - at('12:05:00'))).toBeLessThan(0.01);
  });
});

describe('the session', () => {
  const hours = (date: string): readonly string[] => {
    const { open, close, end } = sessionOf(date);
    return [open, close, end].map((ms) => saoPauloStamp(ms).slice(11, 16));
  };

  it.each([
    ['2024-11-08', 'an ordinary day', ['10:05', '17:55', '18:15']],
    ['2024-11-01', 'a day of the US summer time', ['10:05', '16:55', '17:15']],
    ['2026-03-09', 'the first weekday of the US summer time', ['10:05', '16:55', '17:15']],
    ['2026-02-18', 'Ash Wednesday', ['13:00', '17:55', '18:15']],
    ['2025-03-05', 'Ash Wednesday', ['13:00', '17:55', '18:15']],
    ['2038-03-10', 'Ash Wednesday before the latest of Easters', ['13:00', '17:55', '18:15']],
  ])('of %s, %s, is %j', (date, _why, expected) => expect(hours(date)).toEqual(expected));
});
