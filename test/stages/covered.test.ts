// What funds have of shares that no claim could take: the largest part, and no share of a fund twice.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { covered, type Left } from '../../src/stages/allocation/covered';
import { ALFA, BETA, GAMA } from '../fixtures/workedDay';

const FUNDS = [ALFA, BETA, GAMA];

/** By trying every set of slices: what is left over of one is what its funds together lack (Hall). */
function lacking(left: readonly Left[], spare: ReadonlyMap<string, number>): number {
  const sets = Array.from({ length: 2 ** left.length }, (_, bits) =>
    left.filter((_each, at) => bits & (2 ** at)),
  );
  const lack = sets.map((own) => {
    const shares = own.reduce((sum, each) => sum + each.shares, 0);
    const funds = new Set(own.flatMap((each) => each.funds));
    return shares - [...funds].reduce((sum, cnpj) => sum + (spare.get(cnpj) ?? 0), 0);
  });
  return Math.max(0, ...lack);
}

describe('shares that no claim could take', () => {
  it('are a fund’s only in the slices in which it sells', () => {
    const spare = new Map([
      [ALFA, 0],
      [BETA, 72_830],
    ]);
    expect(covered([{ shares: 6_000, funds: [ALFA] }], spare)).toBe(0);
    expect(covered([{ shares: 6_000, funds: [ALFA, BETA] }], spare)).toBe(6_000);
  });

  it('are found for a slice whose fund gave its shares to one that can have them of another fund', () => {
    const spare = new Map([
      [ALFA, 100],
      [BETA, 100],
    ]);
    const left = [
      { shares: 100, funds: [ALFA, BETA] },
      { shares: 100, funds: [ALFA] },
    ];
    expect(covered(left, spare)).toBe(200);
  });

  it('are covered as far as any sharing out covers them', () => {
    const lots = fc.array(fc.record({ shares: fc.integer({ min: 1, max: 20 }), funds: fc.subarray(FUNDS) }), {
      maxLength: 5,
    });
    const held = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(lots, held, (left, has) => {
        const spare = new Map(FUNDS.map((cnpj, at) => [cnpj, has[at] ?? 0]));
        const all = left.reduce((sum, { shares }) => sum + shares, 0);
        expect(all - covered(left, spare)).toBe(lacking(left, spare));
      }),
      { numRuns: 2_000 },
    );
  });
});
