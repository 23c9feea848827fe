// Where funds stand and what brokers may do, for any fills: nothing lost, nothing made up, nothing netted.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Broker } from '../../src/domain/broker';
import type { Etf } from '../../src/domain/etf';
import type { Fill } from '../../src/domain/fill';
import type { Intent, Side } from '../../src/domain/trade';
import { linesOf, reconcile } from '../../src/stages/allocation/lines';
import { callsForMore } from '../../src/stages/caps/demands';
import { instruct } from '../../src/stages/caps/instruct';
import { restateOrders } from '../../src/stages/caps/orders';
import type { UnitQuotes } from '../../src/stages/day/quotes';
import { EMPTY_STATE, type OpenDay, type UnitRequest } from '../../src/stages/day/state';
import { standing } from '../../src/stages/standing/positions';
import type { ShareLimits } from '../../src/stages/standing/settledPools';
import { DATE } from '../fixtures/workedDay';

const FUNDS = ['11.222.333/0001-81', '12.ABC.345/01DE-35', '38.314.708/0001-90', '71.204.918/0001-09'];
const QUOTES: UnitQuotes = new Map([['HASH11', { inav: 62.5, sharesPerUnit: 20_000 }]]);
const NOW = `${DATE}T16:00:00`;

const HASH11: Etf = {
  asset: 'HASH11',
  name: null,
  family: 'nasdaq',
  isin: null,
  limitBps: 30,
  maxVolumeShare: null,
  primaryCutoff: null,
  unitRounding: null,
  administrator: null,
  administratorEmails: [],
  broker: null,
  spreadBps: null,
};

const broker = (name: string, share: number): Broker => ({
  name,
  code: '3',
  emails: ['mesa@aurora.example'],
  cc: [],
  language: 'pt',
  accountCodes: [],
  share,
  allocateBy: 'average',
  fillsFrom: 'api',
  minTicket: null,
  fileFormat: 'csv',
});
const BROKERS = [broker('Aurora', 0.55), broker('Meridian', 0.33), broker('Zenith', 0.12)];

const intent = (cnpj: string, side: Side, amount: number): Intent => ({
  tradeDate: DATE,
  fund: cnpj.slice(0, 6),
  cnpj,
  asset: 'HASH11',
  side,
  strategy: 'SimpleOrder',
  amount,
  version: 1,
  frozenAt: NOW,
  reason: null,
  approvedBy: 'trader@desk.example',
});

const request = (cnpj: string, side: Side, units: number): UnitRequest => ({
  cnpj,
  asset: 'HASH11',
  side,
  units,
  inav: 62.5,
  sharesPerUnit: 20_000,
  executedShares: 0,
  price: 62.5,
  objective: 0,
  lowerBound: 0,
  proRataUnits: null,
  oneUnitMore: null,
  oneUnitLess: null,
  reasons: [],
  requestedAt: NOW,
});

/** A counterexample as it was drawn: making it smaller takes minutes. */
const ONCE = { endOnFailure: true };

const side = fc.constantFrom<Side>('BUY', 'SELL');
const anyIntents = fc
  .uniqueArray(
    fc.record({ cnpj: fc.constantFrom(...FUNDS), side, amount: fc.integer({ min: 1, max: 2_000_000_000 }) }),
    {
      selector: ({ cnpj }) => cnpj,
      minLength: 1,
    },
  )
  .map((rows) => rows.map((row) => intent(row.cnpj, row.side, row.amount)));
