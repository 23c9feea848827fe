// What a fund ordered in an ETF and side before anybody changed it, what it asks for now, and what it keeps.
import { lookup } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import { firstOrdered, type Intent } from '../../domain/trade';
import { memberKey } from '../day/keys';
import type { Position } from '../standing/positions';

export interface Ordered {
  readonly ordered: Cents;
  /** Zero where it was cancelled. */
  readonly asked: Cents;
}

const intentsOf = lookup((intent: Intent) => memberKey(intent));

/** All its strategies together. */
export function orderedBy(intents: readonly Intent[], position: Position): Ordered {
  const own = intentsOf(intents, memberKey(position));
  return {
    ordered: own.reduce((sum, intent) => sum + firstOrdered(intent), 0),
    asked: position.asked,
  };
}
