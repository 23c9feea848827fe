// Sold naked: what brokers sold of an ETF beyond what the funds that sell it have. Said from the first look at it on, by every
// stage, so that it is bought back or borrowed before it settles; no round can give back what nobody has.
import type { Cnpj } from '../../domain/cnpj';
import type { Price } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { countedFills } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import { fundAssetKey, memberKey } from '../day/keys';
import type { Pool } from '../ledger/pool';
import { dayStanding, heldShares, shareLimits } from '../standing/dayStanding';
import type { Standing } from '../standing/positions';
import type { ShareLimits } from '../standing/settledPools';
import { covered, type Left } from './covered';
import { opposed } from './residualReason';

export interface Naked {
  readonly asset: string;
  /** Shares that no fund has. */
  readonly shares: number;
  /** What they were sold for, on average. */
  readonly price: Price;
  /** Who sold them: those that went beyond their caps; where nobody did, all that sold. */
  readonly brokers: readonly string[];
  readonly text: Message;
}

/** What funds have: what may be sold for their orders, by member, and what they held at the opening. */
interface Holdings {
  readonly limits: ShareLimits;
  readonly held: ReadonlyMap<string, number>;
}

/** Nothing where holdings are not known. @param standing of the day as it is; counted where somebody sold */
export function nakedIn(inputs: DayInputs, standing?: Standing): readonly Naked[] {
  const held = heldShares(inputs);
  if (held.size === 0 || countedFills(inputs).every(({ side }) => side === 'BUY')) return [];
  const now = standing ?? dayStanding(inputs);
  const holdings = { held, limits: shareLimits(inputs, inputs.state) };
  return now.pools.flatMap((pool) =>
    pool.side === 'SELL' ? ofPool(pool, opposed(now, pool), holdings) : [],
  );
}

export const nakedSales = (inputs: DayInputs): readonly Problem[] =>
  nakedIn(inputs).map(({ text }) => warning('naked-sale', text, { tab: executions.name }));

function ofPool(pool: Pool, bought: Pool | undefined, { limits, held }: Holdings): readonly Naked[] {
  const { asset, side, excess, split, price } = pool;
  if (excess === 0 || split === null) return [];
  const roomOf = (cnpj: Cnpj): number => {
    const order = limits.get(memberKey({ cnpj, asset, side }));
    const back = (held.get(fundAssetKey({ cnpj, asset })) ?? 0) + (bought?.sharesByFund.get(cnpj) ?? 0);
    return order ?? back;
  };
  const shares = excess - covered(leftOf(pool), spareOf(pool, roomOf));
  if (shares <= 0) return [];
  const brokers = brokersOf(pool);
  const sold = pool.executed.shares;
  const text = msg(
    '{n} {n|share|shares} of {code} {n|is|are} sold naked: {n2} {n2|is|are} sold in all, and the funds that were selling then had {n3} of them to sell (held and bought, less their units); call {brokers}, have {n|it|them} bought back or borrowed before the sale settles, and tell the administrator',
    { n: shares, code: asset, n2: sold, n3: sold - shares, brokers: brokers.join(', ') },
  );
  return [{ asset, shares, price, brokers, text }];
}

/**
 * Slice by slice, with the funds in force in it: whoever begins to sell later has nothing of what was sold before. What nobody
 * asked for, or too late for it to be anybody's, is another fault: any fund of the pool may well hold it.
 */
function leftOf({ slices, split, claims, aside }: Pool): readonly Left[] {
  const owners = new Map(claims.map(({ id, cnpj }) => [id, cnpj]));
  const all = [...new Set(claims.map(({ cnpj }) => cnpj))];
  return slices.flatMap(({ id }, at): readonly Left[] => {
    const unplaced = split?.answer.unplaced.find(({ slice }) => slice === id)?.shares ?? 0;
    const shares = aside.reduce((sum, { slice, fill }) => sum + (slice === id ? fill.quantity : 0), unplaced);
    if (shares === 0) return [];
    const inForce = (split?.problem.claims ?? [])
      .filter(({ from, to }) => (from ?? 0) <= at && at <= (to ?? at))
      .flatMap((claim) => owners.get(claim.id) ?? []);
    return [{ shares, funds: inForce.length === 0 ? all : [...new Set(inForce)] }];
  });
}

/** What funds have and have not sold. */
const spareOf = ({ claims, sharesByFund }: Pool, roomOf: (cnpj: Cnpj) => number): ReadonlyMap<Cnpj, number> =>
  new Map(claims.map(({ cnpj }) => [cnpj, Math.max(0, roomOf(cnpj) - (sharesByFund.get(cnpj) ?? 0))]));

function brokersOf({ aside, split, slices }: Pool): readonly string[] {
  const open = new Set(
    (split?.answer.unplaced ?? []).filter(({ shares }) => shares > 0).map(({ slice }) => slice),
  );
  const others = slices.filter(({ id }) => open.has(id)).flatMap(({ fills }) => fills);
  return [...new Set([...aside.map(({ fill }) => fill), ...others].map(({ broker }) => broker))].sort();
}
