// Why a fund closes the day away from its target: what the market did not give, or what nobody asked for any more.
import type { Instruction } from '../../domain/broker';
import { lookup, once } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import { timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { type DayState, inForce } from '../day/state';
import type { Pool } from '../ledger/pool';
import { callsForMore, sideOf } from './demands';
import { poolKey } from './keys';
import type { Position } from './positions';

const standing = once(inForce);
const capsOf = lookup((cap: Instruction) => poolKey(cap));

/** null when the fund is within the tolerance. */
export function residualReason(
  state: DayState,
  pools: readonly Pool[],
  position: Position,
  tolerance: Cents,
): Message | null {
  if (!callsForMore(position, tolerance)) return null;
  const side = sideOf(position);
  const { residual: money } = position;
  const caps = capsOf(standing(state.instructions), poolKey({ asset: position.asset, side }));
  const done = pools.find((pool) => pool.asset === position.asset && pool.side === side)?.executed.money ?? 0;
  const open = caps.reduce((sum, { cap }) => sum + cap, 0) - done;
  if (open >= Math.max(tolerance, 1)) {
    return msg('residual {money}: the market filled {money2} less than the {side} caps in force', {
      money,
      money2: open,
      side,
    });
  }
  // The iNAV that a residual is measured at was frozen with the caps: only fills can have moved it since.
  if (money < 0)
    return msg('residual {money}: it is over by that, and no more of it is given back', { money });
  const { iteration, lastAt } = state.cycle;
  return lastAt === null
    ? msg('residual {money}: the caps in force are executed, and no round asked for more', { money })
    : msg(
        'residual {money}: the caps in force are executed, and no round asked for more after iteration {n} at {time}',
        { money, n: iteration, time: timeOf(lastAt) },
      );
}
