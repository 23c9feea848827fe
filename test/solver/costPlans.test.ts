import { type CostProblem, solvePrimaryCost } from '../../src/solver';
import { bookOf, type CostBook, costOf, type Slot } from '../../src/solver/money/costBook';
import { exchange } from '../../src/solver/money/costExchange';
import { jointDual } from '../../src/solver/money/costJoint';
import { optionsOf } from '../../src/solver/money/costOptions';
import { type Joint, jointOf } from '../../src/solver/money/costSeats';
import { placeShares } from '../../src/solver/money/costShares';
import { chooseEach, finish } from '../../src/solver/money/costSteps';
import { chooseExactly, chooseTogether } from '../../src/solver/money/costTogether';
import { leastCost } from './bruteForce';
import { type Chance, chanceOf, FEW_DAYS, QUICK_DAYS } from './seeded';
import { smallCostDay } from './smallDays';
import { total } from './smallMarkets';

/** Two ETFs and funds whose cash buys about half of what they want. */
function shortOfCash(chance: Chance): CostProblem {
  const day = smallCostDay(chance);
  const [first] = day.assets;
  if (!first) throw new Error('a day has assets');
  const assets = ['ONE', 'TWO'].map((id) => ({
    ...first,
    id,
    side: 'BUY' as const,
    residualPenalty: (1 + chance.whole(10)) / 10,
    feePerRequest: chance.whole(4),
    executedShares: chance.whole(5),
    ...(chance.is(0.3) ? { maxTotalUnits: chance.whole(4) } : {}),
  }));
  const funds = Array.from({ length: 1 + chance.whole(2) }, (_, at) => {
    const positions = assets.map(({ id }) => ({ asset: id, target: chance.whole(50) }));
    return { id: `FUND ${at}`, cash: 10 + chance.whole(50), positions };
  });
  return { assets, funds };
}

/** What whole shares may cost beyond shares counted as real numbers. */
const roundingOf = ({ assets, funds }: CostProblem): number =>
  total(assets.map(({ residualPenalty, price }) => 2 * residualPenalty * price * (funds.length + 1)));

describe('the units a fund may take, one ETF at a time', () => {
  it('cost what they cost and leave room for the shares that fit', () => {
    const chance = chanceOf(121);
    for (let day = 0; day < QUICK_DAYS; day++) {
      for (const slot of bookOf(smallCostDay(chance)).slots) {
        const { asset, target } = slot;
        const cash = chance.is(0.5) ? Infinity : chance.whole(60);
        const paid = asset.side === 'BUY' ? Math.floor(cash / asset.unitValue) : Infinity;
        const most = Math.min(slot.unitCap, paid);
        const options = optionsOf(slot, cash);
        expect(options.map(({ units }) => units)).toEqual(
          Array.from({ length: most + 1 }, (_, units) => units),
        );
        options.forEach(({ units, cost, need }) => {
          const open = target - asset.unitValue * units;
          const fee = units > 0 ? asset.feePerRequest : 0;
          const bps = (asset.primaryBps * asset.unitValue * units) / 1e4;
          expect(cost).toBeCloseTo(fee + bps + asset.residualPenalty * Math.abs(open), 9);
          expect(need).toBeCloseTo(Math.max(0, Math.min(open, roomOf(slot, units, cash) + asset.price)), 9);
        });
      }
    }
  });

  it('are enough of them that no number left out is cheaper at any prices', () => {
    const chance = chanceOf(122);
    for (let day = 0; day < QUICK_DAYS / 2; day++) {
      const [asset] = bookOf(smallCostDay(chance)).assets;
      if (!asset) continue;
      const target = asset.unitValue * (150 + 100 * chance.real());
      const slot: Slot = {
        fund: 0,
        asset: { ...asset, primaryBps: chance.whole(20) },
        target,
        unitCap: Math.round(target / asset.unitValue) + 1,
        shareCap: chance.is(0.5) ? chance.whole(2_000) : 1e6,
        holdings: asset.side === 'SELL' ? chance.whole(2_000) : Infinity,
      };
      const cash = chance.is(0.5) ? Infinity : target * chance.real();
      const { unitCap } = slot;
      const some = optionsOf(slot, cash);
      const paid = asset.side === 'BUY' ? Math.floor(cash / asset.unitValue) : Infinity;
      const held = Math.floor(slot.holdings / asset.sharesPerUnit);
      const all = Array.from({ length: Math.min(unitCap, paid, held) + 1 }, (_, units) => {
        const open = target - asset.unitValue * units;
        const fee = units > 0 ? asset.feePerRequest : 0;
        const cost =
          fee +
          (slot.asset.primaryBps * asset.unitValue * units) / 1e4 +
          asset.residualPenalty * Math.abs(open);
        return { units, cost, need: Math.max(0, Math.min(open, roomOf(slot, units, cash) + asset.price)) };
      });
      for (const lambda of [0, 0.3, 0.7, 1].map((part) => 2 * part * asset.residualPenalty)) {
        for (const mu of [0, 0.1, 0.5].map((part) => part * asset.unitValue)) {
          const least = (options: typeof all): number =>
            Math.min(...options.map(({ cost, need, units }) => cost - lambda * need + mu * units));
          expect(least(some)).toBeLessThanOrEqual(least(all) + lambda * asset.price + 1e-9);
        }
      }
      expect(some.length).toBeLessThanOrEqual(48 + 3 + 20);
    }
  });
});

