// The two sides of an ETF settled together: what a fund gives back on one is credited to its order on the other, and how much it
// may give back there depends on what it bought.
import type { Cnpj } from '../../domain/cnpj';
import type { Fill } from '../../domain/fill';
import { lookup } from '../../domain/lookup';
import { type Cents, notional } from '../../domain/money';
import { oppositeSide, SIDES, type Side } from '../../domain/trade';
import { type LedgerRank, settleTogether, type Weighting } from '../../solver';
import { fundAssetKey, memberKey, poolKey } from '../day/keys';
import type { UnitQuotes } from '../day/quotes';
import type { DayState } from '../day/state';
import type { Claim } from '../ledger/claims';
import { byFund, type Pool, splitPool } from '../ledger/pool';

/** Most shares that a fund may be given of one side, by fund; no entry = no limit. */
export type ShareLimits = ReadonlyMap<string, number>;

/** What a split rests on beside the day's state. */
export interface SplitBy {
  readonly fills: readonly Fill[];
  readonly quotes: UnitQuotes;
  readonly weighting: Weighting;
  readonly limits?: ShareLimits;
  /** Shares held at the opening, by fund and ETF: with what a fund bought today, the most that it can give back by selling. */
  readonly held?: ReadonlyMap<string, number>;
}

/**
 * Both sides, each split with what the other gives back and has to give, until neither changes.
 * @param isWanted whether any fund has an order on that side
 */
export function settledPools(
  state: DayState,
  question: SplitBy,
  asset: string,
  isWanted: (side: Side) => boolean,
): readonly Pool[] {
  const { quotes, weighting } = question;
  const sides = SIDES.map((side) => {
    const key = poolKey({ asset, side });
    return {
      side,
      claims: claimsIn(state.claims, key),
      fills: fillsIn(question.fills, key).filter(({ status }) => status !== 'BUSTED'),
    };
  }).filter(({ side, claims, fills: own }) => isWanted(side) || claims.length > 0 || own.length > 0);
  const units = unitMoney(state, quotes, asset);
  const splitBoth = (given: ReadonlyMap<string, Cents>, traded: Traded | null): readonly Pool[] =>
    sides.map(({ side, claims, fills: own }) =>
      splitPool({
        asset,
        side,
        claims,
        fills: own,
        cuts: state.cuts,
        instructions: state.instructions,
        inav: quotes.get(asset)?.inav ?? 0,
        weighting,
        covered: (cnpj) => {
          const key = memberKey({ cnpj, asset, side });
          return (units.get(key) ?? 0) - (given.get(key) ?? 0);
        },
        limit: (cnpj, rank) => limitOf(question, { cnpj, asset, side }, rank, traded),
      }),
    );
  const first = splitBoth(new Map(), null);
  // Without a give-back neither side knows of the other.
  if (givenBack(first).size === 0) return first;
  return settleTogether(
    first,
    (pools) => splitBoth(givenBack(pools), tradedIn(pools)),
    (pools) => {
      const { bought, sold } = tradedIn(pools);
      return JSON.stringify([givenBack(pools), bought, sold].map((each) => [...each].sort()));
    },
  ).state;
}

/** Shares of today by fund: bought, and sold for its own orders. */
interface Traded {
  readonly bought: ReadonlyMap<Cnpj, number>;
  readonly sold: ReadonlyMap<Cnpj, number>;
}

function tradedIn(pools: readonly Pool[]): Traded {
  const sells = pools.find(({ side }) => side === 'SELL');
  const orders = (sells?.claims ?? []).filter(({ rank }) => rank === 'order');
  return {
    bought: pools.find(({ side }) => side === 'BUY')?.sharesByFund ?? new Map(),
    sold: byFund(orders, sells?.sharesByClaim ?? new Map()),
  };
}

/**
 * No naked sale: an order sells what is held and not redeemed, a give-back what is held and was bought today, less what the fund's
 * own orders sold: who changed its side may have both, and no share is sold twice.
 */
function limitOf(
  { limits, held }: SplitBy,
  member: { readonly cnpj: Cnpj; readonly asset: string; readonly side: Side },
  rank: LedgerRank,
  traded: Traded | null,
): number | undefined {
  if (rank === 'order') return limits?.get(memberKey(member));
  if (member.side === 'BUY' || held === undefined || traded === null) return undefined;
  const own = limits?.get(memberKey(member)) ?? held.get(fundAssetKey(member)) ?? 0;
  return Math.max(0, own - (traded.sold.get(member.cnpj) ?? 0)) + (traded.bought.get(member.cnpj) ?? 0);
}

/** Money of the units asked for, by member. */
const unitMoney = (state: DayState, quotes: UnitQuotes, asset: string): ReadonlyMap<string, Cents> => {
  const quote = quotes.get(asset);
  return new Map(
    unitsIn(state.units, asset).map((unit) => [
      memberKey(unit),
      quote ? notional(unit.units * quote.sharesPerUnit, quote.inav) : 0,
    ]),
  );
};

/** What funds gave back, by the member whose own side it is credited to. */
export function givenBack(pools: readonly Pool[]): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const { asset, side, claims, moneyByClaim } of pools)
    for (const { id, cnpj, rank } of claims) {
      if (rank !== 'give-back') continue;
      const key = memberKey({ cnpj, asset, side: oppositeSide(side) });
      sums.set(key, (sums.get(key) ?? 0) + (moneyByClaim.get(id) ?? 0));
    }
  return sums;
}

const claimsIn = lookup((claim: Claim) => poolKey(claim));
const fillsIn = lookup((fill: Fill) => poolKey(fill));
const unitsIn = lookup(({ asset }: DayState['units'][number]) => asset);
