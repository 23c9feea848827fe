import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marketDay } from '../../../src/local/market/day';
import { FIGURES, SAMPLE_DATE } from '../../../src/local/market/figures';
import { inventedFor, openListing } from '../../../src/local/market/listing';

const name = fc.stringMatching(/^[A-Z]{4}11$/).filter((asset) => !FIGURES.has(asset));

describe('an ETF that the sample does not know', () => {
  it('has the same invented figures on every machine, and trades several times what the desk wants', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: 500_000_000 }), (asset, wanted) => {
        const one = inventedFor(asset, wanted);
        expect(inventedFor(asset, wanted)).toEqual(one);
        expect(one.source).toBe('invented');
        expect(one.volume).toBeGreaterThanOrEqual(5 * wanted);
      }),
    );
  });

  it('has a day within its range, whatever its price', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 500_000 }), (asset, cents) => {
        const listing = openListing();
        listing.list({ ...inventedFor(asset, 0), price: cents / 100 });
        const figures = listing.figuresOf(asset);
        if (figures === null) throw new Error(`${asset} is not listed`);
        expect(figures.bid).toBeLessThanOrEqual(figures.ask);
        const day = marketDay(figures, 7, SAMPLE_DATE);
        for (const { price, inav } of day.buckets) {
          expect(price).toBeGreaterThanOrEqual(day.low);
          expect(price).toBeLessThanOrEqual(day.high);
          expect(inav).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is listed in an order of its own, and never changes what the sample says', () => {
    const listing = openListing();
    listing.list({ ...inventedFor('ZZZZ11', 0), price: 1 });
    listing.list({ ...inventedFor('AAAA11', 0), price: 1 });
    listing.list({ ...inventedFor('HASH11', 0), price: 1 });
    expect(listing.assets()).toEqual([...FIGURES.keys(), 'AAAA11', 'ZZZZ11']);
    expect(listing.figuresOf('HASH11')).toEqual(FIGURES.get('HASH11'));
    expect(listing.figuresOf('NONE11')).toBeNull();
  });
});
