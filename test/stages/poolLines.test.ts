// One pool by itself: what an ended give-back keeps where its fund may sell less by now, and which lines stay where they were booked.
import { describe, expect, it } from '@jest/globals';
import type { Fill } from '../../src/domain/fill';
import type { Side } from '../../src/domain/trade';
import { type Line, linesOf } from '../../src/stages/allocation/lines';
import type { Claim } from '../../src/stages/ledger/claims';
import { splitPool } from '../../src/stages/ledger/pool';
import type { PoolQuestion } from '../../src/stages/ledger/poolSplit';
import { ALFA, BETA, DATE, fill } from '../fixtures/workedDay';

const at = (time: string) => `${DATE}T${time}:00`;
const claim = (cnpj: string, shares: number, more: Partial<Claim> = {}): Claim => ({
  ...{ id: `${cnpj}/1`, cnpj, rank: 'order', asset: 'HASH11', side: 'BUY' },
  ...{ amount: shares * 6_250, weight: shares * 6_250, from: null, to: null, kept: [] },
  ...more,
});

const pool = (
  side: Side,
  claims: readonly Claim[],
  fills: readonly Fill[],
  more: Partial<PoolQuestion> = {},
) =>
  splitPool({
    ...{ asset: 'HASH11', side, claims, fills, cuts: [], instructions: [], inav: 62.5 },
    ...{ weighting: 'equal-bps', covered: () => 0, limit: () => undefined },
    ...more,
  });

describe('a give-back that ended, of a fund that may sell less by now', () => {
  const noon = at('12:00');
  const back = { rank: 'give-back', side: 'SELL' } as const;
  const kept = [
    { slice: 'open', shares: 300 },
    { slice: noon, shares: 200 },
  ];
  const keeps = (limit: number | undefined) => {
    const claims = [
      claim(ALFA, 500, { ...back, to: at('14:00'), kept }),
      claim(BETA, 1, { ...back, from: noon }),
    ];
    const fills = [fill('1', 'SELL', 500, 62.5, at('11:00')), fill('2', 'SELL', 400, 62.5, at('13:00'))];
    const { split } = pool('SELL', claims, fills, { limit: (cnpj) => (cnpj === ALFA ? limit : undefined) });
    return split?.answer.claims.find(({ id }) => id.startsWith(ALFA))?.slices;
  };

  it('keeps the earliest of what it had, part by part', () => {
    expect(keeps(500)).toEqual(kept);
    expect(keeps(350)).toEqual([
      { slice: 'open', shares: 300 },
      { slice: noon, shares: 50 },
    ]);
    expect(keeps(250)).toEqual([{ slice: 'open', shares: 250 }]);
  });
});

describe('lines that were booked', () => {
  const meridian = (price: number): Fill => ({
    ...fill('M1', 'BUY', 100, price, at('11:05')),
    broker: 'Meridian',
  });
  /** Meridian's fill was booked to ALFA alone; both funds are due 200 shares. */
  const lines = (price: number, bound: number) => {
    const [aurora, other] = [fill('A1', 'BUY', 300, 62.5, at('11:00')), meridian(price)];
    const pools = [pool('BUY', [claim(ALFA, 200), claim(BETA, 200)], [aurora, other])];
    const booked: Line = { fill: other, cnpj: ALFA, slice: 'open', shares: 100 };
    const ruled = { prefer: 'price', bound } as const;
    return linesOf({ pools, positions: [] }, ruled, [booked])
      .filter(({ fill: { broker } }) => broker === 'Meridian')
      .map(({ cnpj, shares }) => [cnpj, shares]);
  };

  it('stay where no fund pays another price for it', () => {
    expect(lines(62.5, 0)).toEqual([[ALFA, 100]]);
  });

  it('stay where no fund pays more than the bound for it, to the cent, and are split anew beyond it', () => {
    // ALFA would have all 100 of the fill that is R$ 1.00 dearer and not 50: R$ 50.00 more than its part.
    expect(lines(63.5, 5_000)).toEqual([[ALFA, 100]]);
    expect(lines(63.5, 4_999)).toEqual([
      [ALFA, 50],
      [BETA, 50],
    ]);
  });
});
