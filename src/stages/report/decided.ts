// What fills cost against the iNAV at their decision, as the view fill_decisions of the warehouse counts it: that of the instruction
// in force when a fill was done, or of the day's first where it tells no time.
import type { Instruction } from '../../domain/broker';
import type { Fill } from '../../domain/fill';
import { type Cents, centsFromE8, notionalE8, type Price, priceFromE8 } from '../../domain/money';
import type { Side } from '../../domain/trade';
import type { Cost } from '../../messages/report/report';
import { versionsFor } from '../checks/fillsSubject';

export interface Decided {
  /** Weighted by shares; null = nobody asked for any of these fills. */
  readonly decision: Price | null;
  readonly decisionMoney: Cents;
  readonly cost: Cost | null;
}

/** Above zero for who buys dear and who sells cheap. */
export const dearness = (side: Side): 1 | -1 => (side === 'BUY' ? 1 : -1);

/** @param money cents beyond the benchmark, and the benchmark itself */
export const costOf = (money: Cents, benchmark: Cents): Cost | null =>
  benchmark === 0 ? null : { money, bps: (money / benchmark) * 10_000 };

/** null where nobody asked for it. */
export function decisionInav(
  { instructions }: { readonly instructions: readonly Instruction[] },
  fill: Fill,
): Price | null {
  const own = versionsFor(instructions, fill)
    .slice()
    .sort((a, b) => a.version - b.version);
  const { time } = fill;
  const known = time === null ? [] : own.filter(({ issuedAt }) => issuedAt <= time);
  const inForce = known[known.length - 1] ?? own[0];
  return inForce?.inav ?? null;
}

/** Of fills of one side. */
export function decidedCost(
  state: { readonly instructions: readonly Instruction[] },
  side: Side,
  fills: readonly Fill[],
): Decided {
  let shares = 0;
  let paid = BigInt(0);
  let due = BigInt(0);
  for (const fill of fills) {
    const inav = decisionInav(state, fill);
    if (inav === null) continue;
    shares += fill.quantity;
    paid += notionalE8(fill.quantity, fill.price);
    due += notionalE8(fill.quantity, inav);
  }
  const decisionMoney = centsFromE8(due);
  const money = centsFromE8(paid - due) * dearness(side);
  return {
    decision: shares === 0 ? null : priceFromE8(due, shares),
    decisionMoney,
    cost: costOf(money, decisionMoney),
  };
}

/** Several together; null where none is known. */
export function together(
  costs: readonly { readonly cost: Cost | null; readonly benchmark: Cents }[],
): Cost | null {
  const known = costs.flatMap(({ cost, benchmark }) =>
    cost === null ? [] : [{ money: cost.money, benchmark }],
  );
  const sum = (of: 'money' | 'benchmark'): Cents => known.reduce((total, one) => total + one[of], 0);
  return costOf(sum('money'), sum('benchmark'));
}
