// How many of the executed shares a fund can have beside its units: those that were traded while it had an order.
import { describe, expect, it } from '@jest/globals';
import type { Fill } from '../../src/domain/fill';
import type { Claim } from '../../src/stages/ledger/claims';
import { splitPool } from '../../src/stages/ledger/pool';
import { sharesInReach } from '../../src/stages/units/unitReach';

const ALFA = '11.222.333/0001-81';
const BETA = '38.314.708/0001-90';
const at = (time: string): string => `2024-11-08T${time}:00`;

const claim = (cnpj: string, nth: number, from: string | null, to: string | null = null): Claim => ({
  id: `HASH11/BUY/${cnpj}/order/00${nth}`,
  rank: 'order',
  cnpj,
  asset: 'HASH11',
  side: 'BUY',
  amount: 100_000_00,
  weight: 100_000_00,
  from: from === null ? null : at(from),
  to: to === null ? null : at(to),
  kept: [],
});

const fill = (fillId: string, quantity: number, time: string): Fill => ({
  date: '2024-11-08',
  fillId,
  broker: 'Aurora',
  asset: 'HASH11',
  side: 'BUY',
  quantity,
  price: 50,
  time: at(time),
  status: 'EXECUTED',
  source: 'api',
});

const reachOf = (claims: readonly Claim[]) => {
  const reach = sharesInReach(
    splitPool({
      asset: 'HASH11',
      side: 'BUY',
      claims,
      fills: [fill('1', 700, '11:00'), fill('2', 300, '13:00'), fill('3', 50, '15:00')],
      cuts: [],
      instructions: [],
      inav: 50,
      weighting: 'equal-bps',
      covered: () => 0,
      limit: () => undefined,
    }),
  );
  return [ALFA, BETA].map(reach);
};

describe('the shares in reach of a fund', () => {
  it('are all that was executed while nothing cut the day', () => {
    expect(reachOf([claim(ALFA, 1, null), claim(BETA, 1, null)])).toEqual([null, null]);
  });

  it('are, for a late order, what was traded since', () => {
    expect(reachOf([claim(ALFA, 1, null), claim(BETA, 1, '12:00')])).toEqual([null, 350]);
  });

  it('are, for an order that was raised, all of the day', () => {
    const raised = [claim(ALFA, 1, null), claim(ALFA, 2, '12:00'), claim(BETA, 1, '14:00')];
    expect(reachOf(raised)).toEqual([null, 50]);
  });

  it('are, for an order that ended and began anew, those of the new one; none where it only ended', () => {
    const ended = [claim(ALFA, 1, null, '12:00'), claim(ALFA, 2, '12:00'), claim(BETA, 1, null, '14:00')];
    expect(reachOf(ended)).toEqual([350, 0]);
  });

  it('are none of those that another keeps of an order that ended', () => {
    const kept = { ...claim(ALFA, 1, null, '14:00'), kept: [{ slice: at('12:00'), shares: 100 }] };
    expect(reachOf([kept, claim(BETA, 1, '12:00')])).toEqual([0, 250]);
  });

  it('are none for an order that was not sent, and for one that has all it asks for', () => {
    expect(reachOf([claim(ALFA, 1, null)])).toEqual([null, 0]);
    const cut = [
      { ...claim(BETA, 1, null, '12:00'), amount: 0 },
      { ...claim(BETA, 2, '12:00'), amount: 0 },
    ];
    expect(reachOf([claim(ALFA, 1, null), ...cut])).toEqual([null, 0]);
  });
});
