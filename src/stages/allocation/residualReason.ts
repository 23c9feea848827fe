// Why a fund closes the day away from its target: what it has no shares for, what was never sent, what the market did not give,
// or what nobody asked for any more. Each is said only where it is true.
import type { Broker, Instruction } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import { type Executed, executed, type Fill } from '../../domain/fill';
import { lookup, once } from '../../domain/lookup';
import { type Cents, notional, oneShare } from '../../domain/money';
import { timeOf } from '../../domain/stamp';
import { oppositeSide } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { brokersOf } from '../caps/brokerParts';
import { capRoom } from '../caps/capRoom';
import { callsForMore, roomToSell, sideOf } from '../caps/demands';
import { gotFrom } from '../caps/orders';
import { isBrokerStopped } from '../caps/stopped';
import { type DayInputs, type OpenInputs, valuesOf } from '../day/inputs';
import { fundAssetKey, memberKey, poolKey } from '../day/keys';
import { type DayState, inForce } from '../day/state';
import { type Claim, calledFor } from '../ledger/claims';
import type { Pool } from '../ledger/pool';
import { heldShares, shareLimits } from '../standing/dayStanding';
import type { Position, Standing } from '../standing/positions';
import type { ShareLimits } from '../standing/settledPools';

const standingCaps = once(inForce);
const capsOf = lookup((cap: Instruction) => poolKey(cap));
const ordersOf = lookup((claim: Claim) => (claim.rank === 'order' ? memberKey(claim) : null));
const giveBacksOf = lookup((claim: Claim) => (claim.rank === 'give-back' ? memberKey(claim) : null));
const fillsOf = lookup(({ broker }: Fill) => broker);
/** What each broker executed of a pool: every fund of it asks. */
const doneBy = once(
  (fills: readonly Fill[]): ReadonlyMap<string, Executed> =>
    new Map(
      [...new Set(fills.map(({ broker }) => broker))].map((name) => [name, executed(fillsOf(fills, name))]),
    ),
);
const NO_FILLS: readonly Fill[] = [];
const NOTHING = executed(NO_FILLS);
/** What claims have: every fund that is over asks. */
const gotOf = once((context: ReasonContext) => gotFrom(context.state, context));
/** What is open of each pool in all, of funds that call for more. */
const openOf = once(({ positions, tolerance }: ReasonContext): ReadonlyMap<string, Cents> => {
  const open = new Map<string, Cents>();
  for (const own of positions)
    if (own.residual > 0 && callsForMore(own, tolerance))
      open.set(poolKey(own), (open.get(poolKey(own)) ?? 0) + own.residual);
  return open;
});

export interface ReasonContext extends Standing {
  readonly state: DayState;
  readonly tolerance: Cents;
  readonly etfs: readonly Etf[];
  readonly brokers: readonly Broker[];
  readonly limits: ShareLimits;
  /** Shares held at the opening, by fund and ETF. */
  readonly held: ReadonlyMap<string, number>;
}

export const reasonContext = (inputs: OpenInputs | DayInputs, standing: Standing): ReasonContext => ({
  ...standing,
  state: inputs.state,
  tolerance: inputs.settings.tolerance,
  etfs: valuesOf(inputs.etfs),
  brokers: valuesOf(inputs.brokers),
  limits: shareLimits(inputs, inputs.state),
  held: heldShares(inputs),
});

/** Empty where the fund is within the tolerance, or within a share. */
export function residualReasons(context: ReasonContext, position: Position): readonly Message[] {
  const unsent = unsentReason(context, position);
  if (unsent !== null) return [unsent];
  if (!callsForMore(position, context.tolerance)) return [];
  if (position.residual < 0) return [overReason(context, position)];
  const held = holdingsReason(context, position);
  const { sellable } = shortOf(context, position);
  // What it has shares for is the market's, or the desk's.
  return held !== null && sellable < leastOf(context, position)
    ? [held]
    : [...(held === null ? [] : [held]), openReason(context, position)];
}

const leastOf = ({ tolerance }: ReasonContext, { price }: Position): Cents =>
  Math.max(tolerance, 1, oneShare(price));

/** An order that no claim stands for was never sent to anybody. */
function unsentReason({ state, tolerance }: ReasonContext, position: Position): Message | null {
  const { asked: money, price } = position;
  const key = memberKey(position);
  const isClaimed = ordersOf(state.claims, key).length > 0;
  if (money <= 0 || isClaimed) return null;
  if (money < oneShare(price))
    return msg('its order of {money} was not sent: it is less than one share', { money });
  return money < tolerance
    ? msg('its order of {money} was not sent: it is below the tolerance of {money2}', {
        money,
        money2: tolerance,
      })
    : msg('its order of {money} was not sent: it is less than any of its brokers takes (min_ticket)', {
        money,
      });
}

/** What of the residual a seller has no shares for, and what it still could sell; all of it where holdings are not known. */
function shortOf({ limits }: ReasonContext, position: Position) {
  const room = roomToSell(position, limits);
  const sellable =
    room === null ? position.residual : Math.min(position.residual, notional(room, position.price));
  return { room, sellable, short: position.residual - sellable };
}