/** BRL of whole shares that fit beside so many units. */
function roomOf({ asset, shareCap, holdings }: Slot, units: number, cash: number): number {
  const paid =
    asset.side === 'BUY' ? Math.floor((cash - asset.unitValue * units) / asset.price + 1e-9) : Infinity;
  return Math.max(0, Math.min(shareCap, holdings - asset.sharesPerUnit * units, paid)) * asset.price;
}

describe('whole shares beside units that are fixed', () => {
  it('are placed as cheaply as can be, or not at all when they do not fit', () => {
    const chance = chanceOf(123);
    let [placed, refused] = [0, 0];
    for (let day = 0; day < QUICK_DAYS; day++) {
      const problem = smallCostDay(chance);
      const book = bookOf({
        assets: problem.assets.slice(0, 1),
        funds: problem.funds.map((fund) => ({ ...fund, positions: fund.positions.slice(0, 1) })),
      });
      const units = book.slots.map(({ unitCap }) => chance.whole(Math.min(unitCap, 2) + 1));
      const shares = placeShares(
        book,
        units,
        book.slots.map(() => 0),
      );
      const least = leastPlaced(book, units);
      expect(shares === undefined).toBe(least === Infinity);
      if (!shares) {
        refused++;
        continue;
      }
      expect(total(shares)).toBe(book.assets[0]?.executedShares);
      expect(costOfAll(book, shares, units)).toBeCloseTo(least, 9);
      placed++;
    }
    expect(Math.min(placed, 4 * refused)).toBeGreaterThan(0.3 * QUICK_DAYS);
  });

  it('lie pro rata within the targets, and beyond them too', () => {
    const asset = {
      ...{ id: 'ETF', side: 'BUY' as const, price: 10, unitValue: 100, sharesPerUnit: 10 },
      ...{ feePerRequest: 0, primaryBps: 0, halfSpreadBps: 0, residualPenalty: 1 },
    };
    const place = (executedShares: number, targets: readonly number[]) => {
      const funds = targets.map((target, at) => ({ id: `F${at}`, positions: [{ asset: 'ETF', target }] }));
      const book = bookOf({ assets: [{ ...asset, executedShares }], funds });
      return placeShares(
        book,
        targets.map(() => 0),
        targets.map(() => 0),
      );
    };
    expect(place(30, [400, 200])).toEqual([20, 10]);
    expect(place(60, [400, 200])).toEqual([40, 20]);
    expect(place(90, [400, 200])).toEqual([60, 30]);
    expect(place(61, [406, 202])).toEqual([41, 20]);
    expect(place(62, [406, 204])).toEqual([41, 21]);
  });
});

function costOfAll(book: CostBook, shares: readonly number[], units: readonly number[]): number {
  return total(book.slots.map((slot, at) => costOf(slot, shares[at] ?? 0, units[at] ?? 0)));
}

/** The least cost over all whole shares of one ETF; Infinity when they do not fit. */
function leastPlaced(book: CostBook, units: readonly number[]): number {
  let best = Infinity;
  const visit = (at: number, left: number, shares: number[]): void => {
    const slot = book.slots[at];
    if (!slot) {
      if (left === 0) best = Math.min(best, costOfAll(book, shares, units));
      return;
    }
    const cash = book.funds[slot.fund]?.cash ?? Infinity;
    const spent = slot.asset.side === 'BUY' ? slot.asset.unitValue * (units[at] ?? 0) : 0;
    if (spent > cash) return;
    const room = roomOf(slot, units[at] ?? 0, cash) / slot.asset.price;
    for (let count = 0; count <= Math.min(room, left); count++)
      visit(at + 1, left - count, [...shares, count]);
  };
  visit(0, book.assets[0]?.executedShares ?? 0, []);
  return best;
}

