// How many units a fund may ask for, and why: access, its own cap, rounding, and what it can pay or give.
import type { Etf, UnitRounding } from '../../domain/etf';
import type { Fund } from '../../domain/fund';
import { lookup } from '../../domain/lookup';
import { type Cents, fromBrl, notional, type Price, toBrl } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import type { Limit } from '../../solver';
import type { DayInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { fundOf, heldOf, payableHere } from '../day/lookups';
import type { UnitQuote } from '../day/quotes';
import { type Claim, isLive } from '../ledger/claims';
import { type Target, targetsOf } from '../standing/positions';
import { bandOf, mostInUnits } from '../standing/tradingRule';
import type { Kept } from './unitReach';

const ofFund = lookup(({ cnpj }: Target) => cnpj);
const claimsOf = lookup((claim: Claim) => memberKey(claim));

/** What a fund asks for. */
export interface Wanting {
  readonly target: Target;
  /** What it keeps of orders that were cut: shares that are no part of the question. */
  readonly kept: Kept;
  /** What it asked for beyond that, in cents, above zero. */
  readonly open: Cents;
}

export interface UnitRule {
  /** null = no cap. */
  readonly maxUnits: number | null;
  /** Shares and units together: cash for buys, holdings for sells; null where neither is known. */
  readonly limit: Limit | null;
  readonly rounding: UnitRounding;
  readonly hasAccess: boolean;
  /** What may keep it from more units. */
  readonly caps: readonly UnitCap[];
  /** Why `limit` is what it is. */
  readonly means: Message | null;
}

export const NEAREST = msg('nearest whole units');
const DOWN = msg('rounded down to whole units');

/** Whether a fund may use the primary market: its own switch, else its strategy's setting. */
function hasAccess(fund: Fund | undefined, { settings }: DayInputs): boolean {
  if (!fund) return false;
  if (fund.primaryAccess !== null) return fund.primaryAccess;
  return fund.strategy === 'Partial_alocation' ? settings.partialUsesPrimary : settings.fullUsesPrimary;
}

/** What one unit is made of and worth, and what one share of the pool costs. */
export interface UnitTerms {
  readonly quote: UnitQuote;
  readonly unitValue: Cents;
  /** BRL. */
  readonly price: Price;
  readonly rounding: UnitRounding;
  readonly etf: Etf;
}

/** @param price of a share of the pool; left out, nothing is traded yet: the iNAV stands for it */
export const unitTerms = (
  { settings }: Pick<DayInputs, 'settings'>,
  etf: Etf,
  quote: UnitQuote,
  price: Price = quote.inav,
): UnitTerms => ({
  ...{ quote, price, etf },
  unitValue: notional(quote.sharesPerUnit, quote.inav),
  rounding: etf.unitRounding ?? settings.unitRounding,
});

export function unitRule(inputs: DayInputs, { target, open, kept }: Wanting, terms: UnitTerms): UnitRule {
  const { unitValue, rounding } = terms;
  const fund = fundOf(inputs, target.cnpj);
  const means = lessKept(meansOf(inputs, target, fund, terms), target, kept);
  const common = { limit: means?.limit ?? null, means: means?.reason ?? null, rounding };
  if (!hasAccess(fund, inputs)) return { ...common, hasAccess: false, maxUnits: 0, caps: [] };
  const caps = [
    ...ownCap(target, fund),
    ...(rounding === 'total'
      ? [{ units: returnable(inputs, { ...target, amount: open }, terms), reason: RETURNABLE }]
      : []),
    ...(rounding === 'down' ? [{ units: Math.floor(open / unitValue), reason: DOWN }] : []),
    ...meansCap(means),
  ];
  const maxUnits = caps.length === 0 ? null : Math.min(...caps.map(({ units }) => units));
  return { ...common, hasAccess: true, maxUnits, caps };
}

/** What it keeps is paid for, or sold. */
const lessKept = (
  means: ReturnType<typeof meansOf>,
  { side }: Target,
  { shares, money }: Kept,
): ReturnType<typeof meansOf> =>
  means === null
    ? null
    : {
        ...means,
        limit: {
          ...means.limit,
          total: Math.max(0, means.limit.total - (side === 'SELL' ? shares : toBrl(money))),
        },
      };

/** So many units, and why no more. */
export interface UnitCap {
  readonly units: number;
  readonly reason: Message;
}

const NO_ACCESS = msg('no access to the primary market');

const ownCap = ({ asset }: Target, fund: Fund | undefined): readonly UnitCap[] => {
  const most = fund?.maxUnits[asset];
  return most === undefined
    ? []
    : [{ units: most, reason: msg('at most {n} {n|unit|units} a day', { n: most }) }];
};

const meansCap = (means: ReturnType<typeof meansOf>): readonly UnitCap[] =>
  means === null ? [] : [{ units: unitsIn(means.limit), reason: means.reason }];

/** Counted in cents, in which both are whole: in reais ten units' money may fall short of ten of them by its last bit. */
const unitsIn = ({ total, perUnit }: Limit): number => Math.floor(fromBrl(total) / fromBrl(perUnit));

/** What no person can decide away: access, the fund's own cap, and what it can pay or give; and no more than its order rounded up. */
export function firmCaps(inputs: DayInputs, target: Target, terms: UnitTerms): readonly UnitCap[] {
  const fund = fundOf(inputs, target.cnpj);
  const most = Math.ceil(target.amount / terms.unitValue);
  return [
    ...(hasAccess(fund, inputs) ? [] : [{ units: 0, reason: NO_ACCESS }]),
    ...ownCap(target, fund),
    ...meansCap(meansOf(inputs, target, fund, terms)),
    {
      units: most,
      reason: msg('its order of {money} is {n} {n|unit|units}, rounded up', {
        money: target.amount,
        n: most,
      }),
    },
  ];
}

const RETURNABLE = msg('rounded up it would be over by more than it could give back');

/**
 * Units beyond which the fund would be over by more than it could give back: it cannot sell units before they settle, so a
 * unit too many stays, whatever the round.
 */
function returnable(inputs: DayInputs, target: Target, { unitValue, quote, etf }: UnitTerms): number {
  const { settings } = inputs;
  const held = target.side === 'BUY' ? (heldOf(inputs, target) ?? 0) : 0;
  const rule = { rounds: settings.giveBack, band: bandOf(settings, etf), tolerance: settings.tolerance };
  return Math.floor(mostInUnits(target.amount, held, quote.inav, rule) / unitValue);
}

/** What came of the choice for one fund. */
export interface ChosenFor {
  readonly units: number;
  /** Beside the units. */
  readonly shares: number;
  /** What its shares leave of its order, in units; may have a fraction, or be below zero. */
  readonly open: number;
  /** Whether the ETF’s units are as many as its total allows. */
  readonly isTotalFull: boolean;
}

/** Why so many: only what binds is a reason, that is what kept it from the units that would leave it nearest to its target. */
export function unitReasons(
  rule: UnitRule,
  { units, shares, open, isTotalFull }: ChosenFor,
): readonly Message[] {
  if (!rule.hasAccess) return [NO_ACCESS];
  const nearest = Math.max(0, Math.round(open));
  if (rule.rounding === 'down' && units === Math.max(0, Math.floor(open))) return [DOWN];
  if (units === nearest) return [NEAREST];
  if (units > nearest) return [TOGETHER];
  const binding = rule.caps.filter((cap) => cap.units <= units).map(({ reason }) => reason);
  const { limit, means } = rule;
  // Cash and holdings bind shares and units together.
  const isSpent = limit !== null && limit.perShare * shares + limit.perUnit * (units + 1) > limit.total;
  const all = [...binding, ...(isSpent && means !== null ? [means] : [])];
  if (all.length > 0) return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at);
  return [isTotalFull ? msg('the ETF’s units are rounded down in total') : TOGETHER];
}

