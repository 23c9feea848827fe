// Who may get which fill when orders come late, are cut or given back: what happened before a claim is not touched by it.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fill } from '../../src/domain/fill';
import type { Intent, Side } from '../../src/domain/trade';
import { linesOf, reconcile } from '../../src/stages/allocation/lines';
import { gotFrom, restateOrders } from '../../src/stages/caps/orders';
import { memberKey } from '../../src/stages/day/keys';
import type { UnitQuotes } from '../../src/stages/day/quotes';
import { EMPTY_STATE, type OpenDay } from '../../src/stages/day/state';
import { restated } from '../../src/stages/ledger/claims';
import { standing } from '../../src/stages/standing/positions';

const DATE = '2024-11-08';
const ALFA = '11.222.333/0001-81';
const BETA = '12.ABC.345/01DE-35';
const GAMA = '38.314.708/0001-90';
const QUOTES: UnitQuotes = new Map([['HASH11', { inav: 50, sharesPerUnit: 1_000 }]]);
const at = (time: string) => `${DATE}T${time}:00`;

const intent = (cnpj: string, brl: number, side: Side = 'BUY'): Intent => ({
  tradeDate: DATE,
  fund: cnpj.slice(0, 2),
  cnpj,
  asset: 'HASH11',
  side,
  strategy: 'SimpleOrder',
  amount: brl * 100,
  version: 1,
  frozenAt: at('10:15'),
  reason: null,
  approvedBy: 'trader@desk.example',
});

const fill = (
  fillId: string,
  quantity: number,
  time: string | null,
  price = 50,
  side: Side = 'BUY',
): Fill => ({
  date: DATE,
  fillId,
  broker: 'Aurora',
  asset: 'HASH11',
  side,
  quantity,
  price,
  time: time === null ? null : at(time),
  status: 'EXECUTED',
  source: 'api',
});

const standingOf = (state: OpenDay, fills: readonly Fill[]) =>
  standing(state, { fills, quotes: QUOTES, weighting: 'equal-bps' });

/** The orders as they stand from `time` on; the first time nobody was instructed before. */
function ordered(state: OpenDay, intents: readonly Intent[], time: string, fills: readonly Fill[]): OpenDay {
  const next = restateOrders({ ...state, intents }, standingOf(state, fills), at(time));
  return next.instructions.length > 0 ? next : { ...next, instructions: [OUT] };
}

/** That something is out is all that counts here. */
const OUT: OpenDay['instructions'][number] = {
  id: `${DATE}/HASH11/BUY/Aurora`,
  version: 1,
  tradeDate: DATE,
  asset: 'HASH11',
  side: 'BUY',
  broker: 'Aurora',
  cap: 1_000_000_00,
  shareCap: null,
  executed: 0,
  inav: 50,
  limitPrice: 51,
  limitBps: 200,
  doNotCross: false,
  settlementDate: DATE,
  issuedAt: at('10:15'),
  issuedBy: 'trader@desk.example',
};

const OPENING: OpenDay = { ...EMPTY_STATE, tradeDate: DATE };

function sharesOf(state: OpenDay, fills: readonly Fill[], cnpj: string): number {
  return standingOf(state, fills).positions.find((position) => position.cnpj === cnpj)?.shares ?? 0;
}