describe('ETFs that compete for cash', () => {
  it('are bounded from below by prices for cash, shares and units, and chosen near that floor', () => {
    const chance = chanceOf(124);
    let [solved, exact] = [0, 0];
    for (let day = 0; day < 4 * FEW_DAYS; day++) {
      const problem = shortOfCash(chance);
      const least = leastCost(problem);
      const { found, bound } = chooseTogether(bookOf(problem));
      if (least === Infinity) continue;
      expect(bound).toBeLessThanOrEqual(least + 1e-6);
      if (!found) continue;
      expect(found.objective).toBeGreaterThanOrEqual(least - 1e-9);
      solved++;
      if (found.objective <= least + roundingOf(problem)) exact++;
    }
    expect(solved).toBeGreaterThan(2 * FEW_DAYS);
    expect(exact).toBeGreaterThan(0.9 * solved);
  });

  it('are decided exactly by the mixed-integer program for a few funds', () => {
    const chance = chanceOf(125);
    let solved = 0;
    for (let day = 0; day < 4 * FEW_DAYS; day++) {
      const known = chance.is(0.5) ? shortOfCash(chance) : smallCostDay(chance);
      const assets = known.assets.map((asset) => ({ ...asset, halfSpreadBps: 20_000 }));
      const problem = chance.is(0.5) ? { ...known, assets } : known;
      const least = leastCost(problem);
      if (least === Infinity) continue;
      const answer = chooseExactly(bookOf(problem));
      if (!answer) continue;
      expect(answer.bound).toBeLessThanOrEqual(least + 1e-6);
      expect(answer.bound).toBeGreaterThanOrEqual(least - roundingOf(problem));
      if (answer.found) expect(answer.found.objective).toBeLessThanOrEqual(least + roundingOf(problem));
      solved++;
    }
    expect(solved).toBeGreaterThan(2 * FEW_DAYS);
  });

  it('and no shares at all, are bought exactly as is best', () => {
    const chance = chanceOf(128);
    let [short, best, proven] = [0, 0, 0];
    for (let day = 0; day < 6 * FEW_DAYS; day++) {
      const known = shortOfCash(chance);
      const problem = { ...known, assets: known.assets.map((asset) => ({ ...asset, executedShares: 0 })) };
      const least = leastCost(problem);
      const { objective, lowerBound } = solvePrimaryCost(problem);
      expect(objective).toBeLessThanOrEqual(1.02 * least + 1e-9);
      if (objective <= least + 1e-9) best++;
      expect(lowerBound).toBeLessThanOrEqual(least + 1e-9);
      if (lowerBound >= least * (1 - 2e-4) - 1e-6) proven++;
      const exact = chooseExactly(bookOf(problem));
      if (exact) {
        expect(exact.found?.objective).toBeCloseTo(least, 9);
        expect(exact.bound).toBeCloseTo(least, 6);
      }
      const alone = finish(bookOf(problem), chooseEach(bookOf(problem), () => Infinity).units);
      if (!alone) short++;
    }
    expect(short).toBeGreaterThan(FEW_DAYS);
    expect(best).toBeGreaterThan(0.98 * 6 * FEW_DAYS);
    expect(proven).toBeGreaterThan(0.85 * 6 * FEW_DAYS);
  });

  it('have prices that no other prices better, and choices near the best of all', () => {
    const chance = chanceOf(127);
    let [near, tried] = [0, 0];
    for (let day = 0; day < 4 * FEW_DAYS; day++) {
      const joint = jointOf(bookOf(shortOfCash(chance)));
      const dual = jointDual(joint);
      const boundAt = (prices: readonly number[]): number =>
        total(prices.map((price, at) => price * (joint.demand[at] ?? 0))) +
        total(
          joint.seats.map(({ options }) =>
            Math.min(
              ...options.map(
                ({ cost, uses }) => cost - total(uses.map((use, at) => use * (prices[at] ?? 0))),
              ),
            ),
          ),
        );
      expect(dual.bound).toBeCloseTo(boundAt(dual.prices), 9);
      for (let other = 0; other < 20; other++) {
        const prices = joint.reach.map((most, at) =>
          other % 2 === 0
            ? most * chance.real()
            : Math.max(0, Math.min(most, (dual.prices[at] ?? 0) + 0.1 * most * (chance.real() - 0.5))),
        );
        expect(dual.bound).toBeGreaterThanOrEqual(boundAt(prices) - 1e-5 * Math.abs(dual.bound) - 1e-9);
      }
      const choices = exchange(joint, dual);
      expect(choices.every((options) => options.length === joint.seats.length)).toBe(true);
      const best = Math.min(...choices.map((options) => costOfJoint(joint, options)));
      const least = Math.min(...everyJoint(joint).map((options) => costOfJoint(joint, options)));
      expect(dual.bound).toBeLessThanOrEqual(least + 1e-9);
      tried++;
      if (best <= least + 0.02 * Math.abs(least) + 1e-9) near++;
    }
    expect(near).toBeGreaterThan(0.8 * tried);
  });
});

function everyJoint({ seats }: Joint): number[][] {
  return seats.reduce<number[][]>(
    (rows, { options }) => rows.flatMap((row) => options.map((_, option) => [...row, option])),
    [[]],
  );
}

/** Costs and what the demand still lacks; units beyond the ration cost without end. */
function costOfJoint({ seats, demand, steepest }: Joint, options: readonly number[]): number {
  const picked = seats.flatMap((seat, at) => seat.options[options[at] ?? -1] ?? []);
  const missed = demand.map((asked, at) => {
    const left = asked - total(picked.map(({ whole }) => whole[at] ?? 0));
    return left > 1e-9 ? (steepest[at] ?? 0) * left : 0;
  });
  return total(picked.map(({ cost }) => cost)) + total(missed);
}
