import { type Base, baseOf } from '../../src/solver/money/costBase';
import { type Choice, dualOf } from '../../src/solver/money/costDual';
import { extended, meet, missOf, NO_STEP, type State, shelves } from '../../src/solver/money/costHalves';
import { chooseFor } from '../../src/solver/money/costSearch';
import { type Chance, chanceOf, QUICK_DAYS } from './seeded';
import { total } from './smallMarkets';

/** Some slots with some options each, the first of them no unit at all; units rationed or not. */
function someChoice(chance: Chance, size = 1 + chance.whole(4)): Choice {
  const options = Array.from({ length: size }, () =>
    Array.from({ length: 1 + chance.whole(4) }, (_, units) => ({
      units,
      cost: units === 0 ? 10 + chance.whole(20) : chance.whole(30),
      need: Math.max(0, 20 - 5 * units - chance.whole(6)),
    })),
  );
  const most = chance.is(0.5) ? Infinity : chance.whole(2 * size);
  return { options, penalty: (1 + chance.whole(10)) / 10, demand: chance.whole(20 * size), most };
}

/** Every choice of one option a slot. */
function everyChoice({ options }: Choice): number[][] {
  return options.reduce<number[][]>(
    (rows, own) => rows.flatMap((row) => own.map((_, option) => [...row, option])),
    [[]],
  );
}

function costOf(choice: Choice, row: readonly number[]): number {
  const picked = row.flatMap((option, slot) => choice.options[slot]?.[option] ?? []);
  if (total(picked.map(({ units }) => units)) > choice.most) return Infinity;
  const need = total(picked.map((option) => option.need));
  return total(picked.map(({ cost }) => cost)) + 2 * choice.penalty * Math.max(0, choice.demand - need);
}

const leastOf = (choice: Choice): number =>
  Math.min(...everyChoice(choice).map((row) => costOf(choice, row)));

/** The bound at given prices, straight from its definition. */
function boundAt({ options, demand, most }: Choice, lambda: number, mu: number): number {
  const least = options.map((own) =>
    Math.min(...own.map(({ cost, need, units }) => cost - lambda * need + mu * units)),
  );
  return total(least) + lambda * demand - (mu > 0 ? mu * most : 0);
}

