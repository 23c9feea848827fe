// What a stage changes of what funds give back on the other side, taken from the claims that it leaves behind: what is shown before
// it is sent is what brokers will be asked for.
import type { Cents } from '../../domain/money';
import { oppositeSide, type Side } from '../../domain/trade';
import type { OpenDay } from '../day/state';
import { calledFor, claimantKey, type Has } from '../ledger/claims';
import type { Position, Standing } from '../standing/positions';
import { overBy } from '../standing/tradingRule';
import { gotFrom } from './orders';
import { isGiveBackStopped } from './stopped';

export interface GiveBackChange {
  readonly fund: string;
  readonly cnpj: string;
  readonly asset: string;
  /** On which it gives back: the other than its order's. */
  readonly side: Side;
  /** Asked for in all, what it gave back already included, in cents. */
  readonly before: Cents;
  readonly after: Cents;
  readonly given: Cents;
  /** What the fund has too much now, and what it asks for. */
  readonly over: Cents;
  readonly target: Cents;
  readonly isStopped: boolean;
}

/** @param standing by which the stage set its caps; the largest change first */
export function giveBackChanges(
  before: Pick<OpenDay, 'claims'>,
  after: OpenDay,
  standing: Standing,
): readonly GiveBackChange[] {
  const has = gotFrom(after, standing);
  const [was, is] = [calledBack(before, has), calledBack(after, has)];
  const change = (position: Position): GiveBackChange => {
    const { fund, cnpj, asset, opposite, amount } = position;
    const claimant = { rank: 'give-back', cnpj, asset, side: oppositeSide(position.side) } as const;
    const key = claimantKey(claimant);
    return {
      ...{ fund, cnpj, asset, side: claimant.side, given: opposite, target: amount },
      before: was.get(key) ?? 0,
      after: is.get(key) ?? 0,
      over: overBy(position),
      isStopped: isGiveBackStopped(after, claimant),
    };
  };
  return standing.positions
    .map(change)
    .filter((one) => one.before !== one.after)
    .sort(
      (a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (keyOf(a) < keyOf(b) ? -1 : 1),
    );
}

/** What is asked for more than before, in all. */
export const moreGivenBack = (changes: readonly GiveBackChange[]): readonly GiveBackChange[] =>
  changes.filter(({ before, after }) => after > before);

const keyOf = ({ asset, side, cnpj }: GiveBackChange): string => `${asset}/${side}/${cnpj}`;

function calledBack({ claims }: Pick<OpenDay, 'claims'>, has: Has): ReadonlyMap<string, Cents> {
  const called = new Map<string, Cents>();
  for (const claim of claims) {
    if (claim.rank !== 'give-back') continue;
    const key = claimantKey(claim);
    called.set(key, (called.get(key) ?? 0) + calledFor([claim], has));
  }
  return called;
}
