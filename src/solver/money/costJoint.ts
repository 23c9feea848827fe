// Lagrange for assets that compete for cash: prices of share money and rationed units by cutting planes.

import { solveLinear } from '../linearProgram';
import type { Joint } from './costSeats';

export interface JointDual {
  readonly prices: readonly number[];
  readonly bound: number;
}

interface Cut {
  readonly prices: readonly number[];
  readonly value: number;
  readonly slopes: readonly number[];
}

const MOST_CUTS = 40;
const CLOSE = 1e-6;

/** The bound is concave in the prices: each point gives a plane above it, and the highest point below all is next. */
export function jointDual(joint: Joint): JointDual {
  const cuts: Cut[] = [
    cutAt(
      joint,
      joint.reach.map((most) => most / 2),
    ),
  ];
  let best = cuts[0];
  for (let step = 0; step < MOST_CUTS; step++) {
    const next = highest(joint, cuts);
    if (!next || !best || next.value - best.value <= CLOSE * Math.abs(best.value)) break;
    const cut = cutAt(joint, next.prices);
    if (cut.value > best.value) best = cut;
    cuts.push(cut);
  }
  return { prices: best?.prices ?? [], bound: best?.value ?? -Infinity };
}

export function reducedCost(gross: number, uses: readonly number[], prices: readonly number[]): number {
  let cost = gross;
  for (let at = 0; at < prices.length; at++) cost -= (prices[at] ?? 0) * (uses[at] ?? 0);
  return cost;
}

function cutAt(joint: Joint, prices: readonly number[]): Cut {
  const slopes = [...joint.demand];
  let value = prices.reduce((sum, price, at) => sum + price * (joint.demand[at] ?? 0), 0);
  for (const { options } of joint.seats) {
    let [least, own] = [Infinity, options[0]];
    for (const option of options) {
      const cost = reducedCost(option.cost, option.uses, prices);
      if (cost < least) [least, own] = [cost, option];
    }
    value += least;
    for (let at = 0; at < slopes.length; at++) slopes[at] = (slopes[at] ?? 0) - (own?.uses[at] ?? 0);
  }
  return { prices, value, slopes };
}

/** Prices as parts of their reach, the bound as what it lacks of the highest that any plane allows. */
function highest(joint: Joint, cuts: readonly Cut[]): { prices: number[]; value: number } | undefined {
  const { reach } = joint;
  const top = (cut: Cut): number =>
    cut.value +
    cut.slopes.reduce((sum, slope, at) => {
      const price = cut.prices[at] ?? 0;
      return sum + Math.max(-slope * price, slope * ((reach[at] ?? 0) - price));
    }, 0);
  const roof = cuts.reduce((least, cut) => Math.min(least, top(cut)), Infinity);
  const scale = Math.max(1, Math.abs(roof));
  const answer = solveLinear({
    variables: [
      { name: 'lack', cost: 1 },
      ...reach.map((_, at) => ({ name: `price ${at}`, cost: 0, atMost: 1 })),
    ],
    rows: cuts.map(({ prices, value, slopes }) => {
      const flat = slopes.reduce((sum, slope, at) => sum + slope * (prices[at] ?? 0), 0);
      return {
        terms: [
          { variable: 'lack', factor: 1 },
          ...reach.map((most, at) => ({
            variable: `price ${at}`,
            factor: ((slopes[at] ?? 0) * most) / scale,
          })),
        ],
        atLeast: (roof - value + flat) / scale,
      };
    }),
  });
  if (answer.kind !== 'solved') return undefined;
  const prices = reach.map(
    (most, at) => Math.min(1, Math.max(0, answer.values.get(`price ${at}`) ?? 0)) * most,
  );
  return { prices, value: roof - answer.objective * scale };
}