/** A seller that has not the shares that its order in BRL would take; null for everybody else. */
export function holdingsReason(context: ReasonContext, position: Position): Message | null {
  const { room, short } = shortOf(context, position);
  if (room === null || position.residual <= 0 || short < leastOf(context, position)) return null;
  const { residual: money, shares, oppositeShares, unitShares } = position;
  const held = context.held.get(fundAssetKey(position)) ?? 0;
  if (room > 0)
    return msg('residual {money}: only {n} of the {n2} {n2|share|shares} that it held are left to sell', {
      ...{ money, n: room, n2: held },
    });
  const sold = { money, n: held, n2: shares - oppositeShares };
  return unitShares > 0
    ? msg(
        'residual {money}: it has no shares left to sell; it held {n}, {n2} of them are sold and {n3} go with its units',
        { ...sold, n3: unitShares },
      )
    : msg('residual {money}: it has no shares left to sell; it held {n}, and {n2} of them are sold', sold);
}

/** What it is over is the market's only where it is asked to give back and has not. */
function overReason(context: ReasonContext, position: Position): Message {
  const { residual: money, cnpj, asset } = position;
  const side = sideOf(position);
  const own = giveBacksOf(context.state.claims, memberKey({ cnpj, asset, side }));
  const open = openCaps(context, position, side);
  return calledFor(own, gotOf(context)) - position.opposite >= leastOf(context, position) &&
    open >= leastOf(context, position)
    ? msg('residual {money}: the market filled {money2} less than the {side} caps in force', {
        ...{ money, money2: open, side },
      })
    : msg('residual {money}: it is over by that, and no more of it is given back', { money });
}

/** What brokers may still trade, each by itself: what one did beyond its cap leaves the others no less. */
function openCaps(
  { state, pools }: ReasonContext,
  { asset, price }: Position,
  side: Position['side'],
): Cents {
  const done = doneBy(pools.find((pool) => pool.asset === asset && pool.side === side)?.fills ?? NO_FILLS);
  return capsOf(standingCaps(state.instructions), poolKey({ asset, side }))
    .filter(({ broker }) => !isBrokerStopped(state, { asset, side, broker }))
    .reduce((sum, told) => sum + capRoom(told, done.get(told.broker) ?? NOTHING, price), 0);
}

function openReason(context: ReasonContext, position: Position): Message {
  const { residual: money, asset: code, side } = position;
  const { state, tolerance, etfs, brokers } = context;
  const open = openCaps(context, position, side);
  if (open >= Math.max(tolerance, 1))
    return msg('residual {money}: the market filled {money2} less than the {side} caps in force', {
      ...{ money, money2: open, side },
    });
  const etf = etfs.find(({ asset }) => asset === code);
  const able = etf === undefined ? [] : brokersOf(etf, brokers).map(({ name }) => name);
  const taking = able.filter((broker) => !isBrokerStopped(state, { asset: code, side, broker }));
  if (able.length > 0 && taking.length === 0)
    return msg('residual {money}: every broker of {code} was stopped', { money, code });
  const all = openOf(context).get(poolKey(position)) ?? 0;
  const tickets = brokers.filter(({ name }) => taking.includes(name)).map(({ minTicket }) => minTicket ?? 0);
  if (tickets.length > 0 && tickets.every((ticket) => ticket > all))
    return msg(
      'residual {money}: {money2} of {side} {code} are open in all, less than any broker that works it takes (min_ticket)',
      { money, money2: all, side, code },
    );
  const { iteration, lastAt } = state.cycle;
  return lastAt === null
    ? msg('residual {money}: the caps in force are executed, and no round asked for more', { money })
    : msg(
        'residual {money}: the caps in force are executed, and no round asked for more after iteration {n} at {time}',
        { money, n: iteration, time: timeOf(lastAt) },
      );
}

/** What bounds a fund’s shares of a side by what it holds; null where nothing does, or where it could have had more. */
export function holdingsLimit(
  { limits, held }: ReasonContext,
  { cnpj, pool, shares, isHome }: LimitQuestion,
): Message | null {
  const { asset, side } = pool;
  if (side === 'BUY') return null;
  const bought = (own: Pool | undefined): number => own?.sharesByFund.get(cnpj) ?? 0;
  const most = isHome
    ? limits.get(memberKey({ cnpj, asset, side }))
    : held.size === 0
      ? undefined
      : (held.get(fundAssetKey({ cnpj, asset })) ?? 0) + bought(pool.opposite);
  if (most === undefined || shares < most) return null;
  return isHome
    ? msg('limited by what it holds and may sell, {n} {n|share|shares}', { n: most })
    : msg('limited by what it holds and bought today, {n} {n|share|shares}', { n: most });
}

interface LimitQuestion {
  readonly cnpj: Position['cnpj'];
  readonly pool: Pick<Pool, 'asset' | 'side'> & { readonly opposite: Pool | undefined };
  readonly shares: number;
  /** Its order lies on this side; else it gives back here. */
  readonly isHome: boolean;
}

export const opposed = ({ pools }: Pick<Standing, 'pools'>, { asset, side }: Pick<Pool, 'asset' | 'side'>) =>
  pools.find((pool) => pool.asset === asset && pool.side === oppositeSide(side));