describe('an order that comes late', () => {
  const morning = [fill('1', 1_000, '11:00', 50)];
  const opened = ordered(OPENING, [intent(ALFA, 100_000)], '10:15', []);
  const both = ordered(opened, [intent(ALFA, 100_000), intent(BETA, 100_000)], '12:00', morning);

  it('takes no share that was traded before it', () => {
    expect(sharesOf(both, morning, ALFA)).toBe(1_000);
    expect(sharesOf(both, morning, BETA)).toBe(0);
  });

  it('takes none of a fill of before that is reported after', () => {
    const late = [...morning, fill('2', 500, '11:59')];
    expect(sharesOf(both, late, ALFA)).toBe(1_500);
  });

  it('pays what was paid since', () => {
    const fills = [...morning, fill('2', 1_500, '14:00', 60)];
    const { positions } = standingOf(both, fills);
    const beta = positions.find(({ cnpj }) => cnpj === BETA);
    expect(beta?.shares).toBeGreaterThan(0);
    expect(beta?.executed).toBe((beta?.shares ?? 0) * 60_00);
  });

  it('takes nothing that a row without a time had when it began', () => {
    const row = fill('HASH11|Buy', 1_000, null, 50);
    const late = ordered(opened, [intent(ALFA, 100_000), intent(BETA, 100_000)], '12:00', [row]);
    const grown = { ...row, quantity: 1_600, price: 51.5 };
    expect(sharesOf(late, [row], BETA)).toBe(0);
    const { positions } = standingOf(late, [grown]);
    const beta = positions.find(({ cnpj }) => cnpj === BETA);
    // 600 shares came later, at (1,600 × 51.50 − 1,000 × 50) ÷ 600 = 54.
    expect(beta?.shares).toBe(600);
    expect(beta?.executed).toBe(600 * 54_00);
  });

  it('raised is a second claim: the first keeps its part of what was', () => {
    const two = ordered(OPENING, [intent(ALFA, 100_000), intent(BETA, 100_000)], '10:15', []);
    const raised = ordered(two, [intent(ALFA, 300_000), intent(BETA, 100_000)], '12:00', morning);
    expect(sharesOf(raised, morning, ALFA)).toBe(500);
    expect(sharesOf(raised, [...morning, fill('2', 1_000, '13:00')], ALFA)).toBeGreaterThan(1_000);
  });
});

describe('an order that was more than filled when it was raised', () => {
  const opening = ordered(OPENING, [intent(ALFA, 100_000), intent(BETA, 100_000)], '10:15', []);
  const morning = [fill('1', 4_800, '11:00')];
  const raised = ordered(opening, [intent(ALFA, 150_000), intent(BETA, 160_000)], '12:00', morning);

  it('counts what it was over towards the raise: nobody takes what another still calls for', () => {
    // Each is over by 20,000: ALFA calls for 30,000 more and BETA for 40,000.
    const fills = [...morning, fill('2', 1_400, '14:00')];
    expect(sharesOf(raised, fills, ALFA)).toBe(2_400 + 600);
    expect(sharesOf(raised, fills, BETA)).toBe(2_400 + 800);
  });

  it('keeps it, however little a seller holds beyond it', () => {
    const selling = (state: OpenDay, alfa: number, time: string, fills: readonly Fill[]) =>
      ordered(state, [intent(ALFA, alfa, 'SELL'), intent(BETA, 100_000, 'SELL')], time, fills);
    const sold = [fill('1', 4_800, '11:00', 50, 'SELL')];
    const limits = new Map(
      [ALFA, BETA].map((cnpj) => [memberKey({ cnpj, asset: 'HASH11', side: 'SELL' }), 2_600]),
    );
    const by = { quotes: QUOTES, weighting: 'equal-bps', limits } as const;
    const opened = selling(OPENING, 100_000, '10:15', []);
    const more = selling(opened, 150_000, '12:00', sold);
    const fills = [...sold, fill('2', 500, '14:00', 50, 'SELL')];
    const { pools } = standing(more, { ...by, fills });
    expect(bySlice({ pools, positions: [] })).toEqual([
      [`${ALFA} ${at('12:00')}`, 200],
      [`${ALFA} open`, 2_400],
      [`${BETA} ${at('12:00')}`, 200],
      [`${BETA} open`, 2_400],
    ]);
    // 2,600 each are all that there is to sell.
    expect(pools[0]?.excess).toBe(100);
  });
});

describe('a row without a time that is found smaller, or at another price', () => {
  const opening = ordered(OPENING, [intent(ALFA, 100_000)], '10:15', []);
  const row = (quantity: number, price: number): Fill => fill('HASH11|Buy', quantity, null, price);
  const late = ordered(opening, [intent(ALFA, 100_000), intent(BETA, 100_000)], '12:00', [row(1_000, 50)]);
  const partsOf = (state: OpenDay, own: Fill) =>
    standingOf(state, [own]).pools[0]?.slices.map(({ fills }) =>
      fills.map(({ quantity, price }) => [quantity, price]),
    );

  it('had no more of it before: what it grew by since is the later claims’ too', () => {
    const raised = ordered(late, [intent(ALFA, 120_000), intent(BETA, 100_000)], '14:00', [row(600, 50)]);
    expect(partsOf(raised, row(900, 51))).toEqual([[[600, 50]], [], [[300, 53]]]);
    expect(sharesOf(raised, [row(900, 51)], ALFA)).toBeGreaterThan(600);
    expect(sharesOf(raised, [row(900, 51)], BETA)).toBeGreaterThan(0);
  });

  it('stands at its average where what it grew by would cost what nobody paid', () => {
    expect(partsOf(late, row(1_010, 49))).toEqual([[[1_000, 49]], [[10, 49]]]);
    expect(partsOf(late, row(1_010, 50.1))).toEqual([[[1_000, 50]], [[10, 60.1]]]);
  });
});

