// No cent is lost or made on the way from fills to averages to shares of a total.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as money from '../../src/domain/money';
import { formatBrl, formatWhole } from '../../src/language/figures';

const MAX_CENTS = 1e15;
const signedCents = fc.integer({ min: -MAX_CENTS, max: MAX_CENTS });
const price = fc.integer({ min: 1, max: MAX_CENTS }).map((e8) => e8 / 1e8);
const shares = fc.integer({ min: 1, max: 1e9 });

describe('what shares cost', () => {
  it.each([
    [60000, 62.4, 374400000],
    [700956, 62.4, 4373965440],
    [1, 0.005, 1],
    [-1, 0.005, -1],
    [1, 0.00499999, 0],
    [3, 1.005, 302],
    [0, 62.4, 0],
  ])('%i at %p is %i cents', (count, each, total) => {
    expect(money.notional(count, each)).toBe(total);
  });

  it('averages back to its price, exactly', () => {
    fc.assert(
      fc.property(shares, price, (count, each) => {
        expect(money.priceFromE8(money.notionalE8(count, each), count)).toBe(each);
      }),
    );
  });

  it('is the eighth decimal that the price prints, of any price', () => {
    const any = fc.oneof(price, fc.double({ min: 1e-9, max: 1e7, noNaN: true }));
    fc.assert(
      fc.property(any, (each) => {
        expect(money.notionalE8(1, each)).toBe(BigInt(each.toFixed(8).replace('.', '')));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is within half a cent of the exact total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), price, (count, each) => {
        const off = BigInt(money.notional(count, each)) * 1_000_000n - money.notionalE8(count, each);
        expect(off >= -500_000n && off <= 500_000n).toBe(true);
      }),
    );
  });

  it('gives an average to the nearest 8th decimal', () => {
    expect(money.priceFromE8(200_000_000n, 3)).toBe(0.66666667);
    expect(money.priceFromE8(100_000_000n, 3)).toBe(0.33333333);
  });

  it.each([
    () => money.notional(0.5, 62.4),
    () => money.notional(1, Number.NaN),
    () => money.notional(1, 1e8),
    () => money.notional(Number.MAX_SAFE_INTEGER, 62.4),
    () => money.priceFromE8(1n, 0),
    () => money.fromBrl(Number.NaN),
    () => formatBrl(0.5, 'pt'),
    () => formatWhole(Number.NaN, 'pt'),
  ])('is never guessed: %s', (careless) => {
    expect(careless).toThrow(RangeError);
  });
});

describe('reais into cents', () => {
  it.each([
    [1.005, 101],
    [-1.005, -101],
    [0.1 + 0.2, 30],
    [1234567.894, 123456789],
    [-0.001, 0],
  ])('%p is %i', (brl, value) => {
    expect(money.fromBrl(brl)).toBe(value);
  });
});

describe('a total shared out by weights', () => {
  const weights = fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e12 }), fc.constantFrom(0.1, 0.25, 33.3)), {
      minLength: 1,
      maxLength: 12,
    })
    .filter((list) => list.some((weight) => weight > 0));

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [100, [1, 0, 2], [33, 0, 67]],
    [15, [0.7, 0.2, 0.1], [11, 3, 1]],
    [15, [0.1, 0.2, 0.7], [1, 3, 11]],
    [1, [0.5, 0.5], [1, 0]],
    [10, [26, 74], [3, 7]],
    [0, [5, 3], [0, 0]],
  ])('%i by %j is %j', (total, by, parts) => {
    expect(money.splitCents(total, by)).toEqual(parts);
  });

  it('adds up to the total, each part within a cent of its exact share', () => {
    fc.assert(
      fc.property(signedCents, weights, (total, by) => {
        const parts = money.splitCents(total, by);
        const exact = by.map((w) =>
          Number.isInteger(w) ? BigInt(w) * 100_000_000n : BigInt(Math.round(w * 1e8)),
        );
        const sum = exact.reduce((a, b) => a + b, 0n);
        expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(total));
        parts.forEach((part, i) => {
          const off = BigInt(part) * sum - BigInt(total) * (exact[i] ?? 0n);
          expect(off < sum && off > -sum).toBe(true);
        });
      }),
    );
  });

  it('does not depend on the order of rows unless two weights are equal', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(signedCents, distinct, (total, by) => {
        const backwards = money.splitCents(total, [...by].reverse()).reverse();
        expect(backwards).toEqual(money.splitCents(total, by));
      }),
    );
  });

  it.each([[[0, 0]], [[]], [[1, -1]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
    '%j is an error',
    (by) => {
      expect(() => money.splitCents(100, by)).toThrow(RangeError);
    },
  );
});
