// Why a fund closes the day away from its target: what the market did not give, or what moved after the last caps.
import type { Cents } from '../../domain/money';
import { formatBrl } from '../../language/figures';
import { type DayState, inForce } from '../day/state';
import type { Pool } from '../ledger/pool';
import { callsForMore, sideOf } from './demands';
import type { Position } from './positions';

/** null when the fund is within the tolerance. */
export function residualReason(
  state: DayState,
  pools: readonly Pool[],
  position: Position,
  tolerance: Cents,
): string | null {
  if (!callsForMore(position, tolerance)) return null;
  const side = sideOf(position);
  const left = `residual ${formatBrl(position.residual)}`;
  const caps = inForce(state.instructions).filter(
    (known) => known.asset === position.asset && known.side === side,
  );
  const done = pools.find((pool) => pool.asset === position.asset && pool.side === side)?.executed.money ?? 0;
  const open = caps.reduce((sum, { cap }) => sum + cap, 0) - done;
  if (open >= Math.max(tolerance, 1)) {
    return `${left}: the market filled ${formatBrl(open)} less than the ${side} caps in force`;
  }
  const { iteration, lastAt } = state.cycle;
  const since = lastAt === null ? 'the primary stage' : `iteration ${iteration} at ${lastAt.slice(11, 16)}`;
  return `${left}: fills and iNAV moved after ${since}`;
}
