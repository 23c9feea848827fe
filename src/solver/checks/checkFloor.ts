// Tries to refute the floor under the money problem with another solver: no mix of the plans known may cost less.
import { solveLinear } from '../linearProgram';
import { CheckError } from './checkShares';

/** Plans as columns, what their rows have to add up to, and the floor that is claimed for every mix of them, BRL. */
export interface FloorClaim {
  readonly plans: readonly {
    readonly cost: number;
    readonly rows: readonly number[];
    readonly values: readonly number[];
  }[];
  /** The rows from `limits` up to `seats` are upper limits, all others are met exactly. */
  readonly right: readonly number[];
  readonly limits: number;
  readonly seats: number;
  readonly floor: number;
}

const MOST_CELLS = 40_000; // beyond, the library would take longer than the search itself
const MOST_PIVOTS = 1_000;
const TOLERANCE = 1e-6; // of the floor: what the library's own answers are checked to

/** 'held': the library found no cheaper mix; 'untried': too large, or it gave up. Throws when it did find one. */
export function checkFloor(claim: FloorClaim): 'held' | 'untried' {
  const { plans, right, floor } = claim;
  if (!Number.isFinite(floor) || plans.length * right.length > MOST_CELLS) return 'untried';
  const scale = plans.reduce((most, { cost }) => Math.max(most, Math.abs(cost)), 1);
  const sizes = right.map((value) => Math.max(1, Math.abs(value)));
  const terms = right.map((): { variable: string; factor: number }[] => []);
  plans.forEach(({ rows, values }, plan) => {
    rows.forEach((row, entry) => {
      const factor = (values[entry] ?? Number.NaN) / (sizes[row] ?? Number.NaN);
      terms[row]?.push({ variable: `plan ${plan}`, factor });
    });
  });
  const answer = solveLinear(
    {
      variables: plans.map(({ cost }, plan) => ({ name: `plan ${plan}`, cost: cost / scale })),
      rows: right.map((value, row) => {
        const atMost = value / (sizes[row] ?? Number.NaN);
        const isLimit = row >= claim.limits && row < claim.seats;
        return { terms: terms[row] ?? [], atMost, ...(isLimit ? {} : { atLeast: atMost }) };
      }),
    },
    MOST_PIVOTS,
  );
  if (answer.kind !== 'solved') return 'untried';
  const least = answer.objective * scale;
  if (least < floor - TOLERANCE * Math.max(scale, Math.abs(floor)))
    throw new CheckError(`a mix of plans costs ${least}, below the floor ${floor}`);
  return 'held';
}
