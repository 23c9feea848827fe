// Seeded days at the desk, the same for everyone who is measured.
import type { FillProblem, PrimaryProblem, ShareProblem } from '../../src/solver';
import { type Chance, chanceOf } from '../solver/seeded';

export { cashDay, costDay, halfDay } from '../solver/costDays';

const PRICE = 62.4;
const UNIT = 1_248_000; // 20,000 shares

/** Intents of R$ 0.3 to 30 million; a twentieth to a third of them executed in the market. */
export function unitDay(chance: Chance, size: number): PrimaryProblem {
  const funds = Array.from({ length: size }, (_, at) => ({
    id: `FUND ${at}`,
    target: Math.round(3e7 * Math.exp(-4.6 * chance.real())),
  }));
  const wanted = funds.reduce((sum, { target }) => sum + target, 0);
  const executedShares = Math.floor((wanted * (0.05 + 0.3 * chance.real())) / PRICE);
  return { price: PRICE, unitValue: UNIT, executedShares, funds };
}

/** The same day without units: four fifths to all of the intents executed. */
export function shareDay(chance: Chance, size: number): ShareProblem {
  const { funds, price } = unitDay(chance, size);
  const wanted = funds.reduce((sum, { target }) => sum + target, 0);
  const executedShares = Math.floor((wanted * (0.8 + 0.2 * chance.real())) / price);
  return { price, executedShares, funds: funds.map(({ id, target }) => ({ id, target, intent: target })) };
}

/** Fills on ticks of a centavo around R$ 60, funds of every size. */
export function fillDay(funds: number, fills: number, seed = 8): FillProblem {
  const chance = chanceOf(seed);
  const rows = Array.from({ length: fills }, (_, at) => ({
    id: `FILL ${at}`,
    price: Math.round(6_000 + 120 * chance.real()) / 100,
    quantity: 1 + chance.whole(400),
  }));
  let open = rows.reduce((sum, { quantity }) => sum + quantity, 0);
  const shares = Array.from({ length: funds }, (_, at) => {
    const own = at === funds - 1 ? open : Math.floor((open / (funds - at)) * 2 * chance.real());
    open -= own;
    return { id: `FUND ${at}`, shares: own };
  });
  return { fills: rows, funds: shares };
}
