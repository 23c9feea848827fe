// The same day as a linear program for the peers, and its answer back as shares and units.
import type { PrimaryProblem } from '../../src/solver';
import type { LinearProgram } from '../../src/solver/linearProgram';

export interface Split {
  readonly shares: readonly number[];
  readonly units: readonly number[];
}

/**
 * No peer has an integer quadratic program, so they minimise the worst |residual| / target (minimax), the form nearest
 * to ours, or Σ|residual| / target (L1). Units are whole; shares are real numbers and rounded afterwards, which
 * helps the peers. Money in units, so that coefficients are near 1.
 */
export function peerModel(day: PrimaryProblem, form: 'minimax' | 'L1'): LinearProgram {
  const { price, unitValue, funds } = day;
  const worst = form === 'minimax' ? [{ name: 't', cost: 1 }] : [];
  return {
    variables: [
      ...worst,
      ...funds.flatMap(({ target, maxUnits }, at) => [
        { name: `x${at}`, cost: 0 },
        {
          name: `u${at}`,
          cost: 0,
          whole: true,
          atMost: Math.min(maxUnits ?? Infinity, Math.round(target / unitValue)),
        },
        { name: `p${at}`, cost: form === 'L1' ? unitValue / target : 0 },
        { name: `n${at}`, cost: form === 'L1' ? unitValue / target : 0 },
      ]),
    ],
    rows: [
      {
        terms: funds.map((_, at) => ({ variable: `x${at}`, factor: 1 })),
        atLeast: (price * day.executedShares) / unitValue,
        atMost: (price * day.executedShares) / unitValue,
      },
      ...funds.flatMap(({ target }, at) => {
        const value = target / unitValue;
        const balance = { terms: terms(at, { x: 1, u: 1, p: 1, n: -1 }), atLeast: value, atMost: value };
        if (form === 'L1') return [balance];
        return [
          balance,
          { terms: [...terms(at, { p: 1, n: 1 }), { variable: 't', factor: -value }], atMost: 0 },
        ];
      }),
    ],
  };
}

function terms(
  at: number,
  factors: Readonly<Record<string, number>>,
): { variable: string; factor: number }[] {
  return Object.entries(factors).map(([name, factor]) => ({ variable: `${name}${at}`, factor }));
}

/** Rounds a peer's shares to whole ones that add up (largest remainder); undefined when its units are not whole. */
export function splitOf(day: PrimaryProblem, values: Readonly<Record<string, number>>): Split | undefined {
  const units = day.funds.map((_, at) => values[`u${at}`] ?? 0);
  if (units.some((count) => Math.abs(count - Math.round(count)) > 1e-5)) return undefined;
  const exact = day.funds.map((_, at) => Math.max(0, ((values[`x${at}`] ?? 0) * day.unitValue) / day.price));
  const shares = exact.map(Math.floor);
  const open = day.executedShares - shares.reduce((sum, count) => sum + count, 0);
  if (open < 0 || open > shares.length) return undefined;
  const byRest = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest);
  for (const { at } of byRest.slice(0, open)) shares[at] = (shares[at] ?? 0) + 1;
  return { shares, units: units.map(Math.round) };
}

export interface Score {
  /** Σ residual² / target, ours. */
  readonly squares: number;
  /** Worst |residual| / target, the peers'. */
  readonly worst: number;
  /** Root mean square of residual / target, in basis points. */
  readonly missBps: number;
  readonly isValid: boolean;
}

export function score(day: PrimaryProblem, { shares, units }: Split): Score {
  let [squares, worst, relative, total] = [0, 0, 0, 0];
  let isValid = true;
  day.funds.forEach(({ target, maxUnits }, at) => {
    const own = { shares: shares[at] ?? Number.NaN, units: units[at] ?? Number.NaN };
    const residual = target - day.price * own.shares - day.unitValue * own.units;
    squares += residual ** 2 / target;
    relative += (residual / target) ** 2;
    worst = Math.max(worst, Math.abs(residual) / target);
    total += own.shares;
    isValid &&= own.units <= (maxUnits ?? Infinity);
    isValid &&= [own.shares, own.units].every((count) => Number.isSafeInteger(count) && count >= 0);
  });
  return {
    squares,
    worst,
    missBps: Math.sqrt(relative / day.funds.length) * 1e4,
    isValid: isValid && total === day.executedShares,
  };
}
