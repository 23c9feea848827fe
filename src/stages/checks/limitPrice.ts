// A fill is beyond the limit price that was in force when it was traded: a later one neither allows nor forbids it, so that it is
// said for the rest of the day. Who tells no time is measured by the widest.
import type { Instruction } from '../../domain/broker';
import type { Fill } from '../../domain/fill';
import { lastOf, lookup } from '../../domain/lookup';
import { type Cents, notional, type Price } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import type { Check } from './check';
import { type FillsSubject, fillsFor } from './fillsSubject';

export interface BeyondLimit {
  readonly instruction: Instruction;
  readonly limit: Price;
  readonly fills: readonly Fill[];
  /** What these fills cost more than the limit would have. */
  readonly cost: Cents;
  readonly text: Message;
}

const versionsOf = lookup(({ id }: Instruction) => id);

/** By instruction and limit, in the order of their versions: what goes on at the same limit is one and the same breach. */
export const beyondLimits = ({
  instructions,
  fills,
}: Pick<FillsSubject, 'instructions' | 'fills'>): readonly BeyondLimit[] =>
  instructions.flatMap((instruction): readonly BeyondLimit[] => {
    const { asset, side, broker, limitPrice: limit } = instruction;
    const versions = versionsOf(instructions, instruction.id);
    const isSame = (own: Instruction | undefined): boolean => own?.limitPrice === limit;
    if (versions.find(isSame) !== instruction) return [];
    const beyond = fillsFor(fills, instruction).filter(
      (fill) => (side === 'BUY' ? fill.price > limit : fill.price < limit) && isSame(limitOf(versions, fill)),
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

/** The version whose limit a fill is measured by; what was traded before the first was out, by the first. */
function limitOf(versions: readonly Instruction[], { time }: Fill): Instruction | undefined {
  const inOrder = versions.slice().sort((a, b) => a.version - b.version);
  if (time !== null) return lastOf(inOrder.filter(({ issuedAt }) => issuedAt <= time)) ?? inOrder[0];
  const [first, ...others] = inOrder;
  return others.reduce((widest, version) => (isWider(version, widest) ? version : widest), first);
}

const isWider = (one: Instruction, other: Instruction | undefined): boolean =>
  other === undefined ||
  (one.side === 'BUY' ? one.limitPrice > other.limitPrice : one.limitPrice < other.limitPrice);

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
