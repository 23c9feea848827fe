// The question of one ETF and side at midday: what is executed, what a unit is worth, and each fund with what it can have.
import type { Executed } from '../../domain/fill';
import { lookup } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import type { Side } from '../../domain/trade';
import type { Limit } from '../../solver';
import type { UnitQuote } from '../day/quotes';
import type { UnitOverride, UnitRequest } from '../day/state';
import type { UnitRule, Wanting } from './unitRules';

/** One ETF and side before its units are chosen. */
export interface UnitPool {
  readonly asset: string;
  readonly side: Side;
  readonly quote: UnitQuote;
  readonly unitValue: Cents;
  /** Without what funds keep of orders that ended: that is nobody else's. */
  readonly executed: Executed;
  readonly price: number;
  /** Units of all funds together; null = no cap. */
  readonly maxTotalUnits: number | null;
  readonly members: readonly Member[];
  /** Funds that keep all they ask for, or more: they have that, and units only where a person decided so. */
  readonly filled: readonly Filled[];
}

export type Filled = Pick<Member, 'target' | 'kept' | 'override'>;

export interface Member extends Wanting {
  readonly rule: UnitRule;
  /** Of the executed shares those that were traded while it had an order, and that nobody keeps; null = all. */
  readonly inReach: number | null;
  /** What a person decided; null = the desk decides. */
  readonly override: UnitOverride | null;
}

export const memberOf = lookup(({ target }: Member) => target.cnpj);
const filledOf = lookup(({ target }: Filled) => target.cnpj);

/** Whether it wants anything or not; one at most. */
export const anyOf = ({ members, filled }: UnitPool, cnpj: string): Filled | undefined =>
  memberOf(members, cnpj)[0] ?? filledOf(filled, cnpj)[0];

/** What the solver says of one fund, how good its answer is and what another unit would have cost. */
export type Choice = Pick<
  UnitRequest,
  | 'cnpj'
  | 'units'
  | 'executedShares'
  | 'objective'
  | 'lowerBound'
  | 'proRataUnits'
  | 'oneUnitMore'
  | 'oneUnitLess'
>;

/** What is executed has to go somewhere: limits that leave no room for it cannot hold. */
export function sharesFit({ members, executed: done }: UnitPool): boolean {
  const paid = (limit: Limit | null, units: number): number =>
    limit === null
      ? done.shares
      : Math.floor(Math.max(0, limit.total - units * limit.perUnit) / limit.perShare);
  const room = ({ rule, inReach, override }: Member): number =>
    Math.min(paid(rule.limit, override?.units ?? 0), inReach ?? done.shares);
  return members.reduce((sum, member) => sum + room(member), 0) >= done.shares;
}