describe('the prices of share money and of rationed units', () => {
  it('bound every choice from below, and no other prices bound better', () => {
    const chance = chanceOf(111);
    let isRationed = 0;
    for (let day = 0; day < QUICK_DAYS; day++) {
      const choice = someChoice(chance);
      const { lambda, mu, bound, reduced } = dualOf(choice);
      expect(bound).toBeCloseTo(boundAt(choice, lambda, mu), 9);
      expect(bound).toBeLessThanOrEqual(leastOf(choice) + 1e-9);
      const top = 2 * choice.penalty;
      expect(lambda >= 0 && lambda <= top && mu >= 0).toBe(true);
      let best = -Infinity;
      for (let step = 0; step <= 40; step++) {
        const price = (top * step) / 40;
        for (const other of choice.most < Infinity ? [0, 1, 2, 3, 5, 8, 13, 21, mu] : [0]) {
          best = Math.max(best, boundAt(choice, price, other));
        }
        best = Math.max(best, boundAt(choice, lambda, (mu * step) / 20));
      }
      expect(bound).toBeGreaterThanOrEqual(best - 1e-9);
      if (mu > 0) isRationed++;
      const costs = choice.options.map((own) =>
        own.map(({ cost, need, units }) => cost - lambda * need + mu * units),
      );
      costs.forEach((own, slot) => {
        const least = Math.min(...own);
        expect(reduced[slot]).toEqual(own.map((cost) => cost - least));
      });
    }
    expect(isRationed).toBeGreaterThan(0.1 * QUICK_DAYS);
  });

  it('leave a base from which every choice costs its steps, what it misses and the units it leaves', () => {
    const chance = chanceOf(112);
    for (let day = 0; day < QUICK_DAYS / 2; day++) {
      const choice = someChoice(chance);
      const dual = dualOf(choice);
      const base = baseOf(choice, dual, 12 * chance.real());
      for (const row of everyChoice(choice)) {
        const cost = costOf(choice, row);
        if (cost === Infinity) continue;
        expect(dual.bound + costAbove(base, row)).toBeCloseTo(cost, 9);
      }
      const none = choice.options.map(() => 0);
      expect(dual.bound + base.noUnits).toBeCloseTo(costOf(choice, none), 9);
      const excess = base.steps.map((own) => own.map((step) => step.excess));
      for (const own of [...excess, excess.map(([first]) => first ?? 0)]) {
        expect([...own].sort((a, b) => a - b)).toEqual(own);
      }
    }
  });

  it('leave a base where each slot in turn takes of its free options the neediest that the demand has room for', () => {
    const chance = chanceOf(113);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const choice = someChoice(chance);
      const dual = dualOf(choice);
      const slack = chance.is(0.5) ? 0 : 12 * chance.real();
      const base = baseOf(choice, dual, slack);
      const free = choice.options.map((own, slot) =>
        own
          .map(({ need }, option) => ({ need, option }))
          .filter(
            ({ option }) => (dual.reduced[slot]?.[option] ?? Infinity) <= slack / choice.options.length,
          ),
      );
      const least = free.map((own) => Math.min(...own.map(({ need }) => need)));
      let open = choice.demand - total(least);
      const needs = free.map((own, slot) => {
        const from = least[slot] ?? 0;
        const fitting = own.filter(({ need }) => need === from || need - from <= open);
        const need = Math.max(...fitting.map((option) => option.need));
        open -= need - from;
        return need;
      });
      const chosen = base.options.map((option, slot) => choice.options[slot]?.[option]);
      expect(chosen.map((option) => option?.need)).toEqual(needs);
      expect(free.every((own, slot) => own.some(({ option }) => option === base.options[slot]))).toBe(true);
      expect(base.open).toBeCloseTo(choice.demand - total(needs), 9);
      expect(base.unusedUnits).toBe(choice.most - total(chosen.map((option) => option?.units ?? 0)));
      for (const [slot, own] of choice.options.entries()) {
        const steps = base.steps.flat().filter((step) => step.slot === slot);
        const others = own.map((_, option) => option).filter((option) => option !== base.options[slot]);
        expect(steps.map(({ option }) => option).sort((x, y) => x - y)).toEqual(others);
        expect(choice.most < Infinity || steps.every(({ units }) => units === 0)).toBe(true);
      }
    }
  });
});

function costAbove(base: Base, row: readonly number[]): number {
  let [excess, need, units] = [base.excess, 0, 0];
  row.forEach((option, slot) => {
    if (option === base.options[slot]) return;
    const step = base.steps.flat().find((other) => other.slot === slot && other.option === option);
    if (!step) throw new Error(`no step of ${slot} to ${option}`);
    excess += step.excess;
    need += step.need;
    units += step.units;
  });
  const unused = base.mu > 0 ? base.mu * (base.unusedUnits - units) : 0;
  return excess + missOf(need - base.open, base.prices) + unused;
}

describe('the choice of units for one asset', () => {
  it('is the best of all choices but for what rounding costs, above a floor that holds', () => {
    const chance = chanceOf(114);
    for (let day = 0; day < QUICK_DAYS; day++) {
      const choice = someChoice(chance, 1 + chance.whole(5));
      const grain = chance.is(0.5) ? 0 : 0.01;
      const slack = 2 * choice.penalty * grain * choice.options.length;
      const { units, bound } = chooseFor(choice, grain);
      const least = leastOf(choice);
      expect(costOf(choice, units)).toBeLessThanOrEqual(least + 2 * slack + 1e-9);
      expect(bound).toBeLessThanOrEqual(least + 1e-9);
      expect(bound).toBeGreaterThanOrEqual(least - 4 * slack - 1e-9);
    }
  });

  it('is as good with dozens of slots, where no one could try them all', () => {
    const chance = chanceOf(115);
    for (let day = 0; day < 8; day++) {
      const choice = someChoice(chance, 30);
      const grain = 0.002;
      const { units, bound } = chooseFor(choice, grain);
      const slack = 2 * choice.penalty * grain * 30;
      const cost = costOf(choice, units);
      expect(cost).toBeGreaterThanOrEqual(bound - 1e-9);
      expect(cost - bound).toBeLessThanOrEqual(4 * slack + 1e-9);
    }
  });
});