const anyFills = fc
  .array(
    fc.record({
      broker: fc.constantFrom('Aurora', 'Meridian', 'Zenith'),
      side,
      quantity: fc.integer({ min: 1, max: 90_000 }),
      tick: fc.integer({ min: 6_100, max: 6_400 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(
      (row, index): Fill => ({
        date: DATE,
        fillId: `F${String(index).padStart(3, '0')}`,
        broker: row.broker,
        asset: 'HASH11',
        side: row.side,
        quantity: row.quantity,
        price: row.tick / 100,
        time: NOW,
        status: 'EXECUTED',
        source: 'api',
      }),
    ),
  );
const anyUnits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });

const stateOf = (intents: readonly Intent[], units: readonly number[]): OpenDay =>
  claimed({
    ...EMPTY_STATE,
    tradeDate: DATE,
    intents,
    units: intents.map((own, index) => request(own.cnpj, own.side, units[index] ?? 0)),
  });

const claimed = (state: OpenDay): OpenDay => restateOrders(state, standingOf(state, []), NOW);

const standingOf = (state: OpenDay, fills: readonly Fill[], limits: ShareLimits = new Map()) =>
  standing(state, { fills, quotes: QUOTES, weighting: 'equal-bps', limits });

/** As the cycle leaves the day: funds that have too much are asked to give back. */
const instructed = (state: OpenDay, fills: readonly Fill[], limits: ShareLimits = new Map()) => {
  const current = standingOf(state, fills, limits);
  const next = instruct({
    unsentBelow: 0,
    now: NOW,
    user: 'trader@desk.example',
    state,
    standing: current,
    quotes: QUOTES,
    etfs: [HASH11],
    brokers: BROKERS,
    assets: ['HASH11'],
    rule: { mayGiveBack: true, band: () => 0, tolerance: 100_000 },
    settlementDate: DATE,
    limits,
    held: new Map(),
    reprice: true,
    keepsRooms: false,
    fundAtOneBroker: false,
    news: { more: 100_000, less: 100_000 },
  });
  return { current, next };
};

const traded = (side: Side, quantity: number, price: number): Fill => ({
  date: DATE,
  fillId: 'F001',
  broker: 'Aurora',
  asset: 'HASH11',
  ...{ side, quantity, price },
  time: NOW,
  status: 'EXECUTED',
  source: 'api',
});

describe('every fund’s standing, whatever was filled', () => {
  it('adds up to the pool in shares, and in BRL to the cent', () => {
    fc.assert(
      fc.property(anyIntents, anyUnits, anyFills, (intents, units, fills) => {
        const { pools, positions } = standingOf(stateOf(intents, units), fills);
        for (const pool of pools) {
          const own = positions.filter((position) => position.side === pool.side);
          expect(own.reduce((sum, { shares }) => sum + shares, 0)).toBe(pool.executed.shares - pool.excess);
          if (pool.excess === 0)
            expect(own.reduce((sum, position) => sum + position.executed, 0)).toBe(pool.executed.money);
        }
      }),
      ONCE,
    );
  });

  it('gives every executed share of every fill to somebody, nobody where no fund may take it', () => {
    fc.assert(
      fc.property(anyIntents, anyUnits, anyFills, (intents, units, fills) => {
        const split = standingOf(stateOf(intents, units), fills);
        const lines = linesOf(split);
        expect(reconcile(split, lines)).toEqual([]);
        for (const { fillId, quantity } of fills) {
          const own = lines.filter((line) => line.fill.fillId === fillId);
          expect(own.reduce((sum, { shares }) => sum + shares, 0)).toBe(quantity);
        }
      }),
      ONCE,
    );
  });

  it('has few lines only where no fund comes further from its slices’ averages than the bound', () => {
    fc.assert(
      fc.property(
        anyIntents,
        anyUnits,
        anyFills,
        fc.constantFrom(0, 50, 5_000),
        (intents, units, fills, bound) => {
          const split = standingOf(stateOf(intents, units), fills);
          const few = linesOf(split, { prefer: 'few-lines', bound });
          expect(reconcile(split, few)).toEqual([]);
          for (const { asset, side, slices, price } of split.pools) {
            const own = few.filter(({ fill }) => fill.asset === asset && fill.side === side);
            const byPrice = linesOf(split).filter(({ fill }) => fill.asset === asset && fill.side === side);
            if (JSON.stringify(own) === JSON.stringify(byPrice)) continue;
            for (const cnpj of new Set(own.map((line) => line.cnpj))) {
              if (cnpj === null) continue;
              const off = own
                .filter((line) => line.cnpj === cnpj)
                .map(({ fill, shares, slice }) => {
                  const average = slices.find(({ id }) => id === slice)?.executed.price ?? price;
                  return shares * (fill.price - average) * 100;
                });
              expect(Math.abs(off.reduce((sum, each) => sum + each, 0))).toBeLessThanOrEqual(bound + 1);
            }
          }
        },
      ),
      ONCE,
    );
  });

  it('gives a seller no more than it holds', () => {
    fc.assert(
      fc.property(anyIntents, anyFills, fc.integer({ min: 0, max: 50_000 }), (intents, fills, held) => {
        const limits = new Map(intents.map(({ cnpj }) => [`${cnpj}/HASH11/SELL`, held]));
        const { positions } = standingOf(stateOf(intents, []), fills, limits);
        for (const { side: own, shares } of positions)
          if (own === 'SELL') expect(shares).toBeLessThanOrEqual(held);
      }),
      ONCE,
    );
  });
});

describe('the caps', () => {
  it('leave the brokers together exactly what the funds call for on that side, never netted between funds', () => {
    fc.assert(
      fc.property(anyIntents, anyUnits, anyFills, (intents, units, fills) => {
        const { current, next } = instructed(stateOf(intents, units), fills);
        for (const asked of ['BUY', 'SELL'] as const) {
          const own = current.positions.filter(
            (position) => position.side === asked && callsForMore(position, 100_000) && position.residual > 0,
          );
          const back = next.claims.filter((claim) => claim.side === asked && claim.rank === 'give-back');
          const wanted = [...own.map(({ residual }) => residual), ...back.map(({ amount }) => amount)].reduce(
            (sum, amount) => sum + amount,
            0,
          );
          const caps = next.instructions.filter((instruction) => instruction.side === asked);
          expect(caps.reduce((sum, { cap, executed }) => sum + cap - executed, 0)).toBe(wanted);
          for (const { executed, broker: name } of caps) {
            const done = fills
              .filter((fill) => fill.side === asked && fill.broker === name)
              .reduce((sum, fill) => sum + fill.quantity * Math.round(fill.price * 100), 0);
            expect(executed).toBe(done);
          }
        }
      }),
      ONCE,
    );
  });

  it('are not written again while nothing has moved', () => {
    fc.assert(
      fc.property(anyIntents, anyUnits, anyFills, (intents, units, fills) => {
        const state = stateOf(intents, units);
        const { next } = instructed(state, fills);
        // Those who give back are measured by what they were asked, so their standing may move once.
        const after = { ...state, claims: next.claims, cuts: next.cuts, instructions: next.instructions };
        expect(instructed(after, fills).next.instructions).toEqual([]);
      }),
      ONCE,
    );
  });

  it('are written again where there is less to sell, though the money has not moved; not where there is more', () => {
    const [seller = ''] = FUNDS;
    const holding = (shares: number): ShareLimits => new Map([[`${seller}/HASH11/SELL`, shares]]);
    const state = stateOf([intent(seller, 'SELL', 100_000_000)], []);
    const first = instructed(state, [], holding(15_000)).next.instructions;
    const sharesIn = (caps: typeof first): number => caps.reduce((sum, own) => sum + (own.shareCap ?? 0), 0);
    expect(sharesIn(first)).toBe(15_000);
    const working = { ...state, instructions: first };
    const less = instructed(working, [], holding(9_000)).next.instructions;
    expect(less.map(({ broker: name, version }) => [name, version])).toEqual(
      BROKERS.map(({ name }) => [name, 2]),
    );
    expect(less.map(({ cap }) => cap)).toEqual(first.map(({ cap }) => cap));
    expect(sharesIn(less)).toBe(9_000);
    expect(instructed(working, [], holding(15_500)).next.instructions).toEqual([]);
  });

  it('ask for no sale that its seller has no shares for, where others would sell it beyond what they want', () => {
    const [short = '', long = ''] = FUNDS;
    const state = stateOf([intent(short, 'SELL', 100_000_000), intent(long, 'SELL', 50_000_000)], []);
    const left: ShareLimits = new Map([
      [`${short}/HASH11/SELL`, 1_600],
      [`${long}/HASH11/SELL`, 40_000],
    ]);
    const { current, next } = instructed(state, [], left);
    const price = current.positions[0]?.price ?? 0;
    const sells = next.demands.filter(({ side }) => side === 'SELL');
    expect(price).toBeGreaterThan(0);
    expect(sells.map(({ amount, called }) => [amount, called])).toEqual([
      [1_600 * price * 100 + 50_000_000, 1_600 * price * 100 + 50_000_000],
    ]);
    expect(next.instructions.reduce((sum, { cap }) => sum + cap, 0)).toBe(1_600 * price * 100 + 50_000_000);
  });

  it('count what a seller has left to sell at the iNAV, whatever was paid for what it sold', () => {
    const [short = '', long = ''] = FUNDS;
    const state = stateOf([intent(short, 'SELL', 100_000_000), intent(long, 'SELL', 100_000_000)], []);
    const left: ShareLimits = new Map([
      [`${short}/HASH11/SELL`, 1_600],
      [`${long}/HASH11/SELL`, 40_000],
    ]);
    for (const price of [55, 70]) {
      const { current, next } = instructed(state, [traded('SELL', 2_000, price)], left);
      const sold = current.positions.find(({ cnpj }) => cnpj === short)?.shares ?? 0;
      expect(sold).toBe(1_000);
      const [call] = next.demands
        .filter(({ side }) => side === 'SELL')
        .flatMap(({ calls }) => calls.filter(({ position }) => position.cnpj === short));
      expect([call?.maxShares, call?.amount]).toEqual([600, 600 * 62_50]);
    }
  });

  it('ask who gives back for no more than its shares are worth at the iNAV, and for all that it is over there', () => {
    const [buyer = ''] = FUNDS;
    for (const price of [50, 80]) {
      const fills = [traded('BUY', 100, price)];
      const back = (units: number) =>
        instructed(stateOf([intent(buyer, 'BUY', 125_000_000)], [units]), fills);
      // Units make it over by far more than it bought: of these it can sell what they are worth now.
      const [all] = back(2).next.claims.filter(({ rank }) => rank === 'give-back');
      expect(all?.amount).toBe(100 * 62_50);
      const caps = back(2).next.instructions.filter(({ side }) => side === 'SELL');
      expect(caps.reduce((sum, { cap }) => sum + cap, 0)).toBe(100 * 62_50);
      expect(caps.reduce((sum, { shareCap }) => sum + (shareCap ?? 0), 0)).toBe(100);
    }
  });

  it('are asked for from a whole share on, a share being worth the iNAV', () => {
    const [buyer = ''] = FUNDS;
    const callsFor = (cents: number, price: number): boolean => {
      const state = stateOf([intent(buyer, 'BUY', 100 * price * 100 + cents)], []);
      const [position] = standingOf(state, [traded('BUY', 100, price)]).positions;
      expect(position?.residual).toBe(cents);
      return position !== undefined && callsForMore(position, 1);
    };
    for (const price of [50, 80])
      expect([62_49, 62_50].map((cents) => callsFor(cents, price))).toEqual([false, true]);
  });

  it('in BRL leave room for a dearer market where the shares of its sellers are all that bounds a side', () => {
    const [one = '', other = ''] = FUNDS;
    const state = stateOf([intent(one, 'SELL', 100_000_000), intent(other, 'SELL', 50_000_000)], []);
    const left: ShareLimits = new Map([
      [`${one}/HASH11/SELL`, 1_600],
      [`${other}/HASH11/SELL`, 800],
    ]);
    const { instructions } = instructed(state, [], left).next;
    expect(instructions.reduce((sum, { cap }) => sum + cap, 0)).toBe(150_000_000);
    expect(instructions.reduce((sum, { shareCap }) => sum + (shareCap ?? 0), 0)).toBe(2_400);
  });

  it('of two sides at work say so to both', () => {
    const state = stateOf(
      [intent(FUNDS[0] ?? '', 'BUY', 500_000_00), intent(FUNDS[1] ?? '', 'BUY', 100_000_000)],
      [],
    );
    const first = instructed(state, []).next.instructions;
    expect(first.map(({ side: own, doNotCross }) => [own, doNotCross])).toEqual(
      BROKERS.map(() => ['BUY', false]),
    );
    // A sale comes on top; the buys stay as they are, but for the word that nobody may cross.
    const wider = claimed({
      ...state,
      instructions: first,
      intents: [...state.intents, intent(FUNDS[2] ?? '', 'SELL', 70_000_000)],
    });
    const second = instructed(wider, []).next.instructions;
    expect(second.map(({ side: own, version, doNotCross }) => [own, version, doNotCross])).toEqual([
      ...BROKERS.map(() => ['BUY', 2, true]),
      ...BROKERS.map(() => ['SELL', 1, true]),
    ]);
  });
});
