import type { CostProblem } from '../../src/solver';
import { bookOf } from '../../src/solver/money/costBook';
import { exchange } from '../../src/solver/money/costExchange';
import { jointDual } from '../../src/solver/money/costJoint';
import { type Joint, jointOf } from '../../src/solver/money/costSeats';
import { chanceOf } from './seeded';
import { total } from './smallMarkets';

/** Funds of all sizes that buy several ETFs with cash for a part of it, units rationed or not. */
function poorDay(seed: number, size: number, part: number, isRationed: boolean): CostProblem {
  const chance = chanceOf(seed);
  const assets = ['ONE', 'TWO'].map((id) => {
    const price = 40 + chance.whole(40);
    return {
      ...{ id, side: 'BUY' as const, price, sharesPerUnit: 20_000, unitValue: 20_000 * price },
      ...{ feePerRequest: 500 + chance.whole(1_000), primaryBps: 2, halfSpreadBps: 5 },
      ...{ residualPenalty: 0.01 + 0.01 * chance.real(), executedShares: 4_000 * size },
      ...(isRationed ? { maxTotalUnits: 2 * size } : {}),
    };
  });
  const funds = Array.from({ length: size }, (_, at) => {
    const positions = assets.map(({ id }) => ({
      asset: id,
      target: Math.round(8e6 * Math.exp(-3 * chance.real())),
    }));
    const wanted = total(positions.map(({ target }) => target));
    return { id: `FUND ${at}`, cash: Math.round(wanted * (part + 0.2 * chance.real())), positions };
  });
  return { assets, funds };
}

/** The same options, but every look at one is counted: the work of a search on any machine alike. */
function watched(joint: Joint, looks: { count: number }): Joint {
  const seats = joint.seats.map((seat) => ({
    ...seat,
    options: seat.options.map(({ whole, ...option }) => ({
      ...option,
      get whole() {
        looks.count++;
        return whole;
      },
    })),
  }));
  return { ...joint, seats };
}

/** What a choice costs above the floor: options, demand not met, and cash that its shares lack, as dear as can be. */
function excessOf(joint: Joint, bound: number, options: readonly number[]): number {
  const picked = joint.seats.flatMap((seat, at) => seat.options[options[at] ?? -1] ?? []);
  const open = [...joint.demand, 0].map(
    (asked, at) => asked - total(picked.map(({ whole }) => whole[at] ?? 0)),
  );
  const missed = joint.demand.map((_, at) => {
    const left = open[at] ?? 0;
    return left > 1e-9 ? Math.min(joint.steepest[at] ?? 0, 1e6) * left : 0;
  });
  const lacking = total(open.filter((_, at) => joint.isBought[at] !== false));
  return total(picked.map(({ cost }) => cost)) + total(missed) + Math.max(0, lacking) - bound;
}

describe('exchanges between funds that are short of cash', () => {
  it('come near the floor, in few looks', () => {
    for (const [size, part, isRationed, first, last, looks] of [
      [3, 0.5, false, 538_464, 17_979, 1_646],
      [6, 0.5, false, 174_392, 6_707, 3_581],
      [20, 0.3, false, 3_254, 3_254, 7_132],
      [20, 0.8, false, 64_726, 4_783, 14_664],
      [6, 0.5, true, 93_098, 6_654, 3_061],
      [20, 0.7, true, 1_621, 1_621, 10_552],
    ] as const) {
      const efforts = [1, 2, 3, 4, 5].map((seed) => {
        const joint = jointOf(bookOf(poorDay(seed, size, part, isRationed)));
        const dual = jointDual(joint);
        const seen = { count: 0 };
        const choices = exchange(watched(joint, seen), dual);
        const costs = choices.map((options) => excessOf(joint, dual.bound, options));
        expect(Math.min(...costs)).toBeGreaterThan(-1);
        return { looks: seen.count, first: costs[0] ?? 0, last: costs[costs.length - 1] ?? 0 };
      });
      expect(total(efforts.map((effort) => effort.first))).toBeLessThanOrEqual(first);
      expect(total(efforts.map((effort) => effort.last))).toBeLessThanOrEqual(last);
      expect(total(efforts.map((effort) => effort.looks))).toBeLessThanOrEqual(1.02 * looks);
    }
  });
});
