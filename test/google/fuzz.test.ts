// Whatever the two systems answer: no client throws, every row becomes a fill, is left out with its reason, or is named, and
// no quantity and no price changes by a factor.

import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inEnglish, type Problem } from '../../src/domain/problem';
import { dateOf } from '../../src/domain/stamp';
import { type FillsContext, parseConsolidated, parseFills } from '../../src/google/fills';
import { parseInav, parseNav } from '../../src/google/inavApi';
import { fuzzRuns, printFuzzed } from '../fakes/fuzzRuns';

afterAll(() => printFuzzed('answers'));

const HASH = { asset: 'HASH11', isin: null };
const context: FillsContext = {
  url: 'https://post.trades.example/allocation/fills',
  date: '2024-11-08',
  accounts: [
    { broker: 'Aurora', accountCode: '1001' },
    { broker: 'Boreal', accountCode: '2002' },
  ],
  alias: 'DESK',
  localTime: (instant) => new Date(instant.getTime() - 3 * 3_600_000).toISOString().slice(0, 19),
};

const ODD = [
  null,
  '',
  0,
  -1,
  1.5,
  '1.234,56',
  '62.4',
  '1e5',
  true,
  [],
  {},
  '__proto__',
  'constructor',
  'Buy',
  'SELL',
  'DESK',
  'OTHER',
  'HASH11',
  'HASH11H',
  '1001',
  1001,
  'Busted',
  'Corrected',
  '2024-11-08T10:00:00',
  '2024-11-07T10:00:00Z',
  Number.MAX_SAFE_INTEGER,
];
const odd = fc.oneof(fc.constantFrom<unknown>(...ODD), fc.jsonValue());
const field = (good: unknown) => fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, odd);
const row = fc.record(
  {
    fillId: fc.oneof(fc.constantFrom<unknown>('F1', 'F2', 7), odd),
    accountCode: field('1001'),
    accountAlias: field('DESK'),
    symbol: field('HASH11'),
    side: field('Buy'),
    qty: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -5_000_000, max: 5_000_000 }) }, odd),
    price: field(62.4),
    avgPrice: field(62.4),
    time: field('2024-11-08T10:31:05-03:00'),
    status: field('Executed'),
    execRefId: field(null),
  },
  { requiredKeys: [] },
);
const rows = fc.array(fc.oneof({ weight: 8, arbitrary: row }, odd), { maxLength: 5 });

const isSaid = (problems: readonly Problem[]): void => {
  for (const problem of problems) expect(inEnglish(problem)).not.toMatch(/\{\w+\}: |undefined|\[object/);
};

describe('an answer with anything in it', () => {
  it('gives fills, or says of each row why not; what is read is what stands there', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { rows: fills, problems, leftOut = [] } = parseFills({ fills: given }, context);
        isSaid(problems);
        const told = problems.length + leftOut.reduce((sum, { n }) => sum + n, 0);
        if (told === 0)
          // Only what takes back or corrects another row is no fill of its own.
          expect(fills.length > 0 || given.length === 0).toBe(true);
        const shares = given.flatMap((each) =>
          typeof each === 'object' && each !== null && 'qty' in each ? [Math.abs(Number(each.qty))] : [],
        );
        for (const { quantity } of fills)
          if (quantity > 0 && problems.length === 0) expect(isSumOf(quantity, shares)).toBe(true);
      }),
      fuzzRuns(2_000, 'fills'),
    );
  });

  it('of added-up rows, too', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const answer = parseConsolidated({ consolidatedAllocations: given }, context);
        isSaid(answer.problems);
        const out = (answer.leftOut ?? []).reduce((sum, { n }) => sum + n, 0);
        const none = given.filter(
          (each) =>
            typeof each === 'object' &&
            each !== null &&
            'qty' in each &&
            (each.qty === 0 || each.qty === '0'),
        );
        if (answer.problems.length === 0)
          expect(answer.rows.length + out + none.length).toBeGreaterThanOrEqual(given.length);
      }),
      fuzzRuns(2_000, 'added-up fills'),
    );
  });

  const NOW = '2024-11-08T10:00:00';

  it('gives an iNAV and a NAV exactly as they stand, or refuses', () => {
    const price = fc.oneof(fc.double({ min: 0.01, max: 1e6, noNaN: true }), odd);
    fc.assert(
      fc.property(
        fc.oneof(odd, fc.record({ info: odd, inavPerShare: price })),
        price,
        price,
        (body, a, b) => {
          isSaid(parseInav(HASH, 'https://x.example', { kind: 'json', body }, NOW).problems);
          const whole = { info: { numberOfSharesPerCreationUnit: 20_000 }, inavPerShare: a };
          const inav = parseInav(HASH, 'https://x.example', { kind: 'json', body: whole }, NOW);
          isSaid(inav.problems);
          if (inav.value !== null) expect(inav.value.inav).toBeCloseTo(Number(a), 7);
          const nav = parseNav(
            HASH,
            'https://x.example',
            { kind: 'json', body: { officialNavPerShare: b } },
            dateOf(NOW),
          );
          isSaid(nav.problems);
          if (nav.value !== null) expect(nav.value).toBeCloseTo(Number(b), 7);
        },
      ),
      fuzzRuns(2_000, 'iNAV and NAV'),
    );
  });
});

/** Partial busts leave the difference of two rows. */
function isSumOf(quantity: number, shares: readonly number[]): boolean {
  const reached = shares.reduce<readonly number[]>(
    (sums, each) => sums.flatMap((sum) => [sum, sum + each, sum - each]),
    [0],
  );
  return reached.includes(quantity);
}
