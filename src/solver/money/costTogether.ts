// Assets that meet in their funds' cash: chosen together, with a floor under all that can be chosen.

import { solveLinear } from '../linearProgram';
import type { CostBook } from './costBook';
import { exchange } from './costExchange';
import { jointDual } from './costJoint';
import { modelOf } from './costModel';
import { type Joint, jointOf } from './costSeats';
import { cheaper, type Found, finish, improve } from './costSteps';

/** The floor counts shares as real numbers. */
export interface Proven {
  readonly found: Found | undefined;
  readonly bound: number;
}

const MOST_CELLS = 3e8; // tableau cells touched by one run of the library, about a fifth of a second's worth

/** Prices for what assets share, the funds' choices at these prices, and exchanges between funds on top. */
export function chooseTogether(book: CostBook): Proven {
  const joint = jointOf(book);
  const dual = jointDual(joint);
  let found: Found | undefined;
  for (const options of exchange(joint, dual)) {
    const { units, shares } = planOf(book, joint, options);
    found = cheaper(found, improve(book, finish(book, units, shares)));
  }
  const beside = book.assets.reduce((sum, { halfSpreadBps, residualPenalty, price, executedShares }) => {
    return sum + (halfSpreadBps / 1e4 - residualPenalty) * price * executedShares;
  }, 0);
  return { found, bound: joint.isWhole ? dual.bound + beside : -Infinity };
}

/** Units and whole shares as far as they lie within needs. */
function planOf(
  book: CostBook,
  joint: Joint,
  options: readonly number[],
): { units: number[]; shares: number[] } {
  const units = book.slots.map(() => 0);
  const shares = book.slots.map(() => 0);
  joint.seats.forEach((seat, index) => {
    const option = seat.options[options[index] ?? 0];
    seat.slots.forEach((at, own) => {
      units[at] = option?.units[own] ?? 0;
      shares[at] = Math.floor((option?.shares[own] ?? 0) / (book.slots[at]?.asset.price ?? 1) + 1e-9);
    });
  });
  return { units, shares };
}

/** The mixed-integer program, for a few funds; undefined when the library gives up or its answer does not hold. */
export function chooseExactly(book: CostBook): Proven | undefined {
  const scale = Math.max(...book.assets.map((asset) => asset.unitValue));
  const model = modelOf(book);
  const cells = (model.rows.length + model.variables.length) * model.variables.length;
  const answer = solveLinear(model, Math.floor(MOST_CELLS / cells));
  if (answer.kind !== 'solved') return undefined;
  const value = (name: string): number => answer.values.get(name) ?? 0;
  const units = book.slots.map(({ unitCap, target, asset }, at) => {
    const below = Math.min(unitCap, Math.floor(Math.max(0, target) / asset.unitValue));
    return value(`w${at}`) + (below + 1) * value(`z${at}`);
  });
  const plan = book.slots.map(({ asset }, at) => (value(`x${at}`) * asset.unitValue) / asset.price);
  const spread = book.assets.reduce((sum, { halfSpreadBps, price, executedShares }) => {
    return sum + (halfSpreadBps / 1e4) * price * executedShares;
  }, 0);
  return { found: finish(book, units, plan), bound: (answer.objective - 1e-9) * scale + spread };
}
