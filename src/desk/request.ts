// A stage as a dialog asks for it: plain data, checked before anything is done with it.
import type { PrimaryScope } from '../domain/etf';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../stages/stages';

export interface StageRequest {
  readonly stage: string;
  readonly scope?: string;
  readonly paused?: boolean;
  readonly maxIterations?: number;
  readonly reason?: string;
}

const SCOPES: readonly PrimaryScope[] = ['nasdaq', 'thematics', 'all'];

/** @throws when the family is none that the desk knows */
export function primaryScope(scope: string | undefined): PrimaryScope {
  const found = SCOPES.find((known) => known === (scope ?? 'all').toLowerCase());
  if (!found)
    throw new SaidError(
      msg('"{value}" is not a family; use {values}', {
        value: scope ?? '',
        values: SCOPES.join(', '),
      }),
    );
  return found;
}

/** @throws when the number is none */
export function iterations(maximum: number | undefined): number | null {
  if (maximum === undefined) return null;
  if (!Number.isInteger(maximum) || maximum < 1)
    throw new SaidError(
      msg('"{value}" is not a number of iterations; use 1 or more', { value: String(maximum) }),
    );
  return maximum;
}

/** @throws when there is no such stage */
export function stageFrom(request: StageRequest): Stage {
  switch (request.stage) {
    case 'initial':
      return initialOrders();
    case 'primary':
      return primaryUnits(primaryScope(request.scope), request.paused ?? null);
    case 'adjustments':
      return adjustmentCycle(iterations(request.maxIterations));
    case 'final':
      return finalAllocation();
    case 'status':
      return status();
    case 'amend':
      return amend(request.reason ?? '');
    default:
      throw new SaidError(
        msg('"{value}" is not a stage; use initial, primary, adjustments, final, status or amend', {
          value: request.stage,
        }),
      );
  }
}