/** Where ALFA stands; a unit is worth R$ 2,500. */
function ofAlfa(state: OpenDay, fills: readonly Fill[]) {
  const quotes: UnitQuotes = new Map([['HASH11', { inav: 50, sharesPerUnit: 50 }]]);
  const { positions } = standing(state, { fills, quotes, weighting: 'equal-bps' });
  return positions.find(({ cnpj }) => cnpj === ALFA);
}

/** ALFA asked for so many units. */
const withUnits = (state: OpenDay, units: number): OpenDay => ({
  ...state,
  units: [
    {
      ...{ cnpj: ALFA, asset: 'HASH11', side: 'BUY', units, inav: 50, sharesPerUnit: 50, price: 50 },
      ...{ executedShares: 0, objective: 0, lowerBound: 0, proRataUnits: null, oneUnitMore: null },
      ...{ oneUnitLess: null, reasons: [], requestedAt: at('13:00') },
    },
  ],
});

describe('an order that is cancelled or reduced', () => {
  const morning = [fill('1', 1_000, '11:00')];
  const two = ordered(OPENING, [intent(ALFA, 100_000), intent(BETA, 100_000)], '10:15', []);

  it('keeps what it had, whatever the others still want', () => {
    const cancelled = ordered(two, [intent(BETA, 100_000)], '12:00', morning);
    const fills = [...morning, fill('2', 300, '13:00')];
    const { pools } = standingOf(cancelled, fills);
    expect(pools[0]?.sharesByFund.get(ALFA)).toBe(500);
    expect(pools[0]?.sharesByFund.get(BETA)).toBe(800);
  });

  it('has nothing left to do and nothing to give back', () => {
    const cancelled = ordered(two, [intent(ALFA, 0), intent(BETA, 100_000)], '12:00', morning);
    const alfa = standingOf(cancelled, morning).positions.find(({ cnpj }) => cnpj === ALFA);
    expect(alfa).toMatchObject({ asked: 0, amount: 25_000_00, residual: 0 });
  });

  it('goes on with what is left of it, from then on', () => {
    const reduced = ordered(two, [intent(ALFA, 40_000), intent(BETA, 100_000)], '12:00', morning);
    const alfa = standingOf(reduced, morning).positions.find(({ cnpj }) => cnpj === ALFA);
    expect(alfa).toMatchObject({ shares: 500, residual: 15_000_00 });
    expect(sharesOf(reduced, [...morning, fill('2', 1_800, '15:00')], ALFA)).toBe(800);
  });

  it('keeps none of the units that were asked for later, also where it was cut before anything was done', () => {
    for (const time of ['10:15', '12:00']) {
      const cut = ordered(two, [intent(ALFA, 7_000), intent(BETA, 100_000)], time, []);
      expect(ofAlfa(withUnits(cut, 5), [])).toMatchObject({ amount: 7_000_00, residual: -5_500_00 });
    }
  });

  it('keeps what was done when it was cut: what is done after that is too much', () => {
    const cut = ordered(two, [intent(ALFA, 7_000), intent(BETA, 100_000)], '12:00', morning);
    expect(ofAlfa(cut, morning)).toMatchObject({ amount: 25_000_00, residual: 0 });
    expect(ofAlfa(withUnits(cut, 5), morning)).toMatchObject({ amount: 25_000_00, residual: -12_500_00 });
  });

  it('keeps the units that it had when it was cut, and of later units none', () => {
    const early = withUnits(two, 5);
    const cut = ordered(early, [intent(ALFA, 7_000), intent(BETA, 100_000)], '12:00', []);
    expect(ofAlfa(cut, [])).toMatchObject({ amount: 12_500_00, residual: 0 });
    expect(ofAlfa(withUnits(cut, 6), [])).toMatchObject({ amount: 12_500_00, residual: -2_500_00 });
    expect(ofAlfa(withUnits(cut, 2), [])).toMatchObject({ amount: 7_000_00, residual: 2_000_00 });
    // Cut twice in one second, the units in between: what the second cut found is kept.
    const twice = ordered(
      withUnits(ordered(two, [intent(ALFA, 50_000), intent(BETA, 100_000)], '12:00', []), 5),
      ...([[intent(ALFA, 7_000), intent(BETA, 100_000)], '12:00', []] as const),
    );
    expect(ofAlfa(twice, [])).toMatchObject({ amount: 12_500_00, residual: 0 });
  });

  it('is not short of what it gave back, nor does giving back what came later take from what it kept', () => {
    const cut = ordered(two, [intent(ALFA, 0), intent(BETA, 100_000)], '12:00', morning);
    const sold = (state: OpenDay, shares: number) => {
      const claims = restated(
        state.claims,
        [
          {
            claimant: { rank: 'give-back', cnpj: ALFA, asset: 'HASH11', side: 'SELL' },
            total: shares * 5000,
          },
        ],
        at('16:00'),
        gotFrom(state, standingOf(state, morning)),
      );
      return ofAlfa({ ...state, claims }, [...morning, fill('9', shares, '16:10', 50, 'SELL')]);
    };
    expect(sold(cut, 100)).toMatchObject({ amount: 20_000_00, residual: 0 });
    expect(sold(withUnits(cut, 5), 100)).toMatchObject({ amount: 25_000_00, residual: -7_500_00 });
  });

  it('gives up only what is busted, in proportion', () => {
    const cancelled = ordered(two, [], '12:00', morning);
    const { pools } = standingOf(cancelled, [fill('1', 600, '11:00')]);
    expect([...(pools[0]?.sharesByFund ?? [])].map(([, shares]) => shares)).toEqual([300, 300]);
  });
});

