import { type Choice, dualOf } from '../../src/solver/money/costDual';
import { chooseFor } from '../../src/solver/money/costSearch';
import { chanceOf } from './seeded';
import { total } from './smallMarkets';

/** Slots with few, lumpy options: where what the demand leaves open cannot be filled in small steps. */
function lumpy(seed: number, size: number, isRationed: boolean, whole: boolean): Choice {
  const chance = chanceOf(seed);
  const round = (value: number): number => (whole ? Math.round(value) : value);
  const options = Array.from({ length: size }, () => {
    const full = 20 + 60 * chance.real();
    return Array.from({ length: 4 }, (_, units) => ({
      units,
      cost: round(units === 0 ? full : 3 + 5 * units + Math.abs(full - 22 * units) + 4 * chance.real()),
      need: round(Math.max(0, full - 22 * units + 6 * chance.real())),
    }));
  });
  const most = isRationed ? Math.floor(1.2 * size) : Infinity;
  return { options, penalty: 1, demand: round(14.3 * size), most };
}

function costOf(choice: Choice, units: readonly number[]): number {
  const picked = choice.options.flatMap((own, slot) => own[units[slot] ?? 0] ?? []);
  const missed = Math.max(0, choice.demand - total(picked.map(({ need }) => need)));
  if (total(units) > choice.most) return Infinity;
  return total(picked.map(({ cost }) => cost)) + 2 * choice.penalty * missed;
}

/** The least cost when all needs are whole numbers: by what is needed and rationed so far. */
function leastByTable({ options, penalty, demand, most }: Choice): number {
  let table = new Map<string, readonly [need: number, units: number, cost: number]>([['0 0', [0, 0, 0]]]);
  for (const own of options) {
    const next = new Map<string, readonly [number, number, number]>();
    for (const [need, units, cost] of table.values()) {
      for (const option of own) {
        const sum = [
          Math.min(demand, need + option.need),
          units + (most < Infinity ? option.units : 0),
        ] as const;
        if (sum[1] > most) continue;
        const key = sum.join(' ');
        const known = next.get(key);
        if (!known || known[2] > cost + option.cost) next.set(key, [...sum, cost + option.cost]);
      }
    }
    table = next;
  }
  return Math.min(...[...table.values()].map(([need, , cost]) => cost + 2 * penalty * (demand - need)));
}

describe('the prices of one asset', () => {
  it('are found in a handful of looks at each option, however many there are', () => {
    for (const [size, isRationed, most, bound] of [
      [8, false, 9, 816.17156],
      [8, true, 24.25, 1154.52863],
      [100, false, 11.75, 9728.93107],
      [100, true, 32.75, 13008.1561],
    ] as const) {
      let looks = 0;
      const bounds = [1, 2, 3, 4].map((seed) => {
        const choice = lumpy(seed, size, isRationed, false);
        const options = choice.options.map((own) =>
          own.map(({ units, cost, need }) => ({
            units,
            need,
            get cost() {
              looks++;
              return cost;
            },
          })),
        );
        return dualOf({ ...choice, options }).bound;
      });
      expect(total(bounds)).toBeCloseTo(bound, 4);
      expect(looks / (4 * 4 * size)).toBeLessThanOrEqual(most);
    }
  });
});

describe('the search for units of one asset', () => {
  it('finds the best of all choices, and a floor just below it, with up to twelve funds', () => {
    for (const [size, isRationed] of [
      [4, false],
      [8, false],
      [12, false],
      [4, true],
      [8, true],
    ] as const) {
      for (const seed of [1, 2, 3, 4]) {
        const choice = lumpy(seed, size, isRationed, true);
        const least = leastByTable(choice);
        const { units, bound } = chooseFor(choice, 0);
        expect(costOf(choice, units)).toBe(least);
        expect(bound).toBeCloseTo(least, 9);
      }
    }
  });

  it('proves as much among a hundred funds', () => {
    for (const [size, isRationed, grain, cost] of [
      [14, false, 0, 1047.16745],
      [30, false, 0, 2152.41945],
      [14, true, 0, 1432.57771],
      [30, true, 1e-4, 2776.63068],
      [60, true, 0, 5671.96678],
      [60, true, 1e-3, 5671.96678],
      [100, true, 0, 9511.73631],
    ] as const) {
      const answers = [1, 2, 3].map((seed) => {
        const choice = lumpy(seed, size, isRationed, false);
        const { units, bound } = chooseFor(choice, grain);
        return { cost: costOf(choice, units), bound };
      });
      const slack = 2 * grain * size;
      expect(total(answers.map((answer) => answer.cost))).toBeLessThanOrEqual(cost + 1e-5);
      for (const answer of answers) {
        expect(answer.bound).toBeLessThanOrEqual(answer.cost + 1e-9);
        expect(answer.bound).toBeGreaterThanOrEqual(answer.cost - 3 * slack - 1e-9);
      }
    }
  });

  it('proves as much, or nearly, where every unit costs its shares and a little more', () => {
    for (const [size, seed, cost, gap] of [
      [30, 3, 1002.528, 0],
      [40, 1, 1328.919, 0],
      [40, 3, 1328.918, 0],
      [60, 2, 1983.876, 2.243],
    ] as const) {
      const chance = chanceOf(seed);
      const options = Array.from({ length: size }, () => {
        const need = 50 + 50 * chance.real();
        const own = need + 10;
        return [
          { units: 0, cost: 0, need: 0 },
          { units: 1, cost: own, need },
          { units: 2, cost: 1.9 * own, need: 1.93 * need },
        ];
      });
      const choice = { options, penalty: 1, demand: size * 30.37, most: Infinity };
      const { units, bound } = chooseFor(choice, 0);
      const found = costOf(choice, units);
      expect(found).toBeLessThanOrEqual(cost);
      expect(bound).toBeLessThanOrEqual(found + 1e-9);
      expect(found - bound).toBeLessThanOrEqual(gap + 1e-9);
    }
  });
});