const TOGETHER = msg('chosen together with the other funds’ units');

/** What a fund paid for orders that were cancelled since. */
const keptMoney = ({ state }: DayInputs, target: Target): Cents =>
  claimsOf(state.claims, memberKey(target))
    .filter((claim) => claim.rank === 'order' && !isLive(claim))
    .reduce((sum, { amount }) => sum + amount, 0);

/** What the fund can pay with or give: cash that its other buys leave, or the shares it holds. */
function meansOf(
  inputs: DayInputs,
  target: Target,
  fund: Fund | undefined,
  { quote, unitValue, price }: UnitTerms,
): { readonly limit: Limit; readonly reason: Message } | null {
  if (target.side === 'SELL') {
    const held = heldOf(inputs, target);
    if (held === undefined) return null;
    return {
      limit: { perShare: 1, perUnit: quote.sharesPerUnit, total: held },
      reason: msg('holds {n} {n|share|shares}', { n: held }),
    };
  }
  const cash = payableHere(inputs, fund);
  if (cash === null) return null;
  const elsewhere = ofFund(targetsOf(inputs.state), target.cnpj)
    .filter(({ side, asset }) => side === 'BUY' && asset !== target.asset)
    .reduce((sum, other) => sum + Math.max(other.amount, keptMoney(inputs, other)), 0);
  const total = toBrl(Math.max(0, cash - elsewhere));
  return {
    limit: { perShare: price, perUnit: toBrl(unitValue), total },
    reason: msg('cash {money}', { money: cash }),
  };
}