describe('an order that was cut, when what it kept is busted', () => {
  const two = ordered(OPENING, [intent(ALFA, 100_000), intent(BETA, 100_000)], '10:15', []);
  const morning = [fill('1', 400, '11:00'), fill('2', 2_000, '11:05')];
  const busted = [fill('1', 400, '11:00')];
  const after = [...busted, fill('3', 2_200, '15:00')];
  const wanted = [intent(ALFA, 40_000), intent(BETA, 100_000)];

  it.each([
    ['below what it had', 40_000, 60_000],
    ['above it', 90_000, 40_000],
  ])(
    'begins anew with what it lacks, cut %s: nobody else gets what brokers trade for it',
    (_, brl, other) => {
      const orders = [intent(ALFA, brl), intent(BETA, other)];
      const cut = ordered(two, orders, '12:00', morning);
      const anew = ordered(cut, orders, '14:00', busted);
      // ALFA kept 1,200 shares, of which 400 are left; all that is called for is traded.
      const called = (brl + other) / 50 - 400;
      const fills = [...busted, fill('3', called, '15:00')];
      expect(sharesOf(anew, fills, ALFA)).toBe(brl / 50);
      expect(sharesOf(anew, fills, BETA)).toBe(other / 50);
      // And once only.
      expect(ordered(anew, orders, '14:30', busted).claims).toEqual(anew.claims);
    },
  );

  it.each(['before any stage has heard of the bust', 'once a stage has'])(
    'gets what brokers trade in the room that the bust reopened, %s',
    (when) => {
      const cut = ordered(two, wanted, '12:00', morning);
      const isHeard = when === 'once a stage has';
      const state = isHeard ? ordered(cut, wanted, '16:00', after) : cut;
      // ALFA lacks 400 of its 800 shares and BETA all of its 2,000.
      const fills = [...busted, fill('3', 2_400, '15:00')];
      expect([ALFA, BETA].map((cnpj) => sharesOf(state, fills, cnpj))).toEqual([800, 2_000]);
      // What is traded beyond is shared as it is among all others that have what they asked for.
      const more = [...busted, fill('3', 2_680, '15:00')];
      expect([ALFA, BETA].map((cnpj) => sharesOf(state, more, cnpj))).toEqual([880, 2_200]);
    },
  );

  it('weighs as the whole order does: whoever is further from its own comes first', () => {
    const cut = ordered(two, wanted, '12:00', morning);
    const [, claim] = cut.claims.filter(({ cnpj }) => cnpj === ALFA);
    expect(claim).toMatchObject({ weight: 40_000_00, from: at('12:00'), to: null });
    // ALFA lacks half of its order: BETA gets that far first, and then 5 of 7 shares.
    expect(sharesOf(cut, [...busted, fill('3', 1_000, '13:00')], ALFA)).toBe(400);
    expect(sharesOf(cut, [...busted, fill('3', 1_700, '13:00')], ALFA)).toBe(600);
  });

  it('gets nothing that is traded beyond others’ targets while it has all it asks for, or was cancelled', () => {
    const cut = ordered(two, wanted, '12:00', morning);
    const gone = ordered(two, [intent(ALFA, 0), intent(BETA, 100_000)], '12:00', morning);
    for (const state of [cut, gone]) {
      const beyond = [...morning, fill('3', 1_500, '15:00')];
      expect([ALFA, BETA].map((cnpj) => sharesOf(state, beyond, cnpj))).toEqual([1_200, 2_700]);
    }
    expect(sharesOf(gone, after, ALFA)).toBe(400);
  });

  it('raised again, asks for what is more than it kept, however it was cut', () => {
    for (const brl of [40_000, 60_000, 70_000]) {
      const cut = ordered(two, [intent(ALFA, brl), intent(BETA, 100_000)], '12:00', morning);
      const raised = ordered(cut, [intent(ALFA, 80_000), intent(BETA, 100_000)], '14:00', morning);
      const fills = [...morning, fill('3', 1_200, '15:00')];
      expect([ALFA, BETA].map((cnpj) => sharesOf(raised, fills, cnpj))).toEqual([1_600, 2_000]);
      // Of what it kept 800 shares are gone as well.
      const left = [...busted, fill('3', 3_200, '15:00')];
      expect([ALFA, BETA].map((cnpj) => sharesOf(raised, left, cnpj))).toEqual([1_600, 2_000]);
    }
  });

  it('of a seller sells again the shares that the bust gave back to it, and once they are sold none beyond what it held', () => {
    const sells = (alfa: number) => [intent(ALFA, alfa, 'SELL'), intent(BETA, 100_000, 'SELL')];
    const sold = (all: readonly Fill[]): readonly Fill[] => all.map((own) => ({ ...own, side: 'SELL' }));
    const opened = ordered(OPENING, sells(100_000), '10:15', []);
    const cut = ordered(opened, sells(40_000), '12:00', sold(morning));
    const anew = ordered(cut, sells(40_000), '14:00', sold(busted));
    const held = 1_200;
    const keyOf = (cnpj: string) => memberKey({ cnpj, asset: 'HASH11', side: 'SELL' });
    const limits = new Map([
      [keyOf(ALFA), held],
      [keyOf(BETA), 2_000],
    ]);
    const sharesIn = (fills: readonly Fill[]) => {
      const { positions } = standing(anew, { fills, quotes: QUOTES, weighting: 'equal-bps', limits });
      return [ALFA, BETA].map((cnpj) => positions.find((own) => own.cnpj === cnpj)?.shares);
    };
    // Each kept 200 of 1,200 shares; all that is called for is traded.
    const later = fill('3', 2_400, '15:00');
    expect(sharesIn(sold([...busted, later]))).toEqual([800, 2_000]);
    expect(sharesIn(sold([...morning, later]))[0]).toBe(held);
  });

  it('raised once the bust is heard of, still has its part of what is traded before the raise and reported late', () => {
    const orders = (alfa: number) => [intent(ALFA, alfa), intent(BETA, 100_000)];
    const cut = ordered(two, orders(60_000), '12:00', morning);
    const raised = ordered(cut, orders(80_000), '14:00', busted);
    // It lacks two thirds of its 60,000, BETA all of its 100,000: BETA has 1,250 before they are as far.
    expect(sharesOf(raised, [...busted, fill('3', 1_600, '13:00')], ALFA)).toBe(400 + 350);
  });

  it('goes on from the next stage on where an older version ended it for good', () => {
    const cut = ordered(two, wanted, '12:00', morning);
    const older = { ...cut, claims: cut.claims.filter(({ cnpj, to }) => cnpj !== ALFA || to !== null) };
    const anew = ordered(older, wanted, '13:00', morning);
    const fills = [...busted, fill('3', 2_400, '15:00')];
    expect([ALFA, BETA].map((cnpj) => sharesOf(anew, fills, cnpj))).toEqual([800, 2_000]);
  });

  it('of a seller takes what was sold while it was larger and is reported late, as far as it has the shares', () => {
    const sells = (alfa: number) => [intent(ALFA, alfa, 'SELL'), intent(BETA, 100_000, 'SELL')];
    const opened = ordered(OPENING, sells(100_000), '10:15', []);
    const cut = ordered(ordered(opened, sells(50_000), '12:00', []), sells(10_000), '13:00', []);
    const keyOf = (cnpj: string) => memberKey({ cnpj, asset: 'HASH11', side: 'SELL' });
    const limits = new Map([
      [keyOf(ALFA), 1_000],
      [keyOf(BETA), 900],
    ]);
    const sold = (...fills: readonly Fill[]) => {
      const by = { fills, quotes: QUOTES, weighting: 'equal-bps', limits } as const;
      const { positions, pools } = standing(cut, by);
      return [
        ...[ALFA, BETA].map((cnpj) => positions.find((own) => own.cnpj === cnpj)?.shares),
        pools[0]?.excess,
      ];
    };
    const late = (quantity: number, time: string) => fill(time, quantity, time, 50, 'SELL');
    expect(sold(late(1_500, '11:00'))).toEqual([600, 900, 0]);
    expect(sold(late(1_500, '12:30'))).toEqual([600, 900, 0]);
    // What it still asks for is done by that: what is sold later is nobody’s.
    expect(sold(late(1_500, '11:00'), late(100, '14:00'))).toEqual([600, 900, 100]);
    expect(sold(late(1_100, '11:00'), late(150, '14:00'))).toEqual([200, 900, 150]);
    // Never beyond what it holds.
    expect(sold(late(2_000, '11:00'))).toEqual([1_000, 900, 100]);
    expect(sold(late(1_200, '11:00'), late(900, '12:30'))).toEqual([1_000, 900, 200]);
    // Nor does what it still asks for: 600 of its 1,000 are sold by what came late.
    const larger = ordered(opened, sells(80_000), '12:00', []);
    const by = { quotes: QUOTES, weighting: 'equal-bps', limits } as const;
    const fills = [late(1_500, '11:00'), late(700, '14:00')];
    const { positions, pools } = standing(larger, { ...by, fills });
    expect(positions.map(({ shares }) => shares)).toEqual([1_000, 900]);
    expect(pools[0]?.excess).toBe(300);
  });

  it('gives it up again when the bust is taken back', () => {
    const cut = ordered(two, wanted, '12:00', morning);
    const anew = ordered(cut, wanted, '14:00', busted);
    const back = ordered(anew, wanted, '14:30', morning);
    expect(back.claims).toEqual(cut.claims);
    expect(sharesOf(back, [...morning, fill('3', 700, '15:00')], ALFA)).toBe(1_200);
  });

  it('stays cancelled where it was cancelled, and does not begin for less than a share', () => {
    const gone = ordered(two, [intent(ALFA, 0), intent(BETA, 100_000)], '12:00', morning);
    const later = ordered(gone, [intent(ALFA, 0), intent(BETA, 100_000)], '14:00', busted);
    expect(sharesOf(later, after, ALFA)).toBe(400);
    const cut = ordered(two, [intent(ALFA, 70_000), intent(BETA, 100_000)], '12:00', morning);
    const dearer = [fill('1', 400, '11:00'), fill('2', 2_000, '11:05', 49.99)];
    const moved = ordered(cut, [intent(ALFA, 70_000), intent(BETA, 100_000)], '14:00', dearer);
    expect(moved.claims).toEqual(cut.claims);
  });
});