describe('two halves of the slots', () => {
  const someStates = (chance: Chance): State[] =>
    Array.from({ length: 1 + chance.whole(6) }, () => ({
      ...NO_STEP,
      excess: chance.whole(10),
      need: chance.whole(30) - 10,
    })).sort((a, b) => a.need - b.need);

  it('meet in the pair that costs least', () => {
    const chance = chanceOf(116);
    for (let day = 0; day < 3 * QUICK_DAYS; day++) {
      const [left, right] = [someStates(chance), someStates(chance)];
      const demand = chance.whole(40) - 10;
      const prices = { over: chance.whole(4) / 2, under: chance.whole(4) / 2 };
      const pair = meet(left, right, demand, prices);
      const costs = left.flatMap((a) =>
        right.map((b) => a.excess + b.excess + missOf(a.need + b.need - demand, prices)),
      );
      expect(pair?.cost).toBeCloseTo(Math.min(...costs), 9);
      if (!pair) continue;
      const { left: a, right: b } = pair;
      expect(a.excess + b.excess + missOf(a.need + b.need - demand, prices)).toBeCloseTo(pair.cost, 9);
    }
    expect(meet([], someStates(chance), 3, { over: 1, under: 1 })).toBeUndefined();
    expect(meet(someStates(chance), [], 3, { over: 1, under: 1 })).toBeUndefined();
  });

  it('keep no state that another can stand in for, and lose none that one cannot', () => {
    const chance = chanceOf(117);
    for (let day = 0; day < QUICK_DAYS / 4; day++) {
      const sieve = { over: 1 + chance.whole(3), under: 1 + chance.whole(3), limit: 12, tolerance: 0 };
      let all: State[] = [NO_STEP];
      let kept: readonly State[] = [NO_STEP];
      for (let slot = 0; slot < 4; slot++) {
        const steps = Array.from({ length: 1 + chance.whole(3) }, (_, option) => ({
          slot,
          option,
          excess: chance.whole(6),
          need: chance.whole(12) - 6,
          units: chance.is(0.5) ? 0 : chance.whole(3) - 1,
        }));
        const more = all.flatMap((before) =>
          steps.map(
            (step): State => ({
              ...step,
              excess: before.excess + step.excess,
              need: before.need + step.need,
              units: before.units + step.units,
              before,
            }),
          ),
        );
        all = [...all, ...more];
        kept = extended(kept, steps, sieve);
      }
      expect(kept.every(({ excess }) => excess < sieve.limit)).toBe(true);
      const order = (a: State, b: State): number => a.units - b.units || a.need - b.need;
      expect([...kept].sort(order)).toEqual(kept);
      const isIn = (a: State, b: State): boolean =>
        a.units === b.units && b.excess + missOf(b.need - a.need, sieve) <= a.excess + 1e-9;
      const unserved = all.filter(
        (state) => state.excess < sieve.limit && !kept.some((own) => isIn(state, own)),
      );
      expect(unserved).toEqual([]);
      const idle = kept.filter((state) => kept.some((own) => own !== state && isIn(state, own)));
      expect(idle).toEqual([]);
      for (const state of kept) {
        let [excess, need, units] = [0, 0, 0];
        const slots: number[] = [];
        for (let own: State | undefined = state; own?.before; own = own.before) {
          slots.push(own.slot);
          excess += own.excess - own.before.excess;
          need += own.need - own.before.need;
          units += own.units - own.before.units;
        }
        expect(new Set(slots).size).toBe(slots.length);
        expect([excess, need, units]).toEqual([state.excess, state.need, state.units]);
      }
      const rows = shelves(kept);
      expect(rows.flat()).toEqual(kept);
      expect(rows.every((row) => new Set(row.map(({ units }) => units)).size === 1)).toBe(true);
      expect(new Set(rows.map(([first]) => first?.units)).size).toBe(rows.length);
    }
  });
});
