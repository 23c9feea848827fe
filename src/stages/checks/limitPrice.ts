// A fill is beyond the limit price. Every version of an instruction counts: what was allowed once was rightly done.
import type { Instruction } from '../../domain/broker';
import type { Fill } from '../../domain/fill';
import { type Cents, notional, type Price } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import type { Check } from './check';
import { type FillsSubject, isOf } from './fillsSubject';

export interface BeyondLimit {
  readonly instruction: Instruction;
  readonly limit: Price;
  readonly fills: readonly Fill[];
  /** What these fills cost more than the limit would have. */
  readonly cost: Cents;
  readonly text: Message;
}

export const beyondLimits = ({
  instructions,
  working,
  fills,
}: Pick<FillsSubject, 'instructions' | 'working' | 'fills'>): readonly BeyondLimit[] =>
  working.flatMap((instruction): readonly BeyondLimit[] => {
    const { asset, side, broker, id } = instruction;
    const limits = instructions.filter((version) => version.id === id).map((version) => version.limitPrice);
    const limit = side === 'BUY' ? Math.max(...limits) : Math.min(...limits);
    const beyond = fills.filter(
      (fill) => isOf(instruction, fill) && (side === 'BUY' ? fill.price > limit : fill.price < limit),
    );
    if (beyond.length === 0) return [];
    const cost = beyond.reduce(
      (sum, { quantity, price }) => sum + Math.abs(notional(quantity, price) - notional(quantity, limit)),
      0,
    );
    const text = msg(
      '{broker} has {n} {n|fill|fills} of {side} {code} beyond the limit of {price}; ask why',
      {
        broker,
        n: beyond.length,
        side,
        code: asset,
        price: limit,
      },
    );
    return [{ instruction, limit, fills: beyond, cost, text }];
  });

export const limitPrice: Check<FillsSubject> = {
  code: 'beyond-limit',
  setting: 'checkLimitPrice',
  // It has happened: to stop a stage would change nothing of it.
  find: (subject) =>
    beyondLimits(subject).map(({ text }) => ({
      text,
      place: { tab: executions.name },
      severity: 'warning' as const,
    })),
};