describe('a fund that gives back', () => {
  it('is credited for it on its own side, to the cent', () => {
    const opened = ordered(OPENING, [intent(ALFA, 40_000), intent(GAMA, 40_000)], '10:15', []);
    const fills = [fill('1', 1_800, '11:00')];
    const before = standingOf(opened, fills);
    const alfa = before.positions.find(({ cnpj }) => cnpj === ALFA);
    expect(alfa?.residual).toBe(-5_000_00);
    const claims = restated(
      opened.claims,
      [{ claimant: { rank: 'give-back', cnpj: ALFA, asset: 'HASH11', side: 'SELL' }, total: 5_000_00 }],
      at('16:00'),
      gotFrom(opened, before),
    );
    const sold = [...fills, fill('2', 100, '16:10', 50, 'SELL')];
    const after = standingOf({ ...opened, claims }, sold).positions.find(({ cnpj }) => cnpj === ALFA);
    expect(after).toMatchObject({ oppositeShares: 100, opposite: 5_000_00 });
    // What it gave back is no longer too much: GAMA, who gave nothing, is left with the rest of what is over.
    expect((after?.amount ?? 0) - (after?.executed ?? 0) + (after?.opposite ?? 0)).toBe(after?.residual);
  });

  it('gives back anew what is busted after it was to give back less: nobody else sells what brokers trade for it', () => {
    const opened = ordered(OPENING, [intent(ALFA, 40_000), intent(GAMA, 40_000)], '10:15', []);
    const bought = [fill('1', 2_000, '11:00')];
    const toGiveBack = (state: OpenDay, alfa: number, fills: readonly Fill[], time: string): OpenDay => {
      const of = (cnpj: string, total: number) => ({
        claimant: { rank: 'give-back', cnpj, asset: 'HASH11', side: 'SELL' } as const,
        total,
      });
      const wished = [of(ALFA, alfa), of(GAMA, 10_000_00)];
      const claims = restated(state.claims, wished, at(time), gotFrom(state, standingOf(state, fills)));
      return { ...state, claims };
    };
    const sales = [fill('2', 100, '16:10', 50, 'SELL'), fill('3', 100, '16:12', 50, 'SELL')];
    const begun = toGiveBack(opened, 10_000_00, bought, '16:00');
    // Both sold 100; ALFA is to give back no more than that.
    const less = toGiveBack(begun, 5_000_00, [...bought, ...sales], '16:20');
    const left = [...bought, ...sales.slice(0, 1)];
    const anew = toGiveBack(less, 5_000_00, left, '16:40');
    const all = standingOf(anew, [...left, fill('4', 200, '16:50', 50, 'SELL')]);
    const shares = all.positions.map(({ cnpj, oppositeShares }) => [cnpj, oppositeShares]);
    expect(shares).toEqual([
      [ALFA, 100],
      [GAMA, 200],
    ]);
    expect(toGiveBack(anew, 5_000_00, left, '16:45').claims).toEqual(anew.claims);
  });
});

describe('any day of orders that come, change and go', () => {
  const step = fc.record({
    amounts: fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 3, maxLength: 3 }),
    quantity: fc.integer({ min: 0, max: 3_000 }),
    tick: fc.integer({ min: 4_800, max: 5_200 }),
    timed: fc.boolean(),
  });

  it('gives out every share and cent, and never changes what a slice gave because of what came later', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        let state = OPENING;
        let fills: readonly Fill[] = [];
        let before: readonly (readonly [string, number])[] = [];
        steps.forEach(({ amounts, quantity, tick, timed }, index) => {
          const hour = 10 + index;
          const intents = [ALFA, BETA, GAMA].map((cnpj, fund) => intent(cnpj, amounts[fund] ?? 0));
          state = ordered(state, intents, `${hour}:00`, fills);
          const then = standingOf(state, fills);
          expect(bySlice(then).filter(([key]) => before.some(([known]) => known === key))).toEqual(before);
          if (quantity > 0)
            fills = [...fills, fill(String(index), quantity, timed ? `${hour}:30` : null, tick / 100)];
          const now = standingOf(state, fills);
          const [pool] = now.pools;
          if (pool) {
            const given = [...pool.sharesByFund.values()].reduce((sum, shares) => sum + shares, 0);
            expect(given + pool.excess).toBe(pool.executed.shares);
            const money = [...pool.moneyByFund.values()].reduce((sum, cents) => sum + cents, 0);
            if (pool.excess === 0) expect(money).toBe(pool.executed.money);
            expect(reconcile(now, linesOf(now))).toEqual([]);
          }
          before = bySlice(now);
        });
      }),
      { endOnFailure: true },
    );
  });
});

/** What every fund has of every slice. */
const bySlice = ({ pools }: ReturnType<typeof standing>): readonly (readonly [string, number])[] =>
  pools.flatMap(({ claims, split }) => {
    const sums = new Map<string, number>();
    for (const { id, slices } of split?.answer.claims ?? [])
      for (const { slice, shares } of slices) {
        const key = `${claims.find((claim) => claim.id === id)?.cnpj} ${slice}`;
        sums.set(key, (sums.get(key) ?? 0) + shares);
      }
    return [...sums].sort();
  });
